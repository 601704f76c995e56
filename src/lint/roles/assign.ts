/** Reads a document as an official one: head, text, foot, appendices, and the role of each paragraph. */

import { paragraphsOf, type Paragraph, type WordDocument } from '../model/document';
import { findAppendices, isAppendixHead } from './appendices';
import { assignFlow, assignMain } from './flow';
import { assignLetterhead, findLetterhead } from './letterhead';
import { isRuleParagraph } from './rule-lines';
import { roleOfStyle, type Role } from './roles';
import { assignSignature, findSignature } from './signature';
import type { AppendixView, Letterhead, OfficialView, Signature, Zone } from './view';

/** What was not told: text in tables and boxes. */
function assignRest(word: WordDocument, roles: Map<Paragraph, Role>): void {
  for (const paragraph of word.paragraphs) {
    if (roles.has(paragraph)) continue;
    const rest = paragraph.text === '' ? (isRuleParagraph(paragraph) ? 'rule' : 'empty') : 'cell';
    roles.set(paragraph, roleOfStyle(paragraph.styleId) ?? rest);
  }
}

/** Lines of a head made with tabs are no paragraphs of the document itself. */
function headParagraphs(head: Letterhead | null): readonly Paragraph[] {
  return head && head.table === null ? [...head.left.paragraphs, ...head.right.paragraphs] : [];
}

function groupedByRole(paragraphs: readonly Paragraph[], roles: ReadonlyMap<Paragraph, Role>): Map<Role, Paragraph[]> {
  const groups = new Map<Role, Paragraph[]>();
  for (const paragraph of paragraphs) {
    const role = roles.get(paragraph);
    if (role === undefined) continue;
    const group = groups.get(role);
    if (group) group.push(paragraph);
    else groups.set(role, [paragraph]);
  }
  return groups;
}

/** The zone of the page that each paragraph stands in. */
function zonesOf(
  head: Letterhead | null,
  signature: Signature | null,
  appendices: readonly AppendixView[],
): ReadonlyMap<Paragraph, Zone> {
  const zones = new Map<Paragraph, Zone>();
  const put = (paragraphs: readonly Paragraph[], zone: Zone): void => {
    for (const paragraph of paragraphs) zones.set(paragraph, zone);
  };
  put([...(head?.left.paragraphs ?? []), ...(head?.right.paragraphs ?? [])], 'letterhead');
  put([...(signature?.recipients?.paragraphs ?? []), ...(signature?.signer?.paragraphs ?? [])], 'signature');
  for (const { head: first, blocks } of appendices) put([first, ...paragraphsOf(blocks)], 'appendix');
  return zones;
}

/** Tells the parts of a document. */
export function viewOf(word: WordDocument): OfficialView {
  const roles = new Map<Paragraph, Role>();
  const { head, used } = findLetterhead(word.blocks);
  if (head) assignLetterhead(head, roles);
  const afterHead = word.blocks.slice(used);
  const firstAppendix = afterHead.findIndex(isAppendixHead);
  const ownText = firstAppendix < 0 ? afterHead : afterHead.slice(0, firstAppendix);
  const { signature, from, to } = findSignature(ownText);
  if (signature) assignSignature(signature, roles);
  const letter = [...roles.values()].includes('veViec');
  const main = ownText.slice(0, from);
  assignMain(main, letter, roles);
  const appendices = findAppendices(afterHead.slice(firstAppendix < 0 ? afterHead.length : firstAppendix), word, roles);
  assignFlow(ownText.slice(to), roles);
  assignRest(word, roles);
  const byRole = groupedByRole([...headParagraphs(head), ...word.paragraphs], roles);
  const zones = zonesOf(head, signature, appendices);
  return {
    word,
    form: letter ? 'letter' : 'named',
    letterhead: head,
    signature,
    main,
    appendices,
    roleOf: (paragraph) => roles.get(paragraph) ?? 'cell',
    all: (role) => byRole.get(role) ?? [],
    zoneOf: (paragraph) => zones.get(paragraph) ?? 'text',
    first: (role) => byRole.get(role)?.[0],
  };
}
