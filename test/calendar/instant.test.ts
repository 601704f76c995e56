/**
 * Instants and the day in Hà Nội: a fact at 23:59:59 on the cut-off day counts, one a second later does not, on a
 * machine in any time zone. Checked against the time zone database that comes with Node.
 */

import fc from 'fast-check';
import {
  atLocalTime,
  endOfDay,
  localDay,
  localTime,
  parseInstant,
  parseOccurredOn,
  shiftInstant,
  startOfDay,
  type Instant,
} from '../../src/calendar/instant';
import { addDays, plainDate } from '../../src/calendar/plain-date';

const inHaNoi = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});

const FIRST = Date.parse('1975-06-13T00:00:00Z');
const LAST = Date.parse('9999-12-31T16:59:59.999Z');
const anyInstant = fc.integer({ min: FIRST, max: LAST }).map((ms) => new Date(ms).toISOString() as Instant);

describe('parseInstant', () => {
  test.each([
    ['2026-03-14T23:59:59', '2026-03-14T16:59:59.000Z', 'without an offset: Hà Nội'],
    ['2026-03-14 23:59', '2026-03-14T16:59:00.000Z', 'a space for the T'],
    ['2026-03-14T16:59:59Z', '2026-03-14T16:59:59.000Z', 'UTC'],
    ['2026-03-15T08:00:00+07:00', '2026-03-15T01:00:00.000Z', 'the offset of Viet Nam'],
    ['2026-03-14T20:00:00-05:00', '2026-03-15T01:00:00.000Z', 'another offset'],
    ['2026-03-18', '2026-03-18T16:59:59.999Z', 'a bare day is its end'],
    ['2026-03-14T10:00:00.123456789Z', '2026-03-14T10:00:00.123Z', 'finer than milliseconds'],
  ])('%s is %s: %s', (text, wanted) => {
    expect(parseInstant(text)).toBe(wanted);
  });

  test.each([
    ['2026-02-30T10:00:00', 'no such day'],
    ['2026-02-30', 'no such day'],
    ['2026-03-14T25:00:00', 'no such hour'],
    ['2026-03-14T10:61:00', 'no such minute'],
    ['2026-03-14T10', 'an hour alone'],
    ['14/3/2026', 'another form'],
    ['hôm nay', 'prose'],
    ['', 'nothing'],
    ['1975-06-12T23:59:59Z', 'before UTC+7'],
    ['1970-01-01', 'a day before UTC+7'],
    ['9999-12-31T23:00:00Z', 'a day in Hà Nội that cannot be written'],
  ])('"%s" is refused: %s', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test('an instant reads back as itself', () => {
    fc.assert(fc.property(anyInstant, (at) => expect(parseInstant(at)).toBe(at)));
  });
});

describe('the day in Hà Nội', () => {
  test('is the one of the time zone database, at any instant since 1975', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(`${localDay(at)} ${localTime(at)}`).toBe(inHaNoi.format(new Date(at)));
      }),
      { numRuns: 300 },
    );
  });

  test('runs from its first to its last millisecond and no further', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (n) => {
        const day = addDays(plainDate('1976-01-01'), n);
        const [start, end] = [startOfDay(day), endOfDay(day)];
        expect([localDay(start), localDay(end), localTime(start), localTime(end)]).toEqual([
          day,
          day,
          '00:00',
          '23:59',
        ]);
        expect(Date.parse(end) - Date.parse(start)).toBe(24 * 3_600_000 - 1);
        expect(Date.parse(startOfDay(addDays(day, 1))) - Date.parse(end)).toBe(1);
      }),
    );
  });
});

describe('atLocalTime and shiftInstant', () => {
  test('an hour of a day in Hà Nội is read back as that hour of that day', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(anyInstant, times, (at, [hour, minute]) => {
        const time = [hour, minute].map((n) => String(n).padStart(2, '0')).join(':');
        const day = localDay(at);
        expect([localDay(atLocalTime(day, time)), localTime(atLocalTime(day, time))]).toEqual([day, time]);
      }),
    );
  });

  test('a millisecond before midnight is the end of the day before', () => {
    expect(atLocalTime(plainDate('2028-03-01'), '00:00')).toBe('2028-02-29T17:00:00.000Z');
    expect(shiftInstant(startOfDay(plainDate('2028-03-01')), -1)).toBe(endOfDay(plainDate('2028-02-29')));
  });
});

describe('parseOccurredOn', () => {
  test.each([
    ['2026-03-14', '2026-03-14', 'a plain day'],
    ['2026-03-14T23:59:59', '2026-03-14', 'the last second of the cut-off day'],
    ['2026-03-14T23:59:59+07:00', '2026-03-14', 'the same, with its offset'],
    ['2026-03-15T00:00:00', '2026-03-15', 'a second later'],
    ['2026-03-14T16:59:59.999Z', '2026-03-14', 'in UTC it is the afternoon'],
    ['2026-03-14T17:00:00Z', '2026-03-15', 'in UTC still the 14th, in Hà Nội the 15th'],
  ])('%s happened on %s: %s', (text, day) => {
    expect(parseOccurredOn(text)).toBe(day);
  });

  test.each(['2026-02-29', '15/3/2026', '2026-03-14T24:30:00', ''])('"%s" is no day', (text) => {
    expect(parseOccurredOn(text)).toBeUndefined();
  });
});
