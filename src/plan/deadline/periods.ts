/**
 * Points of the calendar as offices write them: months, quarters, years, runs of months. The number decides:
 * "quy" without one is "quy định", "năm" without one is "Việt Nam" or five. Days are in `days.ts`.
 */

import type { Parsed, Point, Tokens } from './ast';
import { readDay } from './days';
import { numeral, readYearTail, romanValue, yearAt } from './figures';
import { isWord } from './words';

function readMonth(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const short = isWord(tokens, at, 't') && !tokens[at + 1]?.gap && tokens[at + 1]?.kind === 'number';
  if (!short && !isWord(tokens, at, 'thang')) return undefined;
  return readMonthNumber(tokens, at + 1);
}

/** The number of a month and the year after it; also the rest of a list or range, "Tháng 3, **6/2026**". */
export function readMonthNumber(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const figure = numeral(tokens, at) ?? roman(tokens, at) ?? mayInLetters(tokens, at);
  if (!figure || isWord(tokens, figure.next, 'thang', 'ngay', 'tuan', 'lan', 'quy')) return undefined;
  const tail = readYearTail(tokens, figure.next);
  return { value: { unit: 'month', year: tail.value, month: figure.value }, next: tail.next };
}

/** "Tháng năm năm 2026" is May; "tháng năm 2026" could be anything and is not read. */
function mayInLetters(tokens: Tokens, at: number): Parsed<number> | undefined {
  return tokens[at]?.marked === 'năm' && isWord(tokens, at + 1, 'nam') ? { value: 5, next: at + 1 } : undefined;
}

function roman(tokens: Tokens, at: number): Parsed<number> | undefined {
  const token = tokens[at];
  const value = token?.kind === 'word' ? romanValue(token.key) : 0;
  return value > 0 ? { value, next: at + 1 } : undefined;
}

function readQuarter(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const glued = token.key.startsWith('quy') ? romanValue(token.key.slice(3)) : 0;
  if (glued > 0) return quarter(tokens, { value: glued, next: at + 1 });
  const short = token.key === 'q' && !tokens[at + 1]?.gap;
  if (!short && token.key !== 'quy' && token.key !== 'qui') return undefined;
  return readQuarterNumber(tokens, at + 1);
}

/** The number of a quarter and the year after it; also the rest of a list or range, "Quý II, **III năm 2024**". */
export function readQuarterNumber(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const figure = roman(tokens, at) ?? numeral(tokens, at);
  if (!figure || isWord(tokens, figure.next, 'thang', 'ngay', 'tuan', 'lan')) return undefined;
  return quarter(tokens, figure);
}

function quarter(tokens: Tokens, figure: Parsed<number>): Parsed<Point> {
  const tail = readYearTail(tokens, figure.next);
  return { value: { unit: 'quarter', year: tail.value, quarter: figure.value }, next: tail.next };
}

/** "6 tháng đầu năm 2026", "06 tháng cuối năm", "9 tháng năm 2026": the first or last months, never "tháng năm". */
function readMonths(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const count = isWord(tokens, at, 'nua') ? { value: 6, next: at + 1 } : numeral(tokens, at);
  if (!count || count.value < 1 || count.value > 12) return undefined;
  const word = isWord(tokens, at, 'nua') ? 0 : 1;
  if (word === 1 && !isWord(tokens, count.next, 'thang')) return undefined;
  const half = isWord(tokens, count.next + word, 'dau', 'cuoi') ? 1 : 0;
  const end = half === 1 && isWord(tokens, count.next + word, 'cuoi');
  const place = count.next + word + half;
  const slash = half === 1 && tokens[place]?.kind === 'slash' ? 1 : 0;
  const named = isWord(tokens, place + slash, 'nam') ? 1 : 0;
  const year = yearAt(tokens, place + slash + named);
  if (year === undefined && (half === 0 || named === 0)) return undefined;
  const next = place + (year === undefined ? named : slash + named + 1);
  const first = end ? 13 - count.value : 1;
  return { value: { unit: 'months', year: year ?? null, first, last: end ? 12 : count.value }, next };
}

function readYear(tokens: Tokens, at: number): Parsed<Point> | undefined {
  if (!isWord(tokens, at, 'nam', 'n') || isWord(tokens, at - 1, 'viet')) return undefined;
  const year = yearAt(tokens, at + 1);
  return year === undefined ? undefined : { value: { unit: 'year', year }, next: at + 2 };
}

/** "2026" without "năm": a year only where the caller knows that a period must stand. */
export function readBareYear(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const year = yearAt(tokens, at);
  const joined = tokens[at + 1]?.kind === 'slash' && !tokens[at + 1]?.gap;
  return year === undefined || joined ? undefined : { value: { unit: 'year', year }, next: at + 1 };
}

/** One point of the calendar, the more specific readings first. */
export function readPoint(tokens: Tokens, at: number): Parsed<Point> | undefined {
  return (
    readDay(tokens, at) ??
    readMonths(tokens, at) ??
    readMonth(tokens, at) ??
    readQuarter(tokens, at) ??
    readYear(tokens, at) ??
    readMonthWithYear(tokens, at)
  );
}

/** "12/2026" and "12-2026" without "tháng". */
function readMonthWithYear(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const month = tokens[at];
  if (month?.kind !== 'number' || month.digits > 2 || month.value < 1 || month.value > 12) return undefined;
  const joint = tokens[at + 1];
  const tight = !joint?.gap && !tokens[at + 2]?.gap;
  if (!tight || !(joint?.kind === 'slash' || joint?.kind === 'dash' || joint?.kind === 'dot')) return undefined;
  const year = yearAt(tokens, at + 2);
  // "05/2023/QH15" is the number of an instrument.
  const numbered = tokens[at + 3]?.kind === 'slash' && !tokens[at + 3]?.gap;
  return year === undefined || numbered
    ? undefined
    : { value: { unit: 'month', year, month: month.value }, next: at + 3 };
}
