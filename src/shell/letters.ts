/** Reads a letter of `templates`: what it says of itself, and its prose files. */

import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { Regime } from '../regulation/schema';
import { letterSchema, type Letter } from '../report/letters/letter';
import type { ProseSet } from '../report/prose';
import { readJson } from './load';
import { loadProse } from './plan-data';
import type { Workspace } from './workspace';

/** The reminder that the regime names; BC2253 where it names none. */
export function loadLetter(
  ws: Workspace,
  regime: Pick<Regime, 'id' | 'reminder'>,
): Outcome<{ readonly letter: Letter; readonly prose: ProseSet }> {
  const id = regime.reminder;
  if (!id) return failed([error('BC2253', { path: `regimes/${regime.id}` }, { regime: regime.id })]);
  const path = ws.find('templates', id, 'letter.json');
  if (!path)
    return failed([
      error('BC1002', { file: `templates/${id}/letter.json` }, { name: id, known: 'templates/*/letter.json' }),
    ]);
  const letter = readJson(ws, path, letterSchema);
  return letter.value ? ok({ letter: letter.value, prose: loadProse(ws, id) }) : failed(letter.diagnostics);
}
