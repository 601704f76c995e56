/** What the parts of a document say: escaping, closing marks, dates, numbers, addressees. */

import { plainDate } from '../../../src/calendar/plain-date';
import type { Block } from '../../../src/report/document';
import { blocksXml } from '../../../src/render/docx/blocks';
import { dateLine, dateLineIn, letterheadColumns, numberLine } from '../../../src/render/docx/letterhead';
import { openingXml } from '../../../src/render/docx/opening';
import { escapeXml, paragraphXml, runXml } from '../../../src/render/docx/xml';
import { paragraphText } from './projection';
import { report, statistics } from './sample';
import { styles } from './styles';
import { elements, parseXml, valueOf } from './xml-tree';

function lines(xml: string): string[] {
  return elements(parseXml(`<x>${xml}</x>`)).map((e) => (e.name === 'w:p' ? paragraphText(e) : e.name));
}

const body = (...blocks: Block[]): string[] => lines(blocksXml(blocks, { room: 9354 }, styles));
const paragraph = (...texts: string[]): Block => ({ kind: 'paragraph', runs: texts.map((text) => ({ text })) });

describe('escaping', () => {
  test('markup characters', () => expect(escapeXml(`a<b>&"c"'`)).toBe(`a&lt;b&gt;&amp;&quot;c&quot;'`));
  test('drops what XML cannot hold, keeps the rest', () =>
    expect(escapeXml('a\u0000\u000b\ufffe\ud800b\ttế 😀')).toBe('ab\ttế 😀'));
  test('keeps spaces, turns \\n into a break and \\t into a tab', () =>
    expect(runXml({ text: ' a\nb\t' })).toBe(
      '<w:r><w:t xml:space="preserve"> a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:tab/></w:r>',
    ));
  test('empty text makes no run', () => expect(paragraphXml('D30Body', '')).not.toContain('<w:r>'));
  test('a document full of markup stays well formed', () => {
    const nasty = `]]><w:p>&amp;"'\u0001</w:t>`;
    expect(body(paragraph(nasty), paragraph('x'))[0]).toBe(nasty.replace('\u0001', ''));
  });
});

describe('the close of a text', () => {
  test.each([
    [['Trên đây là báo cáo.'], 'Trên đây là báo cáo./.'],
    [['Trên đây là báo cáo'], 'Trên đây là báo cáo./.'],
    [['Trên đây là báo cáo./.'], 'Trên đây là báo cáo./.'],
    [['Đạt 98,5%', '. '], 'Đạt 98,5%./.'],
  ])('%j', (texts, expected) => expect(body(paragraph(...texts))).toEqual([expected]));
  test('on the last item of a list', () =>
    expect(body({ kind: 'list', items: [[{ text: 'một;' }], [{ text: 'hai;' }]] })).toEqual(['- một;', '- hai./.']));
  test('alone after a table and after a heading', () => {
    expect(body({ kind: 'table', table: { ...statistics, caption: null } })).toEqual(['w:tbl', './.']);
    expect(body({ kind: 'heading', level: 2, number: '1.', text: 'Kết quả' })).toEqual(['1. Kết quả', './.']);
  });
});

test('level 1 headings are upper case', () =>
  expect(body({ kind: 'heading', level: 1, number: 'I.', text: 'Kết quả đạt được' })[0]).toBe('I. KẾT QUẢ ĐẠT ĐƯỢC'));

describe('number and date', () => {
  const head = { ...report.letterhead, place: 'Hà Nội' };
  test.each([
    ['2026-03-05', 'Hà Nội, ngày 05 tháng 3 năm 2026'],
    ['2026-02-28', 'Hà Nội, ngày 28 tháng 02 năm 2026'],
    ['2026-12-10', 'Hà Nội, ngày 10 tháng 12 năm 2026'],
  ])('%s', (day, text) => expect(dateLine({ ...head, signedOn: plainDate(day) })).toBe(text));
  test('a draft leaves room', () => {
    expect(dateLine({ ...head, signedOn: null })).toMatch(/^Hà Nội, ngày \u00a0{4} tháng 3 năm 2026$/);
    expect(numberLine({ ...head, number: null })).toMatch(/^Số: \u00a0{6}\/BC-ĐVM$/);
    expect(numberLine(head)).toBe('Số: 05/BC-ĐVM');
  });
  it('dự thảo ở nơi có tên dài chừa chỗ hẹp hơn để dòng không xuống hàng', () => {
    const long = { ...head, place: 'Thành phố Hồ Chí Minh', signedOn: null };
    const december = { ...long, draftMonth: { month: 12, year: 2026 } };
    expect(dateLineIn(december, 6130, styles)).toMatch(/ngày \u00a0{3} tháng 12 năm 2026$/);
    expect(dateLineIn({ ...long, draftMonth: { month: 3, year: 2026 } }, 6130, styles)).toMatch(/\u00a0{4} tháng 3/);
  });
  test('a long place name takes the wide columns', () => {
    expect(letterheadColumns(head, styles)).toEqual([3684, 5670]);
    expect(letterheadColumns(report.letterhead, styles)).toEqual([3110, 6244]);
  });
});

describe('Kính gửi and căn cứ', () => {
  const opening = (change: object): string[] =>
    lines(openingXml({ ...report, typeName: null, ...change }, 9354, styles));
  test('one recipient', () =>
    expect(opening({ addressees: ['Đơn vị mẫu 02'], legalBases: [] })).toEqual(['Kính gửi: Đơn vị mẫu 02']));
  test('two recipients, two bases', () =>
    expect(opening({ addressees: ['A', 'B;'], legalBases: ['Căn cứ X;', 'Căn cứ Y.'] })).toEqual([
      'Kính gửi:',
      '- A;',
      '- B.',
      'Căn cứ X;',
      'Căn cứ Y.',
    ]));
  test('none', () => expect(opening({ addressees: [], legalBases: [] })).toEqual([]));
});

describe('what shares a page with the paragraph after it', () => {
  const kept = (xml: string): number[] =>
    elements(parseXml(`<x>${xml}</x>`)).map((p) => elements(elements(p)[0]!, 'w:keepNext').length);
  const flow = { room: 9354 };

  it('the last two paragraphs before the signature', () => {
    const xml = blocksXml([paragraph('a'), paragraph('b'), paragraph('c')], { ...flow, beforeSignature: true }, styles);
    expect(kept(xml)).toEqual([0, 1, 1]);
    expect(valueOf(parseXml(`<x>${xml}</x>`), 'w:pStyle')).toBe('D30Body');
  });

  it('a paragraph that announces what follows, unless nothing follows', () => {
    const list: Block = { kind: 'list', items: [[{ text: 'gồm:' }], [{ text: 'một: hai' }]] };
    const xml = blocksXml([paragraph('Kết quả cụ thể: '), list, paragraph('Kết quả:')], flow, styles);
    expect(kept(xml)).toEqual([1, 1, 0, 0]);
  });
});
