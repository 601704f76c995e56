/** Scoring tables of a workspace. */

import { parIndexFaults, parIndexSchema, type ParIndexFile } from '../figures/par-index/schema';
import { error, failed, hasErrors, type Outcome } from '../lib/diagnostic';
import { loadJson } from './load';
import type { Workspace } from './workspace';

/** The table named, else the only one there is; BC3206 lists them where a name is needed. */
export function chooseParIndex(ws: Workspace, given: string | undefined): Outcome<ParIndexFile> {
  const known = ws.list('data/par-index', '.json');
  const name = given?.trim() ?? (known.length === 1 ? known[0] : undefined);
  if (name === undefined) return failed([error('BC3206', {}, { known: known.join(', ') || '(không có)' })]);
  const file = loadJson(ws, 'par-index', name, parIndexSchema);
  const faults = file.value ? parIndexFaults(file.value, file.file) : [];
  return hasErrors(faults) ? failed(faults) : file;
}
