/**
 * Vietnamese numbers and dates as an office writes them: 1.234,5 · 98,63% · 05/02/2026 ·
 * "ngày 05 tháng 02 năm 2026" (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4b: days 1-9 and months 1, 2 with a zero).
 */

import { dayOfMonth, monthOf, yearOf, type PlainDate } from '../calendar/plain-date';
import type { DateRange } from '../calendar/range';

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Whole number with "." between thousands. Throws on anything that is not a safe integer. */
export function formatInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer: ${value}`);
  return (value < 0 ? '-' : '') + group(String(Math.abs(value)));
}

/** Exactly `decimals` places after ",". The value is printed, not rounded by policy: round before. */
export function formatDecimal(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`);
  const digits = Math.abs(value).toFixed(decimals);
  const [whole = '0', part] = digits.split('.');
  return (value < 0 && /[1-9]/.test(digits) ? '-' : '') + group(whole) + (part ? `,${part}` : '');
}

/** A number with as many decimals as it has, at most `most`: 12 → "12", 1234.5 → "1.234,5". */
export function formatNumber(value: number, most = 6): string {
  return formatDecimal(value, most).replace(/,(\d*?)0+$/, (_, kept: string) => (kept ? `,${kept}` : ''));
}

/**
 * A percentage already rounded by policy (0 to 100, say 98.63) → "98,63%". Always two decimals, as a workbook cell
 * of format 0.00% shows it, so that one figure is one text in every output.
 */
export function formatPercent(percent: number): string {
  return `${formatDecimal(percent, 2)}%`;
}

/** `05/02/2026`, the short form for tables. */
export function formatDate(day: PlainDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** `15/12/2025 – 14/03/2026`, the short form for tables. */
export function formatRange(range: DateRange): string {
  return `${formatDate(range.from)} – ${formatDate(range.to)}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Month as the decree writes it: 1 and 2 with a zero, 3 to 12 without. */
export function monthText(month: number): string {
  return month <= 2 ? two(month) : String(month);
}

/** `ngày 05 tháng 3 năm 2026` with no-break spaces between each word and its number. */
export function formatLongDate(day: PlainDate): string {
  return `ngày\u00a0${two(dayOfMonth(day))} tháng\u00a0${monthText(monthOf(day))} năm\u00a0${yearOf(day)}`;
}

/** The month that the day ends, by the name that "đến hết" takes: `tháng 3 năm 2026`, but `năm 2026` for its last. */
export function monthName(day: PlainDate): string {
  const year = `năm ${yearOf(day)}`;
  return monthOf(day) === 12 ? year : `tháng ${monthText(monthOf(day))} ${year}`;
}

/** `từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026`. */
export function formatLongRange(range: DateRange): string {
  return `từ ${formatLongDate(range.from)} đến ${formatLongDate(range.to)}`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 to 39 as Roman numerals: appendices, quarters, sections. */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 39) throw new RangeError(`no Roman numeral for ${value}`);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** "a", "a và b", "a, b và c": a list of two reads as a list of two. */
export function joinList(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} và ${items[items.length - 1]}`;
}
