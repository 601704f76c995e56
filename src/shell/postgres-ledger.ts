/**
 * The ledger in PostgreSQL, for more than one machine: the same port as the embedded one. Writers take turns by one
 * advisory lock, held to the end of their transaction; the server refuses whatever does not continue the chain.
 */

import type { Pool } from 'pg';
import type { Instant } from '../calendar/instant';
import type { LedgerEvent } from '../ledger/events';
import type { EventQuery, Extent, LedgerStore } from '../ledger/store/port';
import { eventsOf, extentOf, numbered } from '../ledger/store/query';
import { rowReader, type ReadRow } from '../ledger/store/rows';
import { verifyEvents } from '../ledger/store/verify';
import { verifyRegister } from '../ledger/store/verify-register';
import { begin, lockForWriting, openPool, rows, transaction } from './postgres-connect';
import { postgresIntake } from './postgres-intake';
import { postgresLock } from './postgres-lock';
import { postgresRegister } from './postgres-register';
import { appendEvents, chainRows, closeBatch, headOf, PAGE, registerRows } from './postgres-rows';
import { migratePostgres } from './postgres-schema';

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
        const result = await appendEvents(sql, batch, recordedAt);
        if (result.appended.length > 0) await closeBatch(sql, await headOf(sql), recordedAt);
        return result;
      }),
    read: async (query) => {
      const events: LedgerEvent[] = [];
      for await (const event of stream(pool, query)) events.push(event);
      return events;
    },
    stream: (query) => stream(pool, query),
    head: () => headOf(pool),
    extent: (query) => extent(pool, query),
    verify: async () => ({
      ...(await verifyEvents(chainRows(pool))),
      register: await verifyRegister(registerRows(pool)),
    }),
    register: postgresRegister(pool),
    exclusively: postgresLock(url),
    intake: postgresIntake(pool),
    close: () => pool.end(),
  };
}

/** By a cursor of one snapshot: pages come as they are wanted, and what is appended meanwhile is not seen. */
async function* stream(pool: Pool, query: EventQuery): AsyncGenerator<LedgerEvent> {
  const { sql, values } = eventsOf(query, 'baocao.event');
  const { sql: client, release } = await begin(pool, 'ISOLATION LEVEL REPEATABLE READ READ ONLY');
  let done = false;
  const eventOf = rowReader();
  try {
    await client.query('SET LOCAL cursor_tuple_fraction = 1');
    await client.query(`DECLARE page NO SCROLL CURSOR FOR ${numbered(sql)} ORDER BY seq`, [...values]);
    for (;;) {
      const page = await rows<ReadRow>(client, `FETCH ${PAGE} FROM page`);
      for (const row of page) yield eventOf(row);
      if (page.length < PAGE) break;
    }
    await client.query('COMMIT');
    done = true;
  } finally {
    release(done);
  }
}

async function extent(pool: Pool, query: Pick<EventQuery, 'plan' | 'asOf'>): Promise<Extent> {
  const { sql, values } = extentOf(query, 'baocao.event');
  const counted = sql.replace('sum(sample)', 'sum(sample)::bigint');
  const [row] = await rows<{ events: number; samples: number; last: number; told: Instant | null }>(
    pool,
    numbered(counted),
    values,
  );
  const { events = 0, samples = 0, last = 0, told = null } = row ?? {};
  return { events, sampleEvents: samples, lastSeq: last, lastRecordedAt: told };
}
