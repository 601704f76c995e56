/**
 * The rows of a sheet compiled straight to SpreadsheetML, one text a row: what a city's 100,000 cells and a province's
 * three million cost is their number, so nothing is made for a cell but its text. Merges and links are gathered on the
 * way. Dates go in as serial numbers, so that no time zone can move one.
 */

import { daysBetween, parsePlainDate, plainDate } from '../../calendar/plain-date';
import { formatDate } from '../../i18n/format';
import type { CellStyle, Scalar, SheetCell } from '../../report/workbook';
import { escapeXstring, finite, looksLikeFormula, shownText } from './cell-text';
import { columnLetters } from './defined-names';
import { wrapsText, type Layout } from './layout';
import type { SheetExtras } from './package-patch';
import { textElement, type SharedTexts } from './shared-texts';
import type { SheetDirectory } from './sheet-names';
import { kindOf } from './shown-value';
import type { Variant, WorkbookStyles } from './workbook-styles';

export interface SheetContext {
  readonly name: string;
  readonly styles: WorkbookStyles;
  /** Number of the cell format of a style and variant in `xl/styles.xml`. */
  readonly formatOf: (name: CellStyle, variant: Variant) => number;
  readonly layout: Layout;
  readonly directory: SheetDirectory;
  readonly texts: SharedTexts;
}

const EXCEL_EPOCH = plainDate('1899-12-30');
const FIRST_SERIAL_DAY = plainDate('1900-03-01');
const MAX_FORMULA = 8_192;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

const serials = new Map<string, string | number>();

/** A day as a serial number; what is no day, or none that Excel counts rightly, stays text. */
export function storedDate(value: string): string | number {
  const known = serials.get(value);
  if (known !== undefined) return known;
  const day = parsePlainDate(value);
  // Excel takes 1900 for a leap year: its serial numbers are right from March 1900 on.
  const stored = !day ? value : day < FIRST_SERIAL_DAY ? formatDate(day) : daysBetween(EXCEL_EPOCH, day);
  if (day) serials.set(value, stored);
  return stored;
}

function storedValue(value: Scalar, style: CellStyle): Scalar {
  if (typeof value === 'number') return finite(value);
  return typeof value === 'string' && kindOf(style) === 'date' ? storedDate(value) : value;
}

/** The end of a cell with a formula: the formula, and the value that it must give. */
function formulaEnd(cell: SheetCell, value: Scalar, directory: SheetDirectory): string {
  const formula = directory.rewrite(shownText(cell.formula as string));
  if (formula.length > MAX_FORMULA || formula.startsWith('=')) throw new RangeError(`not a formula: ${formula}`);
  const written = textElement('f', formula);
  if (value === null) return `>${written}</c>`;
  if (typeof value === 'number') return `>${written}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return ` t="b">${written}<v>${Number(value)}</v></c>`;
  return ` t="str">${written}${textElement('v', escapeXstring(shownText(value)))}</c>`;
}

function cellEnd(cell: SheetCell, value: Scalar, { directory, texts }: SheetContext): string {
  if (cell.formula !== undefined) return formulaEnd(cell, value, directory);
  if (value === null) return '/>';
  if (typeof value === 'number') return `><v>${value}</v></c>`;
  if (typeof value === 'boolean') return ` t="b"><v>${Number(value)}</v></c>`;
  return texts.cell(value);
}

/** Numbers of the cell formats of a style, by whether its text wraps, is text, and looks like a formula. */
type Formats = Partial<Record<CellStyle, (number | undefined)[]>>;

function formatOf(cell: SheetCell, value: Scalar, at: number, context: SheetContext, formats: Formats): number {
  const text = typeof value === 'string';
  const wrap = wrapsText(cell, at, context.layout, context.styles);
  const quoted = text && cell.formula === undefined && looksLikeFormula(value);
  const numbers = (formats[cell.style] ??= []);
  return (numbers[Number(wrap) * 4 + Number(text) * 2 + Number(quoted)] ??= context.formatOf(cell.style, {
    wrap,
    text,
    quoted,
  }));
}

/** Merges and links met on the way. */
export interface Gathered extends SheetExtras {
  readonly merges: string[];
}

/** What is known of a sheet while its rows are written one after the other. */
interface Sheeting {
  readonly context: SheetContext;
  readonly gathered: Gathered;
  readonly letters: readonly string[];
  readonly formats: Formats;
  /** For each column the last cell and its end, where that is the same in every row: cells of a task are shared objects. */
  readonly above: ({ readonly cell: SheetCell; readonly end: string; readonly text: boolean } | undefined)[];
}

/** The cell after its address: format and content. */
function cellXml(cell: SheetCell, at: number, { context, formats, above }: Sheeting): string {
  const last = above[at];
  if (last !== undefined && last.cell === cell) {
    if (last.text) context.texts.cell(cell.value as string);
    return last.end;
  }
  const value = storedValue(cell.value, cell.style);
  const end = `" s="${formatOf(cell, value, at, context, formats)}"${cellEnd(cell, value, context)}`;
  above[at] = { cell, end, text: typeof value === 'string' && cell.formula === undefined };
  return end;
}

/** Empty cells under a merged one, in its format; the merge and the link are noted. */
function spanXml(cell: SheetCell, at: number, row: string, { context, gathered, letters, formats }: Sheeting): string {
  const span = cell.span ?? 1;
  const address = `${letters[at]}${row}`;
  if (cell.link !== undefined) gathered.links.add(address, context.directory.location(cell.link), cell.tip);
  if (span === 1) return '';
  gathered.merges.push(`${address}:${letters[at + span - 1]}${row}`);
  const format = formatOf(cell, storedValue(cell.value, cell.style), at, context, formats);
  let xml = '';
  for (let i = at + 1; i < at + span; i += 1) xml += `<c r="${letters[i]}${row}" s="${format}"/>`;
  return xml;
}

function rowXml(cells: readonly SheetCell[], number: number, sheeting: Sheeting): string {
  const { context, letters } = sheeting;
  const height = context.layout.heightOf(cells);
  const row = String(number);
  let xml = height === undefined ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`;
  let at = 0;
  for (const cell of cells) {
    const span = cell.span ?? 1;
    if (at + span > letters.length) throw new RangeError(`row ${row} of ${context.name} is wider than its table`);
    xml += `<c r="${letters[at]}${row}${cellXml(cell, at, sheeting)}`;
    if (span > 1 || cell.link !== undefined) xml += spanXml(cell, at, row, sheeting);
    at += span;
  }
  return `${xml}</row>`;
}

/** The rows one after the other; throws on more than Excel can hold. Read it to the end before using `gathered`. */
export function* sheetData(context: SheetContext, gathered: Gathered): Iterable<string> {
  const { rows, widths } = context.layout;
  if (rows.length > MAX_ROWS || widths.length > MAX_COLUMNS)
    throw new RangeError(`${context.name} is larger than a sheet can be`);
  const letters = widths.map((_, i) => columnLetters(i));
  const sheeting = { context, gathered, letters, formats: {}, above: [] };
  let number = 0;
  for (const cells of rows) yield rowXml(cells, (number += 1), sheeting);
}
