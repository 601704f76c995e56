/**
 * Running text as an outline: headings ("III.", "2.2.", "2.2.4.") and what stands under them (bullets, undashed
 * paragraphs). An extraction may have bent letters, so words are compared folded and numbers are trusted more.
 */

import type { Place } from '../../lib/diagnostic';
import { fold } from '../../lib/text';

export interface OutlineNode {
  /** "III", "2.2.4"; null for a bullet or a paragraph. */
  readonly no: string | null;
  readonly bullet: boolean;
  /** Text without number or bullet. */
  readonly text: string;
  readonly where: Place;
  readonly children: OutlineNode[];
}

interface Paragraph {
  readonly text: string;
  readonly where: Place;
}

const LONGEST_HEADING = 120;
const ROMAN_HEADING = /^([IVX]{1,6})\.\s*(\S.*)$/u;
const DECIMAL_HEADING = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(\S.*)$/u;
const BULLET = /^[-–+•*]\s*(\S.*)$/u;

/** The outline of a text: Roman headings on top, decimals by the number of their parts, the rest below them. */
export function outlineOf(paragraphs: readonly Paragraph[]): OutlineNode {
  const root: OutlineNode = { no: null, bullet: false, text: '', where: {}, children: [] };
  const open: { node: OutlineNode; level: number }[] = [{ node: root, level: 0 }];
  for (const paragraph of paragraphs) {
    const { node, level } = read(paragraph);
    while (open.length > 1 && level !== null && (open.at(-1)?.level ?? 0) >= level) open.pop();
    open.at(-1)?.node.children.push(node);
    if (level !== null) open.push({ node, level });
  }
  return root;
}

/** A list inside a list comes out of some extractions as "- 3.1. …". */
const BULLET_BEFORE_NUMBER = /^[-–]\s+(?=\d{1,2}\.\d{1,2}\.?\s)/u;

function read({ text: printed, where }: Paragraph): { readonly node: OutlineNode; readonly level: number | null } {
  const text = printed.replace(BULLET_BEFORE_NUMBER, '');
  const node = (no: string | null, rest: string, bullet = false): OutlineNode => ({
    no,
    bullet,
    text: rest,
    where,
    children: [],
  });
  const [, roman, section] = ROMAN_HEADING.exec(text) ?? [];
  if (roman !== undefined && section !== undefined) return { node: node(roman, section), level: 1 };
  const [, decimal, title] = DECIMAL_HEADING.exec(text) ?? [];
  const isHeading = decimal !== undefined && (decimal.includes('.') || text.startsWith(`${decimal}.`));
  if (isHeading && title !== undefined) return { node: node(decimal, title), level: 1 + decimal.split('.').length };
  const [, item] = BULLET.exec(text) ?? [];
  return { node: item === undefined ? node(null, text) : node(null, item, true), level: null };
}

/** Short headings whose folded words match: sections of the text where there are any, else headings of any depth. */
export function headingsAbout(root: OutlineNode, words: RegExp): readonly OutlineNode[] {
  const matches = (node: OutlineNode): boolean =>
    node.no !== null && node.text.length <= LONGEST_HEADING && words.test(fold(node.text));
  const sections = root.children.filter(matches);
  const search = (node: OutlineNode): readonly OutlineNode[] =>
    node.children.flatMap((child) => (matches(child) ? [child] : search(child)));
  return sections.length > 0 ? sections : search(root);
}
