/** Small makers of cells and references, shared by the sheets of the summary. */

import type { CellStyle, Scalar, SheetCell } from '../workbook';

export const cell = (value: Scalar, style: CellStyle = 'text'): SheetCell => ({ value, style });
export const formulaCell = (formula: string, value: Scalar, style: CellStyle): SheetCell => ({ formula, value, style });

/** How a value is shown: words in the middle, a percentage with its sign, a whole number without decimals. */
export function valueStyle(value: Scalar, percent: boolean): CellStyle {
  if (typeof value !== 'number') return 'center';
  if (percent) return 'percent';
  return Number.isInteger(value) ? 'integer' : 'decimal';
}

/** 1 → "A", 27 → "AA". */
export function columnLetter(index: number): string {
  let rest = index;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** The one line of a table that has no rows: what there is none of, in the column after `before` empty ones. */
export const noRows = (before: number, text: string): readonly (readonly SheetCell[])[] => [
  [...Array.from({ length: before }, () => cell('')), cell(text)],
];

/** Text as a result inside an Excel formula. */
export function literal(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** Text as a criterion inside an Excel formula: wildcards of COUNTIFS are made literal. */
export function quoted(text: string): string {
  return literal(text.replace(/[~*?]/g, '~$&'));
}

/** First row of the table's body: heading lines, one header row, then the rows. */
export const firstRow = (heading: readonly SheetCell[]): number => heading.length + 2;

/** `'Chi tiết'!$F$6:$F$900` */
export function columnRange(sheet: string, column: number, from: number, count: number): string {
  const letter = columnLetter(column);
  return `'${sheet}'!$${letter}$${from}:$${letter}$${from + Math.max(count, 1) - 1}`;
}

/** `'Chỉ tiêu kế hoạch'!$H$9` */
export const cellRef = (sheet: string, column: number, row: number): string =>
  `'${sheet}'!$${columnLetter(column)}$${row}`;

/** What a rate says where nothing is owed. */
export const NOTHING = 'không phát sinh';
export const NOT_APPLICABLE = 'không áp dụng';

/** A percentage as a cell holds it: 98,63 % is 0.9863. */
export const fraction = (percent: number): number => Number((percent / 100).toFixed(6));

/** A rate cell: rounded as policy says, "không phát sinh" where nothing is owed. */
export function rateCell(done: string, of: string, percent: number | null, style: CellStyle = 'percent'): SheetCell {
  return formulaCell(
    `IF((${of})=0,${literal(NOTHING)},ROUND((${done})/(${of}),4))`,
    percent === null ? NOTHING : Number((percent / 100).toFixed(4)),
    style,
  );
}
