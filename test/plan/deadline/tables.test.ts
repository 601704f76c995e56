/** Every row of the due tables, and what the plans add up to. */

import { plainDate } from '../../../src/calendar/plain-date';
import { readDue } from '../../../src/plan/deadline/read';
import { columns, readTable, type Row } from './table';

const FILLED = ['kind', 'start', 'end', 'recurrence', 'trigger', 'alsoContinuous', 'parts', 'unread'];

function check(row: Row): void {
  const signedOn = row['signedOn'] ? plainDate(row['signedOn']) : null;
  const due = readDue(row['text'] ?? '', { year: Number(row['year']), signedOn });
  expect(columns(due)).toEqual(Object.fromEntries(FILLED.map((name) => [name, row[name]])));
}

describe('due texts as offices write them', () => {
  const rows = readTable('deadlines.csv');
  it('there are at least 150 of them, each with its reason', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(rows.filter((row) => row['why'] === '')).toEqual([]);
  });
  it.each(rows.map((row) => [row['text'], row] as const))('%s', (_, row) => check(row));
});

describe('every due text of the five plans', () => {
  const rows = readTable('deadlines-plans.csv');
  it.each(rows.map((row) => [row['why'], row['text'], row] as const))('%s: %s', (_why, _text, row) => check(row));

  it('nothing in them stays unread', () => {
    expect(rows.filter((row) => row['unread'] !== '')).toEqual([]);
  });
});

test('of hcmc-theme-2026, 6 tasks are due by 31/3, 16 by 30/6, 24 by 30/9 and 124 by 31/12', () => {
  const tasks: readonly (readonly [number, string])[] = [
    [90, 'Năm 2026'],
    [2, 'Năm 2026 và thường xuyên'],
    [6, 'Quý I năm 2026'],
    [8, 'Quý II năm 2026'],
    [1, 'Quý II năm 2026 và thường xuyên'],
    [8, 'Quý III năm 2026'],
    [5, 'Quý IV năm 2026'],
    [1, 'Tháng 4 năm 2026'],
    [2, 'Tháng 11 năm 2026'],
    [1, 'Tháng 12 năm 2026'],
  ];
  const dueBy = (day: string): number =>
    tasks
      .filter(([, text]) => (readDue(text, { year: 2026, signedOn: null }).end ?? '9') <= day)
      .reduce((sum, [count]) => sum + count, 0);
  expect(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map(dueBy)).toEqual([6, 16, 24, 124]);
});
