/** Sections of a template: how wide their text is, and the section that an appendix gets, made after theirs. */

import type { Orientation } from '../../../report/document';
import { child, copyOf, node, placeChild, type Node } from './tree';

/** Children of w:sectPr in the order of the schema. */
const ORDER = [
  'w:headerReference',
  'w:footerReference',
  'w:footnotePr',
  'w:endnotePr',
  'w:type',
  'w:pgSz',
  'w:pgMar',
  'w:paperSrc',
  'w:pgBorders',
  'w:lnNumType',
  'w:pgNumType',
  'w:cols',
  'w:formProt',
  'w:vAlign',
  'w:noEndnote',
  'w:titlePg',
  'w:textDirection',
  'w:bidi',
  'w:rtlGutter',
  'w:docGrid',
  'w:printerSettings',
  'w:sectPrChange',
];

/** A4 with the margins of the decree, where a file says nothing. */
const PAPER = { 'w:w': '11906', 'w:h': '16838' };
const MARGINS = {
  'w:top': '1134',
  'w:right': '851',
  'w:bottom': '1134',
  'w:left': '1701',
  'w:header': '567',
  'w:footer': '567',
  'w:gutter': '0',
};

const number = (of: Node | undefined, name: string, otherwise: string): number => {
  const value = Number(of?.attributes[name] ?? otherwise);
  return Number.isFinite(value) ? Math.abs(value) : Number(otherwise);
};

export function placeInSection(section: Node, fresh: Node): void {
  placeChild(section, fresh, ORDER);
}

/** Width between the margins, in twips. */
export function roomOf(section: Node): number {
  const [size, margins] = [child(section, 'w:pgSz'), child(section, 'w:pgMar')];
  const sides = ['w:left', 'w:right', 'w:gutter'] as const;
  const taken = sides.reduce((sum, side) => sum + number(margins, side, MARGINS[side]), 0);
  return number(size, 'w:w', PAPER['w:w']) - taken;
}

function set(section: Node, name: string, attributes: Record<string, string>): void {
  const known = child(section, name);
  if (known) Object.assign(known.attributes, attributes);
  else placeInSection(section, node(name, attributes));
}

/** The section once more, for what stands before an appendix in it. */
export function sameSection(section: Node): Node {
  const copy = copyOf(section);
  const kept = copy.children.filter((c) => typeof c === 'string' || !('name' in c) || c.name !== 'w:sectPrChange');
  copy.children.splice(0, copy.children.length, ...kept);
  return copy;
}

/** Its paper, margins, headers and footers; on a page of its own, turned as the appendix needs, pages from 1. */
export function appendixSection(section: Node, orientation: Orientation): Node {
  const own = sameSection(section);
  const size = child(own, 'w:pgSz');
  const [width, height] = [number(size, 'w:w', PAPER['w:w']), number(size, 'w:h', PAPER['w:h'])];
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const turned = orientation === 'landscape';
  set(own, 'w:type', { 'w:val': 'nextPage' });
  set(own, 'w:pgSz', {
    'w:w': String(turned ? long : short),
    'w:h': String(turned ? short : long),
    'w:orient': orientation,
  });
  if (!child(own, 'w:pgMar')) set(own, 'w:pgMar', MARGINS);
  set(own, 'w:pgNumType', { 'w:start': '1' });
  return own;
}

/** A section for a file that has none of its own. */
export function plainSection(): Node {
  return node('w:sectPr', {}, [node('w:pgSz', { ...PAPER }), node('w:pgMar', { ...MARGINS })]);
}
