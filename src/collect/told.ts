/** How much each unit has told for a period: what makes a report that was sent more than an empty one. */

import { endOfDay } from '../calendar/instant';
import { contains } from '../calendar/range';
import type { LedgerEvent } from '../ledger/events';
import type { Period } from '../regulation/periods';

/**
 * Facts told for the period, by unit: figures that stand, texts, reasons, and what became of tasks. A longer period
 * holds the shorter one before it, so a task's fact counts where it happened since that one's cut-off, or was told
 * only after this one's.
 */
export function toldFor(
  events: readonly LedgerEvent[],
  period: Period,
  previous: Period | undefined,
): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  const figures = new Map<string, boolean>();
  const add = (unit: string, amount: number): void => void told.set(unit, (told.get(unit) ?? 0) + amount);
  const collectedFrom = endOfDay(period.window.to);
  for (const { fact, recordedAt } of events) {
    if (fact.kind === 'submission') continue;
    if (fact.kind === 'task') {
      const fresh = previous === undefined || fact.occurredOn > previous.window.to || recordedAt > collectedFrom;
      if (fresh && contains(period.window, fact.occurredOn)) add(fact.unit, 1);
    } else if (fact.period === period.id) {
      const key = `${fact.unit}\u0000${fact.kind === 'figure' ? fact.indicator : ''}`;
      // The last telling stands: a figure that was withdrawn counts no more.
      if (fact.kind === 'figure') figures.set(key, fact.answer !== 'withdrawn');
      else if (fact.text !== '') add(fact.unit, 1);
    }
  }
  for (const [key, stands] of figures) if (stands) add(key.split('\u0000')[0] as string, 1);
  return told;
}
