/** 5.2, fonts, colours and letters: FN-01 to FN-08. */

import type { Checks, Hit } from '../finding';
import { paragraphsOf, type Paragraph, type Run } from '../model/document';
import { sizeText } from '../model/values';
import { inked, mainSize } from '../roles/looks';
import type { OfficialView } from '../roles/view';
import { DOCUMENT, hit, TIMES } from './looks';
import { mojibakeIn } from './mojibake';

/** Families of the years before Unicode: the text itself is in another code. */
const LEGACY = /^(\.Vn|VNI[- ]|VN[A-Z0-9-])/i;
/** Other names of the same face. */
const VARIANT = /^(TimesNewRoman(PS)?(MT)?(-\w+)?|Times New Roman .*|Times)$/i;

/** Every paragraph of the document: text, tables, boxes, headers, footers, notes. */
export function everywhere({ word }: OfficialView): readonly Paragraph[] {
  return [...word.paragraphs, ...word.stories.flatMap((story) => paragraphsOf(story.blocks))];
}

/** Faces that the letters of a run are printed in; null where nothing names one. */
function facesOf({ text, format }: Run): readonly (string | null)[] {
  if (format.complex) return [format.fonts.cs];
  const faces = [
    ...(/[\u0021-\u007f]/.test(text) ? [format.fonts.ascii] : []),
    ...(/[^\s\u0000-\u007f]/u.test(text) ? [format.fonts.hAnsi] : []),
  ];
  return [...new Set(faces)];
}

function facesIn(paragraph: Paragraph): readonly (string | null)[] {
  return [...new Set(inked(paragraph).flatMap(facesOf))];
}

/** One hit a paragraph whose faces are of that kind. */
function hitsFor(view: OfficialView, wrong: (face: string | null) => boolean, severity?: 'W'): readonly Hit[] {
  return everywhere(view).flatMap((paragraph) => {
    const faces = facesIn(paragraph).filter(wrong);
    return faces.length === 0
      ? []
      : [hit(paragraph, faces.map((face) => face ?? 'không ghi phông chữ').join(', '), severity)];
  });
}

const isVariant = (face: string | null): boolean => face !== null && face !== TIMES && VARIANT.test(face);
const isLegacy = (face: string | null): boolean => face !== null && LEGACY.test(face);

function legacy(view: OfficialView): readonly Hit[] {
  return [...hitsFor(view, isLegacy), ...hitsFor(view, isVariant, 'W')];
}

function themed(view: OfficialView): readonly Hit[] {
  return everywhere(view)
    .filter((paragraph) => inked(paragraph).some((run) => run.format.hidesFont))
    .map((paragraph) => hit(paragraph, 'phông chữ của chủ đề che phông chữ đã ghi'));
}

function colours(view: OfficialView): readonly Hit[] {
  return everywhere(view).flatMap((paragraph) => {
    if (view.roleOf(paragraph) === 'dauKhan' && paragraph.place.part !== 'header') return [];
    const formats = inked(paragraph).map((run) => run.format);
    const colors = new Set(formats.map(({ color }) => color).filter((color) => color !== 'auto' && color !== '000000'));
    const fills = new Set([paragraph.format.fill, ...formats.map(({ fill }) => fill)].filter((fill) => fill !== null));
    const found = [
      ...(colors.size > 0 ? [`màu chữ ${[...colors].join(', ')}`] : []),
      ...(formats.some(({ highlight }) => highlight) ? ['chữ tô nền nổi'] : []),
      ...(fills.size > 0 && formats.length > 0 ? [`nền ${[...fills].join(', ')}`] : []),
    ];
    return found.length === 0 ? [] : [hit(paragraph, found.join('; '))];
  });
}

const LOOSE_MARK = /\p{L}[\u0300-\u0323]/u;

function encoding(view: OfficialView): readonly Hit[] {
  return everywhere(view).flatMap((paragraph) => {
    const { raw } = paragraph;
    if (raw !== raw.normalize('NFC') || LOOSE_MARK.test(raw))
      return [hit(paragraph, 'dấu tách rời chữ (Unicode tổ hợp)')];
    const odd = mojibakeIn(raw);
    return odd === null ? [] : [hit(paragraph, `chữ mã cũ “${odd}”`)];
  });
}

const SETS: readonly (readonly [number, number, number])[] = [
  [26, 28, 28],
  [24, 26, 26],
];

function sizeSet(view: OfficialView): readonly Hit[] {
  const parts = (['quocHieu', 'tieuNgu', 'diaDanh'] as const).map((role) => view.first(role));
  if (parts.some((part) => part === undefined || inked(part).length === 0)) return [];
  const sizes = parts.map((part) => mainSize(part as Paragraph));
  if (SETS.some((set) => set.every((size, i) => size === sizes[i]))) return [];
  return [hit(parts[0] as Paragraph, sizes.map(sizeText).join('/'))];
}

function language({ word }: OfficialView): readonly Hit[] {
  return /^vi\b/i.test(word.language ?? '') ? [] : [hit(DOCUMENT, word.language ?? 'không ghi')];
}

function distortions(view: OfficialView): readonly Hit[] {
  return everywhere(view).flatMap((paragraph) => {
    const formats = inked(paragraph).map((run) => run.format);
    const found = [
      ...(formats.some(({ scale }) => scale !== 100) ? ['co giãn chiều ngang'] : []),
      ...(formats.some(({ spacing }) => Math.abs(spacing) > 20) ? ['giãn khoảng cách chữ'] : []),
      ...(formats.some(({ effects }) => effects.length > 0) ? ['hiệu ứng chữ'] : []),
    ];
    return found.length === 0 ? [] : [hit(paragraph, found.join(', '))];
  });
}

export const FONT_CHECKS: Checks = {
  'FN-01': (view) => hitsFor(view, (face) => face !== TIMES && !isVariant(face)),
  'FN-02': legacy,
  'FN-03': themed,
  'FN-04': colours,
  'FN-05': encoding,
  'FN-06': sizeSet,
  'FN-07': language,
  'FN-08': distortions,
};
