/**
 * The year before a period's: the plan that held then with its facts, evaluated as that year's own rules say, and its
 * figures where a target of this plan says "tăng" or "giảm so với năm trước".
 */

import type { Instant } from '../calendar/instant';
import { sameCodes } from '../figures/comparison/indicators';
import { originsOf } from '../figures/comparison/origins';
import { evaluate, type Evaluation } from '../figures/evaluation';
import type { FigureResult } from '../figures/figures';
import { isRelative, type TargetResult } from '../figures/indicators';
import { coversYear, type PastYear } from '../figures/past-year';
import type { IndicatorsFile } from '../figures/schema';
import type { LedgerEvent } from '../ledger/events';
import { rulesOn, type Rules } from '../obligations/rules';
import type { Plan } from '../plan/plan';
import type { Measure } from '../plan/schema';
import { samePeriodLastYear, type Period } from '../regulation/periods';
import type { Regime } from '../regulation/schema';
import type { Registry } from '../units/registry';

/** The plan that is reported now: it is its own earlier plan where it holds for several years. */
export interface OwnPlan extends Omit<PastYear, 'events'> {
  readonly registry: Registry;
  readonly regime: Regime;
}

export interface PastRequest {
  readonly asOf: Instant;
  readonly events: readonly LedgerEvent[];
  /** Null or left out where there is no such plan. */
  readonly past?: PastYear | null;
}

export interface EarlierSide {
  readonly rules: Rules;
  readonly indicators: IndicatorsFile;
  evaluate(unit: string | null): Evaluation;
}

/** An earlier period by the plan that held then; undefined where none is known. */
export function earlierSide(own: OwnPlan, request: PastRequest, period: Period): EarlierSide | undefined {
  const source = coversYear(own.plan, period.year) ? { ...own, events: request.events } : request.past;
  if (!source || !coversYear(source.plan, period.year)) return undefined;
  const { plan, indicators, events } = source;
  const rules = rulesOn(source.rules, period.window.to).value;
  if (!rules) return undefined;
  const { asOf } = request;
  const { registry, regime } = own;
  const addWorkingDays = regime.workingDays?.add;
  return {
    ...{ rules, indicators },
    evaluate: (unit) => evaluate({ plan, registry, indicators, rules, period, events, asOf, unit, addWorkingDays }),
  };
}

/** Does any target of the plan compare with the year before? Only then is that year needed to judge it. */
export const comparesYears = ({ targets }: Plan): boolean => targets.some((t) => t.measures.some(isRelative));

/**
 * Figures of the same period last year by the code of the measure that is compared with them; null where there are
 * none, or where the unit was made from several since.
 */
export function lastYearFigures(
  own: OwnPlan,
  request: PastRequest,
  { period, unit }: { readonly period: Period; readonly unit: string | null },
): ReadonlyMap<string, FigureResult> | null {
  if (!comparesYears(own.plan)) return null;
  const then = samePeriodLastYear(own.regime, period);
  const side = then && earlierSide(own, request, then);
  if (!side) return null;
  const bodies = unit === null ? [null] : originsOf(own.registry, unit, then.window.to, period.window.to).units;
  if (bodies.length !== 1) return null;
  const evaluation = side.evaluate(bodies[0] ?? null);
  const same = sameCodes({ file: own.indicators, period }, { file: side.indicators, period: then });
  const figureOf = (measure: Measure): FigureResult | undefined => {
    const code = measure.indicator;
    if (!code) return evaluation.targets.find((t) => sameMeasure(t, measure))?.figure;
    return same.has(code) ? evaluation.indicators.get(code) : undefined;
  };
  const measures = own.plan.targets.flatMap((t) => t.measures.filter(isRelative));
  return new Map(measures.flatMap((m) => [[m.code, figureOf(m)] as const]).filter(isTold));
}

const isTold = (pair: readonly [string, FigureResult | undefined]): pair is readonly [string, FigureResult] =>
  pair[1] !== undefined;

/** A code alone says little: another plan gives it to another thing. */
function sameMeasure({ measure: then }: TargetResult, now: Measure): boolean {
  return !then.indicator && then.code === now.code && then.scope === now.scope && then.unit === now.unit;
}
