/** The register in SQLite: see `ledger/store/register`. The caller owns the connection. */

import type Database from 'libsql';
import { fromEntryRow, toEntryRow, type EntryRow, type Register } from '../ledger/store/register';
import { rowsOf } from '../ledger/store/verify';
import { sha256 } from '../lib/canonical-json';
import { blobsOf, headOf, lastEntryOf, registerRows, writeBlob, writeEntry } from './sqlite-rows';
import { immediately } from './sqlite-transaction';

const COLUMNS = 'no, kind, key, recorded_at, body, prev, hash';

export function sqliteRegister(db: Database.Database): Register {
  const find = (kind: string, key: string): EntryRow | undefined =>
    db.prepare(`SELECT ${COLUMNS} FROM register WHERE kind = ? AND key = ?`).get(kind, key) as EntryRow | undefined;
  return {
    add: async (entry, recordedAt, contents = []) =>
      immediately(db, () => {
        const standing = find(entry.kind, entry.key);
        if (standing) return { entry: fromEntryRow(standing), known: true };
        const row = toEntryRow(entry, lastEntryOf(db), recordedAt);
        const blobs = contents.map((bytes) => ({ hash: sha256(bytes), bytes }));
        for (const blob of blobs) writeBlob(db, blob);
        writeEntry(db, row, [...new Set(blobs.map(({ hash }) => hash))], headOf(db));
        return { entry: fromEntryRow(row), known: false };
      }),
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
    stream: async function* () {
      const end = lastEntryOf(db).no;
      const rows = rowsOf(
        (after) => registerRows(db).entries(after, end),
        (row) => row.no,
      );
      for await (const row of rows)
        yield { entry: fromEntryRow(row), blobs: JSON.parse(row.blobs ?? '[]') as readonly string[] };
    },
    blobs: () => blobsOf(db),
  };
}
