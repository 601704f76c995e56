/**
 * One entry of a due text: "label: time", "time: label", "time label", "time (condition)", "time và thường xuyên".
 * Text that is neither a time nor recognisably a deliverable is left over, and says so.
 */

import { readAlternatives } from './alternatives';
import type { DatedPhrase, Item, Parsed, Phrase, Tokens } from './ast';
import { OPEN_CONDITIONS, readBrackets, readWhole, type Draft } from './brackets';
import { reportMark, opensEvent } from './events';
import {
  endOf,
  isBoundary,
  isInnerStart,
  isMark,
  labelEnd,
  readClosed,
  readPhrase,
  type PhraseOptions,
} from './phrases';
import { DELIVERABLES, NAMED_BY_PERIOD, afterAny, isWord } from './words';

/** How far a better time is looked for once a doubtful one was found; a constant keeps the whole reading linear. */
const LOOKAHEAD = 40;

/** Reads the entry that starts here and says where the next one may. */
export function readItem(tokens: Tokens, at: number, options: PhraseOptions): Parsed<Item> {
  const draft: Draft = {
    phrases: [],
    alternatives: [],
    alsoContinuous: false,
    labels: [],
    condition: null,
    unread: [],
    from: tokens[at]?.from ?? 0,
    to: 0,
  };
  const opening = readPhrase(tokens, at, { ...options, opening: true });
  const found = opening ? { phrase: opening, at } : findPhrase(tokens, at, options);
  if (typeof found === 'number') return undated(tokens, at, found, draft);
  if (found.at > at) addLabel(tokens, at, found.at, draft);
  draft.phrases.push(found.phrase.value);
  const next = readRest(tokens, found.phrase.next, options, draft);
  draft.to = endOf(tokens, next);
  return { value: draft, next };
}

/** An entry without any time: a report to go into the periodic one, or text for its neighbours. */
function undated(tokens: Tokens, at: number, next: number, draft: Draft): Parsed<Item> {
  const span = { from: draft.from, to: endOf(tokens, next) };
  draft.to = span.to;
  const mark = reportMark(tokens, at, next);
  if (mark >= 0) draft.phrases.push({ type: 'report', ...span });
  // "chậm nhất ngày 18 của tháng cuối kỳ báo cáo": the day in the period has no place in a due, so it is reported.
  const dayed = mark >= 0 && tokens.slice(at, mark).some((token) => token.kind === 'number');
  if (mark < 0) draft.unread.push(span);
  else if (dayed) draft.unread.push({ from: span.from, to: endOf(tokens, mark) });
  return { value: draft, next };
}

interface Found {
  readonly phrase: Parsed<Phrase>;
  readonly at: number;
}

/**
 * The first time inside the entry, or the position where an entry without one ends; a new line ends none before
 * its time. A time that belongs to a name, or stands before "…: time", gives way to a later one.
 */
function findPhrase(tokens: Tokens, at: number, options: PhraseOptions): Found | number {
  let doubtful: Found | undefined;
  let limit = tokens.length;
  let i = at;
  for (; i < limit; i++) {
    if (i > at && (isMark(tokens, i) || !tokens[i]?.line) && isBoundary(tokens, i, options)) break;
    const colon = tokens[i]?.kind === 'colon';
    const bracket = tokens[i]?.match ?? -1;
    const inside = bracket > i ? readWhole(tokens, i, bracket) : undefined;
    if (inside) return { phrase: { value: inside, next: bracket + 1 }, at: i };
    if (bracket > i) {
      i = bracket;
      continue;
    }
    const start = colon ? i + 1 : i;
    const phrase = colon
      ? readPhrase(tokens, start, { ...options, opening: true })
      : readInner(tokens, start, doubtful);
    if (!phrase) continue;
    if (isInstrumentDate(tokens, i)) {
      i = phrase.next - 1;
      continue;
    }
    if (doubtful && !colon && tokens[i]?.upper) return doubtful;
    if (colon || !isDoubtful(tokens, i, phrase.next)) return { phrase, at: start };
    doubtful ??= { phrase, at: i };
    limit = Math.min(limit, phrase.next + LOOKAHEAD);
    i = phrase.next - 1;
  }
  return doubtful ?? Math.min(i, tokens.length);
}

function readInner(tokens: Tokens, at: number, doubtful: Found | undefined): Parsed<Phrase> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' && token?.kind !== 'number') return undefined;
  // "số 15", and "TU" in "360-KH/TU", are parts of an instrument's number.
  const glued = !token.gap && ['slash', 'dash'].includes(tokens[at - 1]?.kind ?? '');
  if (glued || isWord(tokens, at - 1, 'so')) return undefined;
  if (doubtful && !isWord(tokens, at, 'trong', 'truoc', 'cham', 'vao', 'hoan', 'xong')) return undefined;
  return readClosed(tokens, at, { opening: false, dashed: true });
}

/** "Kế hoạch số 360-KH/TU **ngày 28/8/2025**": the day an instrument was signed is no time for the task. */
function isInstrumentDate(tokens: Tokens, at: number): boolean {
  const joint = tokens[at - 2];
  const compound = (joint?.kind === 'slash' || joint?.kind === 'dash') && !joint.gap && tokens[at - 1]?.gap === false;
  return compound && isWord(tokens, at, 'ngay', 'nam');
}

/** "Kế hoạch **năm 2025**" names a plan, and "Báo cáo **Quý I**: tháng 4" a report. */
function isDoubtful(tokens: Tokens, at: number, next: number): boolean {
  return isWord(tokens, at - 1, ...NAMED_BY_PERIOD) || tokens[next]?.kind === 'colon';
}

function addLabel(tokens: Tokens, at: number, end: number, draft: Draft): void {
  let last = end;
  const named = tokens[end - 1]?.kind === 'colon' || tokens[end]?.match !== -1;
  while (last > at && ['colon', 'dash', 'comma'].includes(tokens[last - 1]?.kind ?? '')) last -= 1;
  if (last === at) return;
  const span = { from: tokens[at]?.from ?? 0, to: endOf(tokens, last) };
  const isDeliverable = named || tokens[last]?.kind === 'dash' || afterAny(tokens, at, DELIVERABLES) >= 0;
  (isDeliverable ? draft.labels : draft.unread).push(span);
}

/** Everything after the first time of the entry. */
function readRest(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): number {
  let next = at;
  while (next < tokens.length) {
    const token = tokens[next];
    if (!token || isBoundary(tokens, next, options)) return next;
    const step =
      readCondition(tokens, next, options, draft) ??
      readAlternatives(tokens, next, options, draft) ??
      readJoined(tokens, next, options, draft);
    if (step !== undefined) {
      next = step;
      continue;
    }
    if (isInnerStart(tokens, next) || namesNext(tokens, next)) return next;
    if (token.match > next) {
      readBrackets(tokens, next, token.match, draft);
      next = token.match + 1;
    } else if (token.kind === 'colon' || token.kind === 'dash' || token.kind === 'comma' || token.kind === 'dot') {
      const colon = token.kind === 'colon';
      next += 1;
      if (colon && next < tokens.length) return takeLabel(tokens, next, options, draft);
    } else return takeText(tokens, next, options, draft);
  }
  return next;
}

/** "và năm (trước ngày 26/12)" after a time: the name of the next one, whose time stands in brackets. */
function namesNext(tokens: Tokens, at: number): boolean {
  if (!isWord(tokens, at, 'va')) return false;
  for (let i = at + 1; i < at + 8; i++) {
    const close = tokens[i]?.match ?? -1;
    if (close > i) return readWhole(tokens, i, close) !== undefined;
  }
  return false;
}

function takeLabel(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): number {
  const end = labelEnd(tokens, at, options);
  draft.labels.push({ from: tokens[at]?.from ?? 0, to: endOf(tokens, end) });
  return end;
}

/** Text right after a time: the deliverable where it starts like one, else left over up to the entry's end. */
function takeText(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): number {
  const named = afterAny(tokens, at, DELIVERABLES) >= 0 || (tokens[at]?.upper === true && !opensEvent(tokens, at));
  if (named) return takeLabel(tokens, at, options, draft);
  let end = at + 1;
  while (end < tokens.length && !isBoundary(tokens, end, options) && !isInnerStart(tokens, end)) {
    if ((tokens[end]?.match ?? -1) > end || isWord(tokens, end, 'hoac')) break;
    end += 1;
  }
  draft.unread.push({ from: tokens[at]?.from ?? 0, to: endOf(tokens, end) });
  return end;
}

/** ", tuỳ thời điểm tổ chức kỳ họp": what the time hangs on, up to the end of the entry. */
function readCondition(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): number | undefined {
  const start = tokens[at]?.kind === 'comma' ? at + 1 : at;
  if (draft.condition !== null || afterAny(tokens, start, OPEN_CONDITIONS) < 0) return undefined;
  let end = start + 1;
  while (end < tokens.length && !isBoundary(tokens, end, options)) end += 1;
  draft.condition = { from: tokens[start]?.from ?? 0, to: endOf(tokens, end) };
  return end;
}

/** "và thường xuyên", ", hằng quý", "và khi có yêu cầu": one more time for the same entry. */
function readJoined(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): number | undefined {
  const comma = tokens[at]?.kind === 'comma' ? 1 : 0;
  const and = isWord(tokens, at + comma, 'va') || tokens[at + comma]?.key === '&' ? 1 : 0;
  const start = at + comma + and;
  if (start === at) {
    const bare = readClosed(tokens, at, { opening: false, dashed: true });
    const joins = bare && !isInnerStart(tokens, at) && (bare.value.type !== 'period' || onlyContinuous(draft));
    return joins ? join(bare, draft, false) : undefined;
  }
  const phrase = readPhrase(tokens, start, { ...options, opening: false });
  return phrase ? join(phrase, draft, and === 1) : undefined;
}

function onlyContinuous(draft: Draft): boolean {
  return draft.phrases.length === 1 && draft.phrases[0]?.type === 'continuous';
}

/** "Năm 2026, định kỳ hằng quý": a year, or a range, between whose ends the other thing comes back. */
function bounds(phrase: Phrase): phrase is DatedPhrase {
  if (phrase.type === 'range') return true;
  return phrase.type === 'period' && phrase.bound === 'in' && phrase.points[0]?.unit === 'year';
}

function join(added: Parsed<Phrase>, draft: Draft, and: boolean): number {
  const last = draft.phrases.at(-1);
  const phrase = added.value;
  if (phrase.type === 'continuous' && phrase.within === null && last)
    draft.alsoContinuous ||= last.type !== 'continuous';
  else if (last?.type === 'continuous' && last.within === null && draft.phrases.length === 1) {
    draft.phrases[0] = phrase;
    draft.alsoContinuous = true;
  } else if (phrase.type === 'recurring' && phrase.within === null && last && !and && bounds(last)) {
    draft.phrases[draft.phrases.length - 1] = { ...phrase, within: last, from: last.from };
  } else draft.phrases.push(phrase);
  return added.next;
}
