/** Taking over links of another ledger into PostgreSQL: one transaction that holds the lock for writing. */

import type { Pool } from 'pg';
import type { Intake, LedgerStore } from '../ledger/store/port';
import { hasErrors, type Outcome } from '../lib/diagnostic';
import { lockForWriting, rows, transaction, type Sql } from './postgres-connect';
import { appendEvents, closeBatch, headOf, insertEvents, lastEntryOf, writeBlob, writeEntry } from './postgres-rows';

/** Thrown through the transaction so that it is undone; what was found goes out beside it. */
class Refused<T> extends Error {
  constructor(readonly outcome: Outcome<T>) {
    super('refused');
  }
}

export function postgresIntake(pool: Pool): LedgerStore['intake'] {
  return async <T>(work: (intake: Intake) => Promise<Outcome<T>>) => {
    try {
      return await transaction(pool, async (sql) => {
        await lockForWriting(sql);
        const outcome = await work(await intakeOf(sql));
        if (outcome.value === undefined || hasErrors(outcome.diagnostics)) throw new Refused(outcome);
        return outcome;
      });
    } catch (reason) {
      if (reason instanceof Refused) return reason.outcome as Outcome<T>;
      throw reason;
    }
  };
}

async function intakeOf(sql: Sql): Promise<Intake> {
  const hashes =
    (table: string, position: string) =>
    async (from: number, to: number): Promise<readonly string[]> => {
      const text = `SELECT hash FROM baocao.${table} WHERE ${position} BETWEEN $1 AND $2 ORDER BY ${position}`;
      return (await rows<{ hash: string }>(sql, text, [from, to])).map(({ hash }) => hash);
    };
  return {
    head: await headOf(sql),
    lastEntry: await lastEntryOf(sql),
    eventHashes: hashes('event', 'seq'),
    entryHashes: hashes('register', 'no'),
    addEvents: (events) => insertEvents(sql, events),
    append: (piece, at) => appendEvents(sql, piece, at),
    addBlob: (blob) => writeBlob(sql, blob),
    addEntries: async (entries, blobs, events) => {
      for (const [index, entry] of entries.entries()) await writeEntry(sql, entry, blobs[index] ?? [], events);
    },
    close: (events, at) => closeBatch(sql, events, at),
  };
}
