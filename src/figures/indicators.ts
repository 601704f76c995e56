/** All indicators of a form for a city or one unit: reported ones rolled up, derived ones computed, targets compared. */

import { inForce } from '../calendar/range';
import type { PlainDate } from '../calendar/plain-date';
import type { Comparator, Measure, Target } from '../plan/schema';
import type { Registry } from '../units/registry';
import {
  figureKey,
  MISSING,
  ratioResult,
  rollUp,
  silence,
  type FigureBook,
  type FigureEvent,
  type FigureResult,
} from './figures';
import { compareRatios, compareShare, sumExact, type PercentPolicy } from './percent';
import type { Indicator, IndicatorsFile } from './schema';

export interface TargetResult {
  readonly target: Target;
  readonly measure: Measure;
  readonly figure: FigureResult;
  /** The figure of the year before, where the measure compares with it and it is known. */
  readonly previous: FigureResult | null;
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
  /** By the code of a target's measure the figure that it is compared with, where it says "tăng" or "giảm". */
  readonly previous: ReadonlyMap<string, FigureResult> | null;
}

/** Unit ids that owe an answer to the indicator on that day. */
export function answerersOf(
  indicator: Indicator,
  file: IndicatorsFile,
  registry: Registry,
  on: PlainDate,
): readonly string[] {
  const roles = file.roles[registry.id] ?? {};
  const ids = indicator.answeredBy.flatMap((who) => registry.membersOf(roles[who] ?? who, on).map((u) => u.id));
  return [...new Set(ids)];
}

/** Results by code, in the order of the form; only indicators in force on the day. */
export function indicatorResults(input: IndicatorInput): ReadonlyMap<string, FigureResult> {
  const standing = standingOn(input.file, input.on);
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

/** A sum stands on its parts of the day: districts counted until they ended, communes since they count. */
function standingOn(file: IndicatorsFile, on: PlainDate): readonly Indicator[] {
  const live = file.indicators.filter((i) => inForce(i, on));
  const codes = new Set(live.map((i) => i.code));
  return live.map((indicator): Indicator => {
    const { derived } = indicator;
    if (derived === null || 'from' in derived || derived.formula.op !== 'sum') return indicator;
    return { ...indicator, derived: { formula: { op: 'sum', of: derived.formula.of.filter((c) => codes.has(c)) } } };
  });
}

/** Units that owe an answer: the one looked at, or all of them. */
function askedOf(indicator: Indicator, { file, registry, on, unit }: IndicatorInput): readonly string[] {
  const all = answerersOf(indicator, file, registry, on);
  return unit === null ? all : all.filter((id) => id === unit);
}

function reported(indicator: Indicator, input: IndicatorInput): FigureResult {
  const asked = askedOf(indicator, input);
  return rollUp(indicator, asked, figuresOf(indicator.code, asked, input), input.policy);
}

function figuresOf(code: string, units: readonly string[], input: IndicatorInput): readonly FigureEvent[] {
  return units.flatMap((unit) => input.book.get(figureKey(input.period, unit, code)) ?? []);
}

function derive(
  indicator: Indicator,
  input: IndicatorInput,
  results: ReadonlyMap<string, FigureResult>,
): FigureResult | undefined {
  const { derived, code } = indicator;
  if (derived === null) return undefined;
  if ('from' in derived) {
    return {
      code,
      answer: 'value',
      value: input.ledger[derived.measure],
      numerator: null,
      denominator: null,
      reported: 1,
      of: 1,
      events: [],
    };
  }
  const { formula } = derived;
  const base = (): Pick<FigureResult, 'code' | 'reported' | 'of'> => ({
    code,
    ...unitsBehind(indicator, input, results),
  });
  if (formula.op === 'ratio') {
    const [top, bottom] = [results.get(formula.numerator), results.get(formula.denominator)];
    return top && bottom && deriveRatio(base(), top, bottom, input.policy);
  }
  const parts = formula.of.map((part) => results.get(part));
  return parts.every((p) => p !== undefined) ? deriveSum(base(), parts) : undefined;
}

function deriveRatio(
  base: Pick<FigureResult, 'code' | 'reported' | 'of'>,
  top: FigureResult,
  bottom: FigureResult,
  policy: PercentPolicy,
): FigureResult {
  const events = [...top.events, ...bottom.events];
  if (top.value !== null && bottom.value !== null)
    return { ...base, events, ...ratioResult(top.value, bottom.value, policy) };
  const missing = top.answer === 'missing' || bottom.answer === 'missing';
  return { ...base, events, ...MISSING, answer: missing ? 'missing' : silence([top.answer, bottom.answer]) };
}

/** A sum stands as soon as one part does, and says by `reported` of `of` how many units it stands on. */
function deriveSum(base: Pick<FigureResult, 'code' | 'reported' | 'of'>, parts: readonly FigureResult[]): FigureResult {
  const values = parts.flatMap((p) => (p.value === null ? [] : [p.value]));
  const events = parts.flatMap((p) => p.events);
  if (values.length === 0) return { ...base, events, ...MISSING, answer: silence(parts.map((p) => p.answer)) };
  return { ...base, events, answer: 'value', value: sumExact(values), numerator: null, denominator: null };
}

/** Reported indicators of the day that this one stands on; itself when it is reported; none for the ledger's own. */
export function reportedUnder(
  indicator: Indicator,
  { file, on }: Pick<IndicatorInput, 'file' | 'on'>,
): readonly Indicator[] {
  const under = ({ derived, ...rest }: Indicator): readonly Indicator[] => {
    if (derived === null) return [{ derived, ...rest }];
    if ('from' in derived) return [];
    const { formula } = derived;
    const codes = formula.op === 'sum' ? formula.of : [formula.numerator, formula.denominator];
    return codes.flatMap((code) => file.indicators.filter((i) => i.code === code && inForce(i, on)).flatMap(under));
  };
  return under(indicator);
}

/** Units that were asked for anything the derived figure stands on, and those that have answered all of it. */
function unitsBehind(
  indicator: Indicator,
  input: IndicatorInput,
  results: ReadonlyMap<string, FigureResult>,
): Pick<FigureResult, 'reported' | 'of'> {
  const behind = reportedUnder(indicator, input);
  if (behind.length === 0) return { reported: 1, of: 1 };
  const silent = new Map<string, boolean>();
  for (const part of behind) {
    const told = new Set(results.get(part.code)?.events.map((e) => e.fact.unit));
    for (const unit of askedOf(part, input)) silent.set(unit, silent.get(unit) === true || !told.has(unit));
  }
  return { reported: [...silent.values()].filter((s) => !s).length, of: silent.size };
}

/**
 * Each measure of the plan's targets with its figure: the annex indicator it names, else figures reported under
 * the measure's own code (a ratio as its two parts, an amount as a value).
 */
export function targetResults(
  targets: readonly Target[],
  input: IndicatorInput,
  indicators: ReadonlyMap<string, FigureResult>,
): readonly TargetResult[] {
  return targets.flatMap((target) =>
    target.measures.map((measure) => {
      const named = measure.indicator ? indicators.get(measure.indicator) : undefined;
      const figure = named ?? ownFigure(measure, input);
      const previous = (isRelative(measure) && input.previous?.get(measure.code)) || null;
      return { target, measure, figure, previous, met: isMet(measure, figure, previous) };
    }),
  );
}

function ownFigure(measure: Measure, input: IndicatorInput): FigureResult {
  const told = [...input.book.values()].filter(
    ({ fact }) =>
      fact.indicator === measure.code &&
      fact.period === input.period &&
      (input.unit === null || fact.unit === input.unit),
  );
  const units = [...new Set(told.map((e) => e.fact.unit))];
  const ratio = measure.unit === '%';
  return rollUp(
    { code: measure.code, type: ratio ? 'ratio' : 'count', rollUp: ratio ? 'ratio-of-sums' : 'sum' },
    units,
    told,
    input.policy,
  );
}

function compareWith(figure: FigureResult, target: number): number {
  if (figure.numerator !== null && figure.denominator !== null)
    return compareShare(figure.numerator, figure.denominator, target);
  return Math.sign((figure.value as number) - target);
}

/** Two ratios are compared by their parts: both may round to the same percentage. */
function compareFigures(a: FigureResult, b: FigureResult): number {
  if (a.numerator !== null && a.denominator !== null && b.numerator !== null && b.denominator !== null)
    return compareRatios([a.numerator, a.denominator], [b.numerator, b.denominator]);
  return Math.sign((a.value as number) - (b.value as number));
}

const HOLDS: Record<Exclude<Comparator, 'increase' | 'decrease'>, (order: number) => boolean> = {
  '>=': (o) => o >= 0,
  '>': (o) => o > 0,
  '<=': (o) => o <= 0,
  '<': (o) => o < 0,
  '=': (o) => o === 0,
};

/** Does the measure compare with the year before? */
export const isRelative = ({ comparator }: Pick<Measure, 'comparator'>): boolean =>
  comparator === 'increase' || comparator === 'decrease';

/** Is the target met? Ratios are compared exactly, not through the rounded percentage. Null: cannot be said. */
export function isMet(
  measure: Pick<Measure, 'comparator' | 'value'>,
  figure: FigureResult,
  previous: FigureResult | null = null,
): boolean | null {
  if (figure.answer !== 'value' || figure.value === null || measure.comparator === null) return null;
  if (measure.comparator === 'increase' || measure.comparator === 'decrease') {
    if (previous === null || previous.value === null) return null;
    const order = compareFigures(figure, previous);
    return measure.comparator === 'increase' ? order > 0 : order < 0;
  }
  return measure.value === null ? null : HOLDS[measure.comparator](compareWith(figure, measure.value));
}
