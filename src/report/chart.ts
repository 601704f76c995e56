/**
 * A chart as plain data: what it shows and of what, nothing of how it is drawn. The page and the Word file draw from
 * the same one, and a table beside it holds the same figures.
 */

export interface ChartSeries {
  readonly label: string;
  readonly values: readonly number[];
  /** Its place among all series there might be: it keeps its colour when others are left out. */
  readonly place?: number;
}

export interface Chart {
  readonly id: string;
  /** `bars`: lying, one a category; `columns`: standing. Both stack their series. */
  readonly kind: 'bars' | 'columns';
  readonly title: string;
  /** What the values count: "nhiệm vụ", "đơn vị". */
  readonly unit: string;
  readonly categories: readonly string[];
  /** As many values each as there are categories. */
  readonly series: readonly ChartSeries[];
}

/** The chart in words, for those who cannot see it: every category with the values that are not 0. */
export function chartText({ categories, series, unit }: Chart, format: (value: number) => string): string {
  const of = (index: number): string =>
    series
      .filter(({ values }) => (values[index] ?? 0) > 0)
      .map(({ label, values }) => `${label} ${format(values[index] as number)} ${unit}`)
      .join(', ') || `0 ${unit}`;
  return categories.map((category, index) => `${category}: ${of(index)}`).join('. ');
}
