/**
 * Units of today side by side with what they were, counted by the parts of work that each owes, and how their rank
 * moved. The rank is within the block of today; the movement is among those of it that have a rate on both sides, so
 * that a new unit pushes nobody down.
 */

import { groupBy } from '../../lib/group';
import { blockLookup } from '../../units/blocks';
import type { Status } from '../../obligations/schema';
import type { Evaluation } from '../evaluation';
import { originsOf } from './origins';
import { rankByRate, type Place } from './ranking';
import type { Sides } from './sides';
import { compareTallies, tallyOfStatuses, type TallyChange } from './tally';

export interface RankMovement {
  readonly now: number;
  readonly then: number;
  readonly of: number;
  /** Places gained; below 0: lost. */
  readonly up: number;
}

export interface UnitChange extends TallyChange {
  readonly unit: string;
  /** The block in which it is ranked; null: it stands in no group. */
  readonly block: string | null;
  /** Bodies then: itself, or those that were merged into it. */
  readonly from: readonly string[];
  /** Null for a unit that owes nothing. */
  readonly rank: Place | null;
  readonly movement: RankMovement | null;
}

/** Every body that owes something now, in the order of the evaluation. */
export function compareUnits({ registry, now, then, whyNot }: Sides): readonly UnitChange[] {
  const current = statusesByUnit([now.evaluation]);
  const earlier = statusesByUnit(then.evaluations);
  const days = [then.period.window.to, now.evaluation.period.window.to] as const;
  const blockOf = blockLookup(registry, now.evaluation.period.window.to);
  const lines = [...current].flatMap(([unit, statuses]) => {
    if (!registry.unit(unit)) return [];
    const origins = originsOf(registry, unit, ...days);
    const before = origins.units.flatMap((u) => earlier.get(u) ?? []);
    const tally = before.length > 0 ? tallyOfStatuses(before, then.rules) : null;
    const change = compareTallies(tallyOfStatuses(statuses, now.rules), tally, whyNot ?? origins.whyNot);
    return [{ unit, block: blockOf(unit), from: origins.units, ...change }];
  });
  return placed(lines);
}

function statusesByUnit(evaluations: readonly Evaluation[]): ReadonlyMap<string, readonly Status[]> {
  const groups = groupBy(
    evaluations.flatMap((e) => e.judgements),
    (j) => j.obligation.unit,
  );
  return new Map([...groups].map(([unit, own]) => [unit, own.map((j) => j.status)]));
}

type Line = Omit<UnitChange, 'rank' | 'movement'>;

/** Each line with its rank within its block and how that moved; the order stays. */
export function placed(lines: readonly Line[]): readonly UnitChange[] {
  const known = new Map([...groupBy(lines, (l) => l.block).values()].flatMap(ranked).map((u) => [u.unit, u]));
  return lines.flatMap(({ unit }) => known.get(unit) ?? []);
}

function ranked(lines: readonly Line[]): readonly UnitChange[] {
  const all = rankByRate(lines.map(({ unit, now }) => ({ unit, rate: now.rate })));
  const both = lines.flatMap(({ unit, now, then, whyNot }) =>
    whyNot === null && then && now.rate.of > 0 && then.rate.of > 0 ? [{ unit, now: now.rate, then: then.rate }] : [],
  );
  const after = rankByRate(both.map(({ unit, now }) => ({ unit, rate: now })));
  const before = rankByRate(both.map(({ unit, then }) => ({ unit, rate: then })));
  return lines.map((line) => ({
    ...line,
    rank: all.get(line.unit) ?? null,
    movement: movementOf(after.get(line.unit), before.get(line.unit)),
  }));
}

function movementOf(now: Place | undefined, then: Place | undefined): RankMovement | null {
  if (!now || !then) return null;
  return { now: now.place, then: then.place, of: now.of, up: then.place - now.place };
}
