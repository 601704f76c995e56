/** 5.6, spaces, numbers, quotation marks, tone marks: TX-01 to TX-06. */

import type { Checks, Hit } from '../finding';
import type { Paragraph } from '../model/document';
import type { OfficialView } from '../roles/view';
import type { Role } from '../roles/roles';
import { everywhere } from './font';
import { DOCUMENT, hit } from './looks';

/** Lines whose blanks and signs have rules of their own. */
const SPECIAL: ReadonlySet<Role> = new Set(['soKyHieu', 'diaDanh', 'kemTheo', 'rule', 'close', 'empty']);

interface Line {
  readonly paragraph: Paragraph;
  /** NFC, no-break spaces as spaces, addresses of the web and of mail taken out. */
  readonly text: string;
}

const WEB =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|(?<![\p{L}])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org)(?:\/\S*)?/giu;

/** Longer tokens are no addresses, and looking for one in them costs the square of their length. */
const LONGEST_ADDRESS = 2_000;

/** What every address has. */
const ADDRESS_SIGN = /[./@]/;

const withoutAddresses = (text: string): string =>
  ADDRESS_SIGN.test(text)
    ? text.replace(/\S+/gu, (token) => (token.length > LONGEST_ADDRESS ? token : token.replace(WEB, 'x')))
    : text;

const read = new WeakMap<OfficialView, readonly Line[]>();

/** The lines of a view, read once for all the rules. */
function linesOf(view: OfficialView): readonly Line[] {
  const known = read.get(view);
  if (known) return known;
  const lines = everywhere(view)
    .filter((paragraph) => paragraph.text !== '' && !SPECIAL.has(view.roleOf(paragraph)))
    .map((paragraph) => ({
      paragraph,
      text: withoutAddresses(paragraph.raw.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ')),
    }));
  read.set(view, lines);
  return lines;
}

const around = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 12), at + 12)
    .replace(/\s+/gu, ' ')
    .trim();

/** First place where the pattern stands, in words. */
function found(text: string, pattern: RegExp, what: string): readonly string[] {
  const at = text.search(pattern);
  return at < 0 ? [] : [`${what} ở “…${around(text, at)}…”`];
}

const SPACES = /[^\s] {2,}[^\s]/u;
const SPACE_BEFORE = /\S [,;:!?)\]](?!\))|[^\s.] \.(?![./\d])/u;
const NO_SPACE_AFTER = /\p{L}[,;](?=\p{L})|\p{L}[:!?](?=\p{L})|\d[;:](?=\p{L})|\p{Ll}\.(?=\p{Lu}\p{Ll})/u;

function punctuation(view: OfficialView): readonly Hit[] {
  return linesOf(view).flatMap(({ paragraph, text }) => {
    const faults = [
      ...found(text, SPACES, 'hai dấu cách liền nhau'),
      ...found(text, SPACE_BEFORE, 'dấu cách trước dấu câu'),
      ...found(text, NO_SPACE_AFTER, 'thiếu dấu cách sau dấu câu'),
    ];
    return faults.length === 0 ? [] : [hit(paragraph, faults.join('; '))];
  });
}

/** One hit a paragraph, with the texts that the pattern finds. */
const matching =
  (pattern: RegExp) =>
  (view: OfficialView): readonly Hit[] =>
    linesOf(view).flatMap(({ paragraph, text }) => {
      const all = [...new Set([...text.matchAll(pattern)].map((match) => match[0].trim()))];
      return all.length === 0
        ? []
        : [
            hit(
              paragraph,
              all
                .slice(0, 5)
                .map((each) => `“${each}”`)
                .join(', '),
            ),
          ];
    });

const ENGLISH = /(?<![\d/.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])/gu;
const UNGROUPED =
  /(?<![\p{L}\p{N}.,/:#+_-])(?<!(?:mã|số|Mã|Số|code|ĐT|điện thoại|tài khoản):? |\p{Lu}{2,} )[1-9]\d{4,}(?![\p{L}\p{N}/_-]|[.,:]\d)/gu;
const DECIMAL_POINT =
  /(?<![\d.,/])\d+\.\d{1,2}\s?(?:%|điểm phần trăm|triệu|tỷ|tỉ)(?![\p{L}])|(?<![\p{L}\d.,/])0\.\d+(?![\d.])/gu;

const OLD_TONE = /(?:[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)(?![\p{L}])/giu;
const NEW_TONE = /(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?![\p{L}])/giu;

/** The longest Vietnamese syllable: looking back without a bound costs a very long word its square. */
const SYLLABLE = 7;

/** The two ways to put a tone mark, "hòa" and "hoà", both in one document. */
function toneMarks(view: OfficialView): readonly Hit[] {
  const texts = linesOf(view)
    .filter(({ paragraph }) => view.roleOf(paragraph) !== 'quocHieu')
    .map(({ text }) => text.toLowerCase());
  const word = (pattern: RegExp): string | undefined => {
    for (const text of texts) {
      const match = new RegExp(`\\p{L}{0,${SYLLABLE}}(?:${pattern.source})`, 'u').exec(text);
      if (match) return match[0];
    }
    return undefined;
  };
  const [one, other] = [word(OLD_TONE), word(NEW_TONE)];
  return one !== undefined && other !== undefined ? [hit(DOCUMENT, `có cả “${one}” và “${other}”`)] : [];
}

export const SPELLING_CHECKS: Checks = {
  'TX-01': punctuation,
  'TX-02': matching(ENGLISH),
  'TX-03': matching(UNGROUPED),
  'TX-04': matching(DECIMAL_POINT),
  'TX-05': matching(/"[^"]{0,40}/gu),
  'TX-06': toneMarks,
};
