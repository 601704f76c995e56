/** Corrections of the text's look: fonts, sizes, colours; and of the one date that the decree spells out. */

import { childOf, type XmlElement } from '../../office-file/xml';
import type { Paragraph } from '../model/document';
import { FONT_SLOTS, themeAttribute } from '../model/layers';
import { inked, mainSize } from '../roles/looks';
import type { Role } from '../roles/roles';
import type { OfficialView } from '../roles/view';
import { TIMES } from '../rules/looks';
import { bodyOf } from '../rules/body-form';
import type { Patch } from './patch';

const LEGACY = /^(\.Vn|VNI[- ]|VN[A-Z0-9-])/i;
/** Faces of signs, not of letters. */
const SIGNS = /^(Symbol|Wingdings.*|Webdings|OpenSymbol|Cambria Math|MT Extra)$/i;

/** Elements of that name below, deleted text aside. */
function below(root: XmlElement, name: string, found: XmlElement[] = []): readonly XmlElement[] {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    below(child, name, found);
  }
  return found;
}

export interface FontFix {
  readonly count: number;
  /** Fonts of old codes that were left. */
  readonly legacy: readonly string[];
}

/** Every `w:rFonts` of a part names Times New Roman and no theme. Old codes and signs are left alone. */
export function fixFonts(patch: Patch): FontFix {
  const legacy = new Set<string>();
  let count = 0;
  for (const fonts of below(patch.root, 'w:rFonts')) {
    const named = FONT_SLOTS.flatMap((slot) => fonts.attributes[`w:${slot}`] ?? []);
    const old = named.filter((name) => LEGACY.test(name));
    old.forEach((name) => legacy.add(name));
    if (old.length > 0 || named.some((name) => SIGNS.test(name))) continue;
    const themed = FONT_SLOTS.filter((slot) => fonts.attributes[`w:${themeAttribute(slot)}`] !== undefined);
    if (themed.length === 0 && named.every((name) => name === TIMES)) continue;
    count += 1;
    for (const slot of FONT_SLOTS) {
      if (themed.includes(slot)) patch.set(fonts, `w:${themeAttribute(slot)}`, null);
      if (themed.includes(slot) || fonts.attributes[`w:${slot}`] !== undefined) patch.set(fonts, `w:${slot}`, TIMES);
    }
  }
  return { count, legacy: [...legacy] };
}

const DEFAULT_FONTS = `<w:rFonts w:ascii="${TIMES}" w:hAnsi="${TIMES}" w:eastAsia="${TIMES}" w:cs="${TIMES}"/>`;

/** Document defaults name Times New Roman where they name nothing. */
export function fixDefaultFonts(patch: Patch): number {
  const defaults = childOf(patch.root, 'w:docDefaults');
  const runs = childOf(defaults, 'w:rPrDefault');
  const properties = childOf(runs, 'w:rPr');
  const fonts = childOf(properties, 'w:rFonts');
  if (fonts) return 0;
  if (properties)
    patch.insert(properties, DEFAULT_FONTS, ['w:b', 'w:i', 'w:color', 'w:kern', 'w:sz', 'w:szCs', 'w:lang']);
  else if (runs) patch.insert(runs, `<w:rPr>${DEFAULT_FONTS}</w:rPr>`, []);
  else if (defaults)
    patch.insert(defaults, `<w:rPrDefault><w:rPr>${DEFAULT_FONTS}</w:rPr></w:rPrDefault>`, ['w:pPrDefault']);
  else
    patch.insert(
      patch.root,
      `<w:docDefaults><w:rPrDefault><w:rPr>${DEFAULT_FONTS}</w:rPr></w:rPrDefault></w:docDefaults>`,
      ['w:latentStyles', 'w:style'],
    );
  return 1;
}

type Range = readonly [number, number];

const SIZES: Readonly<Partial<Record<Role, { readonly range: Range; readonly rule: string }>>> = {
  quocHieu: { range: [24, 26], rule: 'HD-05' },
  tieuNgu: { range: [26, 28], rule: 'HD-07' },
  chuQuan: { range: [24, 26], rule: 'HD-10' },
  banHanh: { range: [24, 26], rule: 'HD-11' },
  soKyHieu: { range: [26, 26], rule: 'HD-16' },
  diaDanh: { range: [26, 28], rule: 'HD-21' },
  tenLoai: { range: [26, 28], rule: 'TI-01' },
  trichYeu: { range: [26, 28], rule: 'TI-02' },
  veViec: { range: [24, 26], rule: 'TI-05' },
  kinhGui: { range: [26, 28], rule: 'TI-07' },
  kinhGuiItem: { range: [26, 28], rule: 'TI-07' },
  canCu: { range: [26, 28], rule: 'BD-08' },
  phan: { range: [26, 28], rule: 'BD-09' },
  muc: { range: [26, 28], rule: 'BD-10' },
  heading1: { range: [26, 28], rule: 'BD-11' },
  chucVu: { range: [26, 28], rule: 'SG-02' },
  hoTen: { range: [26, 28], rule: 'SG-05' },
  noiNhan: { range: [24, 24], rule: 'NN-01' },
  noiNhanItem: { range: [22, 22], rule: 'NN-02' },
  phuLuc: { range: [28, 28], rule: 'AP-01' },
  tenPhuLuc: { range: [26, 28], rule: 'AP-03' },
  kemTheo: { range: [26, 28], rule: 'AP-04' },
  drafter: { range: [22, 22], rule: 'ST-03' },
};

/** The size of most of the running text that is a legal one. */
function bodySize(view: OfficialView): number {
  const counts = new Map<number, number>();
  for (const paragraph of bodyOf(view)) {
    const size = mainSize(paragraph);
    if (size >= 26 && size <= 28) counts.set(size, (counts.get(size) ?? 0) + paragraph.text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 28;
}

/** Sizes out of the range of their part become the nearest legal ones; the running text gets one size. */
export function fixSizes(view: OfficialView, patch: Patch): readonly string[] {
  const fixed: string[] = [];
  const common = bodySize(view);
  const body = new Set(bodyOf(view));
  for (const paragraph of view.word.paragraphs) {
    const known = body.has(paragraph)
      ? { range: [common, common] as const, rule: 'BD-05' }
      : SIZES[view.roleOf(paragraph)];
    if (!known) continue;
    const [from, to] = known.range;
    const wrong = inked(paragraph).filter(({ format: { size } }) => size < from || size > to);
    for (const { element, format } of wrong) {
      if (element.name !== 'w:r') continue;
      const size = String(format.size < from ? from : to);
      patch.setRun(element, 'w:sz', { 'w:val': size });
      patch.setRun(element, 'w:szCs', { 'w:val': size });
    }
    if (wrong.length > 0) fixed.push(known.rule);
  }
  return fixed;
}

/** Letters in colours become black, highlighting goes; the urgency stamp stays red. */
export function fixColours(view: OfficialView, paragraphs: readonly Paragraph[], patch: Patch): readonly string[] {
  let count = 0;
  for (const paragraph of paragraphs) {
    if (view.roleOf(paragraph) === 'dauKhan') continue;
    for (const { element, format } of inked(paragraph)) {
      if (element.name !== 'w:r') continue;
      const coloured = format.color !== 'auto' && format.color !== '000000';
      if (coloured) patch.setRun(element, 'w:color', { 'w:val': '000000' });
      if (format.highlight) patch.setRun(element, 'w:highlight', { 'w:val': 'none' });
      if (coloured || format.highlight) count += 1;
    }
  }
  return Array<string>(count).fill('FN-04');
}

const DATE_FIXES: readonly {
  readonly pattern: RegExp;
  readonly rule: string;
  readonly insert: string;
  readonly cut: number;
}[] = [
  { pattern: /ngày\s+(?=[1-9](?!\d))/gu, rule: 'HD-19', insert: '0', cut: 0 },
  { pattern: /tháng\s+(?=[12](?!\d))/gu, rule: 'HD-19', insert: '0', cut: 0 },
  { pattern: /tháng\s+(?=0[3-9])/gu, rule: 'HD-20', insert: '', cut: 1 },
];

/** The date line: days and months 1, 2 get their zero, months 3 to 9 lose it. Nothing else of the text is touched. */
export function fixDates(view: OfficialView, patch: Patch): readonly string[] {
  return view.all('diaDanh').flatMap(({ element }) => {
    const texts = below(element, 'w:t');
    const pieces = texts.map((each) => childText(each));
    const whole = pieces.join('');
    const edits = DATE_FIXES.flatMap(({ pattern, rule, insert, cut }) =>
      [...whole.matchAll(pattern)].map((match) => ({ at: match.index + match[0].length, rule, insert, cut })),
    ).sort((a, b) => b.at - a.at);
    const fixed = [...pieces];
    for (const { at, insert, cut } of edits) {
      const piece = pieceAt(pieces, at);
      if (piece) fixed[piece.index] = splice(fixed[piece.index] as string, piece.offset, cut, insert);
    }
    fixed.forEach((text, i) => {
      if (text !== pieces[i]) patch.setText(texts[i] as XmlElement, text);
    });
    return edits.map(({ rule }) => rule);
  });
}

const childText = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');
const splice = (text: string, at: number, cut: number, insert: string): string =>
  text.slice(0, at) + insert + text.slice(at + cut);

function pieceAt(
  pieces: readonly string[],
  at: number,
): { readonly index: number; readonly offset: number } | undefined {
  let before = 0;
  for (const [index, piece] of pieces.entries()) {
    if (at < before + piece.length) return { index, offset: at - before };
    before += piece.length;
  }
  return undefined;
}
