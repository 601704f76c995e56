/** "Theo nhiệm vụ": one row a task, n of N parts of work, its status worked out by the task rules as a formula. */

import { STATUS_LABELS } from '../../i18n/statuses';
import { count, totalOf } from '../../figures/evaluation';
import { STATUSES, type Status, type TaskRule } from '../../obligations/schema';
import type { SummaryInput } from '../summary';
import type { Sheet, SheetCell } from '../workbook';
import { inSentence } from '../wording';
import { cell, columnLetter, columnRange, firstRow, formulaCell, quoted } from './cells';
import { COUNT_COLUMNS, countDetail, countRow, statusColumn, totalColumn } from './count-row';
import { taskKey } from './detail';
import type { DetailIndex } from './detail-index';
import { taskIndex, type TaskIndex } from './task-index';

export const TASKS = 'Theo nhiệm vụ';
const START = 6;

/** Defined names over "Theo nhiệm vụ", for sheets that count tasks. */
export function taskNames(heading: readonly SheetCell[], tasks: number): Record<string, string> {
  const first = firstRow(heading);
  return { NV_LinhVuc: columnRange(TASKS, 1, first, tasks), NV_TrangThai: columnRange(TASKS, 4, first, tasks) };
}

/** Leads from counts of tasks to the rows of this sheet. */
export const tasksIndex = (input: SummaryInput, heading: readonly SheetCell[]): TaskIndex =>
  taskIndex(input.evaluation.tasks, TASKS, firstRow(heading), START - 1 + COUNT_COLUMNS.length);

/** The task rules as one Excel formula over the row's status counts: the same table, in the reader's hands. */
export function taskStatusFormula(rules: readonly TaskRule[], at: (status: Status) => string): string {
  const sum = (list: readonly Status[]): string => (list.length ? list.map(at).join('+') : '0');
  const tests = rules.map(({ of, all, any, status }) => {
    const seen = of ?? STATUSES;
    const conditions = [
      `(${sum(seen)})>0`,
      ...(all ? [`(${sum(seen.filter((s) => !all.includes(s)))})=0`] : []),
      ...(any ? [`(${sum(any.filter((s) => seen.includes(s)))})>0`] : []),
    ];
    return {
      test: conditions.length > 1 ? `AND(${conditions.join(',')})` : conditions[0],
      label: quoted(STATUS_LABELS[status]),
    };
  });
  return tests.reduceRight((rest, { test, label }) => `IF(${test},${label},${rest})`, '""');
}

/** "3/12": what is done of all parts of work, in one cell for those who read no further. */
function doneOfAll(row: number, done: number, total: number): SheetCell {
  const [doneAt, totalAt] = [columnLetter(totalColumn(START) + 1), columnLetter(totalColumn(START))];
  return formulaCell(`${doneAt}${row}&"/"&${totalAt}${row}`, `${done}/${total}`, 'center');
}

export function taskSheet(input: SummaryInput, heading: readonly SheetCell[], index: DetailIndex): Sheet {
  const first = firstRow(heading);
  const rows = input.evaluation.tasks.map(({ task, status, judgements }, i) => {
    const row = first + i;
    const counts = count(judgements.map((j) => j.status));
    const at = (s: Status): string => `${columnLetter(statusColumn(START, s))}${row}`;
    return [
      cell(task.area, 'center'),
      { ...cell(taskKey(task.id), 'center'), ...index.ofTask(task.id, null, judgements.length) },
      cell(inSentence(task.title)),
      formulaCell(taskStatusFormula(input.taskRules, at), STATUS_LABELS[status], 'text'),
      doneOfAll(row, input.rateOf(counts).done, totalOf(counts)),
      ...countRow(
        {
          ...{ row, start: START, counts },
          formula: (s) => countDetail([['CT_NhiemVu', `$B${row}`]], s),
          link: (s, n) => index.ofTask(task.id, s, n),
        },
        input,
      ),
    ];
  });
  const status = `D${first}:D${first + Math.max(rows.length, 1) - 1}`;
  const mark = (s: Status, style: 'good' | 'bad' | 'warn'): Sheet['conditional'][number] => ({
    range: status,
    formula: `$D${first}=${quoted(STATUS_LABELS[s])}`,
    style,
  });
  return {
    name: TASKS,
    heading,
    columns: [
      { key: 'area', header: 'Mã lĩnh vực', width: 7, wrap: true },
      { key: 'task', header: 'Mã nhiệm vụ', width: 8, wrap: true },
      { key: 'title', header: 'Nhiệm vụ', width: 38, wrap: true },
      { key: 'status', header: 'Trạng thái nhiệm vụ', width: 15, wrap: true },
      { key: 'share', header: 'Phần việc đã xong', width: 8.5, wrap: true },
      ...COUNT_COLUMNS,
    ],
    rows,
    autoFilter: true,
    freezeColumns: 3,
    conditional: [mark('overdue', 'bad'), mark('done-late', 'warn'), mark('done-on-time', 'good')],
    orientation: 'landscape',
  };
}
