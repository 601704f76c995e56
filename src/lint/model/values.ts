/** Values as WordprocessingML writes them: measures with or without a unit, switches, whole numbers. */

import type { XmlElement } from '../../office-file/xml';

const UNITS: Readonly<Record<string, number>> = {
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pt: 20,
  pc: 240,
  pi: 240,
};

/** EMU in a twip. */
const EMU = 635;

/** Twips of "1134", "20mm" or "12pt"; undefined for anything else. */
export function twips(value: string | undefined): number | undefined {
  const match = /^\s*(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?\s*$/.exec(value ?? '');
  if (!match) return undefined;
  const number = Number(match[1]);
  return match[2] === undefined ? number : Math.round(number * (UNITS[match[2]] as number));
}

/** Twips of a length in EMU. */
export function fromEmu(value: string | undefined): number | undefined {
  const number = Number(value ?? NaN);
  return Number.isFinite(number) ? Math.round(number / EMU) : undefined;
}

/** A switch: there and not "0", "false", "off" or "none". */
export function onOff(attributes: Readonly<Record<string, string>> | undefined): boolean {
  return attributes !== undefined && !/^(0|false|off|none)$/.test(attributes['val'] ?? '1');
}

/** Finite whole number, or undefined. */
export function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*-?\d+\s*$/.test(value) ? Number(value) : undefined;
}

/** Attribute of the `w` namespace. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[`w:${name}`];
}

export const twipsToMm = (value: number): string => (value / 56.693).toFixed(1).replace('.', ',');
export const twipsToPt = (value: number): string => String(Math.round(value / 2) / 10).replace('.', ',');
/** Half-points as points: 27 → "13,5". */
export const sizeText = (halfPoints: number): string => String(halfPoints / 2).replace('.', ',');
