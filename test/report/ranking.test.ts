/** The order of units: in blocks, by exact rate, equal rates sharing a rank, nothing owed without one. */

import { rateOf } from '../../src/figures/evaluation';
import { rankUnits, type Block } from '../../src/report/ranking';
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
