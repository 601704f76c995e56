/**
 * What comes back every week, month, quarter, half-year or year, and the day named inside each period:
 * "hằng quý", "06 tháng/lần", "mỗi quý 01 lần", "ngày 25 hằng tháng", "ngày 20 của tháng cuối quý".
 */

import type { DatedPhrase, Parsed, RecurringPhrase, Tokens } from './ast';
import type { Recurrence } from './due';
import { endOf, readDated } from './lists';
import { after, afterAny, isWord, numeral, romanValue, sequences } from './words';

type Every = Recurrence['every'];

const UNITS: Readonly<Record<string, Every>> = { tuan: 'week', thang: 'month', quy: 'quarter', qui: 'quarter', nam: 'year' };
const MONTHS: Readonly<Record<number, Every>> = { 1: 'month', 3: 'quarter', 6: 'half-year', 12: 'year' };
const OPENERS = sequences('thuc hien dinh ky', 'theo dinh ky', 'dinh ky', 'bao cao dinh ky', 'theo', 'thuc hien', 'trong');
const EACH = sequences('hang', 'moi', 'tung', 'hang ky', 'dinh ky hang');
const ONCE = sequences('mot lan', 'lan');
const OF_EACH = sequences('cua', 'hang', 'moi', 'cua moi', 'cua hang');

/** A unit that comes back: "quý", "6 tháng", "nửa năm"; not "quý I" and not "năm 2026". */
function readUnit(tokens: Tokens, at: number): Parsed<Every> | undefined {
  if (isWord(tokens, at, 'nua') && isWord(tokens, at + 1, 'nam')) return { value: 'half-year', next: at + 2 };
  const count = numeral(tokens, at);
  if (count && isWord(tokens, count.next, 'thang')) {
    const every = MONTHS[count.value];
    const half = isWord(tokens, count.next + 1, 'dau', 'cuoi');
    return every && !half && !numbered(tokens, count.next + 1) ? { value: every, next: count.next + 1 } : undefined;
  }
  const named = count?.value === 1 ? count.next : at;
  const token = tokens[named];
  const every = token?.kind === 'word' ? UNITS[token.key] : undefined;
  return every && !numbered(tokens, named + 1) ? { value: every, next: named + 1 } : undefined;
}

function numbered(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'number') return !isWord(tokens, at + 1, 'lan');
  return token?.kind === 'word' && romanValue(token.key) > 0;
}

/** "01 lần", "một lần", "/lần" after a unit; the position after it, or -1. */
function afterOnce(tokens: Tokens, at: number): number {
  const start = tokens[at]?.kind === 'slash' ? at + 1 : at;
  const count = tokens[start]?.kind === 'number' && tokens[start]?.value === 1 ? start + 1 : start;
  if (count === at) return after(tokens, at, ['mot', 'lan']);
  return afterAny(tokens, count, ONCE);
}

/** "quý/lần", "01 lần/quý", "mỗi quý 01 lần": a rate, which needs no "hằng" before it. */
function readRate(tokens: Tokens, at: number): Parsed<Every> | undefined {
  const count = numeral(tokens, at);
  const one = count?.value === 1 ? count.next : isWord(tokens, at, 'mot') ? at + 1 : -1;
  if (one >= 0 && isWord(tokens, one, 'lan')) {
    const slash = tokens[one + 1]?.kind === 'slash' || isWord(tokens, one + 1, 'mot', 'moi', 'trong', 'tren') ? 1 : 0;
    const unit = slash === 1 ? readUnit(tokens, one + 2) : undefined;
    if (unit) return unit;
  }
  const unit = readUnit(tokens, at);
  const end = unit ? afterOnce(tokens, unit.next) : -1;
  return unit && end >= 0 ? { value: unit.value, next: end } : undefined;
}

/** One recurrence. `opened`: "định kỳ" or an earlier entry of the list already said that it comes back. */
function readEvery(tokens: Tokens, at: number, opened: boolean): Parsed<Every> | undefined {
  const rate = readRate(tokens, at);
  if (rate) return rate;
  const each = afterAny(tokens, at, EACH);
  if (each < 0 && !opened) return undefined;
  const unit = readUnit(tokens, each < 0 ? at : each);
  if (!unit) return undefined;
  const once = afterOnce(tokens, unit.next);
  return once >= 0 ? { value: unit.value, next: once } : unit;
}

/** A recurring phrase with its list of periods, its day and the dates between which it comes back. */
export function readRecurring(tokens: Tokens, at: number): Parsed<RecurringPhrase> | undefined {
  const dayFirst = readDayOf(tokens, at);
  if (dayFirst) return finish(tokens, at, [dayFirst.value], dayFirst.next);
  const opener = afterAny(tokens, at, OPENERS);
  const closes = opener >= 0 && isWord(tokens, opener - 1, 'ky');
  const first = readEvery(tokens, opener >= 0 ? opener : at, closes) ?? readByUnit(tokens, at);
  if (!first) return undefined;
  const every = [first.value];
  let next = first.next;
  for (let more = readNext(tokens, next); more; more = readNext(tokens, next)) {
    every.push(more.value);
    next = more.next;
  }
  const day = every.length === 1 ? readDayAfter(tokens, next, first.value) : undefined;
  const rules = every.map((e): Recurrence => day?.value ?? { every: e, dayOfMonth: null, months: null });
  return finish(tokens, at, rules, day?.next ?? next);
}

/** "theo quý", "theo tháng" at the end of an entry. */
function readByUnit(tokens: Tokens, at: number): Parsed<Every> | undefined {
  if (!isWord(tokens, at, 'theo')) return undefined;
  const unit = readUnit(tokens, at + 1);
  const follower = unit ? tokens[unit.next] : undefined;
  return unit && follower?.kind !== 'word' ? unit : undefined;
}

function readNext(tokens: Tokens, at: number): Parsed<Every> | undefined {
  const mark = tokens[at];
  const joined = mark?.kind === 'comma' || (mark?.kind === 'slash' && !mark.gap) || isWord(tokens, at, 'va');
  if (!joined) return undefined;
  const also = mark?.kind === 'comma' && isWord(tokens, at + 1, 'va', 'dinh') ? 1 : 0;
  const next = readEvery(tokens, at + 1 + also, true);
  const follower = next ? tokens[next.next] : undefined;
  const free = follower === undefined || follower.kind !== 'word' || follower.upper || follower.key === 'va';
  return next && free ? next : undefined;
}

/** "ngày 25 hằng tháng", "trước ngày 20 tháng cuối quý", "trước ngày 15/12 hằng năm". */
function readDayOf(tokens: Tokens, at: number): Parsed<Recurrence> | undefined {
  const inner = readDayInside(tokens, at);
  if (inner) {
    const comma = tokens[inner.next]?.kind === 'comma' ? 1 : 0;
    const each = readEvery(tokens, inner.next + comma, false);
    const same = each?.value === inner.value.every;
    if (inner.value.months !== null) return same && each ? { value: inner.value, next: each.next } : inner;
    return undefined;
  }
  const monthly = readDayNumber(tokens, at);
  if (monthly) {
    const of = isWord(tokens, monthly.next, 'cua') ? 1 : 0;
    const each = readEvery(tokens, monthly.next + of, false);
    if (each?.value === 'month') return { value: inMonth(monthly.value), next: each.next };
  }
  const dated = readDated(tokens, at, { opening: false, dashed: true });
  if (dated?.value.type !== 'period') return undefined;
  const each = readEvery(tokens, dated.next, false);
  const yearly = each?.value === 'year' ? yearlyOf(dated.value) : undefined;
  return each && yearly ? { value: yearly, next: each.next } : undefined;
}

function readDayAfter(tokens: Tokens, at: number, every: Every): Parsed<Recurrence> | undefined {
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

const LATEST = sequences('cham nhat', 'muon nhat', 'cham nhat la', 'cham nhat vao', 'truoc', 'vao', 'khong qua', 'xong truoc');

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

/** "… trong năm 2024", ", giai đoạn 2026-2030": the dates between which it comes back. */
function finish(tokens: Tokens, at: number, rules: readonly Recurrence[], next: number): Parsed<RecurringPhrase> {
  const within = readWithin(tokens, next);
  const end = within?.next ?? next;
  const span = { from: tokens[at]?.from ?? 0, to: endOf(tokens, end) };
  return { value: { type: 'recurring', rules, within: within?.value ?? null, ...span }, next: end };
}

/** The bound of something that goes on or comes back; a deadline ("chậm nhất …") is none. */
export function readWithin(tokens: Tokens, at: number): Parsed<DatedPhrase> | undefined {
  const comma = tokens[at]?.kind === 'comma' ? 1 : 0;
  const open = isWord(tokens, at + comma, 'trong', 'tu', 'ke', 'giai', 'nam', 'quy', 'thang', 'suot');
  const dated = open ? readDated(tokens, at + comma, { opening: false, dashed: true }) : undefined;
  if (!dated || dated.value.type === 'vague') return undefined;
  const phrase = dated.value;
  if (phrase.type === 'period' && (phrase.points.length > 1 || (phrase.bound !== 'in' && phrase.bound !== 'from'))) {
    return undefined;
  }
  return { value: phrase, next: dated.next };
}
