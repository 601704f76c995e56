/** What the summary workbook says of the last period: the change where one can be said, else the reason and no number. */

import { comparisonsOf } from '../../../src/app/comparison';
import { summaryInput } from '../../../src/app/outputs';
import type { Comparison } from '../../../src/figures/comparison';
import { WHY_NOT_TEXTS } from '../../../src/i18n/comparison';
import { summaryWorkbook } from '../../../src/report/summary';
import type { SheetCell } from '../../../src/report/workbook';
import { evaluationFor, planData, requestFor, sampleEvents } from '../../support/hanoi';

const data = planData();
const request = requestFor(data, '2026-H1', [
  ...sampleEvents(data, '2026-Q1', 4),
  ...sampleEvents(data, '2026-H1', 5).map((e) => ({ ...e, seq: e.seq + 100_000 })),
]);
const evaluation = evaluationFor(data, request);
const made = comparisonsOf(data, request, evaluation).lastPeriod as Comparison;

interface Shown {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

function shown(sheet: string, comparison: Comparison): Shown {
  const workbook = summaryWorkbook(summaryInput(data, request, { evaluation, comparisons: [comparison] }));
  const found = workbook.sheets.find((s) => s.name === sheet);
  return { headers: found?.columns.map((c) => c.header) ?? [], rows: [...(found?.rows ?? [])] };
}

const cellAt = ({ headers, rows }: Shown, row: number, header: string): SheetCell | undefined =>
  rows[row]?.[headers.indexOf(header)];

describe('the first sheet', () => {
  it('sets the headline beside the last period, with the change as a live formula', () => {
    const overview = shown('Tổng quan', made);
    expect(overview.rows[0]?.[0]?.value).toBe('Số liệu chính');
    expect(cellAt(overview, 1, 'Số nhiệm vụ, quý I năm 2026')?.value).toBe(made.byTask.then?.total);
    expect(cellAt(overview, 2, 'Tăng, giảm số nhiệm vụ')).toMatchObject({
      value: made.byTask.now.rate.done - (made.byTask.then?.rate.done ?? 0),
      formula: expect.stringContaining('ROUND(') as string,
    });
  });

  it('shows the change of a rate in percentage points, without a percent sign', () => {
    const row = shown('Tổng quan', made).rows[4];
    expect(row?.[0]?.value).toBe('Tỷ lệ hoàn thành (tăng, giảm: điểm phần trăm)');
    expect(row?.[4]).toMatchObject({
      value: made.byTask.points,
      style: 'decimal',
      formula: expect.stringContaining('*100,2)') as string,
    });
  });

  it('says why, and shows no change, where the two cannot be set side by side', () => {
    const barred = { ...made.byTask, points: null, whyNot: 'new-plan' } as const;
    const overview = shown('Tổng quan', { ...made, byTask: barred, byObligation: { ...made.byObligation, ...barred } });
    expect(overview.rows[0]?.[0]?.value).toBe(
      `Số liệu chính; không so sánh với quý I năm 2026: ${WHY_NOT_TEXTS['new-plan']}`,
    );
    expect(cellAt(overview, 1, 'Số nhiệm vụ, quý I năm 2026')?.value).toBe(made.byTask.then?.total);
    for (const header of ['Tăng, giảm số nhiệm vụ', 'Tăng, giảm số phần việc'])
      expect(cellAt(overview, 2, header)).toMatchObject({ value: null });
  });
});

describe('the sheet of the units', () => {
  const REASON = 'Vì sao không so sánh';

  it('gives the change of the rate in percentage points', () => {
    const sheet = shown('Theo đơn vị', made);
    const changes = sheet.rows.map((_, row) => cellAt(sheet, row, 'Tăng, giảm tỷ lệ (điểm phần trăm)'));
    const told = changes.filter((c) => c?.formula !== undefined);
    expect(told.length).toBeGreaterThan(0);
    for (const c of told) expect([c?.style, c?.formula]).toEqual(['decimal', expect.stringContaining('*100,2)')]);
  });

  it('has no column of reasons while every body is compared', () => {
    const units = made.units.map((u) => ({ ...u, whyNot: null }));
    expect(shown('Theo đơn vị', { ...made, units }).headers).not.toContain(REASON);
  });

  it('gives its own reason to a body that stands alone, and to no other', () => {
    const [first, ...others] = made.units;
    const units = [
      { ...first, points: null, then: null, movement: null, whyNot: 'new-body' } as Comparison['units'][number],
      ...others.map((u) => ({ ...u, whyNot: null })),
    ];
    const sheet = shown('Theo đơn vị', { ...made, units });
    const reasons = sheet.rows.map((_, row) => cellAt(sheet, row, REASON)?.value ?? '').filter((text) => text !== '');
    expect(reasons).toEqual([WHY_NOT_TEXTS['new-body']]);
  });
});
