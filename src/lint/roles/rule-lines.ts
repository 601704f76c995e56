/**
 * Rule lines in the forms that people make them: a bordered paragraph, a row of underscores, a drawn line, underlined
 * text. Lengths in twips; drawn forms that do not say their place have none.
 */

import { longestLine, textWidth, wrapText } from '../../render/docx/metrics/measure';
import type { Paragraph, Shape } from '../model/document';
import { inked, mainSize } from './looks';

export interface RuleLine {
  readonly form: 'border' | 'underscores' | 'shape' | 'underline';
  /** Null where the file does not say. */
  readonly length: number | null;
  /** Distance of its middle from the middle of the room; null where the file does not say. */
  readonly offCentre: number | null;
  readonly at: Paragraph;
}

const UNDERSCORES = /^[_\-‐-―─¯]{3,}$/;
/** Superscript is drawn at about two thirds. */
const RAISED = 0.65;

const faceOf = (paragraph: Paragraph): { size: number; bold: boolean; italic: boolean } => {
  const first = inked(paragraph)[0]?.format ?? paragraph.mark;
  return { size: mainSize(paragraph) / 2, bold: first.bold, italic: first.italic };
};

/** Widths of the printed lines of a paragraph in that room. */
export function lineWidths(paragraph: Paragraph, room: number | null): readonly number[] {
  const text = paragraph.raw.normalize('NFC').trim();
  const face = faceOf(paragraph);
  const { left, right, firstLine } = paragraph.format;
  const width = (room ?? Number.MAX_SAFE_INTEGER) - left - right - Math.max(0, firstLine);
  if (text.length > 2000) return [longestLine(text.slice(0, 2000), face, width)];
  return wrapText(text, face, Math.max(width, 1)).map((line) => textWidth(line.trim(), face));
}

/** Whether the paragraph is nothing but a rule line. */
export function isRuleParagraph(paragraph: Paragraph): boolean {
  if (paragraph.text !== '') return UNDERSCORES.test(paragraph.text.replace(/ /g, ''));
  const { top, bottom, left, right } = paragraph.format.borders;
  return (top !== undefined || bottom !== undefined) && left === undefined && right === undefined;
}

function borderLine(paragraph: Paragraph, room: number | null): RuleLine {
  const { left, right } = paragraph.format;
  return {
    form: 'border',
    length: room === null ? null : room - left - right,
    offCentre: (left - right) / 2,
    at: paragraph,
  };
}

function underscoreLine(paragraph: Paragraph): RuleLine {
  const [length = 0] = lineWidths(paragraph, null);
  const raised = inked(paragraph).every((run) => run.format.raised);
  const { align, left, right, firstLine } = paragraph.format;
  const centred = align === 'center' ? (left - right + firstLine) / 2 : null;
  return {
    form: 'underscores',
    length: Math.round(raised ? length * RAISED : length),
    offCentre: centred,
    at: paragraph,
  };
}

function shapeLine(shape: Shape, at: Paragraph, room: number | null): RuleLine {
  const { width, left } = shape;
  const measured = shape.offCentre === 'from-left' && left !== null && width !== null && room !== null;
  const offCentre = measured ? left + width / 2 - room / 2 : shape.offCentre === 'from-left' ? null : shape.offCentre;
  return { form: 'shape', length: width, offCentre, at };
}

/** Every drawn line anchored in these paragraphs. */
function drawnLines(paragraphs: readonly Paragraph[], room: number | null): readonly RuleLine[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.shapes.filter((shape) => shape.kind === 'line').map((shape) => shapeLine(shape, paragraph, room)),
  );
}

/**
 * The rule line under a text. `texts` are its paragraphs, `after` those between it and the next text, `anchors` where
 * a drawn line may hang.
 */
export function ruleLineUnder(
  texts: readonly Paragraph[],
  after: readonly Paragraph[],
  anchors: readonly Paragraph[],
  room: number | null,
): RuleLine | undefined {
  const own = after.find(isRuleParagraph);
  if (own) return own.text === '' ? borderLine(own, room) : underscoreLine(own);
  const last = texts.at(-1);
  if (last?.format.borders.bottom && !last.format.borders.top) return borderLine(last, room);
  const [drawn] = drawnLines(anchors, room);
  if (drawn) return drawn;
  if (last && inked(last).some((run) => run.format.underline))
    return { form: 'underline', length: Math.max(...lineWidths(last, room)), offCentre: 0, at: last };
  return undefined;
}

/** Paragraphs that follow `texts` in `all`, up to the next one that is text and no rule line. */
export function upToNextText(all: readonly Paragraph[], texts: readonly Paragraph[]): readonly Paragraph[] {
  const last = texts.at(-1);
  const start = last === undefined ? all.length : all.indexOf(last) + 1;
  const rest = all.slice(start);
  const end = rest.findIndex((paragraph) => paragraph.text !== '' && !isRuleParagraph(paragraph));
  return end < 0 ? rest : rest.slice(0, end);
}
