/**
 * What a workbook changes of what stands about a unit's tasks: a statement that stands already is not told again, one
 * that an earlier workbook of the period made and this one does not is taken back, by name, and stays to be seen.
 */

import type { PlainDate } from '../../calendar/plain-date';
import { contains } from '../../calendar/range';
import { formatDate } from '../../i18n/format';
import { error, warning } from '../../lib/diagnostic';
import type { TaskLine } from '../../ledger/lines';
import type { Obligation } from '../../obligations/fan-out';
import { factsOf, type TaskEvent } from '../../obligations/status';
import type { Faults } from './cell-values';
import type { FormModel, TaskItem } from './model';
import { EVER, isEarlierForm, type Standing } from './standing';
import { bookingDay, type TaskAnswer } from './task-answers';

/** A line to book; `voids`: ids that a correction takes back. */
export interface TaskChange {
  readonly line: TaskLine;
  readonly voids: readonly string[] | null;
  readonly where: TaskAnswer['where'] | null;
}

export interface ChangeInput {
  readonly model: FormModel;
  readonly standing: Standing;
  readonly obligations: readonly Obligation[];
  /** The day on which the workbook was received. */
  readonly today: PlainDate;
}

const STATEMENTS: ReadonlySet<string> = new Set(['completed', 'started', 'progress', 'not-started']);

/** Changes in the order of the form. */
export function taskChanges(answers: readonly TaskAnswer[], input: ChangeInput, faults: Faults): readonly TaskChange[] {
  const byKey = new Map(answers.map((a) => [a.item.key, a]));
  return input.model.tasks.flatMap((item) => changesOf(item, byKey.get(item.key), input, faults));
}

function changesOf(
  item: TaskItem,
  answer: TaskAnswer | undefined,
  input: ChangeInput,
  faults: Faults,
): readonly TaskChange[] {
  const { model, standing, obligations } = input;
  const obligation = obligations.find(({ part }) => part.task.id === item.task && part.no === item.part);
  if (!obligation) return [];
  const stands = factsOf(obligation.part, model.identity.unit, standing.index, EVER).filter(({ fact }) =>
    STATEMENTS.has(fact.event),
  );
  const earlier = stands.filter((e) => isEarlierForm(e, standing));
  if (!answer) return correction(earlier, item, model);
  const line = lineOf(answer, input);
  const same = stands.find((e) => saysTheSame(e, line, answer, model));
  const contradicted = contradictions(answer, line, stands, standing, faults);
  const voided = [...new Set([...earlier.filter((e) => e !== same), ...contradicted])];
  return [
    ...correction(voided, item, model),
    ...(same && !voided.includes(same) ? [] : [{ line, voids: null, where: answer.where }]),
  ];
}

function lineOf(answer: TaskAnswer, { model, today }: ChangeInput): TaskLine {
  const { item, state, evidence, note, reason, remedy } = answer;
  return {
    unit: model.identity.unit,
    plan: model.identity.plan,
    task: item.task,
    part: item.part,
    event: state,
    on: bookingDay(answer, model, today),
    evidence: evidence === null ? [] : [evidence],
    note,
    reason,
    remedy,
  };
}

/** A day that the unit did not give is ours: any day of the period says the same. */
function saysTheSame({ fact }: TaskEvent, line: TaskLine, { on }: TaskAnswer, model: FormModel): boolean {
  return (
    fact.event === line.event &&
    (on === null ? contains(model.window, fact.occurredOn) : fact.occurredOn === on) &&
    fact.evidence.join('\n') === (line.evidence ?? []).join('\n') &&
    fact.note === line.note &&
    fact.reason === line.reason &&
    fact.remedy === line.remedy
  );
}

/**
 * Completions told by another door or in another period that this answer cannot stand beside: another day, or a state
 * that goes back. The unit's later word holds, but going back needs a reason.
 */
function contradictions(
  answer: TaskAnswer,
  line: TaskLine,
  stands: readonly TaskEvent[],
  standing: Standing,
  faults: Faults,
): readonly TaskEvent[] {
  if (answer.item.cls === 'periodic') return [];
  const completed = stands.filter(({ fact }) => fact.event === 'completed').filter((e) => !isEarlierForm(e, standing));
  // A delivery that was judged unsatisfactory is delivered again, on a later day: both are true.
  if (!answer.item.settled || completed.length === 0) return [];
  if (line.event !== 'completed') {
    const day = formatDate((completed[completed.length - 1] as TaskEvent).fact.occurredOn);
    if (answer.reason === null) faults.push(error('BC2243', answer.where, { key: answer.item.key, day }));
    return completed;
  }
  const other = completed.filter(({ fact }) => fact.occurredOn !== line.on);
  const [first] = other;
  if (first)
    faults.push(
      warning('BC2241', answer.where, {
        key: answer.item.key,
        before: formatDate(first.fact.occurredOn),
        now: formatDate(line.on),
      }),
    );
  return other;
}

/** One correction takes back what it names; it counts from the first of those days, so that no cut-off sees them. */
function correction(events: readonly TaskEvent[], item: TaskItem, { identity }: FormModel): readonly TaskChange[] {
  const [first, ...rest] = events;
  if (!first) return [];
  const on = rest.reduce((day, { fact }) => (fact.occurredOn < day ? fact.occurredOn : day), first.fact.occurredOn);
  const line: TaskLine = {
    unit: identity.unit,
    plan: identity.plan,
    task: item.task,
    part: item.part,
    event: 'corrected',
    on,
  };
  return [{ line, voids: events.map((e) => e.id), where: null }];
}
