/**
 * The comparisons of a period: with the regime's last one and with the same one last year. The plan of an earlier
 * year is found by its regime and its years, whatever its id; a plan of several years is its own earlier plan.
 */

import { compare, type Comparison } from '../figures/comparison';
import { originsOf } from '../figures/comparison/origins';
import type { Against } from '../figures/comparison/sides';
import type { Evaluation } from '../figures/evaluation';
import { previousPeriod, samePeriodLastYear, type Period } from '../regulation/periods';
import type { Regime } from '../regulation/schema';
import { earlierSide, type PastRequest } from './past-year';
import type { EvaluateRequest, PlanData } from './plan-data';

export interface Comparisons {
  readonly lastPeriod: Comparison | null;
  readonly lastYear: Comparison | null;
}

export interface ComparisonRequest extends PastRequest, Pick<EvaluateRequest, 'period' | 'rules'> {}

/** Periods of earlier reporting years that a comparison may look at. */
export function periodsBefore(regime: Regime, period: Period): readonly Period[] {
  const periods = [previousPeriod(regime, period), samePeriodLastYear(regime, period)];
  return periods.flatMap((p) => (p && p.year !== period.year ? [p] : []));
}

/** Both comparisons of an evaluation that was made for the request; each null where there is nothing to compare. */
export function comparisonsOf(data: PlanData, request: ComparisonRequest, evaluation: Evaluation): Comparisons {
  const against = (what: Against, then: Period | undefined): Comparison | null =>
    then ? comparisonWith(data, request, evaluation, { against: what, period: then }) : null;
  const { regime } = data;
  return {
    lastPeriod: against('last-period', previousPeriod(regime, request.period)),
    lastYear: against('last-year', samePeriodLastYear(regime, request.period)),
  };
}

function comparisonWith(
  data: PlanData,
  request: ComparisonRequest,
  evaluation: Evaluation,
  { against, period }: { readonly against: Against; readonly period: Period },
): Comparison | null {
  const then = earlierSide(data, request, period);
  if (!then) return null;
  const { registry, indicators } = data;
  const { unit } = evaluation;
  const days = [period.window.to, request.period.window.to] as const;
  const origins = unit === null ? null : originsOf(registry, unit, ...days);
  const bodies = origins ? origins.units : [null];
  return compare({
    ...{ against, registry, origins },
    now: { evaluation, rules: request.rules, indicators },
    then: { ...then, period, evaluations: bodies.map((body) => then.evaluate(body)) },
  });
}
