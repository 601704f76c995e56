/** Finds a sheet of the list by its headings, wherever it now stands and whatever it is called, and reads its rows. */

import { error, type Diagnostic, type Place } from '../../lib/diagnostic';
import { fold } from '../../lib/text';
import type { CellKind, RawDocument, RawTable } from '../../plan/import/raw';
import { columnLetter } from '../../report/summary/cells';
import { SHEETS, type SheetKey } from './sheets';

/** A row by column; `at` is the cell of a column. */
export interface ListRow {
  readonly text: (key: string) => string;
  readonly at: (key: string) => Place;
  /** What the cell holds where it is no text. */
  readonly kind: (key: string) => CellKind | undefined;
}

export interface ReadRows {
  readonly rows: readonly ListRow[];
  /** The row of headings. */
  readonly header: Place;
  readonly diagnostics: readonly Diagnostic[];
}

interface Found {
  readonly table: RawTable;
  readonly header: number;
  /** Index of each column that is there. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Rows below the header; BC2261 where the sheet is not there, BC2262 for each column that is missing. */
export function rowsOf(document: RawDocument, key: SheetKey, file: string): ReadRows {
  const { name, columns } = SHEETS[key];
  const found = findTable(document, key);
  if (!found)
    return {
      rows: [],
      header: { file },
      diagnostics: [error('BC2261', { file }, { sheet: name, column: columns[0]?.header ?? name })],
    };
  const { table, header } = found;
  const where = table.rows[header]?.where ?? { file };
  const missing = columns.filter((c) => !found.columns.has(c.key));
  return {
    rows: table.rows
      .slice(header + 1)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map((row) => ({
        text: (column) => row.cells[found.columns.get(column) ?? -1]?.trim() ?? '',
        at: (column) => ({ ...row.where, ...cellOf(row.where, found.columns.get(column)) }),
        kind: (column) => row.kinds?.get(found.columns.get(column) ?? -1),
      })),
    header: where,
    diagnostics: missing.map((c) => error('BC2262', where, { sheet: name, column: c.header })),
  };
}

/** The reader names the row by its first cell that is filled; here the column is known. */
function cellOf({ cell }: Place, column: number | undefined): Place {
  const row = /\d+$/.exec(cell ?? '')?.[0];
  return row === undefined || column === undefined ? {} : { cell: `${columnLetter(column + 1)}${row}` };
}

function findTable(document: RawDocument, key: SheetKey): Found | undefined {
  const { columns } = SHEETS[key];
  const headers = new Map<string, string>(columns.map((c) => [fold(c.header), c.key]));
  for (const table of document.tables) {
    const header = table.rows.findIndex(({ cells }) => cells.some((c) => headers.get(fold(c)) === columns[0]?.key));
    const cells = table.rows[header]?.cells ?? [];
    const found = new Map<string, number>();
    cells.forEach((cell, index) => {
      const column = headers.get(fold(cell));
      if (column !== undefined && !found.has(column)) found.set(column, index);
    });
    if (found.size > 1) return { table, header, columns: found };
  }
  return undefined;
}
