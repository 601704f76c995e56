/** The rules in force on a day, and how a decision table answers: the first rule that fits, never a fall-through. */

import type { PlainDate } from '../calendar/plain-date';
import { inForce } from '../calendar/range';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { RulesFile, Situation, Status, StatusRule, TaskRule } from './schema';

export interface Rules {
  readonly id: string;
  readonly status: readonly StatusRule[];
  readonly task: readonly TaskRule[];
  readonly rate: RulesFile['rate'];
}

/** BC1501 when no version of a table is in force on the day, BC1502 (naming both) when two are. */
export function rulesOn(file: RulesFile, on: PlainDate): Outcome<Rules> {
  const status = only(
    file.status.filter((v) => inForce(v, on)),
    file.id,
    'status',
    on,
  );
  const task = only(
    file.task.filter((v) => inForce(v, on)),
    file.id,
    'task',
    on,
  );
  if (!status.value || !task.value) return failed([...status.diagnostics, ...task.diagnostics]);
  return ok({ id: file.id, status: status.value.rules, task: task.value.rules, rate: file.rate });
}

function only<V extends { from: PlainDate }>(
  standing: readonly V[],
  id: string,
  table: string,
  on: PlainDate,
): Outcome<V> {
  const [first, second] = standing;
  const where = { path: `rules/${id}/${table}` };
  if (!first) return failed([error('BC1501', where, { table, on })]);
  if (second) return failed([error('BC1502', where, { table, on, first: first.from, second: second.from })]);
  return ok(first);
}

/** The first status rule that fits. Throws when none does: the table is checked to be total by its tests. */
export function decideStatus(rules: readonly StatusRule[], situation: Situation): StatusRule {
  const rule = rules.find(({ when }) =>
    (Object.keys(when) as (keyof Situation)[]).every((key) => when[key] === undefined || when[key] === situation[key]),
  );
  if (!rule) throw new Error(`no status rule for ${JSON.stringify(situation)}`);
  return rule;
}

/** A situation and the rule that fits it: one object for all obligations in that situation. */
export interface Decision {
  readonly situation: Situation;
  readonly rule: StatusRule;
}

/** Decisions of a table, which never changes: a province has 200,000 obligations in a few dozen situations. */
const decisions = new WeakMap<readonly StatusRule[], Map<string, Decision>>();

/** The same as `decideStatus`, worked out once for each situation. */
export function decisionOf(rules: readonly StatusRule[], situation: Situation): Decision {
  let known = decisions.get(rules);
  if (known === undefined) decisions.set(rules, (known = new Map<string, Decision>()));
  const { class: kind, cancelled, triggered, started, delivery, timing, duePassed, periodResult, reported } = situation;
  const key = `${kind} ${cancelled} ${triggered} ${started} ${delivery} ${timing} ${duePassed} ${periodResult} ${reported}`;
  let decision = known.get(key);
  if (decision === undefined) known.set(key, (decision = { situation, rule: decideStatus(rules, situation) }));
  return decision;
}

/** The first task rule that fits the statuses of a task's obligations; undefined for a task that nobody owes. */
export function decideTask(rules: readonly TaskRule[], statuses: readonly Status[]): TaskRule | undefined {
  if (statuses.length === 0) return undefined;
  const rule = rules.find(({ of, all, any }) => {
    const seen = of ? statuses.filter((s) => of.includes(s)) : statuses;
    if (seen.length === 0) return false;
    return (!all || seen.every((s) => all.includes(s))) && (!any || seen.some((s) => any.includes(s)));
  });
  if (!rule) throw new Error(`no task rule for ${statuses.join(', ')}`);
  return rule;
}
