/**
 * Excel workbooks: each visible sheet is a table of texts as a person sees them. Merged cells repeat their text,
 * dates are written dd/mm/yyyy, hidden rows and columns are kept (a filter left on must not lose tasks). Formulas
 * give the result that Excel stored. The workbook is read, never written.
 */

import type { CellKind, RawDocument, RawTable, RawTableRow } from '../raw';
import { paragraphsOfCell } from './cell-text';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits';
import { mainPartOf } from '../../../office-file/package';
import { broken, tooMany } from '../../../office-file/refusal';
import { childOf, childrenOf, textOf, type XmlElement } from '../../../office-file/xml';
import { columnName, columnOf, mergesOf, type Merge } from './xlsx-grid';
import { numberFormatsOf, shownAs, type NumberFormats } from '../../../office-file/xlsx-format';
import { openArchive } from '../../../office-file/zip';

interface Workbook {
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
}

interface SheetRow {
  readonly no: number;
  readonly cells: Map<number, string>;
  readonly kinds: Map<number, CellKind>;
}

/** Reads a .xlsx; throws a Refusal where it is none or too large. */
export function readXlsx(bytes: Uint8Array): { document: RawDocument; hiddenSheets: readonly string[] } {
  const main = mainPartOf(openArchive(bytes), 'xl/workbook.xml', 'workbook', 'Excel');
  const workbook = main.root;
  const strings = childrenOf(main.byKind('sharedStrings'), 'si').map(stringOf);
  const dates1904 = isOn(childOf(workbook, 'workbookPr')?.attributes.date1904);
  const book = { strings, formats: numberFormatsOf(main.byKind('styles'), dates1904) };
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet');
  const isVisible = (sheet: XmlElement): boolean => (sheet.attributes.state ?? 'visible') === 'visible';
  const nameOf = (sheet: XmlElement): string => sheet.attributes.name ?? '';
  let cells = 0;
  const tables = sheets.filter(isVisible).map((sheet): RawTable => {
    const part = main.byId(sheet.attributes['r:id'] ?? '');
    if (part === undefined) throw broken(`trang "${nameOf(sheet)}" không có nội dung`);
    const table = tableOf(part, nameOf(sheet), book);
    cells += table.rows.length * (table.rows[0]?.cells.length ?? 0);
    if (cells > MAX_CELLS) throw tooMany('ô', MAX_CELLS);
    return table;
  });
  const hiddenSheets = sheets.filter((sheet) => !isVisible(sheet)).map(nameOf);
  return {
    document: { kind: 'table', tables: tables.filter(({ rows }) => rows.length > 0), paragraphs: [] },
    hiddenSheets,
  };
}

function tableOf(part: XmlElement, sheet: string, book: Workbook): RawTable {
  const rows = rowsOf(childOf(part, 'sheetData'), book);
  const merges = mergesOf(childOf(part, 'mergeCells'));
  const width = 1 + Math.max(-1, ...rows.map(({ cells }) => Math.max(-1, ...cells.keys())));
  if (width > MAX_COLUMNS) throw tooMany('cột', MAX_COLUMNS);
  if (rows.length * width > MAX_CELLS) throw tooMany('ô', MAX_CELLS);
  repeatMerged(rows, merges, width);
  const filled = rows.filter(({ cells }) => cells.size > 0);
  return {
    rows: filled.map(({ no, cells, kinds }): RawTableRow => ({
      ...(kinds.size > 0 ? { kinds } : {}),
      cells: Array.from({ length: width }, (_, column) => cells.get(column) ?? ''),
      where: { sheet, cell: `${columnName(Math.min(...cells.keys()))}${no}` },
    })),
  };
}

function rowsOf(data: XmlElement | undefined, book: Workbook): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (const row of childrenOf(data, 'row')) {
    if (rows.length >= MAX_ROWS) throw tooMany('hàng', MAX_ROWS);
    const cells = new Map<number, string>();
    const kinds = new Map<number, CellKind>();
    let next = 0;
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell.attributes.r) ?? next;
      next = column + 1;
      const text = paragraphsOfCell(cellText(cell, book));
      if (text !== '') cells.set(column, text);
      const kind = kindOf(cell);
      if (kind !== undefined) kinds.set(column, kind);
    }
    rows.push({ no: Number(row.attributes.r) || (rows.at(-1)?.no ?? 0) + 1, cells, kinds });
  }
  return rows;
}

function kindOf(cell: XmlElement): CellKind | undefined {
  if (childOf(cell, 'f') !== undefined) return 'formula';
  if (cell.attributes.t === 'e') return 'error';
  return (cell.attributes.t ?? 'n') === 'n' && childOf(cell, 'v') !== undefined ? 'number' : undefined;
}

function cellText(cell: XmlElement, { strings, formats }: Workbook): string {
  const stored = childOf(cell, 'v');
  const text = stored === undefined ? '' : textOf(stored);
  switch (cell.attributes.t ?? 'n') {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr': {
      const inline = childOf(cell, 'is');
      return inline === undefined ? '' : stringOf(inline);
    }
    case 'b':
      return text === '1' ? 'Có' : text === '' ? '' : 'Không';
    case 'e':
      return '';
    case 'n':
      return shownAs(text, Number(cell.attributes.s ?? 0), formats);
    default:
      return unescaped(text);
  }
}

/** A shared or inline string: its runs joined, without the reading aids of East Asian scripts. */
function stringOf(item: XmlElement): string {
  return unescaped(
    item.children
      .filter((child): child is XmlElement => typeof child !== 'string' && (child.name === 't' || child.name === 'r'))
      .map((child) => (child.name === 't' ? textOf(child) : childrenOf(child, 't').map(textOf).join('')))
      .join(''),
  );
}

/** Excel writes control characters as `_x000A_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A merge may claim a million rows: only those that exist are visited, and no more cells than a table may have. */
function repeatMerged(rows: readonly SheetRow[], merges: readonly Merge[], width: number): void {
  const indexOf = new Map(rows.map(({ no }, index) => [no, index]));
  let visited = 0;
  for (const { top, bottom, left, right } of merges) {
    const first = indexOf.get(top);
    const text = first === undefined ? undefined : rows[first]?.cells.get(left);
    if (first === undefined || text === undefined) continue;
    for (let index = first; (rows[index]?.no ?? Infinity) <= bottom; index++) {
      visited += Math.min(right, width - 1) - left + 1;
      if (visited > MAX_CELLS) throw tooMany('ô', MAX_CELLS);
      for (let column = left; column <= Math.min(right, width - 1); column++) rows[index]?.cells.set(column, text);
    }
  }
}

function isOn(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
