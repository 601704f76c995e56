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

function formatOf(cell: SheetCell, value: Scalar, at: number, context: SheetContext): number {
  const isText = typeof value === 'string';
  return context.formatOf(cell.style, {
    wrap: wrapsText(cell, at, context.layout, context.styles),
    text: isText,
    quoted: isText && cell.formula === undefined && looksLikeFormula(value),
  });
}

/** Merges and links met on the way. */
export interface Gathered extends SheetExtras {
  readonly merges: string[];
  readonly links: { cell: string; location: string; tip?: string }[];
}

function rowXml(
  cells: readonly SheetCell[],
  number: number,
  letters: readonly string[],
  context: SheetContext,
  gathered: Gathered,
): string {
  const height = context.layout.heightOf(cells);
  let xml = height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`;
  let at = 0;
  for (const cell of cells) {
    const span = cell.span ?? 1;
    if (at + span > letters.length) throw new RangeError(`row ${number} of ${context.name} is wider than its table`);
    const value = storedValue(cell.value, cell.style);
    const format = formatOf(cell, value, at, context);
    const address = `${letters[at]}${number}`;
    xml += `<c r="${address}" s="${format}"${cellEnd(cell, value, context)}`;
    if (cell.link !== undefined)
      gathered.links.push({ cell: address, location: context.directory.location(cell.link), tip: cell.tip });
    for (let i = at + 1; i < at + span; i += 1) xml += `<c r="${letters[i]}${number}" s="${format}"/>`;
    if (span > 1) gathered.merges.push(`${address}:${letters[at + span - 1]}${number}`);
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
  let number = 0;
  for (const cells of rows) yield rowXml(cells, (number += 1), letters, context, gathered);
}
