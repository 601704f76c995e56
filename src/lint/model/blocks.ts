/** Paragraphs and tables of a part, with everything that styles and tables give them. */

import { childOf, type XmlElement } from '../../office-file/xml';
import { plainText, type Block, type Paragraph, type Place, type Run } from './document';
import { alternative, readInline, TRANSPARENT } from './inline';
import { EMPTY } from './layers';
import type { Reader, TableText } from './reader';
import { readTable } from './tables';
import { attribute } from './values';

export const NO_TABLE: TableText = { run: EMPTY, paragraph: EMPTY };

/** Reads the blocks of a body, cell, header, note or text box. `place` is what their places have in common. */
export function readBlocks(parent: XmlElement, table: TableText, place: Partial<Place>, reader: Reader): Block[] {
  const blocks: Block[] = [];
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:p') {
      const paragraph = readParagraph(child, table, place, reader);
      if (paragraph) blocks.push(paragraph);
    } else if (child.name === 'w:tbl') blocks.push(readTable(child, place, reader));
    else if (child.name === 'mc:AlternateContent') {
      const chosen = alternative(child);
      if (chosen) blocks.push(...readBlocks(chosen, table, place, reader));
    } else if (TRANSPARENT.has(child.name)) blocks.push(...readBlocks(child, table, place, reader));
  }
  return blocks;
}

/** Text of the runs; what stands in field codes is not shown. */
function shownText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

const MAX_EXCERPT = 80;

/** The start of a text, for a person to find it by. */
export function excerpt(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_EXCERPT ? text : `${characters.slice(0, MAX_EXCERPT - 1).join('')}…`;
}

function readParagraph(
  element: XmlElement,
  table: TableText,
  place: Partial<Place>,
  reader: Reader,
): Paragraph | undefined {
  const properties = childOf(element, 'w:pPr');
  const named = attribute(childOf(properties, 'w:pStyle'), 'val');
  const styleId = named !== undefined && reader.styles.has(named) ? named : reader.styles.defaultParagraph;
  const ground = { table: table.run, paragraph: reader.styles.chain(styleId).run };
  const inline = readInline(element, ground, reader);
  const markProperties = childOf(properties, 'w:rPr');
  const deleted = childOf(markProperties, 'w:del') !== undefined;
  if (deleted && inline.runs.length === 0 && inline.shapes.length === 0) return undefined;
  const text = shownText(inline.runs);
  const label = reader.numbering.labelFor(properties, text.trim() !== '').trim();
  const raw = label === '' ? text : `${label} ${text}`;
  const plain = plainText(raw);
  const paragraph = ++reader.count.paragraphs;
  const where: Place = { part: reader.part, ...place, paragraph, ...(plain !== '' && { text: excerpt(plain) }) };
  return {
    kind: 'paragraph',
    styleId: named ?? styleId ?? null,
    styleMissing: named !== undefined && !reader.styles.has(named),
    runs: inline.runs,
    raw,
    text: plain,
    label,
    format: reader.paragraphFormat(styleId, table.paragraph, properties),
    mark: reader.runFormat(ground, markProperties),
    shapes: inline.shapes,
    boxes: inline.boxes.map((box) => readBlocks(box, NO_TABLE, { ...place, part: 'textbox' }, reader)),
    pageBreak: inline.pageBreak,
    renderedBreak: inline.renderedBreak,
    endsSection: childOf(properties, 'w:sectPr') !== undefined,
    place: where,
    element,
  };
}
