/**
 * Values made safe for SpreadsheetML: what a cell cannot hold is dropped, cut or escaped here, once, so that
 * the text which a reader gets back is the text of the model. A number that is none is a bug and throws.
 */

import { cleanText } from '../../lib/text';

/** Excel's limit for one cell, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;
const CUT_MARK = '… (cắt bớt)';

/** The text as it will be shown: no illegal characters, line feeds only, at most 32,767 units. */
export function shownText(text: string): string {
  const clean = cleanText(text);
  if (clean.length <= MAX_CELL_TEXT) return clean;
  const kept = clean.slice(0, MAX_CELL_TEXT - CUT_MARK.length).replace(/[\uD800-\uDBFF]$/, '');
  return kept + CUT_MARK;
}

/** `_x0041_` would be read as "A" (ST_Xstring): its underscore is written as `_x005F_`. */
export function escapeXstring(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}

const FORMULA_SIGNS = '=+-@\t';

/** Would somebody who edits this text turn it into a formula? */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_SIGNS.includes(text.charAt(0)) && text !== '';
}

/** Finite numbers only; negative zero is zero. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a number that a cell can hold: ${value}`);
  return value === 0 ? 0 : value;
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an XML attribute or element of a part that is patched by hand. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => XML[char] as string).replace(/\n/g, '&#10;');
}
