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
import type { CellStyle, ChartRange, Scalar, Sheet, SheetCell, SheetChart, SheetColumn } from '../workbook';
import { cell, cellRef, columnRange, firstRow, formulaCell, quoted, rateCell } from './cells';
import { countTasks } from './count-row';
import type { PlacedLater } from './areas';
import type { DetailIndex } from './detail-index';
import { submissionDays, type SubmissionDay } from './submissions';

export const OVERVIEW = 'Tổng quan';

/** One measure in both columns: its formula, its values now and in the last period. */
interface Line {
  readonly label: string;
  readonly style: 'integer' | 'percent' | 'total' | 'totalPercent';
  readonly formula: (column: 'B' | 'C') => string;
  readonly now: readonly [Scalar, Scalar];
  readonly before: readonly [Scalar, Scalar];
  readonly link?: Pick<SheetCell, 'link' | 'tip'>;
}

/** Where the blocks of the sheet stand. */
interface Places {
  readonly headline: number;
  readonly statuses: number;
  readonly days: number;
}

const HEADLINES = 4;

function placesOf(first: number): Places {
  const headline = first + 1;
  const statuses = headline + HEADLINES + 2 + 1;
  return { headline, statuses, days: statuses + STATUSES.length + 2 };
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

function headlines(input: SummaryInput, { headline, statuses }: Places): readonly Line[] {
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
    },
    {
      label: 'Đã hoàn thành, có kết quả',
      style: 'integer',
      formula: (c) => input.rate.done.map((s) => at(c, s)).join('+') || '0',
      now: both((w) => rate[w].done),
      before: then((t) => t.rate.done),
    },
    {
      label: 'Số tính tỷ lệ (trừ dừng, chưa phát sinh)',
      style: 'integer',
      formula: (c) => [`${c}${headline}`, ...input.rate.leftOut.map((s) => at(c, s))].join('-'),
      now: both((w) => rate[w].of),
      before: then((t) => t.rate.of),
    },
    {
      label: 'Tỷ lệ hoàn thành',
      style: 'totalPercent',
      formula: (c) => rateCell(`${c}${headline + 1}`, `${c}${headline + 2}`, null).formula as string,
      now: both((w) => rateValue(rate[w])),
      before: then((t) => rateValue(t.rate)),
    },
  ];
}

function statusLines(input: SummaryInput, index: DetailIndex): readonly Line[] {
  const { counts } = input.evaluation;
  const { byTask, byObligation } = earlier(input);
  return STATUSES.map((s) => ({
    label: STATUS_LABELS[s],
    style: 'integer',
    formula: (c) => (c === 'B' ? countTasks(null, s) : `COUNTIF(CT_TrangThai,${quoted(STATUS_LABELS[s])})`),
    now: [counts.byTask[s], counts.byObligation[s]],
    before: [byTask && byTask.counts[s], byObligation && byObligation.counts[s]],
    link: index.ofStatus(s, counts.byObligation[s]),
  }));
}

const difference = (now: Scalar, before: Scalar): Scalar =>
  typeof now === 'number' && typeof before === 'number' ? Number((now - before).toFixed(6)) : '';

/** `comparison` null: nothing stands beside; a side that cannot be set against the earlier one shows no change. */
function lineCells(line: Line, row: number, comparison: Comparison | null): readonly SheetCell[] {
  const { style, now, before } = line;
  const linked = line.link?.link !== undefined ? 'countLink' : style;
  const plain: CellStyle = style === 'totalPercent' ? 'percent' : style;
  const cells = [
    cell(line.label, style === 'totalPercent' ? 'group' : 'text'),
    formulaCell(line.formula('B'), now[0], style),
    { ...formulaCell(line.formula('C'), now[1], linked), ...line.link },
  ];
  if (comparison === null) return cells;
  const barred = [comparison.byTask.whyNot, comparison.byObligation.whyNot] as const;
  const change = (column: string, was: string, i: 0 | 1): SheetCell =>
    barred[i] !== null
      ? cell(null, plain)
      : formulaCell(
          `IF(AND(ISNUMBER(${column}${row}),ISNUMBER(${was}${row})),ROUND(${column}${row}-${was}${row},6),"")`,
          difference(now[i], before[i]),
          plain,
        );
  return [...cells, cell(before[0], plain), change('B', 'D', 0), cell(before[1], plain), change('C', 'F', 1)];
}

/** Bodies that told anything, and reports that were sent: two different things. */
function reportingRows(input: SummaryInput, compared: boolean): readonly (readonly SheetCell[])[] {
  const { reporting } = input.evaluation;
  const { submissions } = input;
  const sent = submissions.filter((s) => s.submittedOn !== null).length;
  const blanks = compared ? Array.from({ length: 4 }, () => cell(null, 'center')) : [];
  const row = (label: string, formula: string, value: number, of: number): readonly SheetCell[] => [
    cell(label),
    formulaCell(formula, value, 'integer'),
    cell(`trên ${of}`, 'center'),
    ...blanks,
  ];
  return [
    row(
      'Cơ quan, đơn vị đã báo cáo kết quả',
      'COUNTIF(DV_DaBaoCao,"Có")',
      reporting.reported.length,
      reporting.expected.length,
    ),
    row('Báo cáo đã gửi', 'COUNT(GB_NgayGui)', sent, submissions.length),
  ];
}

function dayRows(days: readonly SubmissionDay[], first: number): readonly (readonly SheetCell[])[] {
  return days.map(({ day, sent, soFar }, i) => {
    const row = first + i;
    return [
      cell(day, 'date'),
      formulaCell(`COUNTIF(GB_NgayGui,A${row})`, sent, 'integer'),
      formulaCell(`SUM(B$${first}:B${row})`, soFar, 'integer'),
    ];
  });
}

function daysChart(days: readonly SubmissionDay[], first: number): PlacedLater {
  const column = (no: number, values: readonly Scalar[]): ChartRange => ({
    ref: columnRange(OVERVIEW, no, first, days.length),
    values,
  });
  const name = (no: number, text: string): ChartRange => ({ ref: cellRef(OVERVIEW, no, first - 1), values: [text] });
  return {
    title: 'Báo cáo gửi theo ngày',
    alt: `Cột: số báo cáo gửi trong từng ngày; đường: số đã gửi đến hết ngày; ${days.length} ngày, số liệu ở trang ${OVERVIEW}.`,
    kind: 'columns',
    categories: {
      ...column(
        1,
        days.map((d) => d.day),
      ),
      dates: true,
    },
    format: 'integer',
    series: [
      {
        name: name(2, SENT),
        values: column(
          2,
          days.map((d) => d.sent),
        ),
        tone: 'first',
      },
      {
        name: name(3, SO_FAR),
        values: column(
          3,
          days.map((d) => d.soFar),
        ),
        tone: 'second',
        line: true,
      },
    ],
  };
}

const SENT = 'Số báo cáo gửi trong ngày';
const SO_FAR = 'Đã gửi đến hết ngày';

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

/** `charts`: those over other sheets; that of the areas stands on the first printed page. */
export function overviewSheet(
  input: SummaryInput,
  heading: readonly SheetCell[],
  index: DetailIndex,
  charts: { readonly areas: PlacedLater | null; readonly units: PlacedLater | null },
): Sheet {
  const before = input.comparison;
  const compared = before !== null;
  const span = compared ? 7 : 3;
  const places = placesOf(firstRow(heading));
  const days = submissionDays(input.submissions);
  const group = (text: string): readonly SheetCell[] => [{ value: text, style: 'group', span }];
  const lines = (from: number, of: readonly Line[]): readonly (readonly SheetCell[])[] =>
    of.map((line, i) => lineCells(line, from + i, before));
  const firstDay = places.days;
  // Under the row that every printed page repeats: what hangs from that row would be repeated too.
  const top = heading.length + 2;
  const second = firstDay - 2;
  const placed = (chart: PlacedLater | null, row: number): readonly SheetChart[] => (chart ? [{ ...chart, row }] : []);
  const dayBlock =
    days.length === 0
      ? []
      : [
          group('Báo cáo gửi theo ngày'),
          [cell('Ngày', 'header'), cell(SENT, 'header'), cell(SO_FAR, 'header')],
          ...dayRows(days, firstDay),
        ];
  return {
    name: OVERVIEW,
    heading,
    columns: overviewColumns(before),
    rows: [
      group(headlineTitle(before)),
      ...lines(places.headline, headlines(input, places)),
      ...reportingRows(input, compared),
      group('Theo trạng thái'),
      ...lines(places.statuses, statusLines(input, index)),
      ...dayBlock,
    ],
    autoFilter: false,
    freezeColumns: 0,
    conditional: [],
    orientation: 'landscape',
    charts: [
      ...placed(charts.areas, top),
      ...placed(days.length > 0 ? daysChart(days, firstDay) : null, second),
      ...placed(charts.units, second),
    ],
    breakBefore: second,
  };
}
