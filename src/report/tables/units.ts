/** Annex of units in order of rank, block by block: who reported, how much each had to do and did. Of a city only. */

import { totalOf, type Counts } from '../../figures/evaluation';
import { formatInteger } from '../../i18n/format';
import { KNOWN_LABELS } from '../../i18n/submissions';
import type { Row, Table } from '../document';
import { rankUnits } from '../ranking';
import type { ViewInput } from '../view';
import { shortName } from '../wording';
import { numberCell as number, rateCell, sumOf } from './cells';

const COLUMNS = 8;

export function unitTable(input: ViewInput): Table {
  const { evaluation, registry } = input;
  const reported = new Set(evaluation.reporting.reported);
  const cells = (key: string, counts: Counts): Row['cells'] => {
    const rate = input.rateOf(counts);
    return [
      number(totalOf(counts), `unit/${key}/total`),
      number(rate.done, `unit/${key}/done`),
      number(counts.overdue, `unit/${key}/overdue`),
      number(sumOf(counts, ['not-triggered', 'cancelled']), `unit/${key}/left-out`),
      rateCell(rate, `unit/${key}/rate`),
    ];
  };
  const rows = rankUnits(evaluation, registry, input.rateOf).flatMap(({ name, units }): readonly Row[] => [
    { kind: 'group', cells: [{ text: name, span: COLUMNS }] },
    ...units.map(({ unit, rank, counts }): Row => ({
      kind: 'data',
      cells: [
        { text: rank === null ? '-' : formatInteger(rank) },
        { text: shortName(unit, registry) },
        { text: KNOWN_LABELS[`${reported.has(unit)}`] },
        ...cells(unit, counts),
      ],
    })),
  ]);
  const total: Row = {
    kind: 'total',
    cells: [
      { text: '' },
      { text: 'Tổng cộng' },
      number(reported.size, 'reporting/reported'),
      ...cells('all', evaluation.counts.byObligation),
    ],
  };
  return {
    id: 'units',
    caption: null,
    columns: [
      { key: 'rank', title: 'Hạng', weight: 7, align: 'center' },
      { key: 'unit', title: 'Cơ quan, đơn vị', weight: 33, align: 'left' },
      { key: 'reported', title: 'Số liệu của kỳ', weight: 11, align: 'center' },
      { key: 'total', title: 'Số phần việc', weight: 9, align: 'right' },
      { key: 'done', title: 'Đã hoàn thành, có kết quả', weight: 11, align: 'right' },
      { key: 'overdue', title: 'Quá hạn chưa hoàn thành', weight: 11, align: 'right' },
      { key: 'left-out', title: 'Chưa phát sinh, dừng', weight: 10, align: 'right' },
      { key: 'rate', title: 'Tỷ lệ hoàn thành', weight: 10, align: 'right' },
    ],
    rows: rows.length > 0 ? [...rows, total] : [],
    numberColumns: true,
  };
}
