/** 5.6, capital letters (Phụ lục II): CP-01 to CP-08. Wordings are data of the rule table. */

import type { Check, Checks, Hit, LintSettings, Phrase } from '../finding';
import type { Paragraph } from '../model/document';
import { isUpper } from '../roles/looks';
import { flowOf, textsOf, type OfficialView } from '../roles/view';
import { everywhere } from './font';
import { hit } from './looks';
import { finderOf } from './names';

/** Text in which capitals can be judged: not what is all in capitals anyway. Every rule asks for it, of one view. */
function sentences(view: OfficialView): readonly Paragraph[] {
  const known = judged.get(view);
  if (known) return known;
  const found = everywhere(view).filter((paragraph) => paragraph.text !== '' && !isUpper(paragraph.text));
  judged.set(view, found);
  return found;
}

const judged = new WeakMap<OfficialView, readonly Paragraph[]>();

/** What others said stands between quotation marks, in their spelling. */
const QUOTED = /“[^”]*”/gu;

const unquoted = ({ text }: Paragraph): string => (text.includes('“') ? text.replace(QUOTED, '“”') : text);

const said = (paragraph: Paragraph, pattern: RegExp): readonly string[] => [
  ...new Set([...unquoted(paragraph).matchAll(pattern)].map((match) => match[0])),
];

/** One hit a paragraph for the wordings that the rule table lists. */
const phrases =
  (rule: string): Check =>
  (view, settings) => {
    const patterns = compiled(settings, rule);
    return sentences(view).flatMap((paragraph) =>
      patterns.flatMap(({ pattern, right }) =>
        said(paragraph, pattern).map((wrong) => hit(paragraph, `“${wrong}”, phải viết “${right}”`)),
      ),
    );
  };

const made = new WeakMap<readonly Phrase[], readonly { readonly pattern: RegExp; readonly right: string }[]>();

function compiled(
  { phrases: all }: LintSettings,
  rule: string,
): readonly { readonly pattern: RegExp; readonly right: string }[] {
  const list = all[rule] ?? [];
  const known = made.get(list) ?? list.map(({ wrong, right }) => ({ pattern: new RegExp(wrong, 'gu'), right }));
  made.set(list, known);
  return known;
}

const UPPER_CLAUSE = /(?<=[\p{Ll}\d,)] )(?:Khoản \d+|Điểm [a-zđ](?![\p{L}])|Điểm \d+)/gu;
const LOWER_ARTICLE = /(?<![\p{L}])điều \d+/gu;

function citing(view: OfficialView): readonly Hit[] {
  return sentences(view).flatMap((paragraph) => {
    const wrong = [...said(paragraph, UPPER_CLAUSE), ...said(paragraph, LOWER_ARTICLE)];
    return wrong.length === 0 ? [] : [hit(paragraph, wrong.map((each) => `“${each}”`).join(', '))];
  });
}

/** A city or province that is meant by its kind alone may have a capital or not. */
const KIND = /(?<![\p{L}])(?:thành phố|tỉnh|trung ương)(?![\p{L}])/giu;
const comparable = (name: string): string => name.replace(KIND, (kind) => kind.toLowerCase());

/**
 * Official names that differ from how the text spells them in the case of letters only. Text without any capital is
 * a common noun ("cơ sở y tế"); where two registries write a name in two ways, either will do.
 */
function names(view: OfficialView, { names: official }: LintSettings): readonly Hit[] {
  const find = finderOf(official);
  return sentences(view).flatMap((paragraph) =>
    [...find(unquoted(paragraph))].flatMap(([text, right]) => {
      const fits = right.some((name) => comparable(name) === comparable(text));
      if (fits || text === text.toLowerCase() || isUpper(text)) return [];
      return [hit(paragraph, `“${text}”, tên chính thức là “${right[0]}”`)];
    }),
  );
}

const NUMBERED_PLACE = /(?<![\p{L}])(?:quận|phường) \d+(?!\d|[/.]\d)/gu;
const DAYS = 'hai|ba|tư|năm|sáu|bảy';
const WEEKDAY = new RegExp(
  `(?<=(?:ngày|sáng|chiều|tối|vào|từ|đến|hằng tuần|hàng tuần),? )thứ (?:${DAYS})(?![\\p{L}])|(?<![\\p{L}])thứ (?:${DAYS})(?=,? (?:ngày|hằng tuần|hàng tuần))`,
  'gu',
);

const listing =
  (pattern: RegExp): Check =>
  (view) =>
    sentences(view).flatMap((paragraph) => {
      const wrong = said(paragraph, pattern);
      return wrong.length === 0 ? [] : [hit(paragraph, wrong.map((each) => `“${each}”`).join(', '))];
    });

const MARK = /^(?:[IVXLC]+\.|\d+(?:\.\d+)*[.)]?|[a-zđ]\)|\([a-zđ\d]\)|[-+•–*]|Điều \d+\.)\s*/u;

function paragraphStarts(view: OfficialView): readonly Hit[] {
  return textsOf(view).flatMap((blocks) =>
    flowOf(blocks).flatMap((paragraph) => {
      const start = paragraph.text.replace(MARK, '').replace(/^["“(]/u, '');
      return /^\p{Ll}/u.test(start) ? [hit(paragraph, `“${start.slice(0, 30)}”`)] : [];
    }),
  );
}

export const CAPITAL_CHECKS: Checks = {
  'CP-01': citing,
  'CP-02': phrases('CP-02'),
  'CP-03': phrases('CP-03'),
  'CP-04': phrases('CP-04'),
  'CP-05': names,
  'CP-06': listing(NUMBERED_PLACE),
  'CP-07': listing(WEEKDAY),
  'CP-08': paragraphStarts,
};
