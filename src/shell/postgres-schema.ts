/** Brings the schema of a PostgreSQL ledger forward when it is opened; refuses one that is newer than the program. */

import type { Pool } from 'pg';
import { LedgerRightsError, LedgerSchemaError } from './ledger-faults';
import { lockForWriting, rows, transaction, type Sql } from './postgres-connect';
import { POSTGRES_MIGRATIONS } from './postgres-migrations';

async function version(sql: Pool | Sql): Promise<number> {
  const there = "SELECT to_regclass('baocao.migration') IS NOT NULL AS there";
  const [found] = await rows<{ there: boolean }>(sql, there);
  if (!found?.there) return 0;
  const [top] = await rows<{ no: number }>(sql, 'SELECT coalesce(max(no), 0) AS no FROM baocao.migration');
  return top?.no ?? 0;
}

/** Forward only; an account that may only add to the ledger needs nothing more when the schema is up to date. */
export async function migratePostgres(pool: Pool, steps: readonly string[] = POSTGRES_MIGRATIONS): Promise<void> {
  const at = await version(pool);
  if (at > steps.length)
    throw new LedgerSchemaError(`ledger schema ${at} is newer than this program's ${steps.length}`);
  if (at === steps.length) return;
  try {
    await transaction(pool, (sql) => forward(sql, steps));
  } catch (reason) {
    if ((reason as { code?: string }).code !== '42501') throw reason;
    throw new LedgerRightsError((reason as Error).message);
  }
}

async function forward(sql: Sql, steps: readonly string[]): Promise<void> {
  await lockForWriting(sql);
  const [encoding] = await rows<{ server_encoding: string }>(sql, 'SHOW server_encoding');
  if (encoding?.server_encoding !== 'UTF8')
    throw new LedgerSchemaError(`the database must be UTF8, it is ${encoding?.server_encoding ?? '?'}`);
  const [schema] = await rows<{ there: boolean }>(sql, "SELECT to_regnamespace('baocao') IS NOT NULL AS there");
  if (!schema?.there) await sql.query('CREATE SCHEMA baocao');
  await sql.query(
    'CREATE TABLE IF NOT EXISTS baocao.migration (no integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  for (let at = await version(sql); at < steps.length; at += 1) {
    await sql.query(steps[at] as string);
    await sql.query('INSERT INTO baocao.migration (no) VALUES ($1)', [at + 1]);
  }
}
