/** The order of units: in blocks, by exact rate, equal rates sharing a rank, nothing owed without one. */

import { rateOf } from '../../src/figures/evaluation';
import { placed, type UnitChange } from '../../src/figures/comparison/units';
import { plainDate } from '../../src/calendar/plain-date';
import { blockLookup } from '../../src/units/blocks';
import { rankMoves, rankUnits, type Block } from '../../src/report/ranking';
import { plan, registry } from '../fixtures/city';
import { evaluated, rules } from '../fixtures/evaluation';
import { ledgerOf, taskFact } from '../fixtures/events';

const done = (unit: string, task: string): ReturnType<typeof taskFact> =>
  taskFact(unit, task, 'completed', '2026-02-10');

function blocks(...facts: readonly ReturnType<typeof taskFact>[]): readonly Block[] {
  const own = rules();
  return rankUnits(evaluated(ledgerOf(facts)), registry(), (counts) => rateOf(counts, own));
}

const shown = (block: Block | undefined): readonly (readonly [string, number | null, number, number])[] =>
  block?.units.map(({ unit, rank, rate }) => [unit, rank, rate.done, rate.of] as const) ?? [];

it('each body stands once, in the block of its first group', () => {
  const all = blocks();
  expect(all.map((b) => b.name)).toEqual(['Sở, Ban, Ngành', 'UBND các xã, phường', 'Cơ quan, đơn vị khác']);
  const owing = new Set(evaluated([]).judgements.map((j) => j.obligation.unit));
  expect(all.flatMap((b) => b.units.map((u) => u.unit)).sort()).toEqual([...owing].sort());
});

it('equal rates share a rank, the next one counts on: 1, 1, 3, 3', () => {
  const [, communes] = blocks(done('xa-mau-03', '3'), done('xa-mau-01', '3'));
  expect(shown(communes)).toEqual([
    ['xa-mau-01', 1, 1, 2],
    ['xa-mau-03', 1, 1, 2],
    ['xa-mau-02', 3, 0, 2],
    ['xa-mau-04', 3, 0, 2],
  ]);
});

it('a body of which nothing is counted has no rank and stands last', () => {
  const one = plan(registry(), (file) => ({ ...file, tasks: file.tasks.filter((t) => ['1', '4'].includes(t.id)) }));
  const own = rules();
  const [departments] = rankUnits(evaluated([], { plan: one }), registry(), (counts) => rateOf(counts, own));
  expect(shown(departments)).toEqual([
    ['so-mau-01', 1, 0, 1],
    ['so-mau-02', null, 0, 0],
  ]);
});

it('a group that names nobody is listed last, without a rank', () => {
  const others = blocks(taskFact('don-vi-lien-quan', '7', 'completed', '2026-02-10')).at(-1);
  expect(others?.units.at(-1)).toMatchObject({ unit: 'don-vi-lien-quan', rank: null });
  expect(
    others?.units.filter((u) => u.unit !== 'don-vi-lien-quan').every((u) => u.rate.of === 0 || u.rank !== null),
  ).toBe(true);
});

describe('how ranks moved', () => {
  const share = (done: number, of: number): UnitChange['now'] =>
    ({ rate: { done, of, percent: (done * 100) / of } }) as UnitChange['now'];
  const blockOf = blockLookup(registry(), plainDate('2026-03-14'));
  const change = (unit: string, now: number, then: number | null, whyNot: UnitChange['whyNot'] = null): UnitChange =>
    ({
      unit,
      block: blockOf(unit),
      from: [unit],
      now: share(now, 10),
      then: then === null ? null : share(then, 10),
      whyNot,
    }) as unknown as UnitChange;

  it('is counted within the block, among the bodies that stand on both sides', () => {
    const moves = rankMoves(
      placed([
        change('xa-mau-01', 9, 1),
        change('xa-mau-02', 8, 8),
        change('xa-mau-03', 1, 9),
        change('xa-mau-04', 10, null, 'new-body'),
        { ...change('xa-mau-05', 10, 0), then: share(0, 0) },
        change('so-mau-01', 0, 0),
      ]),
    );
    expect(
      [...(moves ?? [])].map(([unit, { text, now, then, of }]) => [unit, text, now.place, then.place, of]),
    ).toEqual([
      ['xa-mau-01', 'Tăng 2 bậc', 1, 3, 3],
      ['xa-mau-02', 'Giữ nguyên', 2, 2, 3],
      ['xa-mau-03', 'Giảm 2 bậc', 3, 1, 3],
      ['so-mau-01', 'Giữ nguyên', 1, 1, 1],
    ]);
    expect(moves?.get('xa-mau-01')).toMatchObject({ now: { rate: { done: 9 } }, then: { rate: { done: 1 } } });
  });

  it('is nothing where no body can be set beside an earlier one', () => {
    expect(rankMoves(placed([change('xa-mau-01', 9, 1, 'new-plan')]))).toBeNull();
    expect(rankMoves([])).toBeNull();
  });
});
