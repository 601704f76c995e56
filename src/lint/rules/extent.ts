/** How long a document is, guessed from widths of letters: enough to tell one page from several. */

import {
  isLandscape,
  textWidth,
  type Block,
  type Paragraph,
  type Section,
  type Table,
  type WordDocument,
} from '../model/document';
import { isBlank, mainSize } from '../roles/looks';
import { lineWidths } from '../roles/rule-lines';

const LINE = 1.149;
/** A guess must be this much over a page before it counts. */
const SURE = 1.1;

/** Height of one line, twips. */
export function lineHeight(paragraph: Paragraph): number {
  const { line, lineRule } = paragraph.format;
  const natural = mainSize(paragraph) * 10 * LINE;
  if (lineRule === 'exact') return line;
  return lineRule === 'atLeast' ? Math.max(line, natural) : (natural * line) / 240;
}

function paragraphHeight(paragraph: Paragraph, room: number): number {
  const { before, after } = paragraph.format;
  const lines = paragraph.text === '' ? 1 : lineWidths(paragraph, Math.max(room, 400)).length;
  return before + after + lines * lineHeight(paragraph);
}

/** Height of a table; counting stops once it is over `enough`. */
export function tableHeight(table: Table, enough: number): number {
  let total = 0;
  for (const row of table.rows) {
    total += rowHeight(row, enough);
    if (total > enough) return total;
  }
  return total;
}

/** Height of the highest cell; counting stops once it is over `enough`. */
export function rowHeight({ cells, height }: Table['rows'][number], enough: number): number {
  const heights = cells.map(({ width, padding, blocks }) =>
    heightOf(blocks, width > 0 ? width - padding.left - padding.right : 2000, enough),
  );
  return Math.max(height ?? 0, ...heights);
}

/** Height of blocks in a column of that width; counting stops once it is over `enough`. */
export function heightOf(blocks: readonly Block[], room: number, enough: number): number {
  let total = 0;
  for (const block of blocks) {
    total += block.kind === 'table' ? tableHeight(block, enough - total) : paragraphHeight(block, room);
    if (total > enough) return total;
  }
  return total;
}

/** Height of the text area of a page; A4 with usual margins where the file is silent. */
export function pageHeight(section: Section): number {
  const { height, margins } = section;
  const whole = height ?? (isLandscape(section) ? 11906 : 16838);
  return Math.max(2000, whole - (margins.top ?? 1134) - (margins.bottom ?? 1134));
}

function fillsMore(section: Section): boolean {
  const enough = pageHeight(section) * SURE;
  return heightOf(section.blocks, textWidth(section) ?? 9354, enough) > enough;
}

/** Whether the document surely has more than one page. */
export function hasSeveralPages({ sections, paragraphs }: WordDocument): boolean {
  if (sections.slice(1).some((section) => section.start !== 'continuous')) return true;
  if (paragraphs.some((each) => each.renderedBreak)) return true;
  const broken = paragraphs.findIndex((each, i) => each.pageBreak || (each.format.pageBreakBefore && i > 0));
  if (broken >= 0 && paragraphs.slice(broken).some((each) => !isBlank(each))) return true;
  return sections.some(fillsMore);
}
