/** "Theo lĩnh vực": tasks of each area by status, and the stacked bars that show them. */

import { STATUS_LABELS } from '../../i18n/statuses';
import { count, totalOf } from '../../figures/evaluation';
import { STATUSES } from '../../obligations/schema';
import type { SummaryInput } from '../summary';
import type { Sheet, SheetCell, SheetChart } from '../workbook';
import { inSentence } from '../wording';
import { cell, cellRef, columnLetter, columnRange, firstRow } from './cells';
import { COUNT_COLUMNS, countRow, countTasks, rateColumn, statusColumn, sumAbove } from './count-row';
import type { TaskIndex } from './task-index';

export const AREAS = 'Theo lĩnh vực';
const START = 3;

/** A chart that the sheet of the overview gives its place. */
export type PlacedLater = Omit<SheetChart, 'row'>;

export interface Counted {
  readonly sheet: Sheet;
  readonly chart: PlacedLater | null;
}

/** The sheet, and the chart over it that stands on "Tổng quan". */
export function areaSheet(input: SummaryInput, heading: readonly SheetCell[], index: TaskIndex): Counted {
  const { plan, tasks, counts } = input.evaluation;
  const first = firstRow(heading);
  const areas = plan.areas
    .map((area) => {
      const own = tasks.filter((t) => t.task.area === area.code);
      return { area, counts: count(own.map((t) => t.status)) };
    })
    .filter((a) => totalOf(a.counts) > 0);
  const end = first + areas.length;
  const rows = areas.map(({ area, counts }, i) => [
    cell(area.code, 'center'),
    cell(inSentence(area.title)),
    ...countRow(
      {
        ...{ row: first + i, start: START, counts },
        formula: (s) => countTasks(`$A${first + i}`, s),
        link: (picked, n) => index.ofArea(area.code, picked, n),
      },
      input,
    ),
  ]);
  const formula = (s: (typeof STATUSES)[number]): string => sumAbove(s, START, first, end);
  const link = index.ofStatus;
  const sum = countRow({ row: end, start: START, counts: counts.byTask, formula, link, total: true }, input);
  const series = STATUSES.filter((s) => counts.byTask[s] > 0).map((s) => ({
    name: { ref: cellRef(AREAS, statusColumn(START, s), first - 1), values: [STATUS_LABELS[s]] },
    values: {
      ref: columnRange(AREAS, statusColumn(START, s), first, areas.length),
      values: areas.map((a) => a.counts[s]),
    },
    tone: s,
  }));
  return {
    sheet: {
      name: AREAS,
      heading,
      columns: [
        { key: 'code', header: 'Mã', width: 7 },
        { key: 'area', header: 'Lĩnh vực', width: 34, wrap: true },
        ...COUNT_COLUMNS,
      ],
      rows: areas.length > 0 ? [...rows, [cell('', 'total'), cell('Tổng cộng', 'total'), ...sum]] : [],
      autoFilter: false,
      freezeColumns: 2,
      conditional: areas.length === 0 ? [] : rulesOf(first, end),
      orientation: 'landscape',
    },
    chart: areas.length === 0 ? null : chartOf(series, areas, first),
  };
}

/** Overdue tasks in red; a rate below that of the whole plan in amber. */
function rulesOf(first: number, end: number): Sheet['conditional'] {
  const [late, rate] = [columnLetter(statusColumn(START, 'overdue')), columnLetter(rateColumn(START))];
  const range = (column: string): string => `${column}${first}:${column}${end - 1}`;
  return [
    { range: range(late), formula: `$${late}${first}>0`, style: 'bad' },
    {
      range: range(rate),
      formula: `AND(ISNUMBER($${rate}${first}),$${rate}${first}<$${rate}$${end})`,
      style: 'warn',
    },
  ];
}

function chartOf(
  series: SheetChart['series'],
  areas: readonly { readonly area: { readonly code: string; readonly title: string } }[],
  first: number,
): PlacedLater {
  return {
    title: 'Nhiệm vụ theo lĩnh vực và trạng thái',
    alt: `Thanh xếp chồng: số nhiệm vụ của ${areas.length} lĩnh vực theo trạng thái; số liệu ở trang ${AREAS}.`,
    kind: 'stacked-bars',
    categories: { ref: columnRange(AREAS, 2, first, areas.length), values: areas.map((a) => inSentence(a.area.title)) },
    format: 'integer',
    series,
    // Two lines of words for each area; the title, the axis and the key of the colours.
    rows: areas.length * 2 + 8,
  };
}
