/** The headline beside another period's: both figures, the change in words, and no change where none can be said. */

import type { Comparison } from '../../../src/figures/comparison';
import { count } from '../../../src/figures/evaluation';
import { dateRange } from '../../../src/calendar/range';
import { plainDate } from '../../../src/calendar/plain-date';
import { formatLongRange } from '../../../src/i18n/format';
import { dashboardComparison } from '../../../src/report/dashboard/compared';

const tally = (done: number, of: number, overdue: number): Comparison['byTask']['now'] => ({
  counts: { ...count([]), 'done-on-time': done, 'in-progress': of - done, overdue },
  total: of,
  rate: { done, of, percent: (done * 100) / of },
});
const WINDOW = dateRange(plainDate('2025-12-15'), plainDate('2026-06-14'));
const side = (name: string, reported: number): object => ({
  ...{ plan: 'ke-hoach-mau', id: '2026-H1', window: WINDOW },
  ...{ name, reported, expected: 10 },
});
const RULES = { name: 'bộ quy tắc mẫu', rate: 'tỷ lệ mẫu' };

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
  const made = dashboardComparison(compared(25), RULES);
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
      now: { ...side('kỳ này', now[0]), expected: now[1] },
      then: { ...side('kỳ trước', then[0]), expected: then[1] },
    };
    const made = dashboardComparison({ ...compared(25), ...sides } as Comparison, RULES);
    expect(made?.lines.at(-1)).toMatchObject({ now: now.join('/'), before: then.join('/'), change, tone });
  },
);

it('where the periods cannot be set side by side the figures stand without a change', () => {
  expect(dashboardComparison(compared(null), RULES)?.lines.map((l) => l.change)).toEqual([
    'Chưa so sánh được',
    'Chưa so sánh được',
    'Chưa so sánh được',
    'Tăng 1 cơ quan, đơn vị',
  ]);
  expect(dashboardComparison(null, RULES)).toBeNull();
});

it('every figure says how it came about: the present one by its key, the earlier one and the change in words', () => {
  const lines = dashboardComparison(compared(25), RULES)?.lines ?? [];
  expect(lines.map((l) => l.why.now)).toEqual(['t/all/rate', 'o/all/rate', 'o/all/overdue', 'r/reported']);
  const [tasks, , overdue, reported] = lines.map((l) => l.why);
  expect(tasks?.before).toEqual([
    `Kỳ so sánh: 6 tháng đầu năm 2026, kế hoạch ke-hoach-mau, số liệu chốt ${formatLongRange(WINDOW)}.`,
    'Theo trạng thái ở kỳ so sánh: hoàn thành đúng hạn 1; đang thực hiện, trong hạn 1; tổng số 2 nhiệm vụ.',
    '1 nhiệm vụ đã hoàn thành, có kết quả trên 2 nhiệm vụ tính tỷ lệ: tỷ lệ 50,00%.',
    'Quy tắc TL-01: tỷ lệ mẫu.',
    'Trạng thái được xét theo bộ quy tắc mẫu.',
    'Các con số của kỳ so sánh được tính lại từ những gì sổ đã ghi đến thời điểm lập bảng này.',
    'Xem từng việc, từng sự kiện của kỳ đó bằng lệnh: baocao explain --plan ke-hoach-mau --period 2026-H1 --figure rate; baocao evaluate --plan ke-hoach-mau --period 2026-H1 --group-by status.',
  ]);
  expect(tasks?.change.at(-1)).toBe(
    'Thay đổi là hiệu của hai tỷ lệ như đã in: 75,00% trừ 50,00% bằng 25,00 điểm phần trăm.',
  );
  expect(overdue?.change.at(-1)).toBe('Thay đổi là hiệu của hai số: 5 trừ 7 bằng -2.');
  expect(reported?.before[1]).toContain('8 cơ quan, đơn vị trên 10 cơ quan, đơn vị');
});

it('a change that is not made says why', () => {
  const [tasks] = dashboardComparison(compared(null), RULES)?.lines ?? [];
  expect(tasks?.why.change.at(-1)).toContain('Chưa so sánh được: kỳ trước thuộc kế hoạch khác');
});
