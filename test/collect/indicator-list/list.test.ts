/** The list of indicators out to Excel and back: nothing is lost, and what is damaged is named by sheet and cell. */

import { loadIndicatorList } from '../../../src/app/indicators';
import { readIndicatorList } from '../../../src/collect/indicator-list/read';
import { indicatorWorkbook } from '../../../src/collect/indicator-list/write';
import { fieldsText, readFields } from '../../../src/collect/indicator-list/check-fields';
import { indicatorFaults, inFile } from '../../../src/figures/indicator-faults';
import { indicatorsSchema, type IndicatorsFile } from '../../../src/figures/schema';
import type { Outcome } from '../../../src/lib/diagnostic';
import type { CellKind, RawDocument } from '../../../src/plan/import/raw';
import type { Scalar, Sheet, Workbook } from '../../../src/report/workbook';
import { unitsSchema } from '../../../src/units/schema';
import { readTable } from '../../fixtures/tables';
import { jsonFiles, readJson } from '../../support/data';
import { renderers } from '../../support/hanoi';

const list = indicatorsSchema.parse(readJson('data', 'indicators', 'bnv-cchc.json'));
const registries = jsonFiles('data', 'units').map((file) => unitsSchema.parse(readJson('data', 'units', file)));
const bodies = new Map(registries.map((r) => [r.id, new Set([...r.units, ...r.groups].map((entry) => entry.id))]));

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

/** The list with the kind of one cell changed, as the reader tells a formula, an error or a number. */
function ofKind(sheet: string, row: string, column: string, value: string, kind: CellKind): RawDocument {
  const { document, line } = damage(sheet, row, column, value);
  const tables = document.tables.map((table) => ({
    rows: table.rows.map((r, i) => {
      const at = table.rows[1]?.cells.indexOf(column) ?? -1;
      return r.where.sheet === sheet && i === line - 1 ? { ...r, kinds: new Map([[at, kind]]) } : r;
    }),
  }));
  return { ...document, tables };
}

describe('cells that are no text', () => {
  const told = (document: RawDocument): readonly unknown[] =>
    read(document).diagnostics.map((d) => [d.code, d.where.sheet, d.where.cell?.replace(/\d/g, '')]);

  it.each([
    ['a formula whose result nobody stored', 'Chỉ tiêu thống kê', '', 'formula', ['BC2271', 'Chỉ tiêu', 'B']],
    [
      'a formula where the cell may be blank: nothing is lost unseen',
      'Ghi chú',
      '',
      'formula',
      ['BC2271', 'Chỉ tiêu', 'S'],
    ],
    ['a formula with a result', 'Chỉ tiêu thống kê', 'Số vấn đề', 'formula', ['BC2271', 'Chỉ tiêu', 'B']],
    ['an error', 'Ghi chú', '', 'error', ['BC2271', 'Chỉ tiêu', 'S']],
    ['a code that became a number', 'Mã', '1.2', 'number', ['BC2272', 'Chỉ tiêu', 'A']],
    ['a code that became a date', 'Mã', '01/02/2026', 'number', ['BC2272', 'Chỉ tiêu', 'A']],
  ] as const)('%s', (_, column, value, kind, fault) => {
    expect(told(ofKind('Chỉ tiêu', '1.2.2', column, value, kind))).toEqual([fault]);
  });

  it('a date is a number, and right where a date belongs', () => {
    expect(told(ofKind('Chỉ tiêu', '1.2.2', 'Áp dụng từ ngày', '01/01/2026', 'number'))).toEqual([]);
  });
});

test('what is written below the list comes to its group, so that the form shows one heading for it', () => {
  const document = asRead(indicatorWorkbook(list));
  const index = indicatorWorkbook(list).sheets.findIndex((s) => s.name === 'Chỉ tiêu');
  const rows = document.tables[index]?.rows ?? [];
  const line = rows.findIndex((r) => r.cells[0] === '1.2.3');
  const moved = [...rows.slice(0, line), ...rows.slice(line + 1), ...rows.slice(line, line + 1)];
  const tables = document.tables.map((t, i) => (i === index ? { rows: moved } : t));
  expect(read({ ...document, tables }).value).toEqual(list);
});

test('a line of the list itself that is gone', () => {
  const document = asRead(indicatorWorkbook(list));
  const tables = document.tables.map(({ rows }) => ({ rows: rows.filter((r) => r.cells[0] !== 'Tên danh sách') }));
  expect(read({ ...document, tables }).diagnostics).toMatchObject([
    { code: 'BC2275', where: { sheet: 'Thông tin' }, params: { label: 'Tên danh sách' } },
  ]);
});

test('every cell of the list, and those for what is added, stay text or date when they are typed anew', () => {
  const sheets = indicatorWorkbook(list).sheets.slice(1);
  for (const { rows } of sheets) {
    const styles = new Set(Array.from(rows, (row) => row.map(({ style }) => style)).flat());
    expect([...styles].filter((style) => style !== 'literal' && style !== 'date')).toEqual([]);
    expect(rows.at(rows.length - 1)?.every(({ value }) => value === null)).toBe(true);
  }
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
