/**
 * Column widths and row heights fitted to Times New Roman text, so that no number becomes ### and no line is
 * cut. Rows stand where the model expects them: heading lines, one header row, then the data. Rows may be made on
 * demand: they are read once for the widths; a height is worked out when its row is written.
 */

import { rowsOf, type CellStyle, type Sheet, type SheetCell, type SheetRows } from '../../report/workbook';
import { ColumnMemory } from './column-memory';
import { spanWidth, textRoom, widthFor } from './column-units';
import { choosePaper, type Paper } from './paper';
import { kindOf, shownValue } from './shown-value';
import { lineCount, textMetrics, widestLine, widestWord, type TextMetrics } from './text-width';
import type { WorkbookStyles } from './workbook-styles';

export interface Layout {
  /** All rows of the sheet: heading lines spread over the columns, the header row, the data. */
  readonly rows: SheetRows;
  /** Stored width of each column, in digits of the default font. */
  readonly widths: readonly number[];
  /** Columns whose text wraps: asked for, or too wide to stand on one line. */
  readonly wraps: readonly boolean[];
  /** Points for a row; undefined: one line, the default height. */
  readonly heightOf: (row: readonly SheetCell[]) => number | undefined;
  /** Row number (from 1) of the header row. */
  readonly headerRow: number;
  readonly paper: Paper;
}

type Columns = Pick<Layout, 'widths' | 'wraps'>;

/** Excel's highest row in points, and the height of a line for each point of its size. */
const MAX_HEIGHT = 409;
const LINE = 1.27;
/** Shorter texts (UTF-16 units) never reach Excel's highest row in a column of usual width. */
const LONG_TEXT = 150;
interface Look {
  readonly size: number;
  readonly bold: boolean;
}

function lookOf(cell: SheetCell, styles: WorkbookStyles): Look {
  const look = styles.cells[cell.style];
  return { size: look.size ?? styles.size, bold: look.bold };
}

/** Calls `visit` with each cell of a row and the index of its first column. */
function eachCell(row: readonly SheetCell[], visit: (cell: SheetCell, at: number, span: number) => void): void {
  let at = 0;
  for (const cell of row) {
    const span = cell.span ?? 1;
    visit(cell, at, span);
    at += span;
  }
}

/** Does the text of the cell at column `at` wrap? Numbers never do: their column is wide enough. */
export function wrapsText(cell: SheetCell, at: number, columns: Columns, styles: WorkbookStyles): boolean {
  if (typeof cell.value !== 'string') return false;
  if (columns.wraps[at] || styles.cells[cell.style].wrap || /[\r\n]/.test(cell.value)) return true;
  const span = cell.span ?? 1;
  if (span === 1) return false;
  const { size, bold } = lookOf(cell, styles);
  return widestLine(cell.value, size, bold) > textRoom(spanWidth(columns.widths, at, span), styles);
}

interface Needs {
  /** Points of the widest line of each column, its widest word, and its widest value that cannot be broken. */
  readonly line: number[];
  readonly word: number[];
  readonly solid: number[];
  /** Columns with a text that may be higher than a row can be. */
  readonly long: boolean[];
}

function raise(to: number[], at: number, points: number): void {
  if (points > (to[at] ?? 0)) to[at] = points;
}

/** A date is as wide as any other. */
const ANY_DAY = '00/00/0000';
/** Beyond this a number is shown with an exponent. */
const MOST_DIGITS = 1e15;

/** Digits are equally wide: of the whole numbers with as many digits and the same sign one is measured. */
function standIn(value: number): number {
  if (!Number.isInteger(value) || Math.abs(value) >= MOST_DIGITS) return value;
  let power = 1;
  while (power * 10 <= Math.abs(value)) power *= 10;
  return value < 0 ? -power : value === 0 ? 0 : power;
}

/** Both widths of what the cell shows. */
function metricsOf(value: string | number | boolean, style: CellStyle, styles: WorkbookStyles): TextMetrics {
  const { size, bold } = lookOf({ style, value }, styles);
  const text = shownValue({ value, style });
  const isDay = kindOf(style) === 'date' && /^\d\d\/\d\d\/\d{4}$/.test(text);
  return textMetrics(isDay ? ANY_DAY : text, size, bold);
}

function measure(sheet: Sheet, styles: WorkbookStyles): Needs {
  const header = styles.cells.header;
  const word = sheet.columns.map((c) => widestWord(c.header, header.size ?? styles.size, header.bold));
  const needs: Needs = { line: [...word], word, solid: word.map(() => 0), long: word.map(() => false) };
  const memory = new ColumnMemory<TextMetrics>();
  // The cell above is often the very same object: all rows of a task share what is said of the task.
  const above: SheetCell[] = [];
  const visit = (cell: SheetCell, at: number, span: number): void => {
    const { value, style } = cell;
    if (cell === above[at] || span > 1 || value === null || value === '') return;
    above[at] = cell;
    const key = typeof value === 'number' ? standIn(value) : String(value);
    const { line, word: widest } = memory.of(at, style).get(key, (of) => {
      return metricsOf(typeof value === 'boolean' ? value : of, style, styles);
    });
    raise(needs.line, at, line);
    if (typeof value !== 'string' || kindOf(style) === 'date') raise(needs.solid, at, line);
    else {
      raise(needs.word, at, widest);
      if (value.length >= LONG_TEXT) needs.long[at] = true;
    }
  };
  for (const row of sheet.rows) eachCell(row, visit);
  return needs;
}

/** Text that one cell cannot show in Excel's highest row widens its column, within bounds. */
function widenForLongText(sheet: Sheet, widths: number[], columns: Needs['long'], styles: WorkbookStyles): void {
  const most = styles.columns.maxTextWidth;
  const visit = (cell: SheetCell, at: number, span: number): void => {
    if (span > 1 || !columns[at] || typeof cell.value !== 'string' || cell.value.length < LONG_TEXT) return;
    const { size, bold } = lookOf(cell, styles);
    const text = shownValue(cell);
    let width = widths[at] as number;
    const high = (): boolean => heightOf(lineCount(text, textRoom(width, styles), size, bold), size) > MAX_HEIGHT;
    while (width < most && high()) width = Math.min(most, width + 5);
    widths[at] = width;
  };
  for (const row of sheet.rows) eachCell(row, visit);
}

/** The width at which a header takes no more lines than it may: one long name must not make the whole row high. */
function widthForHeader(text: string, from: number, styles: WorkbookStyles): number {
  const { size = styles.size, bold } = styles.cells.header;
  const { maxHeaderLines, maxWidth } = styles.columns;
  let width = from;
  while (width < maxWidth && lineCount(text, textRoom(width, styles), size, bold) > maxHeaderLines) width += 0.5;
  return width;
}

function fitColumns(sheet: Sheet, styles: WorkbookStyles): Columns {
  // A sheet of lines only (a cover): one wide column.
  if (sheet.columns.length === 0) return { widths: [styles.columns.maxTextWidth], wraps: [true] };
  const { minWidth, maxWidth, maxWordWidth } = styles.columns;
  const needs = measure(sheet, styles);
  const width = (points: number | undefined): number => widthFor(points ?? 0, styles);
  const wraps = sheet.columns.map((c, i) => c.wrap === true || width(needs.line[i]) > maxWidth);
  const widths = sheet.columns.map((column, i) => {
    const asked = wraps[i] && !column.wrap ? maxWidth : column.width;
    const text = wraps[i] ? Math.min(maxWordWidth, width(needs.word[i])) : width(needs.line[i]);
    const widest = Math.max(minWidth, asked, text, width(needs.solid[i]));
    return Math.min(255, widthForHeader(column.header, widest, styles));
  });
  const long = needs.long.map((isLong, i) => isLong && wraps[i] === true);
  if (long.includes(true)) widenForLongText(sheet, widths, long, styles);
  return { widths, wraps };
}

function heightOf(lines: number, size: number): number {
  return Math.ceil((lines * size * LINE + 3) * 4) / 4;
}

function rowHeights(columns: Columns, styles: WorkbookStyles): Layout['heightOf'] {
  const memory = new ColumnMemory<number>();
  const rooms = columns.widths.map((width) => textRoom(width, styles));
  const linesOf = (cell: SheetCell, at: number, span: number): number => {
    if (typeof cell.value !== 'string' || cell.value === '') return 1;
    const count = (): number => {
      if (!wrapsText(cell, at, columns, styles)) return 1;
      const room = span === 1 ? (rooms[at] ?? 0) : textRoom(spanWidth(columns.widths, at, span), styles);
      const { size, bold } = lookOf(cell, styles);
      return lineCount(shownValue(cell), room, size, bold);
    };
    return span === 1 ? memory.of(at, cell.style).get(cell.value, count) : count();
  };
  const above: { cell: SheetCell; height: number | undefined }[] = [];
  const cellHeight = (cell: SheetCell, at: number, span: number): number | undefined => {
    const last = above[at];
    if (last !== undefined && last.cell === cell) return last.height;
    const size = styles.cells[cell.style].size ?? styles.size;
    const lines = linesOf(cell, at, span);
    const height = lines > 1 || size > styles.size ? heightOf(lines, size) : undefined;
    if (last === undefined) above[at] = { cell, height };
    else Object.assign(last, { cell, height });
    return height;
  };
  return (row) => {
    let highest = 0;
    eachCell(row, (cell, at, span) => {
      const height = cellHeight(cell, at, span);
      if (height !== undefined && height > highest) highest = height;
    });
    return highest === 0 ? undefined : Math.min(MAX_HEIGHT, highest);
  };
}

/** Where everything of the sheet goes. */
export function layOut(sheet: Sheet, styles: WorkbookStyles): Layout {
  const columns = fitColumns(sheet, styles);
  const paper = choosePaper(sheet, columns.widths, styles);
  const heading = sheet.heading.map((cell) => [{ ...cell, span: cell.span ?? paper.headingColumns }]);
  const header = sheet.columns.map((column) => ({ value: column.header, style: 'header' as const }));
  const above: readonly (readonly SheetCell[])[] = [...heading, header];
  const rows = rowsOf(above.length + sheet.rows.length, (i) => {
    return above[i] ?? (sheet.rows.at(i - above.length) as readonly SheetCell[]);
  });
  return { ...columns, rows, heightOf: rowHeights(columns, styles), headerRow: heading.length + 1, paper };
}
