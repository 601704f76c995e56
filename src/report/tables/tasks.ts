/** Annex of tasks: a unit's own due parts with result and evidence; a city's with the numbers of its units. */

import { count } from '../../figures/evaluation';
import { formatDate, formatInteger, roman } from '../../i18n/format';
import { STATUS_LABELS } from '../../i18n/statuses';
import type { Judgement } from '../../obligations/status';
import type { Registry } from '../../units/registry';
import { groupBy } from '../../lib/group';
import type { Column, Row, Table } from '../document';
import { lowerFirst, upperFirst } from '../../i18n/words';
import type { ViewInput } from '../view';
import {
  decisionsOf,
  dueText,
  inSentence,
  papersOf,
  partTitle,
  reasonOf,
  resultWithoutEvidence,
  shortName,
  unitNames,
} from '../wording';
import { numberCell as number, sumOf } from './cells';

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
    const heading: Row = {
      kind: 'group',
      cells: [{ text: roman(index + 1) }, { text: inSentence(area.title), span: columns - 1 }],
    };
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
  const result = resultWithoutEvidence(j);
  return {
    kind: 'data',
    cells: [
      { text: task.no },
      { text: partTitle(j.obligation.part) },
      { text: product ? inSentence(product) : '' },
      { text: dueText(j) },
      { text: upperFirst(result) },
      { text: papersOf(j).join('; ') },
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
    evaluation.tasks
      .filter((t) => t.task.area === area)
      .flatMap((state) => {
        const parts = new Map<number, Judgement[]>();
        for (const j of state.judgements)
          parts.set(j.obligation.part.no, [...(parts.get(j.obligation.part.no) ?? []), j]);
        return [...parts.values()].map((judgements, index) =>
          cityTaskRow(judgements, index === 0 ? STATUS_LABELS[state.status] : '', registry),
        );
      });
  return { id: 'tasks', caption: null, columns, rows: areaRows(input, columns.length, rowsOf), numberColumns: true };
}

/** The last day where it is the same for all; else the plan's, and each that has another one is named after it. */
function cityDueText(judgements: readonly Judgement[]): string {
  const first = judgements[0] as Judgement;
  const shared = judgements.every((j) => j.due === first.due);
  return dueText(shared ? first : { ...first, due: first.obligation.part.due.end });
}

/** So many documents are told in a row, and so many units of each; the workbook has all of them. */
const MOST_DECISIONS = 3;
const MOST_NAMES = 4;

/** What gave more time or stopped the work, and for whom where it was not for all. */
function cityDecisions(judgements: readonly Judgement[], registry: Registry): readonly string[] {
  const told = judgements.flatMap((j) => decisionsOf(j).map((text) => ({ text, unit: j.obligation.unit })));
  const all = [...groupBy(told, (d) => d.text)].map(([text, own]) => {
    const units = own.map((d) => d.unit);
    return units.length === judgements.length ? text : `${unitNames(units, registry, MOST_NAMES)}: ${lowerFirst(text)}`;
  });
  const rest = all.length - MOST_DECISIONS;
  return rest > 0 ? [...all.slice(0, MOST_DECISIONS), `${formatInteger(rest)} văn bản khác`] : all;
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
      { text: [cityDueText(judgements), ...cityDecisions(judgements, registry)].join('; ') },
      { text: part.assignment.lead.map((id) => shortName(id, registry)).join('; ') },
      number(judgements.length, `${key}/all`),
      number(sumOf(counts, ['done-on-time', 'done-late', 'period-done']), `${key}/done`),
      number(counts.overdue, `${key}/overdue`),
      number(sumOf(counts, ['not-triggered', 'cancelled']), `${key}/left-out`),
      { text: status },
    ],
  };
}
