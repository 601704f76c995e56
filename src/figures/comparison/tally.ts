/** Counts with their rate, and one set beside an earlier one. Sums add counts and make the rate of the sums. */

import { STATUSES, type Status } from '../../obligations/schema';
import type { Rules } from '../../obligations/rules';
import { count, rateOf, totalOf, type Counts, type Rate } from '../evaluation';
import { sumExact } from '../percent';
import type { WhyNot } from './why-not';

export interface Tally {
  readonly counts: Counts;
  readonly total: number;
  readonly rate: Rate;
}

/** Now beside then. `then` is there wherever it can be shown, `points` only where the two can be compared. */
export interface TallyChange {
  readonly now: Tally;
  readonly then: Tally | null;
  /** Percentage points between the two printed rates, so that a reader gets the same by subtracting. */
  readonly points: number | null;
  readonly whyNot: WhyNot | null;
}

type RateRules = Pick<Rules, 'rate'>;

export function tallyOf(counts: Counts, rules: RateRules): Tally {
  return { counts, total: totalOf(counts), rate: rateOf(counts, rules) };
}

export function tallyOfStatuses(statuses: readonly Status[], rules: RateRules): Tally {
  return tallyOf(count(statuses), rules);
}

/** The sum of several: what a merged body is compared with. */
export function sumOfCounts(all: readonly Counts[]): Counts {
  const sum = count([]) as Record<Status, number>;
  for (const counts of all) for (const status of STATUSES) sum[status] += counts[status];
  return sum;
}

export function compareTallies(now: Tally, then: Tally | null, whyNot: WhyNot | null): TallyChange {
  if (then === null || whyNot !== null) return { now, then, points: null, whyNot: whyNot ?? 'nothing-owed' };
  const [before, after] = [then.rate.percent, now.rate.percent];
  if (before === null || after === null) return { now, then, points: null, whyNot: 'nothing-owed' };
  return { now, then, points: sumExact([after, -before]), whyNot: null };
}
