/**
 * Guards what `periods` answers: the JSON of the contract with the windows and send dates of 2026 to the day, every
 * one with the provisions it stands on, and the same for a person to read.
 */

import { periodsJson, periodsText } from '../../src/app/periods';
import { findPeriod, periodsOf } from '../../src/regulation/periods';
import { planData } from '../support/hanoi';

const { regime, instruments } = planData();
const periods = periodsOf(regime, 2026).value ?? [];

interface PeriodJson {
  readonly id: string;
  readonly name: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly cumulative: boolean;
  readonly submissions: readonly {
    readonly channel: string;
    readonly who: readonly string[];
    readonly due: string;
    readonly rule: string;
    readonly basis: readonly string[];
  }[];
  readonly basis: readonly string[];
  readonly printed: boolean;
}
const json = JSON.parse(JSON.stringify(periodsJson(periods, instruments))) as readonly PeriodJson[];

it('windows and send dates of 2026 are those of the plan’s section III', () => {
  expect(json.map((p) => [p.id, p.window.from, p.window.to, p.cumulative, ...p.submissions.map((s) => s.due)])).toEqual(
    [
      ['2026-Q1', '2025-12-15', '2026-03-14', true, '2026-03-18', '2026-03-15'],
      ['2026-H1', '2025-12-15', '2026-06-14', true, '2026-06-18', '2026-06-15'],
      ['2026-Q3', '2026-06-15', '2026-09-14', false, '2026-09-18', '2026-09-15'],
      ['2026-Y', '2025-12-15', '2026-12-14', true, '2026-12-18', '2026-12-15'],
    ],
  );
});

it('each has its name in Vietnamese, its channels, who owes and by which rule', () => {
  expect(json.map((p) => p.name)).toEqual(['quý I năm 2026', '6 tháng đầu năm 2026', 'quý III năm 2026', 'năm 2026']);
  for (const { submissions } of json)
    for (const s of submissions) {
      expect(s.channel).toMatch(/Hệ thống/);
      expect(s.who.length).toBeGreaterThan(0);
      expect(s.rule).toContain(String(Number(s.due.slice(8))));
    }
});

it('stands on provisions, spelled out, and says whether a document prints the year', () => {
  for (const p of json) {
    expect(p.basis[0]).toMatch(/Nghị định số 09\/2019\/NĐ-CP/);
    for (const s of p.submissions) expect(s.basis.join()).toMatch(/Kế hoạch Cải cách hành chính/);
    expect(p.printed).toBe(true);
  }
  const next = periodsOf(regime, 2027).value ?? [];
  expect(periodsJson(next, instruments).map((p) => (p as PeriodJson).printed)).toEqual([false, false, false, false]);
});

it('is read by a person with the same days, written as days are written here', () => {
  const text = periodsText(periods, instruments);
  expect(text).toContain('2026-Q1  quý I năm 2026: chốt số liệu từ 15/12/2025 đến hết 14/03/2026');
  expect(text.match(/gửi /g)).toHaveLength(8);
  expect(text).toContain('18/12/2026');
});

it('an id that the regime does not have is answered with those it has', () => {
  expect(findPeriod(regime, '2026-Q2').diagnostics).toMatchObject([
    { code: 'BC1304', params: { known: '2026-Q1, 2026-H1, 2026-Q3, 2026-Y' } },
  ]);
});
