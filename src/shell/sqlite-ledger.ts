/**
 * The embedded ledger: one SQLite file through `libsql` (better-sqlite3's interface, its binary comes inside the
 * npm package, so nothing is compiled on an office machine). The database itself refuses UPDATE, DELETE and
 * REPLACE; WAL with full sync, so that a killed process leaves a batch whole or absent.
 */

import Database from 'libsql';
import type { Instant } from '../calendar/instant';
import type { LedgerEvent, NewEvent } from '../ledger/events';
import type { AppendResult, EventQuery, Extent, LedgerStore } from '../ledger/store/port';
import { eventsOf, extentOf } from '../ledger/store/query';
import { rowReader, type ReadRow } from '../ledger/store/rows';
import { rowsOf, verifyEvents } from '../ledger/store/verify';
import { verifyRegister } from '../ledger/store/verify-register';
import { LedgerSchemaError } from './ledger-faults';
import { sqliteIntake } from './sqlite-intake';
import { sqliteLock } from './sqlite-lock';
import { MIGRATIONS } from './sqlite-migrations';
import { sqliteRegister } from './sqlite-register';
import { immediately } from './sqlite-transaction';
import { appendEvents, chainRows, closeBatch, headOf, PAGE, registerRows } from './sqlite-rows';

/**
 * Opens the file, makes it when absent, brings it forward to the newest schema. Throws when it is newer than us.
 * `alone`: one file without a log beside it, for a copy that nobody else has open.
 */
export function openSqliteLedger(path: string, alone = false): LedgerStore {
  const db = new Database(path);
  try {
    db.pragma('busy_timeout = 15000');
    if (!alone) db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    migrate(db);
  } catch (failure) {
    db.close();
    throw failure;
  }
  return {
    append: async (batch, recordedAt) => append(db, batch, recordedAt),
    read: async (query) => read(db, query),
    head: async () => headOf(db),
    stream: (query) => stream(db, query),
    extent: async (query) => extent(db, query),
    verify: async () => ({
      ...(await verifyEvents(chainRows(db))),
      register: await verifyRegister(registerRows(db)),
    }),
    register: sqliteRegister(db),
    exclusively: sqliteLock(path),
    intake: sqliteIntake(path),
    close: async () => {
      db.close();
    },
  };
}

function migrate(db: Database.Database): void {
  const version = (): number => (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  if (version() > MIGRATIONS.length) {
    throw new LedgerSchemaError(`ledger schema ${version()} is newer than this program's ${MIGRATIONS.length}`);
  }
  while (version() < MIGRATIONS.length) {
    immediately(db, () => {
      const at = version();
      const step = MIGRATIONS[at];
      if (step === undefined) return; // another process got here first
      db.exec(step);
      db.exec(`PRAGMA user_version = ${at + 1}`);
    });
  }
}

function append(db: Database.Database, batch: readonly NewEvent[], now: Instant): AppendResult {
  return immediately(db, () => {
    const result = appendEvents(db, batch, now);
    if (result.appended.length > 0) closeBatch(db, headOf(db), now);
    return result;
  });
}

/** Row by row as the index gives them, and sorted here: SQLite would copy every row whole to sort it. */
function read(db: Database.Database, query: EventQuery): readonly LedgerEvent[] {
  const { sql, values } = eventsOf(query, 'event');
  const eventOf = rowReader();
  const events: LedgerEvent[] = [];
  for (const row of db.prepare(sql).iterate(...values) as Iterable<ReadRow>) events.push(eventOf(row));
  return events.sort((a, b) => a.seq - b.seq);
}

/** Pages by position up to the end of now: what is written meanwhile stands after it. */
async function* stream(db: Database.Database, query: EventQuery): AsyncGenerator<LedgerEvent> {
  const { sql, values } = eventsOf(query, 'event');
  const end = headOf(db).seq;
  const page = db.prepare(`SELECT * FROM (${sql}) WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${PAGE}`);
  const rows = rowsOf(
    async (after) => page.all(...values, after, end) as ReadRow[],
    (row) => row.seq,
  );
  const eventOf = rowReader();
  for await (const row of rows) yield eventOf(row);
}

function extent(db: Database.Database, query: Pick<EventQuery, 'plan' | 'asOf'>): Extent {
  const { sql, values } = extentOf(query, 'event');
  const row = db.prepare(sql).get(...values) as { events: number; samples: number; last: number; told: Instant | null };
  return { events: row.events, sampleEvents: row.samples, lastSeq: row.last, lastRecordedAt: row.told };
}
