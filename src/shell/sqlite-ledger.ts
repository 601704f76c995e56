/**
 * The embedded ledger: one SQLite file through `libsql` (better-sqlite3's interface, its binary comes inside the
 * npm package, so nothing is compiled on an office machine). The database itself refuses UPDATE, DELETE and
 * REPLACE; WAL with full sync, so that a killed process leaves a batch whole or absent.
 */

import Database from 'libsql';
import type { Instant } from '../calendar/instant';
import { GENESIS, type LedgerEvent, type NewEvent } from '../ledger/events';
import type { AppendResult, EventQuery, Head, LedgerStore } from '../ledger/store/port';
import { conditionsOf, EVENT_COLUMNS } from '../ledger/store/query';
import { draftOf, fromRow, linked, type BatchRow, type EventRow } from '../ledger/store/rows';
import { rowsOf, verifyEvents, type ChainRows } from '../ledger/store/verify';
import { LedgerSchemaError } from './ledger-faults';
import { sqliteLock } from './sqlite-lock';
import { MIGRATIONS } from './sqlite-migrations';
import { sqliteRegister } from './sqlite-register';

/** Rows read in one go. */
const PAGE = 2000;

/** Opens the file, makes it when absent, brings it forward to the newest schema. Throws when it is newer than us. */
export function openSqliteLedger(path: string): LedgerStore {
  const db = new Database(path);
  try {
    db.pragma('busy_timeout = 15000');
    db.pragma('journal_mode = WAL');
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
    verify: () => verifyEvents(chainRows(db)),
    register: sqliteRegister(db),
    exclusively: sqliteLock(path),
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
    db.transaction(() => {
      const at = version();
      const step = MIGRATIONS[at];
      if (step === undefined) return; // another process got here first
      db.exec(step);
      db.exec(`PRAGMA user_version = ${at + 1}`);
    }).immediate();
  }
}

function headOf(db: Database.Database): Head {
  const row = db.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get() as Head | undefined;
  return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: GENESIS };
}

function append(db: Database.Database, batch: readonly NewEvent[], now: Instant): AppendResult {
  const find = db.prepare('SELECT seq FROM event WHERE id = ?');
  const insert = db.prepare(`INSERT INTO event (${EVENT_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`);
  const close = db.prepare(
    'INSERT INTO batch (no, recorded_at, last_seq, last_hash) SELECT coalesce(max(no), 0) + 1, ?, ?, ? FROM batch',
  );
  const appended: LedgerEvent[] = [];
  const known: { index: number; seq: number }[] = [];
  db.transaction(() => {
    let head = headOf(db);
    for (const [index, event] of batch.entries()) {
      const draft = draftOf(event, now);
      const same = find.get(draft.id) as { seq: number } | undefined;
      if (same) {
        known.push({ index, seq: same.seq });
        continue;
      }
      const row = linked(draft, head);
      insert.run(
        row.seq,
        row.id,
        row.recorded_at,
        row.stated,
        row.sample,
        row.kind,
        row.plan,
        row.unit,
        row.period,
        row.occurred_on,
        row.body,
        row.prev,
        row.hash,
      );
      head = { seq: row.seq, hash: row.hash };
      appended.push(fromRow(row));
    }
    if (appended.length > 0) close.run(now, head.seq, head.hash);
  }).immediate();
  return { appended, known };
}

function read(db: Database.Database, query: EventQuery): readonly LedgerEvent[] {
  const { where, values } = conditionsOf(query);
  const rows = db.prepare(`SELECT ${EVENT_COLUMNS} FROM event ${where} ORDER BY seq`).all(...values) as EventRow[];
  return rows.map(fromRow);
}

/** Pages by position up to the end of now: what is written meanwhile stands after it. */
async function* stream(db: Database.Database, query: EventQuery): AsyncGenerator<LedgerEvent> {
  const { where, values } = conditionsOf(query);
  const end = headOf(db).seq;
  const select = `SELECT ${EVENT_COLUMNS} FROM event ${where} ${where ? 'AND' : 'WHERE'} seq > ? AND seq <= ?`;
  const page = db.prepare(`${select} ORDER BY seq LIMIT ${PAGE}`);
  const rows = rowsOf(
    async (after) => page.all(...values, after, end) as EventRow[],
    (row) => row.seq,
  );
  for await (const row of rows) yield fromRow(row);
}

function chainRows(db: Database.Database): ChainRows {
  const events = db.prepare(`SELECT ${EVENT_COLUMNS} FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${PAGE}`);
  const batches = db.prepare(
    `SELECT no, last_seq, last_hash FROM batch WHERE no > ? AND no <= ? ORDER BY no LIMIT ${PAGE}`,
  );
  const ends = db.prepare(
    'SELECT (SELECT coalesce(max(seq), 0) FROM event) AS event, (SELECT coalesce(max(no), 0) FROM batch) AS batch',
  );
  return {
    events: async (after, upTo) => events.all(after, upTo) as EventRow[],
    batches: async (after, upTo) => batches.all(after, upTo) as BatchRow[],
    ends: async () => ends.get() as { event: number; batch: number },
  };
}
