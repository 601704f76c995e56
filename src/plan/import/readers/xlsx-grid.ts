/** Addresses of a sheet: `C12` and `A1:F3`, zero-based columns and Excel's own row numbers. */

import { childrenOf, type XmlElement } from '../../../office-file/xml';

export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The merged ranges of a sheet; what does not read as a range is left out. */
export function mergesOf(list: XmlElement | undefined): readonly Merge[] {
  return childrenOf(list, 'mergeCell').flatMap((cell) => {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(cell.attributes.ref ?? '');
    const [, left, top, right, bottom] = match ?? [];
    const [first, last] = [columnOf(left), columnOf(right)];
    if (first === undefined || last === undefined) return [];
    return [{ left: first, right: last, top: Number(top), bottom: Number(bottom) }];
  });
}

/** `AB12` or `AB` → 27; undefined for anything else. */
export function columnOf(address: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d{0,7}$/.exec(address ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1;
}

/** 27 → `AB`. */
export function columnName(column: number): string {
  const above = Math.floor(column / 26);
  return (above > 0 ? columnName(above - 1) : '') + String.fromCharCode(65 + (column % 26));
}
