/**
 * Walks a ledger from its first event to its last and names the first place that is not what was written. Reads page
 * by page, so that the memory does not grow with the ledger; what is appended meanwhile is left for the next time.
 */

import { chainHash, factText, GENESIS, type LedgerEvent } from '../events';
import type { EventsVerification, Head } from './port';
import { draftOf, fromRow, type BatchRow, type EventDraft, type EventRow } from './rows';

/** How a store gives up its rows: each call one page, in order, of those after a position up to another one. */
export interface ChainRows {
  events(after: number, upTo: number): Promise<readonly EventRow[]>;
  batches(after: number, upTo: number): Promise<readonly BatchRow[]>;
  /** The last positions, and where the database says that the ledger ends (null: it no longer says), of one moment. */
  ends(): Promise<{ readonly event: number; readonly batch: number; readonly head: Head | null }>;
}

type Broken = NonNullable<EventsVerification['broken']>;

/** Before every position, those that only a forger would use too. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/** Row after row over the pages; ends with the first empty page. */
export async function* rowsOf<R>(
  page: (after: number) => Promise<readonly R[]>,
  positionOf: (row: R) => number,
): AsyncGenerator<R, undefined> {
  let after = BEFORE_ALL;
  for (;;) {
    const rows = await page(after);
    const last = rows[rows.length - 1];
    if (last === undefined) return undefined;
    yield* rows;
    after = positionOf(last);
  }
}

function faultOf(row: EventRow, head: Head): Broken['reason'] | undefined {
  if (row.seq !== head.seq + 1) return 'gap';
  if (row.prev !== head.hash) return 'prev';
  let event: LedgerEvent;
  try {
    event = fromRow(row);
  } catch {
    return 'hash'; // a body that is no JSON any more has been changed
  }
  const told = factText(event.fact);
  if (chainHash(event, told) !== row.hash) return 'hash';
  const statedAt = row.stated === 1 ? event.recordedAt : null;
  const draft = draftOf({ fact: event.fact, sample: event.sample, statedAt }, event.recordedAt, told);
  if (draft.id !== row.id) return 'id';
  const same = (Object.keys(draft) as (keyof EventDraft)[]).every((key) => draft[key] === row[key]);
  return same ? undefined : 'columns';
}

/** Batches go along with the events: each must close on an event that stands, the last one on the last event. */
class Closings {
  private next: BatchRow | undefined;
  private closed = 0;
  private count = 0;
  private fault: Broken | null = null;

  constructor(private readonly rows: AsyncIterator<BatchRow, undefined>) {}

  private async advance(): Promise<void> {
    this.next = (await this.rows.next()).value;
    if (!this.next) return;
    this.count += 1;
    const { no, last_seq: end } = this.next;
    if (no !== this.count || end <= this.closed) this.fault ??= { seq: end, reason: 'batch' };
  }

  async start(): Promise<void> {
    await this.advance();
  }

  async pass(head: Head): Promise<void> {
    while (this.next && !this.fault && this.next.last_seq <= head.seq) {
      if (this.next.last_hash !== head.hash) this.fault = { seq: this.next.last_seq, reason: 'batch' };
      this.closed = this.next.last_seq;
      await this.advance();
    }
  }

  end(head: Head): Broken | null {
    if (this.fault) return this.fault;
    if (this.next) return { seq: head.seq + 1, reason: 'missing-tail' };
    return this.closed === head.seq ? null : { seq: this.closed + 1, reason: 'batch' };
  }
}

/** A ledger that was cut, or written anew, behind the back of the database is another one than it remembers. */
function tailFault(head: Head, told: Head | null): Broken | null {
  if (!told || told.seq > head.seq) return { seq: head.seq + 1, reason: 'missing-tail' };
  return told.seq === head.seq && told.hash === head.hash ? null : { seq: Math.max(told.seq, 1), reason: 'hash' };
}

/** The chain of events, the batches that close over them, and the end that the database keeps. */
export async function verifyEvents(rows: ChainRows): Promise<EventsVerification> {
  const { event: lastEvent, batch: lastBatch, head: told } = await rows.ends();
  const closings = new Closings(
    rowsOf(
      (after) => rows.batches(after, lastBatch),
      (b) => b.no,
    ),
  );
  await closings.start();
  let head: Head = { seq: 0, hash: GENESIS };
  const events = rowsOf(
    (after) => rows.events(after, lastEvent),
    (e) => e.seq,
  );
  for await (const row of events) {
    const reason = faultOf(row, head);
    if (reason) return { events: head.seq, head, broken: { seq: head.seq + 1, reason } };
    head = { seq: row.seq, hash: row.hash };
    await closings.pass(head);
  }
  return { events: head.seq, head, broken: closings.end(head) ?? tailFault(head, told) };
}
