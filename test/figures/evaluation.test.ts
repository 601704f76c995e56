/**
 * Guards the evaluation as a whole: a pure function of its input, whose counts by task, area, unit and status agree
 * with each other and with the headline rate, on the sample city and on the real plan of Hà Nội.
 */

import fc from 'fast-check';
import {
  count,
  evaluate,
  rateOf,
  reportedUnits,
  totalOf,
  type Counts,
  type Evaluation,
} from '../../src/figures/evaluation';
import { percentOf } from '../../src/figures/percent';
import { TASK_EVENTS, type Fact } from '../../src/ledger/events';
import { STATUSES, type Status } from '../../src/obligations/schema';
import { evaluationFor, planData, requestFor, sampleEvents } from '../support/hanoi';
import { COMMUNES, DEPARTMENTS, indicatorsFile, period, plan, registry } from '../fixtures/city';
import { evaluated, judged, rules } from '../fixtures/evaluation';
import { figureFact, instant, LATER, ledgerOf, narrativeFact, submittedFact, taskFact } from '../fixtures/events';

const UNITS = [...DEPARTMENTS, ...COMMUNES];

function deepFreeze<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const inner of value instanceof Map ? [...value.entries()].flat() : Object.values(value))
    deepFreeze(inner, seen);
  return Object.freeze(value);
}

const day = fc
  .integer({ min: 0, max: 200 })
  .map((n) => new Date(Date.UTC(2025, 11, 10 + n)).toISOString().slice(0, 10));
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...UNITS),
      fc.constantFrom('1', '2', '3', '4', '5', '6'),
      fc.constantFrom(...TASK_EVENTS),
      day,
    )
    .map(([unit, task, event, on]) => taskFact(unit, task, event, on)),
  fc
    .tuple(fc.constantFrom(...UNITS), fc.constantFrom('cong', 'ton', 'dem'), fc.nat(50))
    .map(([unit, code, value]) => figureFact(unit, code, value)),
  fc.constantFrom(...UNITS).map((unit) => submittedFact(unit)),
);
const story = fc.array(fact, { maxLength: 40 });
const periodId = fc.constantFrom('2026-Q1', '2026-H1', '2026-Q3', '2026-Y');

const add = (all: readonly Counts[]): Counts =>
  count(STATUSES.flatMap((s) => all.flatMap((c) => Array<Status>(c[s]).fill(s))));

/** Every count that an evaluation holds, checked against the rows it was made of. */
function expectConsistent(e: Evaluation): void {
  const of = (s: Status): number => e.judgements.filter((j) => j.status === s).length;
  for (const s of STATUSES) expect([s, e.counts.byObligation[s]]).toEqual([s, of(s)]);
  expect(totalOf(e.counts.byObligation)).toBe(e.judgements.length);
  expect(totalOf(e.counts.byTask)).toBe(e.tasks.length);
  expect(e.tasks.flatMap((t) => t.judgements)).toEqual(e.judgements);
  expect(add(e.tasks.map((t) => count(t.judgements.map((j) => j.status))))).toEqual(e.counts.byObligation);
  const areas = [...new Set(e.tasks.map((t) => t.task.area))];
  const byArea = areas.map((a) => count(e.tasks.filter((t) => t.task.area === a).map((t) => t.status)));
  expect(add(byArea)).toEqual(e.counts.byTask);
  const units = [...new Set(e.judgements.map((j) => j.obligation.unit))];
  const byUnit = units.map((u) => count(e.judgements.filter((j) => j.obligation.unit === u).map((j) => j.status)));
  expect(add(byUnit)).toEqual(e.counts.byObligation);
  expectRates(e);
}

function expectRates(e: Evaluation): void {
  const leftOut = (c: Counts): number => c.cancelled + c['not-triggered'];
  const done = (c: Counts): number => c['done-on-time'] + c['done-late'] + c['period-done'];
  const dated = count(e.judgements.filter((j) => j.obligation.part.cls !== 'periodic').map((j) => j.status));
  const pairs = [
    [e.rate.byTask, e.counts.byTask],
    [e.rate.byObligation, e.counts.byObligation],
    [e.rate.dated, dated],
  ] as const;
  for (const [rate, counts] of pairs) {
    expect([rate.done, rate.of]).toEqual([done(counts), totalOf(counts) - leftOut(counts)]);
    expect(rate.percent).toBe(percentOf(rate.done, rate.of, { decimals: 2, rounding: 'half-up' }));
    expect(rate.done).toBeLessThanOrEqual(rate.of);
  }
}

describe('purity', () => {
  it('the same input gives the same answer, and nothing of the input is changed', () => {
    fc.assert(
      fc.property(story, periodId, (facts, id) => {
        const input = deepFreeze({
          plan: plan(),
          period: period(id),
          rules: rules(),
          indicators: indicatorsFile(),
          events: ledgerOf(facts),
          asOf: LATER,
          addWorkingDays: undefined,
        });
        const asked = { ...input, registry: registry() };
        const [first, second] = [evaluate(asked), evaluate(asked)];
        expect(second).toEqual(first);
        expect(evaluate({ ...asked, registry: registry() })).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  it('the order in which the store hands over the events does not matter', () => {
    fc.assert(
      fc.property(story, periodId, (facts, id) => {
        const events = ledgerOf(facts);
        expect(evaluated([...events].reverse(), { period: id })).toEqual(evaluated(events, { period: id }));
      }),
      { numRuns: 40 },
    );
  });

  it('what is recorded after the as-of instant changes nothing, figures and submissions included', () => {
    fc.assert(
      fc.property(story, story, periodId, (facts, late, id) => {
        const before = facts.map((f) => ({ fact: f, at: instant('2026-03-15') }));
        const after = late.map((f) => ({ fact: f, at: instant('2026-03-19T00:00:00+07:00') }));
        const asked = { period: id, asOf: instant('2026-03-18') };
        expect(evaluated(ledgerOf([...before, ...after]), asked)).toEqual(evaluated(ledgerOf(before), asked));
      }),
      { numRuns: 40 },
    );
  });
});

describe('counts and rates', () => {
  it('agree with each other for any facts, any period, the city and one unit', () => {
    fc.assert(
      fc.property(story, periodId, (facts, id) => {
        const events = ledgerOf(facts);
        expectConsistent(evaluated(events, { period: id }));
        expectConsistent(evaluated(events, { period: id, unit: 'so-mau-02' }));
      }),
      { numRuns: 60 },
    );
  });

  it('the units’ views hold the city’s obligations between them', () => {
    fc.assert(
      fc.property(story, (facts) => {
        const events = ledgerOf(facts);
        const own = [...UNITS, 'don-vi-lien-quan'].map((unit) => evaluated(events, { unit }).counts.byObligation);
        expect(add(own)).toEqual(evaluated(events).counts.byObligation);
      }),
      { numRuns: 30 },
    );
  });

  it('the rate leaves out what was cancelled or did not arise, and nothing else', () => {
    const all = count([...STATUSES]);
    expect(rateOf(all, rules())).toEqual({ done: 3, of: 9, percent: 33.33 });
    expect(rateOf(count(['cancelled', 'not-triggered']), rules())).toEqual({ done: 0, of: 0, percent: null });
    expect(rateOf(count(['no-report', 'period-missing', 'overdue']), rules())).toEqual({ done: 0, of: 3, percent: 0 });
    expect(rateOf(count([]), rules()).percent).toBeNull();
  });

  it('with nothing told, the sample city stands as its plan says', () => {
    const statuses = evaluated([]).tasks.map((t) => `${t.task.id} ${t.status} ${t.rule.id}`);
    expect(statuses).toEqual([
      '1 overdue TH-03',
      '2 not-due TH-08',
      '3 no-report TH-11',
      '4 not-triggered TH-02',
      '5 overdue TH-03',
      '6 overdue TH-03',
      '7 overdue TH-03',
    ]);
  });
});

describe('the real plan of Hà Nội', () => {
  const data = planData();

  it.each(['2026-Q1', '2026-H1', '2026-Q3', '2026-Y'])(
    'agrees with itself in %s, with and without sample facts',
    (id) => {
      expectConsistent(evaluationFor(data, requestFor(data, id, [])));
      const told = evaluationFor(data, requestFor(data, id, sampleEvents(data, id, 7)));
      expectConsistent(told);
      expect(told.tasks).toHaveLength(56);
      expect(told.sampleEvents).toBeGreaterThan(0);
    },
  );

  /** Task and part alone: a part given to a group is one deliverable, whoever owes it. */
  it.each([
    ['2026-Q1', 7, 5],
    ['2026-H1', 16, 14],
    ['2026-Q3', 22, 20],
    ['2026-Y', 26, 22],
  ])('with nothing told, %s has %i deliverables past due in %i tasks', (id, deliverables, tasks) => {
    const { judgements } = evaluationFor(data, requestFor(data, id, []));
    const late = judgements.filter((j) => j.status === 'overdue').map((j) => j.obligation.part);
    expect(new Set(late.map((p) => `${p.task.id}/${p.no}`)).size).toBe(deliverables);
    expect(new Set(late.map((p) => p.task.id)).size).toBe(tasks);
  });

  it('the eight deliverables of quý I, due 31/3, are not late in the report of quý I', () => {
    const { judgements } = evaluationFor(data, requestFor(data, '2026-Q1', []));
    const due = judgements.filter((j) => j.due === '2026-03-31');
    expect(new Set(due.map((j) => `${j.obligation.part.task.id}/${j.obligation.part.no}`)).size).toBe(8);
    expect(new Set(due.map((j) => j.status))).toEqual(new Set(['not-due']));
  });
});

describe('who has reported', () => {
  const reported = (...facts: readonly Fact[]): readonly string[] => [
    ...reportedUnits(ledgerOf(facts), period('2026-Q1')),
  ];

  it('any word for the period counts: a submission, a figure, a text, a fact that happened in it', () => {
    expect(reported(submittedFact('so-mau-01'))).toEqual(['so-mau-01']);
    expect(reported(figureFact('so-mau-01', 'cong', 'nothing-arose'))).toEqual(['so-mau-01']);
    expect(reported(narrativeFact('so-mau-01', 'V', 'Nội dung mẫu'))).toEqual(['so-mau-01']);
    expect(reported(taskFact('so-mau-01', '1', 'started', '2025-12-15'))).toEqual(['so-mau-01']);
    expect(reported(taskFact('so-mau-01', '1', 'started', '2026-03-14'))).toEqual(['so-mau-01']);
  });

  it('words for another period do not, nor a return of the report by the compiler', () => {
    expect(reported(submittedFact('so-mau-01', '2026-H1'), figureFact('so-mau-01', 'cong', 3, '2026-H1'))).toEqual([]);
    expect(reported(taskFact('so-mau-01', '1', 'started', '2025-12-14'))).toEqual([]);
    expect(reported(taskFact('so-mau-01', '1', 'started', '2026-03-15'))).toEqual([]);
    expect(reported(submittedFact('so-mau-01', '2026-Q1', 'returned'))).toEqual([]);
  });

  it('is said of every row and out of all that are expected', () => {
    const e = evaluated(ledgerOf([submittedFact('xa-mau-01')]));
    expect(e.reporting.reported).toEqual(['xa-mau-01']);
    expect([...e.reporting.expected].sort()).toEqual([...UNITS].sort());
    for (const j of e.judgements) expect(j.reported).toBe(j.obligation.unit === 'xa-mau-01');
  });

  it('in one unit’s view is said of that unit', () => {
    const events = ledgerOf([submittedFact('xa-mau-01')]);
    expect(evaluated(events, { unit: 'xa-mau-02' }).reporting).toEqual({ expected: ['xa-mau-02'], reported: [] });
    expect(evaluated(events, { unit: 'xa-mau-01' }).reporting.reported).toEqual(['xa-mau-01']);
  });
});

describe('what stands beside the numbers', () => {
  it('figures are preliminary until the last millisecond of the cut-off day in Hà Nội', () => {
    const at = (asOf: string): boolean => evaluated([], { asOf: instant(asOf) }).preliminary;
    expect(at('2026-03-14T23:59:59.998+07:00')).toBe(true);
    expect(at('2026-03-14')).toBe(false);
    expect(at('2026-03-15T00:00:00+07:00')).toBe(false);
  });

  it('of a section’s texts the last told stands, each unit’s own', () => {
    const events = ledgerOf([
      { fact: narrativeFact('so-mau-01', 'V', 'mới'), at: instant('2026-03-20') },
      { fact: narrativeFact('so-mau-01', 'V', 'cũ'), at: instant('2026-03-16') },
      { fact: narrativeFact('so-mau-02', 'V', 'của sở khác'), at: instant('2026-03-16') },
      { fact: narrativeFact('so-mau-01', 'V', 'kỳ khác', '2026-H1'), at: instant('2026-03-21') },
    ]);
    const texts = (asked: Parameters<typeof evaluated>[1]): readonly string[] =>
      evaluated(events, asked).narratives.map((n) => n.fact.text);
    expect([...texts({})].sort()).toEqual(['của sở khác', 'mới']);
    expect(texts({ unit: 'so-mau-01' })).toEqual(['mới']);
    expect(texts({ unit: 'so-mau-01', asOf: instant('2026-03-17') })).toEqual(['cũ']);
  });

  it('says how far the ledger was read, and how much of it is sample', () => {
    const events = ledgerOf([
      { fact: submittedFact('so-mau-01'), at: instant('2026-03-20'), sample: true },
      { fact: submittedFact('so-mau-02'), at: instant('2026-03-16') },
      { fact: { ...submittedFact('so-mau-03'), plan: 'ke-hoach-khac' }, at: instant('2026-03-21') },
    ]);
    const e = evaluated(events);
    expect(e.ledger).toEqual({ events: 2, lastSeq: 2, lastRecordedAt: instant('2026-03-20') });
    expect(e.sampleEvents).toBe(1);
    expect(evaluated([]).ledger).toEqual({ events: 0, lastSeq: 0, lastRecordedAt: null });
  });

  it('one unit’s view is that unit’s part of the city’s', () => {
    const events = ledgerOf([taskFact('so-mau-02', '5', 'completed', '2026-02-20', { part: 1 })]);
    const own = evaluated(events, { unit: 'so-mau-02' });
    expect(own.judgements).toEqual(evaluated(events).judgements.filter((j) => j.obligation.unit === 'so-mau-02'));
    expect(judged(own, 'so-mau-02', '5').status).toBe('done-on-time');
    expect(own.tasks.find((t) => t.task.id === '5')?.status).toBe('done-on-time');
    expect(evaluated(events).tasks.find((t) => t.task.id === '5')?.status).toBe('in-progress');
  });
});
