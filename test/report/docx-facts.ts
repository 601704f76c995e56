/**
 * What a reader of the DOCX can see: its paragraphs as plain text and its tables as rows of plain cells. Nothing
 * here knows how the document was made.
 */

import { descendants, elements, type Element } from '../render/docx/xml-tree';
import { partOf } from '../render/docx/projection';

export interface SeenTable {
  readonly header: readonly string[];
  /** Each row's cells; a cell that spans several columns stands once. */
  readonly rows: readonly (readonly string[])[];
}

export interface SeenDocument {
  readonly paragraphs: readonly string[];
  readonly tables: readonly SeenTable[];
}

const plain = (paragraph: Element): string =>
  descendants(paragraph, 'w:t')
    .map((t) => t.children.filter((child) => typeof child === 'string').join(''))
    .join('')
    .replaceAll('\u00a0', ' ');

const cellText = (cell: Element): string => descendants(cell, 'w:p').map(plain).join(' ').trim();

function tableOf(table: Element): SeenTable {
  const rows = elements(table, 'w:tr').map((row) => elements(row, 'w:tc').map(cellText));
  const data = rows.filter((cells) => !/^\(\d+\)$/.test(cells[0] ?? ''));
  return { header: data[0] ?? [], rows: data.slice(1) };
}

export function seen(docx: Uint8Array): SeenDocument {
  const body = elements(partOf(docx), 'w:body')[0] as Element;
  return {
    paragraphs: elements(body, 'w:p')
      .map(plain)
      .filter((t) => t !== ''),
    tables: elements(body, 'w:tbl').map(tableOf),
  };
}

/** The table that has all these words in its header row. */
export function tableWith(document: SeenDocument, ...words: readonly string[]): SeenTable {
  const found = document.tables.find((t) => words.every((w) => t.header.some((h) => h.startsWith(w))));
  if (!found) throw new Error(`no table with ${words.join(', ')}`);
  return found;
}

/** A column's cells by the beginning of its title, of rows as wide as the header. */
export function column(table: SeenTable, title: string): readonly string[] {
  const at = table.header.findIndex((h) => h.startsWith(title));
  if (at < 0) throw new Error(`no column ${title} in ${table.header.join(' | ')}`);
  return table.rows.filter((r) => r.length === table.header.length).map((r) => r[at] as string);
}

/** "1.957" → 1957, "98,63%" → 98.63. */
export const numberOf = (text: string): number => Number(text.replace('%', '').replaceAll('.', '').replace(',', '.'));

/** `part` of `whole` in percent as it must be printed: half up, two decimals, counted in whole numbers only. */
export function printedPercent(part: number, whole: number): string {
  const hundredths = Math.floor((2 * part * 10_000 + whole) / (2 * whole));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}%`;
}
