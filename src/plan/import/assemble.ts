/**
 * From rows to a plan: ids, areas, bodies, measures, corrections. The text stays as printed; what was read out of it
 * and every judgement stands beside it. All problems are said at once; a correction that fits nothing stops it.
 */

import { error, failed, hasErrors, info, ok, type Diagnostic, type Outcome, type Place } from '../../lib/diagnostic';
import type { Registry } from '../../units/registry';
import type { AssignmentEntry, PlanFile, TaskEntry } from '../schema';
import { areasOf, targetsOf } from './assemble/areas';
import { bodiesOf, bodyReader, type BodyReader } from './assemble/bodies';
import { editTasks, type EditedTask, type Note } from './assemble/edits';
import { areaIds, taskIds } from './assemble/ids';
import type { Corrections } from './corrections';
import type { RawAssignment, RawPlan } from './raw';

/** What a plan says of itself, complete: from its corrections, the person who imports, and the regime. */
export type PlanHead = Omit<PlanFile, '$schema' | 'areas' | 'tasks' | 'targets' | 'notes'>;

/** Builds the plan file; no value when a correction does not fit. BC165x of bodies, BC166x of corrections. */
export function assemblePlan(
  raw: RawPlan,
  head: PlanHead,
  corrections: Corrections,
  registry: Registry,
  source: Place = {},
): Outcome<PlanFile> {
  const idOfArea = areaIds(raw);
  const ids = taskIds(raw.tasks);
  const rows = raw.tasks.map((task, i): EditedTask => {
    const id = ids[i] as string;
    return { ...task, id, area: idOfArea(task.part, task.area), titleReadAs: null, dueReadAs: [] };
  });
  const edited = editTasks(rows, corrections, source);
  const read = bodyReader(registry, { from: head.from, to: head.to, readings: corrections.bodies });
  const made = edited.tasks.map((task) => taskOf(task, corrections, registry, read));
  const areas = areasOf(raw, idOfArea, corrections, source);
  const targets = targetsOf(raw, corrections, source);
  const diagnostics = [
    ...edited.diagnostics,
    ...areas.diagnostics,
    ...targets.diagnostics,
    ...unused(raw, edited.tasks, corrections, registry, source),
    ...made.flatMap((m) => m.diagnostics),
  ];
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const own = [...edited.notes, ...made.flatMap((m) => m.notes)];
  const plan: PlanFile = {
    $schema: '../schemas/plan.schema.json',
    ...head,
    areas: [...(areas.value ?? [])],
    tasks: made.map((m) => m.task),
    targets: [...(targets.value ?? [])],
    notes: [...corrections.notes, ...own.filter((note) => !corrections.notes.some((n) => n.where === note.where))],
  };
  return ok(plan, diagnostics);
}

interface Made {
  readonly task: TaskEntry;
  readonly notes: readonly Note[];
  readonly diagnostics: readonly Diagnostic[];
}

function taskOf(raw: EditedTask, corrections: Corrections, registry: Registry, read: BodyReader): Made {
  const made = raw.assignments.map((_, index) => assignmentOf(raw, index, corrections, registry, read));
  const { id, part, area, title, titleReadAs, product, leaderText, solutions } = raw;
  const task: TaskEntry = {
    id,
    no: raw.no ?? id,
    part,
    area,
    title,
    ...(titleReadAs !== null && titleReadAs !== title ? { titleReadAs } : {}),
    product,
    ...(leaderText !== null ? { leaderText } : {}),
    ...(solutions.length > 0 ? { solutions: [...solutions] } : {}),
    assignments: made.map((m) => m.entry),
  };
  return { task, notes: uniqueNotes(made.flatMap((m) => m.notes)), diagnostics: made.flatMap((m) => m.diagnostics) };
}

interface MadeAssignment {
  readonly entry: AssignmentEntry;
  readonly notes: readonly Note[];
  readonly diagnostics: readonly Diagnostic[];
}

function assignmentOf(
  task: EditedTask,
  index: number,
  corrections: Corrections,
  registry: Registry,
  read: BodyReader,
): MadeAssignment {
  const row = task.assignments[index] as RawAssignment;
  const at = `nhiệm vụ ${task.id}`;
  const told = corrections.assignments.filter(
    (a) => (a.at === task.id || a.at === task.area) && (a.assignment ?? index + 1) === index + 1,
  );
  const leadText = told.findLast((a) => a.leadText !== undefined)?.leadText ?? row.leadText;
  const supportText = told.findLast((a) => a.supportText !== undefined)?.supportText ?? row.supportText;
  const where = { ...row.where, path: `${at}, giao việc ${index + 1}` };
  const bodies = bodiesOf({ leadText, supportText }, registry, read, where);
  const dueReadAs = task.dueReadAs[index];
  const entry: AssignmentEntry = {
    product: row.product,
    leadText,
    lead: [...(told.findLast((a) => a.lead)?.lead ?? bodies.lead)],
    supportText,
    support: [...(told.findLast((a) => a.support)?.support ?? bodies.support)],
    dueText: row.dueText,
    ...(dueReadAs ? { dueReadAs } : {}),
  };
  return { entry, notes: bodies.judgements.map((j) => ({ where: at, ...j })), diagnostics: bodies.diagnostics };
}

const uniqueNotes = (notes: readonly Note[]): readonly Note[] =>
  notes.filter((note, i) => notes.findIndex((n) => n.where === note.where && n.judgement === note.judgement) === i);

/** Corrections of bodies and assignments that fit nothing, and ids that the registry does not know. */
function unused(
  raw: RawPlan,
  tasks: readonly EditedTask[],
  corrections: Corrections,
  registry: Registry,
  source: Place,
): readonly Diagnostic[] {
  const cells = [
    ...tasks.flatMap((t) => t.assignments.flatMap((a) => [a.leadText, a.supportText])),
    ...corrections.assignments.flatMap((a) => [a.leadText ?? '', a.supportText ?? '']),
  ];
  const texts = corrections.bodies.filter(({ text }) => !cells.some((cell) => cell.includes(text)));
  const places = new Set([...tasks.map((t) => t.id), ...tasks.map((t) => t.area)]);
  const ids = [
    ...corrections.bodies.flatMap((b) => b.bodies),
    ...corrections.assignments.flatMap((a) => [...(a.lead ?? []), ...(a.support ?? [])]),
  ];
  return [
    ...texts.map(({ text }) => error('BC1660', source, { text, at: 'ô chủ trì và ô phối hợp' })),
    ...corrections.assignments.filter((a) => !places.has(a.at)).map((a) => error('BC1661', source, { task: a.at })),
    ...[...new Set(ids)]
      .filter((id) => !registry.unit(id) && !registry.group(id))
      .map((body) => error('BC1662', source, { body })),
    ...(raw.tasks.length === 0 ? [info('BC1659', source)] : []),
  ];
}
