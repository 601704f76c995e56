/** Entry forms of other systems in a workspace. */

import { entryFormSchema, type EntryForm } from '../report/export/entry-form';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { loadJson } from './load';
import type { Workspace } from './workspace';

/** The form that takes the figures of an indicator list; null where none does, BC3207 where several do. */
export function findEntryForm(ws: Workspace, indicators: string): Outcome<EntryForm | null> {
  const read = ws.list('data/entry-forms', '.json').map((name) => loadJson(ws, 'entry-forms', name, entryFormSchema));
  const wrong = read.flatMap((r) => r.diagnostics);
  if (wrong.length > 0) return failed(wrong);
  const taking = read.flatMap(({ value }) => (value?.indicators === indicators ? [value] : []));
  const [form, ...others] = taking;
  if (others.length === 0) return ok(form ?? null);
  const known = taking.map((f) => f.id).join(', ');
  return failed([error('BC3207', { file: 'data/entry-forms' }, { indicators, known })]);
}
