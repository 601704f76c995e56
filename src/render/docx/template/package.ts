/**
 * A Word file as parts that point at each other: which part is the text, which go with it, and how a part is added
 * so that the package still knows it.
 */

import { Refusal } from '../../../office-file/refusal';
import {
  OFFICE_RELATIONS,
  PACKAGE_RELATIONS,
  relationshipsIn,
  relsName,
  type Relationship,
} from '../../../office-file/relationships';
import { partText } from '../../package/canonical';
import { children, node, partXml, treeOf, WORD, type Node } from './tree';

export type PartMap = Map<string, Uint8Array | string>;

const WORDPROCESSING = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const MAIN = `${WORDPROCESSING}document.main+xml`;
const MAIN_TEMPLATE = `${WORDPROCESSING}template.main+xml`;
const CONTENT_TYPES = '[Content_Types].xml';

function relsOf(parts: PartMap, part: string): Node | undefined {
  const text = partText(parts, relsName(part));
  return text === undefined ? undefined : treeOf(text, relsName(part));
}

/** What a part points at inside the package. */
export const relationshipsOf = (parts: PartMap, part: string): readonly Relationship[] =>
  relationshipsIn(children(relsOf(parts, part), 'Relationship'), part);

/** Name of the main part; throws a Refusal on a file that is no document without macros. */
export function mainPartOf(parts: PartMap): string {
  const types = partText(parts, CONTENT_TYPES);
  const name = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  if (types === undefined || name === undefined || !parts.has(name))
    throw new Refusal('BC3050', { reason: 'không có phần văn bản chính' });
  const type = children(treeOf(types, CONTENT_TYPES), 'Override').find((o) => o.attributes['PartName'] === `/${name}`);
  const contentType = type?.attributes['ContentType'];
  if (contentType !== MAIN && contentType !== MAIN_TEMPLATE)
    throw new Refusal('BC3050', { reason: 'không phải tệp .docx hay .dotx không có macro' });
  return name;
}

/** A part as a tree whose WordprocessingML names read `w:`; throws a Refusal on other spellings (Strict, odd prefixes). */
export function wordTree(parts: PartMap, name: string): Node {
  const root = treeOf(partText(parts, name) ?? '', name);
  if (root.attributes['xmlns:w'] !== WORD)
    throw new Refusal('BC3050', { reason: `phần ${name} không ở dạng Word thường dùng (Transitional)` });
  return root;
}

/** Says the content type of a part, in place of what was said before. */
export function setContentType(parts: PartMap, part: string, contentType: string): void {
  const root = treeOf(partText(parts, CONTENT_TYPES) ?? '', CONTENT_TYPES);
  const known = children(root, 'Override').find((o) => o.attributes['PartName'] === `/${part}`);
  if (known) known.attributes['ContentType'] = contentType;
  else root.children.push(node('Override', { PartName: `/${part}`, ContentType: contentType }));
  parts.set(CONTENT_TYPES, partXml(root));
}

/** A filled template is a document, whatever it was made from. */
export const becomeDocument = (parts: PartMap, main: string): void => setContentType(parts, main, MAIN);

/** Makes a part point at another; gives the id, the known one where it does already. */
export function addRelationship(parts: PartMap, part: string, type: string, target: string): string {
  const known = relationshipsOf(parts, part).find((each) => each.target === target);
  if (known) return known.id;
  const root = relsOf(parts, part) ?? node('Relationships', { xmlns: PACKAGE_RELATIONS });
  const taken = new Set(children(root, 'Relationship').map(({ attributes }) => attributes['Id']));
  let no = taken.size + 1;
  while (taken.has(`rId${no}`)) no++;
  const full = type.includes('://') ? type : `${OFFICE_RELATIONS}/${type}`;
  const folder = part.replace(/[^/]*$/, '');
  const near = target.startsWith(folder) ? target.slice(folder.length) : `/${target}`;
  root.children.push(node('Relationship', { Id: `rId${no}`, Type: full, Target: near }));
  parts.set(relsName(part), partXml(root));
  return `rId${no}`;
}

/** Adds a WordprocessingML part beside the main one, under a name that is free. */
export function addWordPart(parts: PartMap, main: string, kind: 'footer' | 'styles', xml: string): string {
  const folder = main.replace(/[^/]*$/, '');
  let no = 1;
  while (parts.has(`${folder}${kind}${no}.xml`)) no++;
  const name = `${folder}${kind}${no}.xml`;
  parts.set(name, xml);
  setContentType(parts, name, `${WORDPROCESSING}${kind}+xml`);
  return addRelationship(parts, main, kind, name);
}

/** The styles of the file; undefined where it brings none. */
export function stylesPart(parts: PartMap, main: string): string | undefined {
  return relationshipsOf(parts, main).find(({ type, target }) => type === 'styles' && parts.has(target))?.target;
}
