/**
 * What every ledger store must hold, run on each of them, stands in this folder; here is what the tests ask of a kind
 * of store, and a ledger of its own for each test.
 */

import { join } from 'node:path';
import type { Fact, NewEvent } from '../../../../src/ledger/events';
import type { LedgerStore } from '../../../../src/ledger/store/port';
import { figureFact, instant, narrativeFact, taskFact } from '../../../fixtures/events';

/** Appends in a process of its own; see the file. */
export const APPENDER = join(__dirname, '..', '..', '..', 'shell', 'appender.cjs');
export const NOW = instant('2026-03-15T08:00:00+07:00');

/** A kind of store, and what other tools can do to it. */
export interface Backend {
  /** The address of a ledger that does not exist yet. */
  fresh(): Promise<string>;
  open(url: string): Promise<LedgerStore>;
  /** What another tool reads or does, with the guards of the database in force. */
  ask(url: string, sql: string): Promise<readonly unknown[]>;
  /** What the owner of the database can do: the guards against change are taken off first, those on adding stay. */
  tamper(url: string, sql: string): Promise<void>;
  /** A byte of that content changed, the guards off. */
  tamperBlob(url: string, hash: string): Promise<void>;
  /** Takes it away. */
  remove(url: string): Promise<void>;
}

export const event = (fact: Fact, more: Partial<NewEvent> = {}): NewEvent => ({
  fact,
  statedAt: null,
  sample: false,
  ...more,
});
export const text = (words: string): NewEvent => event(narrativeFact('so-mau-01', 'V', words));
export const value = (n: number): NewEvent => event(figureFact('so-mau-01', 'cong', n));

/** Two batches of three events each. */
export async function fill(ledger: LedgerStore): Promise<void> {
  await ledger.append(
    [
      event(taskFact('so-mau-01', '1', 'completed', '2026-02-10', { evidence: ['Văn bản mẫu 01'] })),
      value(3),
      text('một'),
    ],
    NOW,
  );
  await ledger.append([value(4), text('hai'), text('ba')], NOW);
}

/** A ledger of its own for each test, closed and removed after it. */
export function eachWithLedger(backend: Backend): {
  readonly url: () => string;
  readonly opened: () => Promise<LedgerStore>;
  readonly closeAll: () => Promise<void>;
} {
  let url: string;
  let open: LedgerStore[] = [];
  const closeAll = async (): Promise<void> => {
    for (const ledger of open.splice(0)) await ledger.close();
  };
  beforeEach(async () => {
    url = await backend.fresh();
    open = [];
  });
  afterEach(async () => {
    await closeAll();
    await backend.remove(url);
  });
  const opened = async (): Promise<LedgerStore> => {
    const ledger = await backend.open(url);
    open.push(ledger);
    return ledger;
  };
  return { url: () => url, opened, closeAll };
}
