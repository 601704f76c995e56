/** What the reports say of some facts: sentences that a reader would act upon. */

import type { LedgerEvent } from '../../src/ledger/events';
import { totalOf } from '../../src/figures/evaluation';
import { owingUnits } from '../../src/obligations/fan-out';
import { documentOf, sectionOf } from '../support/documents';
import { evaluationFor, planData, requestFor, sampleEvents } from '../support/hanoi';

const hanoi = planData();

const ahead = async (period: string, events: readonly LedgerEvent[], unit: string | null): Promise<readonly string[]> =>
  sectionOf(await documentOf(hanoi, requestFor(hanoi, period, events), unit), 'PHƯƠNG HƯỚNG');

/** The days that the items of a list name as their last. */
const daysIn = (list: string | undefined): readonly string[] =>
  [...(list ?? '').matchAll(/thời hạn (\d\d)\/(\d\d)\/(\d{4})/g)].map(([, day, month, year]) =>
    [year, month, day].join('-'),
  );

describe('phương hướng', () => {
  it('a year’s report leaves what is due on its last days to the year that ends', async () => {
    const said = await ahead('2026-Y', sampleEvents(hanoi, '2026-Y', 5), null);
    const at = said.findIndex((text) => /^Từ nay đến hết năm 2026, hoàn thành \d+ nội dung đến hạn:$/.test(text));
    const days = daysIn(said[at + 1]);
    expect(days.length).toBeGreaterThan(3);
    expect(days.filter((day) => day < '2026-12-15' || day > '2026-12-31')).toEqual([]);
    expect(said.filter((text) => text.startsWith('Trong năm 2027'))).toEqual([]);
  });

  it('a quarter’s report parts what is due before the next quarter begins from what is due in it', async () => {
    const said = await ahead('2026-Q1', [], null);
    const lists = ['Từ nay đến hết tháng 3 năm 2026, hoàn thành', 'Trong quý II năm 2026 (đến hết ngày 30 tháng 6'].map(
      (begin) => daysIn(said[said.findIndex((text) => text.startsWith(begin)) + 1]),
    );
    const [rest = [], next = []] = lists;
    expect([rest.length, next.length].every((n) => n > 0)).toBe(true);
    expect(rest.filter((day) => day < '2026-03-15' || day > '2026-03-31')).toEqual([]);
    expect(next.filter((day) => day < '2026-04-01' || day > '2026-06-30')).toEqual([]);
  });
});

describe('nhiệm vụ chưa hoàn thành', () => {
  const theme = planData('hcmc-theme-2022');
  const request = requestFor(theme, '2022-H1', sampleEvents(theme, '2022-H1', 5));
  const units = owingUnits(theme.plan, theme.registry, request.period.window.to);
  const openOf = (unit: string | null): number => {
    const { counts, rate } = evaluationFor(theme, request, unit);
    return totalOf(counts.byTask) - counts.byTask.cancelled - counts.byTask['not-triggered'] - rate.byTask.done;
  };

  it('are counted where they have no day in the time ahead, with those overdue among them', async () => {
    const events = sampleEvents(hanoi, '2026-Y', 5);
    const { overdue } = evaluationFor(hanoi, requestFor(hanoi, '2026-Y', events)).counts.byTask;
    expect((await ahead('2026-Y', events, null))[0]).toMatch(
      new RegExp(
        `^Tiếp tục thực hiện \\d+ nhiệm vụ chưa hoàn thành, trong đó khắc phục dứt điểm ${overdue} nhiệm vụ đã`,
      ),
    );
    const said = sectionOf(await documentOf(theme, request), 'PHƯƠNG HƯỚNG');
    expect(openOf(null)).toBeGreaterThan(10);
    expect(said).toEqual([`Tiếp tục thực hiện ${openOf(null)} nhiệm vụ chưa hoàn thành.`]);
  });

  it('are not said of a body that has none', async () => {
    const [open, none] = [units.find((u) => openOf(u) > 0), units.find((u) => openOf(u) === 0)];
    if (!open || !none) throw new Error('the sample has no such bodies');
    const said = async (unit: string): Promise<readonly string[]> =>
      sectionOf(await documentOf(theme, request, unit), 'PHƯƠNG HƯỚNG');
    expect((await said(open))[0]).toBe(`Tiếp tục thực hiện ${openOf(open)} nhiệm vụ chưa hoàn thành.`);
    expect(await said(none)).toEqual(['Không có nhiệm vụ đến hạn trong kỳ tới.']);
  });
});
