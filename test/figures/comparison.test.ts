/**
 * Guards the comparison of two evaluations: units across a merger by hand (`comparison-units.csv`), the sums that must
 * agree with the evaluations, and what is said instead of a number where the two sides are not alike.
 */

import fc from 'fast-check';
import { compare, type Comparison } from '../../src/figures/comparison';
import { originsOf } from '../../src/figures/comparison/origins';
import type { Against } from '../../src/figures/comparison/sides';
import { evaluate, type Evaluation } from '../../src/figures/evaluation';
import type { LedgerEvent } from '../../src/ledger/events';
import type { Plan } from '../../src/plan/plan';
import { registryOf, type Registry } from '../../src/units/registry';
import { plainDate } from '../../src/calendar/plain-date';
import { COMMUNES, indicatorsFile, MERGED, plan, planOfParts, registry, unitsFile } from '../fixtures/city';
import { rules } from '../fixtures/evaluation';
import { figureFact, LATER, ledgerOf, submittedFact, taskFact } from '../fixtures/events';
import { numberIn, readTable } from '../fixtures/tables';
import { periodOf } from './comparison/fixture';

interface Asked {
  readonly plan: Plan;
  readonly period: string;
  readonly unit?: string | null;
  readonly registry?: Registry;
}

function evaluationOf(events: readonly LedgerEvent[], asked: Asked): Evaluation {
  return evaluate({
    plan: asked.plan,
    registry: asked.registry ?? registry(),
    period: periodOf(asked.period),
    rules: rules(),
    indicators: indicatorsFile(),
    events,
    asOf: LATER,
    addWorkingDays: undefined,
    unit: asked.unit ?? null,
  });
}

/** The facts, and where they leave the period of now silent the sending of one body: silence is compared with nothing. */
function told(events: readonly LedgerEvent[], now: Asked): readonly LedgerEvent[] {
  const { reported, expected } = evaluationOf(events, now).reporting;
  const sender = now.unit ?? expected[0];
  if (reported.length > 0 || sender === undefined) return events;
  const sent = ledgerOf([submittedFact(sender, now.period)]).map((e) => ({ ...e, seq: events.length + 1 }));
  return [...events, ...sent];
}

const compared = (facts: readonly LedgerEvent[], now: Asked, then: Asked, against: Against): Comparison | null =>
  comparedAsTold(told(facts, now), now, then, against);

function comparedAsTold(events: readonly LedgerEvent[], now: Asked, then: Asked, against: Against): Comparison | null {
  const units = now.registry ?? registry();
  const [days, sides] = [
    [periodOf(then.period).window.to, periodOf(now.period).window.to] as const,
    { rules: rules(), indicators: indicatorsFile() },
  ];
  const origins = now.unit ? originsOf(units, now.unit, ...days) : null;
  const bodies = origins ? origins.units : [null];
  return compare({
    ...{ against, registry: units, origins },
    now: { ...sides, evaluation: evaluationOf(events, now) },
    then: {
      ...sides,
      period: periodOf(then.period),
      evaluations: bodies.map((unit) => evaluationOf(events, { ...then, registry: units, unit })),
    },
  });
}

/** Two parts that every commune owes, due 31/5 and 31/8; two communes become one on 1/7. */
const COMMUNE_PLAN = planOfParts([
  { lead: ['ubnd-xa-phuong'], due: plainDate('2026-05-31') },
  { lead: ['ubnd-xa-phuong'], due: plainDate('2026-08-31') },
]);

/** "xa-01/2": commune 01 completed part 2. */
function completed(cell: string, on: string): ReturnType<typeof taskFact>[] {
  return cell
    .split(' ')
    .filter(Boolean)
    .map((entry) => {
      const [unit = '', part] = entry.split('/');
      return taskFact(unit.replace('xa-', 'xa-mau-'), '1', 'completed', on, { part: Number(part) });
    });
}

const Q3_AGAINST_H1 = [
  { plan: COMMUNE_PLAN, period: '2026-Q3' },
  { plan: COMMUNE_PLAN, period: '2026-H1' },
] as const;

describe('comparison-units.csv: quý III beside 6 tháng, with the merger of 1/7 between them', () => {
  it.each(readTable('comparison-units.csv').map((row) => [row['why'] ?? '', row] as const))('%s', (_, row) => {
    const events = ledgerOf([
      ...completed(row['then'] ?? '', '2026-05-20'),
      ...completed(row['now'] ?? '', '2026-08-20'),
    ]);
    const line = compared(events, ...Q3_AGAINST_H1, 'last-period')?.units.find((u) => u.unit === row['unit']);
    expect(line).toBeDefined();
    expect({
      from: line?.from.join(' '),
      then: [line?.then?.rate.done, line?.then?.rate.of],
      now: [line?.now.rate.done, line?.now.rate.of],
      points: line?.points,
      rank: [line?.rank?.place, line?.rank?.sharedBy.length],
      movedUp: line?.movement?.up,
    }).toEqual({
      from: row['from'],
      then: [numberIn(row['thenDone']), numberIn(row['thenOf'])],
      now: [numberIn(row['nowDone']), numberIn(row['nowOf'])],
      points: numberIn(row['points']),
      rank: [numberIn(row['rank']), numberIn(row['sharedBy'])],
      movedUp: numberIn(row['movedUp']),
    });
  });
});

describe('a merged commune’s own view', () => {
  const events = ledgerOf([
    ...completed('xa-03/1 xa-03/2 xa-04/1', '2026-05-20'),
    ...completed('xa-05/2', '2026-08-20'),
    figureFact('xa-mau-03', 'ton', 4, '2026-H1'),
    figureFact('xa-mau-04', 'ton', 6, '2026-H1'),
    figureFact('xa-mau-05', 'ton', 9, '2026-Q3'),
    figureFact('xa-mau-03', 'ty-le', [1, 2], '2026-H1'),
    figureFact('xa-mau-04', 'ty-le', [9, 10], '2026-H1'),
    figureFact('xa-mau-05', 'ty-le', [3, 4], '2026-Q3'),
  ]);
  const [now, then] = Q3_AGAINST_H1;
  const own = compared(events, { ...now, unit: MERGED }, then, 'last-period');

  it('is set beside the sum of the two that it came from', () => {
    expect(own?.origins).toEqual(['xa-mau-03', 'xa-mau-04']);
    expect(own?.byObligation).toMatchObject({
      then: { rate: { done: 3, of: 4, percent: 75 } },
      now: { rate: { done: 2, of: 2, percent: 100 } },
      points: 25,
    });
  });

  it('adds their tasks as tasks: one of two had all its parts done', () => {
    expect(own?.byTask.then?.rate).toEqual({ done: 1, of: 2, percent: 50 });
    expect(own?.byTask.points).toBe(50);
  });

  it('adds their levels, and the parts of their shares', () => {
    const of = (code: string): unknown => own?.indicators.find((i) => i.code === code);
    expect(of('ton')).toMatchObject({ then: { value: 10 }, difference: -1, relative: -10, basis: 'level' });
    expect(of('ty-le')).toMatchObject({ then: { value: 83.33, numerator: 10, denominator: 12 }, difference: -8.33 });
  });

  it('has no list of units, and no one status of a task then', () => {
    expect(own?.units).toEqual([]);
    expect(own?.tasks).toBeNull();
  });
});

describe('what cannot be compared', () => {
  const told = ledgerOf([submittedFact('xa-mau-01', '2026-H1'), submittedFact('so-mau-01', '2026-Q1')]);

  it('nothing at all where nobody has reported yet', () => {
    const then = ledgerOf([submittedFact('xa-mau-01', '2026-H1')]);
    expect(comparedAsTold(then, ...Q3_AGAINST_H1, 'last-period')).toBeNull();
    expect(compared(then, ...Q3_AGAINST_H1, 'last-period')).not.toBeNull();
  });

  it('nothing at all where nobody had reported', () => {
    expect(compared(ledgerOf([]), ...Q3_AGAINST_H1, 'last-period')).toBeNull();
    expect(
      compared(told, { plan: plan(), period: '2026-Q1' }, { plan: plan(), period: '2025-Q1' }, 'last-year'),
    ).toBeNull();
  });

  it('a body that did not exist then and comes from none is new', () => {
    const file = unitsFile();
    const units = registryOf({
      ...file,
      units: file.units.map((u) => (u.successors.length > 0 ? { ...u, successors: [] } : u)),
    });
    expect(originsOf(units, MERGED, plainDate('2026-06-14'), plainDate('2026-09-14'))).toEqual({
      units: [],
      whyNot: 'new-body',
    });
    const [now, then] = Q3_AGAINST_H1;
    const comparison = compared(told, { ...now, registry: units }, then, 'last-period');
    expect(comparison?.units.find((u) => u.unit === MERGED)).toMatchObject({
      then: null,
      points: null,
      whyNot: 'new-body',
      movement: null,
    });
    expect(comparison?.units.find((u) => u.unit === 'xa-mau-01')?.movement).toMatchObject({ of: 2 });
  });

  it('a body divided among several is given to none of them', () => {
    const file = unitsFile();
    const on = plainDate('2026-07-01');
    const units = registryOf({
      ...file,
      units: file.units.map((u) =>
        u.id === 'xa-mau-04' ? { ...u, successors: [...u.successors, { unit: 'xa-mau-02', on }] } : u,
      ),
    });
    const [now, then] = Q3_AGAINST_H1;
    const city = compared(told, { ...now, registry: units }, then, 'last-period');
    expect(city?.units.map((u) => [u.unit, u.whyNot])).toEqual([
      ['xa-mau-01', null],
      ['xa-mau-02', 'divided'],
      [MERGED, 'divided'],
    ]);
    const own = compared(told, { ...now, registry: units, unit: MERGED }, then, 'last-period');
    expect(own?.byTask).toMatchObject({ then: null, points: null, whyNot: 'divided' });
    expect(new Set(own?.indicators.map((i) => i.whyNot))).toEqual(new Set(['divided']));
  });

  it('the rate of a new plan beside the old plan’s year; its levels still are', () => {
    const old = { ...plan(), id: 'ke-hoach-cu' };
    const facts = [
      { ...figureFact('so-mau-01', 'ton', 8, '2025-Y'), plan: 'ke-hoach-cu' },
      figureFact('so-mau-01', 'ton', 10, '2026-Q1'),
    ];
    const comparison = compared(
      ledgerOf(facts),
      { plan: plan(), period: '2026-Q1' },
      { plan: old, period: '2025-Y' },
      'last-period',
    );
    expect(comparison?.samePlan).toBe(false);
    expect(comparison?.byTask).toMatchObject({ points: null, whyNot: 'new-plan' });
    expect(comparison?.byTask.then).not.toBeNull();
    expect(comparison?.indicators.find((i) => i.code === 'ton')).toMatchObject({ difference: 2, whyNot: null });
    expect(comparison?.tasks).toBeNull();
  });
});

describe('areas of two plans', () => {
  const old = (areas: Plan['areas']): Plan => ({ ...plan(), id: 'ke-hoach-cu', areas });
  const told = ledgerOf([{ ...submittedFact('so-mau-01', '2025-Q1'), plan: 'ke-hoach-cu' }]);
  const areasOf = (then: Plan): readonly (readonly [string, string, string | null])[] =>
    (
      compared(told, { plan: plan(), period: '2026-Q1' }, { plan: then, period: '2025-Q1' }, 'last-year')?.areas ?? []
    ).map((a) => [a.area, a.from.join(' '), a.whyNot] as const);

  it('meet in the ministry’s field, whatever their codes', () => {
    const then = old([
      { code: 'II', title: 'Tên khác', field: 1 },
      { code: 'I', title: 'Tên khác nữa', field: 2 },
    ]);
    expect(areasOf(then).map(([area, from]) => [area, from])).toEqual([
      ['I', 'II'],
      ['II', 'I'],
    ]);
  });

  it('an area that was not there is not compared', () => {
    expect(areasOf(old([{ code: 'I', title: 'Lĩnh vực mẫu thứ nhất', field: 1 }]))[1]).toEqual([
      'II',
      '',
      'no-such-area',
    ]);
  });
});

describe('sums of a comparison', () => {
  const told = fc.array(
    fc.record({
      unit: fc.constantFrom(...COMMUNES),
      part: fc.constantFrom(1, 2),
      on: fc.constantFrom('2026-05-20', '2026-06-10'),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('units of then add up to the city of then, however they have merged since', () => {
    fc.assert(
      fc.property(told, (facts) => {
        const events = ledgerOf(facts.map(({ unit, part, on }) => taskFact(unit, '1', 'completed', on, { part })));
        const comparison = compared(events, ...Q3_AGAINST_H1, 'last-period');
        const sum = (of: (u: Comparison['units'][number]) => number | undefined): number =>
          (comparison?.units ?? []).reduce((all, u) => all + (of(u) ?? 0), 0);
        expect(sum((u) => u.then?.rate.done)).toBe(comparison?.byObligation.then?.rate.done);
        expect(sum((u) => u.then?.total)).toBe(comparison?.byObligation.then?.total);
        expect(sum((u) => u.now.total)).toBe(comparison?.byObligation.now.total);
      }),
      { numRuns: 40 },
    );
  });

  it('a period beside itself shows no change and no movement', () => {
    fc.assert(
      fc.property(told, (facts) => {
        const events = ledgerOf(facts.map(({ unit, part, on }) => taskFact(unit, '1', 'completed', on, { part })));
        const own = { plan: COMMUNE_PLAN, period: '2026-H1' };
        const comparison = compared(events, own, own, 'last-period');
        expect(comparison?.byObligation.points).toBe(0);
        expect(comparison?.tasks).toEqual([]);
        for (const unit of comparison?.units ?? []) expect([unit.points, unit.movement?.up]).toEqual([0, 0]);
      }),
      { numRuns: 20 },
    );
  });

  it('is plain data: JSON and back is the same', () => {
    const events = ledgerOf(completed('xa-01/1', '2026-05-20'));
    const comparison = compared(events, ...Q3_AGAINST_H1, 'last-period');
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  });
});
