/** From `--db URL` or `DATABASE_URL` to an open ledger; the driver is loaded only when its kind is asked for. */

import { mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import type { LedgerStore } from '../ledger/store/port';
import { LedgerSchemaError, ledgerFault, shownUrl } from './ledger-faults';
import type { Workspace } from './workspace';

/** Where the ledger is: what was given, else `DATABASE_URL`, else the file of the workspace. */
export type LedgerPlace =
  | { readonly kind: 'sqlite'; readonly url: string; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** `sqlite:PATH`, a relative path taken from the current folder; or `postgres://…`. */
export function ledgerPlace(ws: Workspace, given: string | undefined): Outcome<LedgerPlace> {
  const url = given ?? (process.env['DATABASE_URL'] || `sqlite:${join(ws.root, 'data', 'ledger.sqlite')}`);
  if (/^postgres(?:ql)?:\/\//.test(url)) return ok({ kind: 'postgres', url });
  const path = /^sqlite:(.+)$/.exec(url)?.[1];
  if (path === undefined) return failed([error('BC2007', {}, { db: shownUrl(url), reason: 'không rõ loại kho' })]);
  return ok({ kind: 'sqlite', url, path: isAbsolute(path) ? path : join(process.cwd(), path) });
}

/** Opens it, makes it when absent. */
export async function openLedger(ws: Workspace, given: string | undefined): Promise<Outcome<LedgerStore>> {
  const place = ledgerPlace(ws, given);
  if (!place.value) return failed(place.diagnostics);
  return place.value.kind === 'sqlite' ? openFile(ws, place.value) : openServer(place.value.url);
}

async function openFile(ws: Workspace, place: LedgerPlace & { kind: 'sqlite' }): Promise<Outcome<LedgerStore>> {
  const file = ws.show(place.path);
  try {
    const { openSqliteLedger } = await import('./sqlite-ledger');
    mkdirSync(dirname(place.path), { recursive: true });
    return ok(openSqliteLedger(place.path));
  } catch (reason) {
    if (reason instanceof LedgerSchemaError) return failed([error('BC2121', { file }, { reason: reason.message })]);
    const said = ledgerFault(reason, place.url);
    return failed([said ?? error('BC2007', { file }, { db: place.url, reason: reasonOf(reason) })]);
  }
}

async function openServer(url: string): Promise<Outcome<LedgerStore>> {
  try {
    const { openPostgresLedger } = await import('./postgres-ledger');
    return ok(await openPostgresLedger(url));
  } catch (reason) {
    const said = ledgerFault(reason, url);
    if (said) return failed([said]);
    throw reason;
  }
}
