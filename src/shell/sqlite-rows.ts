/** Rows of the embedded ledger in and out: what appending, taking over, reading and verifying share. */

import type Database from 'libsql';
import type { Instant } from '../calendar/instant';
import { GENESIS, type NewEvent } from '../ledger/events';
import type { AppendResult, Head } from '../ledger/store/port';
import { EVENT_COLUMNS } from '../ledger/store/query';
import { markOf, type Blob, type EntryHead, type EntryRow, type MarkRow } from '../ledger/store/register';
import { draftOf, fromRow, linked, type BatchRow, type EventDraft, type EventRow } from '../ledger/store/rows';
import type { ChainRows } from '../ledger/store/verify';
import type { MarkedRow, RegisterRows } from '../ledger/store/verify-register';

/** Rows read in one go. */
export const PAGE = 2000;

export function headOf(db: Database.Database): Head {
  const row = db.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get() as Head | undefined;
  return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: GENESIS };
}

export function lastEntryOf(db: Database.Database): EntryHead {
  const row = db.prepare('SELECT no, hash FROM register ORDER BY no DESC LIMIT 1').get() as EntryHead | undefined;
  return row ? { no: row.no, hash: row.hash } : { no: 0, hash: GENESIS };
}

/** Rows in one statement: a fifth less work than one by one; more of them gain no more. */
const TOGETHER = 20;
const insertOf = (rows: number): string =>
  `INSERT INTO event (${EVENT_COLUMNS}) VALUES ${Array(rows).fill('(?,?,?,?,?,?,?,?,?,?,?,?,?)').join(',')}`;

function valuesOf(r: EventRow): readonly (string | number | null)[] {
  const what = [r.seq, r.id, r.recorded_at, r.stated, r.sample, r.kind];
  return [...what, r.plan, r.unit, r.period, r.occurred_on, r.body, r.prev, r.hash];
}

/** Writes rows by prepared statements. */
export function eventWriter(db: Database.Database): (rows: readonly EventRow[]) => void {
  const many = db.prepare(insertOf(TOGETHER));
  const one = db.prepare(insertOf(1));
  return (rows) => {
    const whole = rows.length - (rows.length % TOGETHER);
    for (let at = 0; at < whole; at += TOGETHER) many.run(...rows.slice(at, at + TOGETHER).flatMap(valuesOf));
    for (const row of rows.slice(whole)) one.run(...valuesOf(row));
  };
}

/** Links the events that are not there yet; the caller holds the transaction and closes the batch. */
export function appendEvents(db: Database.Database, batch: readonly NewEvent[], now: Instant): AppendResult {
  const drafts = batch.map((event) => draftOf(event, now));
  const standing = positionsOf(db, drafts);
  const fresh: EventRow[] = [];
  const known: { index: number; seq: number }[] = [];
  let head = headOf(db);
  for (const [index, draft] of drafts.entries()) {
    const seq = standing.get(draft.id);
    if (seq !== undefined) {
      known.push({ index, seq });
      continue;
    }
    const row = linked(draft, head);
    standing.set(row.id, row.seq);
    head = { seq: row.seq, hash: row.hash };
    fresh.push(row);
  }
  eventWriter(db)(fresh);
  return { appended: fresh.map(fromRow), known };
}

/** Positions of the facts that stand already; ids are hexadecimal, so they pass as one JSON text. */
function positionsOf(db: Database.Database, drafts: readonly EventDraft[]): Map<string, number> {
  const ids = JSON.stringify(drafts.map((draft) => draft.id));
  const found = db.prepare('SELECT id, seq FROM event WHERE id IN (SELECT value FROM json_each(?))').all(ids);
  return new Map((found as Pick<EventRow, 'id' | 'seq'>[]).map(({ id, seq }) => [id, seq]));
}

/** Closes a batch over the events up to `head`. */
export function closeBatch(db: Database.Database, head: Head, at: string): void {
  const last = 'SELECT coalesce(max(no), 0) + 1, ?, ?, ? FROM batch';
  db.prepare(`INSERT INTO batch (no, recorded_at, last_seq, last_hash) ${last}`).run(at, head.seq, head.hash);
}

/** An entry with its mark; `events` is where the ledger ends. */
export function writeEntry(db: Database.Database, r: EntryRow, blobs: readonly string[], events: Head): void {
  db.prepare('INSERT INTO register (no, kind, key, recorded_at, body, prev, hash) VALUES (?,?,?,?,?,?,?)').run(
    ...[r.no, r.kind, r.key, r.recorded_at, r.body, r.prev, r.hash],
  );
  const m: MarkRow = markOf(r, blobs, events);
  db.prepare('INSERT INTO mark (no, hash, last_seq, last_hash, blobs) VALUES (?,?,?,?,?)').run(
    ...[m.no, m.hash, m.last_seq, m.last_hash, m.blobs],
  );
}

/** Whether it was new; equal contents are kept once. */
export function writeBlob(db: Database.Database, { hash, bytes }: Blob): boolean {
  if (db.prepare('SELECT 1 FROM blob WHERE hash = ?').get(hash)) return false;
  db.prepare('INSERT INTO blob (hash, bytes) VALUES (?, ?)').run(hash, Buffer.from(bytes));
  return true;
}

/** One content at a time, by name. */
export async function* blobsOf(db: Database.Database): AsyncGenerator<Blob> {
  const next = db.prepare('SELECT hash, bytes FROM blob WHERE hash > ? ORDER BY hash LIMIT 1');
  let row = next.get('') as Blob | undefined;
  while (row) {
    yield { hash: row.hash, bytes: new Uint8Array(row.bytes) };
    row = next.get(row.hash) as Blob | undefined;
  }
}

/** Ends with the head that the database keeps, which comes as JSON so that all of it is of one moment. */
function withHead<E, H>(row: unknown): E & { readonly head: H | null } {
  const { head, ...ends } = row as { readonly head: string | null };
  return { ...(ends as E), head: head === null ? null : (JSON.parse(head) as H) };
}

export function chainRows(db: Database.Database): ChainRows {
  const events = db.prepare(`SELECT ${EVENT_COLUMNS} FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${PAGE}`);
  const batches = db.prepare(
    `SELECT no, last_seq, last_hash FROM batch WHERE no > ? AND no <= ? ORDER BY no LIMIT ${PAGE}`,
  );
  const ends = db.prepare(
    `SELECT (SELECT coalesce(max(seq), 0) FROM event) AS event, (SELECT coalesce(max(no), 0) FROM batch) AS batch,
      (SELECT json_object('seq', seq, 'hash', hash) FROM head) AS head`,
  );
  return {
    events: async (after, upTo) => events.all(after, upTo) as EventRow[],
    batches: async (after, upTo) => batches.all(after, upTo) as BatchRow[],
    ends: async () => withHead<{ event: number; batch: number }, Head>(ends.get()),
  };
}

export function registerRows(db: Database.Database): RegisterRows {
  const entries = db.prepare(
    `SELECT r.no, kind, key, recorded_at, body, prev, r.hash, m.hash AS mark_hash, last_seq, last_hash, blobs
     FROM register r LEFT JOIN mark m ON m.no = r.no WHERE r.no > ? AND r.no <= ? ORDER BY r.no LIMIT ${PAGE}`,
  );
  const ends = db.prepare(
    `SELECT (SELECT coalesce(max(no), 0) FROM register) AS entry, (SELECT coalesce(max(no), 0) FROM mark) AS mark,
      (SELECT json_object('no', entry, 'hash', entry_hash) FROM head) AS head`,
  );
  const event = db.prepare('SELECT hash FROM event WHERE seq = ?');
  const blob = db.prepare('SELECT 1 FROM blob WHERE hash = ?');
  return {
    entries: async (after, upTo) => entries.all(after, upTo) as MarkedRow[],
    ends: async () => withHead<{ entry: number; mark: number }, EntryHead>(ends.get()),
    eventHash: async (seq) => (event.get(seq) as { hash: string } | undefined)?.hash,
    present: async (hashes) => new Set(hashes.filter((hash) => blob.get(hash) !== undefined)),
    blobs: () => blobsOf(db),
  };
}
