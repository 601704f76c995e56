/**
 * "Theo đơn vị": bodies by rank, the best rate first; among the bodies of its block (khối) each has a second rank, because a
 * department and a commune have not the same work. Ranks and bars are formulas; the order is that of the making.
 */

import { count, type Counts, type Rate } from '../../figures/evaluation';
import type { Comparison, UnitChange } from '../../figures/comparison';
import { WHY_NOT_TEXTS } from '../../i18n/comparison';
import { groupBy } from '../../lib/group';
import type { STATUSES } from '../../obligations/schema';
import type { SummaryInput } from '../summary';
import { rowsOf, type Sheet, type SheetCell, type SheetColumn } from '../workbook';
import { cell, columnLetter, columnRange, firstRow, formulaCell } from './cells';
import { COUNT_COLUMNS, countDetail, countRow, rateColumn, sumAbove } from './count-row';
import type { DetailIndex } from './detail-index';
import { blockLookup, blockName } from '../../units/blocks';
import { lowestOf, type Lowest, type Told } from './lowest';
import type { UnitLabel } from './unit-labels';

export const UNITS = 'Theo đơn vị';
const START = 6;
const RATE = rateColumn(START);
/** A bar of the whole rate has so many blocks. */
const BAR = 20;

/** What stands in the place of a block where a group names nobody: it is not ranked, nobody can be praised or asked for it. */
const GROUP = 'Nhóm cơ quan';

interface UnitRow {
  readonly unit: string;
  readonly kind: string;
  readonly isBody: boolean;
  readonly reported: boolean;
  readonly counts: Counts;
  readonly rate: Rate;
  /** Null where nothing is owed. */
  readonly rank: number | null;
  readonly rankOfKind: number | null;
}

/** Bodies by rate; those of one rate in the order of the registry, those that owe nothing after them, groups at the end. */
function ranked(input: SummaryInput): readonly UnitRow[] {
  const { judgements, reporting } = input.evaluation;
  const { registry } = input;
  const reported = new Set(reporting.reported);
  const blockOf = blockLookup(registry, input.evaluation.period.window.to);
  const places = new Map(registry.units.map((u, i) => [u.id, i]));
  const place = (unit: string): number => places.get(unit) ?? places.size;
  const rows = [...groupBy(judgements, (j) => j.obligation.unit)].map(([unit, own]) => {
    const counts = count(own.map((j) => j.status));
    const isBody = registry.unit(unit) !== undefined;
    const kind = isBody ? blockName(registry, blockOf(unit)) : GROUP;
    return { unit, kind, isBody, reported: reported.has(unit), counts, rate: input.rateOf(counts) };
  });
  const order = (r: { readonly rate: Rate }): number => r.rate.percent ?? -1;
  rows.sort((a, b) => Number(b.isBody) - Number(a.isBody) || order(b) - order(a) || place(a.unit) - place(b.unit));
  const bodies = rows.filter((r) => r.isBody);
  const byKind = groupBy(bodies, (r) => r.kind);
  const rankIn = (all: readonly { readonly rate: Rate }[]): ((percent: number | null) => number | null) => {
    const firsts = new Map<number, number>();
    all.forEach(({ rate }, i) => {
      if (rate.percent !== null && !firsts.has(rate.percent)) firsts.set(rate.percent, i + 1);
    });
    return (percent) => (percent === null ? null : (firsts.get(percent) ?? null));
  };
  const overall = rankIn(bodies);
  const kinds = new Map([...byKind].map(([kind, own]) => [kind, rankIn(own)]));
  return rows.map((row) => ({
    ...row,
    rank: row.isBody ? overall(row.rate.percent) : null,
    rankOfKind: kinds.get(row.kind)?.(row.rate.percent) ?? null,
  }));
}

/** As Excel rounds: on fifteen digits of the rate that the cell holds. */
function bar(percent: number | null): string {
  if (percent === null) return '';
  return '█'.repeat(Math.round(Number((Number((percent / 100).toFixed(4)) * BAR).toPrecision(15))));
}

/** Ranges over the bodies; groups stand below them. */
export function unitNames(heading: readonly SheetCell[], units: number): Record<string, string> {
  const first = firstRow(heading);
  return {
    DV_Ten: columnRange(UNITS, 2, first, units),
    DV_Khoi: columnRange(UNITS, 3, first, units),
    DV_DaBaoCao: columnRange(UNITS, 5, first, units),
    DV_TyLe: columnRange(UNITS, RATE, first, units),
  };
}

export interface UnitSheet {
  readonly sheet: Sheet;
  readonly names: Readonly<Record<string, string>>;
  /** Row of the first body that reported; null where none did. */
  readonly reported: number | null;
  /** Those of the lowest rates among the bodies that reported. */
  readonly lowest: Lowest | null;
}

export function unitSheet(
  input: SummaryInput,
  heading: readonly SheetCell[],
  index: DetailIndex,
  label: UnitLabel,
): UnitSheet {
  const first = firstRow(heading);
  const units = ranked(input);
  const end = first + units.length;
  const row = (i: number): readonly SheetCell[] => {
    const unit = units[i];
    return unit ? unitRow(unit, first + i, input, index, label) : totalRow(input, first, end, index);
  };
  const rows = rowsOf(units.length === 0 ? 0 : units.length + 1, row);
  const rate = columnLetter(RATE);
  const told = units.findIndex((u) => u.reported);
  return {
    names: unitNames(heading, units.filter((u) => u.isBody).length),
    reported: told < 0 ? null : first + told,
    sheet: {
      name: UNITS,
      heading,
      columns: [
        { key: 'rank', header: 'Hạng chung', width: 7, wrap: true },
        { key: 'unit', header: 'Cơ quan, đơn vị', width: 28, wrap: true },
        { key: 'kind', header: 'Khối', width: 18, wrap: true },
        { key: 'rankOfKind', header: 'Hạng trong khối', width: 7, wrap: true },
        { key: 'reported', header: 'Đã báo cáo', width: 7, wrap: true },
        ...COUNT_COLUMNS,
        ...comparedColumns(input),
        { key: 'bar', header: 'Biểu đồ tỷ lệ (mỗi ô 5%)', width: 15 },
      ],
      rows,
      autoFilter: true,
      freezeColumns: 2,
      conditional:
        rows.length > 0
          ? [
              { range: `E${first}:E${end - 1}`, formula: `$E${first}="Chưa"`, style: 'warn' },
              {
                range: `${rate}${first}:${rate}${end - 1}`,
                formula: `AND(ISNUMBER($${rate}${first}),$${rate}${first}<$${rate}$${end})`,
                style: 'warn',
              },
            ]
          : [],
      orientation: 'landscape',
    },
    lowest: lowestOf(toldOf(units, label)),
  };
}

function unitRow(
  { unit, kind, isBody, reported, counts, rate, rank, rankOfKind }: UnitRow,
  row: number,
  input: SummaryInput,
  index: DetailIndex,
  label: UnitLabel,
): readonly SheetCell[] {
  const at = `${columnLetter(RATE)}${row}`;
  const ifRated = (formula: string): string => `IF(ISNUMBER(${at}),${formula},"")`;
  const place = (formula: string, value: number | null): SheetCell =>
    isBody ? formulaCell(ifRated(formula), value ?? '', 'center') : cell('', 'center');
  return [
    place(`RANK(${at},DV_TyLe)`, rank),
    cell(label(unit)),
    cell(kind),
    place(`COUNTIFS(DV_Khoi,$C${row},DV_TyLe,">"&${at})+1`, rankOfKind),
    cell(isBody ? (reported ? 'Có' : 'Chưa') : '', 'center'),
    ...countRow(
      {
        ...{ row, start: START, counts },
        formula: (s) => countDetail([['CT_DonVi', `$B${row}`]], s),
        link: (s, n) => index.ofUnit(unit, s, n),
      },
      input,
    ),
    ...comparedCells(unit, row, input),
    formulaCell(ifRated(`REPT("█",ROUND(${at}*${BAR},0))`), bar(rate.percent), 'bar'),
  ];
}

function totalRow(input: SummaryInput, first: number, end: number, index: DetailIndex): readonly SheetCell[] {
  const { counts, judgements, reporting } = input.evaluation;
  const reported = new Set(reporting.reported);
  const told = new Set(judgements.map((j) => j.obligation.unit).filter((u) => reported.has(u))).size;
  const formula = (s: (typeof STATUSES)[number]): string => sumAbove(s, START, first, end);
  const link = index.ofStatus;
  return [
    cell('', 'total'),
    cell('Tổng cộng', 'total'),
    cell('', 'total'),
    cell('', 'total'),
    formulaCell('COUNTIF(DV_DaBaoCao,"Có")', told, 'total'),
    ...countRow({ row: end, start: START, counts: counts.byObligation, formula, link, total: true }, input),
    ...comparedColumns(input).map(() => cell('', 'total')),
    cell('', 'total'),
  ];
}

/** How each body stood in the last period; a merged one is set beside the sum of those it came from. */
function comparedColumns({ comparison }: SummaryInput): readonly SheetColumn[] {
  if (comparison === null) return [];
  return [
    { key: 'before', header: `Tỷ lệ, ${comparison.then.name}`, width: 9, wrap: true },
    { key: 'change', header: 'Tăng, giảm tỷ lệ (điểm phần trăm)', width: 9, wrap: true },
    { key: 'movement', header: 'Số bậc tăng, giảm trong khối', width: 8, wrap: true },
    ...(changes(comparison).reasons ? [{ key: 'whyNot', header: 'Vì sao không so sánh', width: 24, wrap: true }] : []),
  ];
}

function comparedCells(unit: string, row: number, { comparison }: SummaryInput): readonly SheetCell[] {
  if (comparison === null) return [];
  const { byUnit, reasons } = changes(comparison);
  const change = byUnit.get(unit);
  const before = change?.then?.rate.percent ?? null;
  const [now, then] = [columnLetter(RATE), columnLetter(RATE + 1)].map((c) => `${c}${row}`);
  const points = change?.points ?? null;
  return [
    cell(before === null ? null : Number((before / 100).toFixed(4)), 'percent'),
    points === null
      ? cell(null, 'decimal')
      : formulaCell(`ROUND((${now}-${then})*100,2)`, Number(points.toFixed(2)), 'decimal'),
    cell(change?.movement?.up ?? null, 'integer'),
    ...(reasons ? [cell(change ? reasonNot(change, comparison) : '')] : []),
  ];
}

/** Why the body stands alone; empty where that holds for all and is said on the first sheet. */
function reasonNot({ whyNot }: UnitChange, { byObligation }: Comparison): string {
  return whyNot === null || whyNot === byObligation.whyNot ? '' : WHY_NOT_TEXTS[whyNot];
}

interface Changes {
  readonly byUnit: ReadonlyMap<string, UnitChange>;
  /** Some body has a reason of its own not to be set beside its past. */
  readonly reasons: boolean;
}

const known = new WeakMap<Comparison, Changes>();

/** The changes by unit, gathered once for a comparison. */
function changes(comparison: Comparison): Changes {
  const found = known.get(comparison) ?? {
    byUnit: new Map(comparison.units.map((u) => [u.unit, u])),
    reasons: comparison.units.some((change) => reasonNot(change, comparison) !== ''),
  };
  known.set(comparison, found);
  return found;
}

/** Bodies that reported and have a rate, in the order of the sheet. */
const toldOf = (units: readonly UnitRow[], label: UnitLabel): readonly Told[] =>
  units.flatMap(({ unit, reported, rate, counts }) =>
    reported && rate.percent !== null
      ? [{ unit, label: label(unit), rate: Number((rate.percent / 100).toFixed(4)), overdue: counts.overdue }]
      : [],
  );
