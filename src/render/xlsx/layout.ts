/**
 * Column widths and row heights fitted to Times New Roman text, so that no number becomes ### and no line is
 * cut. Rows stand where the model expects them: heading lines, one header row, then the data.
 */

import type { Sheet, SheetCell } from '../../report/workbook';
import { spanWidth, textRoom, widthFor } from './column-units';
import { choosePaper, type Paper } from './paper';
import { kindOf, shownValue } from './shown-value';
import { lineCount, textWidth, widestLine, widestWord } from './text-width';
import type { WorkbookStyles } from './workbook-styles';

export interface Layout {
  /** All rows of the sheet: heading lines spread over the columns, the header row, the data. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Stored width of each column, in digits of the default font. */
  readonly widths: readonly number[];
  /** Columns whose text wraps: asked for, or too wide to stand on one line. */
  readonly wraps: readonly boolean[];
  /** Points for each row; undefined: one line, the default height. */
  readonly heights: readonly (number | undefined)[];
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

function lookOf(cell: SheetCell, styles: WorkbookStyles): { readonly size: number; readonly bold: boolean } {
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
}

function measure(sheet: Sheet, styles: WorkbookStyles): Needs {
  const header = styles.cells.header;
  const word = sheet.columns.map((c) => widestWord(c.header, header.size ?? styles.size, header.bold));
  const needs: Needs = { line: [...word], word, solid: word.map(() => 0) };
  const raise = (to: number[], at: number, points: number): void => {
    to[at] = Math.max(to[at] ?? 0, points);
  };
  for (const row of sheet.rows) {
    eachCell(row, (cell, at, span) => {
      if (span > 1 || cell.value === null) return;
      const { size, bold } = lookOf(cell, styles);
      const text = shownValue(cell);
      raise(needs.line, at, widestLine(text, size, bold));
      const broken = typeof cell.value === 'string' && kindOf(cell.style) !== 'date';
      if (broken) raise(needs.word, at, widestWord(text, size, bold));
      else raise(needs.solid, at, textWidth(text, size, bold));
    });
  }
  return needs;
}

/** Text that one cell cannot show in Excel's highest row widens its column, within bounds. */
function widenForLongText(sheet: Sheet, widths: number[], wraps: readonly boolean[], styles: WorkbookStyles): void {
  const most = styles.columns.maxTextWidth;
  for (const row of sheet.rows) {
    eachCell(row, (cell, at, span) => {
      if (span > 1 || !wraps[at] || typeof cell.value !== 'string' || cell.value.length < LONG_TEXT) return;
      const { size, bold } = lookOf(cell, styles);
      const text = shownValue(cell);
      let width = widths[at] as number;
      const high = (): boolean => heightOf(lineCount(text, textRoom(width, styles), size, bold), size) > MAX_HEIGHT;
      while (width < most && high()) width = Math.min(most, width + 5);
      widths[at] = width;
    });
  }
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
    return Math.min(255, Math.max(minWidth, asked, text, width(needs.solid[i])));
  });
  widenForLongText(sheet, widths, wraps, styles);
  return { widths, wraps };
}

function heightOf(lines: number, size: number): number {
  return Math.ceil((lines * size * LINE + 3) * 4) / 4;
}

function rowHeight(row: readonly SheetCell[], columns: Columns, styles: WorkbookStyles): number | undefined {
  let height: number | undefined;
  eachCell(row, (cell, at, span) => {
    const { size, bold } = lookOf(cell, styles);
    const room = textRoom(spanWidth(columns.widths, at, span), styles);
    const lines = wrapsText(cell, at, columns, styles) ? lineCount(shownValue(cell), room, size, bold) : 1;
    if (lines > 1 || size > styles.size) height = Math.max(height ?? 0, heightOf(lines, size));
  });
  return height === undefined ? undefined : Math.min(MAX_HEIGHT, height);
}

/** Where everything of the sheet goes. */
export function layOut(sheet: Sheet, styles: WorkbookStyles): Layout {
  const columns = fitColumns(sheet, styles);
  const paper = choosePaper(sheet, columns.widths, styles);
  const heading = sheet.heading.map((cell) => [{ ...cell, span: cell.span ?? paper.headingColumns }]);
  const header = sheet.columns.map((column) => ({ value: column.header, style: 'header' as const }));
  const rows = [...heading, header, ...sheet.rows];
  const heights = rows.map((row) => rowHeight(row, columns, styles));
  return { ...columns, rows, heights, headerRow: heading.length + 1, paper };
}
