/** What a unit answered of its tasks: a state with what it needs, row by row. */

import { yearOf, type PlainDate } from '../../calendar/plain-date';
import { contains } from '../../calendar/range';
import { formatDate } from '../../i18n/format';
import { error, warning, type Place } from '../../lib/diagnostic';
import { dayIn, shownContent, textIn, type Faults } from './cell-values';
import type { TaskColumn } from './columns';
import type { FormModel, TaskItem } from './model';
import type { AskedCell, ReturnedForm } from './returned';
import { STATE_CHOICES, stateOf, type FormState } from './states';

export interface TaskAnswer {
  readonly item: TaskItem;
  readonly state: FormState;
  /** The day that the unit gave; null where it gave none and none is needed. */
  readonly on: PlainDate | null;
  readonly evidence: string | null;
  readonly note: string | null;
  readonly reason: string | null;
  readonly remedy: string | null;
  /** The cell of the state. */
  readonly where: Place;
}

type Cells = Readonly<Record<TaskColumn, AskedCell>>;

/** Answers in the order of the form; rows left blank are not among them. `today`: the day the form was received. */
export function taskAnswers(
  form: ReturnedForm,
  model: FormModel,
  today: PlainDate,
  faults: Faults,
): readonly TaskAnswer[] {
  return model.tasks.flatMap((item) => {
    const row = form.rows.tasks.get(item.key);
    return row ? (taskAnswer(item, row.cells, model, today, faults) ?? []) : [];
  });
}

function taskAnswer(
  item: TaskItem,
  cells: Cells,
  model: FormModel,
  today: PlainDate,
  faults: Faults,
): TaskAnswer | undefined {
  const typed = textIn(cells.state, faults);
  const on = dayIn(cells.on, faults);
  const [paper, paperOn] = [textIn(cells.paper, faults), dayIn(cells.paperOn, faults)];
  const [note, reason, remedy] = [
    textIn(cells.result, faults),
    textIn(cells.reason, faults),
    textIn(cells.remedy, faults),
  ];
  const choices = STATE_CHOICES[item.cls].map((c) => c.label).join('; ');
  if (paperOn !== null && paper === '') faults.push(error('BC2225', cells.paper.where, { key: item.key }));
  checkPaperDay(cells, paperOn, today, faults);
  if (typed === '') {
    const filled = [cells.on, cells.paper, cells.paperOn, cells.result, cells.reason, cells.remedy].some((c) => c.cell);
    if (filled && cells.state.cell === undefined)
      faults.push(error('BC2220', cells.state.where, { key: item.key, choices }));
    return undefined;
  }
  const state = stateOf(typed, item.cls);
  if (state === undefined) {
    faults.push(error('BC2219', cells.state.where, { shown: shownContent(cells.state), choices }));
    return undefined;
  }
  checkDay(state, on, item, cells, model, today, faults);
  return {
    item,
    state,
    on,
    evidence: evidenceText(paper, paperOn),
    note: note || null,
    reason: reason || null,
    remedy: remedy || null,
    where: cells.state.where,
  };
}

function evidenceText(paper: string, paperOn: PlainDate | null): string | null {
  if (paper === '') return null;
  return paperOn ? `${paper} ngày ${formatDate(paperOn)}` : paper;
}

/** Years far from the plan's are slips of typing (2062 for 2026); a day that has not come is no fact. */
function implausible(day: PlainDate, today: PlainDate): boolean {
  return day > today || yearOf(day) < yearOf(today) - 5;
}

function checkPaperDay(cells: Cells, day: PlainDate | null, today: PlainDate, faults: Faults): void {
  if (day !== null && implausible(day, today))
    faults.push(error('BC2224', cells.paperOn.where, { day: formatDate(day), today: formatDate(today) }));
}

function checkDay(
  state: FormState,
  on: PlainDate | null,
  item: TaskItem,
  cells: Cells,
  model: FormModel,
  today: PlainDate,
  faults: Faults,
): void {
  const { where } = cells.on;
  if (on === null) {
    if (state === 'completed' && cells.on.cell === undefined) faults.push(error('BC2221', where, { key: item.key }));
    return;
  }
  if (implausible(on, today)) {
    faults.push(error('BC2224', where, { day: formatDate(on), today: formatDate(today) }));
    return;
  }
  const window = { from: formatDate(model.window.from), to: formatDate(model.window.to) };
  if (state === 'progress') {
    if (!contains(model.window, on))
      faults.push(error('BC2235', where, { day: formatDate(on), from: window.from, to: window.to }));
  } else if (state !== 'completed')
    faults.push(error('BC2222', where, { key: item.key, state: shownContent(cells.state) }));
  else if (on > model.window.to) faults.push(warning('BC2238', where, { day: formatDate(on), to: window.to }));
}

/** The day a state is booked on: its own, else the cut-off, or the day it was told where that is earlier. */
export function bookingDay({ on }: Pick<TaskAnswer, 'on'>, model: FormModel, today: PlainDate): PlainDate {
  if (on !== null) return on;
  const told = today < model.window.to ? today : model.window.to;
  return told < model.window.from ? model.window.from : told;
}

/** Past its last day at the cut-off and not done, or done after it: the report asks why. */
export function isLate({ item, state, on }: TaskAnswer, model: FormModel): boolean {
  if (item.due === null || item.cls === 'periodic') return false;
  if (state === 'completed') return on !== null && on > item.due;
  return item.due <= model.window.to;
}
