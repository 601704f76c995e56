/** Finds the head of page 1 and tells its lines: by the program's styles, else by what they say. */

import { fold } from '../../lib/text';
import { plainText, type Block, type Cell, type Paragraph, type Run, type Table } from '../model/document';
import { folded, isBold, isUpper } from './looks';
import { roleOfStyle, type Role } from './roles';
import { isRuleParagraph } from './rule-lines';
import type { Letterhead, Side } from './view';

const QUOC_HIEU = /cong hoa xa hoi|xa hoi chu nghia/;
const TIEU_NGU = /doc lap\b.*tu do|tu do\b.*hanh phuc/;
const NUMBER = /^so\s*[:/]|^so\s+\d+\s*\//;
const DATE = /\bngay\b.*\bthang\b.*\bnam\b/;
const SUBJECT = /^(v\s*\/\s*v\b|ve viec\b)/;
export const URGENCY = /^(hoa toc|thuong khan|khan)$/;
const CIRCULATION = /^(xem xong tra lai|luu hanh noi bo)$/;

/** Blocks at the top of the file in which the head is looked for. */
const TOP = 8;

function looksLikeHead(text: string): boolean {
  return QUOC_HIEU.test(text) || TIEU_NGU.test(text) || NUMBER.test(text);
}

const cellParagraphs = (cell: Cell): readonly Paragraph[] =>
  cell.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block, ...block.boxes.flatMap((box) => box.filter((each): each is Paragraph => each.kind === 'paragraph'))]
      : block.rows.flatMap((row) => row.cells.flatMap(cellParagraphs)),
  );

const roomOf = (cell: Cell | undefined): number | null =>
  cell === undefined || cell.width === 0 ? null : cell.width - cell.padding.left - cell.padding.right;

function isHeadTable(table: Table): boolean {
  if (!table.rows.some((row) => row.cells.length >= 2)) return false;
  const paragraphs = table.rows.flatMap((row) => row.cells.flatMap(cellParagraphs));
  return paragraphs.some((each) => roleOfStyle(each.styleId) === 'quocHieu' || looksLikeHead(folded(each)));
}

function fromTable(table: Table): Letterhead {
  const side = (pick: (cells: readonly Cell[]) => Cell | undefined): Side => {
    const cells = table.rows.flatMap((row) => pick(row.cells) ?? []);
    return { paragraphs: cells.flatMap(cellParagraphs), room: roomOf(cells[0]) };
  };
  return {
    table,
    left: side((cells) => cells[0]),
    right: side((cells) => (cells.length > 1 ? cells.at(-1) : undefined)),
  };
}

/** A stretch of a paragraph as a paragraph of its own: what stands left or right of a tab. */
function stretch(paragraph: Paragraph, runs: readonly Run[]): Paragraph {
  const raw = runs.map((run) => run.text).join('');
  return { ...paragraph, runs, raw, text: plainText(raw), label: '', format: { ...paragraph.format, align: 'center' } };
}

function splitAtTab(paragraph: Paragraph): readonly [Paragraph, Paragraph] | undefined {
  if (!/\S\t+\S/.test(paragraph.raw)) return undefined;
  const left: Run[] = [];
  const right: Run[] = [];
  let beyond = false;
  for (const run of paragraph.runs) {
    const lead = left.every((each) => each.text.trim() === '') ? (/^\s*/.exec(run.text)?.[0].length ?? 0) : 0;
    const at = beyond ? -1 : run.text.indexOf('\t', lead);
    if (beyond) right.push(run);
    else if (at < 0) left.push(run);
    else {
      beyond = true;
      left.push({ ...run, text: run.text.slice(0, at) });
      right.push({ ...run, text: run.text.slice(at).replace(/^\t+/, '') });
    }
  }
  return [stretch(paragraph, left), stretch(paragraph, right)];
}

/** A head made with tabs: each of the first lines says something on both sides. */
function fromTabs(blocks: readonly Block[]): { head: Letterhead; used: number } | undefined {
  const left: Paragraph[] = [];
  const right: Paragraph[] = [];
  let used = 0;
  blocks.slice(0, TOP).forEach((block, index) => {
    if (block.kind !== 'paragraph') return;
    const sides = splitAtTab(block);
    if (!sides || !(looksLikeHead(fold(block.text)) || DATE.test(fold(block.text)))) return;
    left.push(sides[0]);
    right.push(sides[1]);
    used = index + 1;
  });
  if (left.length === 0) return undefined;
  const room = null;
  return { head: { table: null, left: { paragraphs: left, room }, right: { paragraphs: right, room } }, used };
}

/** The head of page 1 and the number of top-level blocks it takes; null where there is none. */
export function findLetterhead(blocks: readonly Block[]): { head: Letterhead | null; used: number } {
  const at = blocks.slice(0, TOP).findIndex((block) => block.kind === 'table' && isHeadTable(block));
  if (at >= 0) return { head: fromTable(blocks[at] as Table), used: at + 1 };
  return fromTabs(blocks) ?? { head: null, used: 0 };
}

function roleBySaying(paragraph: Paragraph): Role | undefined {
  const text = folded(paragraph);
  if (text === '') return isRuleParagraph(paragraph) ? 'rule' : 'empty';
  if (isRuleParagraph(paragraph)) return 'rule';
  if (QUOC_HIEU.test(text)) return 'quocHieu';
  if (TIEU_NGU.test(text)) return 'tieuNgu';
  if (URGENCY.test(text)) return 'dauKhan';
  if (CIRCULATION.test(text)) return 'phamVi';
  if (SUBJECT.test(text)) return 'veViec';
  if (NUMBER.test(text)) return 'soKyHieu';
  return DATE.test(text) || /, ngay\b/.test(text) ? 'diaDanh' : undefined;
}

/** Bodies that stand above another one, and lines that only go on with a name. */
const CHIEF = /^(uy ban nhan dan|ubnd|hoi dong nhan dan|bo|tong cuc|so|tinh|thanh pho|van phong)\b/;
const GOES_ON = /^(tinh|thanh pho|quan|huyen|xa|phuong|dac khu|thi xa|thi tran|va|&)(\s|$)/;
const OPEN_END = /(^|\s)(tinh|thanh pho|quan|huyen|xa|phuong|va|nhan dan)$/;

/** Where the second body begins in lines that are all bold: behind the first name and what goes on with it. */
function secondBody(lines: readonly Paragraph[]): number {
  const [first] = lines;
  if (!first || !CHIEF.test(folded(first))) return -1;
  return lines.findIndex(
    (line, i) =>
      i > 0 &&
      !GOES_ON.test(folded(line)) &&
      (/\n/.test(lines[i - 1]?.raw ?? '') || !OPEN_END.test(folded(lines[i - 1] as Paragraph))),
  );
}

/** Lines above the number on the left: the ones in bold are the issuer, unless two bodies are told apart by words. */
function bodiesOf(lines: readonly Paragraph[], roles: Map<Paragraph, Role>): void {
  const mixed = lines.some(isBold) && lines.some((line) => !isBold(line));
  const second = mixed ? -1 : secondBody(lines);
  lines.forEach((line, index) => {
    const above = mixed ? !isBold(line) : index < second;
    roles.set(line, above ? 'chuQuan' : 'banHanh');
  });
}

/** Tells the lines of the head. */
export function assignLetterhead({ left, right }: Letterhead, roles: Map<Paragraph, Role>): void {
  const untold: Paragraph[] = [];
  for (const side of [left, right])
    for (const paragraph of side.paragraphs) {
      const role = roleOfStyle(paragraph.styleId) ?? roleBySaying(paragraph);
      if (role !== undefined) roles.set(paragraph, role);
      else if (side === left) untold.push(paragraph);
      else roles.set(paragraph, 'cell');
    }
  const number = left.paragraphs.findIndex((each) => roles.get(each) === 'soKyHieu');
  const above = untold.filter((each) => number < 0 || left.paragraphs.indexOf(each) < number);
  bodiesOf(above, roles);
  const subject = left.paragraphs.findIndex((each) => roles.get(each) === 'veViec');
  for (const each of untold)
    if (!above.includes(each))
      roles.set(
        each,
        subject >= 0 && left.paragraphs.indexOf(each) > subject && !isUpper(each.text) ? 'veViec' : 'cell',
      );
}
