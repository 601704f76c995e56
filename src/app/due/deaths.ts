/**
 * Attempts that died with their process (killed, out of memory, power cut): begun in the register and never ended. Under
 * the lock of `run-due` nobody can be at them any more, so they are entered as failed. Counted so, an action that kills
 * its process each time waits like any other that fails, and those after it come.
 */

import type { Instant } from '../../calendar/instant';
import { diagnosticJson } from '../../i18n/render-diagnostic';
import type { Register } from '../../ledger/store/register';
import { warning, type Diagnostic } from '../../lib/diagnostic';
import type { Retry } from '../../regulation/schedule';
import type { DueAction } from './actions';
import { failedEntry, type DueBook } from './book';
import { nextAttempt, type Failure } from './decide';

/** Enters the deaths that the register does not know yet; what is said of each, by the key of its action. */
export async function enterDeaths(
  register: Register,
  plan: string,
  actions: readonly DueAction[],
  { unended, failures }: Pick<DueBook, 'unended' | 'failures'>,
  retry: Retry,
  now: Instant,
): Promise<ReadonlyMap<string, Diagnostic>> {
  const said = new Map<string, Diagnostic>();
  for (const action of actions) {
    const begun = unended.get(action.key);
    if (begun === undefined) continue;
    // It waits from when it was begun: nobody knows when it died, and a night that went by since counts.
    const failure: Failure = { ...begun, died: (failures.get(action.key)?.died ?? 0) + 1 };
    const death = warning('BC4203', {}, { key: action.key, attempt: begun.attempt });
    const { message } = diagnosticJson(death);
    await register.add(failedEntry(plan, action, failure, nextAttempt(failure, retry), [death.code], message), now);
    said.set(action.key, death);
  }
  return said;
}
