/** What a cell shows, as a table that a clerk can check; and the style file. */

import type { CellStyle, Scalar } from '../../../src/report/workbook';
import { shownValue } from '../../../src/render/xlsx/shown-value';
import { parseWorkbookStyles } from '../../../src/render/xlsx/workbook-styles';
import { cell } from './sample-workbook';
import { stylesJson } from './styles';

const SHOWN: readonly (readonly [Scalar, CellStyle, string])[] = [
  [1234567, 'integer', '1.234.567'],
  [-1234, 'integer', '-1.234'],
  [2.5, 'integer', '3'],
  [-2.5, 'integer', '-3'],
  [-0.4, 'integer', '0'],
  [0, 'total', '0'],
  [1234.5, 'decimal', '1.234,50'],
  [1.005, 'decimal', '1,01'],
  [0.9863, 'percent', '98,63%'],
  [0.98625, 'percent', '98,63%'],
  [1187 / 1204, 'percent', '98,59%'],
  [1, 'percent', '100,00%'],
  [0.00004, 'totalPercent', '0,00%'],
  [-0.00004, 'percent', '0,00%'],
  [12.5, 'text', '12,5'],
  [2026, 'center', '2026'],
  [-1234567.25, 'text', '-1234567,25'],
  ['2026-03-05', 'date', '05/03/2026'],
  ['chưa gửi', 'date', 'chưa gửi'],
  ['2026-03-05', 'text', '2026-03-05'],
  ['=1+1', 'text', '=1+1'],
  [null, 'percent', ''],
];

test.each(SHOWN)('%j as %s', (value, style, text) => expect(shownValue(cell(value, style))).toBe(text));

test('a number that is none throws', () => expect(() => shownValue(cell(NaN, 'percent'))).toThrow(RangeError));

describe('style file', () => {
  const json = stylesJson as { cells: Record<string, unknown> };

  test('a missing style, an unknown key and a wrong colour are refused', () => {
    const { date: _, ...fewer } = json.cells;
    expect(() => parseWorkbookStyles({ ...json, cells: fewer })).toThrow();
    expect(() => parseWorkbookStyles({ ...json, colour: 1 })).toThrow();
    expect(() =>
      parseWorkbookStyles({ ...json, cells: { ...json.cells, bad: { align: 'left', fill: 'red' } } }),
    ).toThrow();
  });
});
