/**
 * Words of a text that names bodies, each with its place. Words are folded (no marks, no case), abbreviations are
 * spelled out, and "và", "các" fall away: "Các sở, ban - ngành" and "SỞ, BAN VÀ NGÀNH" have the same words.
 */

import { fold } from '../../lib/text';

/** What stands between a word and the one before: nothing, "và", a comma or dash, or the end of an entry. */
export type Gap = 'none' | 'and' | 'comma' | 'hard';

export interface Word {
  readonly key: string;
  /** With the "các" before it. */
  readonly from: number;
  readonly to: number;
  readonly gap: Gap;
  /** How many brackets are open around it. */
  readonly depth: number;
}

const SPELLED: Readonly<Record<string, readonly string[]>> = {
  ubnd: ['uy', 'ban', 'nhan', 'dan'],
  hdnd: ['hoi', 'dong', 'nhan', 'dan'],
  tphcm: ['thanh', 'pho', 'ho', 'chi', 'minh'],
  tp: ['thanh', 'pho'],
  hcm: ['ho', 'chi', 'minh'],
  bqlda: ['ban', 'quan', 'ly', 'du', 'an'],
  bql: ['ban', 'quan', 'ly'],
};

const AND = new Set(['va', 'hoac', 'cung']);
const EMPTY = new Set(['cac', 'nhung']);
const ORDER: readonly Gap[] = ['none', 'and', 'comma', 'hard'];

const wider = (a: Gap, b: Gap): Gap => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b);

/** "TP. Hà Nội", "Q. Bình Tân": the full stop of an abbreviation ends nothing. */
const SHORTENED = new Set(['tp', 'q', 'p', 'h', 'x', 'tx', 'tt']);

/** A new entry starts at `;`, at a new line and at a full stop before a space; inside brackets these part items only. */
function gapOf(between: string, depth: number, before: string): Gap {
  if (/[;\n]/u.test(between) || (/\.\s/u.test(between) && !SHORTENED.has(before))) return depth > 0 ? 'comma' : 'hard';
  return /[,:/]|\s[-–+•]\s/u.test(between) ? 'comma' : 'none';
}

/** The words of a text in order; offsets are UTF-16 units into the text as given. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  let end = 0;
  let gap: Gap = 'hard';
  let before = '';
  let opened: number | null = null;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const between = text.slice(end, match.index);
    for (const mark of between) depth = Math.max(0, depth + (mark === '(' ? 1 : mark === ')' ? -1 : 0));
    gap = wider(gap, gapOf(between, depth, before));
    if (between.includes('&')) gap = wider(gap, 'and');
    end = match.index + match[0].length;
    const key = fold(match[0]);
    before = key;
    if (AND.has(key)) {
      gap = wider(gap, 'and');
      opened = null;
    } else if (EMPTY.has(key)) {
      opened ??= match.index;
    } else {
      for (const spelled of SPELLED[key] ?? [key]) {
        words.push({ key: spelled, from: opened ?? match.index, to: end, gap, depth });
        gap = 'none';
      }
      opened = null;
    }
  }
  return words;
}

/** The keys of a text alone: what two spellings of a name share. */
export function keysOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.key);
}
