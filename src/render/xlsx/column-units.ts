/** Widths of columns between digits (what a sheet stores), pixels, points and millimetres. */

import type { WorkbookStyles } from './workbook-styles';

const POINTS_PER_PIXEL = 0.75;
const MM_PER_PIXEL = 25.4 / 96;
/** Pixels of a column that text cannot use. */
const PADDING = 7;
/** Programs measure and hint differently: a line counts as full at 96 %. */
const SAFETY = 0.96;

/** Pixels of the widest digit of the default font at 96 dpi: the unit of column widths. */
function digitPixels(styles: WorkbookStyles): number {
  return Math.round((styles.size / POINTS_PER_PIXEL) * 0.5);
}

/** Points that a line of text may take in columns of that total width. */
export function textRoom(width: number, styles: WorkbookStyles): number {
  return Math.max(4, (width * digitPixels(styles) - PADDING) * POINTS_PER_PIXEL) * SAFETY;
}

/** The narrowest width, in quarter digits, whose `textRoom` holds that many points. */
export function widthFor(points: number, styles: WorkbookStyles): number {
  const pixels = points / POINTS_PER_PIXEL / SAFETY + PADDING;
  return Math.ceil((pixels / digitPixels(styles)) * 4) / 4;
}

/** Total width of `span` columns from `first`. */
export function spanWidth(widths: readonly number[], first: number, span: number): number {
  let sum = 0;
  for (let i = first; i < first + span; i += 1) sum += widths[i] ?? 0;
  return sum;
}

/** Millimetres on paper at full scale. */
export function millimetres(width: number, styles: WorkbookStyles): number {
  return width * digitPixels(styles) * MM_PER_PIXEL;
}
