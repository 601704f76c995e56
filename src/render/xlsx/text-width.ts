/**
 * Widths of Times New Roman text in points and how many lines a text takes in a cell. Advance widths come from
 * the metrics that the DOCX renderer draws its rules by; a letter is looked up once and kept, because a city's
 * workbook has a million of them.
 */

import { textWidth as twipsOf } from '../docx/metrics/measure';

const TWIPS_PER_POINT = 20;
const PROBE = 100;
/** Points for each point of the font's size, by UTF-16 unit; not a number: not looked up yet. */
const known = { regular: new Float64Array(65_536).fill(NaN), bold: new Float64Array(65_536).fill(NaN) };
const SPACE = 32;
const LINE_FEED = 10;

function lookUp(char: string, bold: boolean): number {
  return twipsOf(char, { size: PROBE, bold, italic: false }) / TWIPS_PER_POINT / PROBE;
}

/** The advance of the unit at `at`; the second half of a pair takes nothing, the first the pair's width. */
function advanceAt(text: string, at: number, widths: Float64Array, bold: boolean): number {
  const unit = text.charCodeAt(at);
  const width = widths[unit] as number;
  if (width === width) return width;
  const isPair = unit >= 0xd800 && unit <= 0xdbff;
  if (isPair) return lookUp(String.fromCodePoint(text.codePointAt(at) as number), bold);
  const found = unit >= 0xdc00 && unit <= 0xdfff ? 0 : lookUp(String.fromCharCode(unit), bold);
  widths[unit] = found;
  return found;
}

export interface TextMetrics {
  /** Width of the widest line in points, nothing wrapped. */
  readonly line: number;
  /** Width of the widest word in points: a wrapped column must not be narrower. */
  readonly word: number;
}

/** Both widths of a text in one pass. */
export function textMetrics(text: string, size: number, bold: boolean): TextMetrics {
  const widths = bold ? known.bold : known.regular;
  let [line, word, widestLine, widestWord] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === SPACE || unit === LINE_FEED) {
      if (word > widestWord) widestWord = word;
      word = 0;
      if (unit === LINE_FEED) {
        if (line > widestLine) widestLine = line;
        line = 0;
      } else line += advanceAt(text, i, widths, bold);
      continue;
    }
    const width = advanceAt(text, i, widths, bold);
    line += width;
    word += width;
  }
  return { line: Math.max(line, widestLine) * size, word: Math.max(word, widestWord) * size };
}

/** Width of one line in points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  const widths = bold ? known.bold : known.regular;
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += advanceAt(text, i, widths, bold);
  return sum * size;
}

/** Width of the widest line in points, nothing wrapped. */
export const widestLine = (text: string, size: number, bold: boolean): number => textMetrics(text, size, bold).line;

/** Width of the widest word in points. */
export const widestWord = (text: string, size: number, bold: boolean): number => textMetrics(text, size, bold).word;

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
  if (!text.includes('\n')) return paragraphLines(text, room, size, bold);
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room, size, bold), 0);
}
