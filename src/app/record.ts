/** `record`: lines as told become events, all of them or none; the shell appends what is decided here. */

import type { Instant } from '../calendar/instant';
import { book, type BookingContext } from '../ledger/booking';
import type { NewEvent } from '../ledger/events';
import { readLine } from '../ledger/lines';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome, type Place } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';

/** A line with its place, so that a fault names it. */
export interface TextLine {
  readonly text: string;
  readonly where: Place;
}

/** Lines of a JSONL text; blank lines count for numbering and are passed over. */
export function jsonLines(text: string, file: string): readonly TextLine[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() ? [{ text: line, where: { file, line: index + 1 } }] : []));
}

export interface RecordOptions {
  readonly now: Instant;
  readonly sample: boolean;
  /** The plan for lines that name none. */
  readonly plan: string | undefined;
  /** What a plan's lines are checked against; BC-coded when there is no such plan. */
  readonly contextOf: (plan: string, where: Place) => Outcome<BookingContext>;
}

/**
 * Parses and books every line; the events only when no line has an error. Two same lines give two same events, of
 * which the ledger keeps one and says so.
 */
export function bookLines(lines: readonly TextLine[], options: RecordOptions): Outcome<readonly NewEvent[]> {
  const diagnostics: Diagnostic[] = [];
  const events: NewEvent[] = [];
  for (const line of lines) {
    const booked = bookLine(line, options);
    diagnostics.push(...booked.diagnostics);
    if (booked.value) events.push(booked.value);
  }
  if (lines.length === 0) diagnostics.push(error('BC2117', {}));
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(events, diagnostics);
}

function bookLine({ text, where }: TextLine, options: RecordOptions): Outcome<NewEvent> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (reason) {
    return failed([error('BC1003', where, { reason: reasonOf(reason) })]);
  }
  const withPlan =
    typeof json === 'object' && json !== null && !('plan' in json) && options.plan
      ? { ...json, plan: options.plan }
      : json;
  const line = readLine(withPlan, where);
  if (!line.value) return failed(line.diagnostics);
  const context = options.contextOf(line.value.line.plan, where);
  if (!context.value) return failed(context.diagnostics);
  return book(line.value, context.value, where, options.now, options.sample);
}
