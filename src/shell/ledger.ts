/** From `--db URL` to an open ledger. */

import { mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import type { LedgerStore } from '../ledger/store/port';
import { LedgerSchemaError, openSqliteLedger } from './sqlite-ledger';
import type { Workspace } from './workspace';

/** `sqlite:PATH`; a relative path is taken from the current folder, the default from the workspace. */
export function openLedger(ws: Workspace, url: string | undefined): Outcome<LedgerStore> {
  const given = url ?? `sqlite:${join(ws.root, 'data', 'ledger.sqlite')}`;
  const match = /^sqlite:(.+)$/.exec(given);
  if (!match?.[1])
    return failed([error('BC2007', {}, { db: given.replace(/:\/\/[^@/]*@/, '://***@'), reason: 'không rõ loại kho' })]);
  const path = isAbsolute(match[1]) ? match[1] : join(process.cwd(), match[1]);
  try {
    mkdirSync(dirname(path), { recursive: true });
    return ok(openSqliteLedger(path));
  } catch (reason) {
    if (reason instanceof LedgerSchemaError)
      return failed([error('BC2121', { file: ws.show(path) }, { reason: reason.message })]);
    return failed([error('BC2007', { file: ws.show(path) }, { db: given, reason: reasonOf(reason) })]);
  }
}
