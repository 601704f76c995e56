/** The register in SQLite: see `ledger/store/register`. The caller owns the connection. */

import type Database from 'libsql';
import { GENESIS } from '../ledger/events';
import { fromEntryRow, toEntryRow, type EntryRow, type Register } from '../ledger/store/register';
import { sha256 } from '../lib/canonical-json';

const COLUMNS = 'no, kind, key, recorded_at, body, prev, hash';

export function sqliteRegister(db: Database.Database): Register {
  const find = (kind: string, key: string): EntryRow | undefined =>
    db.prepare(`SELECT ${COLUMNS} FROM register WHERE kind = ? AND key = ?`).get(kind, key) as EntryRow | undefined;
  return {
    add: async (entry, recordedAt, blobs = []) =>
      db
        .transaction(() => {
          const standing = find(entry.kind, entry.key);
          if (standing) return { entry: fromEntryRow(standing), known: true };
          const last = db.prepare('SELECT no, hash FROM register ORDER BY no DESC LIMIT 1').get() as
            { no: number; hash: string } | undefined;
          const row = toEntryRow(entry, last ?? { no: 0, hash: GENESIS }, recordedAt);
          keep(db, blobs);
          db.prepare(`INSERT INTO register (${COLUMNS}) VALUES (?,?,?,?,?,?,?)`).run(
            row.no,
            row.kind,
            row.key,
            row.recorded_at,
            row.body,
            row.prev,
            row.hash,
          );
          return { entry: fromEntryRow(row), known: false };
        })
        .immediate(),
    find: async (kind, key) => {
      const row = find(kind, key);
      return row && fromEntryRow(row);
    },
    list: async (kind) =>
      (db.prepare(`SELECT ${COLUMNS} FROM register WHERE kind = ? ORDER BY no`).all(kind) as EntryRow[]).map(
        fromEntryRow,
      ),
    blob: async (hash) => {
      const row = db.prepare('SELECT bytes FROM blob WHERE hash = ?').get(hash) as { bytes: Uint8Array } | undefined;
      return row && new Uint8Array(row.bytes);
    },
  };
}

/** Blobs that are not there yet; equal contents are kept once. */
function keep(db: Database.Database, blobs: readonly Uint8Array[]): void {
  for (const bytes of blobs) {
    const hash = sha256(bytes);
    if (db.prepare('SELECT 1 FROM blob WHERE hash = ?').get(hash)) continue;
    db.prepare('INSERT INTO blob (hash, bytes) VALUES (?, ?)').run(hash, Buffer.from(bytes));
  }
}
