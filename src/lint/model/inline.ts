/**
 * The inside of a paragraph: runs with their text and format, fields, breaks, shapes and text boxes. Tracked
 * insertions are read, deletions are not; of alternative contents the first is taken.
 */

import { childOf, textOf, type XmlElement } from '../../office-file/xml';
import type { Run, Shape } from './document';
import type { Reader, RunGround } from './reader';
import { shapesOf } from './shapes';
import { attribute } from './values';

export interface Inline {
  readonly runs: Run[];
  readonly shapes: Shape[];
  /** Contents of text boxes, not yet read. */
  readonly boxes: XmlElement[];
  pageBreak: boolean;
  renderedBreak: boolean;
}

/** Wrappers that only hold other content. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:bdo',
  'w:dir',
  'w:ruby',
  'w:rubyBase',
  'mc:Choice',
  'mc:Fallback',
]);

/** The alternative that is read: the first choice, else the fallback. */
export function alternative(element: XmlElement): XmlElement | undefined {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
}

/** Reads the runs of a paragraph. */
export function readInline(paragraph: XmlElement, ground: RunGround, reader: Reader): Inline {
  const inline: Inline = { runs: [], shapes: [], boxes: [], pageBreak: false, renderedBreak: false };
  readContent(paragraph, ground, reader, inline);
  return inline;
}

function readContent(element: XmlElement, ground: RunGround, reader: Reader, inline: Inline): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:r') readRun(child, ground, reader, inline);
    else if (child.name === 'w:fldSimple') readSimpleField(child, ground, reader, inline);
    else if (child.name === 'mc:AlternateContent') {
      const chosen = alternative(child);
      if (chosen) readContent(chosen, ground, reader, inline);
    } else if (TRANSPARENT.has(child.name)) readContent(child, ground, reader, inline);
  }
}

function readSimpleField(element: XmlElement, ground: RunGround, reader: Reader, inline: Inline): void {
  reader.fields.push({ field: { instruction: attribute(element, 'instr') ?? '' }, inCode: false });
  const before = inline.runs.length;
  readContent(element, ground, reader, inline);
  const open = reader.fields.pop();
  if (inline.runs.length === before && open)
    inline.runs.push({ text: '', format: reader.runFormat(ground, undefined), field: open.field, element });
}

function readRun(run: XmlElement, ground: RunGround, reader: Reader, inline: Inline): void {
  const format = reader.runFormat(ground, childOf(run, 'w:rPr'));
  let text = '';
  const flush = (): void => {
    const open = reader.fields.at(-1);
    const shown = format.hidden ? '' : format.caps ? text.toUpperCase() : text;
    if (shown !== '' || open) inline.runs.push({ text: shown, format, field: open?.field ?? null, element: run });
    text = '';
  };
  for (const child of run.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:fldChar') {
      if (text !== '') flush();
      readFieldMark(child, reader, flush);
    } else if (child.name === 'w:instrText') {
      const open = reader.fields.at(-1);
      if (open?.inCode) open.field.instruction += textOf(child);
    } else if (!reader.fields.some((open) => open.inCode)) text += pieceOf(child, inline);
  }
  if (text !== '' || reader.fields.length > 0) flush();
}

function readFieldMark(mark: XmlElement, reader: Reader, flush: () => void): void {
  const type = attribute(mark, 'fldCharType');
  const open = reader.fields.at(-1);
  if (type === 'begin') reader.fields.push({ field: { instruction: '' }, inCode: true });
  else if (type === 'separate' && open) open.inCode = false;
  else if (type === 'end') {
    flush();
    reader.fields.pop();
  }
}

/** What a child of a run adds to the text; drawings, breaks and the like are noted aside. */
function pieceOf(child: XmlElement, inline: Inline): string {
  switch (child.name) {
    case 'w:t':
      return textOf(child);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:br': {
      const type = attribute(child, 'type');
      if (type === 'page') inline.pageBreak = true;
      return type === 'page' || type === 'column' ? '' : '\n';
    }
    case 'w:lastRenderedPageBreak':
      inline.renderedBreak = true;
      return '';
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(child, inline);
      return '';
    case 'mc:AlternateContent': {
      const chosen = alternative(child);
      const pieces = chosen?.children.map((each) => (typeof each === 'string' ? '' : pieceOf(each, inline))) ?? [];
      return pieces.join('');
    }
    default:
      return '';
  }
}

function readDrawing(drawing: XmlElement, inline: Inline): void {
  inline.shapes.push(...shapesOf(drawing));
  const collect = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'w:txbxContent') inline.boxes.push(child);
      else if (child.name === 'mc:AlternateContent') {
        const chosen = alternative(child);
        if (chosen) collect(chosen);
      } else collect(child);
    }
  };
  collect(drawing);
}
