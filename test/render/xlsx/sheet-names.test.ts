/** Sheet names that Excel accepts, and references that follow a renamed sheet. */

import { safeSheetNames, SheetDirectory } from '../../../src/render/xlsx/sheet-names';

const NAMES: readonly (readonly [string, string])[] = [
  ['Tổng hợp', 'Tổng hợp'],
  ['Sở KH/ĐT: [1]', 'Sở KH-ĐT- -1-'],
  ['a\\b?c*d', 'a-b-c-d'],
  ["'Trích dẫn'", 'Trích dẫn'],
  ['  hai   dấu  cách ', 'hai dấu cách'],
  ['', 'Trang tính'],
  ['\u0001', 'Trang tính'],
  ['History', 'History (1)'],
  ['Ủy ban nhân dân phường có tên rất dài', 'Ủy ban nhân dân phường có tên r'],
  [`${'a'.repeat(30)}😀`, 'a'.repeat(30)],
  ['Sở Nội vụ'.normalize('NFD'), 'Sở Nội vụ'],
];

test.each(NAMES)('%j', (given, safe) => expect(safeSheetNames([given])).toEqual([safe]));

test('unique whatever the case and the Unicode form, within 31 characters', () => {
  const long = 'a'.repeat(40);
  const names = safeSheetNames(['Sở', 'SỞ', 'Sở'.normalize('NFD'), long, long, 'a/b', 'a?b']);
  expect(names).toEqual(['Sở', 'SỞ (2)', 'Sở (3)', 'a'.repeat(31), `${'a'.repeat(27)} (2)`, 'a-b', 'a-b (2)']);
});

describe('references', () => {
  const directory = new SheetDirectory(['Sở KH/ĐT', "Ông 'A'", 'ChiTiet', 'Chi tiết']);

  test.each([
    ["'Sở KH/ĐT'!A1+1", "'Sở KH-ĐT'!A1+1"],
    ["SUM('ông ''a'''!A1:B2)", "SUM('Ông ''A'!A1:B2)"],
    ['ChiTiet!A1+chitiet!B2', "'ChiTiet'!A1+'ChiTiet'!B2"],
    ['IF(A1="ChiTiet!A1","a""b","c")', 'IF(A1="ChiTiet!A1","a""b","c")'],
    ['Khac!A1', 'Khac!A1'],
    ['SUM(A1:A3)', 'SUM(A1:A3)'],
  ])('%s', (formula, expected) => expect(directory.rewrite(formula)).toBe(expected));

  test.each([
    ['Chi tiết!A5', "'Chi tiết'!A5"],
    ["'Chi tiết'!$A$5", "'Chi tiết'!$A$5"],
    ['Sở KH/ĐT!AA10', "'Sở KH-ĐT'!AA10"],
    ["'Ông ''A'''!A1", "'Ông ''A'!A1"],
  ])('link %s', (link, location) => expect(directory.location(link)).toBe(location));

  test.each(['Khác!A1', 'A1', 'Chi tiết!', 'Chi tiết!1A', '!A1'])('link %s goes nowhere', (link) => {
    expect(() => directory.location(link)).toThrow(RangeError);
  });
});
