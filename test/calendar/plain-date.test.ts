/**
 * Days as plain texts: which exist, arithmetic across months and leap years, in whatever time zone the machine is.
 * Compared with an independent count of days (Julian day numbers), not with the library that does the work.
 */

import fc from 'fast-check';
import {
  addDays,
  dayOf,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  endOfMonth,
  firstOfMonth,
  maxDay,
  minDay,
  monthOf,
  parsePlainDate,
  plainDate,
  toUtcDate,
  weekday,
  yearOf,
  type PlainDate,
} from '../../src/calendar/plain-date';

/** Julian day number of a Gregorian day (Fliegel and Van Flandern). */
function julian(day: PlainDate): number {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const a = Math.trunc((m - 14) / 12);
  const b = Math.trunc((1461 * (y + 4800 + a)) / 4) + Math.trunc((367 * (m - 2 - 12 * a)) / 12);
  return b - Math.trunc((3 * Math.trunc((y + 4900 + a) / 100)) / 4) + d - 32075;
}

const anyDay = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => dayOf(y, m, d))
  .filter((day) => day !== undefined);

describe('which days exist', () => {
  test.each(['2026-03-14', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31', '2026-12-31'])('%s does', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  test.each([
    ['2026-02-29', 'not a leap year'],
    ['1900-02-29', 'a century that is not'],
    ['2026-02-30', 'no such day'],
    ['2026-04-31', 'April has 30'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'month zero'],
    ['2026-01-00', 'day zero'],
    ['26-01-01', 'a year of two figures'],
    ['0999-01-01', 'before the year 1000'],
    ['2026-1-1', 'without zeros'],
    ['2026-03-14T00:00:00Z', 'an instant'],
    [' 2026-03-14', 'a space'],
    ['2026/03/14', 'slashes'],
    ['14/03/2026', 'day first'],
    ['', 'nothing'],
  ])('"%s" does not: %s', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  test('a day of numbers exists exactly when its text does', () => {
    expect(dayOf(2026, 3, 5)).toBe('2026-03-05');
    expect(dayOf(2026, 2, 29)).toBeUndefined();
    expect(dayOf(26, 1, 1)).toBeUndefined();
  });
});

describe('months', () => {
  test.each([
    [2026, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2100, 2, 28],
    [2026, 1, 31],
    [2026, 4, 30],
    [2026, 12, 31],
  ])('of %i, month %i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
    expect(dayOfMonth(endOfMonth(year, month))).toBe(days);
    expect(dayOfMonth(firstOfMonth(year, month))).toBe(1);
  });

  test('each month ends the day before the next begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const next = month === 12 ? firstOfMonth(year + 1, 1) : firstOfMonth(year, month + 1);
        expect(addDays(endOfMonth(year, month), 1)).toBe(next);
      }),
    );
  });
});

describe('arithmetic', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-01-15', 20, '2026-02-04'],
    ['2026-06-30', -1, '2026-06-29'],
    ['2026-03-14', 0, '2026-03-14'],
  ])('%s and %i days is %s', (day, amount, wanted) => {
    expect(addDays(plainDate(day), amount)).toBe(wanted);
  });

  test('agrees with a count of days made another way', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe(julian(b) - julian(a));
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(a < b).toBe(julian(a) < julian(b));
        expect(weekday(a)).toBe((julian(a) % 7) + 1);
      }),
      { numRuns: 300 },
    );
  });

  test('does not leave the years that a day can have', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(plainDate('1000-01-01'), -1)).toThrow(RangeError);
  });

  test('a day keeps its parts, and the earlier and later of two are themselves', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(dayOf(yearOf(a), monthOf(a), dayOfMonth(a))).toBe(a);
        expect([minDay(a, b), maxDay(a, b)]).toEqual([a, b].sort());
        expect(toUtcDate(a).toISOString()).toBe(`${a}T00:00:00.000Z`);
      }),
    );
  });

  test('14/3/2026 is a Saturday, 18/3/2026 a Wednesday', () => {
    expect([weekday(plainDate('2026-03-14')), weekday(plainDate('2026-03-18'))]).toEqual([6, 3]);
  });
});
