/** Rows of the ledger in PostgreSQL in and out: what appending, taking over, reading and verifying share. */

import type { Pool } from 'pg';
import type { Instant } from '../calendar/instant';
import { GENESIS, type LedgerEvent, type NewEvent } from '../ledger/events';
import type { AppendResult, Head } from '../ledger/store/port';
import { EVENT_COLUMNS } from '../ledger/store/query';
import { markOf, type Blob, type EntryHead, type EntryRow } from '../ledger/store/register';
import { draftOf, fromRow, linked, type BatchRow, type EventRow } from '../ledger/store/rows';
import type { ChainRows } from '../ledger/store/verify';
import type { MarkedRow, RegisterRows } from '../ledger/store/verify-register';
import { rows, type Sql } from './postgres-connect';

/** Rows in one question or one insertion. */
export const PAGE = 2000;

export async function headOf(sql: Pool | Sql): Promise<Head> {
  const [head] = await rows<Head>(sql, 'SELECT seq, hash FROM baocao.event ORDER BY seq DESC LIMIT 1');
  return head ?? { seq: 0, hash: GENESIS };
}

export async function lastEntryOf(sql: Pool | Sql): Promise<EntryHead> {
  const [last] = await rows<EntryHead>(sql, 'SELECT no, hash FROM baocao.register ORDER BY no DESC LIMIT 1');
  return last ?? { no: 0, hash: GENESIS };
}

const INSERT = `INSERT INTO baocao.event (${EVENT_COLUMNS})
SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[],
  $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])`;

/** A column as PostgreSQL writes an array. The driver would look at each value for what it might be, which is dear. */
function arrayText(values: readonly (string | number | null)[]): string {
  const texts = values.map((value) =>
    value === null ? 'NULL' : typeof value === 'number' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${texts.join(',')}}`;
}

/** Events column by column, for one statement: the guard of the table looks at them all at once. */
export function insertion(events: readonly EventRow[]): { readonly text: string; readonly values: string[] } {
  const columns = EVENT_COLUMNS.split(', ') as (keyof EventRow)[];
  return { text: INSERT, values: columns.map((column) => arrayText(events.map((row) => row[column]))) };
}

/**
 * Links the events that are not there yet, a page at a time. The caller holds the lock for writing and closes the batch.
 */
export async function appendEvents(sql: Sql, batch: readonly NewEvent[], now: Instant): Promise<AppendResult> {
  const appended: LedgerEvent[] = [];
  const known: { index: number; seq: number }[] = [];
  let head = await headOf(sql);
  for (let from = 0; from < batch.length; from += PAGE) {
    const piece = batch.slice(from, from + PAGE).map((event) => draftOf(event, now));
    const standing = await positionsOf(
      sql,
      piece.map((draft) => draft.id),
    );
    const fresh: EventRow[] = [];
    for (const [offset, draft] of piece.entries()) {
      const seq = standing.get(draft.id);
      if (seq !== undefined) {
        known.push({ index: from + offset, seq });
        continue;
      }
      const row = linked(draft, head);
      fresh.push(row);
      standing.set(row.id, row.seq);
      head = { seq: row.seq, hash: row.hash };
    }
    if (fresh.length > 0) await sql.query(insertion(fresh));
    for (const row of fresh) appended.push(fromRow(row));
  }
  return { appended, known };
}

async function positionsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, number>> {
  const text = 'SELECT id, seq FROM baocao.event WHERE id = ANY($1)';
  const found = await rows<{ id: string; seq: number }>(sql, text, [ids]);
  return new Map(found.map(({ id, seq }) => [id, seq]));
}

/** Closes a batch over the events up to `head`. */
export async function closeBatch(sql: Sql, head: Head, at: string): Promise<void> {
  await sql.query(
    `INSERT INTO baocao.batch (no, recorded_at, last_seq, last_hash)
     SELECT coalesce(max(no), 0) + 1, $1, $2, $3 FROM baocao.batch`,
    [at, head.seq, head.hash],
  );
}

/** An entry with its mark; `events` is where the ledger ends. */
export async function writeEntry(sql: Sql, r: EntryRow, blobs: readonly string[], events: Head): Promise<void> {
  const entry = 'INSERT INTO baocao.register (no, kind, key, recorded_at, body, prev, hash)';
  await sql.query(`${entry} VALUES ($1, $2, $3, $4, $5, $6, $7)`, [
    ...[r.no, r.kind, r.key, r.recorded_at, r.body, r.prev, r.hash],
  ]);
  const m = markOf(r, blobs, events);
  const mark = 'INSERT INTO baocao.mark (no, hash, last_seq, last_hash, blobs) VALUES ($1, $2, $3, $4, $5)';
  await sql.query(mark, [m.no, m.hash, m.last_seq, m.last_hash, m.blobs]);
}

/** Whether it was new; equal contents are kept once. The caller holds the lock for writing. */
export async function writeBlob(sql: Sql, { hash, bytes }: Blob): Promise<boolean> {
  const insert = 'INSERT INTO baocao.blob (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING';
  return (await sql.query(insert, [hash, Buffer.from(bytes)])).rowCount === 1;
}

/** One content at a time, by name. */
export async function* blobsOf(sql: Pool | Sql): AsyncGenerator<Blob> {
  const text = 'SELECT hash, bytes FROM baocao.blob WHERE hash > $1 ORDER BY hash LIMIT 1';
  for (let after = ''; ;) {
    const [row] = await rows<{ hash: string; bytes: Buffer }>(sql, text, [after]);
    if (!row) return;
    yield { hash: row.hash, bytes: new Uint8Array(row.bytes) };
    after = row.hash;
  }
}

export function chainRows(pool: Pool): ChainRows {
  return {
    events: (after, upTo) => {
      const where = `WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT ${PAGE}`;
      return rows<EventRow>(pool, `SELECT ${EVENT_COLUMNS} FROM baocao.event ${where}`, [after, upTo]);
    },
    batches: (after, upTo) => {
      const where = `WHERE no > $1 AND no <= $2 ORDER BY no LIMIT ${PAGE}`;
      return rows<BatchRow>(pool, `SELECT no, last_seq, last_hash FROM baocao.batch ${where}`, [after, upTo]);
    },
    ends: async () => {
      const text = `SELECT (SELECT coalesce(max(seq), 0) FROM baocao.event) AS event,
        (SELECT coalesce(max(no), 0) FROM baocao.batch) AS batch,
        (SELECT json_build_object('seq', seq, 'hash', hash) FROM baocao.head) AS head`;
      const [ends] = await rows<{ event: number; batch: number; head: Head | null }>(pool, text);
      return ends ?? { event: 0, batch: 0, head: null };
    },
  };
}

export function registerRows(pool: Pool): RegisterRows {
  return {
    entries: (after, upTo) => {
      const select = `SELECT r.no, kind, key, recorded_at, body, prev, r.hash, m.hash AS mark_hash, last_seq, last_hash,
        blobs FROM baocao.register r LEFT JOIN baocao.mark m ON m.no = r.no`;
      const where = `WHERE r.no > $1 AND r.no <= $2 ORDER BY r.no LIMIT ${PAGE}`;
      return rows<MarkedRow>(pool, `${select} ${where}`, [after, upTo]);
    },
    ends: async () => {
      const text = `SELECT (SELECT coalesce(max(no), 0) FROM baocao.register) AS entry,
        (SELECT coalesce(max(no), 0) FROM baocao.mark) AS mark,
        (SELECT json_build_object('no', entry, 'hash', entry_hash) FROM baocao.head) AS head`;
      const [ends] = await rows<{ entry: number; mark: number; head: EntryHead | null }>(pool, text);
      return ends ?? { entry: 0, mark: 0, head: null };
    },
    eventHash: async (seq) =>
      (await rows<{ hash: string }>(pool, 'SELECT hash FROM baocao.event WHERE seq = $1', [seq]))[0]?.hash,
    present: async (hashes) => {
      const text = 'SELECT hash FROM baocao.blob WHERE hash = ANY($1)';
      return new Set((await rows<{ hash: string }>(pool, text, [hashes])).map(({ hash }) => hash));
    },
    blobs: () => blobsOf(pool),
  };
}
