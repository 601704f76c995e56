/**
 * A table as CSV that Excel opens by a double click: UTF-8 with its mark, lines ended CRLF (RFC 4180). With ";" the
 * decimal mark is ",", as Vietnamese Excel has both; with "," it is ".", as programs read it. Text that a spreadsheet
 * would take for a formula gets an apostrophe before it, and so does text that begins with one: whoever reads takes
 * one leading apostrophe off and has the text again.
 */

import type { DataTable } from '../../report/export/tables';
import type { Scalar } from '../../report/workbook';

export type Separator = ';' | ',';

/** First signs of a formula (ASCII and full width), with blanks before them; and signs that split or hide a cell. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const UNSAFE_START = /^['\t\r\n]/;

/** The text made safe; undone by `unguarded`. */
export function guarded(text: string): string {
  return FORMULA.test(text) || UNSAFE_START.test(text) ? `'${text}` : text;
}

/** What a reader of the file does with a text cell. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function cellText(value: Scalar, separator: Separator): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value, separator);
  const text = guarded(value);
  return /["\r\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Figures have at most six decimals; more are refused where they come in. */
function numberText(value: number, separator: Separator): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`);
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  const plain = text === '-0' ? '0' : text;
  const shown = separator === ';' ? plain.replace('.', ',') : plain;
  return shown.includes(separator) ? `"${shown}"` : shown;
}

export function renderCsv(table: DataTable, separator: Separator): Uint8Array {
  const lines = [table.columns, ...table.rows].map((row) =>
    row.map((cell) => cellText(cell, separator)).join(separator),
  );
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}
