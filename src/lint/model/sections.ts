/** Sections: page, margins, numbers, and the headers and footers in force there, inherited where not given. */

import { childOf, childrenOf, type XmlElement } from '../../office-file/xml';
import type { Relationship } from '../../office-file/relationships';
import type { Block, HeaderKind, Section, Story } from './document';
import { attribute, integer, onOff, twips } from './values';

/** The story of a header or footer by its relationship id; read once. */
export type StoryOf = (kind: 'header' | 'footer', relationship: Relationship | undefined) => Story | undefined;

type Stories = Partial<Record<HeaderKind, Story>>;

const KINDS: readonly HeaderKind[] = ['default', 'first', 'even'];
const MARGINS = ['top', 'bottom', 'left', 'right', 'header', 'footer', 'gutter'] as const;

function storiesFor(
  kind: 'header' | 'footer',
  element: XmlElement | undefined,
  before: Stories,
  relationships: readonly Relationship[],
  storyOf: StoryOf,
): Stories {
  const references = childrenOf(element, `w:${kind}Reference`);
  const entries = KINDS.flatMap((each): readonly (readonly [HeaderKind, Story])[] => {
    const reference = references.find((r) => (attribute(r, 'type') ?? 'default') === each);
    if (!reference) return before[each] ? [[each, before[each]]] : [];
    const story = storyOf(
      kind,
      relationships.find((r) => r.id === reference.attributes['r:id']),
    );
    return story ? [[each, story]] : [];
  });
  return Object.fromEntries(entries);
}

function marginsOf(element: XmlElement | undefined): Section['margins'] {
  const margins = childOf(element, 'w:pgMar');
  const synonym = { left: 'start', right: 'end' } as Readonly<Record<string, string>>;
  const value = (name: string): number | undefined =>
    twips(attribute(margins, name) ?? attribute(margins, synonym[name] ?? name));
  return Object.fromEntries(MARGINS.map((name) => [name, value(name)])) as Section['margins'];
}

function sectionOf(
  element: XmlElement | undefined,
  blocks: readonly Block[],
  before: Section | undefined,
  relationships: readonly Relationship[],
  storyOf: StoryOf,
): Section {
  const size = childOf(element, 'w:pgSz');
  const numbers = childOf(element, 'w:pgNumType');
  const columns = childOf(element, 'w:cols');
  return {
    index: (before?.index ?? 0) + 1,
    blocks,
    element,
    width: twips(attribute(size, 'w')),
    height: twips(attribute(size, 'h')),
    orientation: attribute(size, 'orient'),
    margins: marginsOf(element),
    titlePage:
      childOf(element, 'w:titlePg') !== undefined &&
      onOff({ val: attribute(childOf(element, 'w:titlePg'), 'val') ?? '1' }),
    columns: integer(attribute(columns, 'num')) ?? Math.max(1, childrenOf(columns, 'w:col').length),
    numberFormat: attribute(numbers, 'fmt'),
    numberStart: integer(attribute(numbers, 'start')),
    start: attribute(childOf(element, 'w:type'), 'val') ?? 'nextPage',
    headers: storiesFor('header', element, before?.headers ?? {}, relationships, storyOf),
    footers: storiesFor('footer', element, before?.footers ?? {}, relationships, storyOf),
  };
}

/** Cuts the blocks of the body into sections; the last one ends with the body. */
export function sectionsOf(
  body: XmlElement | undefined,
  blocks: readonly Block[],
  relationships: readonly Relationship[],
  storyOf: StoryOf,
): readonly Section[] {
  const sections: Section[] = [];
  let open: Block[] = [];
  const close = (element: XmlElement | undefined): void => {
    sections.push(sectionOf(element, open, sections.at(-1), relationships, storyOf));
    open = [];
  };
  for (const block of blocks) {
    open.push(block);
    if (block.kind === 'paragraph' && block.endsSection) close(childOf(block.element, 'w:pPr', 'w:sectPr'));
  }
  const last = childOf(body, 'w:sectPr');
  if (last !== undefined || open.length > 0 || sections.length === 0) close(last);
  return sections;
}
