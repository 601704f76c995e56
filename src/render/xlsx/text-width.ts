/**
 * Widths of Times New Roman text in points and how many lines a text takes in a cell. Advance widths come from
 * the metrics that the DOCX renderer draws its rules by; a letter is looked up once and kept, because a city's
 * workbook has a million of them.
 */

import { textWidth as twipsOf } from '../docx/metrics/measure';

const TWIPS_PER_POINT = 20;
const PROBE = 100;
const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };

/** Points for each point of the font's size. */
function advance(char: string, bold: boolean): number {
  const widths = bold ? known.bold : known.regular;
  let width = widths.get(char);
  if (width === undefined) {
    width = twipsOf(char, { size: PROBE, bold, italic: false }) / TWIPS_PER_POINT / PROBE;
    widths.set(char, width);
  }
  return width;
}

/** Width of one line in points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let sum = 0;
  for (const char of text) sum += advance(char, bold);
  return sum * size;
}

/** Width of the widest line in points, nothing wrapped. */
export function widestLine(text: string, size: number, bold: boolean): number {
  if (!text.includes('\n')) return textWidth(text, size, bold);
  return text.split('\n').reduce((widest, line) => Math.max(widest, textWidth(line, size, bold)), 0);
}

/** Width of the widest word in points: a wrapped column must not be narrower. */
export function widestWord(text: string, size: number, bold: boolean): number {
  let widest = 0;
  for (const word of text.split(/[ \n]+/)) widest = Math.max(widest, textWidth(word, size, bold));
  return widest;
}

/** Lines of one paragraph wrapped at spaces; a word wider than the room is broken where the line ends. */
function paragraphLines(text: string, room: number, size: number, bold: boolean): number {
  if (textWidth(text, size, bold) <= room) return 1;
  const space = textWidth(' ', size, bold);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = textWidth(word, size, bold);
    if (used > 0 && used + space + width > room) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? space : 0) + width;
    const more = Math.max(0, Math.ceil(used / room) - 1);
    lines += more;
    used -= more * room;
  }
  return lines;
}

/** Lines that the text takes in `room` points, its own line feeds included. */
export function lineCount(text: string, room: number, size: number, bold: boolean): number {
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room, size, bold), 0);
}
