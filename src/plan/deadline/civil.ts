/** First and last day of a point whose year is known, by the civil calendar; undefined where there is no such day. */

import { dayOf, endOfMonth, firstOfMonth } from '../../calendar/plain-date';
import type { DateRange } from '../../calendar/range';
import type { Point } from './ast';

/** Both ends included. A due period ends with the civil period, not with the cut-off window of a report. */
export function daysOf(point: Point): DateRange | undefined {
  const year = point.year ?? 0;
  switch (point.unit) {
    case 'day': {
      const day = dayOf(year, point.month ?? 0, point.day);
      return day && { from: day, to: day };
    }
    case 'month':
      return months(year, point.month, point.month);
    case 'quarter':
      return months(year, point.quarter * 3 - 2, point.quarter * 3);
    case 'year':
      return months(year, 1, 12);
    case 'months':
      return months(year, point.first, point.last);
  }
}

function months(year: number, first: number, last: number): DateRange | undefined {
  if (first < 1 || last > 12 || year < 1000) return undefined;
  return { from: firstOfMonth(year, first), to: endOfMonth(year, last) };
}

/** Do the points of one list follow one another without a gap ("Quý II, III"; not "tháng 6, 12")? */
export function isUnbroken(points: readonly Point[]): boolean {
  return points.every((point, i) => {
    const before = i > 0 ? points[i - 1] : undefined;
    return !before || ordinal(point) === ordinal(before) + 1;
  });
}

function ordinal(point: Point): number {
  const year = point.year ?? 0;
  if (point.unit === 'month') return year * 12 + point.month;
  if (point.unit === 'quarter') return year * 4 + point.quarter;
  return point.unit === 'year' ? year : Number.NaN;
}
