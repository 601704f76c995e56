/**
 * A plan made ready: due texts read in the light of the plan's year and signing day, a person's correction preferred
 * to the printed text, and every wrong reference told at once. A wrong reference stops the plan, a hard text does not.
 */

import { plainDate } from '../../src/calendar/plain-date';
import { planOf } from '../../src/plan/plan';
import type { PlanFile } from '../../src/plan/schema';
import { planFile, registry, task } from './sample';

const made = (file: PlanFile): ReturnType<typeof planOf> => planOf(file, registry, 'mau.json');
const codes = (file: PlanFile): readonly string[] => made(file).diagnostics.map((d) => d.code);

describe('references', () => {
  test('a plan whose references stand has none to tell', () => {
    const { value, diagnostics } = made(
      planFile([task('1', ['Tháng 3/2026']), task('2', ['Thường xuyên'], { area: 'II' })]),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.tasks.map((t) => t.id)).toEqual(['1', '2']);
  });

  test('a number used twice, an unknown area and an unknown body are told all at once, each in its task', () => {
    const stray = {
      leadText: 'x',
      lead: ['don-vi-mau-01', 'don-vi-mau-77'],
      supportText: 'x',
      support: ['don-vi-la'],
      dueText: 'Tháng 3/2026',
    };
    const { value, diagnostics } = made(
      planFile([
        task('1', ['Tháng 3/2026']),
        task('1', ['Tháng 3/2026'], { area: 'IX' }),
        task('3', [], { assignments: [stray] }),
      ]),
    );
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'BC1401', level: 'error', where: { file: 'mau.json', path: 'nhiệm vụ 1' }, params: { task: '1' } },
      { code: 'BC1402', level: 'error', where: { path: 'nhiệm vụ 1' }, params: { task: '1', area: 'IX' } },
      { code: 'BC1404', level: 'error', where: { path: 'nhiệm vụ 3' }, params: { task: '3', body: 'don-vi-mau-77' } },
      { code: 'BC1404', level: 'error', where: { path: 'nhiệm vụ 3' }, params: { task: '3', body: 'don-vi-la' } },
    ]);
    expect(String(diagnostics[2]?.params.nearest)).toContain('don-vi-mau-0');
  });

  test('groups and bodies that have ended may be named: the plan is older than the merger', () => {
    const named = (id: string): PlanFile =>
      planFile([
        task('1', [], {
          assignments: [{ leadText: 'x', lead: [id], supportText: '', support: [], dueText: 'Tháng 3/2026' }],
        }),
      ]);
    expect([codes(named('nhom-mau')), codes(named('don-vi-mau-02'))]).toEqual([[], []]);
  });

  test('a task that nobody was given is a warning, and the plan stands', () => {
    const { value, diagnostics } = made(planFile([task('1', [])]));
    expect(value?.tasks).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'BC1403', level: 'warning', params: { task: '1' } }]);
  });
});

describe('due texts', () => {
  test('assignments are numbered in the order of the task, each with its own due', () => {
    const [first] = made(planFile([task('1', ['Tháng 3/2026', 'Quý II năm 2026'])])).value?.tasks ?? [];
    expect(first?.assignments.map((a) => [a.no, a.due.end, a.dueText])).toEqual([
      [1, '2026-03-31', 'Tháng 3/2026'],
      [2, '2026-06-30', 'Quý II năm 2026'],
    ]);
  });

  test('a text without a year is read in the plan’s own', () => {
    const plan = made(planFile([task('1', ['Quý II'])], { from: '2031-01-01', to: '2031-12-31' })).value;
    expect(plan?.tasks[0]?.assignments[0]?.due.end).toBe('2031-06-30');
  });

  test.each([
    [null, null],
    ['2026-01-15', '2026-02-04'],
    ['2026-02-10', '2026-03-02'],
  ])('20 days from the signing of a decision signed on %s end on %s', (signedOn, end) => {
    const text = 'Chậm nhất 20 ngày kể từ ngày Quyết định này được ký ban hành';
    expect(made(planFile([task('1', [text])], { signedOn })).value?.tasks[0]?.assignments[0]?.due.end).toBe(end);
  });

  test('a person’s correction is read instead of the printed text, which stays as it is', () => {
    const assignment = {
      leadText: 'x',
      lead: ['don-vi-mau-01'],
      supportText: '',
      support: [],
      dueText: 'Thảng 3l2O26',
      dueReadAs: 'Tháng 3/2026',
    };
    const { value, diagnostics } = made(planFile([task('1', [], { assignments: [assignment] })]));
    expect(value?.tasks[0]?.assignments[0]).toMatchObject({
      dueText: 'Thảng 3l2O26',
      due: { kind: 'month', end: '2026-03-31' },
    });
    expect(diagnostics).toEqual([]);
  });

  test('a text that cannot be read is told with its place, and the plan stands', () => {
    const { value, diagnostics } = made(planFile([task('7', ['Tháng 3/2026', 'xyz'])]));
    expect(value).toBeDefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'BC1202',
        level: 'warning',
        where: { file: 'mau.json', path: 'nhiệm vụ 7, giao việc 2' },
        params: { text: 'xyz' },
      },
    ]);
  });

  test('a day that does not exist is an error of the text, and the plan does not stand', () => {
    expect(made(planFile([task('1', ['Ngày 30/02/2026'])])).value).toBeUndefined();
    expect(codes(planFile([task('1', ['Ngày 30/02/2026'])]))).toContain('BC1203');
  });

  test('working days are counted by the calendar that is handed in', () => {
    const text = 'Chậm nhất 05 ngày làm việc kể từ ngày Quyết định này được ký ban hành';
    const file = planFile([task('1', [text])], { signedOn: '2026-01-15' });
    expect(codes(file)).toEqual(['BC1206']);
    const counted = planOf(file, registry, 'mau.json', (from, days) =>
      days === 5 && from === '2026-01-15' ? plainDate('2026-01-22') : undefined,
    );
    expect(counted.value?.tasks[0]?.assignments[0]?.due.end).toBe('2026-01-22');
    expect(counted.diagnostics).toEqual([]);
  });
});
