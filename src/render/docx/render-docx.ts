/**
 * An official document as a DOCX. The `docx` library makes the shell once a style sheet; the body is compiled from the
 * model straight to WordprocessingML. Same document and styles, same bytes, in every process and time zone.
 */

import type { OfficialDocument } from '../../report/document';
import { canonicalPackage } from '../package/canonical';
import { blocksXml } from './blocks';
import { drawCharts, withCharts, type DrawingXml } from './charts';
import { closingXml } from './closing';
import { letterheadXml } from './letterhead';
import { appendixHeadXml, openingXml } from './opening';
import { corePropertiesXml, customPropertiesXml } from './properties';
import { shellFor, type Shell } from './form-shell';
import { textWidthOf, type StyleSheet } from './style-sheet';
import { paragraphXml } from './xml';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function mainXml(document: OfficialDocument, styles: StyleSheet, drawings: DrawingXml): string {
  const room = textWidthOf(styles.page.portrait);
  return (
    letterheadXml(document, styles) +
    openingXml(document, room, styles) +
    blocksXml(document.body, { room, drawings, beforeSignature: true }, styles) +
    closingXml(document, styles)
  );
}

function appendicesXml(document: OfficialDocument, styles: StyleSheet, shell: Shell, drawings: DrawingXml): string {
  return document.appendices
    .map((appendix, i) => {
      const sectPr = shell.appendix[appendix.orientation];
      const room = textWidthOf(styles.page[appendix.orientation]);
      const last = i === document.appendices.length - 1;
      const body = blocksXml(appendix.blocks, last ? { room, drawings } : { room, drawings, sectPr }, styles);
      return appendixHeadXml(appendix, room, styles) + body + (last ? sectPr : '');
    })
    .join('');
}

function documentXml(document: OfficialDocument, styles: StyleSheet, shell: Shell, drawings: DrawingXml): string {
  const mainEnd =
    document.appendices.length === 0
      ? paragraphXml('D30Spacer', '') + shell.main
      : paragraphXml('D30Spacer', '', { sectPr: shell.main });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACES}><w:body>` +
    `${mainXml(document, styles, drawings)}${mainEnd}${appendicesXml(document, styles, shell, drawings)}</w:body></w:document>`
  );
}

/** Renders the document. The style sheet object is the key of a cache: parse it once, use it for all. */
export async function renderDocx(document: OfficialDocument, styles: StyleSheet): Promise<Uint8Array> {
  const shell = await shellFor(styles, document.notice);
  const charts = await drawCharts(document, styles);
  const parts = withCharts(shell.parts, charts);
  const drawings = new Map(charts.map(({ chart, drawing }) => [chart, drawing]));
  parts.set('word/document.xml', documentXml(document, styles, shell, drawings));
  parts.set('docProps/core.xml', corePropertiesXml(document, styles.language));
  parts.set('docProps/custom.xml', customPropertiesXml(document.properties.custom));
  return canonicalPackage(parts);
}
