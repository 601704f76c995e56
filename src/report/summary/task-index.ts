/** Where the rows of "Theo nhiệm vụ" stand that a count of tasks is made of. */

import type { Evaluation } from '../../figures/evaluation';
import { firstOf, firstPlaces, linksTo, type Link, type Picked } from './links';

export interface TaskIndex {
  /** Tasks of an area. */
  ofArea(area: string, picked: Picked, count: number): Link;
  /** Tasks of the whole plan; all of them are one block. */
  ofStatus(picked: Picked, count: number): Link;
}

/** `first` is the row of the first task; `columns` the number of the sheet's columns. */
export function taskIndex(tasks: Evaluation['tasks'], sheet: string, first: number, columns: number): TaskIndex {
  const areas = firstPlaces(tasks, (t) => t.task.area);
  const all = firstPlaces(tasks, () => '').get('');
  const links = linksTo({ sheet, first, columns, statusHeader: 'Trạng thái nhiệm vụ' });
  return {
    ofArea: (area, picked, count) => links.firstRow(firstOf(areas.get(area), picked), count, picked, 'mã lĩnh vực'),
    ofStatus: (picked, count) =>
      picked === null
        ? links.block(firstOf(all, null), count, 'của bảng')
        : links.firstRow(firstOf(all, picked), count, picked, ''),
  };
}
