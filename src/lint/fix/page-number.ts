/** Corrections of page numbers: a header with the number where there is none, none on page 1, in the middle, 14 pt. */

import { OFFICE_RELATIONS } from '../../office-file/relationships';
import { childOf, childrenOf, type XmlElement } from '../../office-file/xml';
import { paragraphsOf, type Section, type Story, type WordDocument } from '../model/document';
import { hasSeveralPages } from '../rules/extent';
import { showsPage } from '../rules/page-number';
import { AFTER_TITLE } from './page';
import type { Patch } from './patch';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const LOOK =
  '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr>';
const mark = (type: string): string => `<w:r>${LOOK}<w:fldChar w:fldCharType="${type}"/></w:r>`;
const NUMBER =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>' +
  `${mark('begin')}<w:r>${LOOK}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${mark('separate')}` +
  `<w:r>${LOOK}<w:t>2</w:t></w:r>${mark('end')}</w:p>`;

export interface NewHeader {
  readonly xml: string;
  readonly relationshipId: string;
}

/** Which headers must be made or filled, and which sections must hide the number on their first page. */
export interface NumberPlan {
  /** A new header that section 1 names and the others inherit. */
  readonly header: NewHeader | undefined;
  /** Headers that are there but show no number. */
  readonly fill: readonly Story[];
  readonly rules: readonly string[];
}

/** Notes in the main part what is missing; the caller adds the new part. */
export function planNumbers(word: WordDocument, patch: Patch, takenIds: ReadonlySet<string>): NumberPlan {
  const [first] = word.sections;
  const wanting = hasSeveralPages(word) ? word.sections.filter(({ headers }) => !showsPage(headers.default)) : [];
  const fill = [...new Set(wanting.flatMap(({ headers }) => headers.default ?? []))];
  const bare = wanting.filter(({ headers }) => headers.default === undefined);
  const rules: string[] = wanting.length > 0 ? ['PG-09'] : [];
  const header = bare.length > 0 ? newHeader(bare, patch, takenIds) : undefined;
  const numbered = wanting.length > 0 || showsPage(first?.headers.default);
  if (first?.element && numbered && !first.titlePage) {
    hideOnFirst(first.element, patch);
    rules.push('PG-13');
  }
  return { header, fill, rules };
}

function newHeader(bare: readonly Section[], patch: Patch, taken: ReadonlySet<string>): NewHeader | undefined {
  const target = bare[0]?.element;
  if (!target) return undefined;
  let n = 1;
  while (taken.has(`rIdSoTrang${n}`)) n += 1;
  const relationshipId = `rIdSoTrang${n}`;
  const others = target.children.flatMap((child) =>
    typeof child === 'string' || child.name === 'w:headerReference' ? [] : child.name,
  );
  patch.insert(
    target,
    `<w:headerReference xmlns:r="${OFFICE_RELATIONS}" w:type="default" r:id="${relationshipId}"/>`,
    others,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="${WORD}">${NUMBER}</w:hdr>`;
  return { xml, relationshipId };
}

function hideOnFirst(element: XmlElement, patch: Patch): void {
  const own = childOf(element, 'w:titlePg');
  if (own) patch.set(own, 'w:val', null);
  else patch.insert(element, '<w:titlePg/>', AFTER_TITLE);
}

/** Puts the number into a header that is there. */
export function fillHeader(patch: Patch): void {
  patch.insert(patch.root, NUMBER, ['w:p', 'w:tbl', 'w:sdt']);
}

const PROPERTIES_AFTER_INDENT = [
  'w:contextualSpacing',
  'w:mirrorIndents',
  'w:suppressOverlap',
  'w:jc',
  'w:textDirection',
  'w:textAlignment',
  'w:textboxTightWrap',
  'w:outlineLvl',
  'w:divId',
  'w:cnfStyle',
  'w:rPr',
  'w:sectPr',
  'w:pPrChange',
];
const AFTER_JC = PROPERTIES_AFTER_INDENT.slice(4);

function centre(paragraph: XmlElement, patch: Patch): void {
  const properties = childOf(paragraph, 'w:pPr');
  const indent = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>';
  if (!properties) {
    const followers = paragraph.children.flatMap((child) => (typeof child === 'string' ? [] : child.name));
    return patch.insert(paragraph, `<w:pPr>${indent}<w:jc w:val="center"/></w:pPr>`, followers);
  }
  for (const own of childrenOf(properties, 'w:ind')) patch.remove(own);
  patch.insert(properties, indent, PROPERTIES_AFTER_INDENT);
  const align = childOf(properties, 'w:jc');
  if (align) patch.set(align, 'w:val', 'center');
  else patch.insert(properties, '<w:jc w:val="center"/>', AFTER_JC);
}

/** The number stands in the middle, upright, 13 or 14 pt. Answers with the rules met. */
export function fixNumberLook(story: Story, patch: Patch): readonly string[] {
  const rules: string[] = [];
  for (const paragraph of paragraphsOf(story.blocks)) {
    const numbers = paragraph.runs.filter((run) => /\bPAGE\b/i.test(run.field?.instruction ?? ''));
    if (numbers.length === 0) continue;
    const { align, left, right, firstLine, frameAlign } = paragraph.format;
    if (frameAlign !== 'center' && (align !== 'center' || left !== 0 || right !== 0 || firstLine !== 0)) {
      centre(paragraph.element, patch);
      rules.push('PG-11');
    }
    for (const { element, format } of numbers) {
      if (element.name !== 'w:r') continue;
      const { size, bold, italic } = format;
      if (size < 26 || size > 28) patch.setRun(element, 'w:sz', { 'w:val': '28' });
      if (bold) patch.setRun(element, 'w:b', { 'w:val': '0' });
      if (italic) patch.setRun(element, 'w:i', { 'w:val': '0' });
      if (size < 26 || size > 28 || bold || italic) rules.push('PG-12');
    }
  }
  return [...new Set(rules)];
}
