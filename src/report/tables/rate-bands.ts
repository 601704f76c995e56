/** Table of how many units stand at which rate: the figures of the chart beside it. */

import type { Chart } from '../chart';
import { bandChart } from '../charts';
import type { Row, Table } from '../document';
import { rankUnits } from '../ranking';
import type { ViewInput } from '../view';
import { numberCell } from './cells';

export function rateBandChart({ evaluation, registry, rateOf }: ViewInput): Chart | null {
  return bandChart(rankUnits(evaluation, registry, rateOf));
}

export function rateBandTable(input: ViewInput): Table {
  const chart = rateBandChart(input);
  const { categories, series } = chart ?? { categories: [], series: [] };
  const total = (values: readonly number[]): number => values.reduce((sum, n) => sum + n, 0);
  const row = (title: string, values: readonly number[], kind: Row['kind'], key: string): Row => ({
    kind,
    cells: [
      { text: title },
      ...values.map((n, i) => numberCell(n, `bands/${key}/${i}`)),
      numberCell(total(values), `bands/${key}/total`),
    ],
  });
  const rows = categories.map((category, i) =>
    row(
      category,
      series.map((s) => s.values[i] ?? 0),
      'data',
      String(i),
    ),
  );
  const sums = series.map((s) => total(s.values));
  return {
    id: 'rate-bands',
    caption: null,
    columns: [
      { key: 'band', title: 'Tỷ lệ hoàn thành phần việc', weight: 30, align: 'left' },
      ...series.map(({ label }, i) => ({ key: `block-${i}`, title: label, weight: 18, align: 'right' as const })),
      { key: 'total', title: 'Tổng cộng', weight: 14, align: 'right' },
    ],
    rows: rows.length > 0 ? [...rows, row('Tổng cộng', sums, 'total', 'all')] : [],
    numberColumns: false,
  };
}
