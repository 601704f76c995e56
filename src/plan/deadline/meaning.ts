/**
 * From a phrase to a due: kind, first and last day, recurrence, trigger. Nothing is repaired here: a day that
 * does not exist and a range that runs backwards are reported and give no days.
 */

import { addDays } from '../../calendar/plain-date';
import { error, warning, type Diagnostic } from '../../lib/diagnostic';
import { squeeze } from '../../lib/text';
import type {
  ContinuousPhrase,
  DatedPhrase,
  EventPhrase,
  PeriodPhrase,
  Phrase,
  Point,
  RangePhrase,
  RecurringPhrase,
} from './ast';
import { daysOf, isUnbroken } from './civil';
import { countedFrom } from './counted';
import type { Due, DueContext, DueKind, Span } from './due';

/** The whole text and what it is read for. */
export interface Reading {
  readonly text: string;
  readonly context: DueContext;
}

export const WHERE = { path: 'due' } as const;

export function blank(reading: Reading, span: Span): Due {
  return {
    text: slice(reading, span),
    ...{ kind: 'unspecified', start: null, end: null, recurrence: null, trigger: null, alsoContinuous: false },
    ...{
      parts: [],
      label: null,
      alternatives: [],
      condition: null,
      span: { from: span.from, to: span.to },
      unread: '',
      diagnostics: [],
    },
  };
}

export function slice(reading: Reading, span: Span): string {
  return reading.text.slice(span.from, span.to);
}

/** One phrase as dues: one, or several where a list names separate times ("tháng 6 và tháng 12"). */
export function mean(reading: Reading, phrase: Phrase): readonly Due[] {
  switch (phrase.type) {
    case 'period':
      return meanPeriod(reading, phrase);
    case 'range':
      return [meanRange(reading, phrase, phrase)];
    case 'recurring':
      return meanRecurring(reading, phrase);
    case 'continuous':
      return [meanContinuous(reading, phrase)];
    case 'event':
      return [meanEvent(reading, phrase)];
    case 'report':
      return [{ ...blank(reading, phrase), kind: 'with-periodic-report' }];
    case 'vague':
      return [{ ...blank(reading, phrase), unread: slice(reading, phrase) }];
  }
}

function refuse(reading: Reading, span: Span, problem: Diagnostic): Due {
  return { ...blank(reading, span), unread: slice(reading, span), diagnostics: [problem] };
}

function impossible(reading: Reading, span: Span, point: Point): Due {
  return refuse(reading, span, error('BC1203', WHERE, { text: reading.text, date: written(point) }));
}

/** The point as figures, for a message about a day that does not exist. */
function written(point: Point): string {
  const parts: readonly (number | null)[] =
    point.unit === 'day'
      ? [point.day, point.month, point.year]
      : [point.unit === 'month' ? point.month : point.unit === 'quarter' ? point.quarter : 0, point.year];
  const figures = parts.map((part) => String(part ?? 0).padStart(2, '0')).join('/');
  return point.unit === 'quarter' ? `Quý ${figures.replace(/^0/, '')}` : figures;
}

const KINDS: Readonly<Record<Point['unit'], DueKind>> = {
  ...{ day: 'by-date', month: 'month', quarter: 'quarter', year: 'year', months: 'window' },
};

function meanPeriod(reading: Reading, phrase: PeriodPhrase): readonly Due[] {
  const [first, last] = [phrase.points[0], phrase.points.at(-1)];
  if (!first || !last) return [blank(reading, phrase)];
  if (phrase.points.length > 1 && phrase.bound === 'in' && isUnbroken(phrase.points))
    return [meanRange(reading, phrase, { first, last })];
  return phrase.points.map((point) => meanPoint(reading, phrase, phrase.bound, point));
}

function meanPoint(reading: Reading, span: Span, bound: PeriodPhrase['bound'], point: Point): Due {
  const days = daysOf(point);
  if (!days) return impossible(reading, span, point);
  const due = blank(reading, span);
  switch (bound) {
    case 'in':
      return { ...due, kind: KINDS[point.unit], start: point.unit === 'day' ? null : days.from, end: days.to };
    case 'by':
      return { ...due, kind: 'by-date', end: days.to };
    case 'before':
      return { ...due, kind: 'by-date', end: addDays(days.from, -1) };
    case 'from':
      return { ...due, kind: point.unit === 'year' ? 'multi-year' : 'window', start: days.from };
    case 'after':
      return { ...due, kind: 'window', start: addDays(days.to, 1) };
  }
}

function meanRange(reading: Reading, span: Span, range: Pick<RangePhrase, 'first' | 'last'>): Due {
  const last = daysOf(range.last);
  const first = range.first ? daysOf(range.first) : undefined;
  if (!last) return impossible(reading, span, range.last);
  if (range.first && !first) return impossible(reading, span, range.first);
  if (first && first.from > last.to) {
    const ends = { text: reading.text, from: first.from, to: last.to };
    return refuse(reading, span, error('BC1204', WHERE, ends));
  }
  const years = range.first?.unit === 'year' && range.last.unit === 'year';
  return { ...blank(reading, span), kind: years ? 'multi-year' : 'window', start: first?.from ?? null, end: last.to };
}

/** Days of a bound, with what is wrong with it. */
function bounds(reading: Reading, within: DatedPhrase | null): Due | undefined {
  return within ? mean(reading, within)[0] : undefined;
}

function meanRecurring(reading: Reading, phrase: RecurringPhrase): readonly Due[] {
  const bound = bounds(reading, phrase.within);
  return phrase.rules.map((recurrence) => ({
    ...blank(reading, phrase),
    ...{ kind: 'recurring', recurrence, start: bound?.start ?? null, end: bound?.end ?? null },
    ...{ unread: bound?.unread ?? '', diagnostics: bound?.diagnostics ?? [] },
  }));
}

/** Continuous work is never due: a bound says from when, and its last day is not a deadline. */
function meanContinuous(reading: Reading, phrase: ContinuousPhrase): Due {
  const bound = bounds(reading, phrase.within);
  return {
    ...blank(reading, phrase),
    ...{ kind: 'continuous', start: bound?.start ?? null },
    ...{ unread: bound?.unread ?? '', diagnostics: bound?.diagnostics ?? [] },
  };
}

function meanEvent(reading: Reading, phrase: EventPhrase): Due {
  const { offset, signing } = phrase;
  const { signedOn, addWorkingDays } = reading.context;
  const trigger = { text: squeeze(slice(reading, phrase.trigger)), offset, signing };
  const due: Due = { ...blank(reading, phrase), kind: signing && offset ? 'by-date' : 'event', trigger };
  if (!offset) return due;
  const known = signing ? signedOn : null;
  const end = known && countedFrom(known, offset, addWorkingDays);
  // The calendar is asked for even before the event is known: without it the day could never be told.
  const lacks = offset.working && (!addWorkingDays || (known !== null && end === undefined));
  const diagnostics = lacks ? [warning('BC1206', WHERE, { text: reading.text })] : [];
  return { ...due, end: end ?? null, diagnostics };
}
