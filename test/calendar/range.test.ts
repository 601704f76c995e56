/** Ranges of days, both ends included: the first and the last day count, the days beside them do not. */

import fc from 'fast-check';
import { addDays, plainDate, type PlainDate } from '../../src/calendar/plain-date';
import { adjoins, contains, dateRange, inForce, lengthOf, overlaps, within } from '../../src/calendar/range';

const day = fc.integer({ min: 0, max: 12 }).map((n) => addDays(plainDate('2020-01-01'), n));
const range = fc.tuple(day, day).map(([a, b]) => (a <= b ? dateRange(a, b) : dateRange(b, a)));
const r = (from: string, to: string): ReturnType<typeof dateRange> => dateRange(plainDate(from), plainDate(to));

test('a reversed range is refused, never sorted', () => {
  expect(() => r('2026-03-15', '2026-03-14')).toThrow(RangeError);
  expect(lengthOf(r('2026-03-14', '2026-03-14'))).toBe(1);
});

test.each([
  ['2025-12-14', false],
  ['2025-12-15', true],
  ['2026-03-14', true],
  ['2026-03-15', false],
])('%s in 15/12/2025 to 14/3/2026: %s', (text, inside) => {
  expect(contains(r('2025-12-15', '2026-03-14'), plainDate(text))).toBe(inside);
});

test('a range holds as many days as its length says', () => {
  fc.assert(
    fc.property(range, fc.array(day), (of, days) => {
      const all: PlainDate[] = [];
      for (let d = of.from; d <= of.to; d = addDays(d, 1)) all.push(d);
      expect(lengthOf(of)).toBe(all.length);
      for (const d of days) expect(contains(of, d)).toBe(all.includes(d));
    }),
    { numRuns: 40 },
  );
});

test('overlapping, nesting and adjoining are what the days say', () => {
  fc.assert(
    fc.property(range, range, (a, b) => {
      expect(overlaps(a, b)).toBe(contains(a, b.from) || contains(b, a.from));
      expect(overlaps(a, b)).toBe(overlaps(b, a));
      expect(within(a, b)).toBe(contains(b, a.from) && contains(b, a.to));
      if (adjoins(a, b))
        expect([overlaps(a, b), lengthOf({ from: a.from, to: b.to })]).toEqual([false, lengthOf(a) + lengthOf(b)]);
    }),
  );
  expect(adjoins(r('2026-01-01', '2026-06-14'), r('2026-06-15', '2026-09-14'))).toBe(true);
  expect(adjoins(r('2026-01-01', '2026-06-14'), r('2026-06-16', '2026-09-14'))).toBe(false);
});

test.each([
  ['2025-03-01', null, '2025-02-28', false],
  ['2025-03-01', null, '2025-03-01', true],
  ['2025-03-01', null, '9999-12-31', true],
  ['2021-01-01', '2025-02-28', '2025-02-28', true],
  ['2021-01-01', '2025-02-28', '2025-03-01', false],
])('a thing dated %s to %s on %s: %s', (from, to, on, wanted) => {
  expect(inForce({ from: plainDate(from), to: to === null ? null : plainDate(to) }, plainDate(on))).toBe(wanted);
});
