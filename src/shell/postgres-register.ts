/** The register in PostgreSQL: see `ledger/store/register`. */

import type { Pool } from 'pg';
import { GENESIS } from '../ledger/events';
import { fromEntryRow, toEntryRow, type AddResult, type EntryRow, type Register } from '../ledger/store/register';
import { sha256 } from '../lib/canonical-json';
import { lockForWriting, rows, transaction, type Sql } from './postgres-connect';

const COLUMNS = 'no, kind, key, recorded_at, body, prev, hash';

async function find(sql: Pool | Sql, kind: string, key: string): Promise<EntryRow | undefined> {
  const text = `SELECT ${COLUMNS} FROM baocao.register WHERE kind = $1 AND key = $2`;
  return (await rows<EntryRow>(sql, text, [kind, key]))[0];
}

export function postgresRegister(pool: Pool): Register {
  return {
    add: (entry, recordedAt, blobs = []) =>
      transaction(pool, async (sql): Promise<AddResult> => {
        await lockForWriting(sql);
        const standing = await find(sql, entry.kind, entry.key);
        if (standing) return { entry: fromEntryRow(standing), known: true };
        const last = 'SELECT no, hash FROM baocao.register ORDER BY no DESC LIMIT 1';
        const [before = { no: 0, hash: GENESIS }] = await rows<{ no: number; hash: string }>(sql, last);
        const row = toEntryRow(entry, before, recordedAt);
        await keepBlobs(sql, blobs);
        await insertEntry(sql, row);
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
  };
}

export async function insertEntry(sql: Sql, row: EntryRow): Promise<void> {
  const { no, kind, key, recorded_at: at, body, prev, hash } = row;
  await sql.query(`INSERT INTO baocao.register (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)`, [
    no,
    kind,
    key,
    at,
    body,
    prev,
    hash,
  ]);
}

/** Blobs that are not there yet; equal contents are kept once. The caller holds the lock for writing. */
export async function keepBlobs(sql: Sql, blobs: readonly Uint8Array[]): Promise<void> {
  for (const bytes of blobs) {
    await sql.query('INSERT INTO baocao.blob (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING', [
      sha256(bytes),
      Buffer.from(bytes),
    ]);
  }
}
