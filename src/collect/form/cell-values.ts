/**
 * One cell to one value: a text, a day, a number. A formula, an error value, or what cannot be read is said with its
 * cell; nothing is guessed.
 */

import type { PlainDate } from '../../calendar/plain-date';
import { error, type Diagnostic } from '../../lib/diagnostic';
import { cleanText, squeeze } from '../../lib/text';
import { dayOfNumber, parseDay } from './parse-date';
import { parseAmount } from './parse-number';
import type { AskedCell } from './returned';

/** What a reader finds on the way. */
export type Faults = Diagnostic[];

const MAX_TEXT = 20_000;

/** As a person sees the content, for a message. */
export function shownContent({ cell }: AskedCell): string {
  const text = squeeze(String(cell?.value ?? ''));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** False, with the fault told, for a cell whose content is not a person's own value. */
function isTyped(asked: AskedCell, faults: Faults): boolean {
  if (asked.cell?.kind === 'formula') faults.push(error('BC2216', asked.where, { shown: shownContent(asked) }));
  else if (asked.cell?.kind === 'error') faults.push(error('BC2218', asked.where, { shown: shownContent(asked) }));
  else return true;
  return false;
}

/** The text of a cell, '' when blank. A number or a truth value is taken as it is shown. */
export function textIn(asked: AskedCell, faults: Faults): string {
  const { cell, where } = asked;
  if (cell === undefined || !isTyped(asked, faults)) return '';
  if (typeof cell.value === 'number' && cell.day !== null) return cell.day.split('-').reverse().join('/');
  if (typeof cell.value === 'boolean') return cell.value ? 'Có' : 'Không';
  const text = cleanText(String(cell.value).replace(/\.(?=\d+$)/, typeof cell.value === 'number' ? ',' : '.')).trim();
  if (text.length > MAX_TEXT) faults.push(error('BC2234', where, { length: text.length, most: MAX_TEXT }));
  return text;
}

/** The day of a cell; null when blank or not readable (then told). */
export function dayIn(asked: AskedCell, faults: Faults): PlainDate | null {
  const { cell, where } = asked;
  if (cell === undefined || !isTyped(asked, faults)) return null;
  const day = cell.day ?? (typeof cell.value === 'number' ? dayOfNumber(cell.value) : parseDay(String(cell.value)));
  if (day) return day;
  faults.push(error('BC2223', where, { shown: shownContent(asked) }));
  return null;
}

export interface AmountIn {
  readonly value: number;
  /** Written with a percent sign or in a percent format; `value` is then out of 100. */
  readonly percent: boolean;
}

/** The number of a cell; null when blank or not readable (then told). Finite, at most six decimals. */
export function amountIn(asked: AskedCell, unit: string, faults: Faults): AmountIn | null {
  const { cell, where } = asked;
  if (cell === undefined || !isTyped(asked, faults)) return null;
  const read = readAmount(asked, unit);
  if (read === undefined || Math.abs(read.value) > 1e15) {
    faults.push(error('BC2226', where, { shown: shownContent(asked) }));
    return null;
  }
  if (read.value < 0) {
    faults.push(error('BC2227', where, { shown: shownContent(asked) }));
    return null;
  }
  return { value: Number(read.value.toFixed(6)), percent: read.percent };
}

function readAmount({ cell }: AskedCell, unit: string): AmountIn | undefined {
  if (cell === undefined || typeof cell.value === 'boolean') return undefined;
  if (typeof cell.value === 'string') return parseAmount(cell.value, unit);
  if (cell.day !== null) return undefined;
  return { value: cell.percent ? Number((cell.value * 100).toPrecision(12)) : cell.value, percent: cell.percent };
}
