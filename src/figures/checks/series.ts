/**
 * The figures of one body (or of the city) in the periods of a year, each computed once, and what a figure weighs
 * in a comparison: "không phát sinh" weighs nothing; a blank and "không áp dụng" cannot be compared at all.
 */

import { addDays } from '../../calendar/plain-date';
import type { Period } from '../../regulation/periods';
import type { FigureResult } from '../figures';
import { sumExact } from '../percent';

export type Figures = ReadonlyMap<string, FigureResult>;

export interface Series {
  readonly period: Period;
  /** Periods of the regime's year, in the order of their cut-off days. */
  readonly year: readonly Period[];
  /** The period whose cut-off came last before, in whatever year. */
  readonly previous: Period | undefined;
  figures(period: Period): Figures;
}

/** A figure in its period. */
export interface Dated {
  readonly period: Period;
  readonly figure: FigureResult;
}

export function figureIn(series: Series, period: Period, code: string): Dated | undefined {
  const figure = series.figures(period).get(code);
  return figure && { period, figure };
}

/** What the figure weighs; null where it cannot be compared. */
export function amountOf({ figure }: Dated): number | null {
  if (figure.answer === 'nothing-arose') return 0;
  return figure.answer === 'value' ? figure.value : null;
}

/** The figures that can be compared, with their sum; null where none can, or where `all` must and one cannot. */
export function sumOf(
  figures: readonly (Dated | undefined)[],
  need: 'all' | 'any',
): { readonly sum: number; readonly of: readonly Dated[] } | null {
  // What nobody was asked for is no part of it: a department has no figures of communes.
  const asked = figures.filter((f) => f === undefined || f.figure.of > 0);
  const known = asked.filter((f): f is Dated => f !== undefined && amountOf(f) !== null);
  if (known.length === 0 || (need === 'all' && known.length < asked.length)) return null;
  return { sum: sumExact(known.map((f) => amountOf(f) as number)), of: known };
}

/**
 * Periods that together make the year up to this period's cut-off: itself where it begins with the year, else the
 * ones it adjoins as well. Undefined where there is a gap.
 */
export function yearToDate({ year }: Pick<Series, 'year'>, period: Period): readonly Period[] | undefined {
  if (period.cumulative) return [period];
  const before = year.filter((p) => addDays(p.window.to, 1) === period.window.from);
  const last = before.find((p) => p.cumulative) ?? before[0];
  const earlier = last && yearToDate({ year }, last);
  return earlier && [...earlier, period];
}

/** A zero that nobody reported is no figure: does it stand on every body that was asked? */
export function isWhole({ figure }: Dated): boolean {
  return figure.of > 0 && figure.reported === figure.of;
}
