/**
 * An indicator now beside the same one then, where the two say the same thing. A level (stock, "so với năm gốc") and a
 * share stand beside any other day's. What arose in a window stands beside a window of the same kind, or beside the
 * shorter one that it continues (the difference is then what came in between). A count from the start of the year
 * stands beside the same day of another year, or an earlier day of its own.
 */

import { inForce, overlaps } from '../../calendar/range';
import type { Period } from '../../regulation/periods';
import { combine, MISSING, ratioResult, silence, type FigureResult } from '../figures';
import { compareRatios, percentOf, sumExact, type PercentPolicy } from '../percent';
import type { Indicator, IndicatorsFile } from '../schema';
import type { WhyNot } from './why-not';

/** `growth`: the difference is what came in between; `choice`: an answer of a list, the same or another. */
export type Basis = 'level' | 'like-window' | 'growth' | 'choice';

export type FigureValue = Pick<FigureResult, 'answer' | 'value' | 'numerator' | 'denominator' | 'reported' | 'of'>;

export interface IndicatorChange {
  readonly code: string;
  readonly now: FigureValue;
  readonly then: FigureValue | null;
  readonly basis: Basis | null;
  /** Percentage points for a share; null for a choice. */
  readonly difference: number | null;
  /** The change in percent of the earlier value; null for shares, choices, and where that value is not above 0. */
  readonly relative: number | null;
  /** Exact, by the parts of a share; 1 for a choice that changed. */
  readonly sign: -1 | 0 | 1 | null;
  /** One of the two stands on fewer bodies than were asked: the change may be a silence. */
  readonly partial: boolean;
  readonly whyNot: WhyNot | null;
}

export interface IndicatorSide {
  readonly period: Period;
  readonly file: IndicatorsFile;
  readonly policy: PercentPolicy;
  /** Results of the body, or of each body that it comes from. */
  readonly results: readonly ReadonlyMap<string, FigureResult>[];
}

/** Every indicator of today's list in its order. `whyNot`: nothing of then can be given to this body. */
export function compareIndicators(
  now: IndicatorSide,
  then: IndicatorSide,
  whyNot: WhyNot | null,
): readonly IndicatorChange[] {
  const standing = definitionsOf(now);
  const earlier = definitionsOf(then);
  return [...standing.values()].flatMap((indicator) => {
    const figure = figureOf(indicator, now);
    if (!figure) return [];
    const base = { code: indicator.code, now: valueOf(figure) };
    const before = earlier.get(indicator.code);
    if (whyNot !== null || !before) return [{ ...base, ...nothing(whyNot ?? 'not-asked') }];
    const old = figureOf(before, then);
    if (!old || !sameDefinition(indicator, before))
      return [{ ...base, ...nothing(old ? 'definition-changed' : 'not-asked') }];
    return [{ ...base, ...change(indicator, { figure, period: now.period }, { figure: old, period: then.period }) }];
  });
}

/** The list in force at the period's cut-off, by code. */
function definitionsOf({ file, period }: Pick<IndicatorSide, 'file' | 'period'>): ReadonlyMap<string, Indicator> {
  return new Map(file.indicators.filter((i) => inForce(i, period.window.to)).map((i) => [i.code, i]));
}

type List = Parameters<typeof definitionsOf>[0];

/** Codes that two lists give to the same thing. */
export function sameCodes(now: List, then: List): ReadonlySet<string> {
  const before = definitionsOf(then);
  const same = [...definitionsOf(now).values()].filter((indicator) => {
    const earlier = before.get(indicator.code);
    return earlier !== undefined && sameDefinition(indicator, earlier);
  });
  return new Set(same.map(({ code }) => code));
}

function sameDefinition(a: Indicator, b: Indicator): boolean {
  return a.type === b.type && a.unit === b.unit && a.time === b.time && a.rollUp === b.rollUp;
}

const valueOf = ({ answer, value, numerator, denominator, reported, of }: FigureResult): FigureValue => ({
  ...{ answer, value, numerator, denominator, reported, of },
});

function nothing(whyNot: WhyNot, then: FigureValue | null = null): Omit<IndicatorChange, 'code' | 'now'> {
  return { then, basis: null, difference: null, relative: null, sign: null, partial: false, whyNot };
}

/** One body's result, or those of several together by the roll-up that the indicator declares. */
function figureOf(indicator: Indicator, { results, policy }: IndicatorSide): FigureResult | undefined {
  const own = results.flatMap((r) => r.get(indicator.code) ?? []);
  const [first, ...others] = own;
  if (!first || others.length === 0) return first;
  const asked = own.filter((f) => f.of > 0);
  const total = (key: 'reported' | 'of'): number => asked.reduce((sum, f) => sum + f[key], 0);
  const base = { code: indicator.code, reported: total('reported'), of: total('of'), events: [] };
  const valued = asked.filter((f) => f.answer === 'value' && f.value !== null);
  if (valued.length === 0) return { ...base, ...MISSING, answer: silence(asked.map((f) => f.answer)) };
  if (indicator.type === 'ratio') return { ...base, ...ratioOfSums(asked, valued, policy) };
  const value = combine(
    indicator,
    valued.map((f) => f.value as number),
  );
  return { ...base, answer: 'value', value, numerator: null, denominator: null };
}

/** Parts are added; one bare percentage can be shown, several cannot be averaged. */
function ratioOfSums(
  asked: readonly FigureResult[],
  valued: readonly FigureResult[],
  policy: PercentPolicy,
): ReturnType<typeof ratioResult> {
  const parts = asked.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null ? [] : [{ numerator, denominator }],
  );
  if (parts.length === 0)
    return valued.length === 1 ? { ...MISSING, answer: 'value', value: (valued[0] as FigureResult).value } : MISSING;
  return ratioResult(sumExact(parts.map((p) => p.numerator)), sumExact(parts.map((p) => p.denominator)), policy);
}

/** How the two may be compared, by what kind of number it is and the two windows. */
export function basisOf(
  indicator: Pick<Indicator, 'type' | 'time'>,
  now: Period,
  then: Period,
): { readonly basis: Basis } | { readonly whyNot: WhyNot } {
  const { type, time } = indicator;
  if (type === 'bool' || type === 'enum') return { basis: 'choice' };
  if (time === 'stock' || time === 'since') return { basis: 'level' };
  if (time === 'cumulative') {
    if (then.year === now.year) return { basis: 'growth' };
    return then.key === now.key ? { basis: 'like-window' } : { whyNot: 'count-restarts' };
  }
  if (now.kind === then.kind && !overlaps(now.window, then.window)) return { basis: 'like-window' };
  if (type === 'ratio') return { basis: 'level' };
  return now.window.from === then.window.from ? { basis: 'growth' } : { whyNot: 'windows-differ' };
}

interface Dated {
  readonly figure: FigureResult;
  readonly period: Period;
}

function change(indicator: Indicator, now: Dated, then: Dated): Omit<IndicatorChange, 'code' | 'now'> {
  const old = valueOf(then.figure);
  const basis = basisOf(indicator, now.period, then.period);
  if ('whyNot' in basis) return nothing(basis.whyNot, old);
  const [after, before] = [amount(indicator, now.figure), amount(indicator, then.figure)];
  if (after === null || before === null) return nothing(lack(now.figure, then.figure), old);
  const both = { then: old, basis: basis.basis, whyNot: null, partial: isPartial(now.figure, then.figure) };
  if (basis.basis === 'choice') return { ...both, difference: null, relative: null, sign: after === before ? 0 : 1 };
  const difference = sumExact([after, -before]);
  const relative = indicator.type === 'ratio' ? null : relativeOf(difference, before);
  return { ...both, difference, relative, sign: signOf(now.figure, then.figure, difference) };
}

/** "Không phát sinh" counts as none where things are counted; a share of nothing is no share. */
function amount({ type }: Indicator, { answer, value }: FigureResult): number | null {
  if (answer === 'nothing-arose') return type === 'count' ? 0 : null;
  return answer === 'value' ? value : null;
}

function lack(now: FigureResult, then: FigureResult): WhyNot {
  if (now.answer === 'missing') return 'no-figure-now';
  if (then.answer === 'missing') return 'no-figure-then';
  return [now.answer, then.answer].includes('not-applicable') ? 'not-applicable' : 'nothing-arose';
}

const isPartial = (...figures: readonly FigureResult[]): boolean => figures.some((f) => f.reported < f.of);

function relativeOf(difference: number, before: number): number | null {
  if (before <= 0) return null;
  const size = percentOf(Math.abs(difference), before, { decimals: 2, rounding: 'half-up' });
  return size === null || size === 0 ? size : Math.sign(difference) * size;
}

function signOf(now: FigureResult, then: FigureResult, difference: number): -1 | 0 | 1 {
  const [a, b] = [partsOf(now), partsOf(then)];
  return a && b ? compareRatios(a, b) : (Math.sign(difference) as -1 | 0 | 1);
}

function partsOf({ numerator, denominator }: FigureResult): readonly [number, number] | null {
  return numerator === null || denominator === null ? null : [numerator, denominator];
}
