/** Annex of units: who reported, how much each had to do and did. Only in a city's report. */

import { count, totalOf, type Counts } from '../../figures/evaluation';
import type { Judgement } from '../../obligations/status';
import type { Row, Table } from '../document';
import type { ViewInput } from '../view';
import { shortName } from '../wording';
import { numberCell as number, rateCell, sumOf } from './cells';

export function unitTable(input: ViewInput): Table {
  const { evaluation, registry } = input;
  const byUnit = new Map<string, Judgement[]>();
  for (const j of evaluation.judgements) byUnit.set(j.obligation.unit, [...(byUnit.get(j.obligation.unit) ?? []), j]);
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
  const rows = [...byUnit].map(([unit, own], index): Row => ({
    kind: 'data',
    cells: [
      { text: String(index + 1) },
      { text: shortName(unit, registry) },
      { text: reported.has(unit) ? 'Đã gửi' : 'Chưa gửi' },
      ...cells(unit, count(own.map((j) => j.status))),
    ],
  }));
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
      { key: 'no', title: 'STT', weight: 7, align: 'center' },
      { key: 'unit', title: 'Cơ quan, đơn vị', weight: 33, align: 'left' },
      { key: 'reported', title: 'Báo cáo của kỳ', weight: 11, align: 'center' },
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
