/** The effective document: what Word shows, worked out from styles, defaults, themes, tables, fields and revisions. */

import { openPackage } from '../../src/lint/package/open';
import { readWordDocument } from '../../src/lint/model/read';
import type { Paragraph, WordDocument } from '../../src/lint/model/document';
import { NAMESPACES, p, W, wordFile, type WordFile } from './word-file';
import { partText, canonicalPackage, readPackage } from '../../src/render/package/canonical';

function read(file: WordFile): WordDocument {
  return readBytes(wordFile(file));
}

function readBytes(bytes: Uint8Array): WordDocument {
  const pack = openPackage('thu.docx', bytes);
  if (!pack.value) throw new Error(JSON.stringify(pack.diagnostics));
  return readWordDocument(pack.value);
}

const first = (word: WordDocument): Paragraph => word.paragraphs[0] as Paragraph;
const format = (word: WordDocument) => (first(word).runs[0] as Paragraph['runs'][number]).format;
const style = (type: string, id: string, inner: string, more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}" ${more}><w:name w:val="${id}"/>${inner}</w:style>`;

describe('runs', () => {
  it('take defaults, then paragraph style, then character style, then their own properties', () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      style('paragraph', 'A', '<w:rPr><w:sz w:val="26"/></w:rPr>') +
      style('paragraph', 'B', '<w:basedOn w:val="A"/><w:rPr><w:color w:val="FF0000"/></w:rPr>') +
      style('character', 'C', '<w:rPr><w:color w:val="00FF00"/></w:rPr>');
    const word = read({
      styles,
      body: p('x', '<w:pStyle w:val="B"/>', '<w:rStyle w:val="C"/><w:spacing w:val="10"/>'),
    });
    expect(format(word)).toMatchObject({ size: 26, color: '00FF00', spacing: 10, fonts: { ascii: 'Arial' } });
  });

  it.each([
    ['0', false],
    ['false', false],
    ['off', false],
    ['1', true],
    ['true', true],
    ['on', true],
  ])('a switch with the value %s is %s', (value, on) => {
    expect(format(read({ body: p('x', '', `<w:b w:val="${value}"/>`) })).bold).toBe(on);
  });

  it('bold in a paragraph style and again in a character style is upright, as Word shows it', () => {
    const styles = style('paragraph', 'A', '<w:rPr><w:b/></w:rPr>') + style('character', 'C', '<w:rPr><w:b/></w:rPr>');
    expect(format(read({ styles, body: p('x', '<w:pStyle w:val="A"/>', '<w:rStyle w:val="C"/>') })).bold).toBe(false);
    expect(format(read({ styles, body: p('x', '<w:pStyle w:val="A"/>') })).bold).toBe(true);
  });

  it('capitals by format are read as capitals, hidden text is not read', () => {
    expect(first(read({ body: p('Kính gửi', '', '<w:caps/>') })).text).toBe('KÍNH GỬI');
    expect(first(read({ body: p('ẩn', '', '<w:vanish/>') })).text).toBe('');
  });

  const theme =
    '<a:minorFont><a:latin typeface="Calibri"/><a:font script="Viet" typeface="Times New Roman"/></a:minorFont>';
  const themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>';

  it('a theme font is the face of the theme, in a Vietnamese file its Vietnamese face', () => {
    expect(format(read({ theme, body: p('x', '', themed) })).fonts.ascii).toBe('Calibri');
    const settings = '<w:themeFontLang w:val="vi-VN"/>';
    expect(format(read({ theme, settings, body: p('x', '', themed) })).fonts.ascii).toBe('Times New Roman');
  });

  it('a font named above takes the place of a theme font below, but hides behind one on the same element', () => {
    const styles = style('paragraph', 'A', `<w:rPr>${themed}</w:rPr>`);
    const named = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>';
    const above = format(read({ theme, styles, body: p('x', '<w:pStyle w:val="A"/>', named) }));
    expect([above.fonts.ascii, above.hidesFont]).toEqual(['Times New Roman', false]);
    const both = '<w:rFonts w:ascii="Times New Roman" w:asciiTheme="minorHAnsi"/>';
    const same = format(read({ theme, body: p('x', '', both) }));
    expect([same.fonts.ascii, same.hidesFont]).toEqual(['Calibri', true]);
  });

  it('a black of the theme is black', () => {
    expect(format(read({ body: p('x', '', '<w:color w:val="0D0D0D" w:themeColor="text1"/>') })).color).toBe('000000');
  });
});

describe('paragraphs', () => {
  it('a hanging indent above takes the place of a first-line indent below', () => {
    const styles = style('paragraph', 'A', '<w:pPr><w:ind w:left="100" w:firstLine="567"/></w:pPr>');
    const word = read({ styles, body: p('x', '<w:pStyle w:val="A"/><w:ind w:hanging="200"/>') });
    expect(first(word).format).toMatchObject({ left: 100, firstLine: -200 });
  });

  it('numbers bring their label and the indents of their level, which the paragraph may overrule', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>' +
      '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>';
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>';
    const word = read({ numbering, body: p('một', list) + p('hai', `${list}<w:ind w:left="0" w:firstLine="567"/>`) });
    expect(word.paragraphs.map((each) => [each.text, each.format.left, each.format.firstLine])).toEqual([
      ['a) một', 720, -360],
      ['b) hai', 0, 567],
    ]);
  });

  it('what was inserted is read and what was deleted is not, in text, rows and moves', () => {
    const run = (text: string, tag = 't'): string => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
    const body =
      `<w:p>${run('một ')}<w:ins>${run('hai ')}</w:ins><w:del>${run('ba ', 'delText')}</w:del><w:moveTo>${run('bốn')}</w:moveTo></w:p>` +
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('năm')}</w:tc></w:tr><w:tr><w:tc>${p('sáu')}</w:tc></w:tr></w:tbl>`;
    expect(read({ body }).paragraphs.map((each) => each.text)).toEqual(['một hai bốn', 'sáu']);
  });

  it('controls, links, simple fields and alternatives are looked into, the first alternative only', () => {
    const t = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body =
      `<w:sdt><w:sdtContent><w:p><w:hyperlink>${t('một ')}</w:hyperlink><w:fldSimple w:instr="REF x">${t('hai ')}</w:fldSimple>` +
      `<mc:AlternateContent><mc:Choice>${t('ba')}</mc:Choice><mc:Fallback>${t('bốn')}</mc:Fallback></mc:AlternateContent></w:p></w:sdtContent></w:sdt>`;
    expect(first(read({ body })).text).toBe('một hai ba');
  });

  it('a field shows its result, not its code', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = `<w:p>${mark('begin')}<w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>${mark('separate')}<w:r><w:t>7</w:t></w:r>${mark('end')}</w:p>`;
    const paragraph = first(read({ body }));
    expect(paragraph.text).toBe('7');
    expect(paragraph.runs.find((run) => run.text === '7')?.field?.instruction.trim()).toBe('PAGE');
  });

  it('text boxes and notes are read in their own places', () => {
    const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('trong khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const word = read({
      body: box,
      footnotes: `<w:footnote w:type="separator">${p('')}</w:footnote><w:footnote w:id="2">${p('chú thích')}</w:footnote>`,
    });
    expect(word.paragraphs.map((each) => [each.text, each.place.part])).toEqual([
      ['', 'body'],
      ['trong khung', 'textbox'],
    ]);
    expect(word.stories.map((each) => each.kind)).toEqual(['footnote']);
  });
});

describe('tables', () => {
  it('a table style reaches the text of its cells, its first row too', () => {
    const styles = style(
      'table',
      'T',
      '<w:rPr><w:sz w:val="22"/></w:rPr><w:tblPr><w:tblCellMar><w:start w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
    );
    const row = `<w:tr><w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>${p('x')}</w:tc></w:tr>`;
    const body = `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0020"/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>${row}${row}</w:tbl>`;
    const word = read({ styles, body });
    expect(word.paragraphs.map((each) => [each.runs[0]?.format.size, each.runs[0]?.format.bold])).toEqual([
      [22, true],
      [22, false],
    ]);
    expect(word.tables[0]?.rows[0]?.cells[0]?.padding).toEqual({ left: 50, right: 108 });
  });
});

describe('sections', () => {
  const section = (inner: string): string => `<w:sectPr>${inner}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;

  it('inherit the headers they do not name', () => {
    const one = '<w:headerReference w:type="default" r:id="rh1"/>';
    const two = '<w:headerReference w:type="first" r:id="rh2"/>';
    const body = `<w:p><w:pPr>${section(one)}</w:pPr></w:p><w:p><w:pPr>${section(two)}</w:pPr></w:p>${section('')}`;
    const word = read({ body, headers: [p('a'), p('b')] });
    const names = word.sections.map(({ headers }) => [headers.default?.name, headers.first?.name]);
    expect(names).toEqual([
      ['word/header1.xml', undefined],
      ['word/header1.xml', 'word/header2.xml'],
      ['word/header1.xml', 'word/header2.xml'],
    ]);
  });

  it('measures with a unit are lengths', () => {
    const body = `${p('x')}<w:sectPr><w:pgSz w:w="210mm" w:h="29.7cm"/><w:pgMar w:top="20mm" w:left="1in" w:right="42.55pt" w:bottom="2cm"/></w:sectPr>`;
    const [only] = read({ body }).sections;
    expect([only?.width, only?.height, only?.margins.top, only?.margins.left, only?.margins.right]).toEqual([
      11906, 16838, 1134, 1440, 851,
    ]);
  });

  it('a file without any section properties has one section that says nothing', () => {
    const [only, ...others] = read({ body: p('x') }).sections;
    expect([others.length, only?.element, only?.width]).toEqual([0, undefined, undefined]);
  });
});

describe('spellings of the format', () => {
  const respelled = (change: (text: string) => string): Uint8Array => {
    const bytes = wordFile({
      body: p('Kính gửi', '<w:jc w:val="center"/>', '<w:b/>'),
      styles: style('paragraph', 'A', ''),
    });
    const parts = readPackage(bytes);
    return canonicalPackage(new Map([...parts.keys()].map((name) => [name, change(partText(parts, name) as string)])));
  };
  const seen = (word: WordDocument): unknown => [first(word).text, first(word).format.align, format(word).bold];

  it('another prefix, or none, reads the same', () => {
    const other = respelled((text) => text.replace(/xmlns:w=/g, 'xmlns:ns0=').replace(/(<\/?|\s)w:/g, '$1ns0:'));
    expect(seen(readBytes(other))).toEqual(['Kính gửi', 'center', true]);
  });

  it('the strict namespaces read the same, and are told', () => {
    const strict = respelled((text) =>
      text
        .replaceAll(W, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
    expect(seen(readBytes(strict))).toEqual(['Kính gửi', 'center', true]);
    expect(readBytes(strict).strict).toBe(true);
    expect(NAMESPACES).not.toContain('purl');
  });
});
