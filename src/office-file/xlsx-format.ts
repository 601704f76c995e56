/**
 * Numbers as Excel shows them, as far as a plan needs it: dates dd/mm/yyyy, a format without a day as mm/yyyy (the
 * stored first of the month is not the deadline), fixed decimals (a task numbered 1.10 is not 1.1), percentages.
 */

import { addDays, plainDate } from '../calendar/plain-date';
import { childOf, childrenOf, type XmlElement } from './xml';

export interface NumberFormats {
  /** Format code of each cell style, by its index. */
  readonly byStyle: readonly string[];
  readonly dates1904: boolean;
}

/** Built-in formats have no code in the file. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{
    1: '0',
    2: '0.00',
    9: '0%',
    10: '0.00%',
    14: 'dd/mm/yyyy',
    15: 'd-mmm-yy',
    16: 'd-mmm',
    17: 'mmm-yy',
    22: 'm/d/yy h:mm',
  },
};

/** Formats of a workbook's `styles.xml`, which may be missing. */
export function numberFormatsOf(styles: XmlElement | undefined, dates1904: boolean): NumberFormats {
  const codes = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const byStyle = childrenOf(childOf(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return codes.get(id) ?? BUILT_IN[id] ?? '';
  });
  return { byStyle, dates1904 };
}

/** A stored number as text. */
export function shownAs(stored: string, style: number, formats: NumberFormats): string {
  const value = Number(stored);
  if (stored === '' || !Number.isFinite(value)) return stored;
  const code = (formats.byStyle[style] ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/[yd]/i.test(code) || /^\W*m{1,5}\W*$/i.test(code)) return dateText(value, code, formats.dates1904) ?? stored;
  if (code.includes('%')) return `${plain(value * 100)}%`;
  const decimals = /^0\.(0+)$/.exec(code)?.[1];
  return decimals === undefined ? plain(value) : value.toFixed(decimals.length);
}

/** No binary dust: 0.1 + 0.2 was typed as 0.3. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

const EPOCH = plainDate('1899-12-30');

/** Excel counts days from 1900 with a 29 February that never was, or from 1904. */
function dateText(serial: number, code: string, dates1904: boolean): string | undefined {
  const days = Math.floor(serial) + (dates1904 ? 1462 : 0);
  if (days < 61 || days > 2_958_465) return undefined;
  const [year = '', month = '', day = ''] = addDays(EPOCH, days).split('-');
  if (/d/i.test(code)) return `${day}/${month}/${year}`;
  return /m/i.test(code) ? `${month}/${year}` : year;
}
