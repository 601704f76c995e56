/**
 * A corrected copy of a Word file: what is mechanical and nothing else. Parts are patched in their text, so that what
 * is not corrected stays as it is, byte for byte; words are never touched, but for the zeros of the date line.
 */

import { OFFICE_RELATIONS, PACKAGE_RELATIONS, relsName, XML_HEAD } from '../../office-file/relationships';
import { warning, type Diagnostic } from '../../lib/diagnostic';
import type { XmlElement } from '../../office-file/xml';
import { childOf } from '../../office-file/xml';
import { canonicalPackage, partText, readPackage } from '../../render/package/canonical';
import { paragraphsOf } from '../model/document';
import { readWordDocument } from '../model/read';
import type { LintPackage } from '../package/open';
import { viewOf } from '../roles/assign';
import type { OfficialView } from '../roles/view';
import { CHECKS } from '../rules';
import { fixPages } from './page';
import { fillHeader, fixNumberLook, planNumbers, type NewHeader } from './page-number';
import { patchOf, type Patch } from './patch';
import { fixColours, fixDates, fixDefaultFonts, fixFonts, fixSizes } from './text';

export interface FixResult {
  readonly bytes: Uint8Array;
  /** How many places were corrected for the sake of each rule. */
  readonly fixed: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_BYTES = 200_000_000;
const SETTINGS = { names: [], phrases: {}, upward: false };

interface Work {
  readonly pack: LintPackage;
  readonly view: OfficialView;
  readonly parts: Map<string, Uint8Array | string>;
  readonly patches: Map<string, Patch>;
  readonly count: (rules: readonly string[]) => void;
}

/** The patch of a part; undefined where the part cannot be patched. */
function patchFor({ pack, parts, patches }: Work, name: string): Patch | undefined {
  const known = patches.get(name);
  const root = name === pack.mainName ? pack.main : pack.part(name);
  const text = partText(parts, name);
  const patch = known ?? (root && text !== undefined ? patchOf(root, text) : undefined);
  if (patch) patches.set(name, patch);
  return patch;
}

const breaks = (view: OfficialView, rule: string): boolean => (CHECKS[rule]?.(view, SETTINGS).length ?? 0) > 0;

function fixAllFonts(work: Work): readonly string[] {
  const { pack, view } = work;
  if (!['FN-01', 'FN-02', 'FN-03'].some((rule) => breaks(view, rule))) return [];
  const styles = pack.relationships.find((r) => r.type === 'styles')?.target;
  const names = [pack.mainName, ...(styles ? [styles] : []), ...storyNames(work)];
  const legacy = new Set<string>();
  let count = 0;
  for (const name of names) {
    const patch = patchFor(work, name);
    if (!patch) continue;
    const done = fixFonts(patch);
    done.legacy.forEach((font) => legacy.add(font));
    count += done.count + (name === styles ? fixDefaultFonts(patch) : 0);
  }
  work.count(Array<string>(count).fill('FN-01'));
  return [...legacy];
}

function storyNames({ pack }: Work): readonly string[] {
  return [
    ...new Set(
      pack.relationships.filter((r) => /^(header|footer|footnotes|endnotes)$/.test(r.type)).map((r) => r.target),
    ),
  ];
}

function fixSettings(work: Work): void {
  const name = work.pack.relationships.find((r) => r.type === 'settings')?.target;
  const patch = name === undefined ? undefined : patchFor(work, name);
  const mirror = childOf(patch?.root, 'w:mirrorMargins');
  if (!patch || !mirror || !work.view.word.settings.mirrorMargins) return;
  patch.remove(mirror);
  work.count(['PG-07']);
}

const HEADER_TYPE = `${OFFICE_RELATIONS}/header`;
const HEADER_CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';

/** Adds the new header to the package: the part, its content type, its relationship. */
function addHeader({ parts, pack }: Work, { xml, relationshipId }: NewHeader): void {
  const folder = pack.mainName.replace(/[^/]*$/, '');
  let n = 1;
  while (parts.has(`${folder}header_so_trang${n}.xml`)) n += 1;
  const file = `header_so_trang${n}.xml`;
  parts.set(`${folder}${file}`, xml);
  const types = partText(parts, '[Content_Types].xml') ?? '';
  const override = `<Override PartName="/${folder}${file}" ContentType="${HEADER_CONTENT}"/>`;
  parts.set(
    '[Content_Types].xml',
    types.replace(
      /<\/((?:\w+:)?)Types>\s*$/,
      (end, prefix: string) => `${override.replace('<Override', `<${prefix}Override`)}${end}`,
    ),
  );
  const relations = relsName(pack.mainName);
  const empty = `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;
  const rels = (partText(parts, relations) ?? empty).replace(
    /<((?:\w+:)?)Relationships\b([^>]*)\/>\s*$/,
    '<$1Relationships$2></$1Relationships>',
  );
  parts.set(
    relations,
    rels.replace(
      /<\/((?:\w+:)?)Relationships>\s*$/,
      (end, prefix: string) =>
        `<${prefix}Relationship Id="${relationshipId}" Type="${HEADER_TYPE}" Target="${file}"/>${end}`,
    ),
  );
}

function fixNumbers(work: Work, main: Patch): void {
  const { view, pack } = work;
  const plan = planNumbers(view.word, main, new Set(pack.relationships.map((r) => r.id)));
  if (plan.header) addHeader(work, plan.header);
  for (const story of plan.fill) {
    const patch = patchFor(work, story.name);
    if (patch) fillHeader(patch);
  }
  work.count(plan.rules);
  for (const story of view.word.stories.filter(({ kind }) => kind === 'header')) {
    const patch = patchFor(work, story.name);
    if (patch) work.count(fixNumberLook(story, patch));
  }
}

function fixLooks(work: Work, main: Patch): void {
  const { view } = work;
  work.count(fixSizes(view, main));
  work.count(fixColours(view, view.word.paragraphs, main));
  for (const story of view.word.stories) {
    const patch = story.kind === 'footnote' ? undefined : patchFor(work, story.name);
    if (patch) work.count(fixColours(view, paragraphsOf(story.blocks), patch));
  }
  work.count(fixDates(view, main));
}

/** Elements of the section properties that stand in the main part only. */
const sectionsOfMain = (view: OfficialView): readonly (XmlElement | undefined)[] =>
  view.word.sections.map((s) => s.element);

/** Corrects a file that was opened. A file in strict form or of odd spelling comes back as it is. */
export function fixDocument(file: string, bytes: Uint8Array, pack: LintPackage): FixResult {
  const fixed: Record<string, number> = {};
  const view = viewOf(readWordDocument(pack));
  const work: Work = {
    pack,
    view,
    parts: new Map<string, Uint8Array | string>(readPackage(bytes, MAX_BYTES)),
    patches: new Map(),
    count: (rules) => rules.forEach((rule) => (fixed[rule] = (fixed[rule] ?? 0) + 1)),
  };
  const main = pack.strict ? undefined : patchFor(work, pack.mainName);
  if (!main || sectionsOfMain(view).length === 0) return { bytes, fixed, diagnostics: [] };
  work.count(fixPages(view.word.sections, main));
  fixSettings(work);
  const legacy = fixAllFonts(work);
  fixNumbers(work, main);
  fixLooks(work, main);
  for (const [name, patch] of work.patches) if (patch.changed()) work.parts.set(name, patch.result());
  const diagnostics = legacy.length > 0 ? [warning('BC2511', { file }, { fonts: legacy.join(', ') })] : [];
  return { bytes: Object.keys(fixed).length === 0 ? bytes : canonicalPackage(work.parts), fixed, diagnostics };
}
