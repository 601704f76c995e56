/** All indicators of a form for a city or one unit: reported ones rolled up, derived ones computed, targets compared. */

import { inForce } from '../calendar/range';
import type { PlainDate } from '../calendar/plain-date';
import type { Comparator, Measure, Target } from '../plan/schema';
import type { Registry } from '../units/registry';
import { figureKey, MISSING, ratioResult, rollUp, type FigureBook, type FigureEvent, type FigureResult } from './figures';
import { compareShare, sumExact, type PercentPolicy } from './percent';
import type { Indicator, IndicatorsFile } from './schema';

export interface TargetResult {
  readonly target: Target;
  readonly measure: Measure;
  readonly figure: FigureResult;
  /** Null while there is nothing to compare. */
  readonly met: boolean | null;
}

export interface IndicatorInput {
  readonly file: IndicatorsFile;
  readonly registry: Registry;
  readonly book: FigureBook;
  readonly period: string;
  /** The day whose registry and indicator list count: the cut-off. */
  readonly on: PlainDate;
  readonly policy: PercentPolicy;
  /** One unit's own figures; null for the whole city. */
  readonly unit: string | null;
  /** Counts of tasks that the ledger gives by itself (1.1.1, 1.1.2). */
  readonly ledger: { readonly 'tasks-total': number; readonly 'tasks-done': number };
  /** The same figures of the comparison period, for targets that say "tăng" or "giảm". */
  readonly previous: ReadonlyMap<string, FigureResult> | null;
}

/** Unit ids that owe an answer to the indicator on that day. */
export function answerersOf(indicator: Indicator, file: IndicatorsFile, registry: Registry, on: PlainDate): readonly string[] {
  const roles = file.roles[registry.id] ?? {};
  const ids = indicator.answeredBy.flatMap((who) => registry.membersOf(roles[who] ?? who, on).map((u) => u.id));
  return [...new Set(ids)];
}

/** Results by code, in the order of the form; only indicators in force on the day. */
export function indicatorResults(input: IndicatorInput): ReadonlyMap<string, FigureResult> {
  const standing = input.file.indicators.filter((i) => inForce(i, input.on));
  const results = new Map<string, FigureResult>();
  for (const indicator of standing) {
    if (indicator.derived === null) results.set(indicator.code, reported(indicator, input));
  }
  // Derived figures may stand on derived ones; the schema's test refuses a circle, so this ends.
  let waiting = standing.filter((i) => i.derived !== null);
  while (waiting.length > 0) {
    const left = waiting.filter((indicator) => {
      const result = derive(indicator, input, results);
      if (result) results.set(indicator.code, result);
      return !result;
    });
    if (left.length === waiting.length) throw new Error(`derived in a circle: ${left.map((i) => i.code).join(', ')}`);
    waiting = left;
  }
  return new Map(standing.map((i) => [i.code, results.get(i.code) as FigureResult]));
}

function reported(indicator: Indicator, input: IndicatorInput): FigureResult {
  const all = answerersOf(indicator, input.file, input.registry, input.on);
  const asked = input.unit === null ? all : all.filter((id) => id === input.unit);
  return rollUp(indicator, asked, figuresOf(indicator.code, asked, input), input.policy);
}

function figuresOf(code: string, units: readonly string[], input: IndicatorInput): readonly FigureEvent[] {
  return units.flatMap((unit) => input.book.get(figureKey(input.period, unit, code)) ?? []);
}

function derive(indicator: Indicator, input: IndicatorInput, results: ReadonlyMap<string, FigureResult>): FigureResult | undefined {
  const { derived, code } = indicator;
  if (derived === null) return undefined;
  if ('from' in derived) {
    return { code, answer: 'value', value: input.ledger[derived.measure], numerator: null, denominator: null, reported: 1, of: 1, events: [] };
  }
  const { formula } = derived;
  if (formula.op === 'ratio') {
    const [top, bottom] = [results.get(formula.numerator), results.get(formula.denominator)];
    return top && bottom && deriveRatio(code, top, bottom, input.policy);
  }
  const parts = formula.of.map((part) => results.get(part));
  return parts.every((p) => p !== undefined) ? deriveSum(code, parts) : undefined;
}

function deriveRatio(code: string, top: FigureResult, bottom: FigureResult, policy: PercentPolicy): FigureResult {
  const base = { code, reported: Math.min(top.reported, bottom.reported), of: Math.max(top.of, bottom.of), events: [...top.events, ...bottom.events] };
  if (top.value === null || bottom.value === null) return { ...base, ...MISSING };
  return { ...base, ...ratioResult(top.value, bottom.value, policy) };
}

/** A sum stands as soon as one part does, and says by `reported` of `of` how many parts it stands on. */
function deriveSum(code: string, parts: readonly FigureResult[]): FigureResult {
  const valued = parts.filter((p) => p.value !== null);
  const base = { code, reported: parts.filter((p) => p.answer !== 'missing').length, of: parts.length, events: parts.flatMap((p) => p.events) };
  if (valued.length === 0) return { ...base, ...MISSING, answer: parts.some((p) => p.answer === 'nothing-arose') ? 'nothing-arose' : 'missing' };
  return { ...base, answer: 'value', value: sumExact(valued.map((p) => p.value as number)), numerator: null, denominator: null };
}

/**
 * Each measure of the plan's targets with its figure: the annex indicator it names, else figures reported under
 * the measure's own code (a ratio as its two parts, an amount as a value).
 */
export function targetResults(targets: readonly Target[], input: IndicatorInput, indicators: ReadonlyMap<string, FigureResult>): readonly TargetResult[] {
  return targets.flatMap((target) =>
    target.measures.map((measure) => {
      const named = measure.indicator ? indicators.get(measure.indicator) : undefined;
      const figure = named ?? ownFigure(measure, input);
      return { target, measure, figure, met: isMet(measure, figure, input.previous?.get(figure.code)) };
    }),
  );
}

function ownFigure(measure: Measure, input: IndicatorInput): FigureResult {
  const told = [...input.book.values()].filter(
    ({ fact }) => fact.indicator === measure.code && fact.period === input.period && (input.unit === null || fact.unit === input.unit),
  );
  const units = [...new Set(told.map((e) => e.fact.unit))];
  const ratio = measure.unit === '%';
  return rollUp({ code: measure.code, type: ratio ? 'ratio' : 'count', rollUp: ratio ? 'ratio-of-sums' : 'sum' }, units, told, input.policy);
}

function compareWith(figure: FigureResult, target: number): number {
  if (figure.numerator !== null && figure.denominator !== null) return compareShare(figure.numerator, figure.denominator, target);
  return Math.sign((figure.value as number) - target);
}

const HOLDS: Record<Exclude<Comparator, 'increase' | 'decrease'>, (order: number) => boolean> = {
  '>=': (o) => o >= 0,
  '>': (o) => o > 0,
  '<=': (o) => o <= 0,
  '<': (o) => o < 0,
  '=': (o) => o === 0,
};

/** Is the target met? Ratios are compared exactly, not through the rounded percentage. Null: cannot be said. */
export function isMet(measure: Pick<Measure, 'comparator' | 'value'>, figure: FigureResult, previous?: FigureResult): boolean | null {
  if (figure.answer !== 'value' || figure.value === null || measure.comparator === null) return null;
  if (measure.comparator === 'increase' || measure.comparator === 'decrease') {
    if (previous?.value === null || previous?.value === undefined) return null;
    return measure.comparator === 'increase' ? figure.value > previous.value : figure.value < previous.value;
  }
  return measure.value === null ? null : HOLDS[measure.comparator](compareWith(figure, measure.value));
}
