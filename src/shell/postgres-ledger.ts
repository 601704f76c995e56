/**
 * The ledger in PostgreSQL, for more than one machine: the same port as the embedded one. Writers take turns by one
 * advisory lock, held to the end of their transaction; the server refuses whatever does not continue the chain.
 */

import type { Pool } from 'pg';
import type { Instant } from '../calendar/instant';
import { GENESIS, type LedgerEvent, type NewEvent } from '../ledger/events';
import type { AppendResult, EventQuery, Head, LedgerStore } from '../ledger/store/port';
import { conditionsOf, EVENT_COLUMNS, numbered } from '../ledger/store/query';
import { draftOf, fromRow, linked, type BatchRow, type EventRow } from '../ledger/store/rows';
import { verifyEvents, type ChainRows } from '../ledger/store/verify';
import { lockForWriting, openPool, rows, transaction, type Sql } from './postgres-connect';
import { postgresLock } from './postgres-lock';
import { postgresRegister } from './postgres-register';
import { migratePostgres } from './postgres-schema';

/** Rows in one question or one insertion. */
const PAGE = 2000;

/** Connects, makes the schema when there is none, brings it forward. Throws when it is newer than us. */
export async function openPostgresLedger(url: string): Promise<LedgerStore> {
  const pool = openPool(url);
  try {
    await migratePostgres(pool);
  } catch (failure) {
    await pool.end();
    throw failure;
  }
  return {
    append: (batch, recordedAt) =>
      transaction(pool, async (sql) => {
        await lockForWriting(sql);
        return append(sql, batch, recordedAt);
      }),
    read: async (query) => {
      const events: LedgerEvent[] = [];
      for await (const event of stream(pool, query)) events.push(event);
      return events;
    },
    stream: (query) => stream(pool, query),
    head: () => headOf(pool),
    verify: () => verifyEvents(chainRows(pool)),
    register: postgresRegister(pool),
    exclusively: postgresLock(url),
    close: () => pool.end(),
  };
}

async function headOf(sql: Pool | Sql): Promise<Head> {
  const [head] = await rows<Head>(sql, 'SELECT seq, hash FROM baocao.event ORDER BY seq DESC LIMIT 1');
  return head ?? { seq: 0, hash: GENESIS };
}

/** A piece of the batch at a time: what is known of it, then the links that are new. The caller holds the lock. */
async function append(sql: Sql, batch: readonly NewEvent[], now: Instant): Promise<AppendResult> {
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
    await insertEvents(sql, fresh);
    for (const row of fresh) appended.push(fromRow(row));
  }
  if (appended.length > 0) await closeBatch(sql, head, now);
  return { appended, known };
}

async function positionsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, number>> {
  const text = 'SELECT id, seq FROM baocao.event WHERE id = ANY($1)';
  const found = await rows<{ id: string; seq: number }>(sql, text, [ids]);
  return new Map(found.map(({ id, seq }) => [id, seq]));
}

const INSERT = `INSERT INTO baocao.event (${EVENT_COLUMNS})
SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[],
  $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])`;

export async function insertEvents(sql: Sql, events: readonly EventRow[]): Promise<void> {
  if (events.length === 0) return;
  const columns = EVENT_COLUMNS.split(', ') as (keyof EventRow)[];
  await sql.query(
    INSERT,
    columns.map((column) => events.map((row) => row[column])),
  );
}

export async function closeBatch(sql: Sql, head: Head, now: Instant): Promise<void> {
  await sql.query(
    `INSERT INTO baocao.batch (no, recorded_at, last_seq, last_hash)
     SELECT coalesce(max(no), 0) + 1, $1, $2, $3 FROM baocao.batch`,
    [now, head.seq, head.hash],
  );
}

/** By a cursor of one snapshot: pages come as they are wanted, and what is appended meanwhile is not seen. */
async function* stream(pool: Pool, query: EventQuery): AsyncGenerator<LedgerEvent> {
  const { where, values } = conditionsOf(query);
  const client = await pool.connect();
  const lost = (): undefined => undefined; // told by the next question
  client.on('error', lost);
  let done = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL cursor_tuple_fraction = 1');
    const select = `SELECT ${EVENT_COLUMNS} FROM baocao.event ${numbered(where)} ORDER BY seq`;
    await client.query(`DECLARE page NO SCROLL CURSOR FOR ${select}`, [...values]);
    for (;;) {
      const page = await rows<EventRow>(client, `FETCH ${PAGE} FROM page`);
      for (const row of page) yield fromRow(row);
      if (page.length < PAGE) break;
    }
    await client.query('COMMIT');
    done = true;
  } finally {
    client.off('error', lost);
    client.release(!done);
  }
}

function chainRows(pool: Pool): ChainRows {
  return {
    events: (after, upTo) =>
      rows<EventRow>(
        pool,
        `SELECT ${EVENT_COLUMNS} FROM baocao.event WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT ${PAGE}`,
        [after, upTo],
      ),
    batches: (after, upTo) =>
      rows<BatchRow>(
        pool,
        `SELECT no, last_seq, last_hash FROM baocao.batch WHERE no > $1 AND no <= $2 ORDER BY no LIMIT ${PAGE}`,
        [after, upTo],
      ),
    ends: async () => {
      const text = `SELECT (SELECT coalesce(max(seq), 0) FROM baocao.event) AS event,
        (SELECT coalesce(max(no), 0) FROM baocao.batch) AS batch`;
      const [ends] = await rows<{ event: number; batch: number }>(pool, text);
      return ends ?? { event: 0, batch: 0 };
    },
  };
}
