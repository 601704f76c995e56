/** The headline beside another period's: both figures, the change in words, and no change where none can be said. */

import type { Comparison } from '../../../src/figures/comparison';
import { count } from '../../../src/figures/evaluation';
import { dashboardComparison } from '../../../src/report/dashboard/compared';

const tally = (done: number, of: number, overdue: number): Comparison['byTask']['now'] => ({
  counts: { ...count([]), overdue },
  total: of,
  rate: { done, of, percent: (done * 100) / of },
});
const side = (name: string, reported: number): object => ({ name, reported, expected: 10 });

function compared(points: number | null): Comparison {
  const byTask = { now: tally(3, 4, 0), then: tally(1, 2, 0), points, whyNot: points === null ? 'new-plan' : null };
  const byObligation = { now: tally(6, 8, 5), then: tally(1, 2, 7), points, whyNot: null };
  return {
    now: side('quý III năm 2026', 9),
    then: side('6 tháng đầu năm 2026', 8),
    byTask,
    byObligation,
    units: [],
  } as unknown as Comparison;
}

it('says both figures and what changed, for better or worse', () => {
  const made = dashboardComparison(compared(25), []);
  expect(made?.ranks).toBeNull();
  expect(made?.name).toBe('6 tháng đầu năm 2026');
  expect(made?.lines.map((l) => [l.now, l.before, l.change, l.tone])).toEqual([
    ['75,00% (3/4 nhiệm vụ)', '50,00% (1/2 nhiệm vụ)', 'Tăng 25,00 điểm phần trăm', 'good'],
    ['75,00% (6/8 phần việc)', '50,00% (1/2 phần việc)', 'Tăng 25,00 điểm phần trăm', 'good'],
    ['5', '7', 'Giảm 2 phần việc', 'good'],
    ['9/10', '8/10', 'Tăng 1 cơ quan, đơn vị', 'good'],
  ]);
});

it.each([
  [[8, 10], [8, 10], 'Không thay đổi', null],
  [[7, 10], [9, 10], 'Giảm 2 cơ quan, đơn vị', 'bad'],
  [[9, 12], [8, 10], 'Tăng 1 cơ quan, đơn vị', null],
  [[8, 12], [8, 10], 'Số đã gửi không thay đổi', null],
] as const)(
  'bodies that sent: %j beside %j is "%s"; good or bad only where as many owed',
  (now, then, change, tone) => {
    const sides = {
      now: { name: 'kỳ này', reported: now[0], expected: now[1] },
      then: { name: 'kỳ trước', reported: then[0], expected: then[1] },
    };
    const made = dashboardComparison({ ...compared(25), ...sides } as Comparison, []);
    expect(made?.lines.at(-1)).toMatchObject({ now: now.join('/'), before: then.join('/'), change, tone });
  },
);

it('where the periods cannot be set side by side the figures stand without a change', () => {
  expect(dashboardComparison(compared(null), [])?.lines.map((l) => l.change)).toEqual([
    'Chưa so sánh được',
    'Chưa so sánh được',
    'Chưa so sánh được',
    'Tăng 1 cơ quan, đơn vị',
  ]);
  expect(dashboardComparison(null, [])).toBeNull();
});
