/**
 * "Tổng quan": the headline numbers, tasks and parts of work by status, what changed since the last period, the days on
 * which reports came, and the charts. Two minutes of reading; every number is counted from the other sheets.
 */

import { WHY_NOT_TEXTS } from '../../i18n/comparison';
import { STATUS_LABELS } from '../../i18n/statuses';
import type { Comparison } from '../../figures/comparison';
import type { Tally } from '../../figures/comparison/tally';
import { totalOf, type Rate } from '../../figures/evaluation';
import { STATUSES, type Status } from '../../obligations/schema';
import type { SummaryInput } from '../summary';
import type { CellStyle, Scalar, Sheet, SheetCell, SheetChart, SheetColumn } from '../workbook';
import { cell, cellRef, firstRow, formulaCell, quoted, rateCell } from './cells';
import { countTasks, ratedStatuses } from './count-row';
import type { Counted, PlacedLater } from './areas';
import type { DetailIndex } from './detail-index';
import type { Link, Picked } from './links';
import { lowestChart, lowestRows, type Lowest } from './lowest';
import { dayRows, daysChart, SENDING_DAYS } from './sending-days';
import { SUBMISSIONS, submissionDays, type SubmissionDay } from './submissions';
import type { TaskIndex } from './task-index';
import { UNITS, type UnitSheet } from './units';

export const OVERVIEW = 'Tổng quan';

/** One measure in both columns: its formula, its values now and in the last period. */
interface Line {
  readonly label: string;
  readonly style: 'integer' | 'percent' | 'total' | 'totalPercent';
  readonly formula: (column: 'B' | 'C') => string;
  readonly now: readonly [Scalar, Scalar];
  readonly before: readonly [Scalar, Scalar];
  /** Rows that the counts take, where they are counts. */
  readonly picked?: Picked;
}

/** Where the blocks of the sheet stand. */
interface Places {
  readonly headline: number;
  readonly statuses: number;
  /** The row that begins the second printed page. */
  readonly second: number;
}

const HEADLINES = 4;

/** `high`: rows that the chart of the first page takes; the second page begins below it. */
function placesOf(first: number, high = 0): Places {
  const headline = first + 1;
  const statuses = headline + HEADLINES + 2 + 1;
  return { headline, statuses, second: Math.max(statuses + STATUSES.length, first + high + 1) };
}

export function overviewNames(heading: readonly SheetCell[]): Record<string, string> {
  const { headline } = placesOf(firstRow(heading));
  return { TQ_TongNhiemVu: cellRef(OVERVIEW, 2, headline), TQ_NhiemVuXong: cellRef(OVERVIEW, 2, headline + 1) };
}

/** What stood in the last period, where it can be shown. */
const earlier = ({
  comparison,
}: SummaryInput): { readonly byTask: Tally | null; readonly byObligation: Tally | null } => ({
  byTask: comparison?.byTask.then ?? null,
  byObligation: comparison?.byObligation.then ?? null,
});

const rateValue = ({ percent }: Rate): Scalar =>
  percent === null ? 'không phát sinh' : Number((percent / 100).toFixed(4));

function headlines(
  input: SummaryInput,
  { headline, statuses }: Pick<Places, 'headline' | 'statuses'>,
): readonly Line[] {
  const { counts, rate } = input.evaluation;
  const { byTask, byObligation } = earlier(input);
  const at = (column: string, s: Status): string => `${column}${statuses + STATUSES.indexOf(s)}`;
  const both = <T extends Scalar>(of: (which: 'byTask' | 'byObligation') => T): readonly [T, T] => [
    of('byTask'),
    of('byObligation'),
  ];
  const then = (of: (tally: Tally) => Scalar): Line['before'] => [
    byTask && of(byTask),
    byObligation && of(byObligation),
  ];
  return [
    {
      label: 'Tổng số',
      style: 'integer',
      formula: (c) => `SUM(${c}${statuses}:${c}${statuses + STATUSES.length - 1})`,
      now: both((w) => totalOf(counts[w])),
      before: then((t) => t.total),
      picked: null,
    },
    {
      label: 'Đã hoàn thành, có kết quả',
      style: 'integer',
      formula: (c) => input.rate.done.map((s) => at(c, s)).join('+') || '0',
      now: both((w) => rate[w].done),
      before: then((t) => t.rate.done),
      picked: input.rate.done,
    },
    {
      label: 'Số tính tỷ lệ (trừ dừng, chưa phát sinh)',
      style: 'integer',
      formula: (c) => [`${c}${headline}`, ...input.rate.leftOut.map((s) => at(c, s))].join('-'),
      now: both((w) => rate[w].of),
      before: then((t) => t.rate.of),
      picked: ratedStatuses(input),
    },
    {
      label: input.comparison === null ? 'Tỷ lệ hoàn thành' : 'Tỷ lệ hoàn thành (tăng, giảm: điểm phần trăm)',
      style: 'totalPercent',
      formula: (c) => rateCell(`${c}${headline + 1}`, `${c}${headline + 2}`, null).formula as string,
      now: both((w) => rateValue(rate[w])),
      before: then((t) => rateValue(t.rate)),
    },
  ];
}

function statusLines(input: SummaryInput): readonly Line[] {
  const { counts } = input.evaluation;
  const { byTask, byObligation } = earlier(input);
  return STATUSES.map((s) => ({
    label: STATUS_LABELS[s],
    style: 'integer',
    formula: (c) => (c === 'B' ? countTasks(null, s) : `COUNTIF(CT_TrangThai,${quoted(STATUS_LABELS[s])})`),
    now: [counts.byTask[s], counts.byObligation[s]],
    before: [byTask && byTask.counts[s], byObligation && byObligation.counts[s]],
    picked: s,
  }));
}

/** The change of a count, or of a rate in percentage points: its formula and its value. */
function changeCell(now: string, was: string, [value, before]: readonly [Scalar, Scalar], rate: boolean): SheetCell {
  const [by, decimals, style] = rate ? (['*100', 2, 'decimal'] as const) : (['', 6, 'integer'] as const);
  const both = typeof value === 'number' && typeof before === 'number';
  return formulaCell(
    `IF(AND(ISNUMBER(${now}),ISNUMBER(${was})),ROUND((${now}-${was})${by},${decimals}),"")`,
    both ? Number(((value - before) * (rate ? 100 : 1)).toFixed(decimals)) : '',
    style,
  );
}

/** The indexes of both columns: tasks are counted on their own sheet, parts of work in "Chi tiết". */
interface Indexes {
  readonly tasks: TaskIndex;
  readonly detail: DetailIndex;
}

const linked = (made: SheetCell, link: Link): SheetCell =>
  link.link === undefined ? made : { ...made, ...link, style: 'countLink' };

/** The two counts or rates of now; each count leads to its rows. */
function nowCells({ formula, now, style, picked }: Line, { tasks, detail }: Indexes): readonly SheetCell[] {
  const link = (index: TaskIndex | DetailIndex, value: Scalar): Link =>
    picked === undefined ? {} : index.ofStatus(picked, Number(value));
  return [
    linked(formulaCell(formula('B'), now[0], style), link(tasks, now[0])),
    linked(formulaCell(formula('C'), now[1], style), link(detail, now[1])),
  ];
}

/** `comparison` null: nothing stands beside; a side that cannot be set against the earlier one shows no change. */
function lineCells(line: Line, row: number, comparison: Comparison | null, indexes: Indexes): readonly SheetCell[] {
  const { style, now, before } = line;
  const rate = style === 'totalPercent';
  const plain: CellStyle = rate ? 'percent' : style;
  const cells = [cell(line.label, rate ? 'group' : 'text'), ...nowCells(line, indexes)];
  if (comparison === null) return cells;
  const barred = [comparison.byTask.whyNot, comparison.byObligation.whyNot] as const;
  const change = (column: string, was: string, i: 0 | 1): SheetCell =>
    barred[i] !== null ? cell(null, plain) : changeCell(`${column}${row}`, `${was}${row}`, [now[i], before[i]], rate);
  return [...cells, cell(before[0], plain), change('B', 'D', 0), cell(before[1], plain), change('C', 'F', 1)];
}

/** Rows of other sheets: the first body that reported (null: none did) and the first report owed. */
interface Rows {
  readonly reported: number | null;
  readonly submissions: number;
}

/** To the first of the rows that a filter finds. */
const led = (sheet: string, row: number, filter: string): Link => ({
  link: `'${sheet}'!A${row}`,
  tip: `Dòng đầu; lọc ${filter} để xem đủ`,
});

/** Bodies that told anything, and reports that were sent: two different things. */
function reportingRows(
  input: SummaryInput,
  compared: boolean,
  { reported, submissions: firstSubmission }: Rows,
): readonly (readonly SheetCell[])[] {
  const { reporting } = input.evaluation;
  const { submissions } = input;
  const sent = submissions.filter((s) => s.submittedOn !== null).length;
  const blanks = compared ? Array.from({ length: 4 }, () => cell(null, 'center')) : [];
  const sentAt = submissions.findIndex((s) => s.submittedOn !== null);
  const links = {
    reported: reported === null ? {} : led(UNITS, reported, 'Đã báo cáo là “Có”'),
    sent: sentAt < 0 ? {} : led(SUBMISSIONS, firstSubmission + sentAt, 'Ngày gửi khác trống'),
  };
  const row = (label: string, formula: string, value: number, of: number, link: Link): readonly SheetCell[] => [
    cell(label),
    linked(formulaCell(formula, value, 'integer'), link),
    cell(`trên ${of}`, 'center'),
    ...blanks,
  ];
  return [
    row(
      'Cơ quan, đơn vị đã báo cáo kết quả',
      'COUNTIF(DV_DaBaoCao,"Có")',
      reporting.reported.length,
      reporting.expected.length,
      links.reported,
    ),
    submissions.length > 0
      ? row('Báo cáo đã gửi', 'COUNT(GB_NgayGui)', sent, submissions.length, links.sent)
      : [cell('Báo cáo đã gửi'), cell('không quy định', 'center'), cell(''), ...blanks],
  ];
}

/** Of the first block; says why nothing is set beside the earlier period where that is so. */
function headlineTitle(comparison: Comparison | null): string {
  const why = comparison?.byTask.whyNot ?? comparison?.byObligation.whyNot ?? null;
  const barred = why === null ? '' : `; không so sánh với ${comparison?.then.name ?? ''}: ${WHY_NOT_TEXTS[why]}`;
  return `Số liệu chính${barred}`;
}

function overviewColumns(before: Comparison | null): readonly SheetColumn[] {
  const columns = [
    { key: 'what', header: 'Nội dung', width: 42, wrap: true },
    { key: 'tasks', header: 'Số nhiệm vụ', width: 13, wrap: true },
    { key: 'obligations', header: 'Số phần việc', width: 13, wrap: true },
  ];
  if (before === null) return columns;
  return [
    ...columns,
    { key: 'tasksBefore', header: `Số nhiệm vụ, ${before.then.name}`, width: 13, wrap: true },
    { key: 'tasksChange', header: 'Tăng, giảm số nhiệm vụ', width: 13, wrap: true },
    { key: 'obligationsBefore', header: `Số phần việc, ${before.then.name}`, width: 13, wrap: true },
    { key: 'obligationsChange', header: 'Tăng, giảm số phần việc', width: 13, wrap: true },
  ];
}

/** The sheets that the first one leads to, and whose charts it shows. */
export interface Beside {
  readonly indexes: Indexes;
  readonly areas: Counted;
  readonly units: UnitSheet;
  /** Row of the first report owed. */
  readonly submissions: number;
}

/** A block of the second page: its rows, and the chart beside them. */
interface Block {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly chart: PlacedLater;
}

type Group = (text: string) => readonly SheetCell[];

function lowestBlock(lowest: Lowest | null, row: number, index: DetailIndex, group: Group): Block | null {
  if (lowest === null) return null;
  const rows = [group(lowest.title), ...lowestRows(lowest, row + 2, index)];
  return { rows, chart: lowestChart(lowest, OVERVIEW, row + 2) };
}

function dayBlock(days: readonly SubmissionDay[], row: number, group: Group): Block | null {
  if (days.length === 0) return null;
  return { rows: [group(SENDING_DAYS), ...dayRows(days, row + 2)], chart: daysChart(days, OVERVIEW, row + 2) };
}

/** The first sheet; the chart of the areas stands on its first printed page. */
export function overviewSheet(input: SummaryInput, heading: readonly SheetCell[], beside: Beside): Sheet {
  const before = input.comparison;
  const compared = before !== null;
  const { indexes, areas, units } = beside;
  const top = firstRow(heading);
  const { headline, statuses, second } = placesOf(top, areas.chart?.rows);
  const group: Group = (text) => [{ value: text, style: 'group', span: compared ? 7 : 3 }];
  const lines = (from: number, of: readonly Line[]): readonly (readonly SheetCell[])[] =>
    of.map((line, i) => lineCells(line, from + i, before, indexes));
  const lowest = lowestBlock(units.lowest, second, indexes.detail, group);
  const days = dayBlock(submissionDays(input.submissions), second + (lowest?.rows.length ?? 0), group);
  const blank = Array.from({ length: second - statuses - STATUSES.length }, () => []);
  const placed = (chart: PlacedLater | undefined | null, row: number): readonly SheetChart[] =>
    chart ? [{ ...chart, row }] : [];
  return {
    name: OVERVIEW,
    heading,
    columns: overviewColumns(before),
    rows: [
      group(headlineTitle(before)),
      ...lines(headline, headlines(input, { headline, statuses })),
      ...reportingRows(input, compared, { reported: units.reported, submissions: beside.submissions }),
      group('Theo trạng thái'),
      ...lines(statuses, statusLines(input)),
      ...blank,
      ...(lowest?.rows ?? []),
      ...(days?.rows ?? []),
    ],
    autoFilter: false,
    freezeColumns: 0,
    conditional: [],
    orientation: 'landscape',
    charts: [...placed(areas.chart, top), ...placed(lowest?.chart, second), ...placed(days?.chart, second)],
    breakBefore: second,
  };
}
