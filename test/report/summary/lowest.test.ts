/** The lowest rates among the bodies that reported: lowest first, nothing where nobody reported, a title that says whom it counts. */

import { lowestChart, lowestOf, type Told } from '../../../src/report/summary/lowest';

const bodies = (count: number): readonly Told[] =>
  Array.from({ length: count }, (_, i) => ({ unit: `u${i}`, label: `Xã ${i}`, rate: 1 - i / 100, overdue: i }));

it('is nothing where nobody reported', () => {
  expect(lowestOf([])).toBeNull();
});

it('shows all bodies where they are few', () => {
  const lowest = lowestOf(bodies(3));
  expect(lowest?.title).toBe('Tỷ lệ hoàn thành của các cơ quan, đơn vị đã báo cáo');
  expect(lowest?.bodies.map((b) => b.unit)).toEqual(['u2', 'u1', 'u0']);
});

it('shows the twenty lowest of many, and says so', () => {
  const lowest = lowestOf(bodies(30));
  expect(lowest?.title).toBe('20 cơ quan, đơn vị có tỷ lệ hoàn thành thấp nhất trong số đã báo cáo');
  expect([lowest?.bodies.length, lowest?.bodies[0]?.unit, lowest?.bodies.at(-1)?.unit]).toEqual([20, 'u29', 'u10']);
});

it('draws the cells of its table', () => {
  const chart = lowestChart(lowestOf(bodies(2)) as NonNullable<ReturnType<typeof lowestOf>>, 'Tổng quan', 30);
  expect(chart.categories).toEqual({ ref: "'Tổng quan'!$A$30:$A$31", values: ['Xã 1', 'Xã 0'] });
  expect(chart.series[0]?.values).toEqual({ ref: "'Tổng quan'!$B$30:$B$31", values: [0.99, 1] });
  expect(chart.series[0]?.name.ref).toBe("'Tổng quan'!$B$29");
});
