/**
 * What is to be done now: the due actions that are not settled, each to be made, passed over with a reason, or left
 * until its next attempt. A function of the actions, the register and the clock, so that it can be run at any minute,
 * by any machine, after any outage: what is settled never comes back.
 */

import { localDay, shiftInstant, type Instant } from '../../calendar/instant';
import type { Retry } from '../../regulation/schedule';
import { closesAt, type DueAction } from './actions';

export interface Failure {
  readonly attempt: number;
  readonly at: Instant;
  /** How many attempts in a row ended because their process died; 0 where the last one failed and said so. */
  readonly died: number;
}

export type SkipReason = 'superseded' | 'send-date-passed' | 'period-closed';

export type Decision =
  | { readonly state: 'due'; readonly action: DueAction; readonly attempt: number }
  | { readonly state: 'skipped'; readonly action: DueAction; readonly reason: SkipReason; readonly by: string | null }
  | { readonly state: 'waiting'; readonly action: DueAction; readonly attempt: number; readonly nextAt: Instant };

export interface DueState {
  /** Keys of what was made or passed over. */
  readonly settled: ReadonlySet<string>;
  /** The last failed attempt by key. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** When the plan began to be kept here; null: it begins now. */
  readonly startedAt: Instant | null;
}

/**
 * Periods that closed before the plan was kept here are left alone: a first run does not make the past. A clock that
 * was set back before the beginning moves the beginning with it.
 */
export function inScope(action: DueAction, startedAt: Instant | null, now: Instant): boolean {
  const start = startedAt === null || now < startedAt ? now : startedAt;
  return closesAt(action.period) >= start;
}

/**
 * `actions` in order; the answer keeps that order, but for those whose process died over them more than once in a row:
 * they come last, so that one which kills the process each time never holds up the others.
 */
export function decideDue(
  actions: readonly DueAction[],
  { settled, failures, startedAt }: DueState,
  retry: Retry,
  now: Instant,
): readonly Decision[] {
  const due = actions.filter((a) => a.dueAt <= now && inScope(a, startedAt, now));
  const decided = due
    .filter((a) => !settled.has(a.key))
    .map((action): Decision => {
      const skip = skipOf(action, due, now);
      if (skip) return { state: 'skipped', action, ...skip };
      const last = failures.get(action.key);
      const attempt = (last?.attempt ?? 0) + 1;
      const nextAt = last && nextAttempt(last, retry);
      // A failure in the future was written by a clock that has been put right since: it holds nothing back.
      return last && nextAt && last.at <= now && now < nextAt
        ? { state: 'waiting', action, attempt, nextAt }
        : { state: 'due', action, attempt };
    });
  const risky = ({ state, action }: Decision): boolean => state === 'due' && (failures.get(action.key)?.died ?? 0) > 1;
  return [...decided.filter((d) => !risky(d)), ...decided.filter(risky)];
}

/**
 * The instant of the next attempt after a failed one. A first death is most often the machine's (power, restart): it
 * is taken up again at once and in its place, and only a second one in a row waits.
 */
export function nextAttempt({ attempt, at, died }: Failure, { minutes, factor, mostMinutes }: Retry): Instant {
  if (died === 1) return at;
  return shiftInstant(at, Math.min(minutes * factor ** (attempt - 1), mostMinutes) * 60_000);
}

/** Why it has no meaning any more; undefined when it has. Reports always have: they tell what was known then. */
function skipOf(
  action: DueAction,
  due: readonly DueAction[],
  now: Instant,
): { readonly reason: SkipReason; readonly by: string | null } | undefined {
  const { period, rule, submission, dueAt } = action;
  if (rule.make === 'forms') return now > closesAt(period) ? { reason: 'period-closed', by: null } : undefined;
  if (rule.make !== 'reminder' || !submission) return undefined;
  const later = due.filter((a) => a.rule.make === 'reminder' && a.submission?.id === submission.id && a.dueAt > dueAt);
  const newest = later.at(-1);
  if (newest) return { reason: 'superseded', by: newest.key };
  const before = localDay(dueAt) <= submission.due;
  return before && localDay(now) > submission.due ? { reason: 'send-date-passed', by: null } : undefined;
}

/** The next action that is still to come. */
export function nextAction(
  actions: readonly DueAction[],
  { settled, startedAt }: DueState,
  now: Instant,
): DueAction | undefined {
  return actions.find((a) => a.dueAt > now && !settled.has(a.key) && inScope(a, startedAt, now));
}
