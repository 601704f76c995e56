/**
 * The day or the months named inside each period: "ngày 25 hằng tháng", "ngày 20 của tháng cuối quý",
 * "trước ngày 15/12 hằng năm", "Quý I hằng năm". "Trước ngày 20" is the 19th: the last day on time.
 */

import type { DatedPhrase, Parsed, Tokens } from './ast';
import type { Recurrence } from './due';
import { readDated } from './lists';
import { readEvery, readUnit, type Every } from './rates';
import { afterAny, isWord, sequences } from './words';

const OF_EACH = sequences('cua', 'hang', 'moi', 'cua moi', 'cua hang');

/** "ngày 25 hằng tháng", "trước ngày 20 tháng cuối quý", "trước ngày 15/12 hằng năm". */
export function readDayOf(tokens: Tokens, at: number): Parsed<readonly Recurrence[]> | undefined {
  const inner = readDayInside(tokens, at);
  if (inner) {
    const comma = tokens[inner.next]?.kind === 'comma' ? 1 : 0;
    const each = readEvery(tokens, inner.next + comma, false);
    const same = each?.value === inner.value.every;
    return { value: [inner.value], next: same && each ? each.next : inner.next };
  }
  const monthly = readDayNumber(tokens, at);
  if (monthly) {
    const of = isWord(tokens, monthly.next, 'cua') ? 1 : 0;
    const each = readEvery(tokens, monthly.next + of, false);
    if (each?.value === 'month') return { value: [inMonth(monthly.value)], next: each.next };
  }
  const dated = readDated(tokens, at, { opening: false, dashed: true });
  if (dated?.value.type !== 'period') return undefined;
  const each = readEvery(tokens, dated.next, false);
  if (each?.value !== 'year') return undefined;
  // "Tháng 3, tháng 9 hằng năm": both, every year.
  const phrase = dated.value;
  const rules = phrase.points.map((point) => yearlyOf({ ...phrase, points: [point] }));
  const known = rules.filter((rule) => rule !== undefined);
  return known.length === rules.length ? { value: known, next: each.next } : undefined;
}

export function readDayAfter(tokens: Tokens, at: number, every: Every): Parsed<Recurrence> | undefined {
  const open = tokens[at]?.kind === 'open' ? 1 : 0;
  const start = open === 1 || tokens[at]?.kind === 'comma' ? at + 1 : at;
  const found = readDayFor(tokens, start, every);
  if (!found) return undefined;
  if (open === 0) return found;
  return tokens[found.next]?.kind === 'close' ? { value: found.value, next: found.next + 1 } : undefined;
}

function readDayFor(tokens: Tokens, at: number, every: Every): Parsed<Recurrence> | undefined {
  const inner = readDayInside(tokens, at);
  if (inner) return inner.value.every === every ? inner : undefined;
  if (every === 'month') {
    const day = readDayNumber(tokens, at);
    return day && { value: inMonth(day.value), next: day.next };
  }
  const dated = every === 'year' ? readDated(tokens, at, { opening: false, dashed: true }) : undefined;
  const yearly = dated?.value.type === 'period' ? yearlyOf(dated.value) : undefined;
  return dated && yearly ? { value: yearly, next: dated.next } : undefined;
}

function inMonth(day: number): Recurrence {
  return { every: 'month', dayOfMonth: day, months: null };
}

const LATEST = sequences(
  'cham nhat',
  'muon nhat',
  'cham nhat la',
  'cham nhat vao',
  'truoc',
  'vao',
  'khong qua',
  'xong truoc',
);

/** "trước ngày 20" gives 19: the last day on which it is on time. The first of a month has no day before it there. */
function readDayNumber(tokens: Tokens, at: number): Parsed<number> | undefined {
  const bound = afterAny(tokens, at, LATEST);
  const start = bound < 0 ? at : bound;
  const also = isWord(tokens, start, 'truoc') ? 1 : 0;
  const before = isWord(tokens, start - 1, 'truoc') && bound >= 0 ? true : also === 1;
  const day = tokens[start + also + 1];
  if (!isWord(tokens, start + also, 'ngay') || day?.kind !== 'number' || day.digits > 2) return undefined;
  const value = before ? day.value - 1 : day.value;
  if (value < 1 || value > 31 || tokens[start + also + 2]?.kind === 'slash') return undefined;
  return { value, next: start + also + 2 };
}

/** "ngày 20 của tháng cuối quý", "ngày 05 tháng đầu quý". */
function readDayInside(tokens: Tokens, at: number): Parsed<Recurrence> | undefined {
  const day = readDayNumber(tokens, at);
  if (!day) return undefined;
  const of = isWord(tokens, day.next, 'cua') ? 1 : 0;
  const start = day.next + of;
  if (!isWord(tokens, start, 'thang') || !isWord(tokens, start + 1, 'cuoi', 'dau')) return undefined;
  const each = afterAny(tokens, start + 2, OF_EACH);
  const unit = readUnit(tokens, each < 0 ? start + 2 : each);
  if (unit?.value !== 'quarter' && unit?.value !== 'year') return undefined;
  const last = unit.value === 'quarter' ? 3 : 12;
  const month = isWord(tokens, start + 1, 'cuoi') ? last : 1;
  return { value: { every: unit.value, dayOfMonth: day.value, months: { from: month, to: month } }, next: unit.next };
}

/** A day, month or quarter without a year, every year; undefined where the bound leaves no such day. */
function yearlyOf(phrase: DatedPhrase): Recurrence | undefined {
  const point = phrase.type === 'period' && phrase.points.length === 1 ? phrase.points[0] : undefined;
  if (phrase.type !== 'period' || !point || point.year !== null) return undefined;
  const before = phrase.bound === 'before' ? 1 : 0;
  if (phrase.bound !== 'in' && phrase.bound !== 'by' && before === 0) return undefined;
  const every = 'year';
  if (point.unit === 'day') {
    if (point.month === null || point.month > 12 || point.day - before < 1 || point.day > 31) return undefined;
    return { every, dayOfMonth: point.day - before, months: { from: point.month, to: point.month } };
  }
  if (point.unit === 'year') return undefined;
  const span =
    point.unit === 'month'
      ? { from: point.month, to: point.month }
      : point.unit === 'quarter'
        ? { from: point.quarter * 3 - 2, to: point.quarter * 3 }
        : { from: point.first, to: point.last };
  if (span.to > 12 || span.from < 1) return undefined;
  if (before === 0) return { every, dayOfMonth: null, months: phrase.bound === 'by' ? { from: 1, to: span.to } : span };
  return span.from > 1 ? { every, dayOfMonth: null, months: { from: 1, to: span.from - 1 } } : undefined;
}
