/**
 * Units in order of what they have done. Bodies of one kind are ranked among themselves (khối): a department with
 * forty tasks is not measured against a commune with ten. Equal rates share a rank ("1, 1, 3"); rates are compared by
 * their two numbers, not by what they round to; a unit of which nothing is counted has no rank.
 */

import { count, type Counts, type Evaluation, type Rate } from '../figures/evaluation';
import { compareRatios } from '../figures/percent';
import { groupBy } from '../lib/group';
import type { Judgement } from '../obligations/status';
import type { PlainDate } from '../calendar/plain-date';
import type { Registry } from '../units/registry';

export interface RankedUnit {
  readonly unit: string;
  /** Null where the rate has no whole. */
  readonly rank: number | null;
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

const OTHERS = 'Cơ quan, đơn vị khác';

/** Higher rate first; of equal rates fewer overdue first, then as the registry has them. */
function byRate(a: RankedUnit, b: RankedUnit): number {
  if (a.rate.of === 0 || b.rate.of === 0) return Number(a.rate.of === 0) - Number(b.rate.of === 0);
  return compareRatios([b.rate.done, b.rate.of], [a.rate.done, a.rate.of]) || a.counts.overdue - b.counts.overdue;
}

const sameRate = (a: Rate, b: Rate): boolean => compareRatios([a.done, a.of], [b.done, b.of]) === 0;

function withRanks(units: readonly RankedUnit[]): readonly RankedUnit[] {
  const ranked: RankedUnit[] = [];
  for (const unit of [...units].sort(byRate)) {
    const above = ranked.at(-1);
    const rank = above?.rank && sameRate(above.rate, unit.rate) ? above.rank : ranked.length + 1;
    ranked.push({ ...unit, rank: unit.rate.of === 0 ? null : rank });
  }
  return ranked;
}

/** The first group of the registry that holds the unit on that day. */
function blockLookup(registry: Registry, on: PlainDate): (unit: string) => string | null {
  const groups = new Map<string, string>();
  for (const { id } of registry.groups)
    for (const unit of registry.membersOf(id, on)) if (!groups.has(unit.id)) groups.set(unit.id, id);
  return (unit) => groups.get(unit) ?? null;
}

/** Every body that owes something, in blocks, best first; blocks in the order of the registry's groups. */
export function rankUnits(
  { judgements, period }: Pick<Evaluation, 'judgements' | 'period'>,
  registry: Registry,
  rateOf: (counts: Counts) => Rate,
): readonly Block[] {
  const blockOf = blockLookup(registry, period.window.to);
  const units = [...groupBy(judgements, (j) => j.obligation.unit)].map(([unit, own]): RankedUnit => {
    const counts = count(own.map((j) => j.status));
    return { unit, rank: null, counts, rate: rateOf(counts), judgements: own };
  });
  const blocks = groupBy(units, ({ unit }) => blockOf(unit));
  return [...registry.groups.map((g) => g.id), null].flatMap((group) => {
    const own = blocks.get(group);
    const name = (group === null ? undefined : registry.group(group)?.name) ?? OTHERS;
    return own ? [{ group, name, units: withRanks(own) }] : [];
  });
}
