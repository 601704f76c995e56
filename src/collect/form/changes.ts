/** From answers to events: only what changes what stands, each marked with the workbook it was read from. */

import type { Instant } from '../../calendar/instant';
import { book, type BookingContext } from '../../ledger/booking';
import type { Fact, FigureFact, NewEvent } from '../../ledger/events';
import type { FigureLine, Line } from '../../ledger/lines';
import { failed, hasErrors, info, ok, type Diagnostic, type Outcome, type Place } from '../../lib/diagnostic';
import { isEmpty, type FormAnswers } from './answers';
import type { Faults } from './cell-values';
import type { FigureAnswer } from './figure-answers';
import { isEarlierForm, reasonKey } from './standing';
import { taskChanges, type ChangeInput } from './task-changes';

/** What a workbook without a single answer is booked with. */
export const EMPTY_NOTE = 'nộp nhưng trống';

export interface BookInput extends ChangeInput {
  readonly booking: BookingContext;
  readonly now: Instant;
  readonly file: string;
  /** SHA-256 of the workbook. */
  readonly source: string;
}

interface Change {
  readonly line: Line;
  readonly where: Place;
  readonly voids: readonly string[] | null;
}

/** An event to append, with the cell that told it. */
export interface BookedEvent {
  readonly event: NewEvent;
  readonly where: Place;
}

/** Events to append, the sending among them; none when nothing has changed. */
export function formEvents(answers: FormAnswers, input: BookInput): Outcome<readonly BookedEvent[]> {
  const faults: Faults = [];
  const file: Place = { file: input.file };
  const changes: readonly Change[] = [
    ...taskChanges(answers.tasks, input, faults).map(({ line, voids, where }): Change => ({
      line: { is: 'task', line },
      where: where ?? file,
      voids,
    })),
    ...figureChanges(answers.figures, input),
    ...textChanges(answers, input, faults),
    ...reasonChanges(answers, input),
  ];
  if (hasErrors(faults)) return failed(faults);
  const all = [...changes, ...sending(answers, changes.length > 0, input)];
  const diagnostics: Diagnostic[] = [...faults];
  const events: BookedEvent[] = [];
  for (const { line, where, voids } of all) {
    const booked = book(line, input.booking, where, input.now, false);
    diagnostics.push(...booked.diagnostics);
    if (!booked.value) continue;
    const fact = sourced(booked.value.fact, input.source, voids);
    events.push({ event: { ...booked.value, fact }, where });
  }
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(events, diagnostics);
}

function sourced(fact: Fact, source: string, voids: readonly string[] | null): Fact {
  return fact.kind === 'task' && voids !== null ? { ...fact, voids: [...voids], source } : { ...fact, source };
}

const common = ({ model }: BookInput): { unit: string; plan: string; period: string } => {
  const { unit, plan, period } = model.identity;
  return { unit, plan, period };
};

function figureChanges(answers: readonly FigureAnswer[], input: BookInput): readonly Change[] {
  const byCode = new Map(answers.map((a) => [a.item.code, a]));
  return input.model.figures.flatMap(({ code }): readonly Change[] => {
    const stands = input.standing.figures.get(code);
    const answer = byCode.get(code);
    const base = { ...common(input), indicator: code };
    const change = (line: FigureLine, where: Place): readonly Change[] => [
      { line: { is: 'figure', line }, where, voids: null },
    ];
    if (answer) {
      const { value, numerator, denominator, note } = answer;
      const line = { ...base, answer: answer.answer, value, numerator, denominator, note };
      return stands && sameFigure(stands, line) ? [] : change(line, answer.where);
    }
    const told = stands && stands.answer !== 'withdrawn' && isEarlierForm({ fact: stands }, input.standing);
    return told ? change({ ...base, answer: 'withdrawn' }, { file: input.file }) : [];
  });
}

function sameFigure(stands: FigureFact, line: FigureLine): boolean {
  return (
    stands.answer === line.answer &&
    stands.value === line.value &&
    stands.numerator === line.numerator &&
    stands.denominator === line.denominator &&
    stands.note === line.note
  );
}

/**
 * A box with words that do not stand yet. A blank box takes nothing back: who sends a form again for its figures does
 * not mean to lose what was written, so the last words stand, and that is said (BC2270).
 */
function textChanges({ sections }: FormAnswers, input: BookInput, faults: Faults): readonly Change[] {
  const byId = new Map(sections.map((s) => [s.item.id, s]));
  return input.model.sections.flatMap(({ id }): readonly Change[] => {
    const stands = input.standing.texts.get(id);
    const answer = byId.get(id);
    if (answer === undefined) {
      const kept = stands !== undefined && stands.text !== '' && isEarlierForm({ fact: stands }, input.standing);
      if (kept) faults.push(info('BC2270', { file: input.file }, { section: id }));
      return [];
    }
    if (answer.text === stands?.text) return [];
    const line = { ...common(input), section: id, text: answer.text };
    return [{ line: { is: 'narrative', line }, where: answer.where, voids: null }];
  });
}

function reasonChanges({ reasons }: FormAnswers, input: BookInput): readonly Change[] {
  return reasons
    .filter((r) => input.standing.reasons.get(reasonKey(r.check, r.subject))?.text !== r.text)
    .map(({ check, subject, text, where }) => ({
      line: { is: 'explanation', line: { ...common(input), check, subject, text } },
      where,
      voids: null,
    }));
}

/** A workbook that brings something, or comes after a return, or is the first, has been sent. */
function sending(answers: FormAnswers, changed: boolean, input: BookInput): readonly Change[] {
  const { submission } = input.standing;
  const returned = submission?.event === 'returned';
  if (!changed && submission !== null && !returned) return [];
  const note = isEmpty(answers) ? EMPTY_NOTE : returned ? 'gửi lại sau khi được trả lại' : null;
  const line = { ...common(input), event: 'submitted' as const, on: input.today, channel: null, note };
  return [{ line: { is: 'submission', line }, where: { file: input.file }, voids: null }];
}
