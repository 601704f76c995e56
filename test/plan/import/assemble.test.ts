/** Rows become a plan: ids, bodies, measures; what was printed stays, and every judgement stands beside it. */

import { assemblePlan } from '../../../src/plan/import/assemble';
import { taskIds } from '../../../src/plan/import/assemble/ids';
import { NO_CORRECTIONS, type Corrections } from '../../../src/plan/import/corrections';
import type { RawPlan } from '../../../src/plan/import/raw';
import { planSchema, type PlanFile } from '../../../src/plan/schema';
import type { Outcome } from '../../../src/lib/diagnostic';
import { readRegistry } from '../../support/data';
import { corrections, HEAD, rawPlan, row, task } from './raw-plans';

const registry = readRegistry('hcmc');
const assemble = (raw: RawPlan, told: Corrections = NO_CORRECTIONS): Outcome<PlanFile> =>
  assemblePlan(raw, HEAD, told, registry, { file: 'thu.corrections.json' });
const codes = ({ diagnostics }: Outcome<PlanFile>): readonly string[] => diagnostics.map((d) => d.code);

describe('ids', () => {
  test('are the numbers alone while no number comes twice', () => {
    expect(taskIds([task({ no: '1' }), task({ no: '1.4.2', area: 'II' })])).toEqual(['1', '1.4.2']);
  });

  test('take the part, else the area, else both, where numbers restart', () => {
    const inPart = (part: string, no: string) => task({ part, no });
    expect(taskIds([inPart('A', '1'), inPart('A', '2'), inPart('B', '1')])).toEqual(['A-1', 'A-2', 'B-1']);
    expect(taskIds([task({ area: 'I' }), task({ area: 'II' })])).toEqual(['I.1', 'II.1']);
    const deep = [task({ part: 'A', area: 'I' }), task({ part: 'A', area: 'II' }), task({ part: 'B', area: 'I' })];
    expect(taskIds(deep)).toEqual(['A-I.1', 'A-II.1', 'B-I.1']);
  });

  test('of bullets without a number count inside their area', () => {
    const bullet = (area: string) => task({ no: null, area });
    expect(taskIds([bullet('2.1'), bullet('2.1'), bullet('2.2')])).toEqual(['2.1-1', '2.1-2', '2.2-1']);
  });

  test('of areas take the part where two parts use one number', () => {
    const plan = assemble(rawPlan([task({ part: 'A' }), task({ part: 'B' })])).value;
    expect(plan?.areas.map((a) => [a.code, a.part])).toEqual([
      ['A-I', 'A'],
      ['B-I', 'B'],
    ]);
    expect(plan?.tasks.map((t) => t.area)).toEqual(['A-I', 'B-I']);
  });
});

test('texts stay as printed, bodies stand beside them, and the file keeps to the schema of plans', () => {
  const cells = {
    leadText: '- Giám đốc Sở Nội vụ\n- Sở Tư pháp',
    supportText: 'Các sở, ban, ngành',
    product: 'Quyết định',
  };
  const plan = assemble(
    rawPlan([task({ assignments: [row(cells)], solutions: ['Rà soát'], leaderText: 'Chủ tịch' })]),
  ).value;
  expect(planSchema.safeParse(plan).success).toBe(true);
  expect(plan?.tasks[0]).toMatchObject({ id: '1', leaderText: 'Chủ tịch', solutions: ['Rà soát'] });
  expect(plan?.tasks[0]?.assignments[0]).toEqual({
    ...{ product: 'Quyết định', leadText: cells.leadText, lead: ['so-noi-vu', 'so-tu-phap'] },
    ...{ supportText: 'Các sở, ban, ngành', support: ['so-ban-nganh'], dueText: 'Năm 2026' },
  });
  expect(plan?.notes).toEqual([]);
});

test('a body in brackets after "phối hợp" supports, and the plan says so', () => {
  const leadText = 'Sở Y tế (phối hợp Sở Tài chính)';
  const plan = assemble(rawPlan([task({ assignments: [row({ leadText, supportText: 'Sở Nội vụ' })] })])).value;
  expect(plan?.tasks[0]?.assignments[0]).toMatchObject({ lead: ['so-y-te'], support: ['so-tai-chinh', 'so-noi-vu'] });
  expect(plan?.notes.map((n) => n.where)).toEqual(['nhiệm vụ 1']);
});

test('a slip in a name is read, noted in the plan and said with its place', () => {
  const made = assemble(rawPlan([task({ assignments: [row({ leadText: 'Trung tâm Chuyên đổi số Thành phố' })] })]));
  expect(made.value?.tasks[0]?.assignments[0]?.lead).toEqual(['trung-tam-chuyen-doi-so']);
  expect(made.value?.notes).toHaveLength(1);
  const [said] = made.diagnostics;
  expect(said).toMatchObject({ code: 'BC1652', level: 'info', where: { line: 9, path: 'nhiệm vụ 1, giao việc 1' } });
});

test('nobody is guessed: unknown, shared, ended and bracketed names are each said', () => {
  const leads = [
    'Sở Ngoại giao',
    'UBND xa Thanh An',
    'Sở Kế hoạch và Đầu tư',
    'Báo Tuổi trẻ (Sở Nội vụ)',
    'Sở Y tế tổng hợp',
  ];
  const made = assemble(
    rawPlan(leads.map((leadText, i) => task({ no: String(i + 1), assignments: [row({ leadText })] }))),
  );
  expect(codes(made)).toEqual(['BC1651', 'BC1655', 'BC1653', 'BC1656', 'BC1654']);
  expect(made.value?.tasks.map((t) => t.assignments[0]?.lead)).toEqual([
    [],
    [],
    ['so-ke-hoach-va-dau-tu'],
    ['bao-tuoi-tre'],
    ['so-y-te'],
  ]);
});

test('targets become measures under their own codes', () => {
  const targets = [{ code: '3.1', area: 'I', text: 'Hồ sơ đúng hạn đạt từ 98% trở lên', where: {} }];
  const made = assemble(rawPlan([task()], { targets })).value;
  expect(made?.targets).toEqual([
    {
      code: '3.1',
      area: 'I',
      text: targets[0]?.text,
      measures: [{ code: '3.1a', scope: 'Hồ sơ đúng hạn', comparator: '>=', value: 98, unit: '%' }],
    },
  ]);
});

test('a person’s note on a task stands in place of the automatic one', () => {
  const told = corrections({ notes: [{ where: 'nhiệm vụ 1', judgement: 'Giữ chữ in.', reason: 'Đã đối chiếu.' }] });
  const raw = rawPlan([task({ assignments: [row({ leadText: 'Sở Tư phap' })] })]);
  expect(assemble(raw, told).value?.notes).toEqual(told.notes);
});
