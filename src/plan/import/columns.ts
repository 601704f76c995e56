/**
 * What a column means, by the words of its header. Offices write "TT", "Nhiệm vụ", "Nội dung/sản phẩm", "Đơn vị chủ
 * trì, giải pháp thực hiện", "Tiến độ"; the table below is what they write. A person may say otherwise by header
 * text or by column number. A header may take two rows ("Phân công thực hiện" over "Chủ trì" and "Phối hợp").
 */

import { error, info, type Diagnostic, type Place } from '../../lib/diagnostic';
import { fold } from '../../lib/text';
import type { ColumnRole, RawTable, RawTableRow } from './raw';

export type Roles = Readonly<Record<string, ColumnRole>>;

export interface Header {
  /** Index of the first row after the header. */
  readonly end: number;
  /** Role of each column, by position. */
  readonly roles: readonly ColumnRole[];
  /** Header texts, by position. */
  readonly titles: readonly string[];
  /** The table states targets ("Chỉ tiêu"), not tasks. */
  readonly targets: boolean;
}

/** First match wins: the narrow readings stand before the wide ones. */
const PATTERNS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:s ?tt|tt|so tt|so thu tu|thu tu)\b/, 'no'],
  [/lanh dao|nguoi (?:chi dao|phu trach)/, 'leader'],
  [/chu tri.*(?:phoi hop|giai phap)|phoi hop.*chu tri/, 'leadAndSupport'],
  [/chu tri|(?:don vi|co quan|bo phan|phong|ban).*(?:thuc hien|phu trach|tham muu)/, 'lead'],
  [/phoi hop/, 'support'],
  [/san pham|ket qua|dau ra/, 'product'],
  [/thoi gian|tien do|thoi han|thoi diem|^(?:ngay |han |moc )?hoan thanh/, 'due'],
  [/ghi chu/, 'note'],
  [/nhiem vu|noi dung|cong viec|chi tieu|hoat dong|giai phap/, 'title'],
];

/** How far down a sheet a header may stand: the document's own title comes first. */
const SEARCHED_ROWS = 60;

/** The role that a header text means, or undefined. */
export function roleOf(text: string): ColumnRole | undefined {
  const folded = fold(text);
  return PATTERNS.find(([pattern]) => pattern.test(folded))?.[1];
}

/** Finds the header of a table; undefined where no row reads like one. */
export function findHeader(table: RawTable, given: Roles = {}): Header | undefined {
  const searched = Math.min(table.rows.length, SEARCHED_ROWS);
  for (let index = 0; index < searched; index++) {
    const row = table.rows[index];
    if (row === undefined || !isHeaderRow(row, given)) continue;
    const below = table.rows[index + 1];
    const second = below !== undefined && isSecondHeaderRow(row, below) ? below : undefined;
    const titles = row.cells.map((cell, column) => second?.cells[column] || cell);
    return headerOf(titles, index + (second ? 2 : 1), given);
  }
  return numberedHeader(table, given);
}

/** A header read again at the top of a page, whatever the extraction did to its letters. */
export function isHeaderRow(row: RawTableRow, given: Roles = {}): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  if (!filled.every((cell) => cell.length <= 80 && /^[\p{Lu}(]/u.test(cell))) return false;
  const roles = new Set(rolesOf(row.cells, given).filter((role) => role !== undefined));
  return roles.has('title') && roles.size >= (roles.has('no') ? 2 : 3) && roles.size * 2 >= new Set(filled).size;
}

/** "(1) (2) (3)", "1 2 3", "A B 1 2": the row of column numbers under a header. */
export function isColumnNumberRow(row: RawTableRow): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  const numbers = filled.filter((cell) => /^\(?\d{1,2}\)?$/.test(cell)).map((cell) => Number(cell.replace(/\D/g, '')));
  const letters = filled.length - numbers.length;
  return (
    numbers.length >= 2 &&
    numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1) &&
    filled.slice(0, letters).every((cell) => /^\(?[A-Z]\)?$/i.test(cell))
  );
}

/** BC1611 for each override that names no column of any header; BC1613 for each column that is not read. */
export function headerDiagnostics(headers: readonly Header[], given: Roles, where: Place): Diagnostic[] {
  const titles = headers.flatMap((header) => header.titles.map(fold));
  const width = Math.max(0, ...headers.map((header) => header.roles.length));
  const unknown = Object.keys(given).filter(
    (key) => !titles.includes(fold(key)) && !(/^\d+$/.test(key) && Number(key) >= 1 && Number(key) <= width),
  );
  const known = [...new Set(headers.flatMap((header) => header.titles))].filter(Boolean).join('; ');
  const unread = headers.flatMap(({ roles, titles: texts }) =>
    texts.filter(
      (text, column) => text !== '' && roles[column] === 'ignore' && roleGiven(text, column, given) === undefined,
    ),
  );
  return [
    ...unknown.map((column) => error('BC1611', where, { column, known: known || '(không có)' })),
    ...[...new Set(unread)].map((column) => info('BC1613', where, { column })),
  ];
}

function roleGiven(text: string, column: number, given: Roles): ColumnRole | undefined {
  const key = Object.keys(given).find((name) => fold(name) === fold(text) || name === String(column + 1));
  return key === undefined ? undefined : given[key];
}

function rolesOf(cells: readonly string[], given: Roles): readonly (ColumnRole | undefined)[] {
  return cells.map((cell, column) => roleGiven(cell, column, given) ?? (cell === '' ? undefined : roleOf(cell)));
}

function headerOf(titles: readonly string[], end: number, given: Roles): Header {
  const roles = withOneTitle(
    titles,
    rolesOf(titles, given).map((role) => role ?? 'ignore'),
    given,
  );
  const title = titles[roles.indexOf('title')] ?? '';
  return { end, titles, roles, targets: /^(?:cac )?chi tieu\b/.test(fold(title)) && !roles.includes('lead') };
}

/** Two columns may read as titles ("Nhiệm vụ", "Nội dung"): the first one names the task. */
function withOneTitle(titles: readonly string[], roles: readonly ColumnRole[], given: Roles): readonly ColumnRole[] {
  const named = roles.findIndex((role, column) => role === 'title' && roleGiven(titles[column] ?? '', column, given));
  const kept = named >= 0 ? named : roles.indexOf('title');
  return roles.map((role, column) => (role === 'title' && column !== kept ? 'ignore' : role));
}

/** The row under a header belongs to it where merged cells repeat and the others name columns of their own. */
function isSecondHeaderRow(first: RawTableRow, second: RawTableRow): boolean {
  const own = second.cells.filter((cell, column) => cell !== '' && cell !== first.cells[column]);
  const repeats = second.cells.some((cell, column) => cell !== '' && cell === first.cells[column]);
  const names = own.every((cell) => cell.length <= 60 && roleOf(cell) !== undefined);
  return own.length > 0 && names && (repeats || new Set(own).size >= 2);
}

/** Roles given by column number make up for a header that the table does not have. */
function numberedHeader(table: RawTable, given: Roles): Header | undefined {
  const width = table.rows[0]?.cells.length ?? 0;
  const titles = Array<string>(width).fill('');
  const roles = rolesOf(titles, given).map((role) => role ?? 'ignore');
  return roles.includes('title') ? { end: 0, roles, titles, targets: false } : undefined;
}
