/**
 * Properties as layers: what one place (a style, a table style, the run itself) says, by local name. Layers are laid
 * over each other; for the few elements that Word merges attribute by attribute, so is it here.
 */

import type { XmlElement } from '../../office-file/xml';

export type Attributes = Readonly<Record<string, string>>;
export type Layer = ReadonlyMap<string, Attributes>;

export const EMPTY: Layer = new Map();

/** Elements whose children count as properties of their own: `pBdr/top`, `numPr/numId`. */
const NESTED = new Set(['pBdr', 'numPr', 'tblBorders', 'tcBorders', 'tblCellMar', 'tcMar']);
const MERGED = new Set(['rFonts', 'ind', 'spacing', 'lang']);
const SYNONYMS: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const plain = (name: string): string => SYNONYMS[name] ?? name;

function attributesOf(element: XmlElement): Attributes {
  return Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [plain(local(name)), value]));
}

/** The layer that a `w:rPr`, `w:pPr`, `w:tblPr`, `w:tcPr` or `w:trPr` is. */
export function layerOf(properties: XmlElement | undefined): Layer {
  if (properties === undefined) return EMPTY;
  const layer = new Map<string, Attributes>();
  for (const child of properties.children) {
    if (typeof child === 'string') continue;
    const name = local(child.name);
    if (!NESTED.has(name)) layer.set(name, attributesOf(child));
    else
      for (const inner of child.children)
        if (typeof inner !== 'string') layer.set(`${name}/${plain(local(inner.name))}`, attributesOf(inner));
  }
  return layer;
}

const SLOTS = ['ascii', 'hAnsi', 'cs', 'eastAsia'] as const;
export type FontSlot = (typeof SLOTS)[number];
export const FONT_SLOTS: readonly FontSlot[] = SLOTS;

/** The name of the theme attribute of a slot; `cs` is spelled without a capital. */
export const themeAttribute = (slot: FontSlot): string => (slot === 'cs' ? 'cstheme' : `${slot}Theme`);

/** A font given in a higher layer takes the place of a theme font below, and the other way round. */
function mergedFonts(below: Attributes, above: Attributes): Attributes {
  const merged: Record<string, string> = { ...below };
  for (const slot of SLOTS) {
    if (above[slot] !== undefined) delete merged[themeAttribute(slot)];
    if (above[themeAttribute(slot)] !== undefined) delete merged[slot];
  }
  return { ...merged, ...above };
}

function mergedIndent(below: Attributes, above: Attributes): Attributes {
  const { firstLine, hanging, ...rest } = below;
  if (above['firstLine'] !== undefined || above['hanging'] !== undefined) return { ...rest, ...above };
  return {
    ...rest,
    ...(firstLine !== undefined && { firstLine }),
    ...(hanging !== undefined && { hanging }),
    ...above,
  };
}

function merged(name: string, below: Attributes, above: Attributes): Attributes {
  if (name === 'rFonts') return mergedFonts(below, above);
  if (name === 'ind') return mergedIndent(below, above);
  return { ...below, ...above };
}

/** `above` laid over `below`. */
export function over(below: Layer, above: Layer): Layer {
  if (above.size === 0) return below;
  if (below.size === 0) return above;
  const both = new Map(below);
  for (const [name, attributes] of above) {
    const under = both.get(name);
    both.set(name, under !== undefined && MERGED.has(name) ? merged(name, under, attributes) : attributes);
  }
  return both;
}

/** Several layers, the lowest first. */
export function stacked(layers: readonly Layer[]): Layer {
  return layers.reduce(over, EMPTY);
}
