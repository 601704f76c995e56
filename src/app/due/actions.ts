/**
 * The actions of a plan's reporting periods with the instant each becomes due: what a schedule's rules give on the
 * windows and send dates of a regime. Pure: the same plan, regime and schedule give the same list, in order.
 */

import { atLocalTime, endOfDay, shiftInstant, type Instant } from '../../calendar/instant';
import { addDays, maxDay, yearOf, type PlainDate } from '../../calendar/plain-date';
import { mainSubmission } from '../../collect/submissions';
import { ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import type { Plan } from '../../plan/plan';
import { periodsOf, type Period, type Submission } from '../../regulation/periods';
import type { ActionRule, Schedule } from '../../regulation/schedule';
import type { Regime } from '../../regulation/schema';

/** One thing to be made once for one period. */
export interface DueAction {
  /** `2026-Q1/reports/cut-off`: the same for ever. */
  readonly key: string;
  readonly period: Period;
  readonly rule: ActionRule;
  /** The send date it is counted from; null where it is not counted from one. */
  readonly submission: Submission | null;
  readonly dueAt: Instant;
  readonly folder: string | null;
}

/** The end of the last day on which something of the period is still to be done: its cut-off or a send date. */
export function closesAt({ window, submissions }: Period): Instant {
  return endOfDay(submissions.map((s) => s.due).reduce(maxDay, window.to));
}

/** Of what a report of the night stands on: what was known when the day before ended. */
export const justBefore = (at: Instant): Instant => shiftInstant(at, -1);

/**
 * Actions of every reporting year of the plan that the regime serves, up to `lastYear`, in the order in which they are
 * done: by the instant they become due, then by cut-off, then as the schedule lists them.
 */
export function dueActions(
  plan: Pick<Plan, 'from' | 'to'>,
  regime: Regime,
  schedule: Schedule,
  lastYear: number,
): Outcome<readonly DueAction[]> {
  const diagnostics: Diagnostic[] = [];
  const actions: DueAction[] = [];
  const last = Math.min(lastYear, yearOf(plan.to));
  for (let year = yearOf(plan.from); year <= last; year++) {
    const periods = periodsOf(regime, year);
    diagnostics.push(...periods.diagnostics.filter((d) => d.level === 'error'));
    actions.push(...(periods.value ?? []).flatMap((period) => actionsOf(period, regime, schedule)));
  }
  return ok([...actions].sort(inOrder), diagnostics);
}

/** Sorting keeps the schedule's order among what is due at one instant for one period. */
function inOrder(a: DueAction, b: DueAction): number {
  const [x, y] = [`${a.dueAt} ${a.period.window.to}`, `${b.dueAt} ${b.period.window.to}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

function actionsOf(period: Period, regime: Regime, schedule: Schedule): readonly DueAction[] {
  return schedule.actions.flatMap((rule) => {
    if (rule.make === 'reminder' && !regime.reminder) return []; // the regime has no letter to remind with
    return anchorsOf(period, rule).map(({ day, submission }) => {
      const named = (text: string): string => text.replace('{channel}', submission?.id ?? '');
      return {
        key: `${period.id}/${named(rule.key)}`,
        ...{ period, rule, submission },
        dueAt: atLocalTime(addDays(day, rule.when.days), rule.when.time),
        folder: rule.folder === null ? null : named(rule.folder),
      };
    });
  });
}

interface AnchorDay {
  readonly day: PlainDate;
  readonly submission: Submission | null;
}

/** The days that a rule counts from; none where the period has no such day. */
function anchorsOf(period: Period, { when }: ActionRule): readonly AnchorDay[] {
  switch (when.from) {
    case 'window-opening':
      return [{ day: period.window.from, submission: null }];
    case 'cut-off':
      return [{ day: period.window.to, submission: null }];
    case 'send-date': {
      const main = mainSubmission(period);
      const of = when.of === 'each' ? period.submissions : main ? [main] : [];
      return of.map((submission) => ({ day: submission.due, submission }));
    }
  }
}
