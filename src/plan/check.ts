/**
 * What a person should look at in a plan that loads well: tasks said twice or led by nobody, days outside the plan's
 * range, bodies that were not there in its time, targets that no indicator answers. Nothing here stops a report.
 */

import { error, info, warning, type Diagnostic, type Place } from '../lib/diagnostic';
import { fold } from '../lib/text';
import type { Registry } from '../units/registry';
import { partsOf } from './parts';
import type { Plan, Task } from './plan';

/** Everything worth a look, beside what loading the plan already said; `indicators` are the codes of its annex. */
export function checkPlan(
  plan: Plan,
  registry: Registry,
  source: string,
  indicators: ReadonlySet<string> = new Set(),
): readonly Diagnostic[] {
  const at = (path: string): Place => ({ file: source, path });
  return [
    ...duplicates(plan, at),
    ...plan.tasks.flatMap((task) => [
      ...unled(task, at),
      ...outsideRange(task, plan, at),
      ...outOfTime(task, plan, registry, at),
    ]),
    ...emptyAreas(plan, at),
    ...targetFaults(plan, indicators, at),
  ];
}

type At = (path: string) => Place;

/** The same words in the same area: one task said twice, or a row read twice. */
function duplicates(plan: Plan, at: At): readonly Diagnostic[] {
  const first = new Map<string, Task>();
  return plan.tasks.flatMap((task) => {
    const key = `${task.area}\n${fold(task.title)}`;
    const earlier = first.get(key);
    if (earlier) return [warning('BC1405', at(`nhiệm vụ ${task.id}`), { task: task.id, earlier: earlier.id })];
    first.set(key, task);
    return [];
  });
}

function unled(task: Task, at: At): readonly Diagnostic[] {
  return task.assignments
    .filter((a) => a.lead.length === 0)
    .map((a) =>
      warning('BC1406', at(`nhiệm vụ ${task.id}, giao việc ${a.no}`), { task: task.id, text: a.leadText || '(trống)' }),
    );
}

function outsideRange(task: Task, plan: Plan, at: At): readonly Diagnostic[] {
  return partsOf(task)
    .filter(({ due }) => due.end !== null && (due.end < plan.from || due.end > plan.to))
    .map(({ due, no }) =>
      warning('BC1407', at(`nhiệm vụ ${task.id}, phần ${no}`), {
        task: task.id,
        due: due.end as string,
        from: plan.from,
        to: plan.to,
      }),
    );
}

function outOfTime(task: Task, plan: Plan, registry: Registry, at: At): readonly Diagnostic[] {
  const ids = new Set(task.assignments.flatMap((a) => [...a.lead, ...a.support]));
  return [...ids].flatMap((id) => {
    const entry = registry.unit(id) ?? registry.group(id);
    const there = !entry || (entry.from <= plan.to && (entry.to === null || entry.to >= plan.from));
    if (there) return [];
    const params = { task: task.id, body: entry.name, from: entry.from, to: entry.to ?? 'nay' };
    return [info('BC1408', at(`nhiệm vụ ${task.id}`), params)];
  });
}

function emptyAreas(plan: Plan, at: At): readonly Diagnostic[] {
  const used = new Set([...plan.tasks, ...plan.targets].map((entry) => entry.area));
  return plan.areas
    .filter((a) => !used.has(a.code))
    .map((a) => info('BC1409', at(`lĩnh vực ${a.code}`), { area: a.code }));
}

function targetFaults(plan: Plan, indicators: ReadonlySet<string>, at: At): readonly Diagnostic[] {
  const areas = new Set(plan.areas.map((a) => a.code));
  return plan.targets.flatMap((target) => {
    const place = at(`chỉ tiêu ${target.code}`);
    const loose = target.measures.filter((m) => !m.indicator).map((m) => m.code);
    const unknown = target.measures.filter((m) => m.indicator && !indicators.has(m.indicator));
    return [
      ...(areas.has(target.area)
        ? []
        : [warning('BC1410', place, { target: target.code, area: target.area || '(trống)' })]),
      ...(target.measures.length === 0 ? [warning('BC1411', place, { target: target.code })] : []),
      ...(loose.length > 0 ? [info('BC1412', place, { target: target.code, measures: loose.join(', ') })] : []),
      ...unknown.map((m) => error('BC1413', place, { measure: m.code, indicator: m.indicator ?? '' })),
    ];
  });
}
