/** Workbooks that are none, or that are made to do harm: refused with a clear word, within bounds, nothing run. */

import { readFormWorkbook } from '../../../src/collect/read/workbook';
import { canonicalPackage } from '../../../src/render/package/canonical';
import { take } from '../form/forms';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** The smallest workbook, with parts of it replaced or added. */
function workbook(more: Parts = {}): Uint8Array {
  const parts: Parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>chữ</t></is></c></row>'),
    ...more,
  };
  return canonicalPackage(new Map(Object.entries(parts)));
}

const sheet = (data: string, after = ''): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`;
const codes = (bytes: Uint8Array): readonly string[] => {
  const { value, diagnostics } = readFormWorkbook('x.xlsx', bytes);
  return value ? [] : diagnostics.map((d) => d.code);
};

test('sổ tính nhỏ nhất thì đọc được', () => {
  expect(readFormWorkbook('x.xlsx', workbook()).value?.sheets).toEqual([
    {
      name: 'Một',
      hidden: false,
      part: 'xl/worksheets/sheet1.xml',
      rows: [{ no: 1, cells: [{ column: 0, value: 'chữ', kind: 'text', day: null, percent: false }] }],
    },
  ]);
});

describe('không phải sổ tính', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  test.each([
    ['tệp rỗng', new Uint8Array(), 'BC1603'],
    ['PDF đổi tên', text('%PDF-1.7 …'), 'BC1603'],
    [
      'tệp có mật khẩu hoặc .xls',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      'BC1604',
    ],
    ['tệp bị cắt cụt', workbook().subarray(0, 400), 'BC1603'],
    ['gói không có sổ tính', canonicalPackage(new Map([['word/document.xml', '<a/>']])), 'BC1603'],
    ['trang không có nội dung', workbook({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), 'BC1603'],
  ])('%s', (_, bytes, code) => {
    expect(codes(bytes)).toEqual([code]);
  });
});

describe('làm để gây hại', () => {
  const entities = `${HEAD}<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&y;</t></is></c></row></sheetData></worksheet>`;
  const rows = (count: number): string => sheet('<row/>'.repeat(count));
  const cells = (count: number): string => sheet(`<row r="1">${'<c s="1"/>'.repeat(count)}</row>`);
  test.each([
    ['bom nén: một phần 60 MB', { 'xl/worksheets/sheet1.xml': sheet(' '.repeat(60_000_000)) }, 'BC1601'],
    [
      'bom nén: nhiều phần',
      Object.fromEntries(
        Array.from({ length: 4 }, (_, i) => [
          `xl/${['styles', 'sharedStrings', 'workbook', 'x'][i]}.xml`,
          `${HEAD}<a>${' '.repeat(15_000_000)}</a>`,
        ]),
      ),
      'BC1601',
    ],
    ['một triệu hàng', { 'xl/worksheets/sheet1.xml': rows(1_000_000) }, 'BC1607'],
    ['một triệu ô', { 'xl/worksheets/sheet1.xml': cells(1_000_000) }, 'BC1607'],
    ['thực thể XML', { 'xl/worksheets/sheet1.xml': entities }, 'BC1610'],
    [
      'DOCTYPE trong bảng chuỗi',
      { 'xl/sharedStrings.xml': `<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>` },
      'BC1610',
    ],
    ['XML hỏng', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }, 'BC1610'],
    ['XML lồng nhau', { 'xl/worksheets/sheet1.xml': '<a>'.repeat(5_000) }, 'BC1610'],
    ['macro', { 'xl/vbaProject.bin': new Uint8Array(10) }, 'BC2209'],
    ['macro Excel 4', { 'xl/macrosheets/sheet1.xml': '<a/>' }, 'BC2209'],
    ['liên kết tệp khác', { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }, 'BC2209'],
    ['nguồn dữ liệu ngoài', { 'xl/connections.xml': '<connections/>' }, 'BC2209'],
  ] as readonly (readonly [string, Parts, string])[])('%s', (_, parts, code) => {
    expect(codes(workbook(parts))).toEqual([code]);
  });

  test('kích thước khai gian trong mục lục không qua mắt được', () => {
    const bytes = workbook({ 'xl/worksheets/sheet1.xml': sheet(' '.repeat(60_000_000)) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 30 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 50_000_000)
        view.setUint32(at + 24, 1_000, true);
    expect(codes(bytes)).toEqual(['BC1601']);
  });

  test('tệp lớn hơn 25 MB không được mở', () => {
    expect(codes(new Uint8Array(25_000_001))).toEqual(['BC1601']);
  });
});

describe('lạ nhưng vô hại', () => {
  test('20 danh sách chọn trên cả cột đọc ngay, không trải ra từng ô', () => {
    const rule = (i: number): string =>
      `<dataValidation type="list" sqref="${String.fromCharCode(65 + i)}1:${String.fromCharCode(65 + i)}1048576"><formula1>"a,b"</formula1></dataValidation>`;
    const after = `<dataValidations count="20">${Array.from({ length: 20 }, (_, i) => rule(i)).join('')}</dataValidations>`;
    const bytes = workbook({ 'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>5</v></c></row>', after) });
    expect(bytes.length).toBeLessThan(6_000);
    expect(readFormWorkbook('x.xlsx', bytes).value?.sheets[0]?.rows).toHaveLength(1);
  });

  test('.xlsm không có macro, tên phần tử có tiền tố, hàng và ô không ghi địa chỉ', () => {
    const xml = `${HEAD}<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const read = readFormWorkbook('x.xlsm', workbook({ 'xl/worksheets/sheet1.xml': xml })).value;
    expect(read?.sheets[0]?.rows[0]?.cells).toMatchObject([
      { column: 0, value: 1, kind: 'number' },
      { column: 1, value: 'b', kind: 'formula' },
    ]);
  });

  test('sổ tính không phải biểu thì được nói là không phải biểu', () => {
    expect(take(workbook()).diagnostics.map((d) => d.code)).toEqual(['BC2201']);
  });
});

describe('ngày và phần trăm theo định dạng ô', () => {
  const styled = (serial: string, numFmtId: number, dates1904 = false): Uint8Array =>
    workbook({
      'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="#,##0&quot; ngày&quot;"/></numFmts><cellXfs><xf numFmtId="${numFmtId}"/></cellXfs></styleSheet>`,
      'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr date1904="${dates1904 ? 1 : 0}"/><sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': sheet(`<row r="1"><c r="A1" s="0"><v>${serial}</v></c></row>`),
    });
  test.each([
    ['46086', 14, false, '2026-03-05', false],
    ['46086.75', 170, false, '2026-03-05', false],
    ['44624', 14, true, '2026-03-05', false],
    ['46086', 171, false, null, false],
    ['46086', 0, false, null, false],
    ['0.985', 10, false, null, true],
  ])('%s, định dạng %s, 1904 %s → %s', (serial, format, dates1904, day, percent) => {
    const cell = readFormWorkbook('x.xlsx', styled(serial, format, dates1904)).value?.sheets[0]?.rows[0]?.cells[0];
    expect(cell).toMatchObject({ day, percent });
  });
});
