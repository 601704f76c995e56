/** `record`: lines as told become events, all of them or none; the shell appends what is decided here. */

import type { Instant } from '../calendar/instant';
import { book, type BookingContext } from '../ledger/booking';
import type { NewEvent } from '../ledger/events';
import { readLine } from '../ledger/lines';
import type { AppendResult, Head, Intake } from '../ledger/store/port';
import {
  error,
  failed,
  hasErrors,
  ok,
  type Diagnostic,
  type Outcome,
  type Place,
  type PlacedLine,
} from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';

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
export function bookLines(lines: readonly PlacedLine[], options: RecordOptions): Outcome<readonly NewEvent[]> {
  const diagnostics: Diagnostic[] = [];
  const events: NewEvent[] = [];
  for (const line of lines) {
    const booked = bookLine(line, options);
    diagnostics.push(...booked.diagnostics);
    if (booked.value) events.push(booked.value);
  }
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(events, diagnostics);
}

function bookLine({ text, where }: PlacedLine, options: RecordOptions): Outcome<NewEvent> {
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

/** What became of the lines of a page, once they stand in the open transaction. */
export type Told = (batch: readonly NewEvent[], lines: readonly PlacedLine[], result: AppendResult) => void;

export interface Recorded {
  readonly recorded: number;
  readonly known: number;
}

/**
 * Page after page into one batch; a value only when no line of any page has an error. After the first error the rest
 * is still read, so that all faults are told at once, and nothing more is written. BC2117 where there is no line.
 */
export async function recordPages(
  pages: AsyncIterable<readonly PlacedLine[]>,
  options: RecordOptions,
  intake: Pick<Intake, 'append' | 'close'>,
  told: Told,
): Promise<Outcome<Recorded>> {
  const diagnostics: Diagnostic[] = [];
  let [lineCount, recorded, known] = [0, 0, 0];
  let head: Head | undefined;
  for await (const lines of pages) {
    lineCount += lines.length;
    const booked = bookLines(lines, options);
    diagnostics.push(...booked.diagnostics);
    if (!booked.value || hasErrors(diagnostics)) continue;
    const result = await intake.append(booked.value, options.now);
    recorded += result.appended.length;
    known += result.known.length;
    head = result.appended.at(-1) ?? head;
    told(booked.value, lines, result);
  }
  if (lineCount === 0) diagnostics.push(error('BC2117', {}));
  if (hasErrors(diagnostics)) return failed(diagnostics);
  if (head) await intake.close({ seq: head.seq, hash: head.hash }, options.now);
  return ok({ recorded, known }, diagnostics);
}
