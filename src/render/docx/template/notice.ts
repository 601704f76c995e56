/**
 * The notice that figures are samples, in the foot of every page of a filled template: no template can leave it out.
 * It goes below what the file has in its footers; where a kind of page has no footer it gets one.
 */

import { OFFICE_RELATIONS } from '../../../office-file/relationships';
import { partText } from '../../package/canonical';
import { addWordPart, relationshipsOf, wordTree, type PartMap } from './package';
import { placeInSection } from './sections';
import { child, children, node, partXml, treeOf, WORD, type Node } from './tree';

/** Which kinds of page the sections tell apart. */
function kindsOf(parts: PartMap, main: string, sections: readonly Node[]): readonly string[] {
  const settings = relationshipsOf(parts, main).find(({ type }) => type === 'settings')?.target;
  const text = settings === undefined ? undefined : partText(parts, settings);
  const even = text === undefined ? undefined : child(treeOf(text, settings as string), 'w:evenAndOddHeaders');
  const on = (each: Node | undefined): boolean =>
    each !== undefined && !/^(0|false|off)$/.test(each.attributes['w:val'] ?? '1');
  return [
    'default',
    ...(sections.some((section) => on(child(section, 'w:titlePg'))) ? ['first'] : []),
    ...(on(even) ? ['even'] : []),
  ];
}

/**
 * Makes sure that every kind of page has a footer; gives the footer parts in use. `sections` are those of the main
 * part, in order: later ones take over what the first one has.
 */
export function footersOf(parts: PartMap, main: string, sections: readonly Node[]): readonly string[] {
  const [first] = sections;
  if (!first) return [];
  for (const kind of kindsOf(parts, main, sections)) {
    if (children(first, 'w:footerReference').some((each) => each.attributes['w:type'] === kind)) continue;
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr xmlns:w="${WORD}"></w:ftr>`;
    first.attributes['xmlns:r'] ??= OFFICE_RELATIONS;
    const id = addWordPart(parts, main, 'footer', empty);
    placeInSection(first, node('w:footerReference', { 'w:type': kind, 'r:id': id }));
  }
  const used = new Set(sections.flatMap((s) => children(s, 'w:footerReference').map((f) => f.attributes['r:id'])));
  return relationshipsOf(parts, main).flatMap(({ id, type, target }) =>
    type === 'footer' && used.has(id) ? [target] : [],
  );
}

/** Puts the notice below what the footers have. */
export function addNotice(parts: PartMap, footers: readonly string[], paragraph: string): void {
  for (const name of footers) {
    const root = wordTree(parts, name);
    root.children.push({ raw: paragraph });
    parts.set(name, partXml(root));
  }
}
