/**
 * Centred headings of several lines, balanced: a typist breaks "… phương hướng nhiệm vụ Quý II năm 2026" so that the
 * last line is not a lonely "2026". Here equal indents do it, as narrow as the same number of lines allows.
 */

import type { Run } from '../../report/document';
import { longestLine, wrapText, type Face } from './metrics/measure';
import { styleOf, type StyleId, type StyleSheet } from './style-sheet';
import { paragraphXml } from './xml';

/** Room left beside the longest line, so that a program that measures a little wider breaks at the same words. */
const SLACK = 60;
/** LibreOffice sets each no-break space of a draft's blanks that much wider, twips. */
const BLANK_SLACK = 30;

const slackOf = (text: string): number => SLACK + BLANK_SLACK * (text.split('\u00a0').length - 1);

/** The narrowest room, in twips, in which the text makes no more lines than in the full room. */
export function narrowestRoom(text: string, face: Face, room: number): number {
  const lines = wrapText(text, face, room).length;
  let [tooNarrow, enough] = [0, room];
  while (enough - tooNarrow > 1) {
    const middle = (tooNarrow + enough) >> 1;
    const fits = longestLine(text, face, middle) <= middle && wrapText(text, face, middle).length <= lines;
    if (fits) enough = middle;
    else tooNarrow = middle;
  }
  return enough;
}

/** A centred paragraph, indented on both sides when the room makes more lines of it than it has; plain otherwise. */
export function balancedXml(style: StyleId, text: string, room: number, styles: StyleSheet): string {
  const face = styleOf(styles, style);
  const runs: readonly Run[] = [{ text }];
  const slack = slackOf(text);
  // A draft's blanks that just fit here do not where they are set wider: such a line is broken well, not by chance.
  const sure = text.includes('\u00a0\u00a0') ? room - slack : room;
  if (wrapText(text, face, sure).length === text.split('\n').length) return paragraphXml(style, runs);
  const sides = Math.floor((room - narrowestRoom(text, face, sure) - slack) / 2);
  return paragraphXml(style, runs, sides > 0 ? { sides } : {});
}
