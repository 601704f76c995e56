/** What a paragraph looks like in the end: alignment, indents, spacing, borders, page breaks, its number. */

import { fillOf } from './run-format';
import type { Attributes, Layer } from './layers';
import { integer, onOff, twips } from './values';

export type Alignment = 'left' | 'center' | 'right' | 'both';

export interface Border {
  readonly color: string;
  /** Eighths of a point. */
  readonly size: number;
}

export interface ParagraphFormat {
  readonly align: Alignment;
  readonly left: number;
  readonly right: number;
  /** Negative for a hanging indent. */
  readonly firstLine: number;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly lineRule: 'auto' | 'exact' | 'atLeast';
  readonly contextual: boolean;
  readonly keepNext: boolean;
  readonly widowControl: boolean;
  readonly pageBreakBefore: boolean;
  readonly borders: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', Border>>>;
  readonly fill: string | null;
  readonly outlineLevel: number | null;
  readonly list: { readonly id: string; readonly level: string } | null;
  /** Alignment of a text frame on the page, `w:framePr/@w:xAlign`. */
  readonly frameAlign: string | null;
}

const AUTO_SPACING = 280;

function alignment(value: string | undefined): Alignment {
  if (value === 'center') return 'center';
  if (value === 'right' || value === 'end') return 'right';
  return value === 'both' || value === 'distribute' || value === 'thaiDistribute' ? 'both' : 'left';
}

/** A border that shows; undefined for none. */
export function borderOf(edge: Attributes | undefined): Border | undefined {
  if (edge === undefined || /^(nil|none)?$/.test(edge['val'] ?? '')) return undefined;
  return { color: (edge['color'] ?? 'auto').toUpperCase(), size: integer(edge['sz']) ?? 4 };
}

function bordersOf(layer: Layer): ParagraphFormat['borders'] {
  const edge = (name: string): Border | undefined => borderOf(layer.get(`pBdr/${name}`));
  const [top, bottom, left, right] = ['top', 'bottom', 'left', 'right'].map(edge);
  return { ...(top && { top }), ...(bottom && { bottom }), ...(left && { left }), ...(right && { right }) };
}

function lineRuleOf(value: string | undefined): ParagraphFormat['lineRule'] {
  return value === 'exact' || value === 'atLeast' ? value : 'auto';
}

function listOf(layer: Layer): ParagraphFormat['list'] {
  const id = layer.get('numPr/numId')?.['val'];
  return id === undefined || id === '0' ? null : { id, level: layer.get('numPr/ilvl')?.['val'] ?? '0' };
}

/** Reads the merged layer of a paragraph. */
export function paragraphFormat(layer: Layer): ParagraphFormat {
  const indent = layer.get('ind') ?? {};
  const spacing = layer.get('spacing') ?? {};
  const around = (name: 'before' | 'after'): number =>
    onOff({ val: spacing[`${name}Autospacing`] ?? '0' }) ? AUTO_SPACING : (twips(spacing[name]) ?? 0);
  const hanging = twips(indent['hanging']);
  return {
    align: alignment(layer.get('jc')?.['val']),
    left: twips(indent['left']) ?? 0,
    right: twips(indent['right']) ?? 0,
    firstLine: hanging !== undefined ? -hanging : (twips(indent['firstLine']) ?? 0),
    before: around('before'),
    after: around('after'),
    line: twips(spacing['line']) ?? 240,
    lineRule: lineRuleOf(spacing['lineRule']),
    contextual: onOff(layer.get('contextualSpacing')),
    keepNext: onOff(layer.get('keepNext')),
    widowControl: !layer.has('widowControl') || onOff(layer.get('widowControl')),
    pageBreakBefore: onOff(layer.get('pageBreakBefore')),
    borders: bordersOf(layer),
    fill: fillOf(layer.get('shd')),
    outlineLevel: integer(layer.get('outlineLvl')?.['val']) ?? null,
    list: listOf(layer),
    frameAlign: layer.get('framePr')?.['xAlign'] ?? null,
  };
}
