/** `ledger backup` and `ledger restore` over both kinds of store: a backup is always one file of an embedded ledger. */

import { existsSync } from 'node:fs';
import type { Instant } from '../calendar/instant';
import { error, failed, type Outcome } from '../lib/diagnostic';
import type { Verification } from '../ledger/store/port';
import { reasonOf } from '../lib/reason';
import { takeLines } from '../ledger/store/transfer';
import { ledgerFault } from './ledger-faults';
import { ledgerPlace, openLedger } from './ledger';
import type { Workspace } from './workspace';

export interface BackupRequest {
  readonly ws: Workspace;
  readonly db: string | undefined;
  readonly file: string;
  readonly force: boolean;
  readonly now: Instant;
}

/** Copies the ledger while it is in use; the copy is verified before it stands under its name. */
export async function backupLedger({ ws, db, file, force, now }: BackupRequest): Promise<Outcome<Verification>> {
  if (existsSync(file) && !force) return failed([error('BC2145', { file })]);
  // Opened first: a ledger of a newer program, or none that can be reached, is told before anything is written.
  const ledger = await openLedger(ws, db);
  const place = ledgerPlace(ws, db).value;
  if (!ledger.value || !place) return failed(ledger.diagnostics);
  const { backupFile, backupStore } = await import('./sqlite-backup');
  try {
    return await (place.kind === 'sqlite' ? backupFile(place.path, file) : backupStore(ledger.value, file, now));
  } catch (reason) {
    const fault = faultOf(reason, place.url);
    // Only the copy was being written: it is its place that is full or shut, not the ledger's.
    const ofCopy = fault.code === 'BC2134' || fault.code === 'BC2135';
    return failed([ofCopy ? error('BC2146', { file }, { reason: reasonOf(reason) }) : fault]);
  } finally {
    await ledger.value.close();
  }
}

/** Verifies the backup first; a server's ledger takes over its links, a file is put in its place. */
export async function restoreLedger({ ws, db, file, force, now }: BackupRequest): Promise<Outcome<Verification>> {
  const place = ledgerPlace(ws, db);
  if (!place.value) return failed(place.diagnostics);
  if (!existsSync(file)) return failed([error('BC1004', { file }, { reason: 'không có tệp này' })]);
  const { restoreFile } = await import('./sqlite-backup');
  try {
    if (place.value.kind === 'sqlite') return await restoreFile(file, place.value.path, force);
    return await restoreServer(ws, db, file, now);
  } catch (reason) {
    return failed([faultOf(reason, place.value.url)]);
  }
}

async function restoreServer(
  ws: Workspace,
  db: string | undefined,
  file: string,
  now: Instant,
): Promise<Outcome<Verification>> {
  const [{ openSqliteLedger }, { linesOf }] = await Promise.all([import('./sqlite-ledger'), import('./sqlite-backup')]);
  const target = await openLedger(ws, db);
  const to = target.value;
  if (!to) return failed(target.diagnostics);
  const backup = openSqliteLedger(file);
  try {
    const found = await backup.verify();
    if (found.broken) {
      const { seq, reason } = found.broken;
      return failed([error('BC2120', { file }, { seq, reason })]);
    }
    if (found.register.broken) {
      const { no, reason } = found.register.broken;
      return failed([error('BC2144', { file }, { no, reason })]);
    }
    const taken = await to.intake((intake) => takeLines(linesOf(backup), intake, now));
    if (!taken.value) return failed(taken.diagnostics);
    return { value: await to.verify(), diagnostics: [] };
  } finally {
    await backup.close();
    await to.close();
  }
}

/** A file that is no ledger, a disk that is full: said, with its reason. */
function faultOf(reason: unknown, url: string): ReturnType<typeof error> {
  const known = ledgerFault(reason, url);
  if (known) return known;
  if ((reason as { code?: string }).code === undefined) throw reason;
  return error('BC2146', {}, { reason: reasonOf(reason) });
}
