/**
 * Running text put together again from lines: a PDF's text breaks a paragraph at each line end and at each page,
 * and puts page numbers and footnotes between the halves. A line that ends in a space or a comma goes on in the next
 * one, and so does a full line with no stop and no blank line after it; a block that starts in lower case goes on from
 * the last, unless that one had come to an end.
 */

import type { Place } from '../../../lib/diagnostic';
import { plainParagraph } from './cell-text';

export interface Paragraph {
  readonly text: string;
  readonly where: Place;
}

interface Line {
  readonly text: string;
  readonly no: number;
  /** The line ended in white space: the extraction's mark of a line broken by the margin. */
  readonly open: boolean;
  readonly afterBlank: boolean;
}

/** A line this long was broken by the margin; a heading is shorter. */
const FULL_LINE = 50;
const STOP = /[.:;!?…]["”)]?$/u;
const PAGE_NUMBER = /^[-–]?\s*\d{1,3}\s*[-–]?$/;
const FOOTNOTE = /^[¹²³⁰⁴-⁹]+\s/;
const ITEM_START = /^(?:[-–+•*]\s|[A-ZĐ]\.\s|[IVX]+\.\s|\d{1,2}\.\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|Điều \d)/u;
const TABLE_HEAD = /^S?TT\s+\p{Lu}/u;

/** Whether a line begins something: a bullet, a numbered heading, a table's head row. */
export function startsItem(text: string): boolean {
  return ITEM_START.test(text) || TABLE_HEAD.test(text);
}

/** Paragraphs of `lines`, which are pairs of a line's number and its text. */
export function paragraphsOf(lines: readonly (readonly [number, string])[]): readonly Paragraph[] {
  const paragraphs: { text: string; line: number }[] = [];
  let before: Line | undefined;
  for (const line of linesToJoin(lines)) {
    const last = paragraphs.at(-1);
    if (last && before && continues(before, line)) last.text = `${last.text} ${line.text}`;
    else paragraphs.push({ text: line.text, line: line.no });
    before = line;
  }
  return paragraphs.map(({ text, line }) => ({ text: plainParagraph(text), where: { line } }));
}

/** Lines that carry text: no blank ones, no page numbers, no footnotes. */
function linesToJoin(lines: readonly (readonly [number, string])[]): readonly Line[] {
  const kept: Line[] = [];
  let afterBlank = true;
  for (const [no, raw] of lines) {
    const text = raw.trim();
    const carries = text !== '' && !PAGE_NUMBER.test(text) && !FOOTNOTE.test(text);
    if (carries) kept.push({ text, no, open: /\s$/u.test(raw) || text.endsWith(','), afterBlank });
    afterBlank = !carries;
  }
  return kept;
}

function continues(before: Line, line: Line): boolean {
  // "kinh tế" at a line's end, "- xã hội" at the next one's start: a dash inside a name, not a bullet.
  if (startsItem(line.text)) return before.open && /^[-–]\s\p{Ll}/u.test(line.text);
  if (before.open) return true;
  if (STOP.test(before.text)) return false;
  return /^[\p{Ll}(]/u.test(line.text) || (!line.afterBlank && before.text.length >= FULL_LINE);
}
