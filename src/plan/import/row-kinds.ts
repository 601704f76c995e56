/**
 * What a row of a plan table is, by its own texts: a part ("A. ĐỐI VỚI …"), an area ("II | CẢI CÁCH THỂ CHẾ"), a
 * numbered row, or one without a number. Whether "1" heads an area or is a task shows only in the number that
 * follows it; that is asked here too, of the rows after it.
 */

import type { Place } from '../../lib/diagnostic';
import type { ColumnRole, RawTableRow } from './raw';

/** A row by the meaning of its columns; columns of one meaning are joined. */
export interface PlanRow {
  readonly texts: Readonly<Record<ColumnRole, string>>;
  readonly cells: readonly string[];
  readonly where: Place;
  /** The first row after a repeated header or of a further table: it may go on with the row before. */
  readonly afterBreak: boolean;
}

export interface Heading {
  readonly kind: 'part' | 'area' | 'group';
  /** As printed, without its stop; null for a heading without a number. */
  readonly label: string | null;
  readonly title: string;
}

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;
const LABEL_FIRST = /^(?:phần\s+)?([IVX]{1,6}|[A-HĐ]|\d{1,2})\s*[.):–-]\s*(\S[^\n]*)$/iu;
const NUMBER = /^\(?([\p{L}\d]{1,6}(?:[.-][\p{L}\d]{1,4}){0,4})\s*[.):]?$/u;

export function planRow(row: RawTableRow, roles: readonly ColumnRole[], afterBreak: boolean): PlanRow {
  const texts = {
    no: '',
    title: '',
    lead: '',
    support: '',
    leadAndSupport: '',
    leader: '',
    product: '',
    due: '',
    note: '',
    ignore: '',
  };
  row.cells.forEach((cell, column) => {
    const role = roles[column] ?? 'ignore';
    if (cell !== '' && texts[role] !== cell) texts[role] = texts[role] === '' ? cell : `${texts[role]}\n${cell}`;
  });
  return { texts, cells: row.cells, where: row.where, afterBreak };
}

/** The number of a row without its final stop, or null. */
export function numberOf(text: string): string | null {
  const number = NUMBER.exec(text.replace(/\s+/g, ''))?.[1];
  return number !== undefined && (/\d/.test(number) || ROMAN.test(number) || /^[A-HĐ]$/.test(number)) ? number : null;
}

export function isRoman(label: string): boolean {
  return label !== '' && ROMAN.test(label);
}

/** The heading that a row is, or undefined. `following` are the rows after it. */
export function headingOf(row: PlanRow, following: Iterable<PlanRow>): Heading | undefined {
  const filled = row.cells.filter((cell) => cell !== '');
  const distinct = [...new Set(filled)];
  const { no, title } = row.texts;
  if (distinct.length === 1) return spannedHeading(row, distinct[0] ?? '', filled.length, following);
  const onlyTitle = distinct.length === 2 && no !== '' && distinct.every((text) => text === no || text === title);
  const label = onlyTitle ? numberOf(no) : null;
  return label === null ? undefined : labelled(label, title, following, false);
}

/** One text in the row: over the whole width, or in the first cell only. */
function spannedHeading(row: PlanRow, text: string, cells: number, following: Iterable<PlanRow>): Heading | undefined {
  const [, label, title] = LABEL_FIRST.exec(text) ?? [];
  const wide = cells > 2 && cells >= row.cells.length / 2;
  const inFirstCell = row.texts.no === text || row.cells[0] === text;
  if (label !== undefined && title !== undefined && (wide || inFirstCell)) {
    return labelled(label.toUpperCase(), title, following, true);
  }
  const capitals = text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
  const unnumbered = wide || (inFirstCell && row.texts.no === text) || (capitals && !row.afterBreak);
  return unnumbered && numberOf(text) === null ? { kind: 'area', label: null, title: text } : undefined;
}

function labelled(label: string, title: string, following: Iterable<PlanRow>, alone: boolean): Heading | undefined {
  if (isRoman(label)) return { kind: 'area', label, title };
  if (/^[A-ZĐ]$/.test(label)) return { kind: 'part', label, title };
  if (alone || headsNext(label, following)) return { kind: label.includes('.') ? 'group' : 'area', label, title };
  return undefined;
}

/** The next number of the table is one below this one: "1" then "1.1", "1.4" then "1.4.1". */
function headsNext(label: string, following: Iterable<PlanRow>): boolean {
  for (const { texts } of following) {
    const next = numberOf(texts.no);
    if (next !== null) return next.startsWith(`${label}.`);
  }
  return false;
}
