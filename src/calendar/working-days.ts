/**
 * Working days of offices, by year, from a calendar file: weekends, public holidays (Bộ luật Lao động 2019, Điều 111
 * and 112) and days swapped by a yearly notice. A year that has no calendar is an answer of its own (undefined), never
 * a guess.
 */

import { z } from 'zod';
import { addDays, weekday, yearOf, type PlainDate } from './plain-date';
import { plainDateSchema } from './schema';

const yearSchema = z.strictObject({
  year: z.int(),
  status: z.string(),
  sources: z.array(z.strictObject({ citation: z.string() })).min(1),
  holidays: z.array(z.strictObject({ on: plainDateSchema, name: z.string() })),
  /** `off` is free, the weekend day `workedOn` is worked instead. */
  swapped: z.array(z.strictObject({ off: plainDateSchema, workedOn: plainDateSchema, note: z.string().nullish() })),
  note: z.string().nullish(),
});

export const calendarSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  weekend: z.array(z.int().min(1).max(7)),
  years: z.array(yearSchema),
  note: z.string().nullish(),
});
export type CalendarFile = z.output<typeof calendarSchema>;

export interface WorkingDays {
  readonly id: string;
  /** Is it worked on that day? Undefined in a year without its calendar. */
  isWorked(day: PlainDate): boolean | undefined;
  /**
   * The `count`-th working day after `from`, which itself does not count (Bộ luật Dân sự 2015, Điều 147 khoản 2).
   * Undefined when it takes a year without its calendar to know.
   */
  add(from: PlainDate, count: number): PlainDate | undefined;
  /** The day itself when it is worked, else the nearest working day in that direction. */
  shift(day: PlainDate, direction: 'previous' | 'next'): PlainDate | undefined;
}

export function workingDaysOf(file: CalendarFile): WorkingDays {
  const years = new Set(file.years.map((y) => y.year));
  const off = new Set(file.years.flatMap((y) => [...y.holidays.map((h) => h.on), ...y.swapped.map((s) => s.off)]));
  const worked = new Set(file.years.flatMap((y) => y.swapped.map((s) => s.workedOn)));
  const isWorked = (day: PlainDate): boolean | undefined => {
    if (!years.has(yearOf(day))) return undefined;
    return worked.has(day) || (!off.has(day) && !file.weekend.includes(weekday(day)));
  };
  const walk = (from: PlainDate, step: 1 | -1, count: number): PlainDate | undefined => {
    let day = from;
    for (let left = count; left > 0;) {
      day = addDays(day, step);
      const state = isWorked(day);
      if (state === undefined) return undefined;
      if (state) left -= 1;
    }
    return day;
  };
  return {
    id: file.id,
    isWorked,
    add: (from, count) => walk(from, 1, count),
    shift: (day, direction) => {
      const state = isWorked(day);
      if (state === undefined) return undefined;
      return state ? day : walk(day, direction === 'next' ? 1 : -1, 1);
    },
  };
}
