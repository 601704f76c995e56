/** The list of indicators out to Excel and back: nothing is lost, and what is damaged is named by sheet and cell. */

import { loadIndicatorList } from '../../../src/app/indicators';
import { readIndicatorList } from '../../../src/collect/indicator-list/read';
import { indicatorWorkbook } from '../../../src/collect/indicator-list/write';
import { fieldsText, readFields } from '../../../src/collect/indicator-list/check-fields';
import { indicatorFaults, inFile } from '../../../src/figures/indicator-faults';
import { indicatorsSchema, type IndicatorsFile } from '../../../src/figures/schema';
import type { Outcome } from '../../../src/lib/diagnostic';
import type { RawDocument } from '../../../src/plan/import/raw';
import type { Scalar, Sheet, Workbook } from '../../../src/report/workbook';
import { unitsSchema } from '../../../src/units/schema';
import { readTable } from '../../fixtures/tables';
import { jsonFiles, readJson } from '../../support/data';
import { renderers } from '../../support/hanoi';

const list = indicatorsSchema.parse(readJson('data', 'indicators', 'bnv-cchc.json'));
const registries = jsonFiles('data', 'units').map((file) => unitsSchema.parse(readJson('data', 'units', file)));
const bodies = new Set(registries.flatMap((r) => [...r.units, ...r.groups].map((entry) => entry.id)));

const letter = (index: number): string => String.fromCharCode(65 + index);

/** A workbook as the reader gives it: heading lines, header, rows of texts; a date as it is shown. */
function asRead(book: Workbook): RawDocument {
  const text = (value: Scalar | undefined, style: string): string => {
    const shown = value === null || value === undefined ? '' : String(value);
    return style === 'date' ? shown.split('-').reverse().join('/') : shown;
  };
  const table = (sheet: Sheet): RawDocument['tables'][number] => {
    const width = sheet.columns.length;
    const lines = [
      ...sheet.heading.map((cell) => [text(cell.value, 'text')]),
      sheet.columns.map((c) => c.header),
      ...Array.from(sheet.rows, (row) => row.map((cell) => text(cell.value, cell.style))),
    ];
    return {
      rows: lines.map((cells, index) => {
        const first = Math.max(
          0,
          cells.findIndex((c) => c !== ''),
        );
        const where = { file: 'ds.xlsx', sheet: sheet.name, cell: `${letter(first)}${index + 1}` };
        return { cells: Array.from({ length: width }, (_, i) => cells[i] ?? ''), where };
      }),
    };
  };
  return { kind: 'table', tables: book.sheets.map(table), paragraphs: [] };
}

const read = (document: RawDocument): Outcome<IndicatorsFile> =>
  readIndicatorList({ document, file: 'ds.xlsx', id: list.id, bodies });

/** The list with one cell changed, found by the row's code and the column's header. */
function damage(
  sheet: string,
  row: string,
  column: string,
  value: string,
): { readonly document: RawDocument; readonly line: number } {
  const document = asRead(indicatorWorkbook(list));
  const index = indicatorWorkbook(list).sheets.findIndex((s) => s.name === sheet);
  const table = document.tables[index];
  const header = table?.rows[1]?.cells.indexOf(column) ?? -1;
  const at = table?.rows.findIndex((r) => r.cells.slice(0, 2).includes(row)) ?? -1;
  if (!table || header < 0 || at < 0) throw new Error(`no cell ${sheet} ${row} ${column}`);
  const rows = table.rows.map((r, i) =>
    i === at ? { ...r, cells: r.cells.map((cell, c) => (c === header ? value : cell)) } : r,
  );
  const tables = document.tables.map((t, i) => (i === index ? { rows } : t));
  return { document: { ...document, tables }, line: at + 1 };
}

const damaged = (...where: Parameters<typeof damage>): RawDocument => damage(...where).document;

describe('there and back', () => {
  it('nothing is lost between the data file and the workbook', () => {
    const back = read(asRead(indicatorWorkbook(list)));
    expect(back.diagnostics).toEqual([]);
    expect(back.value).toEqual(list);
  });

  it('through the bytes of a real workbook as well', async () => {
    const bytes = await (await renderers()).xlsx(indicatorWorkbook(list));
    const back = loadIndicatorList({ name: 'ds.xlsx', bytes }, list.id, bodies);
    expect(back.value?.file).toEqual(list);
  });

  it('every check of the list is one line of words', () => {
    for (const { fields } of list.checks) expect(readFields(fieldsText(fields))).toEqual({ fields, unread: [] });
    expect(fieldsText(list.checks.find((c) => c.code === 'KT-02')?.fields ?? {})).toBe(
      'bộ phận: 1.2.3; tổng: 1.2.2; tính: từ đầu năm',
    );
  });
});

describe('what people do to it', () => {
  it('a sheet renamed, columns in another order, words in capitals: the same list', () => {
    const document = asRead(indicatorWorkbook(list));
    const turned = document.tables.map(({ rows }) => ({
      rows: rows.map((row) => ({
        cells: [...row.cells].reverse().map((c) => (c === 'số đếm' ? 'SỐ ĐẾM' : c)),
        where: { ...row.where, sheet: 'Sheet1' },
      })),
    }));
    expect(read({ ...document, tables: turned }).value).toEqual(list);
  });

  it('a new indicator in a new row', () => {
    const document = damaged('Chỉ tiêu', '1.2.2', 'Mã', '1.2.9');
    expect(read(document).diagnostics.map((d) => [d.code, d.where.sheet])).toEqual([['BC2265', 'Kiểm tra']]);
  });

  it('a sheet or a column that is gone', () => {
    const document = asRead(indicatorWorkbook(list));
    const without = read({ ...document, tables: document.tables.filter((_, i) => i !== 2) });
    expect(without.diagnostics.map((d) => d.code)).toContain('BC2261');
    const tables = document.tables.map(({ rows }) => ({
      rows: rows.map((r) => ({ ...r, cells: r.cells.map((c) => (c === 'Căn cứ' ? '' : c)) })),
    }));
    expect(read({ ...document, tables }).diagnostics.map((d) => d.code)).toContain('BC2262');
  });
});

describe('indicator-list-faults.csv', () => {
  const table = readTable('indicator-list-faults.csv');

  it.each(table.map((row) => [row['sheet'] ?? '', row['why'] ?? '', row] as const))('%s: %s', (sheet, _, row) => {
    const { document, line } = damage(sheet, row['row'] ?? '', row['column'] ?? '', row['value'] ?? '');
    const outcome = read(document);
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.map((d) => [d.code, d.where.sheet, d.where.cell])).toContainEqual([
      row['code'],
      sheet,
      `${row['cell']}${line}`,
    ]);
  });

  it('all faults at once', () => {
    const document = damaged('Chỉ tiêu', '1.2.2', 'Kiểu', 'sai');
    const other = damaged('Kiểm tra', 'KT-03', 'Mức', 'sai');
    const index = indicatorWorkbook(list).sheets.findIndex((s) => s.name === 'Kiểm tra');
    const tables = document.tables.map((t, i) => (i === index ? (other.tables[index] ?? t) : t));
    expect(read({ ...document, tables }).diagnostics.map((d) => d.where.sheet)).toEqual(['Chỉ tiêu', 'Kiểm tra']);
  });
});

test('the list that is shipped has no fault', () => {
  expect(indicatorFaults(list, bodies, inFile('bnv-cchc.json'))).toEqual([]);
});
