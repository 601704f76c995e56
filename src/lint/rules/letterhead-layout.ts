/** 5.3, layout of the head of page 1: HD-01 to HD-03, HD-08, HD-09, HD-12, HD-22. */

import type { Checks, Hit } from '../finding';
import type { Paragraph, Section, Table } from '../model/document';
import { twipsToMm } from '../model/values';
import { mainSize } from '../roles/looks';
import { lineWidths, ruleLineUnder, upToNextText, type RuleLine } from '../roles/rule-lines';
import type { Role } from '../roles/roles';
import type { OfficialView, Side } from '../roles/view';
import { DOCUMENT, hit } from './looks';

/** Width of Quốc hiệu on one line by its size in half-points, twips. */
const QUOC_HIEU_WIDTH: Readonly<Record<number, number>> = { 24: 5006, 26: 5425 };
const EDGE = 567;

const withRole = (view: OfficialView, side: Side, role: Role): readonly Paragraph[] =>
  side.paragraphs.filter((paragraph) => view.roleOf(paragraph) === role);

function layout(view: OfficialView): readonly Hit[] {
  const { letterhead } = view;
  if (!letterhead) return [hit(DOCUMENT, 'không thấy bảng hai cột có Quốc hiệu và tên cơ quan')];
  const { table, left, right } = letterhead;
  const at = table?.place ?? left.paragraphs[0] ?? DOCUMENT;
  const faults = [
    ...(table && table.grid.length !== 2 ? [`bảng ${table.grid.length} cột`] : []),
    ...(table && showsBorder(table) ? ['bảng có đường viền'] : []),
    ...(withRole(view, left, 'banHanh').length === 0 ? ['bên trái không có tên cơ quan ban hành'] : []),
    ...(withRole(view, right, 'quocHieu').length === 0 ? ['bên phải không có Quốc hiệu'] : []),
    ...(table && table !== view.word.blocks.find((block) => block.kind === 'table' || block.text !== '')
      ? ['không đứng đầu văn bản']
      : []),
  ];
  return faults.length === 0 ? [] : [hit(at, faults.join(', '))];
}

/** Borders of the table or of any of its own cells. */
function showsBorder(table: Table): boolean {
  return table.bordered || table.rows.some((row) => row.cells.some((cell) => cell.bordered));
}

function columns(view: OfficialView): readonly Hit[] {
  const head = view.letterhead;
  const quocHieu = view.first('quocHieu');
  if (!head?.table || head.right.room === null || !quocHieu) return [];
  const needed = QUOC_HIEU_WIDTH[mainSize(quocHieu)] ?? Math.round((5425 * mainSize(quocHieu)) / 26);
  const [left = 0, right = 0] = [head.table.grid[0], head.table.grid.at(-1)];
  const faults = [
    ...(head.right.room < needed
      ? [`cột phải rộng ${twipsToMm(head.right.room)} mm, Quốc hiệu cần ${twipsToMm(needed)} mm`]
      : []),
    ...(right <= left ? ['cột phải không rộng hơn cột trái'] : []),
  ];
  return faults.length === 0 ? [] : [hit(head.table.place, faults.join(', '))];
}

/** Where the left edge of a table lies from the left edge of the paper. */
function leftEdge(table: Table, section: Section, total: number): number | null {
  const { width, margins } = section;
  if (width === undefined || margins.left === undefined || margins.right === undefined) return null;
  const room = width - margins.left - margins.right;
  if (table.align === 'center') return margins.left + (room - total) / 2;
  return /^(right|end)$/.test(table.align) ? margins.left + room - total : margins.left + table.indent;
}

function edges(view: OfficialView): readonly Hit[] {
  const table = view.letterhead?.table;
  const [section] = view.word.sections;
  if (!table || !section) return [];
  const total = table.grid.reduce((sum, width) => sum + width, 0);
  const left = leftEdge(table, section, total);
  const right = left === null || section.width === undefined ? null : section.width - left - total;
  const faults = [
    ...(left !== null && left < EDGE ? [`cách mép trái ${twipsToMm(left)} mm`] : []),
    ...(right !== null && right < EDGE ? [`cách mép phải ${twipsToMm(right)} mm`] : []),
    ...(table.fixed ? [] : ['cột tự co giãn']),
  ];
  return faults.length === 0 ? [] : [hit(table.place, faults.join(', '))];
}

/** The rule line under the texts of a role on one side. */
function ruleOn(side: Side, texts: readonly Paragraph[]): RuleLine | undefined {
  return ruleLineUnder(texts, upToNextText(side.paragraphs, texts), side.paragraphs, side.room);
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Rows of underscores say their length only roughly. */
const tolerance = (line: RuleLine): number => (line.form === 'underscores' ? 0.2 : 0.08);

function underMotto(view: OfficialView): readonly Hit[] {
  const side = view.letterhead?.right;
  const motto = view.first('tieuNgu');
  if (!side || !motto) return [];
  const line = ruleOn(side, [motto]);
  if (!line) return [hit(motto, 'không có đường kẻ')];
  const width = Math.max(...lineWidths(motto, null));
  if (line.length === null || width === 0) return [];
  const share = line.length / width;
  return Math.abs(share - 1) <= tolerance(line) ? [] : [hit(motto, `đường kẻ dài bằng ${percent(share)} dòng chữ`)];
}

/** Shares of a line in the printed lines above it that count: the longest, and the last. */
export function sharesOf(line: RuleLine, texts: readonly Paragraph[], room: number | null): readonly number[] {
  const widths = texts.flatMap((text) => lineWidths(text, room)).filter((width) => width > 0);
  const last = widths.at(-1);
  if (line.length === null || last === undefined) return [];
  return [line.length / Math.max(...widths), line.length / last];
}

const OFF_CENTRE = 170;

/** Faults of a line that should be 1/3 to 1/2 of the text above it and stand in its middle. */
export function shortRuleFaults(line: RuleLine, texts: readonly Paragraph[], room: number | null): readonly string[] {
  const shares = sharesOf(line, texts, room);
  const slack = line.form === 'underscores' ? 0.06 : 0;
  const fits = shares.some((share) => share >= 0.3 - slack && share <= 0.53 + slack);
  return [
    ...(shares.length > 0 && !fits ? [`đường kẻ dài bằng ${percent(shares[0] as number)} dòng chữ`] : []),
    ...(line.offCentre !== null && Math.abs(line.offCentre) > OFF_CENTRE
      ? [`đường kẻ lệch giữa ${twipsToMm(Math.abs(line.offCentre))} mm`]
      : []),
  ];
}

function underIssuer(view: OfficialView): readonly Hit[] {
  const side = view.letterhead?.left;
  const texts = side ? withRole(view, side, 'banHanh') : [];
  const last = texts.at(-1);
  if (!side || !last) return [];
  const line = ruleOn(side, texts);
  if (!line) return [hit(last, 'không có đường kẻ')];
  const faults = shortRuleFaults(line, texts, side.room);
  return faults.length === 0 ? [] : [hit(last, faults.join(', '))];
}

const LOOSE = 20;

function spacing(view: OfficialView): readonly Hit[] {
  return (['quocHieu', 'tieuNgu', 'chuQuan', 'banHanh'] as const).flatMap((role) =>
    view.all(role).flatMap((paragraph) => {
      const { before, after, line, lineRule } = paragraph.format;
      const faults = [
        ...(lineRule === 'auto' && line !== 240 ? [`giãn dòng ${String(line / 240).replace('.', ',')}`] : []),
        ...(lineRule !== 'auto' && line > mainSize(paragraph) * 11.7 ? ['giãn dòng cố định quá dòng đơn'] : []),
        ...(before > LOOSE || after > LOOSE ? ['có khoảng cách đoạn'] : []),
      ];
      return faults.length === 0 ? [] : [hit(paragraph, faults.join(', '))];
    }),
  );
}

function sameLine(view: OfficialView): readonly Hit[] {
  const [number, date] = [view.first('soKyHieu'), view.first('diaDanh')];
  if (!number || !date) return [];
  const { place: a } = number;
  const { place: b } = date;
  const together = a.table === undefined ? a.paragraph === b.paragraph : a.table === b.table && a.row === b.row;
  return together ? [] : [hit(date, 'không cùng hàng với số, ký hiệu')];
}

export const LETTERHEAD_LAYOUT_CHECKS: Checks = {
  'HD-01': layout,
  'HD-02': columns,
  'HD-03': edges,
  'HD-08': underMotto,
  'HD-09': spacing,
  'HD-12': underIssuer,
  'HD-22': sameLine,
};
