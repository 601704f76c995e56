/**
 * Copies of the embedded ledger. `VACUUM INTO` writes one consistent moment while others go on writing; the copy is
 * made under another name, verified, flushed and renamed, so a file under the name asked for is whole.
 */

import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'libsql';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { LedgerStore, Verification } from '../ledger/store/port';
import { takeLines } from '../ledger/store/transfer';
import { transferLines } from '../ledger/store/transfer-lines';
import type { Instant } from '../calendar/instant';
import { draftOf, sweep } from './files';
import { openSqliteLedger } from './sqlite-ledger';

const SIDES = ['', '-wal', '-shm', '-journal'];

/** Makes the copy by `make` under a draft's name; stands under `path` only when `verify` finds nothing in it. */
async function whole(
  path: string,
  make: (draft: string) => Promise<void>,
  beforeRename = (): void => undefined,
): Promise<Outcome<Verification>> {
  mkdirSync(dirname(path), { recursive: true });
  sweep(dirname(path), new Set([basename(path)]));
  const draft = draftOf(path);
  const clear = (): void => SIDES.forEach((side) => rmSync(`${draft}${side}`, { force: true }));
  clear();
  try {
    await make(draft);
    const copy = openSqliteLedger(draft, true);
    const verification = await copy.verify().finally(() => copy.close());
    if (verification.broken || verification.register.broken) return failed(brokenCopy(verification));
    flush(draft);
    beforeRename();
    renameSync(draft, path);
    return ok(verification);
  } finally {
    clear();
  }
}

const brokenCopy = ({ broken, register }: Verification): ReturnType<typeof error>[] => [
  ...(broken ? [error('BC2120', {}, { seq: broken.seq, reason: broken.reason })] : []),
  ...(register.broken ? [error('BC2144', {}, { no: register.broken.no, reason: register.broken.reason })] : []),
];

function flush(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The file of a ledger that may be in use, as of one moment. */
export function backupFile(source: string, path: string): Promise<Outcome<Verification>> {
  return whole(path, async (draft) => {
    const db = new Database(source);
    try {
      db.pragma('busy_timeout = 15000');
      db.prepare('VACUUM INTO ?').run(draft);
    } finally {
      db.close();
    }
  });
}

/** Any ledger written out as an embedded one, link by link. */
export function backupStore(source: LedgerStore, path: string, now: Instant): Promise<Outcome<Verification>> {
  return whole(path, async (draft) => {
    const copy = openSqliteLedger(draft, true);
    try {
      const taken = await copy.intake((intake) => takeLines(linesOf(source), intake, now));
      if (!taken.value) throw new Error(`a copy that does not fit: ${JSON.stringify(taken.diagnostics)}`);
    } finally {
      await copy.close();
    }
  });
}

/** A ledger's lines as text, as they would stand in a file. */
export async function* linesOf(
  ledger: LedgerStore,
): AsyncGenerator<{ readonly text: string; readonly where: Record<string, never> }> {
  for await (const line of transferLines(ledger, {})) yield { text: JSON.stringify(line), where: {} };
}

/**
 * A verified backup in the place of an embedded ledger. With `force` the one that stands there is moved aside, not
 * thrown away; BC2133 while another process has it open, BC2145 without `force`.
 */
export async function restoreFile(backup: string, path: string, force: boolean): Promise<Outcome<Verification>> {
  if (existsSync(path) && !force) return failed([error('BC2145', { file: path })]);
  const copy = async (draft: string): Promise<void> => {
    const db = new Database(backup, { readonly: true });
    try {
      db.prepare('VACUUM INTO ?').run(draft);
    } finally {
      db.close();
    }
  };
  return whole(path, copy, () => {
    if (existsSync(path)) setAside(path);
  });
}

/**
 * Under the first name that is free; the log is drawn in first, which fails while anybody else has the ledger open. The
 * old ledger keeps its own name too until the new one takes it: killed in between, there is never none.
 */
function setAside(path: string): void {
  const db = new Database(path);
  try {
    db.pragma('busy_timeout = 2000');
    db.pragma('journal_mode = DELETE');
  } catch (failure) {
    // A file that is damaged cannot be asked; it is kept as it is, log and all.
    if (/^SQLITE_(?:BUSY|LOCKED)/.test((failure as { code?: string }).code ?? '')) throw failure;
  } finally {
    db.close();
  }
  let n = 1;
  while (existsSync(`${path}.cu-${n}`)) n += 1;
  for (const side of SIDES.slice(1))
    if (existsSync(`${path}${side}`)) renameSync(`${path}${side}`, `${path}.cu-${n}${side}`);
  try {
    linkSync(path, `${path}.cu-${n}`);
  } catch {
    renameSync(path, `${path}.cu-${n}`); // a file system without links
  }
}
