/** Table 1 of a report: tasks by area and status. Each column gathers statuses, so that a row adds up across. */

import { count, totalOf, type Counts } from '../../figures/evaluation';
import type { Status } from '../../obligations/schema';
import type { Column, Row, Table } from '../document';
import type { ViewInput } from '../view';
import { inSentence } from '../wording';
import { numberCell as number, rateCell, sumOf } from './cells';

export const AREA_COLUMNS: readonly {
  readonly key: string;
  readonly title: string;
  readonly statuses: readonly Status[];
}[] = [
  { key: 'on-time', title: 'Hoàn thành đúng hạn', statuses: ['done-on-time'] },
  { key: 'late', title: 'Hoàn thành quá hạn', statuses: ['done-late'] },
  { key: 'period', title: 'Thường xuyên, có kết quả', statuses: ['period-done'] },
  { key: 'running', title: 'Trong hạn, chưa hoàn thành', statuses: ['in-progress', 'not-due'] },
  { key: 'overdue', title: 'Quá hạn chưa hoàn thành', statuses: ['overdue'] },
  {
    key: 'lacking',
    title: 'Chưa đạt, chưa có kết quả, chưa báo cáo',
    statuses: ['done-unsatisfactory', 'period-missing', 'no-report'],
  },
  { key: 'left-out', title: 'Chưa phát sinh, dừng', statuses: ['not-triggered', 'cancelled'] },
];

/** Table 1 of the report: tasks by area and status, with the rate and its two numbers in the same row. */
export function byAreaTable(input: ViewInput): Table {
  const { evaluation } = input;
  const columns: Column[] = [
    { key: 'area', title: 'Lĩnh vực', weight: 30, align: 'left' },
    { key: 'total', title: 'Tổng số nhiệm vụ', weight: 10, align: 'right' },
    ...AREA_COLUMNS.map((c): Column => ({ key: c.key, title: c.title, weight: 11, align: 'right' })),
    { key: 'rate', title: 'Tỷ lệ hoàn thành', weight: 12, align: 'right' },
  ];
  const row = (title: string, counts: Counts, kind: Row['kind'], key: string): Row => {
    const rate = input.rateOf(counts);
    return {
      kind,
      cells: [
        { text: title },
        number(totalOf(counts), `tasks/${key}/total`),
        ...AREA_COLUMNS.map((c) => number(sumOf(counts, c.statuses), `tasks/${key}/${c.key}`)),
        rateCell(rate, `tasks/${key}/rate`),
      ],
    };
  };
  const areas = evaluation.plan.areas.flatMap((area) => {
    const counts = count(evaluation.tasks.filter((t) => t.task.area === area.code).map((t) => t.status));
    return totalOf(counts) > 0 ? [row(inSentence(area.title), counts, 'data', area.code)] : [];
  });
  return {
    id: 'by-area',
    caption: null,
    columns,
    rows: [...areas, row('Tổng cộng', evaluation.counts.byTask, 'total', 'all')],
    numberColumns: false,
  };
}
