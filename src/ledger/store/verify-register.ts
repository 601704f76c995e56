/**
 * Walks the register from its first entry to its last, with the marks beside it, and every content; names the first
 * place that is not what was written.
 */

import { GENESIS } from '../events';
import { canonicalJson, sha256 } from '../../lib/canonical-json';
import type { RegisterVerification } from './port';
import { entryHash, fromEntryRow, type Blob, type EntryHead, type EntryRow, type RegisterEntry } from './register';
import { rowsOf } from './verify';

/** An entry with its mark, whose fields are null where there is none. */
export interface MarkedRow extends EntryRow {
  readonly mark_hash: string | null;
  readonly last_seq: number | null;
  readonly last_hash: string | null;
  readonly blobs: string | null;
}

/** How a store gives up its register: each call one page, in order. */
export interface RegisterRows {
  entries(after: number, upTo: number): Promise<readonly MarkedRow[]>;
  /** The last positions, and where the database says that the register ends (null: it no longer says), of one moment. */
  ends(): Promise<{ readonly entry: number; readonly mark: number; readonly head: EntryHead | null }>;
  /** The hash of the event at that position. */
  eventHash(seq: number): Promise<string | undefined>;
  /** Which of the contents are there. */
  present(hashes: readonly string[]): Promise<ReadonlySet<string>>;
  blobs(): AsyncIterable<Blob>;
}

type Broken = NonNullable<RegisterVerification['broken']>;

function linkFault(row: MarkedRow, head: EntryHead): Broken['reason'] | undefined {
  if (row.no !== head.no + 1) return 'gap';
  if (row.prev !== head.hash) return 'prev';
  let entry: RegisterEntry;
  try {
    entry = fromEntryRow(row);
  } catch {
    return 'hash'; // a body that is no JSON any more has been changed
  }
  if (entryHash(entry) !== row.hash) return 'hash';
  if (canonicalJson(entry.body) !== row.body) return 'columns';
  return row.mark_hash === row.hash ? undefined : 'mark';
}

/** What the mark says of the time when the entry was made. */
async function markFault(row: MarkedRow, rows: RegisterRows): Promise<Broken | undefined> {
  const seq = row.last_seq ?? 0;
  const stands = seq === 0 ? GENESIS : await rows.eventHash(seq);
  if (stands !== row.last_hash) return { no: row.no, reason: 'events' };
  const named = JSON.parse(row.blobs ?? '[]') as readonly string[];
  const there = await rows.present(named);
  const gone = named.find((hash) => !there.has(hash));
  return gone === undefined ? undefined : { no: row.no, reason: 'blob', blob: gone };
}

export async function verifyRegister(rows: RegisterRows): Promise<RegisterVerification> {
  const ends = await rows.ends();
  let head: EntryHead = { no: 0, hash: GENESIS };
  let broken: Broken | null = null;
  const entries = rowsOf(
    (after) => rows.entries(after, ends.entry),
    (e) => e.no,
  );
  for await (const row of entries) {
    const reason = linkFault(row, head);
    broken = reason ? { no: head.no + 1, reason } : ((await markFault(row, rows)) ?? null);
    if (broken) break;
    head = { no: row.no, hash: row.hash };
  }
  if (!broken && (ends.mark > ends.entry || !ends.head || ends.head.no > head.no))
    broken = { no: head.no + 1, reason: 'missing-tail' };
  if (!broken && (ends.head?.no !== head.no || ends.head.hash !== head.hash)) broken = { no: head.no, reason: 'hash' };
  const blobs = await countBlobs(rows);
  return { entries: head.no, blobs: blobs.count, head, broken: broken ?? blobs.broken };
}

async function countBlobs(rows: RegisterRows): Promise<{ readonly count: number; readonly broken: Broken | null }> {
  let count = 0;
  let broken: Broken | null = null;
  for await (const { hash, bytes } of rows.blobs()) {
    count += 1;
    if (!broken && sha256(bytes) !== hash) broken = { no: 0, reason: 'blob', blob: hash };
  }
  return { count, broken };
}
