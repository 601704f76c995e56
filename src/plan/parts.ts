/**
 * The due parts of a task: what has to be delivered, one by one. A due text with milestones has several, and
 * "… và thường xuyên" adds one that never falls due. Parts are numbered through the whole task.
 */

import type { Due } from './deadline/due';
import type { Assignment, Task } from './plan';

/** How an obligation is judged: by a last day, in every period, or once something has happened. */
export type ObligationClass = 'dated' | 'periodic' | 'event';

/** A due part of a task; `no` counts through the whole task, so that `--part 2` means one thing. */
export interface DuePart {
  readonly task: Task;
  readonly assignment: Assignment;
  readonly no: number;
  readonly label: string | null;
  readonly due: Due;
  readonly cls: ObligationClass;
}

const PERIODIC: ReadonlySet<Due['kind']> = new Set(['recurring', 'continuous', 'with-periodic-report']);

/** Open-ended years ("và các năm tiếp theo") never fall due and are judged by what each period shows. */
function classOf(due: Due): ObligationClass {
  if (PERIODIC.has(due.kind)) return 'periodic';
  if (due.kind === 'event') return 'event';
  return due.kind === 'multi-year' && due.end === null ? 'periodic' : 'dated';
}

function withoutContinuous(due: Due): Due {
  return due.alsoContinuous ? { ...due, alsoContinuous: false } : due;
}

/** "… và thường xuyên": the part that goes on after the dated one. */
function continuousRest(due: Due): Due {
  return { ...due, kind: 'continuous', start: null, end: null, alsoContinuous: false, parts: [] };
}

/** The due parts of an assignment, in the order of the text. */
export function dueParts(due: Due): readonly Due[] {
  const parts =
    due.kind === 'milestones' && due.parts.length > 0 ? due.parts.flatMap(dueParts) : [withoutContinuous(due)];
  return due.alsoContinuous ? [...parts, continuousRest(due)] : parts;
}

/** A task never changes, and each of its obligations, facts and form rows asks for its parts. */
const known = new WeakMap<Task, readonly DuePart[]>();

/** All due parts of a task, numbered from 1. */
export function partsOf(task: Task): readonly DuePart[] {
  const parts = known.get(task) ?? numberedParts(task);
  known.set(task, parts);
  return parts;
}

function numberedParts(task: Task): readonly DuePart[] {
  const parts = task.assignments.flatMap((assignment) => dueParts(assignment.due).map((due) => ({ assignment, due })));
  return parts.map(({ assignment, due }, index) => ({
    task,
    assignment,
    no: index + 1,
    label: due.label,
    due,
    cls: classOf(due),
  }));
}
