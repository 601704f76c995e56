/** 5.5, urgency box, address block, drafter's mark: ST-01 to ST-03. */

import type { Checks, Hit } from '../finding';
import { paragraphsOf, type Paragraph, type Row, type Table } from '../model/document';
import { twipsToMm } from '../model/values';
import { fold } from '../../lib/text';
import { inked } from '../roles/looks';
import type { OfficialView } from '../roles/view';
import { formFaults, hit } from './looks';

/** Width of the box by its word, twips; 8 mm high. */
const BOXES: Readonly<Record<string, number>> = { 'hoa toc': 1701, 'thuong khan': 2268, khan: 1134 };
const HEIGHT = 454;
const SLACK = 57;
const WORDS = /^(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)$/u;
const RED = /^(FF0000|E[0-9A-F]0000|F[0-9A-F]0000|ED1C24|EE0000)$/;

interface Box {
  readonly table: Table;
  readonly row: Row;
  readonly width: number;
}

function boxOf(view: OfficialView, paragraph: Paragraph): Box | undefined {
  for (const table of view.word.tables) {
    if (!table.nested || !paragraphsOf([table]).includes(paragraph)) continue;
    const row = table.rows.find((each) => each.cells.some((cell) => cell.blocks.includes(paragraph)));
    const cell = row?.cells.find((each) => each.blocks.includes(paragraph));
    if (row && cell) return { table, row, width: cell.width };
  }
  return undefined;
}

const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= SLACK;

function tableBoxFaults({ table, row, width }: Box, wanted: number): readonly string[] {
  const color = table.borderColor ?? row.cells.find((cell) => cell.bordered)?.borderColor ?? null;
  return [
    ...(near(width, wanted) ? [] : [`khung rộng ${twipsToMm(width)} mm`]),
    ...(row.height === null || near(row.height, HEIGHT) ? [] : [`khung cao ${twipsToMm(row.height)} mm`]),
    ...(color === null ? ['không có khung'] : RED.test(color) ? [] : ['khung không màu đỏ']),
  ];
}

/** A box drawn as a border of the paragraph or as a shape around it. */
function otherBoxFaults(paragraph: Paragraph): readonly string[] {
  const { top, bottom, left, right } = paragraph.format.borders;
  if (top && bottom && left && right) return RED.test(top.color) ? [] : ['khung không màu đỏ'];
  return paragraph.place.part === 'textbox' || paragraph.shapes.length > 0 ? [] : ['không có khung'];
}

function urgency(view: OfficialView): readonly Hit[] {
  return view.all('dauKhan').flatMap((paragraph) => {
    const wanted = BOXES[fold(paragraph.text)];
    const box = boxOf(view, paragraph);
    const red = inked(paragraph).every((run) => RED.test(run.format.color));
    const faults = [
      ...(WORDS.test(paragraph.text) ? [] : [`“${paragraph.text}”`]),
      ...formFaults(paragraph, { sizes: [26, 28], bold: true, italic: false }),
      ...(red ? [] : ['chữ không màu đỏ']),
      ...(box && wanted !== undefined ? tableBoxFaults(box, wanted) : otherBoxFaults(paragraph)),
    ];
    return faults.length === 0 ? [] : [hit(paragraph, faults.join(', '))];
  });
}

const ADDRESS =
  /^(dia chi|dien thoai|dt|so dien thoai|fax|email|e-mail|website|thu dien tu|trang thong tin dien tu)\s*:/;
const isAddress = (paragraph: Paragraph): boolean => ADDRESS.test(fold(paragraph.text));

function addresses(view: OfficialView): readonly Hit[] {
  const [section] = view.word.sections;
  if (!section) return [];
  return [...new Set(view.word.sections.flatMap(({ footers }) => Object.values(footers)))].flatMap((story) => {
    const lines = paragraphsOf(story.blocks).filter(isAddress);
    const [first] = lines;
    if (!first) return [];
    const onFirst = section.titlePage && section.footers.first === story;
    const others = view.word.sections.some(({ footers }) => footers.default === story || footers.even === story);
    const ruled = paragraphsOf(story.blocks).some(
      ({ format }) => format.borders.top && format.left === 0 && format.right === 0,
    );
    const faults = [
      ...(onFirst && !others ? [] : ['không chỉ ở chân trang thứ nhất']),
      ...lines.flatMap((line) => formFaults(line, { sizes: [22, 24], bold: false, italic: false })),
      ...(ruled ? [] : ['không có đường kẻ hết chiều ngang phần chữ ở trên']),
    ];
    return faults.length === 0 ? [] : [hit(first, [...new Set(faults)].join(', '))];
  });
}

/** An address in the running text instead of the foot of page 1. */
function addressesInText(view: OfficialView): readonly Hit[] {
  const lines = view
    .all('address')
    .filter((paragraph) => paragraph.place.part === 'body' && view.zoneOf(paragraph) !== 'appendix');
  const [first] = lines;
  return first ? [hit(first, 'địa chỉ cơ quan đặt trong nội dung')] : [];
}

function drafter(view: OfficialView): readonly Hit[] {
  return view.all('drafter').flatMap((paragraph) => {
    const faults = formFaults(paragraph, { sizes: [22, 22] });
    return faults.length === 0 ? [] : [hit(paragraph, faults.join(', '))];
  });
}

export const STAMP_CHECKS: Checks = {
  'ST-01': urgency,
  'ST-02': (view) => [...addresses(view), ...addressesInText(view)],
  'ST-03': drafter,
};
