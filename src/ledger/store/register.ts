/**
 * The register: what was done with the ledger, kept beside it. Reports issued, things that ran by themselves, what
 * failed. Appended to only and chained like the events; contents (frozen inputs, files made) are blobs named by their
 * hash. What an entry means is its owner's business: here it is a key and JSON.
 */

import type { Instant } from '../../calendar/instant';
import type { Head } from './port';
import { canonicalJson, sha256, type Json } from '../../lib/canonical-json';

/**
 * `issue`: a report frozen and numbered; `begun`: the inputs of an attempt at a due action, entered before it is made;
 * `done`: a due action completed; `failed`: an attempt that did not.
 */
export const REGISTER_KINDS = ['issue', 'begun', 'done', 'failed'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export interface NewEntry {
  readonly kind: RegisterKind;
  /** Unique within its kind: the same thing can be entered once. */
  readonly key: string;
  readonly body: Json;
}

export interface RegisterEntry extends NewEntry {
  /** Position, 1, 2, 3 … without gaps, over all kinds. */
  readonly no: number;
  readonly recordedAt: Instant;
  readonly prev: string;
  readonly hash: string;
}

export interface AddResult {
  readonly entry: RegisterEntry;
  /** The key was there already; nothing was written and `entry` is the one that stands. */
  readonly known: boolean;
}

/** A content and its name, the SHA-256 of its bytes. */
export interface Blob {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** The end of the register's chain. */
export interface EntryHead {
  readonly no: number;
  readonly hash: string;
}

export interface Register {
  /** Enters one thing together with the blobs it names, all or nothing. */
  add(entry: NewEntry, recordedAt: Instant, blobs?: readonly Uint8Array[]): Promise<AddResult>;
  find(kind: RegisterKind, key: string): Promise<RegisterEntry | undefined>;
  /** In the order they were entered. */
  list(kind: RegisterKind): Promise<readonly RegisterEntry[]>;
  blob(hash: string): Promise<Uint8Array | undefined>;
  /** Every entry with the names of the contents it was entered with, in order, a page at a time. */
  stream(): AsyncIterable<{ readonly entry: RegisterEntry; readonly blobs: readonly string[] }>;
  /** Every content, in the order of the names, one at a time. */
  blobs(): AsyncIterable<Blob>;
}

export interface EntryRow {
  readonly no: number;
  readonly kind: string;
  readonly key: string;
  readonly recorded_at: string;
  readonly body: string;
  readonly prev: string;
  readonly hash: string;
}

/**
 * Written with each entry and never read but to verify: it shows when the tail of the register, or of the events that
 * stood when it was made, has been cut off, and when a content is gone.
 */
export interface MarkRow {
  readonly no: number;
  readonly hash: string;
  readonly last_seq: number;
  readonly last_hash: string;
  /** JSON list of names. */
  readonly blobs: string;
}

export function markOf(entry: EntryRow, blobs: readonly string[], events: Pick<Head, 'seq' | 'hash'>): MarkRow {
  const { no, hash } = entry;
  return { no, hash, last_seq: events.seq, last_hash: events.hash, blobs: JSON.stringify(blobs) };
}

/** The link of the register's chain, bound to the entry before it. */
export function entryHash({ no, kind, key, recordedAt, body, prev }: Omit<RegisterEntry, 'hash'>): string {
  return sha256(canonicalJson({ no, kind, key, recordedAt, body, prev }));
}

export function toEntryRow(
  entry: NewEntry,
  last: { readonly no: number; readonly hash: string },
  at: Instant,
): EntryRow {
  const linked = { ...entry, no: last.no + 1, recordedAt: at, prev: last.hash };
  return {
    no: linked.no,
    kind: entry.kind,
    key: entry.key,
    recorded_at: at,
    body: canonicalJson(entry.body),
    prev: linked.prev,
    hash: entryHash(linked),
  };
}

export function fromEntryRow(row: EntryRow): RegisterEntry {
  return {
    no: row.no,
    kind: row.kind as RegisterKind,
    key: row.key,
    recordedAt: row.recorded_at as Instant,
    body: JSON.parse(row.body) as Json,
    prev: row.prev,
    hash: row.hash,
  };
}
