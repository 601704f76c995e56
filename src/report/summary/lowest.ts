/**
 * The bodies with the lowest rates among those that reported, on "Tổng quan": where help is needed. A body that said
 * nothing is left out, for its 0 tells only that nothing came; "Tình hình gửi báo cáo" names it.
 */

import { STATUS_LABELS } from '../../i18n/statuses';
import { rowsOf, type SheetCell } from '../workbook';
import type { PlacedLater } from './areas';
import { cell, cellRef, columnRange, formulaCell } from './cells';
import { countDetail } from './count-row';
import type { DetailIndex } from './detail-index';

/** More bodies than this do not fit one chart. */
const MOST = 20;
const RATE_HEADER = 'Tỷ lệ hoàn thành';

/** A body that reported and owes something. */
export interface Told {
  readonly unit: string;
  readonly label: string;
  /** The rate as its cell holds it. */
  readonly rate: number;
  readonly overdue: number;
}

export interface Lowest {
  readonly title: string;
  /** The lowest rate first. */
  readonly bodies: readonly Told[];
}

/** The lowest of `told`, which go from the highest rate to the lowest; null where nobody reported. */
export function lowestOf(told: readonly Told[]): Lowest | null {
  if (told.length === 0) return null;
  const bodies = told.slice(-MOST).reverse();
  const title =
    told.length <= MOST
      ? 'Tỷ lệ hoàn thành của các cơ quan, đơn vị đã báo cáo'
      : `${MOST} cơ quan, đơn vị có tỷ lệ hoàn thành thấp nhất trong số đã báo cáo`;
  return { title, bodies };
}

/** The table under its title: name, rate, and what is overdue; `first` is the row of the first body. */
export function lowestRows({ bodies }: Lowest, first: number, index: DetailIndex): readonly (readonly SheetCell[])[] {
  const header = ['Cơ quan, đơn vị đã báo cáo', RATE_HEADER, STATUS_LABELS.overdue].map((t) => cell(t, 'header'));
  const rows = rowsOf(bodies.length, (i) => {
    const { unit, label, rate, overdue } = bodies[i] as Told;
    const own = `$A${first + i}`;
    const link = index.ofUnit(unit, 'overdue', overdue);
    return [
      cell(label),
      formulaCell(`INDEX(DV_TyLe,MATCH(${own},DV_Ten,0))`, rate, 'percent'),
      {
        ...formulaCell(countDetail([['CT_DonVi', own]], 'overdue'), overdue, link.link ? 'countLink' : 'integer'),
        ...link,
      },
    ];
  });
  return [header, ...rows];
}

/** Bars of the rates of the table. */
export function lowestChart({ title, bodies }: Lowest, sheet: string, first: number): PlacedLater {
  const range = (column: number): string => columnRange(sheet, column, first, bodies.length);
  return {
    title,
    alt: `Thanh ngang: ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}, xếp từ thấp lên cao; số liệu ở trang ${sheet}.`,
    kind: 'bars',
    categories: { ref: range(1), values: bodies.map((b) => b.label) },
    format: 'percent',
    series: [
      {
        name: { ref: cellRef(sheet, 2, first - 1), values: [RATE_HEADER] },
        values: { ref: range(2), values: bodies.map((b) => b.rate) },
        tone: 'first',
      },
    ],
  };
}
