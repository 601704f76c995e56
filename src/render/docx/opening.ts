/** What stands between the letterhead and the body: tên loại, trích yếu with its rule, Kính gửi, căn cứ. */

import type { Appendix, OfficialDocument } from '../../report/document';
import { balancedXml } from './balance';
import { marked } from './marks';
import { sharedRule } from './rules';
import type { StyleSheet } from './style-sheet';
import { paragraphXml } from './xml';

function titleXml(document: OfficialDocument, room: number, styles: StyleSheet): string {
  if (document.typeName === null) return '';
  return (
    paragraphXml('D30TenLoai', document.typeName) +
    balancedXml('D30TrichYeu', document.subject, room, styles) +
    sharedRule('D30RuleTitle', 'D30TrichYeu', document.subject, room, styles)
  );
}

/** II.9d: one recipient on the same line without a mark; more than one each on its own line, ";" and a last ".". */
export function addresseesXml(addressees: readonly string[]): string {
  if (addressees.length === 0) return '';
  if (addressees.length === 1) return paragraphXml('D30KinhGui', `Kính gửi: ${addressees[0]}`);
  const items = marked(addressees).map((line) => paragraphXml('D30KinhGuiItem', `- ${line}`));
  return paragraphXml('D30KinhGuiList', 'Kính gửi:') + items.join('');
}

function legalBasesXml(bases: readonly string[]): string {
  return marked(bases)
    .map((line) => paragraphXml('D30CanCu', line))
    .join('');
}

/** Title, addressees and legal bases, in the order of mẫu 1.4 and 1.5. */
export function openingXml(document: OfficialDocument, room: number, styles: StyleSheet): string {
  return titleXml(document, room, styles) + addresseesXml(document.addressees) + legalBasesXml(document.legalBases);
}

/** The head of an appendix: "Phụ lục I", title, "(Kèm theo …)" with its short rule (mẫu 2.1). */
export function appendixHeadXml(appendix: Appendix, room: number, styles: StyleSheet): string {
  return (
    paragraphXml('D30PhuLuc', appendix.number === null ? 'Phụ lục' : `Phụ lục ${appendix.number}`) +
    balancedXml('D30TenPhuLuc', appendix.title.toUpperCase(), room, styles) +
    balancedXml('D30KemTheo', appendix.attachedTo, room, styles) +
    sharedRule('D30RuleTitle', 'D30KemTheo', appendix.attachedTo, room, styles)
  );
}
