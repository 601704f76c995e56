/**
 * The five plans from their sources: `data/plans` holds what the importer makes of `data/sources`, byte for byte.
 * After a change of the importer, import again with --force and look at what changed in the plan.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importPlan, type Imported } from '../../../src/app/plan-import';
import type { Outcome } from '../../../src/lib/diagnostic';
import { partsOf } from '../../../src/plan/parts';
import { correctionsSchema } from '../../../src/plan/import/corrections';
import { readJson, readRegime, readRegistry } from '../../support/data';

const SOURCES = join(__dirname, '../../../data/sources');

/** Source file of each plan: tables as issued, and for Hà Nội the table typed from its PDF. */
const PLANS = [
  ['hanoi-cchc-2026', 'hanoi-cchc-2026.xlsx', 2026],
  ['hcmc-theme-2026', 'hcmc-theme-2026.txt', 2026],
  ['cchc-2026-2030', 'cchc-2026-2030.txt', 2026],
  ['hcmc-cchc-2024', 'hcmc-cchc-2024.txt', 2024],
  ['hcmc-theme-2022', 'hcmc-theme-2022.txt', 2022],
] as const;

function imported(id: string, file: string, year: number): Outcome<Imported> {
  const corrections = correctionsSchema.parse(readJson('data', 'sources', `${id}.corrections.json`));
  const { jurisdiction = '', regime = '' } = corrections.plan;
  return importPlan({
    id,
    year,
    files: [{ name: file, bytes: readFileSync(join(SOURCES, file)) }],
    jurisdiction,
    regime: null,
    roles: {},
    corrections,
    correctionsName: `${id}.corrections.json`,
    registry: readRegistry(jurisdiction),
    defaults: { regime, indicators: '', outline: '', issuer: readRegime(regime).reporter },
  });
}

const made = new Map(PLANS.map(([id, file, year]) => [id as string, imported(id, file, year)]));
const planOf = (id: string): Imported['plan'] => {
  const value = made.get(id)?.value;
  if (!value) throw new Error(`${id}: ${JSON.stringify(made.get(id)?.diagnostics, null, 1)}`);
  return value.plan;
};

/** Tasks of each area, in order. */
function counts(id: string, part: string | null = null): readonly number[] {
  const { areas, tasks } = planOf(id);
  return areas.filter((a) => (a.part ?? null) === part).map((a) => tasks.filter((t) => t.area === a.code).length);
}

test.each(PLANS)('%s imported again is the plan file, byte for byte', (id) => {
  expect(made.get(id)?.value?.text).toBe(readFileSync(join(SOURCES, '../plans', `${id}.json`), 'utf8'));
});

test('there is a plan for every corrections file and the other way round', () => {
  const told = readdirSync(SOURCES).flatMap((name) => /^(.*)\.corrections\.json$/.exec(name)?.[1] ?? []);
  expect(told.sort()).toEqual(PLANS.map(([id]) => id as string).sort());
});

test('tasks are 380 in all, in the areas of each plan', () => {
  expect(PLANS.reduce((sum, [id]) => sum + planOf(id).tasks.length, 0)).toBe(380);
  expect(counts('hanoi-cchc-2026')).toEqual([21, 4, 6, 7, 7, 6, 5]);
  expect(counts('hcmc-theme-2026', 'A')).toEqual([24, 19, 41, 19, 12]);
  expect(counts('hcmc-theme-2026', 'B')).toEqual([2, 2, 2, 3]);
  expect(counts('cchc-2026-2030')).toEqual([4, 13, 9, 3, 2, 4, 8]);
  expect(counts('hcmc-cchc-2024')).toEqual([16, 10, 19, 11, 16, 12, 18]);
  expect(counts('hcmc-theme-2022')).toEqual([2, 6, 10, 8, 4, 3, 4, 7, 1, 1, 1, 2, 1, 3, 1, 1]);
  expect(planOf('hanoi-cchc-2026').tasks.flatMap((t) => t.assignments)).toHaveLength(61);
});

test('ids are the plan’s numbers, with part or area where they restart', () => {
  const ids = (id: string): readonly string[] => planOf(id).tasks.map((t) => t.id);
  expect(ids('hanoi-cchc-2026')).toEqual(Array.from({ length: 56 }, (_, i) => String(i + 1)));
  expect(ids('hcmc-theme-2026')).toEqual(expect.arrayContaining(['A-40', 'A-115', 'B-1', 'B-9']));
  expect(ids('cchc-2026-2030')).toEqual(expect.arrayContaining(['I.1', 'II.3', 'VII.8']));
  expect(ids('hcmc-cchc-2024')).toEqual(expect.arrayContaining(['1.2', '1.4.2', '7.18']));
  expect(ids('hcmc-cchc-2024')).not.toContain('1.4');
  expect(ids('hcmc-theme-2022')).toEqual(expect.arrayContaining(['1.1-1', '2.2.4-7', '2.2.12-1']));
});

test.each([
  ['2026-03-31', 6],
  ['2026-06-30', 16],
  ['2026-09-30', 24],
  ['2026-12-31', 124],
])('hcmc-theme-2026: tasks due on or before %s: %i', (day, due) => {
  const { tasks } = planOf('hcmc-theme-2026');
  const last = tasks.map((task) =>
    partsOf(task).reduce((end, p) => (p.due.end !== null && p.due.end > end ? p.due.end : end), ''),
  );
  expect(last.filter((end) => end !== '' && end <= day)).toHaveLength(due);
});

test('every due text is read, or there is none and that is said', () => {
  for (const [id] of PLANS) {
    const assignments = planOf(id).tasks.flatMap((t) => t.assignments.map((a) => ({ ...a, at: `${id} ${t.id}` })));
    expect(assignments.filter((a) => a.due.unread !== '').map((a) => a.at)).toEqual([]);
    const silent = assignments.filter((a) => a.due.kind === 'unspecified' && a.due.alternatives.length === 0);
    expect(silent.filter((a) => a.dueText !== '').map((a) => a.at)).toEqual([]);
    const said = made.get(id)?.diagnostics.filter((d) => d.code === 'BC1207');
    expect(said).toHaveLength(silent.length);
  }
  expect(
    planOf('hcmc-cchc-2024')
      .tasks.filter((t) => t.assignments.some((a) => a.dueText === ''))
      .map((t) => t.id),
  ).toEqual(['7.7']);
});

test('every task is led by somebody of the registry, and nobody is left unknown', () => {
  for (const [id] of PLANS) {
    expect(
      planOf(id)
        .tasks.filter((t) => t.assignments.some((a) => a.lead.length === 0))
        .map((t) => t.id),
    ).toEqual([]);
    expect(made.get(id)?.diagnostics.filter((d) => d.code === 'BC1651' || d.code === 'BC1655')).toEqual([]);
  }
});

test('titles are whole: no debris of a page, a table or a tag', () => {
  for (const { plan } of [...made.values()].flatMap((m) => m.value ?? [])) {
    const bad = plan.tasks.filter((t) =>
      /<\/?\w+>|\t|STT\b|^\p{Ll}|\s{2}|(?:^|\s)(?:Nhiệm vụ cụ thể|Tiến độ Kết quả)/u.test(t.title),
    );
    expect([plan.id, bad.map((t) => t.title)]).toEqual([plan.id, []]);
  }
});

test('a title with slips of scanning is read right and its print kept', () => {
  const task = planOf('hcmc-theme-2022').tasks.find((t) => t.id === '2.2.2-1');
  expect(task?.title).toMatch(/^Tham mưu Ủy ban nhân dân Thành phố ban hành Kế hoạch/);
  expect(task?.titlePrinted).toMatch(/^Tham mưu ủ y ban nhân dân Thành phố ban hành Ke hoạch/);
});

test('the raw text of Hà Nội, whose columns are gone, is refused and says why', () => {
  const raw = imported('hanoi-cchc-2026', 'hanoi-cchc-2026.raw.txt', 2026);
  expect(raw.value).toBeUndefined();
  expect(raw.diagnostics.map((d) => [d.code, d.level])).toEqual([['BC1606', 'error']]);
});
