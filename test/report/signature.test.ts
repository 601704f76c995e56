/** The signature block in all its forms, by the decree's own letters, and each of them without a fault to the linter. */

import { renderDocx } from '../../src/render/docx/render-docx';
import { signatureLines, SIGNERS, type Signing } from '../../src/report/signature';
import { faultsOf, report } from '../lint/support';
import { paragraphs, partsOf } from '../render/docx/template/word';
import { styles } from '../render/docx/styles';

const HEAD = ['GIÁM ĐỐC'];
const COLLECTIVE = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'];
const CASES: readonly (readonly [readonly string[], Signing, readonly string[]])[] = [
  [HEAD, { as: 'head', title: null }, ['GIÁM ĐỐC']],
  [HEAD, { as: 'deputy', title: null }, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
  [HEAD, { as: 'acting', title: null }, ['Q. GIÁM ĐỐC']],
  [HEAD, { as: 'order', title: 'Chánh Văn phòng' }, ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']],
  [HEAD, { as: 'authorised', title: 'Trưởng phòng Tổng hợp' }, ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG TỔNG HỢP']],
  [COLLECTIVE, { as: 'head', title: null }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  [COLLECTIVE, { as: 'deputy', title: null }, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  [
    COLLECTIVE,
    { as: 'deputy', title: 'Phó Chủ tịch Thường trực' },
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH THƯỜNG TRỰC'],
  ],
  [COLLECTIVE, { as: 'acting', title: null }, ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']],
  [COLLECTIVE, { as: 'order', title: 'Chánh Văn phòng' }, ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
];

it.each(CASES)('%j signed as %j', async (head, signing, lines) => {
  expect(signatureLines(head, signing)).toEqual(lines);
  const bytes = await renderDocx({ ...report, signature: { lines, name: null } }, styles);
  expect(faultsOf(bytes)).toEqual([]);
  const xml = partsOf(bytes).get('word/document.xml') ?? '';
  const printed = xml.match(/<w:p><w:pPr><w:pStyle w:val="D30ChucVu"\/>.*?<\/w:p>/gs) ?? [];
  expect(paragraphs(printed.join(''))).toEqual(lines);
});

it('an order without the signer’s position is a mistake of the caller', () => {
  expect(() => signatureLines(HEAD, { as: 'order', title: null })).toThrow();
  expect(new Set(CASES.map(([, { as }]) => as))).toEqual(new Set(SIGNERS));
});

it.each(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN', null] as const)(
  'urgency %s is one red box of its size, or none',
  async (urgency) => {
    const bytes = await renderDocx({ ...report, urgency }, styles);
    expect(faultsOf(bytes)).toEqual([]);
    const xml = partsOf(bytes).get('word/document.xml') ?? '';
    const box = /<w:tblW w:w="(\d+)"[^>]*\/><w:jc w:val="center"\/><w:tblBorders>.*?<w:trHeight w:val="(\d+)"/s.exec(
      xml,
    );
    const size = { 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 };
    if (urgency === null) expect(box).toBeNull();
    else expect([Number(box?.[1]) / 56.693, Number(box?.[2]) / 56.693].map(Math.round)).toEqual([size[urgency], 8]);
  },
);

it('the file tells its title, agency, language and headings to the program that opens it', async () => {
  const parts = partsOf(await renderDocx(report, styles));
  const core = parts.get('docProps/core.xml') ?? '';
  for (const part of ['<dc:title>Báo cáo mẫu<', '<dc:creator>Đơn vị mẫu 01<', '<dc:language>vi-VN<'])
    expect(core).toContain(part);
  const sheet = parts.get('word/styles.xml') ?? '';
  expect(sheet).toContain('<w:lang w:val="vi-VN"');
  for (const [level, id] of ['D30Heading1', 'D30Heading2', 'D30Heading3', 'D30PhuLuc'].entries()) {
    const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(sheet)?.[0];
    expect([id, style]).toEqual([id, expect.stringContaining(`<w:outlineLvl w:val="${level === 3 ? 0 : level}"/>`)]);
  }
});
