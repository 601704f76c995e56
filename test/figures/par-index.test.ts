/**
 * Guards the scoring of plan completion and reporting: bands and formula by hand (`par-index-bands.csv`), the year's
 * reports by hand (`par-index-reports.csv`), what is not applicable taken out of the maximum, evidence for every loss.
 */

import fc from 'fast-check';
import { plainDate } from '../../src/calendar/plain-date';
import { scoreOf, scoringOn, type CriterionScore, type OwedReport } from '../../src/figures/par-index';
import {
  parIndexFaults,
  parIndexSchema,
  type ParIndexFile,
  type ReportsCriterion,
  type ScoringVersion,
  type TasksCriterion,
} from '../../src/figures/par-index/schema';
import type { Judgement } from '../../src/obligations/status';
import type { Status } from '../../src/obligations/schema';
import { rules } from '../fixtures/evaluation';
import { readTable, numberIn, oneOf } from '../fixtures/tables';
import { readJson } from '../support/data';

const SHIPPED = parIndexSchema.parse(readJson('data', 'par-index', 'mau.json'));
const [SAMPLE] = SHIPPED.versions as [ScoringVersion];
const [TASKS, REPORTS] = SAMPLE.criteria as [TasksCriterion, ReportsCriterion];

const withCriteria = (...criteria: ScoringVersion['criteria']): ScoringVersion => ({ ...SAMPLE, criteria });
const PROPORTIONAL: TasksCriterion = {
  ...TASKS,
  score: { kind: 'proportional', max: 10, floor: 80, decimals: 2 },
};
const PER_TEST: ReportsCriterion = {
  ...REPORTS,
  score: {
    kind: 'per-test',
    tests: [
      { test: 'submitted', points: 1 },
      { test: 'complete', points: 2 },
      { test: 'on-time', points: 3 },
    ],
  },
};

/** Work with these statuses, one task each. */
function work(statuses: readonly Status[]): readonly Judgement[] {
  return statuses.map((status, i) => {
    const part = { task: { id: String(i + 1) }, no: 1 };
    return { obligation: { part, unit: 'xa-mau-01' }, status, due: null, daysLate: null } as unknown as Judgement;
  });
}

const repeat = (n: number, status: Status): readonly Status[] => Array.from({ length: n }, () => status);

function report(kind: 'ok' | 'late' | 'missing' | 'thin' | 'pending', index: number): OwedReport {
  const due = plainDate('2026-03-18');
  const sent = kind === 'missing' || kind === 'pending' ? null : due;
  return {
    period: `2026-${index}`,
    periodName: 'Kỳ mẫu',
    channel: 'Kênh mẫu',
    main: true,
    due,
    submittedOn: sent,
    daysLate: kind === 'late' ? 2 : kind === 'missing' ? 9 : 0,
    complete: kind === 'ok' || kind === 'late',
    pending: kind === 'pending',
  };
}

function only(version: ScoringVersion, facts: Parameters<typeof scoreOf>[1]): CriterionScore {
  const [criterion] = scoreOf(version, facts, rules()).criteria;
  if (!criterion) throw new Error('no criterion');
  return criterion;
}

const expected = (cell: string | undefined): number | null => (cell === 'n/a' ? null : numberIn(cell));

describe('par-index-bands.csv', () => {
  it.each(readTable('par-index-bands.csv').map((row) => [row['why'] ?? '', row] as const))('%s', (_, row) => {
    const [done, of] = [Number(row['done']), Number(row['of'])];
    const judgements = work([...repeat(done, 'done-on-time'), ...repeat(of - done, 'overdue')]);
    const [bands, formula] = [TASKS, PROPORTIONAL].map((c) => only(withCriteria(c), { judgements, reports: [] }));
    expect([bands?.points, formula?.points]).toEqual([expected(row['bands']), expected(row['proportional'])]);
    expect([bands?.max, bands?.tableMax]).toEqual([of === 0 ? 0 : 10, 10]);
    expect(bands?.evidence).toMatchObject({ kind: 'tasks', share: { done, of } });
  });
});

describe('par-index-reports.csv', () => {
  it.each(readTable('par-index-reports.csv').map((row) => [row['why'] ?? '', row] as const))('%s', (_, row) => {
    const kinds = (row['reports'] ?? '').split(' ').filter(Boolean);
    const reports = kinds.map((k, i) => report(oneOf(['ok', 'late', 'missing', 'thin', 'pending'] as const, k), i));
    const [whole, each] = [REPORTS, PER_TEST].map((c) => only(withCriteria(c), { judgements: [], reports }));
    expect([whole?.points, each?.points]).toEqual([expected(row['allOrNothing']), expected(row['perTest'])]);
    expect(whole?.evidence).toMatchObject({ pending: numberIn(row['pending']) });
  });
});

describe('a score', () => {
  it('what is not applicable reduces the maximum and is no zero', () => {
    const score = scoreOf(SAMPLE, { judgements: work(repeat(2, 'done-on-time')), reports: [] }, rules());
    expect([score.points, score.max, score.tableMax]).toEqual([10, 10, 13]);
    const nothing = scoreOf(SAMPLE, { judgements: [], reports: [] }, rules());
    expect([nothing.points, nothing.max, nothing.criteria.map((c) => c.points)]).toEqual([0, 0, [null, null]]);
  });

  it('names each part of work and each report that keeps points down', () => {
    const judgements = work(['done-on-time', 'overdue', 'done-late', 'not-due', 'cancelled']);
    const reports = [report('ok', 1), report('late', 2), report('missing', 3)];
    const { criteria } = scoreOf(SAMPLE, { judgements, reports }, rules());
    expect(criteria[0]?.evidence).toMatchObject({
      share: { done: 1, of: 3 },
      notDone: [
        { task: '2', status: 'overdue' },
        { task: '3', status: 'done-late' },
      ],
    });
    expect(criteria[1]?.evidence).toMatchObject({
      reports: [{ failed: [] }, { failed: ['on-time'] }, { failed: ['submitted', 'complete', 'on-time'] }],
    });
  });

  it('counts tasks where the table says so: one is done when all its parts are', () => {
    const byTask: TasksCriterion = { ...TASKS, count: 'tasks' };
    const judgements = work(['done-on-time', 'overdue']).map(
      (j) => ({ ...j, obligation: { ...j.obligation, part: { task: { id: '1' }, no: 1 } } }) as unknown as Judgement,
    );
    expect(only(withCriteria(byTask), { judgements, reports: [] }).evidence).toMatchObject({
      share: { done: 0, of: 1 },
    });
  });

  it('looks at the main report alone where the table says so', () => {
    const reports = [report('ok', 1), { ...report('late', 1), main: false }];
    const of = (channels: 'main' | 'all'): number | null =>
      only(withCriteria({ ...REPORTS, channels }), { judgements: [], reports }).points;
    expect([of('main'), of('all')]).toEqual([3, 0]);
  });

  it('never leaves its bounds, and one more part done never takes points away', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.constantFrom(TASKS, PROPORTIONAL), (done, open, criterion) => {
        const points = (d: number, o: number): number =>
          only(withCriteria(criterion), {
            judgements: work([...repeat(d, 'done-on-time'), ...repeat(o, 'overdue')]),
            reports: [],
          }).points ?? 0;
        const own = points(done, open);
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(10);
        if (open > 0) expect(points(done + 1, open - 1)).toBeGreaterThanOrEqual(own);
      }),
    );
  });
});

describe('a scoring table', () => {
  const changed = (change: Partial<ScoringVersion>): ParIndexFile => ({
    ...SHIPPED,
    versions: [{ ...SAMPLE, ...change }],
  });
  const bands = (...list: readonly (readonly [number, number])[]): ParIndexFile =>
    changed({
      criteria: [{ ...TASKS, score: { kind: 'bands', bands: list.map(([from, points]) => ({ from, points })) } }],
    });
  const faults = (file: ParIndexFile): readonly unknown[] =>
    parIndexFaults(file, 'bang.json').map((d) => [d.code, d.params['what']]);

  it('that ships is a sample, says so, and has no fault', () => {
    expect(SHIPPED.sample).toBe(true);
    expect(SHIPPED.status).toMatch(/^không phải bảng điểm/);
    expect(faults(SHIPPED)).toEqual([]);
  });

  it('with bands out of order, growing downwards or open at the bottom is refused', () => {
    expect(faults(bands([90, 8], [100, 10], [0, 0]))).toEqual([
      ['BC3203', 'mức tỷ lệ phải xếp từ cao xuống thấp, mỗi mức một lần'],
      ['BC3203', 'tỷ lệ thấp hơn không được nhiều điểm hơn'],
    ]);
    expect(faults(bands([100, 10], [70, 4]))).toEqual([['BC3203', 'mức cuối phải bắt đầu từ 0']]);
    expect(faults(changed({ criteria: [TASKS, TASKS] }))).toEqual([['BC3203', 'mã tiêu chí dùng hai lần']]);
  });

  it('answers with the one version of the day, else says which there are', () => {
    const on = plainDate('2026-12-14');
    expect(scoringOn(SHIPPED, on).value).toEqual(SAMPLE);
    expect(scoringOn(SHIPPED, plainDate('2021-12-31')).diagnostics.map((d) => d.code)).toEqual(['BC3204']);
    const twice = { ...SHIPPED, versions: [SAMPLE, { ...SAMPLE, from: plainDate('2025-01-01') }] };
    expect(scoringOn(twice, on).diagnostics).toMatchObject([
      { code: 'BC3205', params: { first: '2022-01-01', second: '2025-01-01' } },
    ]);
  });
});
