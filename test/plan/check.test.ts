/** `plan check`: what a person should look at in a plan that loads well. */

import { checkPlan } from '../../src/plan/check';
import { planOf, type Plan } from '../../src/plan/plan';
import type { PlanFile, TaskEntry } from '../../src/plan/schema';
import { readPlan, readRegistry } from '../support/data';
import { HEAD } from './import/raw-plans';

const registry = readRegistry('hcmc');

function entry(id: string, over: Partial<TaskEntry['assignments'][number]> = {}, title = `Nhiệm vụ ${id}`): TaskEntry {
  const row = {
    product: null,
    leadText: 'Sở Nội vụ',
    lead: ['so-noi-vu'],
    supportText: '',
    support: [],
    dueText: 'Năm 2026',
    ...over,
  };
  return { id, no: id, part: null, area: 'I', title, product: null, assignments: [row] };
}

function plan(tasks: readonly TaskEntry[], over: Partial<PlanFile> = {}): Plan {
  const file = { ...HEAD, areas: [{ code: 'I', title: 'Một' }], tasks: [...tasks], targets: [], notes: [], ...over };
  const read = planOf(file, registry, 'thu.json').value;
  if (!read) throw new Error('the plan does not stand');
  return read;
}

const found = (p: Plan, indicators: readonly string[] = []): readonly string[] =>
  checkPlan(p, registry, 'thu.json', new Set(indicators)).map((d) => `${d.code} ${d.level} ${d.where.path}`);

test('a plan without faults has nothing to say', () => {
  expect(found(plan([entry('1'), entry('2')]))).toEqual([]);
});

test('the same words twice in one area are said, whatever their case; in another area they are not', () => {
  const twin = { ...entry('3', {}, 'NHIỆM VỤ 1'), area: 'II' };
  const areas = [
    { code: 'I', title: 'Một' },
    { code: 'II', title: 'Hai' },
  ];
  expect(found(plan([entry('1'), entry('2', {}, 'NHIỆM VỤ 1'), twin], { areas }))).toEqual([
    'BC1405 warning nhiệm vụ 2',
  ]);
});

test('an assignment without a lead is said', () => {
  expect(found(plan([entry('1', { lead: [], leadText: 'Cơ quan lạ' })]))).toEqual([
    'BC1406 warning nhiệm vụ 1, giao việc 1',
  ]);
});

test('a part due before the plan begins or after it ends is said, one without a last day is not', () => {
  const dues = ['Quý IV năm 2025', 'Tháng 6/2027', 'Thường xuyên', 'Quý I năm 2026 và thường xuyên'];
  const tasks = dues.map((dueText, i) => entry(String(i + 1), { dueText }));
  expect(found(plan(tasks))).toEqual(['BC1407 warning nhiệm vụ 1, phần 1', 'BC1407 warning nhiệm vụ 2, phần 1']);
});

test('a body that was not there in the plan’s time is said', () => {
  expect(found(plan([entry('1', { support: ['so-ke-hoach-va-dau-tu'] })]))).toEqual(['BC1408 info nhiệm vụ 1']);
});

test('an area without tasks and targets is said', () => {
  const areas = [
    { code: 'I', title: 'Một' },
    { code: 'II', title: 'Hai' },
  ];
  expect(found(plan([entry('1')], { areas }))).toEqual(['BC1409 info lĩnh vực II']);
});

test('targets: without an area, without measures, without an indicator, with an unknown one', () => {
  const measure = { code: '1a', scope: 'hồ sơ', comparator: '>=' as const, value: 98, unit: '%' };
  const target = (code: string, over: object) => ({
    code,
    area: 'I',
    text: 'Hồ sơ đúng hạn',
    measures: [{ ...measure, code: `${code}a`, indicator: '3.1' }],
    ...over,
  });
  const targets = [
    target('1', {}),
    target('2', { area: 'X' }),
    target('3', { measures: [] }),
    target('4', { measures: [{ ...measure, code: '4a' }] }),
    target('5', { measures: [{ ...measure, code: '5a', indicator: '9.9' }] }),
  ];
  expect(found(plan([entry('1')], { targets }), ['3.1'])).toEqual([
    'BC1410 warning chỉ tiêu 2',
    'BC1411 warning chỉ tiêu 3',
    'BC1412 info chỉ tiêu 4',
    'BC1413 error chỉ tiêu 5',
  ]);
});

test.each(['hanoi-cchc-2026', 'hcmc-theme-2026', 'cchc-2026-2030', 'hcmc-cchc-2024', 'hcmc-theme-2022'])(
  '%s has only notes on targets that no annex answers',
  (id) => {
    const p = readPlan(id);
    const codes = checkPlan(p, readRegistry(p.jurisdiction), id).map((d) => d.code);
    expect(new Set(codes)).toEqual(new Set(p.targets.length > 0 ? ['BC1412'] : []));
  },
);
