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

/** First places of the rows of a unit or task: of each status, and of any (`null`). */
type Places = ReadonlyMap<string, ReadonlyMap<Status | null, number>>;

function firstPlaces(judgements: readonly Judgement[], idOf: (j: Judgement) => string): Places {
  const places = new Map<string, Map<Status | null, number>>();
  judgements.forEach((j, index) => {
    const id = idOf(j);
    let own = places.get(id);
    if (own === undefined) places.set(id, (own = new Map([[null, index]])));
    if (!own.has(j.status)) own.set(j.status, index);
  });
  return places;
}

/** What to filter by, said once for each count, status and column. */
function tips(): (count: number, status: Status | null, by: string) => string | undefined {
  const made = new Map<string, string>();
  return (count, status, by) => {
    const columns = [by, status && `Trạng thái là “${STATUS_LABELS[status]}”`].filter(Boolean).join(', ');
    if (count <= 1 || columns === '') return undefined;
    const key = `${count} ${columns}`;
    let tip = made.get(key);
    if (tip === undefined)
      made.set(key, (tip = `Dòng đầu trong ${formatInteger(count)} dòng; lọc ${columns} để xem đủ`));
    return tip;
  };
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
  const tipOf = tips();
  const block = (index: number, rows: number): string =>
    `'${sheet}'!A${first + index}:${lastColumn}${first + index + rows - 1}`;
  const led = (index: number | undefined, count: number, status: Status | null, by: string): Link => {
    if (index === undefined || count === 0) return NONE;
    return { link: block(index, 1), tip: tipOf(count, status, by) };
  };
  return {
    ofUnit: (unit, status, count) => led(units.get(unit)?.get(status), count, status, 'cơ quan, đơn vị'),
    ofTask: (task, status, count) => {
      const at = tasks.get(task)?.get(status);
      // Obligations of one task stand together, in the order of the plan.
      if (status === null && at !== undefined && count > 0) return { link: block(at, count) };
      return led(at, count, status, 'mã nhiệm vụ');
    },
    ofStatus: (status, count) => led(all.get('')?.get(status), count, status, ''),
    ofJudgement: (index) => ({ link: block(index, 1) }),
  };
}
