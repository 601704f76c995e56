/** 5.4, data tables: TB-01 to TB-04. The tables of head and foot have rules of their own. */

import type { Checks, Hit } from '../finding';
import {
  paragraphsOf,
  tablesOf,
  textWidth,
  type Cell,
  type Paragraph,
  type Section,
  type Table,
} from '../model/document';
import { sizeText, twipsToMm } from '../model/values';
import { fold } from '../../lib/text';
import type { OfficialView } from '../roles/view';
import { pageHeight, rowHeight, tableHeight } from './extent';
import { hit, wrongSizes } from './looks';

interface Placed {
  readonly table: Table;
  readonly section: Section;
}

/** Tables that hold data: in the flow of the text, with more than a box. */
export function dataTables(view: OfficialView): readonly Placed[] {
  const own = new Set(
    [view.letterhead?.table, view.signature?.table].flatMap((table) => (table ? tablesOf([table]) : [])),
  );
  return view.word.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'table' && !own.has(block) ? [{ table: block, section }] : [])),
  );
}

function widths(view: OfficialView): readonly Hit[] {
  return dataTables(view).flatMap(({ table, section }) => {
    const room = textWidth(section);
    const width = table.grid.reduce((sum, column) => sum + column, 0);
    const [cell] = table.rows[0]?.cells ?? [];
    const padding = (cell?.padding.left ?? 0) + (cell?.padding.right ?? 0);
    if (room === null || width <= room + padding + 20) return [];
    return [hit(table.place, `bảng rộng ${twipsToMm(width)} mm, phần chữ rộng ${twipsToMm(room)} mm`)];
  });
}

/** A row as high as this share of a page may break. */
const HIGH = 0.3;

function breaking(view: OfficialView): readonly Hit[] {
  return dataTables(view).flatMap(({ table, section }) => {
    const enough = pageHeight(section) * 1.05;
    if (tableHeight(table, enough) <= enough) return [];
    // A row that takes a good part of a page has to break: kept together, its end may be cut off.
    const high = pageHeight(section) * HIGH;
    const split = table.rows.filter((row) => !row.cantSplit && rowHeight(row, high) < high).length;
    const faults = [
      ...(table.rows[0]?.header ? [] : ['hàng đầu không lặp lại ở trang sau']),
      ...(split > 0 ? [`${split} hàng có thể bị ngắt giữa hai trang`] : []),
    ];
    return faults.length === 0 ? [] : [hit(table.place, faults.join(', '))];
  });
}

function sizes(view: OfficialView): readonly Hit[] {
  return dataTables(view).flatMap(({ table }) => {
    const wrong = paragraphsOf([table]).flatMap((paragraph) => {
      const found = wrongSizes(paragraph, [22, 28]);
      return found.length === 0 ? [] : [{ paragraph, found }];
    });
    const [first] = wrong;
    const all = [...new Set(wrong.flatMap(({ found }) => found))];
    return first ? [hit(first.paragraph, `cỡ chữ ${all.map(sizeText).join(', ')} trong bảng`)] : [];
  });
}

/** Heads of the column that only counts rows. */
const ORDER = /^(stt|tt|so tt|so thu tu|ma so|ma)$/;
const NUMBER = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s?%?$/u;

const textIn = (cell: Cell): string =>
  paragraphsOf(cell.blocks)
    .map((each) => each.text)
    .join(' ')
    .trim();

/** Cells of a column that hold one number each, when the column holds hardly anything else. */
function numberColumn(
  table: Table,
  column: number,
): readonly { readonly paragraph: Paragraph; readonly text: string }[] {
  const cells = table.rows
    .filter((row) => !row.header)
    .flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.span === 1));
  const filled = cells
    .map((cell) => ({ paragraph: paragraphsOf(cell.blocks)[0], text: textIn(cell) }))
    .filter(({ text }) => text !== '');
  const numbers = filled.filter(
    (each): each is { paragraph: Paragraph; text: string } => each.paragraph !== undefined && NUMBER.test(each.text),
  );
  const counted = numbers.every(({ text }, i) => Number(text) === i + 1);
  const years = numbers.every(({ text }) => /^20\d\d$/.test(text));
  const head = table.rows[0]?.cells.find((cell) => cell.column === column);
  const order = column === 0 && (counted || (head !== undefined && ORDER.test(fold(textIn(head)))));
  return numbers.length >= 3 && numbers.length >= filled.length * 0.8 && !counted && !order && !years ? numbers : [];
}

function alignment(view: OfficialView): readonly Hit[] {
  return dataTables(view).flatMap(({ table }) =>
    table.grid.slice(0, 60).flatMap((_, column) => {
      const numbers = numberColumn(table, column);
      const [first] = numbers;
      if (!first) return [];
      const loose = numbers.find(({ paragraph }) => paragraph.format.align !== 'right');
      const decimals = new Set(numbers.flatMap(({ text }) => NUMBER.exec(text)?.[1]?.length ?? []));
      return [
        ...(loose ? [hit(loose.paragraph, `cột số thứ ${column + 1} không căn phải`)] : []),
        ...(decimals.size > 1 ? [hit(first.paragraph, `cột ${column + 1} có số chữ số thập phân khác nhau`)] : []),
      ];
    }),
  );
}

export const TABLE_CHECKS: Checks = { 'TB-01': widths, 'TB-02': breaking, 'TB-03': sizes, 'TB-04': alignment };
