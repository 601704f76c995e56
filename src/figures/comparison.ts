/**
 * One period beside an earlier one: the headline, areas, units with the movement of their rank, indicators. Plain data
 * that every renderer can print. What cannot be compared carries the reason, never a number; nothing at all (null)
 * where nobody reported on one side. Bodies are those of today: a merged one is set beside the sum of those it came from.
 */

import type { Status } from '../obligations/schema';
import type { Period } from '../regulation/periods';
import { compareAreas, type AreaChange } from './comparison/areas';
import { compareIndicators, type IndicatorChange } from './comparison/indicators';
import type { Against, ComparedSide, ComparisonInput } from './comparison/sides';
import { compareTallies, sumOfCounts, tallyOf, type TallyChange } from './comparison/tally';
import { compareUnits, type UnitChange } from './comparison/units';
import type { WhyNot } from './comparison/why-not';
import type { Counts, Evaluation } from './evaluation';

export interface ComparedPeriod {
  readonly plan: string;
  readonly id: string;
  /** "quý I năm 2026" */
  readonly name: string;
  readonly window: Period['window'];
  readonly reported: number;
  readonly expected: number;
}

export interface Comparison {
  readonly against: Against;
  /** One body's view; null for the city. */
  readonly unit: string | null;
  readonly now: ComparedPeriod;
  readonly then: ComparedPeriod;
  readonly samePlan: boolean;
  /** Bodies of then that the unit is set beside: more than one after a merger; itself for the city: none. */
  readonly origins: readonly string[];
  readonly byTask: TallyChange;
  readonly byObligation: TallyChange;
  readonly areas: readonly AreaChange[];
  /** In the order of the evaluation; empty in a unit's own view. */
  readonly units: readonly UnitChange[];
  readonly indicators: readonly IndicatorChange[];
  /** Tasks of the same plan whose status is another now, in the plan's order; null where the plans differ. */
  readonly tasks: readonly { readonly task: string; readonly then: Status; readonly now: Status }[] | null;
}

/** Null where nobody reported in one of the two periods: silence is no fall. */
export function compare(input: ComparisonInput): Comparison | null {
  const { against, now, then, origins } = input;
  const { evaluation } = now;
  const { evaluations } = then;
  const unplaced = origins?.whyNot ?? null;
  const isTold = (e: Evaluation): boolean => e.reporting.reported.length > 0;
  if (unplaced === null && (!isTold(evaluation) || !evaluations.some(isTold))) return null;
  const thenPlan = evaluations[0]?.plan ?? evaluation.plan;
  const samePlan = thenPlan.id === evaluation.plan.id;
  const whyNot = unplaced ?? (!samePlan && against === 'last-period' ? 'new-plan' : null);
  const sides = { ...input, samePlan, whyNot };
  return {
    against,
    unit: evaluation.unit,
    now: comparedPeriod(evaluation.period, [evaluation], evaluation.plan.id),
    then: comparedPeriod(then.period, evaluations, thenPlan.id),
    samePlan,
    origins: origins?.units ?? [],
    byTask: headline(input, (e) => e.counts.byTask, whyNot),
    byObligation: headline(input, (e) => e.counts.byObligation, whyNot),
    areas: compareAreas(sides),
    units: evaluation.unit === null ? compareUnits(sides) : [],
    indicators: compareIndicators(indicatorSide(now, evaluation.period, [evaluation]), thenSide(then), unplaced),
    tasks: samePlan && unplaced === null ? movedTasks(evaluation, evaluations) : null,
  };
}

export type { AreaChange, ComparisonInput, IndicatorChange, TallyChange, UnitChange, WhyNot };

function comparedPeriod(period: Period, evaluations: readonly Evaluation[], plan: string): ComparedPeriod {
  const total = (key: 'reported' | 'expected'): number =>
    evaluations.reduce((sum, e) => sum + e.reporting[key].length, 0);
  const { id, name, window } = period;
  return { plan, id, name, window, reported: total('reported'), expected: total('expected') };
}

function headline({ now, then }: ComparisonInput, of: (e: Evaluation) => Counts, whyNot: WhyNot | null): TallyChange {
  const before = then.evaluations.length > 0 ? tallyOf(sumOfCounts(then.evaluations.map(of)), then.rules) : null;
  return compareTallies(tallyOf(of(now.evaluation), now.rules), before, whyNot);
}

function indicatorSide(
  { indicators, rules }: ComparedSide,
  period: Period,
  evaluations: readonly Evaluation[],
): Parameters<typeof compareIndicators>[0] {
  return { period, file: indicators, policy: rules.rate, results: evaluations.map((e) => e.indicators) };
}

const thenSide = (then: ComparisonInput['then']): Parameters<typeof compareIndicators>[1] =>
  indicatorSide(then, then.period, then.evaluations);

/** Where the unit comes from several, a task has no one status then. */
function movedTasks(now: Evaluation, then: readonly Evaluation[]): Comparison['tasks'] {
  const [only, ...others] = then;
  if (!only || others.length > 0) return null;
  const before = new Map(only.tasks.map((t) => [t.task.id, t.status]));
  return now.tasks.flatMap(({ task, status }) => {
    const old = before.get(task.id);
    return old === undefined || old === status ? [] : [{ task: task.id, then: old, now: status }];
  });
}
