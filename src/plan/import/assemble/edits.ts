/**
 * Corrections laid over the rows of a source, before anything is recognised. Text that a correction names and the
 * source no longer has is an error with both texts; all of them are said at once.
 */

import { error, type Diagnostic, type Place } from '../../../lib/diagnostic';
import { squeeze } from '../../../lib/text';
import type { Corrections, CorrectedField, Fix } from '../corrections';
import type { RawAssignment, RawTask } from '../raw';

/** A raw task under its id, with what people corrected in it. */
export interface EditedTask extends RawTask {
  readonly id: string;
  readonly titleReadAs: string | null;
  readonly dueReadAs: readonly (string | null)[];
}

export interface Note {
  readonly where: string;
  readonly judgement: string;
  readonly reason: string;
}

export interface Edited {
  readonly tasks: readonly EditedTask[];
  readonly notes: readonly Note[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where corrections are kept, for the diagnostics. */
export type Source = Place;

const FIELD_NAMES: Readonly<Record<CorrectedField, string>> = {
  title: 'tên',
  product: 'sản phẩm',
  leadText: 'ô chủ trì',
  supportText: 'ô phối hợp',
  dueText: 'ô thời hạn',
};

/** Applies the corrections of task texts in the order fixes, readings, scanning slips, due readings. */
export function editTasks(tasks: readonly EditedTask[], corrections: Corrections, source: Source): Edited {
  const edits = new Map(tasks.map((task) => [task.id, task]));
  const notes: Note[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const fix of corrections.fixes) change(edits, fix, source, diagnostics, (task) => fixed(task, fix, notes));
  for (const fix of corrections.readings) change(edits, fix, source, diagnostics, (task) => read(task, fix, notes));
  if (corrections.scanned) rescan(edits, corrections.scanned, source, notes, diagnostics);
  for (const due of corrections.dueReadAs) {
    const fix: Fix = {
      task: due.task,
      assignment: due.assignment,
      field: 'dueText',
      from: due.from,
      to: due.text,
      reason: due.reason,
    };
    change(edits, fix, source, diagnostics, (task) => dueRead(task, fix, notes));
  }
  return { tasks: [...edits.values()], notes, diagnostics };
}

function change(
  edits: Map<string, EditedTask>,
  fix: Fix,
  source: Source,
  diagnostics: Diagnostic[],
  make: (task: EditedTask) => EditedTask,
): void {
  const task = edits.get(fix.task);
  const text = task && textOf(task, fix);
  const at = `nhiệm vụ ${fix.task}, ${FIELD_NAMES[fix.field]}`;
  if (task === undefined) diagnostics.push(error('BC1661', source, { task: fix.task }));
  else if (text === undefined || !holds(text, fix.from))
    diagnostics.push(error('BC1660', source, { text: fix.from, at }));
  else edits.set(task.id, make(task));
}

/** One note for all slips: where each was and how it reads. */
function rescan(
  edits: Map<string, EditedTask>,
  { slips, reason }: NonNullable<Corrections['scanned']>,
  source: Source,
  notes: Note[],
  diagnostics: Diagnostic[],
): void {
  const said = slips.map(({ from, to }) => {
    const hit = [...edits.values()].filter((task) => (task.titleReadAs ?? task.title).includes(from));
    if (hit.length === 0) diagnostics.push(error('BC1660', source, { text: from, at: 'tên nhiệm vụ' }));
    for (const task of hit) {
      edits.set(task.id, { ...task, titleReadAs: (task.titleReadAs ?? task.title).replaceAll(from, () => to) });
    }
    return `“${from}” là “${to}” (${hit.length} nhiệm vụ)`;
  });
  notes.push({
    where: 'tên nhiệm vụ',
    judgement: `Giữ chữ in ở “title”; đọc ở “titleReadAs”: ${said.join('; ')}.`,
    reason,
  });
}

/** An empty `from` stands for an empty cell; else the text has it exactly once. */
const holds = (text: string, from: string): boolean => (from === '' ? text === '' : text.split(from).length === 2);

function textOf(task: EditedTask, { field, assignment }: Fix): string | undefined {
  const row = task.assignments[(assignment ?? 1) - 1];
  if (field === 'title') return task.title;
  if (field === 'product') return assignment === undefined ? (task.product ?? '') : row && (row.product ?? '');
  return row?.[field];
}

const replaced = (text: string, { from, to }: Fix): string => (from === '' ? to : text.replace(from, () => to));

function fixed(task: EditedTask, fix: Fix, notes: Note[]): EditedTask {
  const { field, assignment, from, to, reason } = fix;
  const where = `nhiệm vụ ${task.id}`;
  notes.push({ where, judgement: `Sửa ${FIELD_NAMES[field]}: “${squeeze(from)}” thành “${squeeze(to)}”.`, reason });
  if (field === 'title') return { ...task, title: replaced(task.title, fix) };
  if (field === 'product' && assignment === undefined)
    return { ...task, product: replaced(task.product ?? '', fix) || null };
  const rewritten = (row: RawAssignment): RawAssignment => {
    if (field === 'product') return { ...row, product: replaced(row.product ?? '', fix) || null };
    return { ...row, [field]: replaced(row[field], fix) };
  };
  const at = (assignment ?? 1) - 1;
  return { ...task, assignments: task.assignments.map((row, index) => (index === at ? rewritten(row) : row)) };
}

function read(task: EditedTask, fix: Fix, notes: Note[]): EditedTask {
  const judgement = `Giữ “${squeeze(fix.from)}” ở ${FIELD_NAMES[fix.field]}; đọc đúng là “${squeeze(fix.to)}”.`;
  notes.push({ where: `nhiệm vụ ${task.id}`, judgement, reason: fix.reason });
  return fix.field === 'title' ? { ...task, titleReadAs: replaced(task.titleReadAs ?? task.title, fix) } : task;
}

function dueRead(task: EditedTask, fix: Fix, notes: Note[]): EditedTask {
  const at = (fix.assignment ?? 1) - 1;
  notes.push({
    where: `nhiệm vụ ${task.id}`,
    judgement: `Thời hạn “${squeeze(fix.from)}” đọc là “${squeeze(fix.to)}”.`,
    reason: fix.reason,
  });
  return { ...task, dueReadAs: task.assignments.map((_, i) => (i === at ? fix.to : (task.dueReadAs[i] ?? null))) };
}
