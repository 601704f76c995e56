/** Booking of a unit's answer to a check: the check, and what it was about, must be ones there are. */

import { error, failed, hasErrors, ok, warning, type Diagnostic, type Outcome, type Place } from '../lib/diagnostic';
import type { BookingContext } from './booking';
import type { ExplanationFact } from './events';
import type { ExplanationLine } from './lines';

/** Subjects of findings about several answers at once: figures that are missing, results that are. */
const WHOLES = ['figures', 'tasks'];

/** A task by its number, alone or with a part of it (`12/1`). */
function isTask(subject: string, { plan }: BookingContext): boolean {
  return plan.tasks.some(({ id }) => subject === id || /^\d+$/.test(after(subject, `${id}/`)));
}

const after = (text: string, start: string): string => (text.startsWith(start) ? text.slice(start.length) : '');

export function bookExplanation(
  { period, check, subject, text }: ExplanationLine,
  unit: string,
  context: BookingContext,
  where: Place,
): Outcome<ExplanationFact> {
  const found: Diagnostic[] = context.hasPeriod(period)
    ? []
    : [error('BC2109', where, { period, plan: context.plan.id })];
  const level = context.checks.get(check);
  if (level === undefined)
    found.push(error('BC2123', where, { check, known: [...context.checks.keys()].join(', ') || '(không có)' }));
  if (level === 'stop') found.push(warning('BC2125', where, { check }));
  if (!WHOLES.includes(subject) && !context.indicators.has(subject) && !isTask(subject, context))
    found.push(error('BC2124', where, { subject }));
  if (hasErrors(found)) return failed(found);
  const fact = { kind: 'explanation', plan: context.plan.id, unit, period: period.toUpperCase(), check, subject, text };
  return ok(fact as ExplanationFact, found);
}
