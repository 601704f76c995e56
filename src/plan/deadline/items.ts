/**
 * One entry of a due text: "label: time", "time: label", "time label", "time (condition)", "time và thường xuyên".
 * Text that is neither a time nor recognisably a deliverable is left over, and says so.
 */

import { readAlternatives } from './alternatives';
import { isDated, type DatedPhrase, type Item, type Parsed, type Phrase, type Tokens } from './ast';
import type { Span } from './due';
import { reportMark, opensEvent } from './events';
import { endOf, isBoundary, isInnerStart, isMark, labelEnd, readClosed, readPhrase } from './phrases';
import type { PhraseOptions } from './phrases';
import { DELIVERABLES, NAMED_BY_PERIOD, afterAny, isWord, sequences } from './words';

type Draft = { -readonly [K in keyof Item]: Item[K] extends readonly (infer T)[] ? T[] : Item[K] };

const CONDITIONS = sequences('tuy', 'tuy thuoc', 'neu', 'phu thuoc', 'truong hop', 'can cu', 'khi');
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
  if (!found) return undated(tokens, at, options, draft);
  if (found.at > at) addLabel(tokens, at, found.at, draft);
  draft.phrases.push(found.phrase.value);
  const next = readRest(tokens, found.phrase.next, options, draft);
  draft.to = endOf(tokens, next);
  return { value: draft, next };
}

/** An entry without any time: a report to go into the periodic one, or text for its neighbours. */
function undated(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): Parsed<Item> {
  let next = at + 1;
  while (next < tokens.length && !isBoundary(tokens, next, options)) {
    const match = tokens[next]?.match ?? -1;
    next = match > next ? match + 1 : next + 1;
  }
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

/** The first time inside the entry; one that belongs to a name, or stands before "…: time", gives way to a later one. */
function findPhrase(tokens: Tokens, at: number, options: PhraseOptions): Found | undefined {
  let doubtful: Found | undefined;
  let limit = tokens.length;
  for (let i = at; i < limit; i++) {
    if (i > at && isBoundary(tokens, i, options) && !tokens[i]?.line) break;
    if (i > at && isMark(tokens, i) && tokens[i]?.line) break;
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
    if (colon || !isDoubtful(tokens, i, phrase.next)) return doubtful && !colon ? doubtful : { phrase, at: start };
    doubtful ??= { phrase, at: i };
    limit = Math.min(limit, phrase.next + LOOKAHEAD);
    i = phrase.next - 1;
  }
  return doubtful;
}

function readInner(tokens: Tokens, at: number, doubtful: Found | undefined): Parsed<Phrase> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' && token?.kind !== 'number') return undefined;
  if (doubtful && !isWord(tokens, at, 'trong', 'truoc', 'cham', 'vao', 'hoan', 'xong')) return undefined;
  return readClosed(tokens, at, { opening: false, dashed: true });
}

/** "Kế hoạch **năm 2025**" names a plan, and "Báo cáo **Quý I**: tháng 4" a report. */
function isDoubtful(tokens: Tokens, at: number, next: number): boolean {
  return isWord(tokens, at - 1, ...NAMED_BY_PERIOD) || tokens[next]?.kind === 'colon';
}

/** The brackets hold one dated phrase and nothing else. */
function readWhole(tokens: Tokens, open: number, close: number): DatedPhrase | undefined {
  const phrase = readClosed(tokens, open + 1, { opening: true, dashed: true });
  return phrase && phrase.next === close && isDated(phrase.value) ? phrase.value : undefined;
}

function addLabel(tokens: Tokens, at: number, end: number, draft: Draft): void {
  let last = end;
  const named = tokens[end - 1]?.kind === 'colon' || tokens[end]?.match !== -1;
  while (last > at && ['colon', 'dash', 'comma'].includes(tokens[last - 1]?.kind ?? '')) last -= 1;
  if (last === at) return;
  const span = { from: tokens[at]?.from ?? 0, to: endOf(tokens, last) };
  const isDeliverable = named || last < end || afterAny(tokens, at, DELIVERABLES) >= 0;
  (isDeliverable ? draft.labels : draft.unread).push(span);
}

/** Everything after the first time of the entry. */
function readRest(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): number {
  let next = at;
  while (next < tokens.length) {
    const token = tokens[next];
    if (!token || isBoundary(tokens, next, options)) return next;
    const step = readAlternatives(tokens, next, options, draft) ?? readJoined(tokens, next, options, draft);
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

/** "và thường xuyên", ", hằng quý", "và khi có yêu cầu": one more time for the same entry. */
function readJoined(tokens: Tokens, at: number, options: PhraseOptions, draft: Draft): number | undefined {
  const comma = tokens[at]?.kind === 'comma' ? 1 : 0;
  const and = isWord(tokens, at + comma, 'va') || tokens[at + comma]?.key === '&' ? 1 : 0;
  const start = at + comma + and;
  if (start === at) {
    const bare = readClosed(tokens, at, { opening: false, dashed: true });
    const joins = bare && !isInnerStart(tokens, at) && (bare.value.type !== 'period' || onlyContinuous(draft));
    return joins ? join(bare, draft) : undefined;
  }
  const phrase = readPhrase(tokens, start, { ...options, opening: false });
  return phrase ? join(phrase, draft) : undefined;
}

function onlyContinuous(draft: Draft): boolean {
  return draft.phrases.length === 1 && draft.phrases[0]?.type === 'continuous';
}

function join(added: Parsed<Phrase>, draft: Draft): number {
  const last = draft.phrases.at(-1);
  const phrase = added.value;
  if (phrase.type === 'continuous' && phrase.within === null && last)
    draft.alsoContinuous ||= last.type !== 'continuous';
  else if (last?.type === 'continuous' && last.within === null && draft.phrases.length === 1) {
    draft.phrases[0] = phrase;
    draft.alsoContinuous = true;
  } else if (phrase.type === 'recurring' && phrase.within === null && last?.type === 'period' && last.bound === 'in') {
    draft.phrases[draft.phrases.length - 1] = { ...phrase, within: last, from: last.from };
  } else draft.phrases.push(phrase);
  return added.next;
}

function readBrackets(tokens: Tokens, open: number, close: number, draft: Draft): void {
  if (close === open + 1) return;
  const span: Span = { from: tokens[open + 1]?.from ?? 0, to: endOf(tokens, close) };
  const inside = readClosed(tokens, open + 1, { opening: true, dashed: true });
  const whole = inside?.next === close ? inside : undefined;
  const last = draft.phrases.at(-1);
  if (whole?.value.type === 'continuous') draft.alsoContinuous = true;
  else if (whole && whole.value.type === 'period' && last && refines(last, whole.value)) {
    draft.phrases[draft.phrases.length - 1] = withOuterYear(whole.value, last);
  } else if (afterAny(tokens, open + 1, CONDITIONS) >= 0) draft.condition = span;
  else draft.labels.push(span);
}

/** "Quý I/2026 (trước ngày 15/3)": the stricter day stands in the brackets. */
function refines(outer: Phrase, inner: DatedPhrase): boolean {
  return outer.type === 'period' && outer.bound === 'in' && inner.type === 'period' && inner.bound !== 'from';
}

function withOuterYear(inner: DatedPhrase, outer: Phrase): DatedPhrase {
  if (inner.type !== 'period' || outer.type !== 'period') return inner;
  const year = outer.points.at(-1)?.year ?? null;
  return { ...inner, points: inner.points.map((p) => (p.year === null ? { ...p, year } : p)) };
}
