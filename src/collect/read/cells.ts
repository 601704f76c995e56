/**
 * A workbook that came from outside, as cells: what was typed, whether a formula stands there, whether the format
 * makes a day or a percentage of a number. Plain data, so that it can cross from a worker.
 */

import type { PlainDate } from '../../calendar/plain-date';

export interface ReadCell {
  /** Zero-based. */
  readonly column: number;
  readonly value: string | number | boolean;
  /** `error`: the value is an error's name (#N/A). */
  readonly kind: 'text' | 'number' | 'boolean' | 'error' | 'formula';
  /** The day that a date format shows for the number. */
  readonly day: PlainDate | null;
  readonly percent: boolean;
}

export interface ReadRow {
  /** Excel's own number. */
  readonly no: number;
  readonly cells: readonly ReadCell[];
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Part of the package, for whoever marks cells in it. */
  readonly part: string;
  /** Rows that have a cell with something in it. */
  readonly rows: readonly ReadRow[];
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
}

/** The cell of a row, or undefined where nothing stands. */
export function cellAt(row: ReadRow | undefined, column: number): ReadCell | undefined {
  return row?.cells.find((cell) => cell.column === column);
}

/** `(27, 12)` → `AB12`. */
export function addressOf(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row}`;
}
