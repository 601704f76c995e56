/** Taking over links of another ledger into PostgreSQL: one transaction that holds the lock for writing. */

import type { Pool } from 'pg';
import type { Intake, LedgerStore } from '../ledger/store/port';
import type { EventRow } from '../ledger/store/rows';
import { hasErrors, type Outcome } from '../lib/diagnostic';
import { lockForWriting, rows, transaction, type Sql } from './postgres-connect';
import { appendEvents, closeBatch, headOf, insertion, lastEntryOf, writeBlob, writeEntry } from './postgres-rows';

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
        const ahead = new Ahead(sql);
        const outcome = await work(await intakeOf(sql, ahead));
        if (outcome.value === undefined || hasErrors(outcome.diagnostics)) throw new Refused(outcome);
        await ahead.settled();
        return outcome;
      });
    } catch (reason) {
      if (reason instanceof Refused) return reason.outcome as Outcome<T>;
      throw reason;
    }
  };
}

/** A transaction's writes of events: the next page is made ready while the server is still busy with the one before. */
class Ahead {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly sql: Sql) {}

  async write(events: readonly EventRow[]): Promise<void> {
    if (events.length === 0) return;
    const question = insertion(events);
    await this.last;
    this.last = this.sql.query(question);
    this.last.catch(() => undefined); // told by whoever waits for it
  }

  /** Until all stands that was written; throws what the server said of it. */
  async settled(): Promise<void> {
    await this.last;
  }

  /** The same work, after all that was written before. */
  after<A extends readonly unknown[], R>(work: (...asked: A) => Promise<R>): (...asked: A) => Promise<R> {
    return async (...asked) => {
      await this.settled();
      return work(...asked);
    };
  }
}

async function intakeOf(sql: Sql, ahead: Ahead): Promise<Intake> {
  const hashes = (table: string, position: string): Intake['eventHashes'] =>
    ahead.after(async (from, to) => {
      const text = `SELECT hash FROM baocao.${table} WHERE ${position} BETWEEN $1 AND $2 ORDER BY ${position}`;
      return (await rows<{ hash: string }>(sql, text, [from, to])).map(({ hash }) => hash);
    });
  return {
    head: await headOf(sql),
    lastEntry: await lastEntryOf(sql),
    eventHashes: hashes('event', 'seq'),
    entryHashes: hashes('register', 'no'),
    addEvents: (events) => ahead.write(events),
    append: ahead.after((piece, at) => appendEvents(sql, piece, at)),
    addBlob: ahead.after((blob) => writeBlob(sql, blob)),
    addEntries: ahead.after(async (entries, blobs, events) => {
      for (const [index, entry] of entries.entries()) await writeEntry(sql, entry, blobs[index] ?? [], events);
    }),
    close: ahead.after((events, at) => closeBatch(sql, events, at)),
  };
}
