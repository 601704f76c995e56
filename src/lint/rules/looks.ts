/** Faults of form in words: size, bold, italic, alignment, capitals. Shared by the rules of every named part. */

import type { Hit, Severity } from '../finding';
import type { Paragraph, Place } from '../model/document';
import { sizeText } from '../model/values';
import { anyBold, anyItalic, inked, isBold, isItalic, isUpper } from '../roles/looks';

export const TIMES = 'Times New Roman';

export interface Form {
  /** Half-points, both ends included. */
  readonly sizes?: readonly [number, number];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'center' | 'left';
  readonly upper?: boolean;
}

export function hit(at: Paragraph | Place, found: string, severity?: Severity): Hit {
  return { at, found, ...(severity && { severity }) };
}

/** Sizes in the paragraph that are out of the range, as "15, 16". */
export function wrongSizes(paragraph: Paragraph, [from, to]: readonly [number, number]): readonly number[] {
  const sizes = inked(paragraph).map((run) => run.format.size);
  return [...new Set(sizes.filter((size) => size < from || size > to))];
}

function weightFaults(paragraph: Paragraph, { bold, italic }: Form): readonly string[] {
  return [
    ...(bold === true && !isBold(paragraph) ? ['không đậm'] : []),
    ...(bold === false && anyBold(paragraph) ? ['chữ đậm'] : []),
    ...(italic === true && !isItalic(paragraph) ? ['không nghiêng'] : []),
    ...(italic === false && anyItalic(paragraph) ? ['chữ nghiêng'] : []),
  ];
}

/** In words, what of the form the paragraph does not keep. A paragraph without text keeps every form. */
export function formFaults(paragraph: Paragraph, form: Form): readonly string[] {
  if (inked(paragraph).length === 0) return [];
  const { align } = paragraph.format;
  const sizes = form.sizes ? wrongSizes(paragraph, form.sizes) : [];
  return [
    ...(sizes.length > 0 ? [`cỡ chữ ${sizes.map(sizeText).join(', ')}`] : []),
    ...weightFaults(paragraph, form),
    ...(form.align === 'center' && align !== 'center' ? ['không căn giữa'] : []),
    ...(form.align === 'left' && (align === 'center' || align === 'right') ? ['không sát lề trái'] : []),
    ...(form.upper === true && !isUpper(paragraph.text) ? ['không viết hoa toàn bộ'] : []),
  ];
}

/** One hit for each of the paragraphs that does not keep the form. */
export function formHits(paragraphs: readonly Paragraph[], form: Form): readonly Hit[] {
  return paragraphs.flatMap((paragraph) => {
    const faults = formFaults(paragraph, form);
    return faults.length === 0 ? [] : [hit(paragraph, faults.join(', '))];
  });
}

/** A place without a paragraph. */
export const DOCUMENT: Place = { part: 'document' };
export const sectionPlace = (section: number): Place => ({ part: 'section', section });
