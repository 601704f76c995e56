/**
 * text of the file that the print lacks: hidden under a row of a fixed height, outside a frame, in a face that
 * draws other letters. A page break puts a number and a notice between two lines of a paragraph, so that the running
 * text is looked for piece by piece; a cell may be read across its columns, so that there each word is looked for.
 */

import type { Hit } from '../finding';
import type { Paragraph } from '../model/document';
import type { OfficialView } from '../roles/view';
import { hit } from '../rules/looks';
import type { PrintedPage } from './pages';

/** Text without blanks: where a line ends is no matter. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0\u200b]+/gu, '');

/** Small capitals print as capitals. */
const folded = (text: string): string => squeezed(text).toLowerCase();

/** A shorter piece of a paragraph stands somewhere by chance. */
const SHORTEST = 15;
const SHOWN = 5;

interface Print {
  readonly whole: string;
  readonly words: ReadonlySet<string>;
}

/** How much of the beginning of the text the print has in one piece. */
function longestStart(text: string, whole: string): number {
  let [has, hasNot] = [0, text.length + 1];
  while (hasNot - has > 1) {
    const middle = (has + hasNot) >> 1;
    if (whole.includes(text.slice(0, middle))) has = middle;
    else hasNot = middle;
  }
  return has;
}

/** Letters of the text from the one on that the print lacks; null where it has all of them, in pieces of some length. */
function lostFrom(text: string, whole: string): number | null {
  for (let at = 0; at < text.length;) {
    const found = longestStart(text.slice(at), whole);
    if (found < Math.min(SHORTEST, text.length - at)) return at + found;
    at += found;
  }
  return null;
}

/** The words of the paragraph from that letter on. */
function wordsFrom({ text }: Paragraph, letter: number): readonly string[] {
  let seen = 0;
  return text.split(' ').filter((word) => {
    seen += squeezed(word).length;
    return seen > letter;
  });
}

function missingIn(paragraph: Paragraph, { whole, words }: Print): readonly string[] {
  const text = folded(paragraph.text);
  if (text.length < 2 || whole.includes(text)) return [];
  if (paragraph.place.part === 'body') {
    const from = lostFrom(text, whole);
    return from === null ? [] : wordsFrom(paragraph, from);
  }
  return paragraph.text.split(' ').filter((word) => {
    const key = folded(word);
    return key !== '' && !words.has(key) && !whole.includes(key);
  });
}

/** Paragraphs that the print has not got, or not whole. */
export function lost(view: OfficialView, pages: readonly PrintedPage[]): readonly Hit[] {
  const lines = pages.flatMap((page) => page.lines.map((line) => line.text));
  const print: Print = {
    whole: folded(lines.join('')),
    words: new Set(lines.flatMap((line) => line.split(/\s+/u)).map(folded)),
  };
  return view.word.paragraphs.flatMap((paragraph) => {
    const missing = missingIn(paragraph, print);
    return missing.length === 0 ? [] : [hit(paragraph, `“${missing.slice(0, SHOWN).join(' ')}”`)];
  });
}
