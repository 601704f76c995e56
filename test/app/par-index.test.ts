/**
 * Guards `par-index` over a plan: the report's figure and the figure of 31/12 are both there and differ by what fell
 * due or was done in between; reports of the year are those of the board; the text names what lost points.
 */

import { parIndexOf, type ParIndex } from '../../src/app/par-index';
import { parIndexJson, parIndexText } from '../../src/app/par-index-text';
import { parIndexSchema, type ParIndexFile } from '../../src/figures/par-index/schema';
import type { LedgerEvent } from '../../src/ledger/events';
import { submittedFact, taskFact, instant, ledgerOf } from '../fixtures/events';
import { evaluationFor, LATER, opened, planData, requestFor } from '../support/hanoi';
import { readJson } from '../support/data';

const data = planData();
const table: ParIndexFile = parIndexSchema.parse(readJson('data', 'par-index', 'mau.json'));
const UNIT = 'so-noi-vu';
const own = (fact: object): object => ({ ...fact, plan: data.plan.id });

function indexOf(events: readonly LedgerEvent[], period: string, unit: string | null, asOf = LATER): ParIndex {
  const index = parIndexOf(data, table, events, { ...opened(data, period), asOf, unit }).value;
  if (!index) throw new Error('no index');
  return index;
}

/** Work of the unit that is due on the year's last day: open at the cut-off of 14/12, due on 31/12. */
const lastDay = evaluationFor(data, requestFor(data, '2026-Y', []), UNIT).judgements.find(
  (j) => j.due === '2026-12-31' && j.status === 'not-due',
);

describe('the two figures of a year', () => {
  const { task, no } = lastDay?.obligation.part ?? { task: { id: '' }, no: 0 };
  const events = ledgerOf([own(taskFact(UNIT, task.id, 'completed', '2026-12-20', { part: no }))] as never);
  const [cutOff, yearEnd] = indexOf(events, '2026-Y', UNIT).units[0]?.snapshots ?? [];
  const shareOf = (s: typeof cutOff): unknown => s?.score.criteria[0]?.evidence;

  it('are of 14/12 and of 31/12', () => {
    expect([cutOff?.on, yearEnd?.on]).toEqual(['2026-12-14', '2026-12-31']);
    expect([cutOff?.id, yearEnd?.id]).toEqual(['cut-off', 'year-end']);
  });

  it('what was done on 20/12 and due on 31/12 counts in the second alone', () => {
    expect(lastDay).toBeDefined();
    const [before, after] = [shareOf(cutOff), shareOf(yearEnd)] as { share: { done: number; of: number } }[];
    expect(before?.share.done).toBe(0);
    expect(after?.share.done).toBe(1);
    expect(after?.share.of).toBeGreaterThan(before?.share.of ?? Infinity);
  });

  it('a shorter period has the figure of its cut-off alone', () => {
    expect(indexOf(events, '2026-Q1', UNIT).units[0]?.snapshots.map((s) => s.on)).toEqual(['2026-03-14']);
  });

  it('a day that has not passed is preliminary', () => {
    const snapshots = indexOf(events, '2026-Y', UNIT, instant('2026-12-16T00:00:00+07:00')).units[0]?.snapshots;
    expect(snapshots?.map((s) => s.preliminary)).toEqual([false, true]);
  });
});

describe('reports of the year', () => {
  const sent = (on: string): LedgerEvent[] => [
    ...ledgerOf([own({ ...submittedFact(UNIT, '2026-Q1'), occurredOn: on })] as never),
  ];
  const evidence = (
    events: readonly LedgerEvent[],
    asOf: string,
  ): { reports: readonly { failed: unknown }[]; pending: number } =>
    indexOf(events, '2026-Q1', UNIT, instant(asOf)).units[0]?.snapshots[0]?.score.criteria[1]?.evidence as never;

  it('one that is not due yet is not counted', () => {
    const { reports, pending } = evidence([], '2026-03-15T08:00:00+07:00');
    expect(pending).toBe(reports.length);
    expect(reports.length).toBeGreaterThan(0);
  });

  it('one that was never sent fails every test', () => {
    const { reports } = evidence([], '2026-04-01T08:00:00+07:00');
    for (const report of reports) expect(report.failed).toEqual(['submitted', 'complete', 'on-time']);
  });

  it('one that was sent late and says nothing fails the tests of content and time', () => {
    const { reports } = evidence(sent('2026-03-25'), '2027-01-02T08:00:00+07:00');
    expect(reports[0]?.failed).toEqual(['complete', 'on-time']);
  });
});

describe('what is printed', () => {
  const index = indexOf([], '2026-Y', UNIT);

  it('says that the table is a sample, its ground, and each loss with its day', () => {
    const text = parIndexText(index, data.registry, data.instruments);
    expect(text).toMatch(/BẢNG ĐIỂM MẪU: không phải bảng điểm của Chỉ số cải cách hành chính/);
    expect(text).toMatch(/Phụ lục 3 Quy định số 11-QĐ\/TU/);
    expect(text).toMatch(
      /NV Nhiệm vụ được giao hoàn thành đúng hạn: 0\/10 điểm; 0\/\d+ phần việc, đạt 0,00%: mức từ 0%/,
    );
    expect(text).toMatch(/- nhiệm vụ \S+, phần \d+: Quá hạn chưa hoàn thành, hạn \d\d\/\d\d\/2026, chậm \d+ ngày/);
    expect(text).toMatch(/- báo cáo quý I năm 2026 \(.+\): chưa gửi; hạn \d\d\/03\/2026/);
    expect(text).not.toMatch(/undefined|NaN| {2}\S+ {2}/);
  });

  it('as JSON gives every criterion its reason and its ground', () => {
    const json = parIndexJson(index, data.instruments) as {
      table: { sample: boolean };
      units: { snapshots: { criteria: { reason: string; basis: string[]; points: number | null }[] }[] }[];
    };
    expect(json.table.sample).toBe(true);
    for (const criterion of json.units.flatMap((u) => u.snapshots.flatMap((s) => s.criteria))) {
      expect(criterion.reason.length).toBeGreaterThan(10);
      expect(criterion.basis).toHaveLength(1);
    }
  });

  it('of every unit covers each that owes work, once', () => {
    const units = indexOf([], '2026-Q1', null).units.map((u) => u.unit);
    expect(new Set(units).size).toBe(units.length);
    expect(units).toContain(UNIT);
    expect(units.length).toBeGreaterThan(100);
  });
});
