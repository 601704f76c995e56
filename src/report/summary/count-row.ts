/**
 * The columns that every counting sheet ends with: a count for each status, the total, what is done, what the rate is
 * taken of, the rate. Each is a formula with its value beside it; each count leads to the rows it is made of.
 */

import { STATUS_LABELS } from '../../i18n/statuses';
import { totalOf, type Counts } from '../../figures/evaluation';
import { STATUSES, type Status } from '../../obligations/schema';
import type { SummaryInput } from '../summary';
import type { CellStyle, SheetCell, SheetColumn } from '../workbook';
import { columnLetter, formulaCell, quoted, rateCell } from './cells';
import type { Link, Picked } from './links';

const STATUS_COLUMNS: readonly SheetColumn[] = STATUSES.map((s) => ({
  key: s,
  header: STATUS_LABELS[s],
  width: 8.5,
  wrap: true,
}));

/** Header cells of the columns that `countRow` fills. */
export const COUNT_COLUMNS: readonly SheetColumn[] = [
  ...STATUS_COLUMNS,
  { key: 'total', header: 'Tổng số', width: 9, wrap: true },
  { key: 'done', header: 'Đã hoàn thành, có kết quả', width: 9, wrap: true },
  { key: 'of', header: 'Số tính tỷ lệ (trừ dừng, chưa phát sinh)', width: 9, wrap: true },
  { key: 'rate', header: 'Tỷ lệ hoàn thành', width: 9, wrap: true },
];

/** Column of a status, of the total and of the rate, in a table whose counts begin at column `start`. */
export const statusColumn = (start: number, status: Status): number => start + STATUSES.indexOf(status);
export const totalColumn = (start: number): number => start + STATUSES.length;
export const rateColumn = (start: number): number => start + STATUSES.length + 3;

export interface CountRow {
  readonly row: number;
  /** Column of the first status. */
  readonly start: number;
  readonly counts: Counts;
  readonly formula: (status: Status) => string;
  /** Where the rows stand that a count takes. */
  readonly link?: (picked: Picked, count: number) => Link;
  readonly total?: boolean;
}

/** Statuses that the rate is taken of. */
export const ratedStatuses = ({ rate }: SummaryInput): readonly Status[] =>
  STATUSES.filter((s) => !rate.leftOut.includes(s));

export function countRow(of: CountRow, input: SummaryInput): readonly SheetCell[] {
  const { row, start, counts, formula } = of;
  const style: CellStyle = of.total ? 'total' : 'integer';
  const at = (s: Status): string => `${columnLetter(statusColumn(start, s))}${row}`;
  const rate = input.rateOf(counts);
  const [first, last] = [columnLetter(start), columnLetter(start + STATUSES.length - 1)];
  const total = columnLetter(totalColumn(start));
  const { done, leftOut } = input.rate;
  const counted = (picked: Picked, formulaText: string, value: number): SheetCell => {
    const link = of.link?.(picked, value) ?? {};
    const linked = link.link !== undefined && !of.total;
    return { ...formulaCell(formulaText, value, linked ? 'countLink' : style), ...link };
  };
  const [doneColumn, ofColumn] = [columnLetter(totalColumn(start) + 1), columnLetter(totalColumn(start) + 2)];
  return [
    ...STATUSES.map((s) => counted(s, formula(s), counts[s])),
    counted(null, `SUM(${first}${row}:${last}${row})`, totalOf(counts)),
    counted(done, done.map(at).join('+') || '0', rate.done),
    counted(ratedStatuses(input), [`${total}${row}`, ...leftOut.map(at)].join('-'), rate.of),
    rateCell(`${doneColumn}${row}`, `${ofColumn}${row}`, rate.percent, of.total ? 'totalPercent' : 'percent'),
  ];
}

/** The sum of a status over the rows above the total. */
export function sumAbove(status: Status, start: number, first: number, end: number): string {
  const letter = columnLetter(statusColumn(start, status));
  return `SUM(${letter}${first}:${letter}${end - 1})`;
}

/** Counts rows of "Chi tiết" of one status, narrowed by named columns and cells. */
export const countDetail = (where: readonly (readonly [name: string, cell: string])[], status: Status): string =>
  `COUNTIFS(${where.map(([n, c]) => `${n},${c},`).join('')}CT_TrangThai,${quoted(STATUS_LABELS[status])})`;

/** Counts tasks of one status, of an area (the cell with its code) or of the whole plan. */
export const countTasks = (area: string | null, status: Status): string =>
  area === null
    ? `COUNTIF(NV_TrangThai,${quoted(STATUS_LABELS[status])})`
    : `COUNTIFS(NV_LinhVuc,${area},NV_TrangThai,${quoted(STATUS_LABELS[status])})`;
