/** One rank of a body everywhere: report and dashboard, workbook, export; a group that names nobody has none. */

import { exportData } from '../../src/report/export/data';
import { summaryInput } from '../../src/app/outputs';
import { rateOf } from '../../src/figures/evaluation';
import { rankUnits } from '../../src/report/ranking';
import { summaryWorkbook } from '../../src/report/summary';
import { shortName } from '../../src/report/wording';
import { evaluationFor, planData, requestFor, sampleEvents } from '../support/hanoi';

const HEADERS = ['Cơ quan, đơn vị', 'Khối', 'Hạng trong khối'] as const;

describe.each([
  ['hanoi-cchc-2026', '2026-Q1', 'bodies only'],
  ['hcmc-cchc-2024', '2024-H1', 'groups too'],
])('%s, %s, %s', (plan, period, owed) => {
  const data = planData(plan);
  const request = requestFor(data, period, sampleEvents(data, period, 11));
  const evaluation = evaluationFor(data, request);
  const blocks = rankUnits(evaluation, data.registry, (counts) => rateOf(counts, request.rules));
  const isBody = (unit: string): boolean => data.registry.unit(unit) !== undefined;
  const expected = new Map(
    blocks.flatMap((b) => b.units.map((u) => [u.unit, [isBody(u.unit) ? b.name : 'Nhóm cơ quan', u.rank]] as const)),
  );

  it('has bodies with a rank, and every group without one', () => {
    const ranks = blocks.flatMap((b) => b.units);
    expect(ranks.filter((u) => u.rank !== null).length).toBeGreaterThan(20);
    expect(ranks.filter((u) => u.rank !== null && !isBody(u.unit))).toEqual([]);
    expect(ranks.some((u) => !isBody(u.unit))).toBe(owed === 'groups too');
  });

  it('in the workbook', () => {
    const { sheets } = summaryWorkbook(summaryInput(data, request, { evaluation, comparisons: [] }));
    const sheet = sheets.find((s) => s.name === 'Theo đơn vị');
    const columns = HEADERS.map((header) => sheet?.columns.findIndex((c) => c.header === header) ?? -1);
    const rows = [...(sheet?.rows ?? [])].slice(0, -1).map((row) => columns.map((at) => row[at]?.value));
    const names = new Map([...expected].map(([unit, place]) => [shortName(unit, data.registry), place]));
    expect(rows.map(([name, kind, rank]) => [name, [kind, rank === '' ? null : rank]])).toEqual(
      rows.map(([name]) => [name, names.get(String(name))]),
    );
  });

  it('in the export', () => {
    const { indicators, registry } = data;
    const { units } = exportData({ evaluation, registry, indicators, rules: request.rules, submissions: [] });
    expect(units.map((u) => [u.unit, u.rank])).toEqual(units.map((u) => [u.unit, expected.get(u.unit)?.[1]]));
  });
});
