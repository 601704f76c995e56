/**
 * What the rules of the grammar hand to one another: points of the calendar whose year may still be missing,
 * and phrases over them. A rule takes the tokens and a position and gives a value with the position after it,
 * or nothing; it looks a bounded number of tokens ahead, or consumes what it looked at.
 */

import type { Recurrence, Span } from './due';
import type { Token } from './tokens';

export type Tokens = readonly Token[];

export interface Parsed<T> {
  readonly value: T;
  readonly next: number;
}

/** `months`: a run of months named as such, "6 tháng đầu năm". A day without its month stands only in a range. */
export type Point =
  | { readonly unit: 'day'; readonly year: number | null; readonly month: number | null; readonly day: number }
  | { readonly unit: 'month'; readonly year: number | null; readonly month: number }
  | { readonly unit: 'quarter'; readonly year: number | null; readonly quarter: number }
  | { readonly unit: 'year'; readonly year: number | null }
  | { readonly unit: 'months'; readonly year: number | null; readonly first: number; readonly last: number };

/** How a period limits: inside it, at its end at the latest, before its first day, from its first day, after it. */
export type Bound = 'in' | 'by' | 'before' | 'from' | 'after';

export interface PeriodPhrase extends Span {
  readonly type: 'period';
  readonly bound: Bound;
  readonly points: readonly Point[];
}

/** `first` null: from now ("từ nay đến …"). */
export interface RangePhrase extends Span {
  readonly type: 'range';
  readonly first: Point | null;
  readonly last: Point;
}

export type DatedPhrase = PeriodPhrase | RangePhrase;

export interface RecurringPhrase extends Span {
  readonly type: 'recurring';
  readonly rules: readonly Recurrence[];
  readonly within: DatedPhrase | null;
}

export interface ContinuousPhrase extends Span {
  readonly type: 'continuous';
  readonly within: DatedPhrase | null;
}

/** `trigger` is the wording of the event; with an offset, of the event that the days run from. */
export interface EventPhrase extends Span {
  readonly type: 'event';
  readonly trigger: Span;
  readonly offset: { readonly days: number; readonly working: boolean } | null;
  readonly signing: boolean;
}

export interface ReportPhrase extends Span {
  readonly type: 'report';
}

/** A time is meant but not fixed ("giữa tháng 6"): never turned into a day. */
export interface VaguePhrase extends Span {
  readonly type: 'vague';
}

export type Phrase = DatedPhrase | RecurringPhrase | ContinuousPhrase | EventPhrase | ReportPhrase | VaguePhrase;

/** One entry of the text: what is said about time in it, for which deliverable, and what was left over. */
export interface Item extends Span {
  /** More than one: each is owed ("hằng quý và khi có yêu cầu"). */
  readonly phrases: readonly Phrase[];
  /** Not empty: the text leaves open which of these holds; then `phrases` is empty. */
  readonly alternatives: readonly Phrase[];
  readonly alsoContinuous: boolean;
  readonly labels: readonly Span[];
  readonly condition: Span | null;
  readonly unread: readonly Span[];
}

export function isDated(phrase: Phrase): phrase is DatedPhrase {
  return phrase.type === 'period' || phrase.type === 'range';
}
