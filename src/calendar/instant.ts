/**
 * Instants and the civil day of Asia/Ho_Chi_Minh. Viet Nam has had one fixed offset, UTC+7, without daylight
 * saving since 1975-06-13, so the day is plain arithmetic; earlier instants are refused rather than guessed.
 */

import { parsePlainDate, type PlainDate } from './plain-date';

declare const instant: unique symbol;
/** ISO 8601 in UTC with milliseconds, `2026-03-14T16:59:59.999Z`; instants compare as texts. */
export type Instant = string & { readonly [instant]: true };

const OFFSET_MS = 7 * 3_600_000;
const FIRST = '1975-06-13T00:00:00.000Z';
const LAST = '9999-12-31T16:59:59.999Z';
const SHAPE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

function inRange(text: string): Instant | undefined {
  return text >= FIRST && text <= LAST ? (text as Instant) : undefined;
}

/**
 * Reads an ISO instant. Without an offset it is Hà Nội time. A bare day means its end (23:59:59.999 in
 * Hà Nội): "as known on 18/3" includes what was recorded on the 18th.
 */
export function parseInstant(text: string): Instant | undefined {
  const day = parsePlainDate(text);
  if (day) return inRange(endOfDay(day));
  const match = SHAPE.exec(text);
  if (!match || !parsePlainDate(text.slice(0, 10))) return undefined;
  const withOffset = match[3] ? text : `${text}+07:00`;
  const time = Date.parse(withOffset.replace(' ', 'T'));
  if (Number.isNaN(time)) return undefined;
  return inRange(new Date(time).toISOString());
}

/** The last millisecond of the day in Hà Nội. */
export function endOfDay(day: PlainDate): Instant {
  return new Date(Date.parse(`${day}T23:59:59.999Z`) - OFFSET_MS).toISOString() as Instant;
}

/** The first millisecond of the day in Hà Nội. */
export function startOfDay(day: PlainDate): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS).toISOString() as Instant;
}

/** That time of the day in Hà Nội, `HH:MM`. */
export function atLocalTime(day: PlainDate, time: string): Instant {
  return shiftInstant(startOfDay(day), Date.parse(`1970-01-01T${time}:00.000Z`));
}

/** So many milliseconds later; earlier when negative. */
export function shiftInstant(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString() as Instant;
}

/** The civil day in Hà Nội at that instant. */
export function localDay(at: Instant): PlainDate {
  return new Date(Date.parse(at) + OFFSET_MS).toISOString().slice(0, 10) as PlainDate;
}

/** Hà Nội wall clock, `HH:MM`, 24 hours. */
export function localTime(at: Instant): string {
  return new Date(Date.parse(at) + OFFSET_MS).toISOString().slice(11, 16);
}

/**
 * The day on which a fact happened: a plain day, or an instant turned into its Hà Nội day
 * (`2026-03-14T23:59:59` counts on the 14th; `2026-03-14T17:00:00Z` is already the 15th).
 */
export function parseOccurredOn(text: string): PlainDate | undefined {
  const day = parsePlainDate(text);
  if (day) return day;
  const at = parseInstant(text);
  return at && localDay(at);
}
