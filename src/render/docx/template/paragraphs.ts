/**
 * Paragraphs of a part as a reader sees them: the text of their runs joined, each stretch with the element it comes
 * from, and the placeholders in it. Word splits "{{don_vi}}" over runs as it likes; here it is one word again.
 */

import { squeeze } from '../../../lib/text';
import { attributeOf, unescaped, type Scanned } from './scan';

/** A stretch of text; `node` is null for a tab or a line break, which no placeholder reaches over. */
export interface Piece {
  readonly node: Scanned | null;
  readonly text: string;
}

export interface Placeholder {
  /** In lower case, without the spaces around it. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface Paragraph {
  readonly node: Scanned;
  /** Its number in the part, from 1, as Word counts them: cells and text boxes included. */
  readonly no: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
  /** Has "{{" or "}}" that belongs to no placeholder. */
  readonly broken: boolean;
}

const PLACEHOLDER = /\{\{([^{}\n\t]*)\}\}/g;
/** Text boxes have paragraphs of their own; what was deleted is not text; properties hold none. */
const NOT_TEXT = new Set(['w:p', 'w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:instrText', 'w:sdtPr']);
const BREAKS = new Set(['w:tab', 'w:br', 'w:cr', 'w:ptab']);

function piecesOf(node: Scanned, xml: string): readonly Piece[] {
  return node.children.flatMap((child): readonly Piece[] => {
    if (NOT_TEXT.has(child.name)) return [];
    if (BREAKS.has(child.name)) return [{ node: null, text: '\n' }];
    if (child.name !== 'w:t') return piecesOf(child, xml);
    const text = unescaped(xml.slice(child.open, child.close));
    const preserved = attributeOf(xml.slice(child.start, child.open), 'xml:space') === 'preserve';
    return [{ node: child, text: preserved ? text : text.replace(/^[ \n\t\r]+|[ \n\t\r]+$/g, '') }];
  });
}

function paragraph(node: Scanned, no: number, xml: string): Paragraph {
  const pieces = piecesOf(node, xml);
  const text = pieces.map((piece) => piece.text).join('');
  const placeholders = [...text.matchAll(PLACEHOLDER)].map((match) => ({
    name: squeeze(match[1] ?? '').toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const broken = /\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''));
  return { node, no, pieces, text, placeholders, broken };
}

/** Every paragraph of a part, those in cells and text boxes too. */
export function paragraphsOf(root: Scanned, xml: string): readonly Paragraph[] {
  const nodes: Scanned[] = [];
  const collect = (node: Scanned): void => {
    if (node.name === 'w:p') nodes.push(node);
    node.children.forEach(collect);
  };
  collect(root);
  return nodes.map((node, index) => paragraph(node, index + 1, xml));
}
