/**
 * Numbers and dates as an office writes them (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4b for dates). A number printed
 * reads back as itself, so that what a clerk copies from a report is the figure.
 */

import fc from 'fast-check';
import { plainDate } from '../../src/calendar/plain-date';
import { dateRange } from '../../src/calendar/range';
import {
  formatDate,
  formatDecimal,
  formatInteger,
  formatLongDate,
  formatLongRange,
  formatNumber,
  formatPercent,
  formatRange,
  joinList,
  monthName,
  monthText,
  roman,
} from '../../src/i18n/format';

/** The number that a Vietnamese text writes. */
const readBack = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [16051, '16.051'],
    [1234567, '1.234.567'],
    [-1234, '-1.234'],
    [Number.MAX_SAFE_INTEGER, '9.007.199.254.740.991'],
  ])('%d is written %s', (value, text) => {
    expect(formatInteger(value)).toBe(text);
  });

  test.each([
    [1234.5, 2, '1.234,50'],
    [0.5, 1, '0,5'],
    [1000, 0, '1.000'],
    [-1234.567, 3, '-1.234,567'],
    [-0.001, 2, '0,00'],
    [0, 2, '0,00'],
  ])('%d with %i decimals is written %s', (value, decimals, text) => {
    expect(formatDecimal(value, decimals)).toBe(text);
  });

  test.each([
    [12, '12'],
    [1234.5, '1.234,5'],
    [0.1 + 0.2, '0,3'],
    [100, '100'],
    [10.05, '10,05'],
    [0.000001, '0,000001'],
    [-2.5, '-2,5'],
    [-0.0000001, '0'],
  ])('%d with as many decimals as it has is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test.each([
    [98.63, '98,63%'],
    [100, '100,00%'],
    [0, '0,00%'],
    [5.5, '5,50%'],
  ])('%d percent is written %s: always two decimals, as a cell shows it', (value, text) => {
    expect(formatPercent(value)).toBe(text);
  });

  test('what is printed reads back as the same number', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (n) => expect(readBack(formatInteger(n))).toBe(n + 0)));
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
        const value = n / 10 ** decimals;
        expect(readBack(formatNumber(value))).toBeCloseTo(value, 6);
        expect(formatNumber(value)).not.toMatch(/,\d*0$|,$/);
        expect(formatDecimal(value, 2)).toMatch(/^-?\d{1,3}(\.\d{3})*,\d{2}$/);
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is not printed', (value) => {
    expect(() => formatDecimal(value, 2)).toThrow(RangeError);
    expect(() => formatInteger(value)).toThrow(RangeError);
  });

  test('a number with decimals is not printed as a whole one', () => {
    expect(() => formatInteger(1.5)).toThrow(RangeError);
  });
});

describe('dates', () => {
  test.each([
    ['2026-02-05', '05/02/2026', 'ngày 05 tháng 02 năm 2026'],
    ['2026-01-31', '31/01/2026', 'ngày 31 tháng 01 năm 2026'],
    ['2026-03-09', '09/03/2026', 'ngày 09 tháng 3 năm 2026'],
    ['2026-10-10', '10/10/2026', 'ngày 10 tháng 10 năm 2026'],
    ['2026-12-14', '14/12/2026', 'ngày 14 tháng 12 năm 2026'],
  ])('%s is %s, and in full "%s": days 1 to 9 and months 1 and 2 with a zero', (day, short, long) => {
    expect(formatDate(plainDate(day))).toBe(short);
    expect(formatLongDate(plainDate(day)).replaceAll('\u00a0', ' ')).toBe(long);
  });

  test('a range in short', () => {
    expect(formatRange(dateRange(plainDate('2025-12-15'), plainDate('2026-06-14')))).toBe('15/12/2025 – 14/06/2026');
  });

  test('a number never parts from its word at the end of a line', () => {
    expect(formatLongDate(plainDate('2026-02-05'))).toBe('ngày\u00a005 tháng\u00a002 năm\u00a02026');
    expect([1, 2, 3, 12].map(monthText)).toEqual(['01', '02', '3', '12']);
  });

  test('names the month whose end is meant, and the year at the end of its last', () => {
    const names = ['2026-02-28', '2026-03-31', '2026-12-31'].map((day) => monthName(plainDate(day)));
    expect(names).toEqual(['tháng 02 năm 2026', 'tháng 3 năm 2026', 'năm 2026']);
  });

  test('a window in full names both its days', () => {
    const window = dateRange(plainDate('2025-12-15'), plainDate('2026-03-14'));
    expect(formatLongRange(window).replaceAll('\u00a0', ' ')).toBe(
      'từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026',
    );
  });
});

describe('Roman numerals and lists', () => {
  test('1 to 39 read back as themselves and are all different', () => {
    const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
    const value = (text: string): number =>
      [...text].reduce((sum, sign, i) => {
        const [here, next] = [worth[sign] as number, worth[text[i + 1] ?? ''] ?? 0];
        return sum + (here < next ? -here : here);
      }, 0);
    const all = Array.from({ length: 39 }, (_, i) => roman(i + 1));
    expect(all.map(value)).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
    expect(all.filter((t) => /I{4}|X{4}|V{2}|I{2}[VX]/.test(t))).toEqual([]);
    expect([roman(1), roman(4), roman(9), roman(14), roman(39)]).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIX']);
  });

  test.each([0, 40, 1.5, -1])('%d has none', (value) => {
    expect(() => roman(value)).toThrow(RangeError);
  });

  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a và b'],
    [['a', 'b', 'c'], 'a, b và c'],
  ])('%j is the list "%s"', (items, text) => {
    expect(joinList(items)).toBe(text);
  });
});
