/**
 * The entry point of the deadline language: text in, `Due` out. Total: any text gives a due, what could not be
 * read stands verbatim in `unread` and in the diagnostics, and no day is ever guessed.
 */

import { info, warning, type Diagnostic } from '../../lib/diagnostic';
import { squeeze } from '../../lib/text';
import type { Item } from './ast';
import type { Due, DueContext, Span } from './due';
import { WHERE, blank, mean, slice, type Reading } from './meaning';
import { readItems } from './milestones';
import { tokenize } from './tokens';
import { fillYears } from './years';

/**
 * Reads a due text (thời hạn hoàn thành) of a plan. Days are civil days, both ends included.
 * Never throws. Diagnostics: BC1201 part unread, BC1202 nothing read, BC1203 no such day, BC1204 reversed
 * range, BC1205 alternatives left open, BC1206 working days without a calendar, BC1207 empty text.
 */
export function readDue(text: string, context: DueContext): Due {
  const reading: Reading = { text, context };
  const whole = { from: 0, to: text.length };
  const tokens = tokenize(text);
  if (tokens.length === 0) return { ...blank(reading, whole), diagnostics: [warning('BC1207', WHERE)] };
  const items = fillYears(readItems(tokens), context.year);
  const parts = items.flatMap((item) => itemDues(reading, item));
  if (parts.length === 0) {
    // Marks only: "...", "-".
    return { ...blank(reading, whole), unread: text.trim(), diagnostics: [warning('BC1202', WHERE, { text })] };
  }
  const due = parts.length === 1 && parts[0] ? { ...parts[0], text, span: whole } : gather(reading, parts, whole);
  return { ...due, diagnostics: [...due.diagnostics, ...unreadNotes(text, due)] };
}

function unreadNotes(text: string, due: Due): readonly Diagnostic[] {
  if (due.unread === '' || due.diagnostics.some((d) => d.level === 'error' && due.kind === 'unspecified')) return [];
  const nothing = due.kind === 'unspecified' && due.alternatives.length === 0;
  return nothing ? [warning('BC1202', WHERE, { text })] : [warning('BC1201', WHERE, { text, unread: due.unread })];
}

function gather(reading: Reading, parts: readonly Due[], whole: Span): Due {
  const ends = parts.map((part) => part.end).filter((end) => end !== null);
  const noted = parts.map((part) => ({
    ...part,
    diagnostics: [...part.diagnostics, ...unreadNotes(reading.text, part)],
  }));
  return {
    ...blank(reading, whole),
    ...{ kind: 'milestones', start: parts[0]?.start ?? null, parts: noted },
    end: ends.reduce<Due['end']>((last, end) => (last === null || end > last ? end : last), null),
    unread: join(parts.map((part) => part.unread)),
    diagnostics: parts.flatMap((part) => part.diagnostics),
  };
}

/** Unread pieces that do not touch, as one text. */
function join(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' … ');
}

function itemDues(reading: Reading, item: Item): readonly Due[] {
  const extra = {
    label: item.labels.length > 0 ? squeeze(item.labels.map((span) => slice(reading, span)).join('; ')) : null,
    condition: item.condition && squeeze(slice(reading, item.condition)),
    alsoContinuous: item.alsoContinuous,
  };
  const left = item.unread.map((span) => slice(reading, span));
  const span = { from: item.from, to: item.to };
  if (item.alternatives.length > 0) return [alternatives(reading, item, span, extra, left)];
  const dues = item.phrases.flatMap((phrase) => mean(reading, phrase));
  if (dues.length === 0) return [{ ...blank(reading, span), ...extra, unread: join(left) }];
  const alone = dues.length === 1;
  return dues.map((due, i) => ({
    ...due,
    ...extra,
    ...(alone ? { span, text: slice(reading, span) } : {}),
    // What belongs to the whole entry is reported once, with its first part.
    unread: join([due.unread, ...(i === 0 ? left : [])]),
  }));
}

type Extra = Pick<Due, 'label' | 'condition' | 'alsoContinuous'>;

function alternatives(reading: Reading, item: Item, span: Span, extra: Extra, left: readonly string[]): Due {
  const choices = item.alternatives.flatMap((phrase) => mean(reading, phrase));
  const note = info('BC1205', WHERE, { text: reading.text });
  return {
    ...blank(reading, span),
    ...extra,
    alternatives: choices,
    unread: join([...choices.map((choice) => choice.unread), ...left]),
    diagnostics: [note, ...choices.flatMap((choice) => choice.diagnostics)],
  };
}
