/** The embedded ledger for the contract of stores: a file of its own, and what an administrator can do to it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { openSqliteLedger } from '../../../../src/shell/sqlite-ledger';
import type { Backend } from './backend';

export const fileOf = (url: string): string => url.slice('sqlite:'.length);

/** The file opened by another tool, as an administrator might. */
export function raw<T>(url: string, work: (db: Database.Database) => T): T {
  const db = new Database(fileOf(url));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

export const sqlite: Backend = {
  fresh: async () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'baocao-so-')), 'so.sqlite')}`,
  open: async (url) => openSqliteLedger(fileOf(url)),
  ask: async (url, sql) => raw(url, (db) => db.prepare(sql).all()),
  tamper: async (url, sql) =>
    raw(url, (db) => {
      const guards = "name GLOB '*_no_*' OR name GLOB '*_only' OR name = 'blob_once'";
      const triggers = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND (${guards})`).all() as {
        name: string;
      }[];
      for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
      db.exec(sql);
    }),
  tamperBlob: (url, hash) => sqlite.tamper(url, `UPDATE blob SET bytes = x'00' WHERE hash = '${hash}'`),
  remove: async (url) => rmSync(dirname(fileOf(url)), { recursive: true, force: true }),
};
