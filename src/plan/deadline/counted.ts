/**
 * The last day of "… ngày kể từ …", counted one way wherever it is counted: the day that the days run from is not
 * counted itself (Bộ luật Dân sự 2015, Điều 147 khoản 2); working days are those of the calendar of offices.
 */

import { addDays, type PlainDate } from '../../calendar/plain-date';
import type { Due, DueContext, Trigger } from './due';

/** Undefined: working days, and no calendar says which days of those years are worked. */
export function countedFrom(
  from: PlainDate,
  { days, working }: NonNullable<Trigger['offset']>,
  addWorkingDays: DueContext['addWorkingDays'],
): PlainDate | undefined {
  return working ? addWorkingDays?.(from, days) : addDays(from, days);
}

/**
 * The days that an event due gives from the day its event happens; null where it names no number, or where part of its
 * text was not read ("trước 05 ngày diễn ra kỳ họp"): the number may then count another way, and none is guessed.
 */
export function daysFromEvent({ kind, trigger, unread }: Due): Trigger['offset'] {
  return kind === 'event' && trigger && unread === '' ? trigger.offset : null;
}
