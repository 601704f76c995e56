/**
 * Units in order of what they have done. Bodies of one kind are ranked among themselves (khối): a department with
 * forty tasks is not measured against a commune with ten. Equal rates share a rank ("1, 1, 3"); rates are compared by
 * their two numbers, not by what they round to. A unit of which nothing is counted has no rank, nor has a group that
 * names nobody ("các cơ quan, đơn vị liên quan"): nobody can be praised or asked for it.
 */

import { count, type Counts, type Evaluation, type Rate } from '../figures/evaluation';
import { rankByRate } from '../figures/comparison/ranking';
import type { UnitChange } from '../figures/comparison/units';
import { compareRatios } from '../figures/percent';
import { formatInteger } from '../i18n/format';
import { groupBy } from '../lib/group';
import type { Judgement } from '../obligations/status';
import { blockLookup, blockName } from '../units/blocks';
import type { Registry } from '../units/registry';

export interface RankedUnit {
  readonly unit: string;
  /** Null where the rate has no whole. */
  readonly rank: number | null;
  /** How many share that rank; null without one. */
  readonly tied: number | null;
  readonly counts: Counts;
  readonly rate: Rate;
  readonly judgements: readonly Judgement[];
}

export interface Block {
  /** "Sở, Ban, Ngành"; null for bodies that stand in no group. */
  readonly group: string | null;
  readonly name: string;
  readonly units: readonly RankedUnit[];
}

/** Higher rate first; of equal rates fewer overdue first, then as the registry has them. */
function byRate(a: Unranked, b: Unranked): number {
  if (a.rate.of === 0 || b.rate.of === 0) return Number(a.rate.of === 0) - Number(b.rate.of === 0);
  return compareRatios([b.rate.done, b.rate.of], [a.rate.done, a.rate.of]) || a.counts.overdue - b.counts.overdue;
}

type Unranked = Omit<RankedUnit, 'rank' | 'tied'>;

function withRanks(units: readonly Unranked[], registry: Registry): readonly RankedUnit[] {
  const isBody = ({ unit }: Unranked): boolean => registry.unit(unit) !== undefined;
  const bodies = units.filter(isBody).sort(byRate);
  const places = rankByRate(bodies);
  const ranked = (unit: Unranked): RankedUnit => {
    const place = places.get(unit.unit);
    return { ...unit, rank: place?.place ?? null, tied: place?.sharedBy.length ?? null };
  };
  return [...bodies, ...units.filter((unit) => !isBody(unit))].map(ranked);
}

/** How the rank of a body moved within its block, with what both ranks stand on. */
export interface RankMove {
  /** "Tăng 2 bậc" */
  readonly text: string;
  readonly now: RankSide;
  readonly then: RankSide;
  /** How many bodies of the block are placed on both sides. */
  readonly of: number;
  /** Of how many bodies of today the earlier figures are put together: more than one after a merger. */
  readonly from: number;
}

export interface RankSide {
  readonly place: number;
  readonly rate: Rate;
}

/** How the rank of each body within its block moved, in words; null where none can be compared. */
export function rankMoves(changes: readonly UnitChange[]): ReadonlyMap<string, RankMove> | null {
  const moves = changes.flatMap(({ unit, from, now, then, movement }) => {
    if (!movement || !then) return [];
    const sides = { now: { place: movement.now, rate: now.rate }, then: { place: movement.then, rate: then.rate } };
    return [[unit, { text: moveText(movement.up), ...sides, of: movement.of, from: from.length }] as const];
  });
  return moves.length > 0 ? new Map(moves) : null;
}

function moveText(up: number): string {
  return up === 0 ? 'Giữ nguyên' : `${up > 0 ? 'Tăng' : 'Giảm'} ${formatInteger(Math.abs(up))} bậc`;
}

/** Every body that owes something, in blocks, best first; blocks in the order of the registry's groups. */
export function rankUnits(
  { judgements, period }: Pick<Evaluation, 'judgements' | 'period'>,
  registry: Registry,
  rateOf: (counts: Counts) => Rate,
): readonly Block[] {
  const blockOf = blockLookup(registry, period.window.to);
  const units = [...groupBy(judgements, (j) => j.obligation.unit)].map(([unit, own]): Unranked => {
    const counts = count(own.map((j) => j.status));
    return { unit, counts, rate: rateOf(counts), judgements: own };
  });
  const blocks = groupBy(units, ({ unit }) => blockOf(unit));
  return [...registry.groups.map((g) => g.id), null].flatMap((group) => {
    const own = blocks.get(group);
    return own ? [{ group, name: blockName(registry, group), units: withRanks(own, registry) }] : [];
  });
}
