/**
 * Texts of all cells, each kept once and pointed at by its number. A text beyond so many different ones is written into
 * its cell, so that memory does not grow with the number of rows.
 */

import { escapeXstring, shownText } from './cell-text';

const MOST = 20_000;

/** What a cell holds of a text: the attributes after its style and its content. */
export type TextCell = string;

const SPECIAL = /[&<>]/;
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[&<>]/g, (char) => ESCAPED[char] as string) : text;

/** Text of an element; white space at its ends and line feeds are kept. */
export function textElement(tag: string, text: string): string {
  const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<${tag}${kept}>${escapeText(text)}</${tag}>`;
}

export class SharedTexts {
  private readonly cells = new Map<string, TextCell>();
  private readonly items: string[] = [];
  private uses = 0;

  /** `t="s"><v>12</v></c>`: the end of a cell with that text. */
  cell(text: string): TextCell {
    const known = this.cells.get(text);
    if (known !== undefined) {
      this.uses += 1;
      return known;
    }
    const element = textElement('t', escapeXstring(shownText(text)));
    if (this.items.length >= MOST) return ` t="inlineStr"><is>${element}</is></c>`;
    this.uses += 1;
    const made = ` t="s"><v>${this.items.length}</v></c>`;
    this.items.push(element);
    this.cells.set(text, made);
    return made;
  }

  /** The part `xl/sharedStrings.xml`. */
  *xml(): Iterable<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    yield ` count="${this.uses}" uniqueCount="${this.items.length}">`;
    for (const item of this.items) yield `<si>${item}</si>`;
    yield '</sst>';
  }
}
