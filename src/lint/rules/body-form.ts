/** 5.4, form of the running text: BD-01 to BD-07, BD-17, BD-20. */

import type { Checks, Hit } from '../finding';
import type { Block, Paragraph } from '../model/document';
import { sizeText, twipsToMm, twipsToPt } from '../model/values';
import { inked, isBold, isItalic, isUpper, isBlank, mainSize } from '../roles/looks';
import { NUMBERED_ROLES, TEXT_ROLES } from '../roles/roles';
import { flowOf, textsOf, type OfficialView } from '../roles/view';
import { hit, wrongSizes } from './looks';

const INDENTS: readonly (readonly [number, number])[] = [
  [561, 573],
  [714, 726],
];
const LINE = 1.149;

/** Paragraphs of the running text, without headings. */
export function bodyOf(view: OfficialView): readonly Paragraph[] {
  return textsOf(view).flatMap((blocks) => flowOf(blocks).filter((each) => TEXT_ROLES.has(view.roleOf(each))));
}

/** Numbered sentences are running text too: they only begin with a number. */
function sentencesOf(view: OfficialView): readonly Paragraph[] {
  return textsOf(view).flatMap((blocks) =>
    flowOf(blocks).filter((each) => {
      const role = view.roleOf(each);
      return TEXT_ROLES.has(role) || ((role === 'heading2' || role === 'heading3') && /[.;:,]$/.test(each.text));
    }),
  );
}

function justified(view: OfficialView): readonly Hit[] {
  const WORDS = { left: 'căn trái', right: 'căn phải', center: 'căn giữa', both: '' } as const;
  return sentencesOf(view)
    .filter((each) => each.format.align !== 'both' && each.text !== '')
    .map((each) => hit(each, WORDS[each.format.align]));
}

const inRange = (value: number): number => INDENTS.findIndex(([from, to]) => value >= from && value <= to);

/** The value that most share; ties go to the first. */
function usual<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function firstLines(view: OfficialView): readonly Hit[] {
  const all = sentencesOf(view).filter((each) => each.text !== '');
  const kinds = all.map((each) => inRange(each.format.firstLine));
  const common = usual(kinds.filter((kind) => kind >= 0));
  return all.flatMap((each, i) => {
    const kind = kinds[i] as number;
    if (kind < 0) return [hit(each, `${twipsToMm(each.format.firstLine)} mm`)];
    return kind === common ? [] : [hit(each, `${twipsToMm(each.format.firstLine)} mm, khác các đoạn còn lại`)];
  });
}

/** Neighbours of the running text in the order of the page. */
function neighbours(view: OfficialView): readonly (readonly [Paragraph, Paragraph])[] {
  const isText = (block: Block | undefined): block is Paragraph =>
    block?.kind === 'paragraph' && block.text !== '' && TEXT_ROLES.has(view.roleOf(block));
  return textsOf(view).flatMap((blocks) =>
    blocks.flatMap((block, i): (readonly [Paragraph, Paragraph])[] => {
      const next = blocks[i + 1];
      return isText(block) && isText(next) ? [[block, next]] : [];
    }),
  );
}

function gaps(view: OfficialView): readonly Hit[] {
  return neighbours(view).flatMap(([above, below]) => {
    const sameStyle = above.styleId === below.styleId;
    if (sameStyle && (above.format.contextual || below.format.contextual))
      return [hit(below, 'bỏ khoảng cách giữa các đoạn cùng kiểu')];
    const gap = Math.max(above.format.after, below.format.before);
    return gap >= 120 ? [] : [hit(below, `cách đoạn trên ${twipsToPt(gap)} pt`)];
  });
}

function lines(view: OfficialView): readonly Hit[] {
  return sentencesOf(view).flatMap((each) => {
    const { line, lineRule } = each.format;
    const natural = mainSize(each) * 10 * LINE;
    const [from, to] = lineRule === 'auto' ? [240, 360] : [natural - 1, natural * 1.5 + 1];
    if (line >= from && line <= to) return [];
    const said =
      lineRule === 'auto'
        ? `${String(Math.round((line / 240) * 100) / 100).replace('.', ',')} dòng`
        : `${twipsToPt(line)} pt`;
    return [hit(each, said)];
  });
}

function sizes(view: OfficialView): readonly Hit[] {
  const all = bodyOf(view).filter((each) => inked(each).length > 0);
  const common = usual(all.map(mainSize));
  return all.flatMap((each) => {
    const wrong = wrongSizes(each, [26, 28]);
    if (wrong.length > 0) return [hit(each, `cỡ chữ ${wrong.map(sizeText).join(', ')}`)];
    return mainSize(each) === common
      ? []
      : [hit(each, `cỡ chữ ${sizeText(mainSize(each))}, các đoạn khác ${sizeText(common as number)}`)];
  });
}

function emphasis(view: OfficialView): readonly Hit[] {
  const all = bodyOf(view).filter((each) => /\p{L}/u.test(each.text));
  const whole = all.flatMap((each) => {
    if (each.text.length < 20) return [];
    const faults = [
      ...(isBold(each) ? ['đậm cả đoạn'] : []),
      ...(isItalic(each) ? ['nghiêng cả đoạn'] : []),
      ...(isUpper(each.text) ? ['viết hoa cả đoạn'] : []),
    ];
    return faults.length === 0 ? [] : [hit(each, faults.join(', '))];
  });
  const runs = all.flatMap(inked);
  const count = (some: typeof runs): number => some.reduce((sum, run) => sum + run.text.length, 0);
  const marked = count(runs.filter(({ format }) => format.bold || format.italic));
  const share = marked / Math.max(1, count(runs));
  const [first] = all;
  return whole.length === 0 && first && share > 0.2
    ? [hit(first, `${Math.round(share * 100)}% chữ trong nội dung là đậm hoặc nghiêng`)]
    : whole;
}

/** Word wants a paragraph after a table; a hair of one is no spacing. */
function mayBeEmpty(blocks: readonly Block[], index: number): boolean {
  const paragraph = blocks[index] as Paragraph;
  const afterTable =
    blocks[index - 1]?.kind === 'table' && (blocks[index + 1]?.kind === 'table' || index === blocks.length - 1);
  return afterTable || paragraph.endsSection || paragraph.pageBreak || paragraph.mark.size <= 8;
}

function spacers(view: OfficialView): readonly Hit[] {
  return textsOf(view).flatMap((blocks) =>
    blocks.flatMap((block, index): readonly Hit[] => {
      if (block.kind === 'table') return [];
      const role = view.roleOf(block);
      if (isBlank(block) && role === 'empty')
        return mayBeEmpty(blocks, index) ? [] : [hit(block, 'đoạn trống dùng làm khoảng cách')];
      const padded = TEXT_ROLES.has(role) || NUMBERED_ROLES.has(role);
      return padded && /^[ \t\u00a0]+\S/u.test(block.raw)
        ? [hit(block, 'dấu cách hoặc tab đầu dòng thay thụt lề')]
        : [];
    }),
  );
}

function ending(view: OfficialView): readonly Hit[] {
  const texts = view.main.filter((block) => block.kind === 'table' || block.text !== '');
  const last = texts.at(-1);
  if (!last || texts.every((block) => block.kind === 'table')) return [];
  if (last.kind === 'table') return [hit(last.place, 'kết thúc bằng bảng')];
  return /\.\/\.$/.test(last.text.replace(/\s/gu, '')) ? [] : [hit(last, `“…${last.text.slice(-30)}”`)];
}

function keeping(view: OfficialView): readonly Hit[] {
  const numbered = textsOf(view).flatMap((blocks) =>
    flowOf(blocks).filter((each) => ['heading1', 'phan', 'muc', 'dieu'].includes(view.roleOf(each))),
  );
  const loose = numbered.filter((each) => !each.format.keepNext && isBold(each));
  const widows = bodyOf(view).filter((each) => !each.format.widowControl);
  const [first, widow] = [loose[0], widows[0]];
  return [
    ...(first ? [hit(first, `${loose.length} đề mục không giữ cùng đoạn sau`)] : []),
    ...(widow ? [hit(widow, `${widows.length} đoạn không kiểm soát dòng lẻ`)] : []),
  ];
}

export const BODY_FORM_CHECKS: Checks = {
  'BD-01': justified,
  'BD-02': firstLines,
  'BD-03': gaps,
  'BD-04': lines,
  'BD-05': sizes,
  'BD-06': emphasis,
  'BD-07': spacers,
  'BD-17': ending,
  'BD-20': keeping,
};
