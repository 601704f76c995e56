/** Taking over links of another ledger into the embedded one: one transaction on a connection of its own. */

import Database from 'libsql';
import type { Intake, LedgerStore } from '../ledger/store/port';
import { hasErrors } from '../lib/diagnostic';
import { appendEvents, closeBatch, eventWriter, headOf, lastEntryOf, writeBlob, writeEntry } from './sqlite-rows';

export function sqliteIntake(path: string): LedgerStore['intake'] {
  return async (work) => {
    const db = new Database(path);
    try {
      db.pragma('busy_timeout = 15000');
      db.pragma('synchronous = FULL');
      // Ids come in no order: without room for their index a million of them would be read from the disk one by one.
      db.pragma('cache_size = -131072');
      db.exec('BEGIN IMMEDIATE');
      const outcome = await work(intakeOf(db));
      db.exec(outcome.value === undefined || hasErrors(outcome.diagnostics) ? 'ROLLBACK' : 'COMMIT');
      return outcome;
    } catch (failure) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw failure;
    } finally {
      db.close();
    }
  };
}

function intakeOf(db: Database.Database): Intake {
  const hashes =
    (table: string, position: string) =>
    async (from: number, to: number): Promise<readonly string[]> =>
      (
        db
          .prepare(`SELECT hash FROM ${table} WHERE ${position} BETWEEN ? AND ? ORDER BY ${position}`)
          .all(from, to) as { hash: string }[]
      ).map(({ hash }) => hash);
  const write = eventWriter(db);
  return {
    head: headOf(db),
    lastEntry: lastEntryOf(db),
    eventHashes: hashes('event', 'seq'),
    entryHashes: hashes('register', 'no'),
    addEvents: async (rows) => write(rows),
    append: async (piece, at) => appendEvents(db, piece, at),
    addBlob: async (blob) => writeBlob(db, blob),
    addEntries: async (rows, blobs, events) =>
      rows.forEach((row, index) => writeEntry(db, row, blobs[index] ?? [], events)),
    close: async (events, at) => closeBatch(db, events, at),
  };
}
