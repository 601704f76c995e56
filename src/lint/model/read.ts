/** From the parts of a package to the effective document. */

import { numberingOf } from '../../office-file/docx-numbering';
import { childOf, childrenOf, type XmlElement } from '../../office-file/xml';
import type { Relationship } from '../../office-file/relationships';
import type { LintPackage } from '../package/open';
import { NO_TABLE, readBlocks } from './blocks';
import { paragraphsOf, tablesOf, type Story, type WordDocument } from './document';
import { EMPTY, layerOf, type Layer } from './layers';
import { readerFor, type Shared } from './reader';
import { sectionsOf, type StoryOf } from './sections';
import { stylesOf, type LevelLayer } from './styles';
import { themeFonts } from './theme';
import { attribute, onOff } from './values';

/** Indents of each list's levels. */
function levelLayers(numbering: XmlElement | undefined): LevelLayer {
  const byId = (name: string, key: string): ReadonlyMap<string, XmlElement> =>
    new Map(childrenOf(numbering, name).map((each) => [attribute(each, key) ?? '', each]));
  const abstracts = byId('w:abstractNum', 'abstractNumId');
  const lists = byId('w:num', 'numId');
  const layers = new Map<string, Layer>();
  const find = (list: string, level: string): Layer => {
    const num = lists.get(list);
    const own = childrenOf(num, 'w:lvlOverride').find((each) => attribute(each, 'ilvl') === level);
    const abstract = abstracts.get(attribute(childOf(num, 'w:abstractNumId'), 'val') ?? '');
    const found =
      childOf(own, 'w:lvl') ?? childrenOf(abstract, 'w:lvl').find((each) => attribute(each, 'ilvl') === level);
    return layerOf(childOf(found, 'w:pPr'));
  };
  return (list, level = '0') => {
    if (list === undefined) return EMPTY;
    const key = `${list}/${level}`;
    const layer = layers.get(key) ?? find(list, level);
    layers.set(key, layer);
    return layer;
  };
}

function notesOf(pack: LintPackage, shared: Shared): readonly Story[] {
  return ['footnotes', 'endnotes'].flatMap((type): readonly Story[] => {
    const notes = childrenOf(pack.related(type), type === 'footnotes' ? 'w:footnote' : 'w:endnote');
    const real = notes.filter((note) => attribute(note, 'type') === undefined || attribute(note, 'type') === 'normal');
    if (real.length === 0) return [];
    const reader = readerFor(shared, 'footnote');
    return [{ kind: 'footnote', name: type, blocks: real.flatMap((note) => readBlocks(note, NO_TABLE, {}, reader)) }];
  });
}

/** Headers and footers by part, each read once. */
function storyReader(pack: LintPackage, shared: Shared, stories: Map<string, Story>): StoryOf {
  return (kind, relationship?: Relationship) => {
    const root = pack.part(relationship?.target);
    if (relationship === undefined || root === undefined) return undefined;
    const known = stories.get(relationship.target);
    if (known) return known;
    const blocks = readBlocks(root, NO_TABLE, {}, readerFor(shared, kind));
    const story: Story = { kind, name: relationship.target, blocks };
    stories.set(relationship.target, story);
    return story;
  };
}

/** A switch of the settings part. */
function setting(settings: XmlElement | undefined, name: string): boolean {
  const element = childOf(settings, name);
  return element !== undefined && onOff({ val: attribute(element, 'val') ?? '1' });
}

/** Reads the document that a package holds. */
export function readWordDocument(pack: LintPackage): WordDocument {
  const numbering = pack.related('numbering');
  const stylesRoot = pack.related('styles');
  const settings = pack.related('settings');
  const levels = levelLayers(numbering);
  const styles = stylesOf(stylesRoot, levels);
  const theme = themeFonts(pack.related('theme'), attribute(childOf(settings, 'w:themeFontLang'), 'val'));
  const shared: Shared = { styles, theme, levels, numbering: numberingOf(numbering, stylesRoot) };
  const body = childOf(pack.main, 'w:body');
  const blocks = body ? readBlocks(body, NO_TABLE, {}, readerFor(shared, 'body')) : [];
  const stories = new Map<string, Story>();
  const sections = sectionsOf(body, blocks, pack.relationships, storyReader(pack, shared, stories));
  return {
    blocks,
    sections,
    paragraphs: paragraphsOf(blocks),
    tables: tablesOf(blocks),
    stories: [...stories.values(), ...notesOf(pack, shared)],
    styles,
    settings: {
      mirrorMargins: setting(settings, 'w:mirrorMargins'),
      evenAndOdd: setting(settings, 'w:evenAndOddHeaders'),
    },
    language: styles.defaults.run.get('lang')?.['val'] ?? null,
    strict: pack.strict,
  };
}
