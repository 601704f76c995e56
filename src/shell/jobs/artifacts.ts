/**
 * Where files made by other machines land until who asked for them takes them: contents under their hash, so the same
 * content put twice is one, and what is taken is checked against its name. Three places: rows of the queue's database
 * (the default, nothing to set up), a shared folder, an S3-compatible bucket.
 */

import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pool } from 'pg';
import { sha256 } from '../../lib/canonical-json';
import { writeWhole } from '../files';

export interface ArtifactStore {
  /** Puts contents whole; answers with their hash. */
  put(bytes: Uint8Array): Promise<string>;
  /** The contents of a hash. Throws when they are gone or are not what their name says. */
  take(hash: string): Promise<Uint8Array>;
}

/** `postgres`, a folder, or `s3://BUCKET/PREFIX` (address and keys in BAOCAO_S3_*); BAOCAO_ARTIFACTS when not given. */
export async function openArtifacts(given: string | undefined, pool: Pool): Promise<ArtifactStore> {
  const place = given ?? process.env['BAOCAO_ARTIFACTS'];
  if (place === undefined || place === 'postgres') return rowArtifacts(pool);
  if (place.startsWith('s3://')) {
    const { s3Artifacts } = await import('./artifacts-s3');
    return s3Artifacts(place);
  }
  return folderArtifacts(resolve(place));
}

/** What was taken is what was put, or nothing. */
export function checked(hash: string, bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new Error(`artifact ${hash} is gone`);
  if (sha256(bytes) !== hash) throw new Error(`artifact ${hash} is not what its name says`);
  return bytes;
}

export function folderArtifacts(folder: string): ArtifactStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      if (!existsSync(path) || statSync(path).size !== bytes.length) {
        mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true });
        writeWhole(path, bytes);
      }
      return hash;
    },
    take: async (hash) => checked(hash, existsSync(pathOf(hash)) ? readFileSync(pathOf(hash)) : undefined),
  };
}

/** Days that rows are kept: a command takes its files within minutes, the rest is for one that was killed. */
const KEPT_DAYS = 7;

const TABLE = `CREATE SCHEMA IF NOT EXISTS baocao_tep;
CREATE TABLE IF NOT EXISTS baocao_tep.artifact (
  hash text PRIMARY KEY, bytes bytea NOT NULL, made_at timestamptz NOT NULL DEFAULT now())`;

/** Bytes asked for at once: they come as letters, twice as long, and a workbook of twenty megabytes is not held thrice. */
const PIECE = 1 << 20;

/** The contents of a row, piece by piece; undefined when there is none. */
async function takenInPieces(pool: Pool, hash: string): Promise<Uint8Array | undefined> {
  const ask = async <R>(what: string, ...values: number[]): Promise<R | undefined> => {
    const { rows } = await pool.query(`SELECT ${what} FROM baocao_tep.artifact WHERE hash = $1`, [hash, ...values]);
    return rows[0] as R | undefined;
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

async function rowArtifacts(pool: Pool): Promise<ArtifactStore> {
  // Made only when absent: an account that may not make tables works with those its owner made.
  const { rows: found } = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('baocao_tep.artifact') IS NOT NULL AS there",
  );
  if (!found[0]?.there) await pool.query(TABLE);
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
    take: async (hash) => {
      return checked(hash, await takenInPieces(pool, hash));
    },
  };
}
