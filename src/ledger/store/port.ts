/** What the rest of the program asks of a ledger store. SQLite and PostgreSQL stand behind it. */

import type { Instant } from '../../calendar/instant';
import type { LedgerEvent, NewEvent } from '../events';
import type { Register } from './register';

export interface EventQuery {
  readonly plan?: string;
  readonly unit?: string;
  /** Facts known at that instant: recorded at or before it. */
  readonly asOf?: Instant;
  /** Events at this position or later. */
  readonly sinceSeq?: number;
  readonly sinceRecordedAt?: Instant;
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

/** The first place where the ledger is not what was written, if any. */
export interface Verification {
  readonly events: number;
  readonly head: Head;
  readonly broken: {
    readonly seq: number;
    readonly reason: 'hash' | 'prev' | 'gap' | 'id' | 'columns' | 'missing-tail' | 'batch';
  } | null;
}

export interface LedgerStore {
  /** Appends all of a batch or nothing; an event the ledger holds already is skipped. */
  append(batch: readonly NewEvent[], recordedAt: Instant): Promise<AppendResult>;
  /** In the order of the ledger. */
  read(query: EventQuery): Promise<readonly LedgerEvent[]>;
  /** As `read`, a page at a time: the memory does not grow with the ledger. What is appended meanwhile is left out. */
  stream(query: EventQuery): AsyncIterable<LedgerEvent>;
  head(): Promise<Head>;
  verify(): Promise<Verification>;
  /** What was done with the ledger: issues, actions, their contents. */
  readonly register: Register;
  /**
   * Runs the work while no other process of the same ledger runs work of that name; `undefined`, without running it,
   * when another one does. A killed holder lets go by dying.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
  close(): Promise<void>;
}
