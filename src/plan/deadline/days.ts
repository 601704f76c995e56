/**
 * Single days: "ngày 05/3/2026", "5.3.2026", "05-03-2026", "2026-03-05", "30 tháng 6 năm 2022", "15/6".
 * Whether such a day exists is asked later, when its year is known.
 */

import type { Parsed, Point, Tokens } from './ast';
import { readYearTail, yearAt } from './figures';
import { isWord } from './words';

function small(tokens: Tokens, at: number): number | undefined {
  const token = tokens[at];
  return token?.kind === 'number' && token.digits <= 2 ? token.value : undefined;
}

/** The same tight mark twice, or a slash with or without spaces. */
function joint(tokens: Tokens, at: number): '/' | '.' | '-' | undefined {
  const token = tokens[at];
  if (token?.kind === 'slash') return '/';
  if (token?.gap || tokens[at + 1]?.gap) return undefined;
  return token?.kind === 'dot' ? '.' : token?.kind === 'dash' ? '-' : undefined;
}

export function readDay(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const named = isWord(tokens, at, 'ngay') ? 1 : 0;
  const start = at + named;
  const isIso = joint(tokens, start + 1) === '-' && joint(tokens, start + 3) === '-';
  if (isIso && yearAt(tokens, start) !== undefined) {
    const [month, day] = [small(tokens, start + 2), small(tokens, start + 4)];
    if (month === undefined || day === undefined) return undefined;
    return { value: { unit: 'day', year: yearAt(tokens, start) ?? null, month, day }, next: start + 5 };
  }
  const day = small(tokens, start);
  if (day === undefined) return undefined;
  return inFigures(tokens, start, day, named === 1) ?? inWords(tokens, start, day);
}

function inFigures(tokens: Tokens, at: number, day: number, named: boolean): Parsed<Point> | undefined {
  const mark = joint(tokens, at + 1);
  const month = small(tokens, at + 2);
  if (!mark || month === undefined) return undefined;
  const year = joint(tokens, at + 3) === mark ? yearAt(tokens, at + 4) : undefined;
  if (year !== undefined) return { value: { unit: 'day', year, month, day }, next: at + 5 };
  // Without a year only a slash makes a day, and only where both numbers can be one: "3-6" and "2.1" are no days.
  // "15/6/NQ-HĐND" is the number of an instrument.
  const numbered = tokens[at + 3]?.kind === 'slash' && tokens[at + 4]?.kind === 'word';
  const plausible = !numbered && mark === '/' && day >= 1 && month >= 1 && (named || (day <= 31 && month <= 12));
  if (!plausible) return undefined;
  const tail = isWord(tokens, at + 3, 'nam') ? readYearTail(tokens, at + 3) : { value: null, next: at + 3 };
  return { value: { unit: 'day', year: tail.value, month, day }, next: tail.next };
}

function inWords(tokens: Tokens, at: number, day: number): Parsed<Point> | undefined {
  const of = isWord(tokens, at + 1, 'cua') ? 1 : 0;
  if (!isWord(tokens, at + 1 + of, 'thang')) return undefined;
  const month = small(tokens, at + 2 + of);
  if (month === undefined) return undefined;
  const tail = readYearTail(tokens, at + 3 + of);
  return { value: { unit: 'day', year: tail.value, month, day }, next: tail.next };
}

/** "ngày 10" of "từ ngày 10 đến ngày 15/6/2026": the other end names the month. */
export function readDayOnly(tokens: Tokens, at: number): Parsed<Point> | undefined {
  const named = isWord(tokens, at, 'ngay') ? 1 : 0;
  const day = small(tokens, at + named);
  if (named === 0 || day === undefined) return undefined;
  return { value: { unit: 'day', year: null, month: null, day }, next: at + 2 };
}
