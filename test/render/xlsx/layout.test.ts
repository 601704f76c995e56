/** Widths and heights: nothing becomes ###, nothing is cut, nothing is shrunk beyond reading. */

import type { Sheet, SheetCell, SheetColumn } from '../../../src/report/workbook';
import { textRoom } from '../../../src/render/xlsx/column-units';
import { layOut, type Layout } from '../../../src/render/xlsx/layout';
import { lineCount, textWidth, widestLine, widestWord } from '../../../src/render/xlsx/text-width';
import { cell } from './sample-workbook';
import { styles } from './styles';

function sheetOf(
  columns: readonly Partial<SheetColumn>[],
  rows: readonly (readonly SheetCell[])[],
  more: Partial<Sheet> = {},
): Sheet {
  return {
    name: 'Mẫu',
    heading: [],
    columns: columns.map((column, i) => ({ key: `c${i}`, header: 'Cột', width: 8, ...column })),
    rows,
    autoFilter: false,
    freezeColumns: 0,
    conditional: [],
    orientation: 'landscape',
    ...more,
  };
}

const heights = (layout: Layout): readonly (number | undefined)[] => Array.from(layout.rows, layout.heightOf);

const words = (count: number): string => Array.from({ length: count }, (_, i) => `từ${i}`).join(' ');

describe('columns', () => {
  test('wide enough for the number as it is shown', () => {
    const layout = layOut(sheetOf([{ width: 4 }], [[cell(-1234567890.126, 'decimal')]]), styles);
    expect(textRoom(layout.widths[0]!, styles)).toBeGreaterThanOrEqual(textWidth('-1.234.567.890,13', 11, false));
  });

  test('wide enough for the longest word of a wrapped text and of the header', () => {
    const columns = [
      { wrap: true, width: 4 },
      { header: 'Nghiêng', width: 4 },
    ];
    const layout = layOut(sheetOf(columns, [[cell('a 131/KH-UBND b'), cell('a')]]), styles);
    const rooms = layout.widths.map((width) => textRoom(width, styles));
    expect(rooms[0]).toBeGreaterThanOrEqual(widestWord('131/KH-UBND', 11, false));
    expect(rooms[1]).toBeGreaterThanOrEqual(widestWord('Nghiêng', 11, true));
  });

  test('a word longer than words are is broken, a number never', () => {
    const rows = [[cell('https://mau.example/mot/duong/dan/rat/dai'), cell(1e20, 'decimal')]];
    const layout = layOut(sheetOf([{ wrap: true }, { wrap: true }], rows), styles);
    expect(layout.widths[0]).toBe(styles.columns.maxWordWidth);
    expect(layout.widths[1]).toBeGreaterThan(styles.columns.maxWordWidth);
    expect(heights(layout)[1]).toBeGreaterThan(30);
  });

  test('never narrower than asked, wrapped beyond the widest', () => {
    const layout = layOut(sheetOf([{ width: 30 }, {}], [[cell('ngắn'), cell(words(60))]]), styles);
    expect(layout.widths).toEqual([30, styles.columns.maxWidth]);
    expect(layout.wraps).toEqual([false, true]);
  });

  test('a text higher than the highest row widens its column', () => {
    const layout = layOut(sheetOf([{ wrap: true, width: 20 }], [[cell(words(400))]]), styles);
    expect(layout.widths[0]).toBeGreaterThan(60);
    expect(heights(layout)[1]).toBeLessThanOrEqual(409);
  });

  test('a header of many lines widens its column, so that the header row stays low', () => {
    const header = 'Ban Quản lý các khu công nghệ cao và khu công nghiệp thành phố Hà Nội';
    const layout = layOut(sheetOf([{ header, width: 9, wrap: true }, { width: 9 }], []), styles);
    const [long = 0, short] = layout.widths;
    expect(short).toBe(9);
    expect(lineCount(header, textRoom(long, styles), 11, true)).toBe(styles.columns.maxHeaderLines);
  });

  test('merged texts and empty cells do not count', () => {
    const rows = [[cell(words(50), 'group', { span: 2 })], [cell(null), cell(null)]];
    expect(layOut(sheetOf([{}, {}], rows), styles).widths).toEqual([8, 8]);
  });

  test('a sheet of lines only has one wide column', () => {
    const layout = layOut(sheetOf([], [], { heading: [cell('Bìa', 'title')] }), styles);
    expect(layout.widths).toEqual([styles.columns.maxTextWidth]);
  });
});

describe('rows', () => {
  test('one line of body text needs no height; a title does', () => {
    const layout = layOut(sheetOf([{}], [[cell('a')]], { heading: [cell('T', 'title')] }), styles);
    expect(heights(layout)).toEqual([21, undefined, undefined]);
  });

  test('as high as its highest cell, line feeds included', () => {
    const one = layOut(sheetOf([{}, { wrap: true }], [[cell('a'), cell('a\nb\nc\nd')]]), styles);
    expect(heights(one)[1]).toBeGreaterThanOrEqual(4 * 11 * 1.15);
  });

  test('a merged text wraps in the width of its columns', () => {
    const layout = layOut(sheetOf([{}, {}], [[cell(words(20), 'group', { span: 2 })]]), styles);
    expect(heights(layout)[1]).toBeGreaterThan(60);
  });
});

describe('paper', () => {
  const wide = (columns: number): Sheet =>
    sheetOf(
      Array.from({ length: columns }, () => ({ width: 12 })),
      [],
      { freezeColumns: 2 },
    );

  test.each([
    [8, { code: 9, pagesAcross: 1, headingColumns: 8, scale: null }],
    [20, { code: 9, pagesAcross: 1, headingColumns: 20, scale: null }],
    [26, { code: 9, pagesAcross: 2, headingColumns: 2, scale: null }],
    [60, { code: 9, pagesAcross: 4, headingColumns: 2, scale: null }],
  ])('%d columns of 12', (columns, paper) => expect(layOut(wide(columns), styles).paper).toEqual(paper));

  test('on pages across the heading is merged over the repeated columns alone, whole in as many lines as it needs', () => {
    const heading = [cell(words(20), 'note')];
    const layout = layOut({ ...wide(60), heading }, styles);
    expect(layout.rows.at(0)?.[0]?.span).toBe(2);
    expect(heights(layout)[0]).toBeGreaterThan(30);
  });
});

describe('text', () => {
  test('a Vietnamese letter is as wide as its base, but for ư and ơ', () => {
    expect(textWidth('ế', 10, false)).toBeCloseTo(textWidth('e', 10, false), 5);
    expect(textWidth('ự', 10, false)).toBeGreaterThan(textWidth('u', 10, false));
    expect(textWidth('Ủy ban'.normalize('NFD'), 10, true)).toBeCloseTo(textWidth('Ủy ban', 10, true), 1);
  });

  test('lines', () => {
    expect(lineCount('', 100, 11, false)).toBe(1);
    expect(lineCount('a\n\nb', 100, 11, false)).toBe(3);
    expect(lineCount('a'.repeat(100), textWidth('a', 11, false) * 10 + 0.01, 11, false)).toBe(10);
    expect(lineCount('mot hai ba', textWidth('mot hai', 11, false) + 0.01, 11, false)).toBe(2);
    expect(widestLine('a\nbbbb\nc', 11, false)).toBe(textWidth('bbbb', 11, false));
  });
});
