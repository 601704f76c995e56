/**
 * What is due when, in a table that a clerk can check: regime, years of the plan, since when it is kept, the last run
 * before (after which everything due was settled), now, and the keys expected, in order.
 */

import { dueActions, type DueAction } from '../../../src/app/due/actions';
import { decideDue, nextAction, nextAttempt, type Decision, type DueState } from '../../../src/app/due/decide';
import { parseInstant, type Instant } from '../../../src/calendar/instant';
import { plainDate } from '../../../src/calendar/plain-date';
import { scheduleSchema } from '../../../src/regulation/schedule';
import type { Regime, RegimeVersion } from '../../../src/regulation/schema';
import { readTable } from '../../plan/deadline/table';
import { readJson, readRegime } from '../../support/data';

const schedule = scheduleSchema.parse(readJson('data', 'schedules', 'chung.json'));
const at = (text: string): Instant => parseInstant(text) as Instant;

/** One month a year, sent by the last day of the month: 29/02 in a leap year. */
function endOfMonthRegime(): Regime {
  const regime = readRegime('nd-09-2019');
  const [version] = regime.versions;
  if (!version) throw new Error('no version');
  const periods = version.periods.filter((p) => p.key === 'M02');
  const submission: RegimeVersion['submissions'][number] = {
    id: 'cuoi-thang',
    due: { rule: 'day-of-last-month', day: 31 },
    channel: 'Kênh mẫu',
    who: ['so-mau-01'],
    form: 'tổng hợp',
    shift: 'none',
    basis: version.basis,
  };
  return { ...regime, reminder: 'cong-van-don-doc', versions: [{ ...version, periods, submissions: [submission] }] };
}

function actionsOf(regimeName: string, years: string): readonly DueAction[] {
  const regime = regimeName === 'gửi cuối tháng' ? endOfMonthRegime() : readRegime(regimeName);
  const [from = '', to = from] = years.split('-');
  const plan = { from: plainDate(`${from}-01-01`), to: plainDate(`${to}-12-31`) };
  const actions = dueActions(plan, regime, schedule, 2030);
  expect(actions.diagnostics).toEqual([]);
  return actions.value ?? [];
}

const shown = (d: Decision): string =>
  d.state === 'due' ? d.action.key : d.state === 'skipped' ? `bỏ qua ${d.action.key}` : '';

test.each(readTable('due-actions.csv'))('$now ($regime $years, từ $kept from, lần trước $last run): $why', (row) => {
  const actions = actionsOf(row['regime'] ?? '', row['years'] ?? '');
  const last = row['last run'] ? at(row['last run']) : null;
  const startedAt = row['kept from'] ? at(row['kept from']) : last;
  const before: DueState = { settled: new Set(), failures: new Map(), startedAt };
  const settled = last === null ? [] : decideDue(actions, before, schedule.retry, last).map((d) => d.action.key);
  const state = { ...before, settled: new Set(settled) };
  const decided = decideDue(actions, state, schedule.retry, at(row['now'] ?? ''));
  expect(decided.map(shown)).toEqual((row['expected'] ?? '').split(' + ').filter(Boolean));
});

describe('what failed', () => {
  const actions = actionsOf('hanoi-cchc', '2026');
  const key = '2026-Q1/reports/cut-off';
  const failedAt = (attempt: number, when: string): DueState => ({
    settled: new Set(actions.filter((a) => a.dueAt <= at('2026-03-15') && a.key !== key).map((a) => a.key)),
    failures: new Map([[key, { attempt, at: at(when), died: 0 }]]),
    startedAt: at('2025-12-01'),
  });
  const stateAt = (state: DueState, now: string): unknown => {
    const [only] = decideDue(actions, state, schedule.retry, at(now));
    return only?.state === 'waiting' ? only.nextAt : only?.state === 'due' ? only.attempt : only?.state;
  };

  it.each([
    [1, '2026-03-15T00:15:00+07:00'],
    [2, '2026-03-15T00:30:00+07:00'],
    [3, '2026-03-15T01:00:00+07:00'],
    [7, '2026-03-15T16:00:00+07:00'],
    [8, '2026-03-16T00:00:00+07:00'],
    [30, '2026-03-16T00:00:00+07:00'],
  ])('lần thứ %s lúc 0 giờ thì làm lại từ %s', (attempt, next) => {
    expect(nextAttempt({ attempt, at: at('2026-03-15T00:00:00'), died: 0 }, schedule.retry)).toBe(at(next));
  });

  it('waits until its time and not a second longer, then counts on', () => {
    const state = failedAt(2, '2026-03-15T00:00:00');
    expect(stateAt(state, '2026-03-15T00:29:59')).toBe(at('2026-03-15T00:30:00'));
    expect(stateAt(state, '2026-03-15T00:30:00')).toBe(3);
  });

  it('is not held back by a failure that a wrong clock put into the future', () => {
    expect(stateAt(failedAt(1, '2027-01-01T00:00:00'), '2026-03-15T00:00:01')).toBe(2);
  });
});

test('the next action is the first still to come', () => {
  const actions = actionsOf('hanoi-cchc', '2026');
  const state: DueState = { settled: new Set(), failures: new Map(), startedAt: at('2025-12-01') };
  expect(nextAction(actions, state, at('2026-03-15T00:00:00'))?.key).toBe(
    '2026-Q1/reminder/he-thong-thanh-pho/before-2',
  );
  expect(nextAction(actions, state, at('2027-01-01'))).toBeUndefined();
});

describe('a schedule is refused', () => {
  const [forms, before] = schedule.actions;
  it.each([
    ['a key used twice', [forms, forms]],
    ['two actions that write the same files', [forms, { ...forms, key: 'forms/again' }]],
    ['a reminder that is not counted from each channel', [{ ...before, when: forms?.when }]],
    ['a channel that is not named', [{ ...before, key: 'reminder/before-2' }]],
    ['a folder that channels share', [{ ...before, folder: 'truoc-2-ngay' }]],
    ['a time that is none', [{ ...forms, when: { ...forms?.when, time: '24:00' } }]],
  ])('for %s', (_, actions) => {
    expect(scheduleSchema.safeParse({ ...schedule, actions }).success).toBe(false);
  });
  it('for a step that does not divide the hour', () => {
    expect(scheduleSchema.safeParse({ ...schedule, everyMinutes: 25 }).success).toBe(false);
    expect(scheduleSchema.safeParse({ ...schedule, everyMinutes: 20 }).success).toBe(true);
  });
});
