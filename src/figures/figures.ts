/**
 * Figures as reported, and how the city's figure is made of its units': by the roll-up kind that the indicator
 * declares, never by adding what does not add. Missing is never zero; "không phát sinh" and "không áp dụng" are
 * answers of their own.
 */

import type { FigureFact, LedgerEvent } from '../ledger/events';
import { percentOf, sumExact, type PercentPolicy } from './percent';
import type { Indicator } from './schema';

export type FigureEvent = LedgerEvent & { readonly fact: FigureFact };

/** What stands for a unit and indicator: the last telling. */
export type FigureBook = ReadonlyMap<string, FigureEvent>;

export const figureKey = (period: string, unit: string, indicator: string): string =>
  `${period}\u0000${unit}\u0000${indicator}`;

/** The last figure told for each period, unit and indicator. */
export function bookFigures(events: readonly LedgerEvent[]): FigureBook {
  const book = new Map<string, FigureEvent>();
  for (const event of events) {
    if (event.fact.kind !== 'figure') continue;
    book.set(figureKey(event.fact.period, event.fact.unit, event.fact.indicator), event as FigureEvent);
  }
  return book;
}

export type Answer = 'value' | 'nothing-arose' | 'not-applicable' | 'missing';

export interface FigureResult {
  readonly code: string;
  readonly answer: Answer;
  /** A percentage for a ratio, else the value; null unless `answer` is "value". */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Units that have answered (in whatever way), of those that were asked. */
  readonly reported: number;
  readonly of: number;
  readonly events: readonly FigureEvent[];
}

export const MISSING: Pick<FigureResult, 'answer' | 'value' | 'numerator' | 'denominator'> = {
  answer: 'missing',
  value: null,
  numerator: null,
  denominator: null,
};

/** A ratio from its parts; a denominator of 0 is "nothing arose". */
export function ratioResult(
  numerator: number,
  denominator: number,
  policy: PercentPolicy,
): Omit<FigureResult, 'code' | 'reported' | 'of' | 'events'> {
  const value = percentOf(numerator, denominator, policy);
  return value === null
    ? { answer: 'nothing-arose', value: null, numerator, denominator }
    : { answer: 'value', value, numerator, denominator };
}

/** Adds the units' answers as the indicator declares. `asked` are the units that owe an answer. */
export function rollUp(
  indicator: Pick<Indicator, 'code' | 'rollUp' | 'type' | 'mixed'>,
  asked: readonly string[],
  given: readonly FigureEvent[],
  policy: PercentPolicy,
): FigureResult {
  const events = given.filter((e) => e.fact.answer !== 'withdrawn');
  const base = { code: indicator.code, reported: events.length, of: asked.length, events };
  const valued = events.filter((e) => e.fact.answer === 'value');
  if (valued.length === 0) {
    const given = events.map((e) => e.fact.answer).filter((answer) => answer !== 'withdrawn');
    return { ...base, ...MISSING, answer: silence(given) };
  }
  if (indicator.rollUp === 'ratio-of-sums' || indicator.type === 'ratio')
    return { ...base, ...sumRatio(valued, policy) };
  const values = valued.flatMap((e) => (e.fact.value === null ? [] : [e.fact.value]));
  if (values.length === 0) return { ...base, ...MISSING };
  return { ...base, answer: 'value', value: combine(indicator, values), numerator: null, denominator: null };
}

/** What stands where nobody gave a value: the answers "không phát sinh" and "không áp dụng", else missing. */
export function silence(answers: readonly Answer[]): Answer {
  if (answers.includes('nothing-arose')) return 'nothing-arose';
  return answers.includes('not-applicable') ? 'not-applicable' : 'missing';
}

function sumRatio(valued: readonly FigureEvent[], policy: PercentPolicy): ReturnType<typeof ratioResult> {
  const withParts = valued.filter((e) => e.fact.numerator !== null && e.fact.denominator !== null);
  const only = valued[0];
  // One body's bare percentage can be shown; several cannot be added or averaged.
  if (withParts.length === 0)
    return valued.length === 1 && only ? { ...MISSING, answer: 'value', value: only.fact.value } : MISSING;
  const numerator = sumExact(withParts.map((e) => e.fact.numerator ?? 0));
  const denominator = sumExact(withParts.map((e) => e.fact.denominator ?? 0));
  return ratioResult(numerator, denominator, policy);
}

/** Several values as one, by the declared roll-up; ratios are added by their parts instead. */
export function combine(indicator: Pick<Indicator, 'rollUp' | 'type' | 'mixed'>, values: readonly number[]): number {
  switch (indicator.rollUp) {
    case 'max':
      return Math.max(...values);
    case 'count-of':
      if (indicator.mixed !== undefined)
        return values.every((v) => v === values[0]) ? (values[0] as number) : indicator.mixed;
      return values.filter((v) => v !== 0).length;
    case 'owner':
    case 'latest':
    case 'sum':
    case 'ratio-of-sums':
      return sumExact(values);
  }
}
