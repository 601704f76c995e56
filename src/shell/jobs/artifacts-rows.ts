/** Artifacts as rows of the queue's database; those that lie there too long are deleted. */

import type { Pool } from 'pg';
import { sha256 } from '../../lib/canonical-json';
import { lockForMaking, rows, transaction, type Sql } from '../postgres-connect';
import { checked, KEPT_DAYS, type ArtifactStore } from './artifact-store';

const TABLE = `CREATE SCHEMA IF NOT EXISTS baocao_tep;
CREATE TABLE IF NOT EXISTS baocao_tep.artifact (
  hash text PRIMARY KEY, bytes bytea NOT NULL, made_at timestamptz NOT NULL DEFAULT now())`;

async function tableThere(sql: Pool | Sql): Promise<boolean> {
  const [found] = await rows<{ there: boolean }>(sql, "SELECT to_regclass('baocao_tep.artifact') IS NOT NULL AS there");
  return found?.there === true;
}

/** Made only when absent: an account that may not make tables works with those its owner made. */
async function makeTable(pool: Pool): Promise<void> {
  if (await tableThere(pool)) return;
  await transaction(pool, async (sql) => {
    await lockForMaking(sql);
    if (!(await tableThere(sql))) await sql.query(TABLE);
  });
}

/** Bytes asked for at once: they come as letters, twice as long, and a workbook of twenty megabytes is not held thrice. */
const PIECE = 1 << 20;

/** The contents of a row, piece by piece; undefined when there is none. */
async function takenInPieces(pool: Pool, hash: string): Promise<Uint8Array | undefined> {
  const ask = async <R>(what: string, ...values: number[]): Promise<R | undefined> => {
    const [row] = await rows<R>(pool, `SELECT ${what} FROM baocao_tep.artifact WHERE hash = $1`, [hash, ...values]);
    return row;
  };
  const row = await ask<{ size: number }>('length(bytes) AS size');
  if (!row) return undefined;
  const bytes = new Uint8Array(row.size);
  for (let at = 0; at < row.size; at += PIECE) {
    const piece = await ask<{ piece: Uint8Array }>('substr(bytes, $2, $3) AS piece', at + 1, PIECE);
    if (!piece) return undefined;
    bytes.set(piece.piece, at);
  }
  return bytes;
}

export async function rowArtifacts(pool: Pool): Promise<ArtifactStore> {
  await makeTable(pool);
  await pool.query(`DELETE FROM baocao_tep.artifact WHERE made_at < now() - interval '${KEPT_DAYS} days'`);
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      await pool.query(
        `INSERT INTO baocao_tep.artifact (hash, bytes) VALUES ($1, $2)
         ON CONFLICT (hash) DO UPDATE SET made_at = now()`,
        [hash, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
      );
      return hash;
    },
    take: async (hash) => checked(hash, await takenInPieces(pool, hash)),
  };
}
