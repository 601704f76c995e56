/** Kinds of damage, one by one: each is told with its code and cell, and nothing of a damaged form is booked. */

import { marksOf } from '../../../src/collect/form/marks';
import type { ReadWorkbook } from '../../../src/collect/read/cells';
import { readFormWorkbook } from '../../../src/collect/read/workbook';
import { markCells } from '../../../src/render/xlsx/mark-cells';
import { readTable } from '../../fixtures/tables';
import { damage, placeOf } from './damage';
import { modelOf, render, take } from './forms';
import { FormPackage } from './package';

let blank: Uint8Array;
beforeAll(async () => {
  blank = await render(modelOf());
});

function cellsOf(bytes: Uint8Array): ReadWorkbook {
  const { value } = readFormWorkbook('phieu.xlsx', bytes);
  if (value === undefined) throw new Error('not read');
  return value;
}

const rows = readTable('form-damage.csv');

test('bảng có ít nhất 40 kiểu hỏng, không kiểu nào hai lần', () => {
  expect(rows.length).toBeGreaterThanOrEqual(40);
  expect(new Set(rows.map((r) => r['cách'])).size).toBe(rows.length);
});

test('biểu trống chưa hỏng thì nhận được', () => {
  const { value, diagnostics } = take(blank);
  expect(diagnostics.map((d) => d.code)).toEqual(['BC2239']);
  expect(value?.events.map((e) => e.fact)).toMatchObject([{ kind: 'submission', note: 'nộp nhưng trống' }]);
});

/** What the table says must be reported, and nothing else: code and place of each error. */
function wanted(row: Readonly<Record<string, string>>): readonly object[] {
  const form = new FormPackage(blank);
  const places = (row['ô'] as string).split(' + ');
  return (row['mã lỗi'] as string)
    .split(' + ')
    .map((code, i) => ({ level: 'error', code, where: expect.objectContaining(placeOf(form, places[i] ?? '')) }));
}

test.each(rows.map((r) => [r['why'], r] as const))('%s', (_, row) => {
  const { value, diagnostics } = take(damage(blank, row['cách'] as string));
  expect(value).toBeUndefined();
  const errors = diagnostics.filter((d) => d.level === 'error');
  expect(errors).toHaveLength(wanted(row).length);
  expect(errors).toEqual(expect.arrayContaining(wanted(row).map((w) => expect.objectContaining(w))));
});

test.each(rows.map((r) => [r['why'], r] as const))('bản đánh dấu giữ nguyên mọi ô của người gửi: %s', (_, row) => {
  const sent = damage(blank, row['cách'] as string);
  const workbook = cellsOf(sent);
  const marks = marksOf(take(sent).diagnostics, workbook, (d) => d.code);
  const marked = cellsOf(markCells(sent, marks));
  const told = ({ sheets }: ReadWorkbook): unknown =>
    sheets.map((s) => [s.name, s.hidden, s.rows.map((r) => [r.no, r.cells.map((c) => [c.column, c.kind, c.value])])]);
  expect(told(marked)).toEqual(told(workbook));
});

test('mọi lỗi của một biểu được nêu cùng lúc', () => {
  const bad = damage(
    blank,
    'text N|3/2|Trạng thái|sai + formula S|1.2.2|Giá trị|1+1 + text N|14|Nhiệm vụ|khác + number S|3.3.4|Tử số|5',
  );
  const codes = take(bad).diagnostics.filter((d) => d.level === 'error');
  expect(codes.map((d) => d.code).sort()).toEqual(['BC2215', 'BC2216', 'BC2219', 'BC2229']);
});
