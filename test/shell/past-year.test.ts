/**
 * Guards which plan a period is compared with across the year: found by regime and years, whatever its name; none
 * where there are several, or where it cannot be read, and then it is said.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparisonsOf, type Comparisons } from '../../src/app/comparison';
import type { PastYear } from '../../src/figures/past-year';
import { checkPlan } from '../../src/app/check';
import { formContextOf } from '../../src/app/form-export';
import { formModel } from '../../src/collect/form/build';
import type { Finding } from '../../src/figures/checks/finding';
import { evaluatePlan, periodAndRules, type PlanData } from '../../src/app/plan-data';
import { unitReports } from '../../src/app/outputs';
import type { Outcome } from '../../src/lib/diagnostic';
import { pastYear, pastYearOfTargets } from '../../src/shell/past-year';
import { loadPlanData } from '../../src/shell/plan-data';
import { openRenderers } from '../../src/shell/renderers';
import { openWorkspace, type Workspace } from '../../src/shell/workspace';
import { figureFact, LATER, ledgerOf, narrativeFact, submittedFact, taskFact } from '../fixtures/events';
import { readJson } from '../support/data';

let folder: string;
let ws: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-nam-truoc-'));
  mkdirSync(join(folder, 'data/plans'), { recursive: true });
  ws = openWorkspace(folder, folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The plan of 2024 as that of another year, under a name that tells nothing. */
function put(id: string, change: object): void {
  const plan = { ...(readJson('data', 'plans', 'hcmc-cchc-2024.json') as object), id, ...change };
  writeFileSync(join(folder, 'data/plans', `${id}.json`), JSON.stringify(plan));
}

const YEAR_2023 = { from: '2023-01-01', to: '2023-12-31' };
const data = (): PlanData => loadPlanData(ws, 'hcmc-cchc-2024').value as PlanData;

function opened(id: string): NonNullable<ReturnType<typeof periodAndRules>['value']> {
  const both = periodAndRules(data(), id).value;
  if (!both) throw new Error(`no period ${id}`);
  return both;
}

const UNIT = 'so-tu-phap';
const owned = (plan: string, fact: object): object => ({ ...fact, plan });
const FACTS = ledgerOf([
  owned('ke-hoach-cu', taskFact(UNIT, '1.1', 'completed', '2023-02-01')),
  owned('ke-hoach-cu', submittedFact(UNIT, '2023-Q1')),
  owned('hcmc-cchc-2024', submittedFact(UNIT, '2024-Q1')),
] as never);

const found = (period: string): Promise<Outcome<PastYear | null>> =>
  pastYear(ws, { read: ({ plan }) => Promise.resolve(FACTS.filter((e) => e.fact.plan === plan)) }, data(), {
    period: opened(period).period,
    asOf: LATER,
  });

describe('the plan of the year before', () => {
  it('is the one of the same regime whose years hold the earlier period, with its own facts', async () => {
    put('ke-hoach-cu', YEAR_2023);
    put('ke-hoach-cu-hon', { from: '2022-01-01', to: '2022-12-31' });
    put('che-do-khac', { ...YEAR_2023, regime: 'hcmc-nd-09' });
    const { value, diagnostics } = await found('2024-Q1');
    expect(diagnostics).toEqual([]);
    expect(value?.plan.id).toBe('ke-hoach-cu');
    expect(value?.events.map((e) => e.fact.plan)).toEqual(['ke-hoach-cu', 'ke-hoach-cu']);
  });

  it('is none where no plan held then', async () => {
    expect(await found('2024-Q1')).toEqual({ value: null, diagnostics: [] });
  });

  it('is none, and said, where several did', async () => {
    put('ke-hoach-cu', YEAR_2023);
    put('ke-hoach-cu-nua', YEAR_2023);
    const { value, diagnostics } = await found('2024-Q1');
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'BC3201', level: 'warning', params: { plans: 'ke-hoach-cu, ke-hoach-cu-nua' } },
    ]);
  });

  it('is none, and said, where it cannot be read', async () => {
    put('ke-hoach-cu', { ...YEAR_2023, tasks: 'không phải danh sách' });
    const { value, diagnostics } = await found('2024-Q1');
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'BC3202', level: 'warning', params: { plan: 'ke-hoach-cu' } }]);
  });
});

describe('comparisons across the year', () => {
  const compared = (periodId: string, past: PastYear | null): Comparisons => {
    const request = { ...opened(periodId), asOf: LATER, events: FACTS, past };
    return comparisonsOf(data(), request, evaluatePlan(data(), FACTS, { ...request, unit: UNIT }));
  };

  it('the same period last year is compared; the last period, of the old plan, only in what a new plan does not reset', async () => {
    put('ke-hoach-cu', YEAR_2023);
    const past = (await found('2024-Q1')).value ?? null;
    const { lastYear, lastPeriod } = compared('2024-Q1', past);
    expect(lastYear).toMatchObject({
      samePlan: false,
      now: { id: '2024-Q1', plan: 'hcmc-cchc-2024' },
      then: { id: '2023-Q1', plan: 'ke-hoach-cu', reported: 1 },
      byTask: { whyNot: null },
    });
    expect(lastPeriod).toMatchObject({ then: { id: '2023-Y' }, byTask: { points: null, whyNot: 'new-plan' } });
  });

  it('without that plan, or where nobody reported then, there is nothing to compare', () => {
    expect(compared('2024-Q1', null)).toEqual({ lastPeriod: null, lastYear: null });
  });

  it('stands in the unit’s report as a sentence with both numbers', async () => {
    put('ke-hoach-cu', YEAR_2023);
    const past = (await found('2024-Q1')).value ?? null;
    const then = compared('2024-Q1', past).lastYear?.byTask.then?.rate;
    const made = await unitReports(
      data(),
      [UNIT],
      { ...opened('2024-Q1'), asOf: LATER, events: FACTS, past },
      ['html'],
      openRenderers(ws),
    );
    const text = new TextDecoder().decode(made.value?.[0]?.bytes).replace(/\s+/g, ' ');
    expect(text).toMatch(/So với cùng kỳ năm trước, tỷ lệ hoàn thành (tăng|giảm|không thay đổi)/);
    expect(text).toContain(`(quý I năm 2023: ${then?.done}/${then?.of} nhiệm vụ, đạt`);
  });
});

describe('a target that says "so với năm trước"', () => {
  const CODE = '1a';
  const facts = (then: number | null, now: number): ReturnType<typeof ledgerOf> =>
    ledgerOf([
      ...(then === null ? [] : [owned('ke-hoach-cu', figureFact(UNIT, CODE, then, '2023-Q1'))]),
      owned('hcmc-cchc-2024', figureFact(UNIT, CODE, now, '2024-Q1')),
    ] as never);

  async function judged(then: number | null, now: number, change: object = {}): Promise<boolean | null | undefined> {
    put('ke-hoach-cu', { ...YEAR_2023, ...change });
    const events = facts(then, now);
    const read = ({ plan }: { readonly plan?: string }): Promise<typeof events> =>
      Promise.resolve(events.filter((e) => e.fact.plan === plan));
    const both = opened('2024-Q1');
    const past = await pastYearOfTargets(ws, { read }, data(), { period: both.period, asOf: LATER });
    const request = { ...both, unit: null, asOf: LATER, past: past.value ?? null };
    return evaluatePlan(data(), events, request).targets.find((t) => t.measure.code === CODE)?.met;
  }

  it('is judged by the figure of the same period of the plan that held then', async () => {
    expect(await judged(40, 45)).toBe(true);
    expect(await judged(40, 40)).toBe(false);
    expect(await judged(40, 35)).toBe(false);
  });

  it('is not judged where nothing was told then, or the code meant another thing', async () => {
    expect(await judged(null, 45)).toBeNull();
    const [target] = data().plan.targets.filter((t) => t.measures.some((m) => m.code === CODE));
    const measures = target?.measures.map((m) => ({ ...m, scope: 'một phạm vi khác' }));
    expect(await judged(40, 45, { targets: [{ ...target, measures }] })).toBeNull();
  });

  it('needs no earlier plan where no target says so', async () => {
    const plain = { ...data(), plan: { ...data().plan, targets: [] } };
    const read = (): never => {
      throw new Error('nothing is to be read');
    };
    put('ke-hoach-cu', YEAR_2023);
    const { period } = opened('2024-Q1');
    expect(await pastYearOfTargets(ws, { read }, plain, { period, asOf: LATER })).toEqual({
      value: null,
      diagnostics: [],
    });
  });
});

describe('a check against the last period', () => {
  const CODE = '1.2.2';
  const events = ledgerOf([
    owned('ke-hoach-cu', figureFact(UNIT, CODE, 10, '2023-Y')),
    owned('hcmc-cchc-2024', figureFact(UNIT, CODE, 500, '2024-Q1')),
  ] as never);

  async function jumps(): Promise<readonly Finding[]> {
    const read = ({ plan }: { readonly plan?: string }): Promise<typeof events> =>
      Promise.resolve(events.filter((e) => e.fact.plan === plan));
    const both = opened('2024-Q1');
    const past = await pastYear(ws, { read }, data(), { period: both.period, asOf: LATER });
    const asked = { ...both, unit: UNIT, asOf: LATER, past: past.value ?? null };
    return checkPlan(data(), events, asked).findings.filter((f) => f.code === 'KT-29' && f.subject === CODE);
  }

  it('looks into the plan of the year before when this one begins', async () => {
    put('ke-hoach-cu', YEAR_2023);
    const [found, ...others] = await jumps();
    expect(others).toEqual([]);
    expect(found?.figures.map((f) => [f.period, f.value])).toEqual([
      ['2024-Q1', 500],
      ['2023-Y', 10],
    ]);
  });

  it('finds nothing where no plan held then', async () => {
    expect(await jumps()).toEqual([]);
  });
});

describe('the entry form of a plan’s first period', () => {
  const told = ledgerOf([
    owned('ke-hoach-cu', figureFact(UNIT, '1.2.2', 10, '2023-Y')),
    owned('ke-hoach-cu', figureFact(UNIT, '1.2.2', 99, '2023-Q3')),
    owned('ke-hoach-cu', narrativeFact(UNIT, 'V', 'Kiến nghị mẫu của năm trước', '2023-Y')),
  ] as never);
  const beside = (past: PastYear | null): Record<'figure' | 'words', string | undefined> => {
    const context = formContextOf(data(), { ...opened('2024-Q1'), asOf: LATER, events: [], past });
    const model = formModel(context, UNIT).value;
    return {
      figure: model?.figures.find((f) => f.code === '1.2.2')?.previous,
      words: model?.sections.find((s) => s.previous !== '')?.previous,
    };
  };

  it('shows beside its boxes what the unit told at the end of the year before', () => {
    put('ke-hoach-cu', YEAR_2023);
    const { plan, indicators, rules } = loadPlanData(ws, 'ke-hoach-cu').value as PlanData;
    expect(beside({ plan, indicators, rules, events: told })).toEqual({
      figure: '10 vấn đề',
      words: 'Kiến nghị mẫu của năm trước',
    });
    const changed = indicators.indicators.map((i) => (i.code === '1.2.2' ? { ...i, unit: 'đơn vị khác' } : i));
    const other = { plan, rules, events: told, indicators: { ...indicators, indicators: changed } };
    expect(beside(other).figure).toBe('');
  });

  it('shows nothing where no plan held then', () => {
    expect(beside(null)).toEqual({ figure: '', words: undefined });
  });
});
