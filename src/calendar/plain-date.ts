/**
 * A day is a plain `YYYY-MM-DD` text. Days compare as texts; arithmetic goes through date-fns on UTC days,
 * so that neither the machine's time zone nor daylight saving can move one. A JavaScript Date leaves this
 * file only as the argument of a library that asks for one (`toUtcDate`).
 */

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysFns } from 'date-fns/addDays';
import { getISODay } from 'date-fns/getISODay';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';

declare const plain: unique symbol;
/** `YYYY-MM-DD`, a day that exists in the Gregorian calendar, years 1000 to 9999. */
export type PlainDate = string & { readonly [plain]: true };

const SHAPE = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

export function toUtcDate(day: PlainDate): Date {
  return new UTCDateMini(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** Throws where arithmetic left the years that a day can have. */
function fromUtcDate(date: Date): PlainDate {
  const text = date.toISOString().slice(0, 10);
  if (!SHAPE.test(text)) throw new RangeError(`not a day: ${text}`);
  return text as PlainDate;
}

/** The day, or undefined where there is none such (`2026-02-30`, month 13, year 26). */
export function dayOf(year: number, month: number, day: number): PlainDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parsePlainDate(text);
}

export function parsePlainDate(text: string): PlainDate | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as PlainDate;
}

/** For literals and data already checked by a schema; throws on anything else, which is a bug. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new RangeError(`not a day: ${text}`);
  return day;
}

export function daysInMonth(year: number, month: number): number {
  return lastDayOfMonth(new UTCDateMini(year, month - 1, 1)).getUTCDate();
}

export function firstOfMonth(year: number, month: number): PlainDate {
  return plainDate(`${year}-${String(month).padStart(2, '0')}-01`);
}

export function endOfMonth(year: number, month: number): PlainDate {
  return plainDate(`${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`);
}

export function addDays(day: PlainDate, amount: number): PlainDate {
  return fromUtcDate(addDaysFns(toUtcDate(day), amount));
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a);
}

const MS_A_DAY = 86_400_000;

/** Days since 1970-01-01: a UTC day is always 24 hours. */
function dayNumber(day: PlainDate): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day)) / MS_A_DAY;
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: PlainDate): number {
  return getISODay(toUtcDate(day));
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: PlainDate): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: PlainDate): number {
  return Number(day.slice(8, 10));
}

export function minDay(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b;
}

export function maxDay(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b;
}
