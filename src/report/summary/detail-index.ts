/**
 * Where the rows of "Chi tiết" stand that a count is made of: the first of them, or the whole block where they stand
 * together. A link leads there in Excel and in LibreOffice alike; what to filter by is said beside the pointer.
 */

import { formatInteger } from '../../i18n/format';
import { STATUS_LABELS } from '../../i18n/statuses';
import type { Judgement } from '../../obligations/status';
import type { Status } from '../../obligations/schema';
import type { SheetCell } from '../workbook';

export type Link = Pick<SheetCell, 'link' | 'tip'>;
const NONE: Link = {};

export interface DetailIndex {
  /** Rows of a unit, of one status or of all. */
  ofUnit(unit: string, status: Status | null, count: number): Link;
  /** Rows of a task, of one status or the whole block. */
  ofTask(task: string, status: Status | null, count: number): Link;
  ofStatus(status: Status | null, count: number): Link;
  /** The row of one obligation, by its place among the judgements. */
  ofJudgement(index: number): Link;
}

const ANY = '';
const key = (of: string, status: Status | null): string => `${of}\u0000${status ?? ANY}`;

function firstPlaces(judgements: readonly Judgement[], idOf: (j: Judgement) => string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const note = (k: string, index: number): void => {
    if (!places.has(k)) places.set(k, index);
  };
  judgements.forEach((j, index) => {
    const id = idOf(j);
    note(key(id, null), index);
    note(key(id, j.status), index);
  });
  return places;
}

/** `first` is the row of the first judgement; `lastColumn` the letter of the sheet's last column. */
export function detailIndex(
  judgements: readonly Judgement[],
  sheet: string,
  first: number,
  lastColumn: string,
): DetailIndex {
  const units = firstPlaces(judgements, (j) => j.obligation.unit);
  const tasks = firstPlaces(judgements, (j) => j.obligation.part.task.id);
  const all = firstPlaces(judgements, () => '');
  const block = (index: number, rows: number): string =>
    `'${sheet}'!A${first + index}:${lastColumn}${first + index + rows - 1}`;
  const led = (index: number | undefined, count: number, status: Status | null, by: string): Link => {
    if (index === undefined || count === 0) return NONE;
    const columns = [by, status && `Trạng thái là “${STATUS_LABELS[status]}”`].filter(Boolean).join(', ');
    const tip =
      count > 1 && columns ? `Dòng đầu trong ${formatInteger(count)} dòng; lọc ${columns} để xem đủ` : undefined;
    return { link: block(index, 1), tip };
  };
  return {
    ofUnit: (unit, status, count) => led(units.get(key(unit, status)), count, status, 'cơ quan, đơn vị'),
    ofTask: (task, status, count) => {
      const at = tasks.get(key(task, status));
      // Obligations of one task stand together, in the order of the plan.
      if (status === null && at !== undefined && count > 0) return { link: block(at, count) };
      return led(at, count, status, 'mã nhiệm vụ');
    },
    ofStatus: (status, count) => led(all.get(key('', status)), count, status, ''),
    ofJudgement: (index) => ({ link: block(index, 1) }),
  };
}
