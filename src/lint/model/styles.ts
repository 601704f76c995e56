/**
 * The styles of a document: each chain of `basedOn` laid together once. Numbers that a style gives its paragraphs
 * bring the indents of their level, which the style itself may overrule.
 */

import { childOf, childrenOf, type XmlElement } from '../../office-file/xml';
import { EMPTY, layerOf, over, type Layer } from './layers';
import { attribute, onOff } from './values';

export interface ChainLayers {
  readonly run: Layer;
  readonly paragraph: Layer;
  readonly table: Layer;
  readonly cell: Layer;
  /** Layers of a table style by condition: `firstRow`, `band1Horz`, … */
  readonly conditions: ReadonlyMap<string, ConditionLayers>;
}

export interface ConditionLayers {
  readonly run: Layer;
  readonly paragraph: Layer;
  readonly cell: Layer;
}

export interface Styles {
  readonly present: boolean;
  readonly defaults: { readonly run: Layer; readonly paragraph: Layer };
  readonly defaultParagraph: string | undefined;
  readonly defaultTable: string | undefined;
  has(id: string): boolean;
  nameOf(id: string): string | undefined;
  chain(id: string | undefined): ChainLayers;
}

/** Indents of a numbering level, from `numbering.xml`. */
export type LevelLayer = (list: string | undefined, level: string | undefined) => Layer;

const NOTHING: ChainLayers = { run: EMPTY, paragraph: EMPTY, table: EMPTY, cell: EMPTY, conditions: new Map() };
const MAX_CHAIN = 50;

function conditionsOf(
  style: XmlElement,
  below: ReadonlyMap<string, ConditionLayers>,
): ReadonlyMap<string, ConditionLayers> {
  const found = childrenOf(style, 'w:tblStylePr');
  if (found.length === 0) return below;
  const all = new Map(below);
  for (const each of found) {
    const type = attribute(each, 'type') ?? '';
    const base = all.get(type) ?? NOTHING;
    all.set(type, {
      run: over(base.run, layerOf(childOf(each, 'w:rPr'))),
      paragraph: over(base.paragraph, layerOf(childOf(each, 'w:pPr'))),
      cell: over(base.cell, layerOf(childOf(each, 'w:tcPr'))),
    });
  }
  return all;
}

function paragraphLayer(style: XmlElement, below: Layer, levels: LevelLayer): Layer {
  const own = layerOf(childOf(style, 'w:pPr'));
  const list = own.get('numPr/numId')?.['val'];
  const level = own.get('numPr/ilvl')?.['val'] ?? below.get('numPr/ilvl')?.['val'];
  const withNumbers = list === undefined ? below : over(below, levels(list, level));
  return over(withNumbers, own);
}

/** Reads `styles.xml`; a document without one has no style but the defaults of the format. */
export function stylesOf(root: XmlElement | undefined, levels: LevelLayer): Styles {
  const all = childrenOf(root, 'w:style');
  const byId = new Map(all.map((style) => [attribute(style, 'styleId') ?? '', style]));
  const made = new Map<string, ChainLayers>();
  const make = (id: string, depth: number): ChainLayers => {
    const known = made.get(id);
    const style = byId.get(id);
    if (known !== undefined || style === undefined || depth > MAX_CHAIN) return known ?? NOTHING;
    made.set(id, NOTHING);
    const base = attribute(childOf(style, 'w:basedOn'), 'val');
    const below = base === undefined ? NOTHING : make(base, depth + 1);
    const layers = {
      run: over(below.run, layerOf(childOf(style, 'w:rPr'))),
      paragraph: paragraphLayer(style, below.paragraph, levels),
      table: over(below.table, layerOf(childOf(style, 'w:tblPr'))),
      cell: over(below.cell, layerOf(childOf(style, 'w:tcPr'))),
      conditions: conditionsOf(style, below.conditions),
    };
    made.set(id, layers);
    return layers;
  };
  const defaultOf = (type: string): string | undefined => {
    const found = all.find(
      (style) => attribute(style, 'type') === type && onOff({ val: attribute(style, 'default') ?? '0' }),
    );
    return attribute(found, 'styleId');
  };
  const defaults = childOf(root, 'w:docDefaults');
  return {
    present: root !== undefined,
    defaults: {
      run: layerOf(childOf(defaults, 'w:rPrDefault', 'w:rPr')),
      paragraph: layerOf(childOf(defaults, 'w:pPrDefault', 'w:pPr')),
    },
    defaultParagraph: defaultOf('paragraph'),
    defaultTable: defaultOf('table'),
    has: (id) => byId.has(id),
    nameOf: (id) => attribute(childOf(byId.get(id), 'w:name'), 'val'),
    chain: (id) => (id === undefined ? NOTHING : make(id, 0)),
  };
}
