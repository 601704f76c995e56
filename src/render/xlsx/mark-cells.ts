/**
 * A workbook sent back: the sender's own package with cells coloured and a note on each. Only what must change is
 * touched, as text: cells' style numbers, the style table, notes and the lists that name them. Charts, widths, formats,
 * other sheets come through byte for byte.
 */

import { canonicalPackage, partText, readPackage } from '../package/canonical';
import { addNotes } from './mark/notes';
import { restyleCells } from './mark/sheet-cells';
import { addMarkedStyles, type MarkedStyles } from './mark/styles';

export interface CellMark {
  /** Part of the package that holds the sheet: `xl/worksheets/sheet2.xml`. */
  readonly part: string;
  readonly cell: string;
  readonly text: string;
  readonly level: 'error' | 'warning';
}

/** What a marked copy may unpack to: it was read within tighter bounds before. */
const MAX_UNPACKED = 256 * 1024 * 1024;
const STYLES = 'xl/styles.xml';

/** The package with the marks in it. Throws on a package that is none. */
export function markCells(bytes: Uint8Array, marks: readonly CellMark[]): Uint8Array {
  const parts = new Map<string, Uint8Array | string>(readPackage(bytes, MAX_UNPACKED));
  const sheets = [...new Set(marks.map((m) => m.part))].filter((part) => parts.has(part));
  const styleText = partText(parts, STYLES);
  const styles: MarkedStyles | undefined = styleText === undefined ? undefined : addMarkedStyles(styleText);
  for (const part of sheets) {
    const own = marks.filter((m) => m.part === part);
    const xml = partText(parts, part) as string;
    const coloured = styles ? restyleCells(xml, own, styles.styleFor) : xml;
    parts.set(part, addNotes(parts, part, coloured, own));
  }
  if (styles) parts.set(STYLES, styles.xml());
  return canonicalPackage(parts);
}
