/**
 * Numbers as people write them: `1.234,5`, `1 234`, `12 văn bản`, `98,5%`, full-width digits. A comma is the decimal
 * mark and dots part thousands; a number that can only be read the other way ("12.5", "1,234.5") is read that way.
 */

import { fold } from '../../lib/text';

export interface ReadNumber {
  readonly value: number;
  readonly percent: boolean;
}

const DIGITS = /^\d+$/;
const VIETNAMESE = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+,\d+$/;
const ENGLISH = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$|^\d+\.\d+$/;

/** The number that a text means; `unit` may stand behind it. Undefined where it means none. */
export function parseAmount(text: string, unit: string): ReadNumber | undefined {
  let plain = fold(text.normalize('NFKC'))
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^'/, '')
    .trim();
  const percent = plain.endsWith('%');
  if (percent) plain = plain.slice(0, -1).trim();
  const suffix = fold(unit);
  if (!percent && suffix !== '' && suffix !== '%' && plain.endsWith(suffix))
    plain = plain.slice(0, -suffix.length).trim();
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[+-]\s*/, '');
  const joined = /^\d{1,3}(?: \d{3})+(?:,\d+)?$/.test(digits) ? digits.replace(/ /g, '') : digits;
  const value = valueOf(joined);
  return value === undefined ? undefined : { value: sign * value, percent };
}

function valueOf(digits: string): number | undefined {
  if (DIGITS.test(digits)) return Number(digits);
  if (VIETNAMESE.test(digits)) return Number(digits.replace(/\./g, '').replace(',', '.'));
  if (ENGLISH.test(digits)) return Number(digits.replace(/,/g, ''));
  return undefined;
}
