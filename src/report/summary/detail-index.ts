/** Where the rows of "Chi tiết" stand that a count of parts of work is made of. */

import type { Judgement } from '../../obligations/status';
import { firstOf, firstPlaces, linksTo, type Link, type Picked } from './links';

export type { Link } from './links';

export interface DetailIndex {
  /** Rows of a unit. */
  ofUnit(unit: string, picked: Picked, count: number): Link;
  /** Rows of a task; all of them are one block. */
  ofTask(task: string, picked: Picked, count: number): Link;
  /** Rows of the whole sheet; all of them are one block. */
  ofStatus(picked: Picked, count: number): Link;
  /** The row of one obligation, by its place among the judgements. */
  ofJudgement(index: number): Link;
}

/** `first` is the row of the first judgement; `columns` the number of the sheet's columns. */
export function detailIndex(
  judgements: readonly Judgement[],
  sheet: string,
  first: number,
  columns: number,
): DetailIndex {
  const units = firstPlaces(judgements, (j) => j.obligation.unit);
  const tasks = firstPlaces(judgements, (j) => j.obligation.part.task.id);
  const all = firstPlaces(judgements, () => '').get('');
  const links = linksTo({ sheet, first, columns, statusHeader: 'Trạng thái' });
  return {
    ofUnit: (unit, picked, count) => links.firstRow(firstOf(units.get(unit), picked), count, picked, 'cơ quan, đơn vị'),
    ofTask: (task, picked, count) => {
      const at = firstOf(tasks.get(task), picked);
      // Obligations of one task stand together, in the order of the plan.
      return picked === null
        ? links.block(at, count, 'của nhiệm vụ')
        : links.firstRow(at, count, picked, 'mã nhiệm vụ');
    },
    ofStatus: (picked, count) =>
      picked === null
        ? links.block(firstOf(all, null), count, 'của bảng')
        : links.firstRow(firstOf(all, picked), count, picked, ''),
    ofJudgement: (index) => links.row(index),
  };
}
