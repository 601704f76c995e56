/** What a figure is about: the words of its own part of the sentence, verbatim, without the amount and the verb of wishing. */

import { squeeze } from '../../../lib/text';
import type { Figure } from './figures';

/** A part of the text, half-open. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

const OPENINGS =
  /^(?:[\s,.;:(–-]|(?:phấn đấu|đảm bảo|bảo đảm|hàng năm|hằng năm|trong đó|đồng thời|riêng|và|đạt|tổng số|số(?! hóa| hoá)|các)(?![\p{L}]))+/iu;
const ENDINGS =
  /(?:[\s,.;:(–-]|(?<!\p{L})(?:xuống còn|đạt tỷ lệ|đạt|tỷ lệ|là|và|trong đó|phấn đấu|đảm bảo|bảo đảm))+$/iu;

/** A scope without what only leads in or out. */
export function trimScope(text: string): string {
  const line = squeeze(text);
  const inner = line.replace(OPENINGS, '').replace(ENDINGS, '') || line;
  return inner.includes('(') || !inner.endsWith(')') ? inner : inner.slice(0, -1);
}

/** Where the part of the next figure begins: the strongest mark between the two. */
export function boundary(
  plain: string,
  from: number,
  to: number,
): { readonly at: number; readonly and: boolean } | null {
  const between = plain.slice(from, to);
  const marks: readonly RegExp[] = [/[;\n]|\.\s/g, /[,(]\s*(?=trong do|rieng)/g];
  for (const mark of marks) {
    const last = [...between.matchAll(mark)].at(-1);
    if (last) return { at: from + last.index + last[0].length, and: false };
  }
  const and = /,?\sva\s*$/.exec(between);
  if (and) return { at: from + and.index + and[0].length, and: true };
  const comma = between.indexOf(',');
  return comma >= 0 ? { at: from + comma + 1, and: false } : null;
}

/** The scope of a figure inside its part; "giảm tối thiểu 20% X" is about how much X goes down. */
export function scopeOf(text: string, plain: string, part: Part, figure: Figure, lead: string): string {
  const head = text.slice(part.from, Math.max(part.from, figure.from));
  const tail = text.slice(figure.to, Math.max(part.to, figure.to)).replace(FAR, '$1');
  const change = /(?<![\w])(giam|tang)\s*$/.exec(plain.slice(part.from, figure.from));
  if (change) return `mức ${change[1] === 'giam' ? 'giảm' : 'tăng'} ${trimScope(tail)}`;
  const words = trimScope(`${lead}${head.replace(ENDINGS, '') || head} ${tail}`);
  const falling = /xuong con\s*$/.test(plain.slice(part.from, figure.from)) ? words.replace(/^giảm\s+/i, '') : words;
  return figure.share ? `${falling} (mức thứ ${figure.share.no} trong ${figure.share.of})` : falling;
}

/** The second half of "từ 80% số cơ sở nhà, đất trở lên". */
const FAR = /^([^;.\d]*?)\s+trở (?:lên|xuống)/u;
