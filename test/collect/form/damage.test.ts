/** Kinds of damage, one by one: each is told with its code and cell, and nothing of a damaged form is booked. */

import { readTable } from '../../fixtures/tables';
import { damage, placeOf } from './damage';
import { modelOf, render, take } from './forms';
import { FormPackage } from './package';

let blank: Uint8Array;
beforeAll(async () => {
  blank = await render(modelOf());
});

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

test.each(rows.map((r) => [r['why'], r] as const))('%s', (_, row) => {
  const { value, diagnostics } = take(damage(blank, row['cách'] as string));
  expect(value).toBeUndefined();
  const place = placeOf(new FormPackage(blank), row['ô'] as string);
  const found = diagnostics.filter((d) => d.level === 'error' && d.code === row['mã lỗi']).map((d) => d.where);
  expect(found).toContainEqual(expect.objectContaining(place));
});

test('mọi lỗi của một biểu được nêu cùng lúc', () => {
  const bad = damage(
    blank,
    'text N|3/2|Trạng thái|sai + formula S|1.2.2|Giá trị|1+1 + text N|14|Nhiệm vụ|khác + number S|3.3.4|Tử số|5',
  );
  const codes = take(bad).diagnostics.filter((d) => d.level === 'error');
  expect(codes.map((d) => d.code).sort()).toEqual(['BC2215', 'BC2216', 'BC2219', 'BC2229']);
});
