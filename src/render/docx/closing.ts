/** The foot of the text: nơi nhận on the left, authority, room to sign and name on the right, one unsplit row. */

import type { OfficialDocument } from '../../report/document';
import { marked } from './marks';
import type { StyleSheet } from './style-sheet';
import { cellXml, paragraphXml, tableXml } from './xml';

function noiNhanXml(items: readonly string[]): string {
  if (items.length === 0) return paragraphXml('D30Spacer', '');
  const lines = marked(items).map((line) => paragraphXml('D30NoiNhanItem', `- ${line}`));
  return paragraphXml('D30NoiNhan', 'Nơi nhận:') + lines.join('');
}

function signatureCell(signature: OfficialDocument['signature']): string {
  const lines = signature.lines.map((line) => paragraphXml('D30ChucVu', line));
  return lines.join('') + paragraphXml('D30HoTen', signature.name ?? '');
}

/** The signature table, with a hair of space before it. */
export function closingXml(document: OfficialDocument, styles: StyleSheet): string {
  const [left, right] = styles.signature.columns;
  const top = `<w:tcMar><w:top w:w="${styles.signature.before}" w:type="dxa"/></w:tcMar>`;
  const row =
    '<w:tr><w:trPr><w:cantSplit/></w:trPr>' +
    cellXml(left, noiNhanXml(document.noiNhan), top) +
    cellXml(right, signatureCell(document.signature), top) +
    '</w:tr>';
  return tableXml([left, right], 'D30Layout', '<w:tblLayout w:type="fixed"/>', row);
}
