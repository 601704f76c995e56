/**
 * Tags in a paragraph: `{{ten_co_quan}}`, and `{{! lời dặn }}` that is only for the person who makes the template.
 * Word and LibreOffice cut a line into runs where they please, so tags are looked for in the text of the whole
 * paragraph and a value takes the format of the run in which its tag begins. Values are never looked at for tags.
 */

import { cleanText } from '../../../lib/text';
import { child, copyOf, isNode, node, textOf, type Node } from './tree';

export interface Tag {
  /** As written, without braces and space; a comment is `!`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly run: Node;
  readonly text: Node;
  readonly start: number;
  readonly end: number;
  value: string;
}

export interface Line {
  readonly paragraph: Node;
  readonly text: string;
  readonly tags: readonly Tag[];
  /** "{{" that no "}}" follows. */
  readonly unclosed: boolean;
  /** Nothing but one tag: no other word, no picture. */
  readonly alone: Tag | undefined;
  readonly pieces: readonly Piece[];
}

const TAG = /\{\{\s*(!)?([^{}\n]*?)\s*\}\}/g;
/** Stands for what is between two texts and is none: a tab, a line break, a picture. */
const GAP = '\n';
/** Things in a run or paragraph that show nothing. */
const SILENT = new Set(['w:rPr', 'w:pPr', 'w:lastRenderedPageBreak', 'w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd']);

function collect(parent: Node, pieces: Piece[], text: string): string {
  let all = text;
  for (const each of parent.children) {
    if (!isNode(each) || SILENT.has(each.name) || each.name === 'w:del' || each.name === 'w:moveFrom') continue;
    if (each.name === 'w:t') {
      const value = textOf(each).replace(/[\r\n]+/g, ' ');
      pieces.push({ run: parent, text: each, start: all.length, end: all.length + value.length, value });
      all += value;
    } else if (parent.name === 'w:r') all += GAP;
    else all = collect(each, pieces, all);
  }
  return all;
}

/** The text of a paragraph with its tags; paragraphs in a text box of it are lines of their own. */
export function lineOf(paragraph: Node): Line {
  const pieces: Piece[] = [];
  const text = collect(paragraph, pieces, '');
  const tags = [...text.matchAll(TAG)].map((m): Tag => {
    const name = m[1] ? '!' : (m[2] ?? '');
    return { name, start: m.index, end: m.index + m[0].length };
  });
  const rest = tags.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const [first, ...more] = tags;
  const alone = first && more.length === 0 && rest.trim() === '' && !rest.includes(GAP) ? first : undefined;
  return { paragraph, text, tags, unclosed: rest.includes('{{'), alone, pieces };
}

function setText(piece: Piece): void {
  const lines = piece.value.split('\n');
  const texts = lines.flatMap((line, i): Node[] => {
    const text = node('w:t', { 'xml:space': 'preserve' }, [line]);
    return i === 0 ? [text] : [node('w:br'), text];
  });
  const at = piece.run.children.indexOf(piece.text);
  piece.run.children.splice(at, 1, ...(piece.value === '' ? [] : texts));
}

/** Puts the values in the places of the tags, from the last to the first, so that no value is read again. */
export function fillLine({ pieces, tags }: Line, valueOf: (name: string) => string): void {
  const changed = new Set<Piece>();
  for (const tag of [...tags].reverse()) {
    const touched = pieces.filter((p) => p.start < tag.end && p.end > tag.start);
    touched.forEach((piece, index) => {
      const from = Math.max(0, tag.start - piece.start);
      const to = Math.min(piece.end, tag.end) - piece.start;
      // Offsets hold: everything after this tag was changed already, nothing before it was.
      const value = index === 0 ? cleanText(valueOf(tag.name)) : '';
      piece.value = piece.value.slice(0, from) + value + piece.value.slice(to);
      changed.add(piece);
    });
  }
  for (const piece of changed) setText(piece);
}

/** The paragraph once more, for the next line of a value: without the marks that may stand only once in a file. */
export function anotherOf(paragraph: Node): Node {
  const copy = copyOf(paragraph);
  strip(copy);
  const properties = child(copy, 'w:pPr');
  const section = child(properties, 'w:sectPr');
  if (properties && section) properties.children.splice(properties.children.indexOf(section), 1);
  return copy;
}

function strip(root: Node): void {
  for (const name of Object.keys(root.attributes)) if (/^w14:(paraId|textId)$/.test(name)) delete root.attributes[name];
  const kept = root.children.filter((c) => !isNode(c) || !/^w:bookmark(Start|End)$/.test(c.name));
  root.children.splice(0, root.children.length, ...kept);
  for (const each of kept) if (isNode(each)) strip(each);
}
