/** A plan ready to work with: the file's text, with every due text read and every body looked up. */

import { yearOf } from '../calendar/plain-date';
import { error, hasErrors, warning, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Registry } from '../units/registry';
import type { Due, DueContext } from './deadline/due';
import { readDue } from './deadline/read';
import type { AssignmentEntry, PlanFile, TaskEntry } from './schema';

export interface Assignment extends AssignmentEntry {
  /** 1-based order inside the task. */
  readonly no: number;
  readonly due: Due;
}

export interface Task extends Omit<TaskEntry, 'assignments'> {
  /** The title in its right reading where the printed one has slips; `titlePrinted` is then the printed one. */
  readonly title: string;
  readonly titlePrinted?: string;
  readonly assignments: readonly Assignment[];
}

export interface Plan extends Omit<PlanFile, 'tasks'> {
  readonly tasks: readonly Task[];
}

/**
 * Reads due texts and checks references. Problems of reading (BC12xx) keep the plan usable; an unknown body,
 * area or a number used twice (BC14xx) does not.
 */
export function planOf(
  file: PlanFile,
  registry: Registry,
  source: string,
  calendar?: DueContext['addWorkingDays'],
): Outcome<Plan> {
  const context: DueContext = { year: yearOf(file.from), signedOn: file.signedOn, addWorkingDays: calendar };
  const dues = new Map<string, Due>();
  const dueOf = (text: string): Due => {
    const known = dues.get(text) ?? readDue(text, context);
    dues.set(text, known);
    return known;
  };
  const tasks = file.tasks.map((task) => ({
    ...task,
    ...(task.titleReadAs ? { title: task.titleReadAs, titlePrinted: task.title } : {}),
    assignments: task.assignments.map((entry, index) => ({
      ...entry,
      no: index + 1,
      due: dueOf(entry.dueReadAs ?? entry.dueText),
    })),
  }));
  const plan: Plan = { ...file, tasks };
  const diagnostics = [...checkReferences(plan, registry, source), ...readingProblems(plan, source)];
  return { value: hasErrors(diagnostics) ? undefined : plan, diagnostics };
}

function readingProblems(plan: Plan, source: string): Diagnostic[] {
  return plan.tasks.flatMap((task) =>
    task.assignments.flatMap(({ due, no }) =>
      due.diagnostics.map((d) => ({ ...d, where: { file: source, path: `nhiệm vụ ${task.id}, giao việc ${no}` } })),
    ),
  );
}

function checkReferences(plan: Plan, registry: Registry, source: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const where = (path: string): { file: string; path: string } => ({ file: source, path });
  const known = (id: string): boolean => registry.unit(id) !== undefined || registry.group(id) !== undefined;
  const areas = new Set(plan.areas.map((a) => a.code));
  const seen = new Set<string>();
  for (const task of plan.tasks) {
    const place = where(`nhiệm vụ ${task.id}`);
    if (seen.has(task.id)) found.push(error('BC1401', place, { task: task.id }));
    seen.add(task.id);
    if (!areas.has(task.area)) found.push(error('BC1402', place, { task: task.id, area: task.area }));
    if (task.assignments.length === 0) found.push(warning('BC1403', place, { task: task.id }));
    for (const id of task.assignments.flatMap((a) => [...a.lead, ...a.support])) {
      if (!known(id)) {
        found.push(
          error('BC1404', place, {
            task: task.id,
            body: id,
            nearest: registry.nearest(id.replace(/-/g, ' '), 3).join(', ') || '(không có)',
          }),
        );
      }
    }
  }
  return found;
}
