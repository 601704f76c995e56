/**
 * Days as people write them: `5/3/26`, `05-03-2026`, `5.3.2026`, `ngày 05 tháng 3 năm 2026`, `2026-03-05`, a day
 * number of Excel. Day before month, always: what is no such day is not read, never turned round.
 */

import { dayOf, type PlainDate } from '../../calendar/plain-date';
import { fold } from '../../lib/text';
import { dayOfSerial } from '../read/serial';

const DMY = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/;
const YMD = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$/;
const WORDS = /^(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*(?:nam|,)?\s*(\d{4}|\d{2})$/;
/** 1/1/2000 and 31/12/2099: a bare number in a cell for a day. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The day that a text means; undefined where it means none, or its year is not written. */
export function parseDay(text: string): PlainDate | undefined {
  const plain = fold(text.normalize('NFKC'))
    .replace(/^'|[.;]$/g, '')
    .replace(/^ngay\s*(?=\d{1,2}\s*[/.-])/, '');
  const dmy = DMY.exec(plain) ?? WORDS.exec(plain);
  if (dmy) return dayOf(fullYear(dmy[3] as string), Number(dmy[2]), Number(dmy[1]));
  const ymd = YMD.exec(plain);
  if (ymd) return dayOf(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  return /^\d{5}(?:\.\d+)?$/.test(plain) ? dayOfNumber(Number(plain)) : undefined;
}

/** The day of a number that stands in a cell for a day without a date format. */
export function dayOfNumber(value: number): PlainDate | undefined {
  return value >= FIRST_SERIAL && value <= LAST_SERIAL ? dayOfSerial(value, false) : undefined;
}
