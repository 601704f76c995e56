/**
 * The comparisons of a period: with the regime's last one and with the same one last year. The plan of an earlier
 * year is found by its regime and its years, whatever its id; a plan of several years is its own earlier plan.
 */

import { yearOf } from '../calendar/plain-date';
import { compare, type Comparison } from '../figures/comparison';
import { originsOf } from '../figures/comparison/origins';
import type { Against } from '../figures/comparison/sides';
import { evaluate, type Evaluation } from '../figures/evaluation';
import type { IndicatorsFile } from '../figures/schema';
import type { LedgerEvent } from '../ledger/events';
import { rulesOn, type Rules } from '../obligations/rules';
import type { RulesFile } from '../obligations/schema';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/schema';
import { previousPeriod, samePeriodLastYear, type Period } from '../regulation/periods';
import type { Regime } from '../regulation/schema';
import type { EvaluateRequest, PlanData } from './plan-data';

/** The plan of the same regime that held in the year before, with what was recorded of it. */
export interface PastYear {
  readonly plan: Plan;
  readonly indicators: IndicatorsFile;
  readonly rules: RulesFile;
  readonly events: readonly LedgerEvent[];
}

export interface Comparisons {
  readonly lastPeriod: Comparison | null;
  readonly lastYear: Comparison | null;
}

export interface ComparisonRequest extends Pick<EvaluateRequest, 'period' | 'rules' | 'asOf'> {
  readonly events: readonly LedgerEvent[];
  /** Null or left out where there is no such plan. */
  readonly past?: PastYear | null;
}

/** Does the plan hold in that reporting year? */
export function coversYear(plan: Pick<PlanFile, 'from' | 'to'>, year: number): boolean {
  return yearOf(plan.from) <= year && year <= yearOf(plan.to);
}

/** Reporting years before the period's own that a comparison of it may look at. */
export function yearsBefore(regime: Regime, period: Period): readonly number[] {
  const periods = [previousPeriod(regime, period), samePeriodLastYear(regime, period)];
  return [...new Set(periods.flatMap((p) => (p && p.year !== period.year ? [p.year] : [])))];
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

interface EarlierSide {
  readonly rules: Rules;
  readonly indicators: IndicatorsFile;
  evaluate(unit: string | null): Evaluation;
}

function earlierSide(data: PlanData, request: ComparisonRequest, period: Period): EarlierSide | undefined {
  const own: PastYear = { ...data, events: request.events };
  const source = coversYear(data.plan, period.year) ? own : request.past;
  if (!source || !coversYear(source.plan, period.year)) return undefined;
  const { plan, indicators, events } = source;
  const rules = rulesOn(source.rules, period.window.to).value;
  if (!rules) return undefined;
  const { asOf } = request;
  const { registry } = data;
  return {
    ...{ rules, indicators },
    evaluate: (unit) => evaluate({ plan, registry, indicators, rules, period, events, asOf, unit }),
  };
}
