/**
 * What has to be delivered, one by one: how a due text becomes due parts, how parts are numbered through a task, and
 * by what each is judged. A text whose parts are lost or numbered anew would move facts to the wrong deliverable.
 */

import { dueParts, partsOf } from '../../src/plan/parts';
import { readDue } from '../../src/plan/deadline/read';
import { taskOf } from './sample';

/** Parts of a task with one assignment for each due text: number, assignment, class, kind, last day. */
function parts(...texts: readonly string[]): readonly string[] {
  return partsOf(taskOf('1', texts)).map(({ no, assignment, cls, due }) =>
    [no, assignment.no, cls, due.kind, due.end ?? '-'].join(' '),
  );
}

test.each([
  ['Tháng 02/2026', ['1 1 dated month 2026-02-28']],
  ['Thường xuyên', ['1 1 periodic continuous -']],
  ['Hàng quý', ['1 1 periodic recurring -']],
  ['Báo cáo kết quả thực hiện (lồng ghép trong kỳ Báo cáo CCHC)', ['1 1 periodic with-periodic-report -']],
  ['Theo chỉ đạo của Bộ Nội vụ', ['1 1 event event -']],
  ['2026 - 2030', ['1 1 dated multi-year 2030-12-31']],
  ['Trong năm 2026 và các năm tiếp theo', ['1 1 periodic multi-year -']],
  ['Chậm nhất 20 ngày kể từ ngày Quyết định này được ký ban hành', ['1 1 dated by-date -']],
  ['Quý II năm 2026 và thường xuyên', ['1 1 dated quarter 2026-06-30', '2 1 periodic continuous -']],
  [
    '- Tháng 3/2026\n- Báo cáo kết quả thực hiện (lồng ghép trong kỳ Báo cáo CCHC)',
    ['1 1 dated month 2026-03-31', '2 1 periodic with-periodic-report -'],
  ],
  [
    '- Ban hành Kế hoạch: Tháng 06/2026\n- Báo cáo kết quả: Tháng 12/2026',
    ['1 1 dated month 2026-06-30', '2 1 dated month 2026-12-31'],
  ],
])('"%s" has the parts %j', (text, wanted) => {
  expect(parts(text)).toEqual(wanted);
});

test('parts are numbered through the whole task, over its assignments', () => {
  expect(parts('Quý II năm 2026 và thường xuyên', 'Tháng 9/2026', '- Tháng 3/2026\n- Tháng 5/2026')).toEqual([
    '1 1 dated quarter 2026-06-30',
    '2 1 periodic continuous -',
    '3 2 dated month 2026-09-30',
    '4 3 dated month 2026-03-31',
    '5 3 dated month 2026-05-31',
  ]);
});

test('a task that nobody was given has no parts', () => {
  expect(parts()).toEqual([]);
});

test('the dated part of "… và thường xuyên" does not go on itself, and the rest has no days', () => {
  const [dated, rest] = dueParts(readDue('Quý II năm 2026 và thường xuyên', { year: 2026, signedOn: null }));
  expect([dated?.alsoContinuous, dated?.end]).toEqual([false, '2026-06-30']);
  expect(rest).toMatchObject({ kind: 'continuous', start: null, end: null, alsoContinuous: false, parts: [] });
});

test('a part carries the label that its milestone prints, and the task and assignment it comes from', () => {
  const task = taskOf('21', ['- Ban hành Kế hoạch: Tháng 06/2026\n- Báo cáo kết quả: Tháng 12/2026']);
  const made = partsOf(task);
  expect(made.map((p) => p.label)).toEqual(['Ban hành Kế hoạch', 'Báo cáo kết quả']);
  for (const part of made) expect([part.task, part.assignment]).toEqual([task, task.assignments[0]]);
});
