/** The corrected copy: what is mechanical is mended, no word is touched, what is right stays as it is to the byte. */

import { fixFile } from '../../src/lint/lint';
import { partText, readPackage } from '../../src/render/package/canonical';
import { rulesById } from '../../src/lint/rule-table';
import { ARTICLES, FAULTS, type Fault } from './faults';
import { all, changed, inPart, inStyle, inText, paragraph, type Change } from './package';
import { letter, lintBytes, render, report, table } from './support';

const bases: Record<'report' | 'letter' | 'articles', Uint8Array> = {
  report: new Uint8Array(),
  letter: new Uint8Array(),
  articles: new Uint8Array(),
};

beforeAll(async () => {
  bases.report = await render(report);
  bases.letter = await render(letter);
  bases.articles = changed(bases.report, ARTICLES);
});

function fixed(bytes: Uint8Array): NonNullable<ReturnType<typeof fixFile>['value']> {
  const outcome = fixFile({ file: 'thu.docx', bytes, table });
  if (!outcome.value) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

const part = (bytes: Uint8Array, name: string): string => partText(readPackage(bytes), name) ?? '';
const words = (bytes: Uint8Array): string =>
  [...part(bytes, 'word/document.xml').matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('|');

/** What --fix promises of each kind; bold, italics, alignment and words are left to people. */
const MENDED = new Set([
  'giấy Letter',
  'không ghi khổ giấy',
  'lề trên 15 mm',
  'lề dưới 10 mm',
  'lề trái 20 mm',
  'lề trái ghi bằng cm',
  'lề phải 10 mm',
  'khoảng đóng gáy',
  'lề đối xứng',
  'số trang thấp quá lề trên',
  'đầu trang không có số',
  'không có đầu trang',
  'số trang ở góc phải',
  'số trang cỡ 11',
  'số trang đậm',
  'số hiện ở trang thứ nhất',
  'số trang La Mã',
  'đánh số từ 2',
  'một đoạn phông Arial',
  'phông của chủ đề',
  'phông trong bảng',
  'phông ở chân trang',
  'tên khác của phông',
  'chủ đề che phông',
  'chữ xanh',
  'tô nền nổi',
  'Quốc hiệu cỡ 14',
  'Tiêu ngữ cỡ 12',
  'số, ký hiệu cỡ 14',
  'ngày thiếu số 0',
  'tháng 2 thiếu số 0',
  'tháng 3 thêm số 0',
  'nội dung cỡ 12',
  'nội dung hai cỡ chữ',
  'Nơi nhận cỡ 14',
  'danh sách cỡ 12',
  'Phụ lục cỡ 13',
  'ký hiệu người soạn cỡ 14',
]);

const mended = FAULTS.filter(({ name }) => MENDED.has(name)).map((f): [string, string, Fault] => [f.rule, f.name, f]);
const others = FAULTS.filter(({ name }) => !MENDED.has(name)).map((f): [string, string, Fault] => [f.rule, f.name, f]);

describe('a corrected copy', () => {
  it('of a correct document is the document itself', () => {
    const { bytes, fixed: rules } = fixed(bases.report);
    expect(rules).toEqual({});
    expect(Buffer.compare(bytes, bases.report)).toBe(0);
  });

  it('knows every fault of its list', () => {
    expect(mended.length).toBe(MENDED.size);
  });

  it.each(mended)('%s: %s is mended', (rule, name, { base = 'report', change }) => {
    const bytes = changed(bases[base], change);
    const result = fixed(bytes);
    const before = lintBytes(bytes, { names: [] }).counts;
    expect(result.left.findings.filter((each) => each.rule === rule)).toEqual([]);
    expect(result.left.counts.E + result.left.counts.W).toBeLessThan(before.E + before.W);
    expect(rulesById(table).get(rule)?.autofix).toBe(true);
    if (!/ngày|tháng/.test(name)) expect(words(result.bytes)).toBe(words(bytes));
  });

  it.each(others)('%s: %s is made no worse, and keeps its words', (_, __, { base = 'report', change }) => {
    const bytes = changed(bases[base], change);
    const result = fixed(bytes);
    // A copy that is the file itself is no worse than it.
    if (Buffer.compare(result.bytes, bytes) === 0) return;
    const before = lintBytes(bytes, { names: [] }).counts;
    expect(result.left.counts.E + result.left.counts.W).toBeLessThanOrEqual(before.E + before.W);
    expect(words(result.bytes)).toBe(words(bytes));
  });

  it('changes the characters that are wrong and no other', () => {
    const bytes = changed(bases.report, inText('w:top="1134"', 'w:top="850"'));
    const result = fixed(bytes);
    expect(part(result.bytes, 'word/document.xml')).toBe(part(bases.report, 'word/document.xml'));
    const names = [...readPackage(bytes).keys()];
    expect([...readPackage(result.bytes).keys()]).toEqual(names);
    for (const name of names) expect([name, part(result.bytes, name)]).toEqual([name, part(bases.report, name)]);
  });

  it('mends many faults at once, and a second time finds nothing to do', () => {
    const many: readonly Change[] = [
      inText('w:top="1134"', 'w:top="850"'),
      inText('ngày 05 tháng 3', 'ngày 5 tháng 03'),
      inStyle('D30PageNumber', '<w:sz w:val="28"/>', '<w:sz w:val="22"/>'),
      inPart('word/styles.xml', /<w:rFonts[^>]*\/>/, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'),
      paragraph('D30Body', (xml) =>
        xml.replace('<w:r><w:t', '<w:r><w:rPr><w:color w:val="FF0000"/><w:sz w:val="22"/></w:rPr><w:t'),
      ),
    ];
    const once = fixed(changed(bases.report, all(...many)));
    expect(once.left.counts).toMatchObject({ E: 0, W: 0 });
    expect(words(once.bytes)).toBe(words(bases.report));
    expect(fixed(once.bytes).fixed).toEqual({});
  });

  it('leaves text of an old code alone and says so', () => {
    const legacy = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>';
    const bytes = changed(
      bases.report,
      paragraph('D30Body', (xml) => xml.replace('<w:r><w:t', `<w:r><w:rPr>${legacy}</w:rPr><w:t`)),
    );
    const result = fixed(bytes);
    expect(part(result.bytes, 'word/document.xml')).toContain(legacy);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['BC2511']);
  });

  it('puts a date right that Word has cut into several runs', () => {
    const runs = ['ngày ', '5', ' tháng', ' 03 năm 2026'].map((t) => `<w:r><w:t xml:space="preserve">${t}</w:t></w:r>`);
    const bytes = changed(
      bases.report,
      paragraph('D30DiaDanh', (xml) =>
        xml.replace(/<w:r>.*<\/w:r>/s, `<w:r><w:t>Hà Nội, </w:t></w:r>${runs.join('')}`),
      ),
    );
    const result = fixed(bytes);
    expect(words(result.bytes)).toContain('Hà Nội, |ngày |05| tháng| 3 năm 2026');
    expect(result.fixed).toMatchObject({ 'HD-19': 1, 'HD-20': 1 });
  });
});
