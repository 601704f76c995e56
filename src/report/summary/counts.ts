/** Sheets that count: overview, by area, by task, by unit. Every count is a formula with its value beside it. */

import { STATUS_LABELS } from '../../i18n/statuses';
import { count, totalOf, type Counts } from '../../figures/evaluation';
import { STATUSES, type Status, type TaskRule } from '../../obligations/schema';
import type { Judgement } from '../../obligations/status';
import type { SummaryInput } from '../summary';
import type { CellStyle, Sheet, SheetCell, SheetColumn } from '../workbook';
import { inSentence, shortName } from '../wording';
import { cell, columnLetter, columnRange, firstRow, formulaCell, quoted, rateCell } from './cells';
import { taskKey } from './detail';

export const TASKS = 'Theo nhiệm vụ';

const STATUS_COLUMNS: readonly SheetColumn[] = STATUSES.map((s) => ({
  key: s,
  header: STATUS_LABELS[s],
  width: 8.5,
  wrap: true,
}));

const plain = { autoFilter: false, freezeColumns: 0, conditional: [], orientation: 'landscape' } as const;

/** Defined names over "Theo nhiệm vụ", for sheets that count tasks. */
export function taskNames(heading: readonly SheetCell[], tasks: number): Record<string, string> {
  const first = firstRow(heading);
  return { NV_LinhVuc: columnRange(TASKS, 1, first, tasks), NV_TrangThai: columnRange(TASKS, 4, first, tasks) };
}

const countStatus = (names: readonly [string, string][], status: Status): string =>
  `COUNTIFS(${[...names.map(([n, c]) => `${n},${c}`)].join(',')}${names.length ? ',' : ''}CT_TrangThai,${quoted(STATUS_LABELS[status])})`;

const countTasks = (area: string | null, status: Status): string =>
  area === null
    ? `COUNTIF(NV_TrangThai,${quoted(STATUS_LABELS[status])})`
    : `COUNTIFS(NV_LinhVuc,${area},NV_TrangThai,${quoted(STATUS_LABELS[status])})`;

/** Eleven counts, then total, done, base and rate, as formulas on the row's own cells. */
function countRow(
  row: number,
  start: number,
  counts: Counts,
  formula: (status: Status) => string,
  input: SummaryInput,
  total = false,
): readonly SheetCell[] {
  const style: CellStyle = total ? 'total' : 'integer';
  const at = (s: Status): string => `${columnLetter(start + STATUSES.indexOf(s))}${row}`;
  const rate = input.rateOf(counts);
  const [first, last] = [columnLetter(start), columnLetter(start + STATUSES.length - 1)];
  const next = start + STATUSES.length;
  const { done, leftOut } = input.rate;
  return [
    ...STATUSES.map((s) => formulaCell(formula(s), counts[s], style)),
    formulaCell(`SUM(${first}${row}:${last}${row})`, totalOf(counts), style),
    formulaCell(done.map(at).join('+'), rate.done, style),
    formulaCell(`${columnLetter(next)}${row}-${leftOut.map(at).join('-')}`, rate.of, style),
    rateCell(
      `${columnLetter(next + 1)}${row}`,
      `${columnLetter(next + 2)}${row}`,
      rate.percent,
      total ? 'totalPercent' : 'percent',
    ),
  ];
}

const TAIL_COLUMNS: readonly SheetColumn[] = [
  { key: 'total', header: 'Tổng số', width: 9, wrap: true },
  { key: 'done', header: 'Đã hoàn thành, có kết quả', width: 9, wrap: true },
  { key: 'of', header: 'Số tính tỷ lệ (trừ dừng, chưa phát sinh)', width: 9, wrap: true },
  { key: 'rate', header: 'Tỷ lệ hoàn thành', width: 9, wrap: true },
];

export function areaSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const { plan, tasks, counts } = input.evaluation;
  const first = firstRow(heading);
  const areas = plan.areas
    .map((area) => ({ area, counts: count(tasks.filter((t) => t.task.area === area.code).map((t) => t.status)) }))
    .filter((a) => totalOf(a.counts) > 0);
  const rows = areas.map(({ area, counts: own }, i) => [
    cell(area.code, 'center'),
    cell(inSentence(area.title)),
    ...countRow(first + i, 3, own, (s) => countTasks(`$A${first + i}`, s), input),
  ]);
  const end = first + areas.length;
  const sum = [
    cell('', 'total'),
    cell('Tổng cộng', 'total'),
    ...countRow(end, 3, counts.byTask, (s) => sumAbove(s, 3, first, end), input, true),
  ];
  return {
    ...plain,
    name: 'Theo lĩnh vực',
    heading,
    columns: [
      { key: 'code', header: 'Mã', width: 7 },
      { key: 'area', header: 'Lĩnh vực', width: 34, wrap: true },
      ...STATUS_COLUMNS,
      ...TAIL_COLUMNS,
    ],
    rows: [...rows, sum],
    freezeColumns: 2,
  };
}

function sumAbove(status: Status, start: number, first: number, end: number): string {
  const letter = columnLetter(start + STATUSES.indexOf(status));
  return `SUM(${letter}${first}:${letter}${end - 1})`;
}

export function unitSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const { judgements, counts, reporting } = input.evaluation;
  const first = firstRow(heading);
  const byUnit = new Map<string, Judgement[]>();
  for (const j of judgements) byUnit.set(j.obligation.unit, [...(byUnit.get(j.obligation.unit) ?? []), j]);
  const reported = new Set(reporting.reported);
  const rows = [...byUnit].map(([unit, own], i) => [
    cell(i + 1, 'center'),
    cell(shortName(unit, input.registry)),
    cell(reported.has(unit) ? 'Có' : 'Chưa', 'center'),
    ...countRow(
      first + i,
      4,
      count(own.map((j) => j.status)),
      (s) => countStatus([['CT_DonVi', `$B${first + i}`]], s),
      input,
    ),
  ]);
  const end = first + rows.length;
  const sum = [
    cell('', 'total'),
    cell('Tổng cộng', 'total'),
    formulaCell(`COUNTIF(C${first}:C${end - 1},"Có")`, reporting.reported.length, 'total'),
    ...countRow(end, 4, counts.byObligation, (s) => sumAbove(s, 4, first, end), input, true),
  ];
  return {
    ...plain,
    name: 'Theo đơn vị',
    heading,
    columns: [
      { key: 'no', header: 'STT', width: 6 },
      { key: 'unit', header: 'Cơ quan, đơn vị', width: 28, wrap: true },
      { key: 'reported', header: 'Đã báo cáo', width: 9, wrap: true },
      ...STATUS_COLUMNS,
      ...TAIL_COLUMNS,
    ],
    rows: rows.length > 0 ? [...rows, sum] : [],
    freezeColumns: 2,
  };
}

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

export function taskSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const first = firstRow(heading);
  const rows = input.evaluation.tasks.map((state, i) => {
    const row = first + i;
    const at = (s: Status): string => `${columnLetter(5 + STATUSES.indexOf(s))}${row}`;
    return [
      cell(state.task.area, 'center'),
      cell(taskKey(state.task.id), 'center'),
      cell(inSentence(state.task.title)),
      formulaCell(taskStatusFormula(input.taskRules, at), STATUS_LABELS[state.status], 'text'),
      ...countRow(
        row,
        5,
        count(state.judgements.map((j) => j.status)),
        (s) => countStatus([['CT_NhiemVu', `$B${row}`]], s),
        input,
      ),
    ];
  });
  return {
    ...plain,
    name: TASKS,
    heading,
    columns: [
      { key: 'area', header: 'Mã lĩnh vực', width: 9, wrap: true },
      { key: 'task', header: 'Mã nhiệm vụ', width: 10, wrap: true },
      { key: 'title', header: 'Nhiệm vụ', width: 40, wrap: true },
      { key: 'status', header: 'Trạng thái nhiệm vụ', width: 16, wrap: true },
      ...STATUS_COLUMNS,
      ...TAIL_COLUMNS,
    ],
    rows,
    autoFilter: true,
    freezeColumns: 3,
  };
}

export function overviewSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const { counts, reporting, rate } = input.evaluation;
  const first = firstRow(heading);
  const end = first + STATUSES.length;
  const rows = STATUSES.map((s) => [
    cell(STATUS_LABELS[s]),
    formulaCell(countTasks(null, s), counts.byTask[s], 'integer'),
    formulaCell(`COUNTIF(CT_TrangThai,${quoted(STATUS_LABELS[s])})`, counts.byObligation[s], 'integer'),
  ]);
  const at = (column: string, s: Status): string => `${column}${first + STATUSES.indexOf(s)}`;
  const done = (column: string): string => input.rate.done.map((s) => at(column, s)).join('+');
  const line = (
    label: string,
    of: (column: string) => string,
    values: readonly [number, number],
  ): readonly SheetCell[] => [
    cell(label, 'total'),
    formulaCell(of('B'), values[0], 'total'),
    formulaCell(of('C'), values[1], 'total'),
  ];
  return {
    ...plain,
    name: 'Tổng quan',
    heading,
    columns: [
      { key: 'status', header: 'Trạng thái', width: 46, wrap: true },
      { key: 'tasks', header: 'Số nhiệm vụ', width: 14, wrap: true },
      { key: 'obligations', header: 'Số phần việc', width: 14, wrap: true },
    ],
    rows: [
      ...rows,
      line('Tổng số', (c) => `SUM(${c}${first}:${c}${end - 1})`, [
        totalOf(counts.byTask),
        totalOf(counts.byObligation),
      ]),
      line('Đã hoàn thành, có kết quả', done, [rate.byTask.done, rate.byObligation.done]),
      line(
        'Số tính tỷ lệ (trừ dừng, chưa phát sinh)',
        (c) => `${c}${end}-${input.rate.leftOut.map((s) => at(c, s)).join('-')}`,
        [rate.byTask.of, rate.byObligation.of],
      ),
      [
        cell('Tỷ lệ hoàn thành', 'total'),
        rateCell(`B${end + 1}`, `B${end + 2}`, rate.byTask.percent, 'totalPercent'),
        rateCell(`C${end + 1}`, `C${end + 2}`, rate.byObligation.percent, 'totalPercent'),
      ],
      [
        cell('Cơ quan, đơn vị đã gửi báo cáo', 'total'),
        cell(reporting.reported.length, 'total'),
        cell(`trên ${reporting.expected.length}`, 'total'),
      ],
    ],
    orientation: 'portrait',
  };
}
