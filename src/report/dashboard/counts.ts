/** Tables of the dashboard that count: by status, by area, by unit in order of rank, by task. */

import { count, totalOf, type Counts, type Evaluation, type Rate } from '../../figures/evaluation';
import { formatInteger, formatPercent } from '../../i18n/format';
import { KNOWN_LABELS } from '../../i18n/submissions';
import { STATUS_LABELS } from '../../i18n/statuses';
import { STATUSES, type Status } from '../../obligations/schema';
import type { Registry } from '../../units/registry';
import type { Block, RankedUnit } from '../ranking';
import { AREA_COLUMNS } from '../tables/by-area';
import { sumOf } from '../tables/cells';
import { inSentence, shortName } from '../wording';
import { areaChart, bandChart } from '../charts';
import type { Lookup } from './facts';
import { rankNotes } from './ranks';
import type { BoardCell, BoardColumn, BoardTable, DashboardComparison, Tone } from './model';

export interface CountInput {
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly rateOf: (counts: Counts) => Rate;
  readonly at: Lookup;
  /** Keeps paragraphs of an explanation; answers with the key that leads to them. */
  readonly note: (paragraphs: readonly string[]) => string;
}

const plain = { notes: [], total: null, search: false, groupFilter: null, chart: null } as const;

const STATUS_TONES: Readonly<Partial<Record<Status, Tone>>> = {
  'done-on-time': 'good',
  'period-done': 'good',
  'done-late': 'warn',
  'done-unsatisfactory': 'warn',
  overdue: 'bad',
};

export const text = (value: string): BoardCell => ({ text: value });

/** A count that can be walked back; 0 has nothing behind it, but says so when asked. */
export const counted = (value: number, key: string, tone?: Tone): BoardCell => ({
  text: formatInteger(value),
  key,
  ...(tone && value > 0 ? { tone } : {}),
});

/** The rate as every output prints it, drawn as a bar. */
export const rated = (rate: Rate, key: string): BoardCell =>
  rate.percent === null ? { text: '-', key } : { text: formatPercent(rate.percent), key, share: rate.percent };

const columns = (titles: readonly string[]): readonly BoardColumn[] =>
  titles.map((title) => ({ title, kind: 'number' as const }));

const GROUP_TITLES = AREA_COLUMNS.map((c) => c.title);
const RATE_TITLES = ['Đã hoàn thành, có kết quả', 'Số tính tỷ lệ', 'Tỷ lệ hoàn thành'];

const GROUP_TONES: Readonly<Record<string, Tone>> = { late: 'warn', overdue: 'bad', lacking: 'warn' };

/** Total, the columns of Table 1 of the report, done, whole and rate of one row. */
function countCells(counts: Counts, rate: Rate, what: 't' | 'o', scope: string): readonly BoardCell[] {
  const key = (set: string): string => `${what}/${scope}/${set}`;
  return [
    counted(totalOf(counts), key('all')),
    ...AREA_COLUMNS.map((c) => counted(sumOf(counts, c.statuses), key(`c-${c.key}`), GROUP_TONES[c.key])),
    counted(rate.done, key('done')),
    counted(rate.of, key('of')),
    rated(rate, key('rate')),
  ];
}

export function statusTable({ evaluation }: CountInput): BoardTable {
  const { byTask, byObligation } = evaluation.counts;
  return {
    ...plain,
    id: 'trang-thai',
    title: 'Theo trạng thái',
    columns: [{ title: 'Trạng thái', kind: 'text' }, ...columns(['Số nhiệm vụ', 'Số phần việc'])],
    head: 0,
    groups: [
      {
        title: null,
        rows: STATUSES.map((s) => [
          { text: STATUS_LABELS[s], ...(STATUS_TONES[s] ? { tone: STATUS_TONES[s] } : {}) },
          counted(byTask[s], `t/all/${s}`),
          counted(byObligation[s], `o/all/${s}`),
        ]),
      },
    ],
    total: [text('Tổng số'), counted(totalOf(byTask), 't/all/all'), counted(totalOf(byObligation), 'o/all/all')],
    empty: '',
  };
}

export function areaTable(input: CountInput): BoardTable {
  const { evaluation, rateOf, at } = input;
  const rows = evaluation.plan.areas.flatMap((area) => {
    const counts = count(evaluation.tasks.filter((t) => t.task.area === area.code).map((t) => t.status));
    if (totalOf(counts) === 0) return [];
    return [[text(inSentence(area.title)), ...countCells(counts, rateOf(counts), 't', `a${at.area(area.code)}`)]];
  });
  return {
    ...plain,
    id: 'linh-vuc',
    title: 'Theo lĩnh vực',
    notes: ['Đếm theo nhiệm vụ của kế hoạch.'],
    columns: [{ title: 'Lĩnh vực', kind: 'text' }, ...columns(['Tổng số nhiệm vụ', ...GROUP_TITLES, ...RATE_TITLES])],
    head: 0,
    groups: rows.length > 0 ? [{ title: null, rows }] : [],
    total: [text('Tổng cộng'), ...countCells(evaluation.counts.byTask, evaluation.rate.byTask, 't', 'all')],
    empty: 'Kế hoạch chưa có nhiệm vụ nào đến lượt theo dõi.',
    chart: areaChart(input),
  };
}

function rankCell(unit: RankedUnit, block: Block, input: CountInput, ranks: DashboardComparison['ranks']): BoardCell {
  if (unit.rank === null) return text('-');
  const { registry, at, note } = input;
  const said = [...rankNotes(unit, block, registry), ...(ranks?.get(unit.unit)?.why.slice(1, 2) ?? [])];
  return { text: formatInteger(unit.rank), key: `${note(said)}/o/u${at.unit(unit.unit)}/rate` };
}

function moveCell(
  { unit }: RankedUnit,
  { note }: CountInput,
  ranks: NonNullable<DashboardComparison['ranks']>,
): BoardCell {
  const move = ranks.get(unit);
  return move ? { text: move.text, key: note(move.why) } : text('-');
}

function unitRow(
  unit: RankedUnit,
  block: Block,
  input: CountInput,
  ranks: DashboardComparison['ranks'],
): readonly BoardCell[] {
  const { registry, at, evaluation } = input;
  const told = evaluation.reporting.reported.includes(unit.unit);
  return [
    rankCell(unit, block, input, ranks),
    ...(ranks ? [moveCell(unit, input, ranks)] : []),
    text(shortName(unit.unit, registry)),
    { text: KNOWN_LABELS[`${told}`], ...(told ? {} : { tone: 'warn' as const }) },
    ...countCells(unit.counts, unit.rate, 'o', `u${at.unit(unit.unit)}`),
  ];
}

export function unitTable(
  input: CountInput,
  blocks: readonly Block[],
  ranks: DashboardComparison['ranks'],
): BoardTable {
  const { evaluation } = input;
  const { reporting, counts, rate } = evaluation;
  const move: readonly BoardColumn[] = ranks ? [{ title: 'Thay đổi thứ hạng', kind: 'center' }] : [];
  return {
    ...plain,
    id: 'don-vi',
    title: 'Xếp hạng cơ quan, đơn vị',
    notes: [
      'Xếp theo tỷ lệ hoàn thành phần việc trong từng khối; tỷ lệ bằng nhau thì cùng hạng; đơn vị không có phần việc tính tỷ lệ và nhóm chưa nêu tên cơ quan thì không xếp hạng.',
    ],
    columns: [
      { title: 'Hạng', kind: 'center' },
      ...move,
      { title: 'Cơ quan, đơn vị', kind: 'text' },
      { title: 'Số liệu của kỳ', kind: 'center', filter: true },
      ...columns(['Tổng số phần việc', ...GROUP_TITLES, ...RATE_TITLES]),
    ],
    head: 1 + move.length,
    groups: blocks.map((block) => ({
      title: block.name,
      filter: block.name,
      rows: block.units.map((unit) => unitRow(unit, block, input, ranks)),
    })),
    total: [
      text(''),
      ...move.map(() => text('')),
      text('Tổng cộng'),
      counted(reporting.reported.length, 'r/reported'),
      ...countCells(counts.byObligation, rate.byObligation, 'o', 'all'),
    ],
    search: true,
    groupFilter: 'Khối',
    empty: 'Chưa có cơ quan, đơn vị nào có phần việc.',
    chart: bandChart(blocks),
  };
}

export function taskTable({ evaluation, rateOf, at }: CountInput): BoardTable {
  const groups = evaluation.plan.areas.flatMap((area) => {
    const states = evaluation.tasks.filter((t) => t.task.area === area.code);
    const rows = states.map((state) => {
      const counts = count(state.judgements.map((j) => j.status));
      const index = at.task(state.task.id);
      const tone = STATUS_TONES[state.status];
      return [
        text(state.task.id),
        text(inSentence(state.task.title)),
        { text: STATUS_LABELS[state.status], key: `k/${index}`, ...(tone ? { tone } : {}) },
        ...countCells(counts, rateOf(counts), 'o', `k${index}`),
      ];
    });
    const title = inSentence(area.title);
    return rows.length > 0 ? [{ title, filter: title, rows }] : [];
  });
  return {
    ...plain,
    id: 'nhiem-vu',
    title: 'Theo nhiệm vụ',
    notes: ['Một nhiệm vụ giao cho nhiều đơn vị hoặc có nhiều mốc thì gồm nhiều phần việc.'],
    columns: [
      { title: 'Mã', kind: 'center' },
      { title: 'Nhiệm vụ', kind: 'text' },
      { title: 'Trạng thái nhiệm vụ', kind: 'text', filter: true },
      ...columns(['Số phần việc', ...GROUP_TITLES, ...RATE_TITLES]),
    ],
    head: 1,
    groups,
    search: true,
    groupFilter: 'Lĩnh vực',
    empty: 'Kế hoạch chưa có nhiệm vụ nào.',
  };
}
