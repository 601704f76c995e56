/**
 * Laws of the planner: however often, at whatever minutes and with whatever clock it is run, each action is settled
 * exactly once, never before it is due, and in the order of the list within a run.
 */

import fc from 'fast-check';
import { dueActions, type DueAction } from '../../../src/app/due/actions';
import { decideDue, type DueState, type Failure } from '../../../src/app/due/decide';
import { parseInstant, shiftInstant, type Instant } from '../../../src/calendar/instant';
import { plainDate } from '../../../src/calendar/plain-date';
import { scheduleSchema } from '../../../src/regulation/schedule';
import { readJson, readRegime } from '../../support/data';

const schedule = scheduleSchema.parse(readJson('data', 'schedules', 'chung.json'));
const plan = { from: plainDate('2026-01-01'), to: plainDate('2028-12-31') };
const actions = dueActions(plan, readRegime('hanoi-cchc'), schedule, 2030).value ?? [];
const START = parseInstant('2025-12-01') as Instant;
const END = parseInstant('2029-06-01') as Instant;
const MINUTE = 60_000;
const MINUTES = (Date.parse(END) - Date.parse(START)) / MINUTE;

class Office {
  readonly made: { readonly key: string; readonly at: Instant; readonly run: number; readonly how: string }[] = [];
  private readonly settled = new Set<string>();
  private readonly failures = new Map<string, Failure>();
  private run = 0;

  /** One run; `fails` says of a key and attempt that it does not come out. */
  at(now: Instant, fails: (action: DueAction, attempt: number) => boolean = () => false): void {
    this.run += 1;
    const state: DueState = { settled: this.settled, failures: this.failures, startedAt: START };
    for (const decision of decideDue(actions, state, schedule.retry, now)) {
      const { action, state: how } = decision;
      if (how === 'waiting') continue;
      if (how === 'due' && fails(action, decision.attempt)) {
        this.failures.set(action.key, { attempt: decision.attempt, at: now, died: 0 });
        continue;
      }
      this.settled.add(action.key);
      this.made.push({ key: action.key, at: now, run: this.run, how });
    }
  }
}

const byKey = new Map(actions.map((a, index) => [a.key, { dueAt: a.dueAt, index }]));
const minutes = fc.array(fc.integer({ min: 0, max: MINUTES }), { maxLength: 60 });
const instantAt = (minute: number): Instant => shiftInstant(START, minute * MINUTE);

function keepsTheLaw({ made }: Office): void {
  expect(made.map((m) => m.key).sort()).toEqual(actions.map((a) => a.key).sort());
  expect(made.filter((m) => m.at < (byKey.get(m.key)?.dueAt ?? ''))).toEqual([]);
}

it('the list itself has every key once, in order of time', () => {
  expect(new Set(actions.map((a) => a.key)).size).toBe(actions.length);
  expect(actions.map((a) => a.dueAt)).toEqual(actions.map((a) => a.dueAt).sort());
  expect(actions.length).toBe(3 * 4 * 11);
});

it('runs at any minutes, forward or back: each key exactly once, none before its time, each run in order', () => {
  fc.assert(
    fc.property(minutes, (at) => {
      const office = new Office();
      for (const minute of [...at, MINUTES]) office.at(instantAt(minute));
      keepsTheLaw(office);
      const runs = office.made.map(({ run, key }) => [run, byKey.get(key)?.index ?? -1] as const);
      expect(runs).toEqual([...runs].sort(([a, i], [b, j]) => a - b || i - j));
    }),
    { numRuns: 150 },
  );
});

it('runs every minute through the days of a cut-off, with a clock set back an hour in them: nothing twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2026-03-14T22:00:00', '2026-12-14T22:30:00', '2028-02-29T23:00:00', '2026-12-31T23:00:00'),
      fc.integer({ min: 30, max: 200 }),
      (from, back) => {
        const office = new Office();
        const start = parseInstant(from) as Instant;
        for (let minute = 0; minute < 240; minute++)
          office.at(shiftInstant(start, (minute < back ? minute : minute - 60) * MINUTE));
        office.at(END);
        keepsTheLaw(office);
      },
    ),
    { numRuns: 20 },
  );
});

it('what fails any number of times comes in the end, once, and holds nothing else up', () => {
  fc.assert(
    fc.property(
      minutes,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: actions.length - 1 }),
      (at, times, which) => {
        const [office, undisturbed] = [new Office(), new Office()];
        const bad = actions[which]?.key;
        const late = [0, 1, 2, 3, 4, 5].map((day) => MINUTES + day * 2 * 1440);
        for (const minute of [...[...at].sort((a, b) => a - b), ...late]) {
          office.at(instantAt(minute), (action, attempt) => action.key === bad && attempt <= times);
          undisturbed.at(instantAt(minute));
        }
        keepsTheLaw(office);
        const others = ({ made }: Office): unknown => made.filter((m) => m.key !== bad);
        expect(others(office)).toEqual(others(undisturbed));
      },
    ),
    { numRuns: 100 },
  );
});

it('an action that was passed over is a form or a reminder, never a report', () => {
  const office = new Office();
  office.at(END);
  const passed = office.made.filter((m) => m.how === 'skipped').map((m) => m.key.split('/')[1]);
  expect([...new Set(passed)].sort()).toEqual(['forms', 'reminder']);
});
