/**
 * Figures: whole numbers, Roman numerals, numerals in letters, years. Numerals in letters keep their marks:
 * without them "sáu" is "sau", and "tháng năm" is nobody knows what.
 */

import type { Parsed, Tokens } from './ast';
import { isWord } from './words';

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const NUMERALS: Readonly<Record<string, number>> = {
  ...{ một: 1, hai: 2, ba: 3, tư: 4, bốn: 4, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, mười: 10 },
};

/** 1 to 12 in Roman figures, 0 otherwise; a small `l` is what recognition makes of I, and nothing else fits there. */
export function romanValue(key: string): number {
  return ROMAN.indexOf(key.replaceAll('l', 'i')) + 1;
}

/** A whole number in figures ("06"), or in letters with their marks ("sáu", "mười hai"). */
export function numeral(tokens: Tokens, at: number): Parsed<number> | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') {
    return token.value >= 0 && token.digits <= 3 ? { value: token.value, next: at + 1 } : undefined;
  }
  const value = NUMERALS[token.marked];
  if (value === undefined) return undefined;
  const unit = tokens[at + 1]?.marked;
  if (value === 10 && (unit === 'một' || unit === 'hai')) return { value: unit === 'một' ? 11 : 12, next: at + 2 };
  return { value, next: at + 1 };
}

/** Four figures, 1900 to 2199. */
export function yearAt(tokens: Tokens, at: number): number | undefined {
  const token = tokens[at];
  return token?.kind === 'number' && token.digits === 4 && token.value >= 1900 && token.value <= 2199
    ? token.value
    : undefined;
}

/**
 * The year after a month, quarter or day: "/2026", "-2026", " năm 2026", ", năm 2026". Nothing there is a
 * missing year, which is filled in later from the other parts or the plan.
 */
export function readYearTail(tokens: Tokens, at: number): Parsed<number | null> {
  const joint = tokens[at];
  const tight = !joint?.gap && !tokens[at + 1]?.gap;
  if (joint?.kind === 'slash' || ((joint?.kind === 'dash' || joint?.kind === 'dot') && tight)) {
    const word = isWord(tokens, at + 1, 'nam') ? 1 : 0;
    const year = yearAt(tokens, at + 1 + word);
    if (year !== undefined) return { value: year, next: at + 2 + word };
  }
  const comma = joint?.kind === 'comma' ? 1 : 0;
  if (isWord(tokens, at + comma, 'nam', 'n')) {
    const year = yearAt(tokens, at + comma + 1);
    if (year !== undefined) return { value: year, next: at + comma + 2 };
  }
  if (isWord(tokens, at, 'nam') && isWord(tokens, at + 1, 'nay')) return { value: null, next: at + 2 };
  const bare = yearAt(tokens, at);
  // "Tháng 6 2026" but not "Quý I 2026 - 2030", where the years belong together.
  if (bare !== undefined && tokens[at + 1]?.kind !== 'dash') return { value: bare, next: at + 1 };
  return { value: null, next: at };
}
