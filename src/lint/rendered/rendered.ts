/**
 * 5.7, the document as it prints: what LibreOffice and poppler say of its PDF against what the file says. Pure; the
 * shell makes the PDF and runs the programs.
 */

import type { Hit } from '../finding';
import { isLandscape, type Section } from '../model/document';
import { twipsToMm } from '../model/values';
import type { OfficialView } from '../roles/view';
import type { Role } from '../roles/roles';
import { DOCUMENT, hit } from '../rules/looks';
import { hasSeveralPages } from '../rules/extent';
import { lost, squeezed } from './lost-text';
import { pagesOf, type PrintedLine, type PrintedPage } from './pages';

export interface Rendering {
  /** Output of `pdffonts`. */
  readonly fonts: string;
  /** Output of `pdftotext -bbox-layout`. */
  readonly layout: string;
}

const ALLOWED = /^(LiberationSerif|TimesNewRoman)/i;

function fonts({ fonts: output }: Rendering): readonly Hit[] {
  const names = output
    .split('\n')
    .slice(2)
    .flatMap((line) => /^(\S+)/.exec(line)?.[1] ?? []);
  const wrong = [...new Set(names.map((name) => name.replace(/^[A-Z]{6}\+/, '')))].filter(
    (name) => !ALLOWED.test(name),
  );
  return wrong.length === 0 ? [] : [hit(DOCUMENT, wrong.join(', '))];
}

const ONE_LINE: readonly (readonly [Role, string])[] = [
  ['quocHieu', 'Quốc hiệu'],
  ['tieuNgu', 'Tiêu ngữ'],
  ['soKyHieu', 'số, ký hiệu'],
  ['diaDanh', 'địa danh, thời gian'],
];

/** Lines whose boxes differ by less than this stand on one line of the page. */
const SAME_LINE = 2;

/** Poppler parts a line at a wide gap ("Số:      /BC"): its pieces at one height, from left to right. */
function joined(line: PrintedLine, page: PrintedPage): PrintedLine {
  const pieces = page.lines
    .filter((l) => Math.abs(l.yMin - line.yMin) < SAME_LINE && Math.abs(l.yMax - line.yMax) < SAME_LINE)
    .sort((a, b) => a.xMin - b.xMin);
  return {
    text: pieces.map((l) => l.text).join(' '),
    xMin: Math.min(...pieces.map((l) => l.xMin)),
    xMax: Math.max(...pieces.map((l) => l.xMax)),
    yMin: line.yMin,
    yMax: line.yMax,
  };
}

function lineOf(page: PrintedPage | undefined, text: string): PrintedLine | undefined {
  const wanted = squeezed(text);
  if (page === undefined || wanted === '') return undefined;
  const holds = (line: PrintedLine): boolean => squeezed(line.text).includes(wanted);
  return page.lines.find(holds) ?? page.lines.map((line) => joined(line, page)).find(holds);
}

function oneLine(view: OfficialView, pages: readonly PrintedPage[]): readonly Hit[] {
  return ONE_LINE.flatMap(([role, name]) => {
    const paragraph = view.first(role);
    return paragraph && paragraph.text !== '' && !lineOf(pages[0], paragraph.text) ? [hit(paragraph, name)] : [];
  });
}

/** Twips to points. */
const pt = (value: number): number => value / 20;
const NEAR = 8.5;

/** The section whose pages have this shape. */
function sectionFor(view: OfficialView, page: PrintedPage): Section | undefined {
  const turned = page.width > page.height;
  return view.word.sections.find((section) => isLandscape(section) === turned) ?? view.word.sections[0];
}

function numberLines(page: PrintedPage, section: Section | undefined): readonly PrintedLine[] {
  const top = pt(Math.abs(section?.margins.top ?? 1134));
  return page.lines.filter((line) => /^\d+$/.test(line.text.trim()) && line.yMax <= top + 2);
}

function offCentre(line: PrintedLine, page: PrintedPage, section: Section | undefined): boolean {
  const left = pt(section?.margins.left ?? 1701);
  const right = pt(section?.margins.right ?? 851);
  return Math.abs((line.xMin + line.xMax) / 2 - (left + page.width - right) / 2) > NEAR;
}

/** Numbers go up by one; a section that hides its first number may begin them again. */
function numbers(view: OfficialView, pages: readonly PrintedPage[]): readonly Hit[] {
  let expected = 1;
  let restarts = view.word.sections.slice(1).filter((section) => section.titlePage).length;
  if (!hasSeveralPages(view.word) && pages.length < 2) restarts = 0;
  return pages.flatMap((page, index): readonly Hit[] => {
    const section = sectionFor(view, page);
    const found = numberLines(page, section);
    const [line] = found;
    if (index === 0) {
      expected = 2;
      return line ? [hit(DOCUMENT, 'trang thứ nhất in số trang')] : [];
    }
    if (!line) {
      if (restarts-- > 0) {
        expected = 2;
        return [];
      }
      expected += 1;
      return [hit(DOCUMENT, `trang in thứ ${index + 1} không có số trang`)];
    }
    const faults = [
      ...(Number(line.text) === expected || Number(line.text) === 1
        ? []
        : [`trang in thứ ${index + 1} ghi số ${line.text.trim()}, phải là ${expected}`]),
      ...(found.length > 1 ? [`trang in thứ ${index + 1} có ${found.length} số`] : []),
      ...(offCentre(line, page, section) ? [`số trang ở trang in thứ ${index + 1} lệch giữa`] : []),
    ];
    expected = Number(line.text) + 1;
    return faults.map((fault) => hit(DOCUMENT, fault));
  });
}

const LEVEL = 5.67;

function level(view: OfficialView, [page]: readonly PrintedPage[]): readonly Hit[] {
  const [number, date] = [view.first('soKyHieu'), view.first('diaDanh')];
  const [a, b] = [lineOf(page, number?.text ?? ''), lineOf(page, date?.text ?? '')];
  if (!a || !b || !date || Math.abs(a.yMax - b.yMax) <= LEVEL) return [];
  return [hit(date, `lệch số, ký hiệu ${twipsToMm(Math.abs(a.yMax - b.yMax) * 20)} mm`)];
}

const OVERHANG = 28.4;
const HAIR = 3;

/** Where the table at the head of page 1 ends, which may stand a little over the margins: below its last line. */
function headEnd(view: OfficialView, page: PrintedPage | undefined): number {
  const last = ['diaDanh', 'soKyHieu', 'veViec'] as const;
  const lines = last.flatMap((role) => lineOf(page, view.first(role)?.text ?? '') ?? []);
  return lines.length === 0 ? Infinity : Math.max(...lines.map((line) => line.yMax));
}

function outside(view: OfficialView, pages: readonly PrintedPage[]): readonly Hit[] {
  const head = headEnd(view, pages[0]);
  const found = pages.flatMap((page, index) => {
    const section = sectionFor(view, page);
    const left = pt(section?.margins.left ?? 1701);
    const right = page.width - pt(section?.margins.right ?? 851);
    const line = page.lines.find(({ xMin, xMax, yMax }) => {
      const slack = index === 0 && yMax <= head ? OVERHANG : HAIR;
      return xMin < left - slack || xMax > right + slack;
    });
    return line ? [`trang in thứ ${index + 1}: “${line.text.slice(0, 40)}” ra ngoài lề`] : [];
  });
  return found.slice(0, 10).map((text) => hit(DOCUMENT, text));
}

/** Findings of, by rule. */
export function renderedHits(view: OfficialView, rendering: Rendering): Readonly<Record<string, readonly Hit[]>> {
  const pages = pagesOf(rendering.layout);
  return {
    'R-01': fonts(rendering),
    'R-02': oneLine(view, pages),
    'R-03': numbers(view, pages),
    'R-04': level(view, pages),
    'R-05': outside(view, pages),
    'R-06': lost(view, pages),
  };
}
