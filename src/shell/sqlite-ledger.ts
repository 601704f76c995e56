/**
 * The embedded ledger: one SQLite file through `libsql` (better-sqlite3's interface, its binary comes inside the
 * npm package, so nothing is compiled on an office machine). The database itself refuses UPDATE, DELETE and
 * REPLACE; WAL with full sync, so that a killed process leaves a batch whole or absent.
 */

import Database from 'libsql';
import type { Instant } from '../calendar/instant';
import { GENESIS, type LedgerEvent, type NewEvent } from '../ledger/events';
import type { AppendResult, EventQuery, Head, LedgerStore, Verification } from '../ledger/store/port';
import { fromRow, toRow, verifyRows, type BatchRow, type EventRow } from '../ledger/store/rows';
import { sqliteLock } from './sqlite-lock';
import { MIGRATIONS } from './sqlite-migrations';
import { sqliteRegister } from './sqlite-register';

const COLUMNS = 'seq, id, recorded_at, stated, sample, kind, plan, unit, period, occurred_on, body, prev, hash';

export class LedgerSchemaError extends Error {}

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
    verify: async () => verify(db),
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
  const insert = db.prepare(`INSERT INTO event (${COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`);
  const close = db.prepare(
    'INSERT INTO batch (no, recorded_at, last_seq, last_hash) SELECT count(*) + 1, ?, ?, ? FROM batch',
  );
  const appended: LedgerEvent[] = [];
  const known: { index: number; seq: number }[] = [];
  db.transaction(() => {
    let head = headOf(db);
    for (const [index, event] of batch.entries()) {
      const row = toRow(event, head, now);
      const same = find.get(row.id) as { seq: number } | undefined;
      if (same) {
        known.push({ index, seq: same.seq });
        continue;
      }
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
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  add('plan = ?', query.plan);
  add('unit = ?', query.unit);
  add('recorded_at <= ?', query.asOf);
  add('recorded_at >= ?', query.sinceRecordedAt);
  add('seq >= ?', query.sinceSeq);
  const where = conditions.length ? `WHERE ${conditions.join(' AND ')}` : '';
  const rows = db.prepare(`SELECT ${COLUMNS} FROM event ${where} ORDER BY seq`).all(...values) as EventRow[];
  return rows.map(fromRow);
}

/** One snapshot for both tables: a batch that another process closes meanwhile is no fault. */
function verify(db: Database.Database): Verification {
  return db.transaction(() => {
    const events = db.prepare(`SELECT ${COLUMNS} FROM event ORDER BY seq`).iterate() as Iterable<EventRow>;
    const batches = db.prepare('SELECT no, last_seq, last_hash FROM batch ORDER BY no').all() as BatchRow[];
    return verifyRows(events, batches);
  })();
}
