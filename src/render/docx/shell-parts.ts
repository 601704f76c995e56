/** The parts of the shell that the library has no words for: table styles, the font table. */

import type { StyleSheet } from './style-sheet';
import { escapeXml } from './xml';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Styles that the library adds on its own: blue headings and the like, which no document of ours uses. */
const UNUSED = /<w:style\b[^>]*w:styleId="(?:Title|Heading\d|Strong|ListParagraph|Hyperlink)".*?<\/w:style>/gs;

function tableStyle(id: string, name: string, padding: number, borders: string): string {
  const side = (edge: string): string => `<w:${edge} w:w="${padding}" w:type="dxa"/>`;
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>' +
    `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${borders}` +
    `<w:tblCellMar><w:top w:w="0" w:type="dxa"/>${side('left')}<w:bottom w:w="0" w:type="dxa"/>${side('right')}` +
    '</w:tblCellMar></w:tblPr></w:style>'
  );
}

/** `styles.xml` of the library with the two table styles added and what nobody uses taken out. */
export function tableStylesXml(stylesXml: string, styles: StyleSheet): string {
  const line = `w:val="single" w:sz="${styles.table.border}" w:space="0" w:color="000000"`;
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) => `<w:${edge} ${line}/>`);
  const added =
    tableStyle('D30Layout', 'D30 Bảng bố trí', styles.letterhead.padding, '') +
    tableStyle('D30Table', 'D30 Bảng số liệu', styles.table.padding, `<w:tblBorders>${edges.join('')}</w:tblBorders>`);
  return stylesXml.replace(UNUSED, '').replace('</w:styles>', () => `${added}</w:styles>`);
}

/** A font table that names the one font there is. */
export function fontTableXml(font: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORD}"><w:font w:name="${escapeXml(font)}">` +
    '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>' +
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
  );
}
