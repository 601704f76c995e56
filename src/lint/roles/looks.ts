/** How a paragraph looks as a whole: the questions that nearly every rule asks. */

import type { Paragraph, Run } from '../model/document';
import { fold } from '../../lib/text';

/** Runs that leave ink. */
export function inked({ runs }: Paragraph): readonly Run[] {
  return runs.filter((run) => run.text.trim() !== '');
}

const every = (paragraph: Paragraph, holds: (run: Run) => boolean): boolean => {
  const runs = inked(paragraph);
  return runs.length > 0 && runs.every(holds);
};

export const isBold = (paragraph: Paragraph): boolean => every(paragraph, (run) => run.format.bold);
export const isItalic = (paragraph: Paragraph): boolean => every(paragraph, (run) => run.format.italic);
export const anyBold = (paragraph: Paragraph): boolean => inked(paragraph).some((run) => run.format.bold);
export const anyItalic = (paragraph: Paragraph): boolean => inked(paragraph).some((run) => run.format.italic);

/** Has letters and every one of them is a capital. */
export function isUpper(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toUpperCase();
}

/** The size of most of its text; that of the paragraph mark where it has none. */
export function mainSize(paragraph: Paragraph): number {
  const lengths = new Map<number, number>();
  for (const { format, text } of inked(paragraph))
    lengths.set(format.size, (lengths.get(format.size) ?? 0) + text.length);
  const [first] = [...lengths].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? paragraph.mark.size;
}

/** Text without marks in lower case, for telling what a line is although it is spelled wrong. */
export const folded = (paragraph: Paragraph): string => fold(paragraph.text);

/** Whether nothing of the paragraph is seen: no text, no picture. */
export function isBlank({ text, shapes, boxes }: Paragraph): boolean {
  return text === '' && shapes.length === 0 && boxes.length === 0;
}
