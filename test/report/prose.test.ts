/** What the reports say of some facts: sentences that a reader would act upon. */

import type { LedgerEvent } from '../../src/ledger/events';
import { documentOf, sectionOf } from '../support/documents';
import { planData, requestFor, sampleEvents } from '../support/hanoi';

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
