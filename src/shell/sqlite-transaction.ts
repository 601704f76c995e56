/**
 * One transaction on an embedded ledger. `libsql` has one of its own, but what SQLite has undone already (a full disk)
 * it undoes again, and the failure of that hides what happened.
 */

import type Database from 'libsql';

/** Runs the work as the only writer: committed when it returns, undone when it throws. */
export function immediately<T>(db: Database.Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (failure) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw failure;
  }
}
