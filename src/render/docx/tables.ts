/**
 * Data tables: fixed grid that fills the text width exactly, header rows repeated on every page, rows never split.
 * Ten thousand rows are normal, so what a column repeats is made once and rows are joined at the end.
 */

import type { Align, Cell, Row, Table } from '../../report/document';
import { columnWidths } from './column-widths';
import type { StyleId, StyleSheet } from './style-sheet';
import { cellXml, paragraphXml, runXml, tableXml } from './xml';

const CELL_STYLE: Readonly<Record<Align, StyleId>> = {
  left: 'D30TableText',
  center: 'D30TableCenter',
  right: 'D30TableNumber',
};

function headerRow(texts: readonly string[], widths: readonly number[], style: StyleId): string {
  const cells = texts.map((text, i) =>
    cellXml(widths[i] as number, paragraphXml(style, text), '<w:vAlign w:val="center"/>'),
  );
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

/** Cells that cover the grid exactly: spans are cut at the edge, missing cells are empty. */
function fitted(row: Row, columns: number): { readonly cell: Cell; readonly at: number; readonly span: number }[] {
  const placed: { cell: Cell; at: number; span: number }[] = [];
  let at = 0;
  for (const cell of row.cells) {
    if (at >= columns) break;
    const span = Math.min(Math.max(1, cell.span ?? 1), columns - at);
    placed.push({ cell, at, span });
    at += span;
  }
  const last = placed.at(-1);
  if (row.kind === 'group' && placed.length === 1 && last) last.span = columns;
  else for (; at < columns; at++) placed.push({ cell: { text: '' }, at, span: 1 });
  return placed;
}

const ROW_OPEN = '<w:tr><w:trPr><w:cantSplit/></w:trPr>';
/** A row that may be higher than a page must break: kept together, its end would be cut off the paper. */
const TALL_ROW_OPEN = '<w:tr>';
/** Lines of a cell that leave room on any page, and twips of a letter on average. */
const MOST_LINES = 20;
const LETTER = 110;
/** Shorter texts fit into the narrowest column. */
const LONG_TEXT = 120;

function rowOpen(row: Row, widths: readonly number[]): string {
  const isTall = ({ text }: Cell, i: number): boolean =>
    text.length > LONG_TEXT && (text.length * LETTER) / (widths[i] ?? LETTER) > MOST_LINES;
  return row.cells.some(isTall) ? TALL_ROW_OPEN : ROW_OPEN;
}

interface ColumnXml {
  /** Everything of a plain cell before its run. */
  readonly open: string;
  readonly style: StyleId;
}

function plainColumns(table: Table, widths: readonly number[]): ColumnXml[] {
  return table.columns.map((column, i) => {
    const style = CELL_STYLE[column.align];
    const open = `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
    return { open, style };
  });
}

/** A row where each cell stands in its own column: the usual one, and the fast one. */
function plainRow(row: Row, columns: readonly ColumnXml[], widths: readonly number[]): string {
  let xml = rowOpen(row, widths);
  for (let i = 0; i < columns.length; i++) {
    const cell = row.cells[i] as Cell;
    const bold = cell.bold || row.kind === 'total';
    xml += `${(columns[i] as ColumnXml).open}${runXml(bold ? { text: cell.text, bold } : { text: cell.text })}</w:p></w:tc>`;
  }
  return `${xml}</w:tr>`;
}

function spannedRow(row: Row, columns: readonly ColumnXml[], widths: readonly number[], keepNext: boolean): string {
  const cells = fitted(row, columns.length).map(({ cell, at, span }) => {
    const width = widths.slice(at, at + span).reduce((sum, part) => sum + part, 0);
    const group = row.kind === 'group' && at === 0;
    const style = group ? 'D30TableGroup' : (columns[at] as ColumnXml).style;
    const bold = !group && (cell.bold || row.kind !== 'data');
    const paragraph = paragraphXml(style, [bold ? { text: cell.text, bold } : { text: cell.text }], { keepNext });
    return cellXml(width, paragraph, span > 1 ? `<w:gridSpan w:val="${span}"/>` : '');
  });
  return `${ROW_OPEN}${cells.join('')}</w:tr>`;
}

function isPlain(row: Row, columns: number): boolean {
  return row.kind !== 'group' && row.cells.length === columns && row.cells.every((cell) => (cell.span ?? 1) === 1);
}

/** The caption, if any, and the table. `keepNext` binds the last row to what follows. */
export function tableBlockXml(table: Table, room: number, styles: StyleSheet, keepNext = false): string {
  if (table.columns.length === 0) return '';
  const widths = columnWidths(table, room, styles);
  const columns = plainColumns(table, widths);
  const rows = [
    headerRow(
      table.columns.map((column) => column.title),
      widths,
      'D30TableHead',
    ),
  ];
  if (table.numberColumns)
    rows.push(
      headerRow(
        table.columns.map((_, i) => `(${i + 1})`),
        widths,
        'D30TableIndex',
      ),
    );
  table.rows.forEach((row, i) => {
    const bound = keepNext && i === table.rows.length - 1;
    rows.push(
      isPlain(row, columns.length) && !bound ? plainRow(row, columns, widths) : spannedRow(row, columns, widths, bound),
    );
  });
  const caption = table.caption === null ? '' : paragraphXml('D30Caption', table.caption);
  return caption + tableXml(widths, 'D30Table', '<w:tblLayout w:type="fixed"/>', rows.join(''));
}
