/** What every form of a period is made from, gathered once for all units. */

import type { Instant } from '../../calendar/instant';
import { inForce } from '../../calendar/range';
import { answerersOf } from '../../figures/indicators';
import { sameCodes } from '../../figures/comparison/indicators';
import { bookFigures, type FigureBook } from '../../figures/figures';
import { coversYear, type PastYear } from '../../figures/past-year';
import type { IndicatorsFile } from '../../figures/schema';
import type { LedgerEvent, NarrativeFact } from '../../ledger/events';
import { byTelling, periodOf } from '../../ledger/events';
import { fanOut, type Obligation } from '../../obligations/fan-out';
import type { Rules } from '../../obligations/rules';
import { indexTaskEvents, type TaskEventIndex } from '../../obligations/status';
import type { Plan } from '../../plan/plan';
import { nextPeriod, previousPeriod, type Period } from '../../regulation/periods';
import type { Regime } from '../../regulation/schema';
import { placeSections, type Outline, type PlacedSection } from '../../report/outline';
import type { Prose } from '../../report/prose';
import type { Registry } from '../../units/registry';

export interface FormInput {
  readonly plan: Plan;
  readonly registry: Registry;
  readonly regime: Regime;
  readonly indicators: IndicatorsFile;
  readonly outline: Outline;
  readonly prose: Prose;
  /** Sections of another report that a unit owes besides (báo cáo chuyên đề), by unit. */
  readonly own?: ReadonlyMap<string, readonly PlacedSection[]>;
  readonly rules: Rules;
  readonly period: Period;
  /** The ledger's events; those of the plan known at `asOf` count. */
  readonly events: readonly LedgerEvent[];
  readonly asOf: Instant;
  /** The plan of the year before: what a unit told in its last period stands beside in the first one of a new plan. */
  readonly past?: PastYear | null;
}

export interface FormContext extends Omit<FormInput, 'events' | 'own' | 'past'> {
  readonly obligations: ReadonlyMap<string, readonly Obligation[]>;
  readonly index: TaskEventIndex;
  readonly figures: FigureBook;
  /** Indicators that units answer at the cut-off, with the units that owe each. */
  readonly answerers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Last words told for each period, unit and section: what was taken back since is still there to start from. */
  readonly narratives: ReadonlyMap<string, NarrativeFact>;
  readonly previous: Period | null;
  readonly next: Period | null;
  /** Sections that take a unit's own words, in the order of the outline. */
  readonly sections: readonly PlacedSection[];
  /** The same of a thematic report, for the units that owe one. */
  readonly thematic: ReadonlyMap<string, readonly PlacedSection[]>;
  readonly sample: boolean;
}

export const narrativeKey = (period: string, unit: string, section: string): string =>
  `${period}\u0000${unit}\u0000${section}`;

export function formContext(input: FormInput): FormContext {
  const { past: _past, ...rest } = input;
  const { plan, registry, regime, period, outline, asOf } = input;
  const previous = previousPeriod(regime, period) ?? null;
  const events = input.events.filter((e) => e.recordedAt <= asOf && e.fact.plan === plan.id).sort(byTelling);
  const obligations = new Map<string, Obligation[]>();
  for (const obligation of fanOut(plan, registry, period.window.to)) {
    if (!registry.unit(obligation.unit)) continue; // a group without members has nobody to fill a form
    const list = obligations.get(obligation.unit);
    if (list) list.push(obligation);
    else obligations.set(obligation.unit, [obligation]);
  }
  const narratives = new Map<string, NarrativeFact>();
  const before = previous ? toldBefore(input, previous) : [];
  for (const { fact } of [...before, ...events])
    if (fact.kind === 'narrative' && fact.text !== '')
      narratives.set(narrativeKey(fact.period, fact.unit, fact.section), fact);
  return {
    ...rest,
    obligations,
    index: indexTaskEvents(events),
    figures: bookFigures([...before, ...events]),
    answerers: new Map(
      input.indicators.indicators
        .filter((i) => i.derived === null && inForce(i, period.window.to))
        .map((i) => [i.code, new Set(answerersOf(i, input.indicators, registry, period.window.to))]),
    ),
    narratives,
    previous,
    next: nextPeriod(regime, period) ?? null,
    sections: writable(placeSections(outline, plan, period.kind)),
    thematic: new Map([...(input.own ?? [])].map(([unit, sections]) => [unit, writable(sections)])),
    sample: events.some((e) => e.sample),
  };
}

/** What was told of the last period under the plan that held then; figures only of what is asked the same way today. */
function toldBefore({ plan, period, indicators, asOf, past }: FormInput, previous: Period): readonly LedgerEvent[] {
  if (!past || coversYear(plan, previous.year) || !coversYear(past.plan, previous.year)) return [];
  const same = sameCodes({ file: indicators, period }, { file: past.indicators, period: previous });
  return past.events
    .filter(({ fact, recordedAt }) => recordedAt <= asOf && periodOf(fact) === previous.id)
    .filter(({ fact }) => fact.kind !== 'figure' || same.has(fact.indicator))
    .sort(byTelling);
}

function writable(sections: readonly PlacedSection[]): readonly PlacedSection[] {
  return sections.flatMap((s) => [...(s.narrative ? [s] : []), ...writable(s.children)]);
}
