/**
 * Properties of a section as the template has them (headers, margins, columns), read for the room between the margins
 * and rewritten for an appendix: the page turned, the count of pages begun again.
 */

import type { Orientation } from '../../../report/document';
import { attributeOf } from './scan';

const elementOf = (sectPr: string, name: string): string | undefined =>
  new RegExp(`<w:${name}\\b[^>]*>`).exec(sectPr)?.[0];

const numberOf = (element: string | undefined, name: string): number =>
  Number(element === undefined ? 0 : (attributeOf(element, `w:${name}`) ?? 0)) || 0;

/** Width of a line: between the margins, of one column where there are several; undefined when it is not said. */
export function roomOf(sectPr: string): number | undefined {
  const [size, margins, cols] = ['pgSz', 'pgMar', 'cols'].map((name) => elementOf(sectPr, name));
  const room =
    numberOf(size, 'w') - numberOf(margins, 'left') - numberOf(margins, 'right') - numberOf(margins, 'gutter');
  const columns = Math.max(1, numberOf(cols, 'num'));
  const line = Math.floor((room - (columns - 1) * numberOf(cols, 'space')) / columns);
  return line > 0 ? line : undefined;
}

export function orientationOf(sectPr: string): Orientation {
  const size = elementOf(sectPr, 'pgSz');
  return numberOf(size, 'w') > numberOf(size, 'h') ? 'landscape' : 'portrait';
}

/** What follows the page numbers in a section's properties. */
const AFTER_NUMBERS =
  /<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange)\b|<\/w:sectPr>/;

function countedAnew(sectPr: string): string {
  const found = elementOf(sectPr, 'pgNumType');
  if (found === undefined) return sectPr.replace(AFTER_NUMBERS, (next) => `<w:pgNumType w:start="1"/>${next}`);
  const bare = found.replace(/\sw:start="[^"]*"/, '');
  return sectPr.replace(found, () => bare.replace('<w:pgNumType', '<w:pgNumType w:start="1"'));
}

function turned(sectPr: string, orientation: Orientation): string {
  const size = elementOf(sectPr, 'pgSz');
  if (size === undefined || orientationOf(sectPr) === orientation) return sectPr;
  const [width, height] = [numberOf(size, 'w'), numberOf(size, 'h')];
  const page = `<w:pgSz w:w="${height}" w:h="${width}"${orientation === 'landscape' ? ' w:orient="landscape"' : ''}/>`;
  return sectPr.replace(size, () => page);
}

/** The section of an appendix, on a page of its own, made of the section that it interrupts. */
export function appendixSection(sectPr: string, orientation: Orientation): string {
  const open = sectPr.endsWith('/>') ? `${sectPr.slice(0, -2).trimEnd()}></w:sectPr>` : sectPr;
  const page = open.replace(/<w:type\b[^>]*\/>|<w:sectPrChange\b.*?<\/w:sectPrChange>/gs, '');
  return countedAnew(turned(page, orientation));
}
