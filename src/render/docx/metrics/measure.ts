/** Widths of text set in Times New Roman, in twips: the rules under the names are drawn by these. */

import { BOLD, BOLD_ITALIC, ITALIC, RANGES, REGULAR, UNITS_PER_EM } from './times-new-roman';

export interface Face {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

type Widths = ReadonlyMap<number, number>;

function readWidths(numbers: string): Widths {
  const widths = new Map<number, number>();
  const values = numbers.trim().split(/\s+/).map(Number);
  let next = 0;
  for (const [from, to] of RANGES) for (let code = from; code <= to; code++) widths.set(code, values[next++] as number);
  return widths;
}

const FACES: readonly Widths[] = [REGULAR, BOLD, ITALIC, BOLD_ITALIC].map(readWidths);

const COMBINING = /\p{Mn}/u;

function advance(widths: Widths, character: string): number {
  const known = widths.get(character.codePointAt(0) as number);
  if (known !== undefined) return known;
  return COMBINING.test(character) ? 0 : UNITS_PER_EM / 2;
}

/** Width of one line of text in twips, rounded; characters outside the table count half an em. */
export function textWidth(text: string, face: Face): number {
  const widths = FACES[(face.bold ? 1 : 0) + (face.italic ? 2 : 0)] as Widths;
  let units = 0;
  for (const character of text.normalize('NFC')) units += advance(widths, character);
  return Math.round((units * face.size * 20) / UNITS_PER_EM);
}

/** The lines a word processor makes of the text in that room: breaks at spaces, greedy, `\n` kept as a break. */
export function wrapText(text: string, face: Face, room: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer, face) > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

/** Width of the longest line after wrapping. */
export function longestLine(text: string, face: Face, room: number): number {
  return Math.max(...wrapText(text, face, room).map((line) => textWidth(line, face)));
}
