/**
 * Word files as template engines leave them (docx-templates fills a form made in Word): runs cut anywhere, spelling
 * marks and empty runs between them, revision ids, repeated paragraph ids, content controls, choices for older
 * programs, parts of custom XML. The linter sees the same document: nothing wrong where nothing is, each fault where it is.
 */

import { FAULTS } from './faults';
import { all, changed, DOCUMENT, type Change, type Parts } from './package';
import { faultsOf, letter, lintBytes, render, report, table } from './support';
import { fixFile } from '../../src/lint/lint';

const NAMESPACES =
  ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ' xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"';

const EMPTY = '<w:r w:rsidR="00D40000"><w:t xml:space="preserve"></w:t></w:r>';
const SPELLING = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="900" w:name="_GoBack"/>';
const SPELLED = '<w:bookmarkEnd w:id="900"/><w:proofErr w:type="spellEnd"/>';
const CHOICE =
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline/></w:drawing></mc:Choice>' +
  '<mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent></w:r>';

/** A run cut in three at odd places, as Word cuts it while it is typed and checked. */
function cut(_: string, properties: string, text: string): string {
  // Never inside an entity.
  const letters = text.match(/&[^;]+;|[\s\S]/gu) ?? [];
  const [a, b] = [Math.floor(letters.length / 3), Math.floor((2 * letters.length) / 3)];
  const run = (part: readonly string[]): string =>
    part.length === 0
      ? EMPTY
      : `<w:r w:rsidRPr="00C3">${properties}<w:t xml:space="preserve">${part.join('')}</w:t></w:r>`;
  return run(letters.slice(0, a)) + SPELLING + run(letters.slice(a, b)) + SPELLED + EMPTY + run(letters.slice(b));
}

const control = (inner: string, id: number): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="Mẫu"/><w:tag w:val="mau"/><w:id w:val="${id}"/>` +
  `<w:dataBinding w:xpath="/mau/noi_dung" w:storeItemID="{11111111-2222-3333-4444-555555555555}"/></w:sdtPr>` +
  `<w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

/** The text of the document as such a program leaves it. */
function worn(text: string): string {
  let id = 0;
  return text
    .replace('<w:document ', `<w:document${NAMESPACES} `)
    .replace(/<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/gs, cut)
    .replace(/<w:p><w:pPr><w:pStyle w:val="(?:D30Body|KieuBody)"\/>.*?<\/w:p>/gs, (p) => {
      id += 1;
      return id % 2 === 1 ? control(p, id) : p.replace('</w:pPr>', `</w:pPr>${CHOICE}`);
    })
    .replace(/<w:p>/g, '<w:p w14:paraId="1F2E3D4C" w14:textId="77777777" w:rsidR="00A1" w:rsidRDefault="00B2">')
    .replace(/<w:tr>/g, '<w:tr w:rsidR="00A1" w:rsidTr="00B2">');
}

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const filled: Change = (parts: Parts) => {
  parts.set(DOCUMENT, worn(parts.get(DOCUMENT) ?? ''));
  parts.set('customXml/item1.xml', '<mau xmlns=""><noi_dung>Nội dung</noi_dung></mau>');
  parts.set('customXml/_rels/item1.xml.rels', `<Relationships xmlns="${PACKAGE}"/>`);
  const rels = 'word/_rels/document.xml.rels';
  const custom = `<Relationship Id="rIdMau" Type="${R}/customXml" Target="../customXml/item1.xml"/>`;
  parts.set(rels, (parts.get(rels) ?? '').replace('</Relationships>', `${custom}</Relationships>`));
};

let bases: Readonly<Record<'report' | 'letter', Uint8Array>>;
beforeAll(async () => {
  bases = { report: await render(report), letter: await render(letter) };
});

it.each(['report', 'letter'] as const)('văn bản đúng "%s" do chương trình điền mẫu để lại vẫn không có lỗi', (name) => {
  const bytes = changed(bases[name], filled);
  expect(faultsOf(bytes)).toEqual([]);
  const { diagnostics } = lintBytes(bytes);
  expect(diagnostics).toEqual(lintBytes(bases[name]).diagnostics);
});

/** One of every tenth rule or so, from each part of the table. */
const SOME = FAULTS.filter((f) => f.base !== 'articles').filter((_, i) => i % 9 === 0);

it.each(SOME.map((f) => [f.rule, f.name, f] as const))(
  'vẫn thấy %s: %s',
  (_, __, { base = 'report', change, rule }) => {
    const found = lintBytes(changed(bases[base as 'report' | 'letter'], all(change, filled))).findings;
    expect(found.map((each) => each.rule)).toContain(rule);
  },
);

it('bản sửa của tệp như thế giữ nguyên từng chữ và hết lỗi sửa được', () => {
  const bytes = changed(bases.report, (parts) => {
    const text = parts.get(DOCUMENT) ?? '';
    parts.set(DOCUMENT, text.replace('ngày 05 tháng 3', 'ngày 5 tháng 03').replace('w:top="1134"', 'w:top="850"'));
    filled(parts);
  });
  const fixed = fixFile({ file: 'mau.docx', bytes, table });
  expect(fixed.value?.left.counts).toMatchObject({ E: 0, W: 0 });
});
