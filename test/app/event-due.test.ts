/**
 * Guards work that is due so many days after something: in the real plan, once its event is recorded, every front
 * counts from that day: the status, the days late, the explanation, the form that goes out.
 */

import { explainTask, explanationText } from '../../src/app/explain';
import { formContextOf } from '../../src/app/form-export';
import type { PlanData } from '../../src/app/plan-data';
import { taskItems } from '../../src/collect/form/task-items';
import type { LedgerEvent } from '../../src/ledger/events';
import { planOf } from '../../src/plan/plan';
import { judged } from '../fixtures/evaluation';
import { ledgerOf, taskFact } from '../fixtures/events';
import { evaluationFor, planData, requestFor } from '../support/hanoi';

const data = planData('cchc-2026-2030');
const [UNIT, TASK] = ['so-tu-phap', 'II.12'];
const events = ledgerOf([{ ...taskFact(UNIT, TASK, 'triggered', '2026-02-01'), plan: data.plan.id }]);

/** The same plan with that due text in other words. */
function worded(dueText: string): PlanData {
  const tasks = data.plan.tasks.map(({ titlePrinted: _printed, ...task }) => ({
    ...task,
    assignments: task.assignments.map(({ no: _no, due: _due, ...a }) => (task.id === TASK ? { ...a, dueText } : a)),
  }));
  const plan = planOf({ ...data.plan, tasks }, data.registry, 'thu.json', data.regime.workingDays?.add).value;
  if (!plan) throw new Error('the plan does not stand');
  return { ...data, plan };
}

function explained(of: PlanData, told: readonly LedgerEvent[]): string {
  const request = requestFor(of, '2026-Y', told);
  const tree = explainTask(of, evaluationFor(of, request, UNIT), TASK).value;
  if (!tree) throw new Error('no explanation');
  return explanationText(tree);
}

describe('"Trong thời hạn 15 ngày kể từ ngày Thủ tướng Chính phủ ban hành kế hoạch", phát sinh ngày 01/02/2026', () => {
  it('is overdue at the end of the year, by the days since the 15th day after the event', () => {
    const evaluation = evaluationFor(data, requestFor(data, '2026-Y', events));
    const last = { status: 'overdue', due: '2026-02-16', daysLate: 301, rule: { id: 'TT-10' } };
    expect(judged(evaluation, UNIT, TASK)).toMatchObject(last);
  });

  it('is explained with its count', () => {
    expect(explained(data, events)).toContain('(hạn đến hết 16/02/2026, tính 15 ngày kể từ ngày phát sinh 01/02/2026)');
    expect(explained(data, [])).toContain('(không có ngày cuối)');
  });

  it('stands with its last day in the form that goes out', () => {
    const context = formContextOf(data, { ...requestFor(data, '2026-Y', events), past: null });
    const item = taskItems(context, UNIT).find((i) => i.task === TASK);
    expect([item?.due, item?.dueText]).toEqual(['2026-02-16', expect.stringContaining('(đến hết 16/02/2026)')]);
  });
});

describe('working days', () => {
  it('are counted by the calendar of the regime', () => {
    const of = worded('Trong 10 ngày làm việc kể từ ngày Thủ tướng Chính phủ ban hành kế hoạch');
    const text = explained(of, events);
    expect(text).toContain('(hạn đến hết 13/02/2026, tính 10 ngày làm việc kể từ ngày phát sinh 01/02/2026)');
  });

  it('of a year without its calendar are not guessed, and the explanation says so', () => {
    const of = worded('Trong 300 ngày làm việc kể từ ngày Thủ tướng Chính phủ ban hành kế hoạch');
    const text = explained(of, events);
    expect(text).toContain('(chưa tính được ngày cuối vì thiếu lịch ngày làm việc của năm)');
  });
});
