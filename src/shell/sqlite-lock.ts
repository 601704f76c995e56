/**
 * One worker at a time on one machine: an exclusive transaction on a small file beside the ledger. The operating system
 * holds the lock, so a killed process lets go of it, and no clock or lease is needed.
 */

import Database from 'libsql';
import type { LedgerStore } from '../ledger/store/port';

/** `so.sqlite` → `so.sqlite-khoa-<name>`. */
export function sqliteLock(ledger: string): LedgerStore['exclusively'] {
  return async (name, work) => {
    const lock = new Database(`${ledger}-khoa-${name}`);
    let held = false;
    try {
      lock.pragma('busy_timeout = 0');
      held = taken(lock);
      return held ? { value: await work() } : undefined;
    } finally {
      // Closing alone lets go only when the garbage collector comes by.
      if (held) lock.exec('ROLLBACK');
      lock.close();
    }
  };
}

function taken(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (failure) {
    if ((failure as { code?: string }).code === 'SQLITE_BUSY') return false;
    throw failure;
  }
}
