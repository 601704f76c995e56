/**
 * A task while its rows are still coming in, and what becomes of it: halves are joined, further rows are further
 * assignments, labels are split, a product that all assignments share is the task's.
 */

import { info, warning, type Diagnostic, type Place } from '../../lib/diagnostic';
import { cellLines, joinHalves, titleLines } from './cell-lines';
import { labelledCell } from './labels';
import type { RawAssignment, RawTask } from './raw';
import type { PlanRow } from './row-kinds';

const ASSIGNMENT_COLUMNS = ['lead', 'support', 'leadAndSupport', 'product', 'due'] as const;
type AssignmentTexts = Record<(typeof ASSIGNMENT_COLUMNS)[number], string>;

interface DraftAssignment extends AssignmentTexts {
  readonly where: Place;
}

export interface Draft {
  readonly no: string | null;
  readonly part: string | null;
  readonly area: string;
  readonly where: Place;
  title: string;
  leader: string;
  note: string;
  readonly assignments: DraftAssignment[];
}

export function draftOf(row: PlanRow, no: string | null, part: string | null, area: string): Draft {
  const { title, leader, note } = row.texts;
  return { no, part, area, where: row.where, title, leader, note, assignments: [assignmentOf(row)] };
}

function assignmentOf({ texts, where }: PlanRow): DraftAssignment {
  const { lead, support, leadAndSupport, product, due } = texts;
  return { lead, support, leadAndSupport, product, due, where };
}

/** The second half of a row that a page cut in two. */
export function goOn(draft: Draft, { texts }: PlanRow): void {
  draft.title = joinHalves(draft.title, texts.title);
  draft.leader = joinHalves(draft.leader, texts.leader);
  draft.note = joinHalves(draft.note, texts.note);
  const last = draft.assignments.at(-1);
  for (const column of ASSIGNMENT_COLUMNS) {
    if (last) last[column] = joinHalves(last[column], texts[column]);
  }
}

/**
 * A further row of the same task. Merged cells repeat their text, so an equal row says nothing new; where cells were
 * left blank instead of merged, the bodies above hold on.
 */
export function addAssignment(draft: Draft, row: PlanRow): void {
  const next = assignmentOf(row);
  const last = draft.assignments.at(-1);
  if (last && ASSIGNMENT_COLUMNS.every((column) => next[column] === last[column])) return;
  if (last && next.lead + next.leadAndSupport + next.support === '') {
    Object.assign(next, { lead: last.lead, support: last.support, leadAndSupport: last.leadAndSupport });
  }
  draft.assignments.push(next);
}

/** The finished task and what there is to say about its rows. */
export function taskOf(draft: Draft): { readonly task: RawTask; readonly diagnostics: readonly Diagnostic[] } {
  const read = draft.assignments.map(readAssignment);
  const products = new Set(read.map(({ assignment }) => assignment.product));
  const shared = products.size === 1 ? (read[0]?.assignment.product ?? null) : null;
  const assignments = read.map(({ assignment }) =>
    products.size === 1 ? { ...assignment, product: null } : assignment,
  );
  const { no, part, area, where } = draft;
  const solutions = [...new Set(read.flatMap((one) => one.solutions))];
  const leaderText = cellLines(draft.leader) || null;
  const task = {
    no,
    part,
    area,
    title: titleLines(draft.title),
    product: shared,
    leaderText,
    solutions,
    assignments,
    where,
  };
  const name = no ?? task.title;
  const diagnostics = [
    ...read.flatMap((one) => one.readAsSupport).map((label) => warning('BC1619', where, { task: name, label })),
    ...(draft.note === '' ? [] : [info('BC1618', where, { task: name, note: draft.note })]),
    ...(task.title === '' ? [warning('BC1621', where, { task: name })] : []),
  ];
  return { task, diagnostics };
}

function readAssignment(draft: DraftAssignment): {
  readonly assignment: RawAssignment;
  readonly solutions: readonly string[];
  readonly readAsSupport: readonly string[];
} {
  const cell = labelledCell(joinHalves(draft.lead, draft.leadAndSupport));
  const beside = labelledCell(draft.support);
  const support = [cell.support, beside.lead, beside.support].filter((text) => text !== '').join('\n');
  return {
    assignment: {
      leadText: cellLines(cell.lead),
      supportText: cellLines(support),
      dueText: cellLines(draft.due),
      product: cellLines(draft.product) || null,
      where: draft.where,
    },
    solutions: [...cell.solutions, ...beside.solutions],
    readAsSupport: [...cell.readAsSupport, ...beside.readAsSupport],
  };
}
