/**
 * Text files: lines with tabs are rows of a table, one table for each run of them; the other lines are running text.
 * A page break shows as a new table with the header row again: joining the pages is the business of `rows.ts`.
 */

import { cleanText } from '../../../lib/text';
import type { RawDocument, RawTable, RawTableRow } from '../raw';
import { paragraphsOfCell } from './cell-text';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT_BYTES } from './limits';
import { paragraphsOf } from './paragraphs';
import { Refusal, tooLarge, tooMany } from '../../../office-file/refusal';

/** Reads a text file's bytes; throws a Refusal where they are no text. */
export function readText(bytes: Uint8Array): RawDocument {
  if (bytes.byteLength > MAX_TEXT_BYTES) throw tooLarge('tệp văn bản', MAX_TEXT_BYTES);
  const lines = textDocument(decode(bytes)).split('\n');
  const tables: RawTableRow[][] = [];
  const prose: [number, string][] = [];
  let open = false;
  let cells = 0;
  lines.forEach((line, index) => {
    const isRow = line.includes('\t');
    if (isRow) {
      const row = { cells: line.split('\t').map(flatCell), where: { line: index + 1 } };
      cells += row.cells.length;
      if (row.cells.length > MAX_COLUMNS) throw tooMany('cột', MAX_COLUMNS);
      if (cells > MAX_CELLS) throw tooMany('ô', MAX_CELLS);
      if (!open) tables.push([]);
      tables.at(-1)?.push(row);
    } else {
      prose.push([index + 1, line]);
    }
    open = isRow;
  });
  if (tables.reduce((sum, rows) => sum + rows.length, 0) > MAX_ROWS) throw tooMany('hàng', MAX_ROWS);
  return {
    kind: tables.length > 0 ? 'table' : 'prose',
    tables: tables.map(padded),
    paragraphs: paragraphsOf(prose),
  };
}

/** A row is one line, so its lists are flat; where html parted some items of a list, they are flat with the rest. */
function flatCell(raw: string): string {
  const text = paragraphsOfCell(raw);
  return text.includes('\n-') ? text.replaceAll('\n', ' ') : text;
}

/** A form feed ends a page, and with it a line. */
function textDocument(text: string): string {
  return cleanText(text.replace(/\f/g, '\n'));
}

function padded(rows: readonly RawTableRow[]): RawTable {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const fill = (row: RawTableRow): RawTableRow => ({
    ...row,
    cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')],
  });
  return { rows: rows.map(fill) };
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 100_000).includes(0))
    throw new Refusal('BC1609', { reason: 'có ký tự rỗng, không phải văn bản' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('BC1609', { reason: 'không phải mã UTF-8' });
  }
}
