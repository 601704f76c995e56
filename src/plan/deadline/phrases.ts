/**
 * Where a phrase opens and where an entry ends. A phrase is tried from the most specific rule to the least;
 * an entry ends at a list mark, a semicolon, a full stop, a new line, or where a capital opens the next time.
 */

import type { Parsed, Phrase, Tokens } from './ast';
import { eventOf, isSigning, reportMark, opensEvent, readContinuous, readRelative } from './events';
import { endOf, readDated, type PhraseOptions } from './lists';
import { readRecurring } from './recurrence';
import { NAMED_BY_PERIOD, afterAny, isWord, sequences } from './words';

/** A phrase with its own end: everything but events, whose wording runs to the end of the entry. */
export function readClosed(tokens: Tokens, at: number, options: PhraseOptions): Parsed<Phrase> | undefined {
  return readRecurring(tokens, at) ?? readContinuous(tokens, at) ?? readDated(tokens, at, options);
}

/** Any phrase. */
export function readPhrase(tokens: Tokens, at: number, options: PhraseOptions): Parsed<Phrase> | undefined {
  const recurring = readRecurring(tokens, at);
  if (recurring) return recurring;
  const relative = readRelative(tokens, at);
  if (relative) {
    const { since, days, working } = relative.value;
    const end = since < 0 ? relative.next : eventEnd(tokens, since, options);
    const event = eventOf(tokens, at, end);
    const trigger = since < 0 ? event.trigger : { from: tokens[since]?.from ?? 0, to: event.to };
    const signing = since >= 0 && isSigning(tokens, since, end);
    return { value: { ...event, trigger, offset: { days, working }, signing }, next: end };
  }
  const closed = readContinuous(tokens, at) ?? readDated(tokens, at, options);
  if (closed) return closed;
  if (!opensEvent(tokens, at)) return undefined;
  const end = eventEnd(tokens, at, options);
  const event = eventOf(tokens, at, end);
  return reportMark(tokens, at, end) >= 0
    ? { value: { type: 'report', from: event.from, to: event.to }, next: end }
    : { value: event, next: end };
}

/** Capital words that open a new entry even inside the wording of an event. */
const STARTERS = sequences(
  ...[
    'dinh ky',
    'hoan thanh trong',
    'hoan thanh truoc',
    'cham nhat',
    'truoc ngay',
    'thuong xuyen',
    'hang quy',
    'hang nam',
  ],
  ...['hang thang', 'bao cao ket qua', 'bao cao trong', 'muon nhat'],
);

const NARROWING = sequences('doi voi', 'ap dung', 'tru', 'rieng', 'cac', 'neu');

/** The wording of an event runs to the end of the entry, but not over a colon or a closing remark in brackets. */
export function eventEnd(tokens: Tokens, at: number, options: PhraseOptions): number {
  let i = at + 1;
  while (i < tokens.length) {
    const token = tokens[i];
    if (!token || token.kind === 'colon' || isBoundary(tokens, i, options)) return i;
    if (token.upper && afterAny(tokens, i, STARTERS) >= 0) return i;
    if (token.match > i) {
      if (afterAny(tokens, i + 1, NARROWING) >= 0) return i;
      i = token.match;
    }
    i += 1;
  }
  return i;
}

/** Does the entry that has already named a time end before this token? */
export function isBoundary(tokens: Tokens, at: number, options: PhraseOptions): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return token?.kind === 'semicolon' || token?.kind === 'dot';
  if (isMark(tokens, at)) return next.upper || token.line || opensHere(tokens, at + 1);
  if (token.kind === 'semicolon') return true;
  if (token.kind === 'dot') return next.gap && (next.upper || next.kind === 'number' || isMark(tokens, at + 1));
  if (!token.line || tokens[at - 1]?.kind === 'colon' || tokens[at - 1]?.kind === 'comma') return false;
  if (token.upper) return !options.dashed || opensHere(tokens, at);
  return token.kind === 'number' && opensHere(tokens, at);
}

/** A dash or another mark that may open an entry: white space on both sides. */
export function isMark(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'bullet') return token.gap;
  return token?.kind === 'dash' && token.gap && (token.line || tokens[at + 1]?.gap === true);
}

/** Does a time stand right here, as at the beginning of an entry? */
export function opensHere(tokens: Tokens, at: number): boolean {
  return readClosed(tokens, at, { opening: true, dashed: true }) !== undefined;
}

/** A capital that opens the next time without any separator: "… ban hành kế hoạch **Hoàn thành trong** tháng 11". */
export function isInnerStart(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token?.upper) return false;
  if (afterAny(tokens, at, STARTERS) >= 0) return true;
  if (isWord(tokens, at - 1, ...NAMED_BY_PERIOD)) return false;
  return readClosed(tokens, at, { opening: false, dashed: true }) !== undefined;
}

/** The end of a label that starts here: the entry's end, or the next time that a capital opens. */
export function labelEnd(tokens: Tokens, at: number, options: PhraseOptions): number {
  let i = at;
  while (i < tokens.length) {
    if (i > at && (isBoundary(tokens, i, options) || isInnerStart(tokens, i))) return i;
    const match = tokens[i]?.match ?? -1;
    i = match > i ? match + 1 : i + 1;
  }
  return i;
}

export { endOf, type PhraseOptions };
