/**
 * Placeholders inside a text: the value takes the place of "{{…}}" in the run where it begins, with that run's
 * formatting; what the placeholder had in later runs goes away. Values are put in, never read for placeholders.
 */

import { textXml } from '../xml';
import type { Paragraph } from './paragraphs';
import type { Edit } from './scan';

/** The text of each piece after filling, in the order of the pieces. */
function filledTexts({ pieces, placeholders }: Paragraph, valueOf: (name: string) => string): readonly string[] {
  let from = 0;
  return pieces.map(({ text }) => {
    const to = from + text.length;
    let made = '';
    let at = from;
    for (const each of placeholders) {
      if (each.to <= from || each.from >= to) continue;
      if (each.from >= from) made += text.slice(at - from, each.from - from) + valueOf(each.name);
      at = Math.min(each.to, to);
    }
    made += text.slice(at - from);
    from = to;
    return made;
  });
}

/** Edits that fill a paragraph; text elements without a placeholder are left alone. */
export function textEdits(paragraph: Paragraph, valueOf: (name: string) => string): readonly Edit[] {
  const texts = filledTexts(paragraph, valueOf);
  return paragraph.pieces.flatMap(({ node, text }, i): readonly Edit[] => {
    const made = texts[i] as string;
    return node === null || made === text ? [] : [{ start: node.start, end: node.end, text: textXml(made) }];
  });
}
