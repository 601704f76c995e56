/** The tables under test/tables: semicolons, a header row, UTF-8, quotes only where a cell holds a semicolon. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type CsvRow = Readonly<Record<string, string>> & { readonly line: string };

const CELL = /"((?:[^"]|"")*)"(;|$)|([^;]*)(;|$)/gy;

function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (let match = CELL.exec(line); match; match = CELL.exec(line)) {
    cells.push(match[1] !== undefined ? match[1].replaceAll('""', '"') : (match[3] as string).trim());
    if ((match[2] ?? match[4]) === '') return cells;
  }
  throw new Error(`not a line of a table: ${line}`);
}

/** Rows of `test/tables/<name>.csv` by column; `line` is the line in the file. Throws on a row of another length. */
export function readTable(name: string): readonly CsvRow[] {
  const text = readFileSync(join(__dirname, '..', 'tables', `${name}.csv`), 'utf8').replace(/^\uFEFF/, '');
  const [header = '', ...lines] = text.split(/\r?\n/);
  const columns = cellsOf(header);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = cellsOf(line);
    if (cells.length !== columns.length) throw new Error(`${name}.csv, dòng ${index + 2}: ${cells.length} ô`);
    const entries = columns.map((column, at) => [column, cells[at] as string] as const);
    return [{ ...Object.fromEntries(entries), line: String(index + 2) } as CsvRow];
  });
}
