/**
 * Our named styles in a file of somebody else. A style that the file has already under our name is the agency's and
 * stays; one that is missing is added so that it stands on itself: font, size, spacing and language are its own, so
 * that the file's defaults (Calibri 11, 8 points after) do not shine through.
 */

import { partText } from '../../package/canonical';
import type { Shell } from '../form-shell';
import type { StyleSheet } from '../style-sheet';
import { addWordPart, stylesPart, type PartMap } from './package';
import { child, children, copyOf, isNode, node, partXml, treeOf, type Node } from './tree';

const USED = /<w:(?:pStyle|tblStyle) w:val="([^"]+)"/g;

const nameOf = (style: Node): string => (child(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase();
const idOf = (style: Node): string => style.attributes['w:styleId'] ?? '';

/** The styles that the XML names, with those that follow them when a person presses Enter. */
function wanted(xml: string, ours: ReadonlyMap<string, Node>): readonly Node[] {
  const queue = [...new Set([...xml.matchAll(USED)].map((m) => m[1] as string))];
  const found = new Map<string, Node>();
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const style = ours.get(id);
    if (!style || found.has(id)) continue;
    found.set(id, style);
    const next = child(style, 'w:next')?.attributes['w:val'];
    if (next !== undefined) queue.push(next);
  }
  return [...found.values()];
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let fresh = id;
  for (let no = 1; taken.has(fresh); no++) fresh = `${id}_${no}`;
  return fresh;
}

/** The style with nothing left to the file's defaults; `ids` are the names that styles go by there. */
function selfContained(style: Node, ids: ReadonlyMap<string, string>, sheet: StyleSheet): Node {
  const own = copyOf(style);
  own.attributes['w:styleId'] = ids.get(idOf(style)) ?? idOf(style);
  own.attributes['w:customStyle'] = '1';
  const kept = own.children.filter((c) => !isNode(c) || c.name !== 'w:basedOn');
  own.children.splice(0, own.children.length, ...kept);
  const next = child(own, 'w:next');
  if (next) next.attributes['w:val'] = ids.get(next.attributes['w:val'] ?? '') ?? own.attributes['w:styleId'];
  if (style.attributes['w:type'] !== 'paragraph') return own;
  const font = { 'w:ascii': sheet.font, 'w:hAnsi': sheet.font, 'w:eastAsia': sheet.font, 'w:cs': sheet.font };
  let run = child(own, 'w:rPr');
  if (!run) own.children.push((run = node('w:rPr')));
  run.children.unshift(node('w:rFonts', font));
  run.children.push(node('w:lang', { 'w:val': sheet.language }));
  return own;
}

/**
 * Adds to the file the styles that the XML needs; gives what our ids are called there. Styles are known by their
 * names, as Word knows them: LibreOffice changes ids when it saves a file, not names.
 */
export function mergeStyles(
  parts: PartMap,
  main: string,
  xml: string,
  { shell, sheet }: { readonly shell: Shell; readonly sheet: StyleSheet },
): ReadonlyMap<string, string> {
  const ourXml = partText(shell.parts, 'word/styles.xml') ?? '';
  const ours = new Map(children(treeOf(ourXml, 'word/styles.xml'), 'w:style').map((style) => [idOf(style), style]));
  const name = stylesPart(parts, main);
  if (name === undefined) {
    addWordPart(parts, main, 'styles', ourXml);
    return new Map();
  }
  const root = treeOf(partText(parts, name) ?? '', name);
  const theirs = children(root, 'w:style');
  const taken = new Set(theirs.map(idOf));
  const ids = new Map<string, string>();
  const missing: Node[] = [];
  for (const style of wanted(xml, ours)) {
    const known = theirs.find(
      (s) => nameOf(s) === nameOf(style) && s.attributes['w:type'] === style.attributes['w:type'],
    );
    const id = known ? idOf(known) : freeId(idOf(style), taken);
    ids.set(idOf(style), id);
    taken.add(id);
    if (!known) missing.push(style);
  }
  root.children.push(...missing.map((style) => selfContained(style, ids, sheet)));
  parts.set(name, partXml(root));
  return ids;
}

/** The XML with our style ids as they are called in the file. */
export function withStyleIds(xml: string, ids: ReadonlyMap<string, string>): string {
  if ([...ids].every(([from, to]) => from === to)) return xml;
  return xml.replace(
    /(<w:(?:pStyle|tblStyle) w:val=")([^"]+)"/g,
    (_, open: string, id: string) => `${open}${ids.get(id) ?? id}"`,
  );
}
