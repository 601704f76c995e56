/**
 * Links from a count to the rows it is made of: to the first of them, or to the whole block where they stand together.
 * A link leads there in Excel and in LibreOffice alike; what to filter by is said beside the pointer.
 */

import { formatInteger } from '../../i18n/format';
import { STATUS_LABELS } from '../../i18n/statuses';
import { STATUSES, type Status } from '../../obligations/schema';
import type { SheetCell } from '../workbook';
import { columnLetter } from './cells';

export type Link = Pick<SheetCell, 'link' | 'tip'>;
/** The rows that a count takes: of one status, of some, or (null) all. */
export type Picked = Status | readonly Status[] | null;

const NONE: Link = {};

/** First places of the rows of a body, a task or an area: of each status, and of any (`null`). */
export type Places = ReadonlyMap<string, ReadonlyMap<Status | null, number>>;

/** The places of `items`, told apart by `idOf`. */
export function firstPlaces<T extends { readonly status: Status }>(
  items: readonly T[],
  idOf: (item: T) => string,
): Places {
  const places = new Map<string, Map<Status | null, number>>();
  items.forEach((item, index) => {
    const id = idOf(item);
    let own = places.get(id);
    if (own === undefined) places.set(id, (own = new Map([[null, index]])));
    if (!own.has(item.status)) own.set(item.status, index);
  });
  return places;
}

/** The first place of what is picked; undefined where there is none. */
export function firstOf(places: ReadonlyMap<Status | null, number> | undefined, picked: Picked): number | undefined {
  if (picked === null || typeof picked === 'string') return places?.get(picked);
  const found = picked.flatMap((status) => places?.get(status) ?? []);
  return found.length === 0 ? undefined : Math.min(...found);
}

const quotedNames = (statuses: readonly Status[]): string => statuses.map((s) => `“${STATUS_LABELS[s]}”`).join(', ');

/** What to choose in the column of the status; where most are picked, what to leave out. */
function statusWords(column: string, picked: Picked): string {
  if (picked === null) return '';
  if (typeof picked === 'string') return `${column} là ${quotedNames([picked])}`;
  const others = STATUSES.filter((s) => !picked.includes(s));
  return others.length < picked.length
    ? `${column} khác ${quotedNames(others)}`
    : `${column} là một trong: ${quotedNames(picked)}`;
}

export interface Linked {
  readonly sheet: string;
  /** Row of the first item, and number of the sheet's last column. */
  readonly first: number;
  readonly columns: number;
  /** Header of the column with the status, as a filter names it. */
  readonly statusHeader: string;
}

export interface Links {
  /** Leads to the first of `count` rows, which are found by a filter on the status and on the columns `by`. */
  firstRow(at: number | undefined, count: number, picked: Picked, by: string): Link;
  /** Leads to `count` rows that stand together; `what` says whose they are. */
  block(at: number | undefined, count: number, what: string): Link;
  row(at: number): Link;
}

/** Links to the rows of one sheet; what is said beside them is made once for each count, status and column. */
export function linksTo({ sheet, first, columns, statusHeader }: Linked): Links {
  const made = new Map<string, string>();
  const last = columnLetter(columns);
  const rows = (at: number, count: number): string => `'${sheet}'!A${first + at}:${last}${first + at + count - 1}`;
  const tipOf = (count: number, picked: Picked, by: string): string | undefined => {
    if (count <= 1) return undefined;
    const key = `${count} ${String(picked)} ${by}`;
    let tip = made.get(key);
    if (tip === undefined) {
      const filter = [by, statusWords(statusHeader, picked)].filter((text) => text !== '').join(', ');
      made.set(key, (tip = `Dòng đầu trong ${formatInteger(count)} dòng; lọc ${filter} để xem đủ`));
    }
    return tip;
  };
  return {
    firstRow: (at, count, picked, by) =>
      at === undefined || count === 0 ? NONE : { link: rows(at, 1), tip: tipOf(count, picked, by) },
    block: (at, count, what) =>
      at === undefined || count === 0
        ? NONE
        : { link: rows(at, count), tip: count > 1 ? `Cả ${formatInteger(count)} dòng ${what}` : undefined },
    row: (at) => ({ link: rows(at, 1) }),
  };
}
