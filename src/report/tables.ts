/** Tables of a report: counts by area, the statistical annex, the execution of each task. Every number names its figure. */

import { formatDate, formatInteger, formatPercent } from '../i18n/format';
import { STATUS_LABELS } from '../i18n/statuses';
import { count, totalOf, type Counts } from '../figures/evaluation';
import type { FigureResult } from '../figures/figures';
import { answerersOf } from '../figures/indicators';
import type { Indicator, IndicatorsFile } from '../figures/schema';
import { inForce } from '../calendar/range';
import type { Status } from '../obligations/schema';
import type { Judgement } from '../obligations/status';
import { roman } from '../i18n/format';
import type { Registry } from '../units/registry';
import type { Cell, Column, Row, Table } from './document';
import { dueText, evidenceOf, figureCell, inSentence, partTitle, reasonOf, resultText, shortName } from './wording';
import type { ViewInput } from './view';

/** Columns of the table by area; each gathers statuses so that a row adds up across. */
export const AREA_COLUMNS: readonly { readonly key: string; readonly title: string; readonly statuses: readonly Status[] }[] = [
  { key: 'on-time', title: 'Hoàn thành đúng hạn', statuses: ['done-on-time'] },
  { key: 'late', title: 'Hoàn thành quá hạn', statuses: ['done-late'] },
  { key: 'period', title: 'Thường xuyên, có kết quả', statuses: ['period-done'] },
  { key: 'running', title: 'Trong hạn, chưa hoàn thành', statuses: ['in-progress', 'not-due'] },
  { key: 'overdue', title: 'Quá hạn chưa hoàn thành', statuses: ['overdue'] },
  { key: 'lacking', title: 'Chưa đạt, chưa có kết quả, chưa báo cáo', statuses: ['done-unsatisfactory', 'period-missing', 'no-report'] },
  { key: 'left-out', title: 'Chưa phát sinh, dừng', statuses: ['not-triggered', 'cancelled'] },
];

export const sumOf = (counts: Counts, statuses: readonly Status[]): number => statuses.reduce((sum, s) => sum + counts[s], 0);

const number = (value: number, figure: string): Cell => ({ text: formatInteger(value), value, figure });

/** Table 1 of the report: tasks by area and status, with the rate and its two numbers in the same row. */
export function byAreaTable(input: ViewInput): Table {
  const { evaluation } = input;
  const columns: Column[] = [
    { key: 'area', title: 'Lĩnh vực', weight: 30, align: 'left' },
    { key: 'total', title: 'Tổng số nhiệm vụ', weight: 10, align: 'right' },
    ...AREA_COLUMNS.map((c): Column => ({ key: c.key, title: c.title, weight: 11, align: 'right' })),
    { key: 'rate', title: 'Tỷ lệ hoàn thành', weight: 12, align: 'right' },
  ];
  const row = (title: string, counts: Counts, kind: Row['kind'], key: string): Row => {
    const rate = input.rateOf(counts);
    return {
      kind,
      cells: [
        { text: title },
        number(totalOf(counts), `tasks/${key}/total`),
        ...AREA_COLUMNS.map((c) => number(sumOf(counts, c.statuses), `tasks/${key}/${c.key}`)),
        rate.percent === null ? { text: '-' } : { text: formatPercent(rate.percent), value: rate.percent, figure: `tasks/${key}/rate` },
      ],
    };
  };
  const areas = evaluation.plan.areas.flatMap((area) => {
    const counts = count(evaluation.tasks.filter((t) => t.task.area === area.code).map((t) => t.status));
    return totalOf(counts) > 0 ? [row(inSentence(area.title), counts, 'data', area.code)] : [];
  });
  return { id: 'by-area', caption: null, columns, rows: [...areas, row('Tổng cộng', evaluation.counts.byTask, 'total', 'all')], numberColumns: false };
}

function figureRow(indicator: Indicator, figure: FigureResult, city: boolean): Row {
  const text = figureCell(figure, indicator);
  const base = city && figure.of > 1 ? `${formatInteger(figure.reported)}/${formatInteger(figure.of)} đơn vị đã báo cáo` : '';
  return {
    kind: 'data',
    cells: [
      { text: indicator.code },
      { text: indicator.label },
      { text: indicator.unit === '-' ? '' : indicator.unit },
      { text: text.charAt(0).toLocaleUpperCase('vi') + text.slice(1), value: figure.value ?? undefined, figure: `indicator/${indicator.code}` },
      { text: base },
    ],
  };
}

/** Annex of statistics: all indicators in force for a city; for a unit those that it answers. */
export function indicatorTable(input: ViewInput): Table {
  const { evaluation, registry, indicators } = input;
  const on = evaluation.period.window.to;
  const city = evaluation.unit === null;
  const own = (i: Indicator): boolean => city || answerersOf(i, indicators, registry, on).includes(evaluation.unit as string);
  const standing = indicators.indicators.filter((i) => inForce(i, on) && evaluation.indicators.has(i.code) && own(i));
  const rows = indicators.groups.flatMap((group) => {
    const within = standing.filter((i) => i.code === group.code || i.code.startsWith(`${group.code}.`));
    if (within.length === 0) return [];
    const heading: Row = { kind: 'group', cells: [{ text: group.code }, { text: group.title, span: 4 }] };
    const direct = within.filter((i) => nearestGroup(i.code, indicators) === group.code);
    return [heading, ...direct.map((i) => figureRow(i, evaluation.indicators.get(i.code) as FigureResult, city))];
  });
  return {
    id: 'indicators',
    caption: null,
    columns: [
      { key: 'code', title: 'Mã', weight: 9, align: 'left' },
      { key: 'label', title: 'Chỉ tiêu thống kê', weight: 43, align: 'left' },
      { key: 'unit', title: 'Đơn vị tính', weight: 12, align: 'center' },
      { key: 'value', title: 'Kết quả', weight: 18, align: 'right' },
      { key: 'note', title: 'Ghi chú', weight: 18, align: 'left' },
    ],
    rows,
    numberColumns: true,
  };
}

function nearestGroup(code: string, { groups }: IndicatorsFile): string | undefined {
  const holds = groups.filter((g) => code === g.code || code.startsWith(`${g.code}.`));
  return holds.reduce<string | undefined>((best, g) => (best === undefined || g.code.length > best.length ? g.code : best), undefined);
}

const TASK_COLUMNS: readonly Column[] = [
  { key: 'no', title: 'STT', weight: 5, align: 'center' },
  { key: 'task', title: 'Nhiệm vụ', weight: 28, align: 'left' },
  { key: 'product', title: 'Sản phẩm', weight: 13, align: 'left' },
  { key: 'due', title: 'Thời hạn', weight: 14, align: 'left' },
];

/** Annex of tasks: a unit's own due parts with result and evidence; a city's with n/N of its units. */
export function taskTable(input: ViewInput): Table {
  return input.evaluation.unit === null ? cityTaskTable(input) : unitTaskTable(input);
}

function areaRows(input: ViewInput, columns: number, rowsOf: (area: string) => readonly Row[]): readonly Row[] {
  return input.evaluation.plan.areas.flatMap((area, index) => {
    const rows = rowsOf(area.code);
    const heading: Row = { kind: 'group', cells: [{ text: roman(index + 1) }, { text: inSentence(area.title), span: columns - 1 }] };
    return rows.length > 0 ? [heading, ...rows] : [];
  });
}

function unitTaskTable(input: ViewInput): Table {
  const columns: Column[] = [
    ...TASK_COLUMNS,
    { key: 'result', title: 'Kết quả thực hiện đến kỳ báo cáo', weight: 22, align: 'left' },
    { key: 'evidence', title: 'Văn bản, minh chứng', weight: 14, align: 'left' },
    { key: 'status', title: 'Trạng thái', weight: 12, align: 'left' },
    { key: 'done', title: 'Ngày hoàn thành', weight: 10, align: 'center' },
    { key: 'reason', title: 'Lý do chậm, giải pháp', weight: 14, align: 'left' },
  ];
  const rowsOf = (area: string): readonly Row[] =>
    input.evaluation.judgements.filter((j) => j.obligation.part.task.area === area).map((j) => unitTaskRow(j));
  return { id: 'tasks', caption: null, columns, rows: areaRows(input, columns.length, rowsOf), numberColumns: true };
}

function unitTaskRow(j: Judgement): Row {
  const { task, assignment, no } = j.obligation.part;
  const { reason, remedy } = reasonOf(j);
  const product = assignment.product ?? task.product;
  const result = resultText({ ...j, events: j.events.map((e) => ({ ...e, fact: { ...e.fact, evidence: [] } })) });
  return {
    kind: 'data',
    cells: [
      { text: task.no },
      { text: partTitle(j.obligation.part) },
      { text: product ? inSentence(product) : '' },
      { text: dueText(j) },
      { text: result.charAt(0).toLocaleUpperCase('vi') + result.slice(1) },
      { text: evidenceOf(j).join('; ') },
      { text: STATUS_LABELS[j.status], figure: `obligation/${task.id}/${no}/${j.obligation.unit}` },
      { text: j.completedOn ? formatDate(j.completedOn) : '' },
      { text: [reason, remedy].filter((t) => t !== null).join('. Giải pháp: ') },
    ],
  };
}

function cityTaskTable(input: ViewInput): Table {
  const { evaluation, registry } = input;
  const columns: Column[] = [
    ...TASK_COLUMNS,
    { key: 'lead', title: 'Cơ quan, đơn vị chủ trì', weight: 18, align: 'left' },
    { key: 'units', title: 'Số phần việc', weight: 8, align: 'right' },
    { key: 'done', title: 'Đã hoàn thành, có kết quả', weight: 10, align: 'right' },
    { key: 'overdue', title: 'Quá hạn chưa hoàn thành', weight: 10, align: 'right' },
    { key: 'left-out', title: 'Chưa phát sinh, dừng', weight: 9, align: 'right' },
    { key: 'status', title: 'Trạng thái nhiệm vụ', weight: 14, align: 'left' },
  ];
  const rowsOf = (area: string): readonly Row[] =>
    evaluation.tasks.filter((t) => t.task.area === area).flatMap((state) => {
      const parts = new Map<number, Judgement[]>();
      for (const j of state.judgements) parts.set(j.obligation.part.no, [...(parts.get(j.obligation.part.no) ?? []), j]);
      return [...parts.values()].map((judgements, index) => cityTaskRow(judgements, index === 0 ? STATUS_LABELS[state.status] : '', registry));
    });
  return { id: 'tasks', caption: null, columns, rows: areaRows(input, columns.length, rowsOf), numberColumns: true };
}

function cityTaskRow(judgements: readonly Judgement[], status: string, registry: Registry): Row {
  const first = judgements[0] as Judgement;
  const { part } = first.obligation;
  const counts = count(judgements.map((j) => j.status));
  const key = `part/${part.task.id}/${part.no}`;
  const product = part.assignment.product ?? part.task.product;
  return {
    kind: 'data',
    cells: [
      { text: part.task.no },
      { text: partTitle(part) },
      { text: product ? inSentence(product) : '' },
      { text: dueText(first) },
      { text: part.assignment.lead.map((id) => shortName(id, registry)).join('; ') },
      number(judgements.length, `${key}/all`),
      number(sumOf(counts, ['done-on-time', 'done-late', 'period-done']), `${key}/done`),
      number(counts.overdue, `${key}/overdue`),
      number(sumOf(counts, ['not-triggered', 'cancelled']), `${key}/left-out`),
      { text: status },
    ],
  };
}

