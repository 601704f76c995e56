/** Excel's day numbers: counted from 1900 with a 29 February that never was, or from 1904. */

import { addDays, plainDate, type PlainDate } from '../../calendar/plain-date';

const EPOCH_1900 = plainDate('1899-12-30');
const EPOCH_1904 = plainDate('1904-01-01');
/** 1/3/1900 and 31/12/9999. */
const FIRST = 61;
const LAST = 2_958_465;

/** The day of a serial number, its time of day left out; undefined where Excel has none. */
export function dayOfSerial(serial: number, dates1904: boolean): PlainDate | undefined {
  const days = Math.floor(serial);
  const from1900 = dates1904 ? days + 1_462 : days;
  if (!Number.isFinite(serial) || from1900 < FIRST || from1900 > LAST) return undefined;
  return addDays(dates1904 ? EPOCH_1904 : EPOCH_1900, days);
}
