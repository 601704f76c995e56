/**
 * A template filled with a document: the same model and the same compiled blocks as our own form, in the agency's
 * file. Texts first, then blocks, then appendices with their sections; nothing put in is looked at again.
 */

import { error, warning, type Diagnostic } from '../../../lib/diagnostic';
import type { OfficialDocument } from '../../../report/document';
import { canonicalPackage } from '../../package/canonical';
import { drawCharts, withCharts } from '../charts';
import { corePropertiesXml } from '../properties';
import { shellFor } from '../form-shell';
import type { StyleSheet } from '../style-sheet';
import { paragraphXml } from '../xml';
import { flowOf, sectionsOf } from './body';
import { roomInCell, blockXml, type Drawn } from './blocks';
import { placeholderOf } from './names';
import { addNotice, footersOf } from './notice';
import { relsName } from '../../../office-file/relationships';
import { becomeDocument, wordTree, type PartMap } from './package';
import { documentProperties } from './properties';
import { roomOf } from './sections';
import { mergeStyles, withStyleIds } from './styles';
import { anotherOf, fillLine, lineOf, type Line } from './tags';
import { linesOf, type WordTemplate } from './template';
import { child, isNode, partXml, replaceChild, walk, type Child, type Node } from './tree';
import { textFieldOf } from './values';

const URGENCY = 'do_khan';

/**
 * What this document cannot give the template, or the template has no place for: BC3053, BC3054, BC3058; the warning
 * BC3071 for an urgent document whose mark has no place.
 */
export function documentFaults(template: WordTemplate, document: OfficialDocument): readonly Diagnostic[] {
  const { file, spots } = template;
  const faults: Diagnostic[] = [];
  const placed = new Set<number>();
  for (const { names, place } of spots) {
    for (const name of names) {
      const asked = placeholderOf(name);
      const where = { file, path: place };
      if (asked?.kind === 'text' && textFieldOf(document, name) === undefined)
        faults.push(error('BC3054', where, { name, document: document.properties.title }));
      if (asked?.kind !== 'appendix') continue;
      if (asked.no === null) document.appendices.forEach((_, i) => placed.add(i + 1));
      else if (asked.no <= document.appendices.length) placed.add(asked.no);
      else faults.push(error('BC3054', where, { name, document: document.properties.title }));
    }
  }
  if (document.urgency && !spots.some(({ names }) => names.includes(URGENCY)))
    faults.push(warning('BC3071', { file }, { urgency: document.urgency, name: URGENCY }));
  const homeless = document.appendices.flatMap((a, i) => (placed.has(i + 1) ? [] : [a.number ?? 'duy nhất']));
  return homeless.length === 0
    ? faults
    : [...faults, error('BC3058', { file }, { appendices: homeless.join(', '), document: document.properties.title })];
}

/** Fills the template. `documentFaults` must have no error: what is missing here is a bug. */
export async function fillTemplate(
  template: WordTemplate,
  document: OfficialDocument,
  sheet: StyleSheet,
): Promise<Uint8Array> {
  const fault = documentFaults(template, document).find(({ level }) => level === 'error');
  if (fault) throw new Error(`template does not fit the document: ${fault.code} ${JSON.stringify(fault.params)}`);
  const parts: PartMap = new Map(template.parts);
  becomeDocument(parts, template.main);
  const root = wordTree(parts, template.main);
  const body = child(root, 'w:body');
  if (!body) throw new Error('document without a body');
  const footers = document.notice === null ? [] : footersOf(parts, template.main, sectionsOf(body));
  const trees = new Map(
    template.textParts.map((name) => [name, name === template.main ? root : wordTree(parts, name)]),
  );
  for (const tree of trees.values()) fillTexts(tree, document);
  const charts = await drawCharts(document, inRoom(sheet, body), freeNumber(template, root));
  const drawn: Drawn = { sheet, drawings: new Map(charts.map(({ chart, drawing }) => [chart, drawing])) };
  fillBlocks(body, document, drawn);
  flowOf(body, document, drawn);
  const notice = document.notice === null ? '' : paragraphXml('D30Notice', document.notice);
  const raws = [...trees.values()].flatMap(rawsOf).join('') + notice;
  const ids = mergeStyles(parts, template.main, raws, { shell: await shellFor(sheet, null), sheet });
  for (const [name, tree] of trees) parts.set(name, partXml(renamed(tree, ids)));
  addNotice(parts, footers, withStyleIds(notice, ids));
  const custom = { ...document.properties.custom, wordTemplateSha256: template.sha256 };
  for (const [name, content] of withCharts(parts, charts, relsName(template.main))) parts.set(name, content);
  documentProperties(parts, custom, corePropertiesXml(document, sheet.language));
  return canonicalPackage(parts);
}

/** A number that no chart and no picture of the template has. */
function freeNumber(template: WordTemplate, root: Node): number {
  const charts = [...template.parts.keys()].flatMap((name) => /chart(\d+)\.xml$/.exec(name)?.[1] ?? []);
  const pictures = [...walk(root)].flatMap(({ node }) => (node.name === 'wp:docPr' ? [node.attributes['id']] : []));
  return (
    1 +
    [...charts, ...pictures]
      .map(Number)
      .filter(Number.isSafeInteger)
      .reduce((a, b) => Math.max(a, b), 0)
  );
}

/** The sheet with a page whose text is as wide as the template's: charts are drawn to that width. */
function inRoom(sheet: StyleSheet, body: Node): StyleSheet {
  const { portrait } = sheet.page;
  const [first] = sectionsOf(body);
  const left = first ? portrait.width - portrait.right - roomOf(first) : portrait.left;
  return { ...sheet, page: { ...sheet.page, portrait: { ...portrait, left } } };
}

/** Texts into every paragraph that asks for one; comments and lines that became empty go. */
function fillTexts(root: Node, document: OfficialDocument): void {
  for (const { line, above } of linesOf(root)) {
    if (line.tags.length === 0 || line.tags.some((t) => t.name !== '!' && placeholderOf(t.name)?.kind !== 'text'))
      continue;
    const parent = above[0] as Node;
    const value = (name: string): string => (name === '!' ? '' : (textFieldOf(document, name) ?? ''));
    const only = line.alone && value(line.alone.name);
    if (only === '' && line.alone && mayGo(line.alone.name)) takeAway(parent, line.paragraph);
    else if (only?.includes('\n')) fillLines(parent, line, only.split('\n'));
    else fillLine(line, value);
  }
}

const mayGo = (name: string): boolean => {
  const asked = placeholderOf(name);
  return name === '!' || (asked?.kind === 'text' && asked.drop);
};

/** Takes a paragraph away, or only its runs where the file needs one there: at a section's end, in a cell. */
function takeAway(parent: Node, paragraph: Node): void {
  const isSectionEnd = child(child(paragraph, 'w:pPr'), 'w:sectPr') !== undefined;
  const at = parent.children.indexOf(paragraph);
  const rest = parent.children.filter((c) => isNode(c) && c !== paragraph && !/Pr$/.test(c.name));
  const needed = parent.name !== 'w:body' && (rest.length === 0 || (rest.at(-1) as Node).name !== 'w:p');
  if (!isSectionEnd && !needed) parent.children.splice(at, 1);
  else {
    const properties = child(paragraph, 'w:pPr');
    paragraph.children.splice(0, paragraph.children.length, ...(properties ? [properties] : []));
  }
}

/** One paragraph for each line of the value, all in the format of the one that asked. */
function fillLines(parent: Node, line: Line, values: readonly string[]): void {
  const more = values.slice(0, -1).map((value) => {
    const copy = anotherOf(line.paragraph);
    fillLine(lineOf(copy), () => value);
    return copy;
  });
  fillLine(line, () => values.at(-1) ?? '');
  replaceChild(parent, line.paragraph, [...more, line.paragraph]);
}

/** Blocks of one paragraph: rules in cells, and all that stands in the text itself but appendices. */
function fillBlocks(body: Node, document: OfficialDocument, drawn: Drawn): void {
  for (const { line, above } of linesOf(body)) {
    const name = line.alone?.name;
    if (name === undefined || placeholderOf(name)?.kind !== 'block') continue;
    const [parent, row, table] = [above[0] as Node, above[1], above[2]];
    const section = sectionOf(body, above, line.paragraph);
    const room = (parent.name === 'w:tc' && row ? roomInCell(parent, table) : undefined) ?? roomOf(section);
    const fresh: Child[] = [{ raw: blockXml(name, document, room, drawn) }];
    const own = child(child(line.paragraph, 'w:pPr'), 'w:sectPr');
    if (own) {
      takeAway(parent, line.paragraph);
      fresh.push(line.paragraph);
    }
    replaceChild(parent, line.paragraph, fresh);
  }
}

/** The section that a paragraph stands in: the first that ends at it or after it. */
function sectionOf(body: Node, above: readonly Node[], paragraph: Node): Node {
  const top = [paragraph, ...above].find((each) => body.children.includes(each)) ?? paragraph;
  const later = body.children.slice(body.children.indexOf(top));
  const [section] = sectionsOf({ ...body, children: later });
  return section as Node;
}

/** The tree with our style ids as they are called in the file. */
function renamed(root: Node, ids: ReadonlyMap<string, string>): Node {
  for (const { node } of walk(root))
    node.children.forEach((each, i) => {
      if (typeof each !== 'string' && 'raw' in each) node.children[i] = { raw: withStyleIds(each.raw, ids) };
    });
  return root;
}

const rawsOf = (root: Node): readonly string[] =>
  [...walk(root)].flatMap(({ node }) =>
    node.children.flatMap((each) => (typeof each !== 'string' && 'raw' in each ? [each.raw] : [])),
  );
