/**
 * Widths of table columns: the weights of the model scaled to the room, whole twips that add up to it exactly, and no
 * column so narrow that a word or a number in it would be cut in two.
 */

import type { Table } from '../../report/document';
import { textWidth } from './metrics/measure';
import { styleOf, type StyleId, type StyleSheet } from './style-sheet';

/** Rows that are measured; a table longer than this repeats itself. */
const MEASURED_ROWS = 500;

/** Whole twips in the proportion of the shares; they add up to the room exactly (largest remainders first). */
function rounded(shares: readonly number[], room: number): number[] {
  const widths = shares.map(Math.floor);
  const missing = room - widths.reduce((sum, width) => sum + width, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) widths[index] = (widths[index] as number) + 1;
  return widths;
}

/**
 * Scales the weights to the room. A column that would fall under its minimum gets the minimum and the others share
 * what is left; where all the minimums do not fit, the weights alone decide.
 */
export function scaleWidths(weights: readonly number[], room: number, minimums: readonly number[] = []): number[] {
  const least = weights.map((_, i) => minimums[i] ?? 0);
  const floors = least.reduce((sum, minimum) => sum + minimum, 0) <= room ? least : weights.map(() => 0);
  const positive = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const fixed = new Set<number>();
  for (;;) {
    const left = room - [...fixed].reduce((sum, i) => sum + (floors[i] as number), 0);
    const total = positive.reduce((sum, weight, i) => sum + (fixed.has(i) ? 0 : weight), 0);
    const shares = positive.map((weight, i) => (fixed.has(i) ? (floors[i] as number) : (weight * left) / (total || 1)));
    const short = shares.flatMap((share, i) => (!fixed.has(i) && share < (floors[i] as number) ? [i] : []));
    if (short.length === 0) return rounded(shares, room);
    for (const i of short) fixed.add(i);
  }
}

function longestWord(text: string, styles: StyleSheet, style: StyleId, bold: boolean): number {
  const face = styleOf(styles, style);
  const words = text.split(/[ \t\n]+/).map((word) => textWidth(word, { ...face, bold: bold || face.bold }));
  return Math.max(0, ...words);
}

/** The widest word of each column, with the padding of its cell. */
function minimumsOf(table: Table, styles: StyleSheet): number[] {
  const widest = table.columns.map(({ title }) => longestWord(title, styles, 'D30TableHead', true));
  for (const row of table.rows.slice(0, MEASURED_ROWS)) {
    if (row.kind === 'group') continue;
    let at = 0;
    for (const cell of row.cells) {
      const span = cell.span ?? 1;
      const bold = row.kind === 'total' || cell.bold === true;
      const known = widest[at];
      if (span === 1 && known !== undefined)
        widest[at] = Math.max(known, longestWord(cell.text, styles, 'D30TableText', bold));
      at += span;
    }
  }
  // Ten twips more than measured: programs round each advance in their own way.
  return widest.map((width) => width + 2 * styles.table.padding + 10);
}

/** The grid of a table in that room. */
export function columnWidths(table: Table, room: number, styles: StyleSheet): number[] {
  const weights = table.columns.map((column) => Math.max(0, column.weight));
  return scaleWidths(weights, room, minimumsOf(table, styles));
}
