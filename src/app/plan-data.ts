/** Everything that a use case on a plan needs, already loaded and checked; the front doors gather it. */

import type { Instant } from '../calendar/instant';
import type { BookingContext } from '../ledger/booking';
import type { ChecksFile } from '../figures/checks/schema';
import type { IndicatorsFile } from '../figures/schema';
import type { LedgerEvent } from '../ledger/events';
import type { Extent, LedgerStore } from '../ledger/store/port';
import { failed, ok, type Outcome } from '../lib/diagnostic';
import { rulesOn, type Rules } from '../obligations/rules';
import type { RulesFile } from '../obligations/schema';
import type { Plan } from '../plan/plan';
import type { Instruments } from '../regulation/citations';
import { findPeriod, samePeriodLastYear, type Period } from '../regulation/periods';
import type { Regime } from '../regulation/schema';
import { narrativeSections, placeSections, type Outline } from '../report/outline';
import type { ProseSet } from '../report/prose';
import type { Registry } from '../units/registry';
import { evaluate, type Evaluation } from '../figures/evaluation';
import { coversYear, type PastYear } from '../figures/past-year';
import { comparesYears, lastYearFigures } from './past-year';

export interface PlanData {
  readonly plan: Plan;
  readonly registry: Registry;
  readonly regime: Regime;
  readonly rules: RulesFile;
  readonly indicators: IndicatorsFile;
  /** Rules on tasks and answers; null where the regime names none. */
  readonly checks: ChecksFile | null;
  readonly instruments: Instruments;
  readonly outline: Outline;
  readonly prose: ProseSet;
  /** Other forms that the regime names (báo cáo chuyên đề), by the id of their outline. */
  readonly forms?: ReadonlyMap<string, { readonly outline: Outline; readonly prose: ProseSet }>;
  /** Hashes of the files that the answers depend on; stands in every output's properties. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** What lines of this plan are checked against when they are recorded. */
export function bookingContext(data: PlanData): BookingContext {
  const known = new Map<string, boolean>();
  const hasPeriod = (id: string): boolean => {
    let answer = known.get(id);
    if (answer === undefined) known.set(id, (answer = findPeriod(data.regime, id).value !== undefined));
    return answer;
  };
  const measures = data.plan.targets.flatMap((t) => t.measures.filter((m) => !m.indicator));
  return {
    plan: data.plan,
    registry: data.registry,
    hasPeriod,
    indicators: new Map([
      ...data.indicators.indicators.map(
        (i) => [i.code, { ratio: i.type === 'ratio', derived: i.derived !== null }] as const,
      ),
      ...measures.map((m) => [m.code, { ratio: m.unit === '%', derived: false }] as const),
    ]),
    sections: new Set(
      [data.outline, ...[...(data.forms?.values() ?? [])].map((form) => form.outline)].flatMap((outline) =>
        narrativeSections(placeSections(outline, data.plan, null)),
      ),
    ),
    checks: new Map(
      [...data.indicators.checks, ...(data.checks?.rules ?? [])].map(({ code, level }) => [code, level] as const),
    ),
  };
}

export interface EvaluateRequest {
  readonly period: Period;
  readonly rules: Rules;
  readonly unit: string | null;
  readonly asOf: Instant;
  /** How much of the plan was known, where only the events of the period are given. */
  readonly extent?: Extent;
  /** The plan of the year before, for targets that say "so với năm trước"; left out, they are not judged. */
  readonly past?: PastYear | null;
}

/**
 * Only those facts of the plan that an evaluation of the period looks at, and how much of the plan was known: the
 * answer is that of all facts, and what is read does not grow with the years of the ledger.
 */
export async function readPeriod(
  ledger: Pick<LedgerStore, 'read' | 'extent'>,
  { plan, regime }: Pick<PlanData, 'plan' | 'regime'>,
  period: Period,
  asOf: Instant,
): Promise<{ readonly events: readonly LedgerEvent[]; readonly extent: Extent }> {
  const before = comparesYears(plan) ? samePeriodLastYear(regime, period) : undefined;
  const periods = [period, ...(before && coversYear(plan, before.year) ? [before] : [])].map(({ id }) => id);
  const extent = await ledger.extent({ plan: plan.id, asOf });
  const events = await ledger.read({ plan: plan.id, asOf, periods, untilSeq: extent.lastSeq });
  return { events, extent };
}

/** The period and the rules in force at its cut-off. */
export function periodAndRules(
  data: PlanData,
  periodId: string,
): Outcome<{ readonly period: Period; readonly rules: Rules }> {
  const period = findPeriod(data.regime, periodId);
  if (!period.value) return failed(period.diagnostics);
  const rules = rulesOn(data.rules, period.value.window.to);
  if (!rules.value) return failed(rules.diagnostics);
  return ok({ period: period.value, rules: rules.value }, period.diagnostics);
}

export function evaluatePlan(data: PlanData, events: readonly LedgerEvent[], request: EvaluateRequest): Evaluation {
  const { plan, registry, regime, indicators } = data;
  const previous = lastYearFigures(data, { ...request, events }, request);
  const addWorkingDays = regime.workingDays?.add;
  return evaluate({ plan, registry, indicators, events, previous, addWorkingDays, ...request });
}
