/** Packages whose bytes depend on their content only. */

import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { plainDate } from '../../../src/calendar/plain-date';
import { canonicalise, canonicalPackage, partText, readPackage } from '../../../src/render/package/canonical';
import { renumber } from '../../../src/render/package/renumber';

const createdOn = plainDate('2026-03-14');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function made(): Promise<Uint8Array> {
  const link = new ExternalHyperlink({ link: 'https://example.vn/', children: [new TextRun('mẫu')] });
  const document = new Document({ title: 'Mẫu', sections: [{ children: [new Paragraph({ children: [link] })] }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

async function madeWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Mẫu');
  sheet.addRows([[1], [2], [3]]);
  sheet.addConditionalFormatting({
    ref: 'A1:A3',
    rules: [{ type: 'dataBar', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }], gradient: false }],
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('canonicalPackage', () => {
  test('the order of the parts does not matter; the content types come first', () => {
    const parts = { 'b.xml': 'b', '[Content_Types].xml': 't', '_rels/.rels': 'r', 'a.xml': bytesOf('a') };
    const entries = Object.entries(parts);
    const bytes = canonicalPackage(new Map(entries));
    expect(canonicalPackage(new Map([...entries].reverse()))).toEqual(bytes);
    expect(Object.keys(unzipSync(bytes))).toEqual(['[Content_Types].xml', '_rels/.rels', 'a.xml', 'b.xml']);
  });

  test('the header says 1980-01-01 12:00 and UNIX', () => {
    const bytes = canonicalPackage(new Map([['a.xml', 'a']]));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint16(10, true)).toBe(12 << 11);
    expect(view.getUint16(12, true)).toBe((1 << 5) | 1);
    const central = view.getUint32(bytes.length - 6, true);
    expect(bytes[central + 5]).toBe(3);
  });

  test('what goes in comes out', () => {
    const parts = new Map<string, Uint8Array | string>([
      ['word/tiếng-việt.xml', 'Độc lập'],
      ['x.bin', new Uint8Array([0, 255, 1])],
    ]);
    const back = readPackage(canonicalPackage(parts));
    expect(partText(back, 'word/tiếng-việt.xml')).toBe('Độc lập');
    expect([...(back.get('x.bin') ?? [])]).toEqual([0, 255, 1]);
    expect(partText(back, 'none')).toBeUndefined();
  });

  test('refuses to unpack more than it is told', () => {
    const bytes = canonicalPackage(new Map([['a', 'x'.repeat(1000)]]));
    expect(() => readPackage(bytes, 999)).toThrow(RangeError);
    expect(() => readPackage(bytesOf('not a zip'))).toThrow();
  });
});

describe('canonicalise', () => {
  test('two packages of the library, made at other times, become the same bytes', async () => {
    const first = await made();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = await made();
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    const canonical = canonicalise(first, { createdOn });
    expect(canonicalise(second, { createdOn })).toEqual(canonical);
    expect(canonicalise(canonical, { createdOn })).toEqual(canonical);
    const parts = readPackage(canonical);
    expect(partText(parts, 'docProps/core.xml')?.match(/>2026-03-14T00:00:00Z</g)).toHaveLength(2);
    const id = /r:id="(rId\d+)"/.exec(partText(parts, 'word/document.xml') ?? '')?.[1];
    expect(partText(parts, 'word/_rels/document.xml.rels')).toContain(`Id="${id}"`);
  });

  test('so do two workbooks with a data bar, whose rule has a random GUID', async () => {
    const [first, second] = [await madeWorkbook(), await madeWorkbook()];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    expect(canonicalise(first, { createdOn })).toEqual(canonicalise(second, { createdOn }));
  });

  test('GUIDs that link are numbered, GUIDs that mean something stay', () => {
    const random = '{9F1B2C3D-1111-4222-8333-ABCDEF012345}';
    const known = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';
    const xml = `<ext uri="${known}"><x14:cfRule id="${random}"/></ext><x14:id>${random}</x14:id>`;
    const after = renumber(new Map([['xl/worksheets/sheet1.xml', bytesOf(xml)]])).get('xl/worksheets/sheet1.xml');
    const fresh = '{00000000-0000-4000-8000-000000000001}';
    expect(after).toBe(`<ext uri="${known}"><x14:cfRule id="${fresh}"/></ext><x14:id>${fresh}</x14:id>`);
  });
});
