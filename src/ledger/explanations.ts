/** Booking of a unit's answer to a check: the check, and what it was about, must be ones there are. */

import { error, failed, hasErrors, ok, warning, type Diagnostic, type Outcome, type Place } from '../lib/diagnostic';
import { partsOf } from '../plan/parts';
import type { BookingContext } from './booking';
import type { ExplanationFact } from './events';
import type { ExplanationLine } from './lines';

/** Subjects of findings about several answers at once: figures that are missing, results that are. */
const WHOLES = ['figures', 'tasks'];

/** The ways in which `check` names a subject, with what stands for each. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^nhiệm vụ (\S+?),? phần việc (\d+)$/iu, '$1/$2'],
  [/^(?:(?:các|[\d.]+) )?chỉ tiêu$/iu, 'figures'],
  [/^(?:(?:các|[\d.]+) )?(?:nhiệm vụ|phần việc)$/iu, 'tasks'],
  [/^(?:chỉ tiêu|nhiệm vụ) (\S+)$/iu, '$1'],
];

/** `12/1` for "Nhiệm vụ 12, phần việc 1", `figures` for "47 chỉ tiêu"; what is said otherwise stays as it is. */
export function subjectIn(text: string): string {
  const said = text.normalize('NFC').trim();
  const [pattern, subject] = NAMED.find(([named]) => named.test(said)) ?? [];
  return pattern && subject ? said.replace(pattern, subject) : said;
}

/** A task by its number, alone or with a part of it (`12/1`). */
function isTask(subject: string, { plan }: BookingContext): boolean {
  return plan.tasks.some(
    (task) => subject === task.id || partsOf(task).some(({ no }) => subject === `${task.id}/${no}`),
  );
}

export function bookExplanation(
  { period, check, subject: said, text }: ExplanationLine,
  unit: string,
  context: BookingContext,
  where: Place,
): Outcome<ExplanationFact> {
  const subject = subjectIn(said);
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
