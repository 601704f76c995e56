/** An inclusive range of days. A reversed range is refused, never sorted: it is somebody's mistake. */

import { addDays, daysBetween, type PlainDate } from './plain-date';

export interface DateRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Throws on a reversed range; data from outside is checked before it comes here. */
export function dateRange(from: PlainDate, to: PlainDate): DateRange {
  if (from > to) throw new RangeError(`reversed range: ${from} to ${to}`);
  return { from, to };
}

export function contains(range: DateRange, day: PlainDate): boolean {
  return range.from <= day && day <= range.to;
}

export function within(inner: DateRange, outer: DateRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

export function overlaps(a: DateRange, b: DateRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** `b` starts the day after `a` ends. */
export function adjoins(a: DateRange, b: DateRange): boolean {
  return addDays(a.to, 1) === b.from;
}

/** Number of days, both ends counted. */
export function lengthOf(range: DateRange): number {
  return daysBetween(range.from, range.to) + 1;
}

/** Was a thing dated `[from, to]` (`to` null: still) in force on that day? */
export function inForce(dated: { readonly from: PlainDate; readonly to: PlainDate | null }, on: PlainDate): boolean {
  return dated.from <= on && (dated.to === null || on <= dated.to);
}
