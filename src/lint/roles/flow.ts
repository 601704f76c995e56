/** Tells the paragraphs between head and foot, and those of appendices: by style, else by how they begin. */

import type { Block, Paragraph } from '../model/document';
import { TYPES } from './types';
import { folded, isBlank, isBold, isItalic, isUpper } from './looks';
import { roleOfStyle, type Role } from './roles';
import { isRuleParagraph } from './rule-lines';

const ADDRESSEE = /^kinh gui\b/;
const BASIS = /^can cu\b/;
const ADDRESS = /^(dia chi|dien thoai|dt|so dien thoai|fax|email|website|thu dien tu)\s*:/;
const MARKS: readonly (readonly [RegExp, Role])[] = [
  [/^(Phần|PHẦN|Chương|CHƯƠNG) (thứ )?[IVXLC\d]+\.?$/u, 'phan'],
  [/^(Mục|MỤC|Tiểu mục|TIỂU MỤC) [IVXLC\d]+\.?$/u, 'muc'],
  [/^(Điều|ĐIỀU) \d+[.:]/u, 'dieu'],
  [/^[IVXLC]+\. ?\S/u, 'heading1'],
  [/^\d+\. ?\D/u, 'heading2'],
  [/^\d+(\.\d+)+\.? /u, 'heading2'],
  [/^(\([a-zđ]\)|[a-zđ][).]) /u, 'heading3'],
  [/^[-+•–*] ?\S/u, 'list'],
];

const CLOSE = /^\.\s*\/\s*\.$/;

/** Ends of a table's own line above it. */
const CAPTION = /^(bang|bieu|hinh|so do)\s+[\divxlc.]+[.:]?\s/;

/** What a paragraph of the running text is. */
function byLook(paragraph: Paragraph): Role {
  const { text } = paragraph;
  if (isBlank(paragraph) && isRuleParagraph(paragraph)) return 'rule';
  if (text === '') return 'empty';
  if (isRuleParagraph(paragraph)) return 'rule';
  if (CLOSE.test(text)) return 'close';
  const marked = MARKS.find(([pattern]) => pattern.test(text));
  if (marked) return marked[1];
  if (ADDRESS.test(folded(paragraph))) return 'address';
  if (CAPTION.test(folded(paragraph)) && (paragraph.format.align === 'center' || isBold(paragraph))) return 'caption';
  if (BASIS.test(folded(paragraph)) && isItalic(paragraph)) return 'canCu';
  return paragraph.format.align === 'center' && isBold(paragraph) ? 'centred' : 'body';
}

/** Roles of running text; what follows "Chương I" or "Mục 1" is its title. */
export function assignFlow(blocks: readonly Block[], roles: Map<Paragraph, Role>): void {
  let before: Role | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') {
      before = undefined;
      continue;
    }
    if (roles.has(block)) continue;
    const role = roleOfStyle(block.styleId) ?? byLook(block);
    const title = (before === 'phan' || before === 'muc') && (role === 'centred' || role === 'body');
    roles.set(block, title ? 'partTitle' : role);
    if (role !== 'empty') before = role;
  }
}

/** Text by which the issuer of a decision names himself, or the word that enacts it: capitals, in the middle. */
const isCentredCapitals = (paragraph: Paragraph): boolean =>
  paragraph.format.align === 'center' && isUpper(paragraph.text);

function isTypeName(paragraph: Paragraph): boolean {
  return TYPES.some((type) => type.folded === folded(paragraph));
}

/** Tên loại and trích yếu: the first texts below the head, unless the subject stands under the number. */
function assignTitle(paragraphs: readonly Paragraph[], letter: boolean, roles: Map<Paragraph, Role>): number {
  const texts = paragraphs.filter((each) => each.text !== '' && !isRuleParagraph(each));
  const [first] = texts;
  if (!first) return 0;
  const styled = roleOfStyle(first.styleId) === 'tenLoai';
  const named = styled || isTypeName(first) || (!letter && isCentredCapitals(first) && isBold(first));
  if (!named) return 0;
  roles.set(first, 'tenLoai');
  let at = paragraphs.indexOf(first) + 1;
  for (; at < paragraphs.length; at++) {
    const each = paragraphs[at] as Paragraph;
    if (roleOfStyle(each.styleId) !== undefined && roleOfStyle(each.styleId) !== 'trichYeu') break;
    const some = paragraphs.slice(0, at).some((p) => roles.get(p) === 'trichYeu');
    const goesOn =
      each.format.align === 'center' && !isItalic(each) && !isCentredCapitals(each) && !ADDRESSEE.test(folded(each));
    if (each.text === '' || isRuleParagraph(each)) {
      if (some) break;
    } else if (roleOfStyle(each.styleId) === 'trichYeu' || !some || goesOn) {
      if (ADDRESSEE.test(folded(each)) || BASIS.test(folded(each))) break;
      roles.set(each, 'trichYeu');
    } else break;
  }
  return at;
}

function assignAddressees(paragraphs: readonly Paragraph[], roles: Map<Paragraph, Role>): void {
  const at = paragraphs.slice(0, 12).findIndex((each) => ADDRESSEE.test(folded(each)));
  if (at < 0) return;
  roles.set(paragraphs[at] as Paragraph, 'kinhGui');
  if (!/:$/.test((paragraphs[at] as Paragraph).text)) return;
  for (const each of paragraphs.slice(at + 1)) {
    if (each.text === '') continue;
    if (roleOfStyle(each.styleId) !== undefined && roleOfStyle(each.styleId) !== 'kinhGuiItem') break;
    const item = roleOfStyle(each.styleId) === 'kinhGuiItem' || /^[-+•–]/.test(each.text);
    if (!item) break;
    roles.set(each, 'kinhGuiItem');
  }
}

/** "Căn cứ …" lines before the text; a sentence that only begins so is text. */
function assignBases(paragraphs: readonly Paragraph[], roles: Map<Paragraph, Role>): void {
  for (const each of paragraphs) {
    if (each.text === '' || roles.has(each)) continue;
    if (isCentredCapitals(each) || isRuleParagraph(each)) continue;
    const styled = roleOfStyle(each.styleId);
    if (styled !== undefined && styled !== 'canCu') return;
    const basis = BASIS.test(folded(each)) && (isItalic(each) || /;$/.test(each.text));
    const proposal = /^(theo de nghi|xet de nghi)\b/.test(folded(each)) && isItalic(each);
    if (styled === undefined && !basis && !proposal) return;
    roles.set(each, 'canCu');
  }
}

/** Tells what stands between head and foot. */
export function assignMain(blocks: readonly Block[], letter: boolean, roles: Map<Paragraph, Role>): void {
  const firstTable = blocks.findIndex((block) => block.kind === 'table');
  const opening = blocks
    .slice(0, firstTable < 0 ? blocks.length : firstTable)
    .filter((block): block is Paragraph => block.kind === 'paragraph');
  const used = assignTitle(opening, letter, roles);
  assignAddressees(opening.slice(used), roles);
  assignBases(opening.slice(used), roles);
  assignFlow(blocks, roles);
}
