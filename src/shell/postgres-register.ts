/** The register in PostgreSQL: see `ledger/store/register`. */

import type { Pool } from 'pg';
import { fromEntryRow, toEntryRow, type AddResult, type EntryRow, type Register } from '../ledger/store/register';
import { rowsOf } from '../ledger/store/verify';
import { sha256 } from '../lib/canonical-json';
import { lockForWriting, rows, transaction, type Sql } from './postgres-connect';
import { blobsOf, headOf, lastEntryOf, registerRows, writeBlob, writeEntry } from './postgres-rows';

const COLUMNS = 'no, kind, key, recorded_at, body, prev, hash';

async function find(sql: Pool | Sql, kind: string, key: string): Promise<EntryRow | undefined> {
  const text = `SELECT ${COLUMNS} FROM baocao.register WHERE kind = $1 AND key = $2`;
  return (await rows<EntryRow>(sql, text, [kind, key]))[0];
}

export function postgresRegister(pool: Pool): Register {
  return {
    add: (entry, recordedAt, contents = []) =>
      transaction(pool, async (sql): Promise<AddResult> => {
        await lockForWriting(sql);
        const standing = await find(sql, entry.kind, entry.key);
        if (standing) return { entry: fromEntryRow(standing), known: true };
        const row = toEntryRow(entry, await lastEntryOf(sql), recordedAt);
        const blobs = contents.map((bytes) => ({ hash: sha256(bytes), bytes }));
        for (const blob of blobs) await writeBlob(sql, blob);
        await writeEntry(sql, row, [...new Set(blobs.map(({ hash }) => hash))], await headOf(sql));
        return { entry: fromEntryRow(row), known: false };
      }),
    find: async (kind, key) => {
      const row = await find(pool, kind, key);
      return row && fromEntryRow(row);
    },
    list: async (kind) => {
      const text = `SELECT ${COLUMNS} FROM baocao.register WHERE kind = $1 ORDER BY no`;
      return (await rows<EntryRow>(pool, text, [kind])).map(fromEntryRow);
    },
    blob: async (hash) => {
      const text = 'SELECT bytes FROM baocao.blob WHERE hash = $1';
      const [row] = await rows<{ bytes: Buffer }>(pool, text, [hash]);
      return row && new Uint8Array(row.bytes);
    },
    stream: async function* () {
      const end = (await lastEntryOf(pool)).no;
      const entries = rowsOf(
        (after) => registerRows(pool).entries(after, end),
        (row) => row.no,
      );
      for await (const row of entries)
        yield { entry: fromEntryRow(row), blobs: JSON.parse(row.blobs ?? '[]') as readonly string[] };
    },
    blobs: () => blobsOf(pool),
  };
}
