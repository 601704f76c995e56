/** Working days of offices: the yearly calendar as data, weekends, holidays, swapped days; a year without one is no answer. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, plainDate, weekday, type PlainDate } from '../../src/calendar/plain-date';
import type { WorkingDays } from '../../src/calendar/working-days';
import { periodsOf } from '../../src/regulation/periods';
import type { Regime } from '../../src/regulation/schema';
import { loadRegime, loadWorkingDays } from '../../src/shell/load';
import { readDue } from '../../src/plan/deadline/read';
import { workspace } from '../support/hanoi';

const calendar = loadWorkingDays(workspace, 'viet-nam').value as WorkingDays;
const rows = readFileSync(join(__dirname, '../tables/working-days.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(';') as [string, string, string, string]);

describe('bảng ngày làm việc', () => {
  it.each(rows)('%s cộng %s ngày làm việc là %s: %s', (from, count, expected) => {
    expect(calendar.add(plainDate(from), Number(count)) ?? '').toBe(expected);
  });
});

describe('tính chất', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays(plainDate('2022-01-01'), n));
  it('ngày tìm được là ngày làm việc, và giữa hai ngày có đúng chừng ấy ngày làm việc', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const to = calendar.add(from, count) as PlainDate;
        let seen = 0;
        for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) seen += calendar.isWorked(d) ? 1 : 0;
        expect([calendar.isWorked(to), seen]).toEqual([true, count]);
      }),
    );
  });

  it('ngày cuối tuần làm việc chỉ khi có hoán đổi, và mỗi hoán đổi nghỉ một ngày thường', () => {
    let swapped = 0;
    for (let d = plainDate('2022-01-01'); d <= '2026-12-31'; d = addDays(d, 1)) {
      if (weekday(d) >= 6 && calendar.isWorked(d)) swapped += 1;
    }
    expect(swapped).toBeGreaterThan(2);
    expect(calendar.isWorked(plainDate('2027-01-04'))).toBeUndefined();
  });

  it('đẩy ngày nghỉ sang ngày làm việc liền trước hoặc liền sau', () => {
    expect(calendar.shift(plainDate('2026-06-20'), 'previous')).toBe('2026-06-19');
    expect(calendar.shift(plainDate('2026-06-20'), 'next')).toBe('2026-06-22');
    expect(calendar.shift(plainDate('2026-06-19'), 'next')).toBe('2026-06-19');
  });
});

describe('lịch trong hạn gửi và thời hạn', () => {
  const regime = loadRegime(workspace, 'hanoi-cchc').value as Regime;
  const withDue = (due: object, shift: string): Regime => ({
    ...regime,
    versions: regime.versions.map((v) => ({
      ...v,
      submissions: v.submissions.map((s) => ({ ...s, due, shift }) as (typeof v.submissions)[number]),
    })),
  });
  const dues = (r: Regime, year: number): readonly string[] =>
    (periodsOf(r, year).value ?? []).map((p) => p.submissions[0]?.due ?? '');

  it('hạn gửi "02 ngày làm việc kể từ ngày chốt số liệu" tính theo lịch', () => {
    const rule = withDue({ rule: 'working-days-after-cut-off', days: 2 }, 'none');
    expect(dues(rule, 2026)).toEqual(['2026-03-17', '2026-06-16', '2026-09-16', '2026-12-16']);
    expect(periodsOf(rule, 2026).value?.[0]?.submissions[0]?.rule).toBe(
      'chậm nhất 02 ngày làm việc kể từ ngày chốt số liệu',
    );
  });

  it('năm chưa có lịch là lỗi BC1307, không phải phỏng đoán', () => {
    const found = periodsOf(withDue({ rule: 'working-days-after-cut-off', days: 2 }, 'none'), 2027).diagnostics;
    expect(found.filter((d) => d.level === 'error').map((d) => d.code)).toContain('BC1307');
  });

  it('quy tắc dời hạn vào ngày làm việc liền trước nói rõ đã dời', () => {
    const moved = withDue({ rule: 'day-of-last-month', day: 20 }, 'previous-working-day');
    expect(dues(moved, 2026)).toEqual(['2026-03-20', '2026-06-19', '2026-09-18', '2026-12-18']);
    expect(periodsOf(moved, 2026).value?.[1]?.submissions[0]?.rule).toContain('ngày 20/6 là ngày nghỉ');
  });

  it('thời hạn "10 ngày làm việc kể từ ngày ký" tính được khi biết ngày ký', () => {
    const context = { year: 2026, signedOn: plainDate('2026-02-10'), addWorkingDays: calendar.add };
    const due = readDue('Chậm nhất 10 ngày làm việc kể từ ngày Quyết định này được ký ban hành', context);
    expect([due.end, due.unread]).toEqual(['2026-03-03', '']);
  });
});
