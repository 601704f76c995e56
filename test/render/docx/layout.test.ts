/** Lengths: text widths against measured ones, rules against the text above them, columns against the page. */

import fc from 'fast-check';
import { narrowestRoom } from '../../../src/render/docx/balance';
import { scaleWidths } from '../../../src/render/docx/column-widths';
import { longestLine, textWidth, wrapText } from '../../../src/render/docx/metrics/measure';
import { renderDocx } from '../../../src/render/docx/render-docx';
import { parseStyleSheet, styleOf, textWidthOf } from '../../../src/render/docx/style-sheet';
import { tableBlockXml } from '../../../src/render/docx/tables';
import { partOf } from './projection';
import { letter, report, statistics, tasks } from './sample';
import { styles, styleSheetJson } from './styles';
import { descendants, elements, parseXml, valueOf, type Element } from './xml-tree';

const bold = (size: number) => ({ size, bold: true, italic: false });
const italic = (size: number) => ({ size, bold: false, italic: true });

describe('widths measured in Liberation Serif', () => {
  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold(12), 5006],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold(13), 5425],
    ['Độc lập - Tự do - Hạnh phúc', bold(14), 3425],
    ['Hà Nội, ngày 05 tháng 02 năm 2026', italic(14), 4090],
    ['Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026', italic(14), 6028],
    ['ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI', { size: 13, bold: false, italic: false }, 4840],
    ['CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC', bold(13), 5039],
  ])('%s', (text, face, width) => expect(Math.abs(textWidth(text, face) - width)).toBeLessThanOrEqual(10));

  test('decomposed text is as wide as composed text', () =>
    expect(textWidth('Tiếng Việt'.normalize('NFD'), bold(14))).toBe(textWidth('Tiếng Việt', bold(14))));
  test('lines break at spaces and at \\n', () => expect(wrapText('a b\nc', bold(14), 100)).toEqual(['a', 'b', 'c']));
});

describe('rules', () => {
  /** Every rule of the head with the room it stands in. */
  async function ruleLengths(document: typeof report): Promise<number[]> {
    const table = descendants(partOf(await renderDocx(document, styles)), 'w:tbl')[0] as Element;
    return descendants(table, 'w:tc').flatMap((cell) => {
      const room = Number(valueOf(cell, 'w:tcW', 'w:w')) - 2 * styles.letterhead.padding;
      return elements(cell, 'w:p')
        .filter((p) => valueOf(p, 'w:pStyle') === 'D30Rule')
        .map((p) => room - 2 * Number(valueOf(p, 'w:ind', 'w:left')));
    });
  }

  test('as long as Tiêu ngữ; 1/3 to 1/2 of the agency', async () => {
    const [agency, motto] = await ruleLengths(letter);
    const name = textWidth('ĐƠN VỊ MẪU 01', styleOf(styles, 'D30BanHanh'));
    expect(Math.abs((motto as number) - 3425)).toBeLessThanOrEqual(10);
    expect((agency as number) / name).toBeGreaterThan(0.4);
    expect((agency as number) / name).toBeLessThan(0.44);
  });

  test('a balanced heading needs no more lines and no less room than its longest line', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'ă', 'N', 'i', '-') });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const room = narrowestRoom(text, bold(14), 9354);
        expect(wrapText(text, bold(14), room)).toHaveLength(wrapText(text, bold(14), 9354).length);
        expect(longestLine(text, bold(14), room)).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('columns', () => {
  test('add up to the room exactly, whatever the weights', () => {
    const weights = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 });
    const minimums = fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 20 });
    fc.assert(
      fc.property(weights, minimums, (w, m) => {
        const widths = scaleWidths(w, 9354, m);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9354);
        const floors = w.map((_, i) => m[i] ?? 0);
        if (floors.reduce((sum, floor) => sum + floor, 0) <= 9354)
          widths.forEach((width, i) => expect(width).toBeGreaterThanOrEqual(floors[i] as number));
      }),
    );
  });

  test('keep the weights where every word fits', () =>
    expect(scaleWidths([1, 2, 1], 1000, [100, 100, 100])).toEqual([250, 500, 250]));

  test('no column cuts a word', () => {
    const narrow = { ...statistics, columns: statistics.columns.map((c, i) => ({ ...c, weight: i === 1 ? 100 : 1 })) };
    const grid = descendants(parseXml(tableBlockXml({ ...narrow, caption: null }, 9354, styles)), 'w:gridCol');
    const padding = 2 * styles.table.padding;
    expect(Number(grid[4]?.attributes['w:w'])).toBeGreaterThan(textWidth('13.579', bold(12)) + padding);
  });

  test('every data table fills the text width of its section, every row fills the grid', async () => {
    const body = elements(partOf(await renderDocx(report, styles)), 'w:body')[0] as Element;
    const rooms = [styles.page.portrait, styles.page.landscape].map(textWidthOf);
    expect(rooms).toEqual([9354, 14286]);
    const tables = elements(body, 'w:tbl');
    const widths = tables.map((table) => Number(valueOf(table, 'w:tblW', 'w:w')));
    expect(widths).toEqual([9354, 9354, 9354, 9354, 14286]);
    for (const [i, table] of tables.entries()) {
      const grid = descendants(elements(table, 'w:tblGrid')[0] as Element, 'w:gridCol');
      for (const row of elements(table, 'w:tr')) {
        const cells = elements(row, 'w:tc');
        const spans = cells.map((cell) => Number(valueOf(elements(cell, 'w:tcPr')[0] as Element, 'w:gridSpan') ?? 1));
        const cellWidths = cells.map((cell) => Number(valueOf(cell, 'w:tcW', 'w:w')));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(grid.length);
        expect(cellWidths.reduce((sum, width) => sum + width, 0)).toBe(widths[i]);
      }
    }
  });
});

describe('table rows', () => {
  const rowsOf = (xml: string): Element[] => descendants(parseXml(`<x>${xml}</x>`), 'w:tr');
  test('header rows repeat, no row splits', () => {
    const rows = rowsOf(tableBlockXml(statistics, 9354, styles));
    expect(rows.map((row) => descendants(row, 'w:tblHeader').length)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    expect(rows.every((row) => descendants(row, 'w:cantSplit').length === 1)).toBe(true);
  });
  test('a row that may be higher than a page breaks, lest its end is cut off', () => {
    const long = 'Rà soát thủ tục hành chính '.repeat(60);
    const rows = [long, long.slice(0, 400), 'ngắn'].map((text) => ({
      kind: 'data' as const,
      cells: ['1', text, 'a', 'b', 'c', 'd'].map((cell) => ({ text: cell })),
    }));
    const [, ...made] = rowsOf(tableBlockXml({ ...tasks(0), rows }, 9354, styles));
    expect(made.map((row) => descendants(row, 'w:cantSplit').length)).toEqual([0, 1, 1]);
  });
  test('cells that are missing are empty, spans that are too wide are cut', () => {
    const rows = [
      { kind: 'data' as const, cells: [{ text: 'a' }] },
      { kind: 'data' as const, cells: [{ text: 'a', span: 99 }, { text: 'b' }] },
    ];
    const [, short, wide] = rowsOf(tableBlockXml({ ...tasks(0), rows }, 9354, styles));
    expect(descendants(short as Element, 'w:tc')).toHaveLength(6);
    expect(valueOf(wide as Element, 'w:gridSpan')).toBe('6');
  });
  test('a table without columns is nothing', () =>
    expect(tableBlockXml({ ...statistics, columns: [] }, 9354, styles)).toBe(''));
});

describe('the style sheet', () => {
  test('names the clause of every style', () =>
    expect(styles.styles.filter((style) => !/^(Nghị định|Phụ lục|Quy ước|Kỹ thuật)/.test(style.basis))).toEqual([]));
  test('puts the dashes of Kính gửi under its colon', () => {
    const label = textWidth('Kính gửi', styleOf(styles, 'D30KinhGuiList'));
    const { indent } = styleOf(styles, 'D30KinhGuiItem');
    const dash = indent.left - indent.hanging - styleOf(styles, 'D30KinhGuiList').indent.left;
    expect(Math.abs(dash - label)).toBeLessThanOrEqual(40);
  });
  test('refuses a missing style, a stray key, columns that do not fill the page', () => {
    const json = styleSheetJson as typeof styles;
    expect(() => parseStyleSheet({ ...json, styles: json.styles.slice(1) })).toThrow(/D30QuocHieu/);
    expect(() => parseStyleSheet({ ...json, colour: 'red' })).toThrow(/colour/);
    expect(() => parseStyleSheet({ ...json, signature: { ...json.signature, columns: [1, 2] } })).toThrow(/9354/);
  });
});
