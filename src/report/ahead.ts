/** Work that falls due after the cut-off day: what the last section of a report looks ahead to. */

import { addDays, type PlainDate } from '../calendar/plain-date';
import { contains, type DateRange } from '../calendar/range';
import type { Evaluation } from '../figures/evaluation';
import { monthName } from '../i18n/format';
import type { Status } from '../obligations/schema';
import type { Registry } from '../units/registry';
import { dueText, partTitle, shortName } from './wording';

export const DONE: ReadonlySet<Status> = new Set(['done-on-time', 'done-late', 'period-done']);

/**
 * Figures are closed before the time that they are about has ended (14/12 of a year): what falls due until then is
 * not yet work of the time that is named next. `upcoming` is both.
 */
export function aheadView(evaluation: Evaluation, registry: Registry): object {
  const { window, next } = evaluation.period;
  const first = addDays(window.to, 1);
  const last = addDays(next.from, -1);
  const due = (from: PlainDate, to: PlainDate): readonly object[] => dueWithin({ from, to }, evaluation, registry);
  return {
    upcoming: due(first, next.until),
    rest: { name: monthName(last) },
    dueInRest: due(first, last < next.until ? last : next.until),
    dueInNext: due(next.from, next.until),
  };
}

function dueWithin(range: DateRange, evaluation: Evaluation, registry: Registry): readonly object[] {
  const due = evaluation.judgements.filter(
    (j) => j.due !== null && contains(range, j.due) && !DONE.has(j.status) && j.status !== 'cancelled',
  );
  const parts = new Map(due.map((j) => [`${j.obligation.part.task.id}/${j.obligation.part.no}`, j]));
  return [...parts.values()]
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : (a.due ?? '') > (b.due ?? '') ? 1 : 0))
    .map((j) => ({
      title: partTitle(j.obligation.part),
      dueText: dueText(j),
      lead:
        evaluation.unit === null
          ? j.obligation.part.assignment.lead.map((id) => shortName(id, registry)).join(', ')
          : null,
    }));
}
