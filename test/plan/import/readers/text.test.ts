/** Text files: tables by their tabs, running text put together again from broken lines. */

import { strToU8 } from 'fflate';
import type { RawDocument } from '../../../../src/plan/import/raw';
import { readText } from '../../../../src/plan/import/readers/text';

const read = (text: string): RawDocument => readText(strToU8(text));
const paragraphs = (text: string): string[] => read(text).paragraphs.map((one) => one.text);

describe('tables', () => {
  test('each run of lines with tabs is one, padded to its width, each row with its line', () => {
    const { tables, kind } = read('Mở đầu\nTT\tNhiệm vụ\tChủ trì\n1\tViệc\n\nTT\tNhiệm vụ\tChủ trì\n2\tViệc\tSở A\n');
    expect(kind).toBe('table');
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
      [
        ['TT', 'Nhiệm vụ', 'Chủ trì'],
        ['1', 'Việc', ''],
      ],
      [
        ['TT', 'Nhiệm vụ', 'Chủ trì'],
        ['2', 'Việc', 'Sở A'],
      ],
    ]);
    expect(tables[1]?.rows[1]?.where).toEqual({ line: 6 });
  });

  test.each([
    ['<ul style="list-style-type: none"> - Kế hoạch - Báo cáo </ul>', '- Kế hoạch - Báo cáo'],
    ['<p>pháp luật;</p> <ul> - Kết quả </ul>', 'pháp luật; - Kết quả'],
    ['<li>Kế hoạch</li><li>Báo cáo</li>', '- Kế hoạch - Báo cáo'],
    ['Sở A<br>Sở B<br/>Sở C', 'Sở A\nSở B\nSở C'],
    ['Sở A&nbsp;&amp; Sở B', 'Sở A & Sở B'],
    ['tỷ lệ < 2% và > 1%', 'tỷ lệ < 2% và > 1%'],
    ['  thừa   khoảng\u00a0trắng ', 'thừa khoảng trắng'],
    ['không\u200b thấy\u0007', 'không thấy'],
    ['to\u0302\u0309ng', 'tổng'],
  ])('cell %j is read as %j', (cell, text) => {
    expect(read(`1\t${cell}\tx`).tables[0]?.rows[0]?.cells[1]).toBe(text);
  });
});

describe('running text', () => {
  test('a line that ends in a space goes on in the next, also over a page and its number', () => {
    expect(paragraphs('Thủ trưởng các sở của \nThành phố có trách nhiệm \n\n\n7\n\nThực hiện.')).toEqual([
      'Thủ trưởng các sở của Thành phố có trách nhiệm Thực hiện.',
    ]);
  });

  test('a block in small letters goes on from the last, unless that one had ended', () => {
    expect(paragraphs('Tổ chức thực hiện\n\ncác nhiệm vụ.')).toEqual(['Tổ chức thực hiện các nhiệm vụ.']);
    expect(paragraphs('Hết câu.\n\ncâu khác')).toEqual(['Hết câu.', 'câu khác']);
  });

  test('bullets and numbered headings begin anew, a dash inside a name does not', () => {
    expect(paragraphs('2. Giải pháp \n2.1. Sở Y tế\n- Khôi phục kinh tế \n- xã hội\n- Việc khác')).toEqual([
      '2. Giải pháp',
      '2.1. Sở Y tế',
      '- Khôi phục kinh tế - xã hội',
      '- Việc khác',
    ]);
  });

  test('a short heading does not swallow the paragraph under it', () => {
    expect(paragraphs('2.2.5. Sở Tư pháp\nTham gia góp ý.')).toEqual(['2.2.5. Sở Tư pháp', 'Tham gia góp ý.']);
  });

  test('footnotes, their marks and bold marks go, units stay', () => {
    expect(paragraphs('Theo **Quyết định** năm 2011¹.\n\n¹ Quyết định số 41\n\nNhà 20 m² và 3 km².')).toEqual([
      'Theo Quyết định năm 2011.',
      'Nhà 20 m² và 3 km².',
    ]);
  });
});

test('UTF-16 with its mark is text too', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('TT\tViệc', 'utf16le')]);
  expect(readText(utf16).tables[0]?.rows[0]?.cells).toEqual(['TT', 'Việc']);
});
