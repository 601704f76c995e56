/**
 * What a run looks like in the end: document defaults, table style, paragraph style, character style, the run itself,
 * in that order. Switches such as bold flip with every style that sets them; the run's own word is final.
 */

import { FONT_SLOTS, themeAttribute, type Attributes, type FontSlot, type Layer } from './layers';
import type { ThemeFont } from './theme';
import { integer, onOff, twips } from './values';

export interface RunFormat {
  readonly fonts: Readonly<Record<FontSlot, string | null>>;
  /** A theme attribute on the same element hides a font that is named there. */
  readonly hidesFont: boolean;
  /** Half-points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly underline: boolean;
  readonly hidden: boolean;
  /** `auto` or six hexadecimal digits, upper case. */
  readonly color: string;
  readonly highlight: boolean;
  /** Fill behind the text, six digits; null for none. */
  readonly fill: string | null;
  /** `w:w`, percent. */
  readonly scale: number;
  /** `w:spacing`, twips. */
  readonly spacing: number;
  /** `outline`, `shadow`, `emboss`, `imprint` that are on. */
  readonly effects: readonly string[];
  readonly complex: boolean;
  readonly raised: boolean;
  readonly language: string | null;
}

/** The layers a run is under, the lowest first; `styles` are those whose switches flip each other. */
export interface RunLayers {
  readonly defaults: Layer;
  readonly styles: readonly Layer[];
  readonly direct: Layer;
}

const EFFECTS = ['outline', 'shadow', 'emboss', 'imprint'] as const;

function toggled(name: string, { defaults, styles, direct }: RunLayers): boolean {
  const own = direct.get(name);
  if (own !== undefined) return onOff(own);
  const set = styles.filter((layer) => layer.has(name));
  if (set.length === 0) return onOff(defaults.get(name));
  return set.filter((layer) => onOff(layer.get(name))).length % 2 === 1;
}

function fontOf(fonts: Attributes, slot: FontSlot, theme: ThemeFont): string | null {
  const themed = fonts[themeAttribute(slot)];
  return themed === undefined ? (fonts[slot] ?? null) : (theme(themed) ?? fonts[slot] ?? null);
}

/** Theme colours that print black. */
const BLACK_THEME = /^(text1|dark1|tx1|dk1)$/;

function colorOf(color: Attributes | undefined): string {
  if (color === undefined) return 'auto';
  const plain = color['themeShade'] === undefined && color['themeTint'] === undefined;
  if (plain && BLACK_THEME.test(color['themeColor'] ?? '')) return '000000';
  const value = color['val'] ?? 'auto';
  return value === 'auto' ? 'auto' : value.toUpperCase();
}

/** Six digits of a shading that shows; null for none, white and automatic. */
export function fillOf(shade: Attributes | undefined): string | null {
  const fill = (shade?.['fill'] ?? 'auto').toUpperCase();
  return fill === 'AUTO' || fill === 'FFFFFF' ? null : fill;
}

/** Puts the layers together. `merged` is all of them laid over each other. */
export function runFormat(merged: Layer, layers: RunLayers, theme: ThemeFont): RunFormat {
  const fonts = merged.get('rFonts') ?? {};
  const value = (name: string): string | undefined => merged.get(name)?.['val'];
  const font = (slot: FontSlot): string | null => fontOf(fonts, slot, theme);
  return {
    fonts: { ascii: font('ascii'), hAnsi: font('hAnsi'), cs: font('cs'), eastAsia: font('eastAsia') },
    hidesFont: FONT_SLOTS.some((slot) => fonts[slot] !== undefined && fonts[themeAttribute(slot)] !== undefined),
    size: halfPoints(value('sz')) ?? 20,
    bold: toggled('b', layers),
    italic: toggled('i', layers),
    caps: toggled('caps', layers),
    underline: merged.has('u') && !/^(none|0|false)$/.test(value('u') ?? 'none'),
    hidden: toggled('vanish', layers),
    color: colorOf(merged.get('color')),
    highlight: merged.has('highlight') && value('highlight') !== 'none',
    fill: fillOf(merged.get('shd')),
    scale: integer(value('w')?.replace('%', '')) ?? 100,
    spacing: twips(value('spacing')) ?? 0,
    effects: EFFECTS.filter((name) => toggled(name, layers)),
    complex: onOff(merged.get('cs')) || onOff(merged.get('rtl')),
    raised: /^(superscript|subscript)$/.test(value('vertAlign') ?? ''),
    language: value('lang') ?? null,
  };
}

/** A size: half-points, or a measure with a unit as the strict form allows. */
function halfPoints(value: string | undefined): number | undefined {
  const plain = integer(value);
  if (plain !== undefined) return plain;
  const measured = twips(value);
  return measured === undefined ? undefined : Math.round(measured / 10);
}
