/**
 * Dated phrases: a point with what bounds it ("trước ngày …", "cuối quý II"), lists of points of one unit
 * ("Quý II, III năm 2024") and ranges ("từ … đến …", "2026 – tháng 2/2027").
 */

import type { Bound, DatedPhrase, Parsed, PeriodPhrase, Point, Tokens, VaguePhrase } from './ast';
import { daysOf } from './civil';
import { readDayOnly } from './days';
import { readBareYear, readMonthNumber, readPoint, readQuarterNumber } from './periods';
import {
  AFTER,
  BEFORE,
  BY,
  FILLERS,
  FROM,
  OPENING_FILLERS,
  VAGUE,
  after,
  afterAny,
  isWord,
  sequences,
  type Sequences,
} from './words';

export interface PhraseOptions {
  /** A year without "năm" may open the phrase: nothing but an entry's beginning stands before it. */
  readonly opening: boolean;
  /** The text is a list with dashes, so that a dash before a word opens an entry and joins nothing. */
  readonly dashed: boolean;
}

const ONWARD = sequences(
  ...['va cac nam tiep theo', 'va nhung nam tiep theo', 'va cac nam sau', 'va nhung nam sau', 'va nam tiep theo'],
  ...['va cac nam toi', 'va cac nam ke tiep', 'tro di', 've sau', 'cac nam tiep theo'],
);
const TO = sequences('den', 'den het', 'den cuoi', 'toi', 'cho den', 'cho den het', 'den truoc');
const OTHER_YEARS = sequences(
  'nam sau',
  'nam toi',
  'nam truoc',
  'nam ngoai',
  'nam ke tiep',
  'nam tiep theo',
  'nam lien ke',
);
const NO_NUMBER = ['trong', 'ca', 'suot', 'het', 'cuoi'];
const LONGEST_PREFIX = 8;

interface Prefix {
  readonly bound: Bound;
  readonly next: number;
}

/** What stands before the point; nothing at all is the plain bound `in`. */
function readPrefix(tokens: Tokens, at: number, opening: boolean): Prefix {
  let bound: Bound = 'in';
  let next = at;
  for (let k = 0; k < LONGEST_PREFIX; k++) {
    const colon = opening && next > at && tokens[next]?.kind === 'colon' ? 1 : 0;
    const start = next + colon;
    const found = afterBound(tokens, start);
    const step = found?.next ?? afterAny(tokens, start, opening ? OPENING_FILLERS : FILLERS);
    if (step < 0) break;
    // "chậm nhất trước ngày 25" is before the 25th: the stricter word holds.
    if (found && bound !== 'before') bound = found.bound;
    next = step;
  }
  return { bound, next: opening && next > at && tokens[next]?.kind === 'colon' ? next + 1 : next };
}

function afterBound(tokens: Tokens, at: number): Prefix | undefined {
  const lists: readonly (readonly [Bound, Sequences])[] = [
    ['by', BY],
    ['before', BEFORE],
    ['from', FROM],
    ['after', AFTER],
  ];
  for (const [bound, list] of lists) {
    const next = afterAny(tokens, at, list);
    if (next >= 0) return { bound, next };
  }
  return undefined;
}

/** A dated phrase, or a vague one, which is told apart here so that "giữa tháng 6" is never read as June. */
export function readDated(
  tokens: Tokens,
  at: number,
  options: PhraseOptions,
): Parsed<DatedPhrase | VaguePhrase> | undefined {
  const prefix = readPrefix(tokens, at, options.opening);
  const from = tokens[at]?.from ?? 0;
  const vague = readVague(tokens, prefix.next);
  if (vague >= 0) return { value: { type: 'vague', from, to: endOf(tokens, vague) }, next: vague };
  const bare = options.opening || prefix.next > at;
  const first = readFirst(tokens, prefix, bare, options);
  if (!first) return undefined;
  const unsure = afterUnsureYear(tokens, first);
  if (unsure >= 0) return { value: { type: 'vague', from, to: endOf(tokens, unsure) }, next: unsure };
  if (prefix.bound === 'in' || prefix.bound === 'from') {
    const range = readRangeEnd(tokens, first, options);
    if (range) {
      const value = {
        type: 'range' as const,
        first: first.value,
        last: range.value,
        from,
        to: endOf(tokens, range.next),
      };
      return { value, next: range.next };
    }
  }
  return readPeriodEnd(tokens, first, prefix, from);
}

function readFirst(tokens: Tokens, prefix: Prefix, bare: boolean, options: PhraseOptions): Parsed<Point> | undefined {
  const at = prefix.next;
  const point = readPoint(tokens, at) ?? (bare ? readBareYear(tokens, at) : undefined) ?? readPlanYear(tokens, at);
  if (point) return point;
  const day = readDayOnly(tokens, at) ?? (prefix.bound === 'from' ? readLooseDay(tokens, at) : undefined);
  // A day without its month only makes sense when the other end of a range names the month.
  return day && readRangeEnd(tokens, day, options)?.value.unit === 'day' ? day : undefined;
}

function readLooseDay(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.digits > 2) return undefined;
  return { value: { unit: 'day', year: null, month: null, day: token.value }, next: at + 1 };
}

/** "trong năm", "hết năm": the year of the plan, where no number and no other word follows. */
function readPlanYear(tokens: Tokens, at: number): Parsed<Point> | undefined {
  if (at === 0 || !isWord(tokens, at, 'nam') || !isWord(tokens, at - 1, ...NO_NUMBER)) return undefined;
  const next = isWord(tokens, at + 1, 'nay') ? at + 2 : at + 1;
  const follower = tokens[next];
  if (follower?.kind === 'number' || (follower?.kind === 'word' && !follower.upper && follower.key !== 'va'))
    return undefined;
  return { value: { unit: 'year', year: null }, next };
}

/** "Quý I năm sau", "tháng 6/26": a year is meant that the text does not say; the position after it, or -1. */
function afterUnsureYear(tokens: Tokens, point: Parsed<Point>): number {
  const [mark, number] = [tokens[point.next], tokens[point.next + 1]];
  if (point.value.year !== null) return -1;
  if (mark?.kind === 'slash' && !mark.gap && !number?.gap && number?.kind === 'number') return point.next + 2;
  const next = afterAny(tokens, point.next, OTHER_YEARS);
  return next >= 0 && !isWord(tokens, next, 'khi', 'ngay') ? next : -1;
}

function readVague(tokens: Tokens, at: number): number {
  // "Tháng năm 2026": May, or a month of 2026 whose number is lost.
  if (isWord(tokens, at, 'thang') && isWord(tokens, at + 1, 'nam') && tokens[at + 2]?.digits === 4) return at + 3;
  const week = isWord(tokens, at, 'tuan') && tokens[at + 1]?.kind === 'number' ? at + 2 : -1;
  const start = week >= 0 ? week : afterAny(tokens, at, VAGUE);
  if (start < 0) return -1;
  const number = tokens[start]?.kind === 'number' && isWord(tokens, start + 1, 'cua', 'thang', 'quy') ? 1 : 0;
  if (isWord(tokens, at, 'nua') && readPoint(tokens, at)) return -1;
  for (const skip of [number, 0]) {
    const of = isWord(tokens, start + skip, 'cua') ? 1 : 0;
    const point = readPoint(tokens, start + skip + of);
    if (point) return point.next;
    const tail = tokens[start + skip + of + 1];
    if (isWord(tokens, start + skip + of, 'nam', 'quy', 'thang') && tail?.kind !== 'word') return start + skip + of + 1;
  }
  return -1;
}

/** The connector and the last point of a range. */
function readRangeEnd(tokens: Tokens, first: Parsed<Point>, options: PhraseOptions): Parsed<Point> | undefined {
  const joint = tokens[first.next];
  if (joint?.kind === 'dash') {
    if (joint.line) return undefined;
    if (options.dashed && joint.gap && tokens[first.next + 1]?.kind !== 'number') return undefined;
    return readSecond(tokens, first.next + 1, first.value);
  }
  const comma = joint?.kind === 'comma' ? 1 : 0;
  const next = afterAny(tokens, first.next + comma, TO);
  return next >= 0 ? readSecond(tokens, next, first.value) : undefined;
}

/** The other point, in full or as the short form that the unit of the first allows. */
function readSecond(tokens: Tokens, at: number, first: Point): Parsed<Point> | undefined {
  if (first.unit === 'month') return readPoint(tokens, at) ?? readMonthNumber(tokens, at) ?? readBareYear(tokens, at);
  if (first.unit === 'quarter') return readPoint(tokens, at) ?? readQuarterNumber(tokens, at);
  if (first.unit === 'year') return readPoint(tokens, at) ?? readBareYear(tokens, at);
  return readPoint(tokens, at);
}

function readPeriodEnd(tokens: Tokens, first: Parsed<Point>, prefix: Prefix, from: number): Parsed<PeriodPhrase> {
  const points = [first.value];
  let next = first.next;
  if (prefix.bound !== 'from' && prefix.bound !== 'after') {
    for (let more = readListed(tokens, next, first.value); more; more = readListed(tokens, next, first.value)) {
      points.push(more.value);
      next = more.next;
    }
  }
  const onward = afterAny(tokens, tokens[next]?.kind === 'comma' ? next + 1 : next, ONWARD);
  const open = onward >= 0 && (prefix.bound === 'in' || prefix.bound === 'from');
  if (open) next = onward;
  const bound = open ? 'from' : prefix.bound;
  return { value: { type: 'period', bound, points, from, to: endOf(tokens, next) }, next };
}

/** ", III" or "và quý III": one more point of the same unit. */
function readListed(tokens: Tokens, at: number, first: Point): Parsed<Point> | undefined {
  const joint = tokens[at];
  const and = after(tokens, joint?.kind === 'comma' ? at + 1 : at, ['va']);
  const start = and >= 0 ? and : joint?.kind === 'comma' || joint?.key === '&' ? at + 1 : -1;
  if (start < 0 || afterAny(tokens, at, ONWARD) >= 0) return undefined;
  const same = readPoint(tokens, start);
  if (same) return same.value.unit === first.unit ? same : undefined;
  const short =
    first.unit === 'month'
      ? readMonthNumber(tokens, start)
      : first.unit === 'quarter'
        ? readQuarterNumber(tokens, start)
        : undefined;
  // "quý II, 100% trong quý IV": a number that is no month or quarter lists nothing.
  if (short) return daysOf({ ...short.value, year: 2000 }) && tokens[short.next]?.kind !== 'other' ? short : undefined;
  return first.unit === 'year' ? readBareYear(tokens, start) : undefined;
}

/** Offset after the last token of a phrase that ends before position `next`. */
export function endOf(tokens: Tokens, next: number): number {
  return tokens[next - 1]?.to ?? 0;
}
