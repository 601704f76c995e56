/** Rule lines as people make them: bordered paragraphs, underscores, drawn lines of both kinds, underlined text. */

import { all, changed, inText, paragraph, type Change } from './package';
import { lintBytes, lineOf, render, report } from './support';

const EMU = 635;
const MOTTO = 3425;
/** Width for text in the right column of the head. */
const ROOM = 6244 - 114;

let base: Uint8Array;

const NAMES =
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

beforeAll(async () => {
  base = changed(await render(report), inText('<w:document', `<w:document${NAMES}`));
});

const spaced = (inner: string): string => `<w:p><w:pPr><w:pStyle w:val="D30Spacer"/></w:pPr>${inner}</w:p>`;
const underscores = (count: number): string =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${'_'.repeat(count)}</w:t></w:r></w:p>`;

function drawn(length: number, left: number | 'center'): string {
  const position =
    left === 'center'
      ? '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
      : `<wp:positionH relativeFrom="column"><wp:posOffset>${left * EMU}</wp:posOffset></wp:positionH>`;
  const anchor = `<wp:anchor>${position}<wp:extent cx="${length * EMU}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>`;
  const old = `<w:pict><v:line from="0,0" to="1pt,0"/></w:pict>`;
  return spaced(
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`,
  );
}

const vml = (from: number, to: number): string =>
  spaced(`<w:r><w:pict><v:line from="${from / 20}pt,2pt" to="${to / 20}pt,2pt"/></w:pict></w:r>`);
const connector = (length: number, left: number): string =>
  spaced(
    `<w:r><w:pict><v:shape type="#_x0000_t32" style="position:absolute;margin-left:${left / 20}pt;width:${length / 20}pt;height:0"/></w:pict></w:r>`,
  );

const middle = (ROOM - MOTTO) / 2;
const underMotto = (xml: string): Change => paragraph('D30Rule', () => xml, 1);

function found(change: Change, rule: string): readonly string[] {
  return lintBytes(changed(base, change))
    .findings.filter((each) => each.rule === rule)
    .map(lineOf);
}

describe('under Tiêu ngữ', () => {
  it.each([
    ['a row of underscores', underscores(41)],
    ['a line of Word 2010', drawn(MOTTO, 'center')],
    ['a line placed by its left end', drawn(MOTTO, middle)],
    ['a line of Word 2007', vml(middle, middle + MOTTO)],
    ['a connector', connector(MOTTO, middle)],
  ])('%s of the right length will do', (_, xml) => {
    expect(found(underMotto(xml), 'HD-08')).toEqual([]);
  });

  it.each([
    ['a row of underscores', underscores(15)],
    ['a line of Word 2010', drawn(MOTTO / 2, 'center')],
    ['a line of Word 2007', vml(0, 900)],
    ['a connector', connector(6000, 0)],
  ])('%s of a wrong length will not', (_, xml) => {
    expect(found(underMotto(xml), 'HD-08')).toHaveLength(1);
  });

  it('underlined text stands for a line, and is warned of', () => {
    const underlined = paragraph('D30TieuNgu', (xml) =>
      xml.replace('<w:r><w:t', '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t'),
    );
    const change = all(
      paragraph('D30Rule', () => '', 1),
      underlined,
    );
    expect([found(change, 'HD-08'), found(change, 'HD-07').length]).toEqual([[], 1]);
  });

  it('a picture is no line', () => {
    const picture = spaced(
      '<w:r><w:drawing><wp:inline><wp:extent cx="2174875" cy="900000"/></wp:inline></w:drawing></w:r>',
    );
    expect(found(underMotto(picture), 'HD-08')).toHaveLength(1);
  });
});

describe('under the issuer', () => {
  const under = (xml: string): Change => paragraph('D30Rule', () => xml);

  it.each([
    ['underscores', underscores(11)],
    ['a line of Word 2010', drawn(700, 'center')],
    [
      'a bottom border',
      '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr><w:ind w:left="1090" w:right="1090"/></w:pPr></w:p>',
    ],
  ])('%s of a third to a half will do', (_, xml) => {
    expect(found(under(xml), 'HD-12')).toEqual([]);
  });

  it.each([
    ['a line as long as the name', drawn(1800, 'center')],
    ['a line that stands aside', drawn(800, 0)],
    ['a short dash', underscores(3)],
  ])('%s will not', (_, xml) => {
    expect(found(under(xml), 'HD-12')).toHaveLength(1);
  });
});
