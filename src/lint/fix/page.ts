/** Corrections of the page: paper, margins, gutter, distance of the header, kind of numbers. */

import { childOf, type XmlElement } from '../../office-file/xml';
import { isLandscape, type Section } from '../model/document';
import type { Patch } from './patch';

/** Smallest and largest value a margin may have, twips. */
const MARGINS = { top: [1134, 1417], bottom: [1134, 1417], left: [1701, 1984], right: [851, 1134] } as const;
const SLACK = 5;
const A4 = [11906, 16838] as const;

/** Elements of a `w:sectPr` that stand after the page size, in the order of the schema. */
export const AFTER_SIZE = ['w:pgMar', 'w:paperSrc', 'w:pgBorders', 'w:lnNumType', 'w:pgNumType', 'w:cols'];
export const AFTER_TITLE = [
  'w:textDirection',
  'w:bidi',
  'w:rtlGutter',
  'w:docGrid',
  'w:printerSettings',
  'w:sectPrChange',
];
const LAST = ['w:formProt', 'w:vAlign', 'w:noEndnote', 'w:titlePg', ...AFTER_TITLE];

function fixPaper(section: Section, element: XmlElement, patch: Patch): readonly string[] {
  const { width, height } = section;
  const good =
    width !== undefined &&
    height !== undefined &&
    Math.abs(Math.min(width, height) - A4[0]) <= 20 &&
    Math.abs(Math.max(width, height) - A4[1]) <= 20;
  if (good) return [];
  const [w, h] = isLandscape(section) ? [A4[1], A4[0]] : A4;
  const size = childOf(element, 'w:pgSz');
  if (size) {
    patch.set(size, 'w:w', String(w));
    patch.set(size, 'w:h', String(h));
  } else patch.insert(element, `<w:pgSz w:w="${w}" w:h="${h}"/>`, [...AFTER_SIZE, ...LAST]);
  return ['PG-01'];
}

const RULES = { top: 'PG-03', bottom: 'PG-04', left: 'PG-05', right: 'PG-06' } as const;

function fixMargins(section: Section, element: XmlElement, patch: Patch): readonly string[] {
  const margins = childOf(element, 'w:pgMar');
  if (!margins) {
    patch.insert(
      element,
      '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>',
      [...AFTER_SIZE.slice(1), ...LAST],
    );
    return Object.values(RULES);
  }
  const fixed: string[] = [];
  const put = (name: string, value: number, rule: string): void => {
    patch.set(margins, `w:${name}`, String(value));
    fixed.push(rule);
  };
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const [from, to] = MARGINS[side];
    const value = section.margins[side];
    if (value === undefined) put(side, from, RULES[side]);
    else if (Math.abs(value) < from - SLACK) put(side, from, RULES[side]);
    else if (Math.abs(value) > to + SLACK) put(side, to, RULES[side]);
  }
  if ((section.margins.gutter ?? 0) !== 0) put('gutter', 0, 'PG-07');
  const { header, top } = section.margins;
  const room = Math.min(Math.max(Math.abs(top ?? 1134), 1134), 1417);
  if (header === undefined || header < 284 || header + 322 > room) put('header', 567, 'PG-08');
  return fixed;
}

function fixNumbering(section: Section, element: XmlElement, patch: Patch): readonly string[] {
  const numbers = childOf(element, 'w:pgNumType');
  if (!numbers) return [];
  const format = section.numberFormat !== undefined && section.numberFormat !== 'decimal';
  const start = section.index === 1 && section.numberStart !== undefined && section.numberStart !== 1;
  if (format) patch.set(numbers, 'w:fmt', null);
  if (start) patch.set(numbers, 'w:start', '1');
  return format || start ? ['PG-15'] : [];
}

/** Corrects the pages of every section that says something of its pages; answers with the rules met. */
export function fixPages(sections: readonly Section[], patch: Patch): readonly string[] {
  return sections.flatMap((section) => {
    const { element } = section;
    if (!element) return [];
    return [
      ...fixPaper(section, element, patch),
      ...fixMargins(section, element, patch),
      ...fixNumbering(section, element, patch),
    ];
  });
}
