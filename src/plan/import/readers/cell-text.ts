/**
 * Text of one cell or paragraph, cleaned of what the way to us left in it: html tags and entities of a web copy,
 * bold marks of a text extraction, footnote marks. Wording stays; `\n` parts paragraphs.
 */

import { cleanText, squeeze } from '../../../lib/text';

const LINE_TAGS = /<\/?(?:p|br|ul|ol|div|tr|table)(?:\s[^<>]{0,300})?\s*\/?>/giu;
const ITEM_TAG = /<li(?:\s[^<>]{0,300})?>/giu;
const OTHER_TAGS = /<\/?(?:li|b|i|u|em|strong|span|sup|sub|font|td|th|tbody|a)(?:\s[^<>]{0,300})?\s*\/?>/giu;
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
/** Footnote marks after a word or a stop; `m²` and `km²` are units. */
const FOOTNOTE_MARK = /(?<!(?<!\p{L})[kcdm]?m)(?<=[\p{L}\p{N}.,;:)”"])[¹²³⁰⁴-⁹]+/gu;

/** Cleaned text with one space between words and one line for each paragraph. */
export function paragraphsOfCell(raw: string): string {
  const text = cleanText(raw);
  const plain = text.includes('<') || text.includes('&') ? withoutHtml(text) : text;
  return plain
    .split('\n')
    .map((line) => squeeze(line))
    .filter((line) => line !== '')
    .join('\n');
}

function withoutHtml(text: string): string {
  return text
    .replace(LINE_TAGS, '\n')
    .replace(ITEM_TAG, '\n- ')
    .replace(OTHER_TAGS, '')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\n\s*-\s*-\s/g, '\n- ');
}

/** A paragraph of running text: bold and footnote marks of the extraction go, the wording stays. */
export function plainParagraph(raw: string): string {
  return squeeze(raw.replace(/\*\*/g, '').replace(FOOTNOTE_MARK, ''));
}
