/**
 * How often: "hằng quý", "06 tháng/lần", "mỗi quý 01 lần", "01 lần/năm". A rate of two or more a period has no
 * place in a due and stays unread.
 */

import type { Parsed, Tokens } from './ast';
import type { Recurrence } from './due';
import { numeral, romanValue } from './figures';
import { after, afterAny, isWord, sequences } from './words';

export type Every = Recurrence['every'];

const UNITS: Readonly<Record<string, Every>> = {
  tuan: 'week',
  thang: 'month',
  quy: 'quarter',
  qui: 'quarter',
  nam: 'year',
};
const MONTHS: Readonly<Record<number, Every>> = { 1: 'month', 3: 'quarter', 6: 'half-year', 12: 'year' };
const EACH = sequences('hang', 'moi', 'tung', 'hang ky', 'dinh ky hang');
const ONCE = sequences('mot lan', 'lan');

/** A unit that comes back: "quý", "6 tháng", "nửa năm"; not "quý I" and not "năm 2026". */
export function readUnit(tokens: Tokens, at: number): Parsed<Every> | undefined {
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
export function readEvery(tokens: Tokens, at: number, opened: boolean): Parsed<Every> | undefined {
  const rate = readRate(tokens, at);
  if (rate) return rate;
  const each = afterAny(tokens, at, EACH);
  if (each < 0 && !opened) return undefined;
  const unit = readUnit(tokens, each < 0 ? at : each);
  if (!unit) return undefined;
  const once = afterOnce(tokens, unit.next);
  return once >= 0 ? { value: unit.value, next: once } : unit;
}
