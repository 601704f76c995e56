/** 5.1, paper and margins: PG-01 to PG-08, PG-15, PG-17. Numbers on the page are in `page-number.ts`. */

import type { Check, Checks, Hit } from '../finding';
import { isLandscape, type Section } from '../model/document';
import { twipsToMm } from '../model/values';
import type { OfficialView } from '../roles/view';
import { DOCUMENT, hit, sectionPlace } from './looks';

const LINE = 322;

const each =
  (look: (section: Section, view: OfficialView) => readonly Hit[]): Check =>
  (view) =>
    view.word.sections.flatMap((section) => look(section, view));

const within = (value: number, from: number, to: number): boolean => value >= from && value <= to;

function paper({ index, width, height }: Section): readonly Hit[] {
  if (width === undefined || height === undefined) return [hit(sectionPlace(index), 'không ghi khổ giấy')];
  const a4 = within(Math.min(width, height), 11886, 11926) && within(Math.max(width, height), 16818, 16858);
  return a4 ? [] : [hit(sectionPlace(index), `${twipsToMm(width)} × ${twipsToMm(height)} mm`)];
}

function orientation(section: Section, { appendices }: OfficialView): readonly Hit[] {
  const { index, width, height, orientation: said, blocks } = section;
  if (width === undefined || height === undefined) return [];
  const place = sectionPlace(index);
  if (width > height !== (said === 'landscape'))
    return [
      hit(
        place,
        `giấy rộng ${twipsToMm(width)} mm, cao ${twipsToMm(height)} mm nhưng ghi hướng ${said === 'landscape' ? 'ngang' : 'dọc'}`,
      ),
    ];
  const isAppendix = appendices.some((appendix) => appendix.section === section && appendix.opensSection);
  const hasTable = blocks.some((block) => block.kind === 'table');
  return said === 'landscape' && !hasTable && !isAppendix
    ? [hit(place, 'trang ngang không có bảng, không phải phụ lục')]
    : [];
}

const margin = (name: 'top' | 'bottom' | 'left' | 'right', from: number, to: number): Check =>
  each((section) => {
    const value = section.margins[name];
    const place = sectionPlace(section.index);
    const severity = isLandscape(section) ? 'W' : undefined;
    if (value === undefined) return [hit(place, 'không ghi', severity)];
    return within(Math.abs(value), from, to) ? [] : [hit(place, `${twipsToMm(value)} mm`, severity)];
  });

function gutters({ word }: OfficialView): readonly Hit[] {
  const gutters = word.sections.flatMap(({ index, margins: { gutter = 0 } }) =>
    gutter === 0 ? [] : [hit(sectionPlace(index), `khoảng đóng gáy ${twipsToMm(gutter)} mm`)],
  );
  return [...gutters, ...(word.settings.mirrorMargins ? [hit(DOCUMENT, 'đặt lề đối xứng hai mặt')] : [])];
}

function headerDistance({ index, margins: { header, top }, headers }: Section): readonly Hit[] {
  const filled = Object.values(headers).some((story) =>
    story.blocks.some((block) => block.kind === 'table' || block.text !== '' || block.runs.length > 0),
  );
  if (header === undefined || top === undefined || !filled) return [];
  if (header >= 284 && header + LINE <= Math.abs(top)) return [];
  return [hit(sectionPlace(index), `đầu trang cách mép ${twipsToMm(header)} mm, lề trên ${twipsToMm(top)} mm`)];
}

function numbering({ index, numberFormat, numberStart }: Section): readonly Hit[] {
  const place = sectionPlace(index);
  const wrongFormat = numberFormat !== undefined && numberFormat !== 'decimal';
  return [
    ...(wrongFormat ? [hit(place, `kiểu số trang "${numberFormat}"`)] : []),
    ...(index === 1 && numberStart !== undefined && numberStart !== 1 ? [hit(place, `đánh số từ ${numberStart}`)] : []),
  ];
}

export const PAGE_CHECKS: Checks = {
  'PG-01': each(paper),
  'PG-02': each(orientation),
  'PG-03': margin('top', 1130, 1422),
  'PG-04': margin('bottom', 1130, 1422),
  'PG-05': margin('left', 1697, 1989),
  'PG-06': margin('right', 846, 1138),
  'PG-07': gutters,
  'PG-08': each(headerDistance),
  'PG-15': each(numbering),
  'PG-17': each(({ index, columns }) => (columns > 1 ? [hit(sectionPlace(index), `${columns} cột`)] : [])),
};
