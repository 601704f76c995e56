/**
 * Due texts as tokens. The text handed in is cut where it stands, composed or decomposed, so that a span is
 * always an offset into that very text; only the key of a word is folded (no case, no marks). One pass,
 * bounded work per character. Html left over from a conversion is dropped here, `<br>` and `<li>` as line ends.
 */

import { fold } from '../../lib/text';

export type TokenKind =
  | 'word'
  | 'number'
  | 'dash'
  | 'slash'
  | 'dot'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'open'
  | 'close'
  | 'bullet'
  | 'other';

export interface Token {
  readonly kind: TokenKind;
  /** Folded word ("Quý" → `quy`), else the character itself. */
  readonly key: string;
  /** Composed lower case with its marks, for the few words that differ by nothing else ("sáu", "sau"). */
  readonly marked: string;
  /** The number, or -1. */
  readonly value: number;
  readonly digits: number;
  readonly from: number;
  readonly to: number;
  /** White space, a line end, or the start of the text stands before it. */
  readonly gap: boolean;
  readonly line: boolean;
  /** A word that starts with a capital. */
  readonly upper: boolean;
  /** Index of the bracket that closes this one, or -1. */
  readonly match: number;
}

const SCANNER =
  /(\s+)|(<\/?[a-z][^<>]{0,200}>)|(\d+)|((?:\p{L}\p{M}*)+)|([-\u2010-\u2015\u2212])|([+•·●▪*►✓])|([\s\S])/giuy;

/** No word of the language is longer; longer ones are not folded, which keeps the work per character bounded. */
const LONGEST_WORD = 24;

const PUNCTUATION: Readonly<Record<string, TokenKind>> = {
  '/': 'slash',
  '.': 'dot',
  ',': 'comma',
  ':': 'colon',
  ';': 'semicolon',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
};

const LINE_TAG = /^<(?:br|\/?li|\/?p|\/?ul|\/?ol|\/?div)\b/i;

type Draft = { -readonly [K in keyof Token]: Token[K] };

/** Cuts the text into tokens; white space becomes the `gap` and `line` marks of the token after it. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Draft[] = [];
  let gap = true;
  let line = true;
  SCANNER.lastIndex = 0;
  for (let m = SCANNER.exec(text); m; m = SCANNER.exec(text)) {
    if (m[1] !== undefined || m[2] !== undefined) {
      gap = true;
      line ||= m[1] !== undefined ? m[1].includes('\n') : LINE_TAG.test(m[0]);
      continue;
    }
    tokens.push(token(m, gap, line));
    gap = false;
    line = false;
  }
  pairBrackets(tokens);
  return tokens;
}

function token(m: RegExpExecArray, gap: boolean, line: boolean): Draft {
  const raw = m[0];
  const place = { from: m.index, to: m.index + raw.length, gap, line, match: -1, value: -1, digits: 0, upper: false };
  if (m[3] !== undefined) {
    // Nine digits are beyond any day, count or year; a longer number is only text.
    return {
      ...place,
      kind: 'number',
      key: '',
      marked: '',
      value: raw.length <= 9 ? Number(raw) : -1,
      digits: raw.length,
    };
  }
  if (m[4] !== undefined) {
    const known = raw.length <= LONGEST_WORD;
    const marked = known ? raw.normalize('NFC').toLowerCase() : '';
    const upper = /^\p{Lu}/u.test(raw);
    return { ...place, kind: 'word', key: known ? fold(raw) : '', marked, upper };
  }
  if (m[5] !== undefined) return { ...place, kind: 'dash', key: '-', marked: '-' };
  if (m[6] !== undefined) return { ...place, kind: 'bullet', key: '+', marked: '+' };
  return { ...place, kind: PUNCTUATION[raw] ?? 'other', key: raw, marked: raw };
}

function pairBrackets(tokens: Draft[]): void {
  const open: number[] = [];
  tokens.forEach((t, i) => {
    if (t.kind === 'open') open.push(i);
    if (t.kind !== 'close') return;
    const start = open.pop();
    if (start !== undefined) (tokens[start] as Draft).match = i;
  });
}
