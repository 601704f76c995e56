/** What the rest of the program asks of a ledger store. SQLite and PostgreSQL stand behind it. */

import type { Instant } from '../../calendar/instant';
import type { LedgerEvent, NewEvent } from '../events';
import type { Outcome } from '../../lib/diagnostic';
import type { Blob, EntryHead, EntryRow, Register } from './register';
import type { EventRow } from './rows';

export interface EventQuery {
  readonly plan?: string;
  readonly unit?: string;
  /** Facts known at that instant: recorded at or before it. */
  readonly asOf?: Instant;
  /** Events at this position or later. */
  readonly sinceSeq?: number;
  /** Events at this position or before. */
  readonly untilSeq?: number;
  readonly sinceRecordedAt?: Instant;
  /** Of the facts that belong to a period only those of these; what became of tasks belongs to none and is kept. */
  readonly periods?: readonly string[];
}

/** How much of a plan was known at an instant, whatever part of it is read. */
export interface Extent {
  readonly events: number;
  readonly sampleEvents: number;
  readonly lastSeq: number;
  readonly lastRecordedAt: Instant | null;
}

export interface AppendResult {
  readonly appended: readonly LedgerEvent[];
  /** Events that the ledger already held, with their positions; nothing was written for them. */
  readonly known: readonly { readonly index: number; readonly seq: number }[];
}

/** The end of the chain: how many events there are and the hash of the last one. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The first place where the chain of events is not what was written, if any. */
export interface EventsVerification {
  readonly events: number;
  readonly head: Head;
  readonly broken: {
    readonly seq: number;
    readonly reason: 'hash' | 'prev' | 'gap' | 'id' | 'columns' | 'missing-tail' | 'batch';
  } | null;
}

/**
 * The same of the register and its contents. `events`: the ledger no longer holds the event that was the last one when
 * the entry was made; `blob`: a content that the entry names is gone, or bytes are not what their name says (`no` 0).
 */
export interface RegisterVerification {
  readonly entries: number;
  readonly blobs: number;
  readonly head: EntryHead;
  readonly broken: {
    readonly no: number;
    readonly reason: 'hash' | 'prev' | 'gap' | 'columns' | 'missing-tail' | 'mark' | 'events' | 'blob';
    readonly blob?: string;
  } | null;
}

export interface Verification extends EventsVerification {
  readonly register: RegisterVerification;
}

/** A transaction alone with the ledger: it takes over links of another one as they are, or appends piece by piece. */
export interface Intake {
  /** Where the ledger ended when the transaction began. */
  readonly head: Head;
  readonly lastEntry: EntryHead;
  /** Hashes that stand at these positions, in order; both ends included. */
  eventHashes(from: number, to: number): Promise<readonly string[]>;
  entryHashes(from: number, to: number): Promise<readonly string[]>;
  addEvents(rows: readonly EventRow[]): Promise<void>;
  /** As `LedgerStore.append`, left open: `close` makes one batch of all pieces. */
  append(piece: readonly NewEvent[], recordedAt: Instant): Promise<AppendResult>;
  /** Answers whether it was new. */
  addBlob(blob: Blob): Promise<boolean>;
  /** After the events: an entry remembers where they ended. */
  addEntries(rows: readonly EntryRow[], blobs: readonly (readonly string[])[], events: Head): Promise<void>;
  /** Closes over the events that were added. */
  close(events: Head, at: Instant): Promise<void>;
}

export interface LedgerStore {
  /** Appends all of a batch or nothing; an event the ledger holds already is skipped. */
  append(batch: readonly NewEvent[], recordedAt: Instant): Promise<AppendResult>;
  /** In the order of the ledger. */
  read(query: EventQuery): Promise<readonly LedgerEvent[]>;
  /** As `read`, a page at a time: the memory does not grow with the ledger. What is appended meanwhile is left out. */
  stream(query: EventQuery): AsyncIterable<LedgerEvent>;
  head(): Promise<Head>;
  extent(query: Pick<EventQuery, 'plan' | 'asOf'>): Promise<Extent>;
  verify(): Promise<Verification>;
  /** What was done with the ledger: issues, actions, their contents. */
  readonly register: Register;
  /**
   * Runs the work while no other process of the same ledger runs work of that name; `undefined`, without running it,
   * when another one does. A killed holder lets go by dying.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
  /** Runs the work in one transaction, alone; what it added stands only when it answers with a value. */
  intake<T>(work: (intake: Intake) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  close(): Promise<void>;
}
