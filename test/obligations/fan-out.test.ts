/**
 * Guards who owes what: one obligation a due part and leading body in force at the cut-off, groups spelled out, and
 * what a merger passes on, so that no task falls out of the count and no body is credited with another's work.
 */

import { plainDate, type PlainDate } from '../../src/calendar/plain-date';
import type { Fact } from '../../src/ledger/events';
import { fanOut } from '../../src/obligations/fan-out';
import type { Registry } from '../../src/units/registry';
import type { UnitsFile } from '../../src/units/schema';
import { COMMUNES, DEPARTMENTS, MERGED, plan, planOfParts, registry } from '../fixtures/city';
import { evaluated, judged } from '../fixtures/evaluation';
import { ledgerOf, submittedFact, taskFact } from '../fixtures/events';

const day = plainDate;
const owed = (task: string, on: PlainDate, of = plan(), units: Registry = registry()): readonly string[] =>
  fanOut(of, units, on)
    .filter((o) => o.part.task.id === task)
    .map((o) => `${o.unit}/${o.part.no}`);

describe('fan-out', () => {
  it('a task given to a body is one obligation a due part', () => {
    expect(owed('1', day('2026-03-14'))).toEqual(['so-mau-01/1']);
    expect(owed('5', day('2026-03-14'))).toEqual(['so-mau-02/1', 'so-mau-03/2']);
    expect(owed('6', day('2026-03-14'))).toEqual(['so-mau-03/1', 'so-mau-03/2']);
  });

  it('a task given to a group is one obligation a member', () => {
    expect(owed('2', day('2026-03-14'))).toEqual(COMMUNES.map((id) => `${id}/1`));
    expect(owed('3', day('2026-03-14'))).toEqual([...COMMUNES, ...DEPARTMENTS].map((id) => `${id}/1`));
  });

  it('a body named twice, by itself and through its group, owes once', () => {
    const twice = planOfParts([{ lead: ['so-mau-02', 'so-ban-nganh', 'so-mau-02'], due: day('2026-03-31') }]);
    expect(owed('1', day('2026-03-14'), twice)).toEqual(['so-mau-02/1', 'so-mau-01/1', 'so-mau-03/1']);
  });

  it('a group that names nobody ("các đơn vị liên quan") stands for its task itself, so that no task is lost', () => {
    expect(owed('7', day('2026-03-14'))).toEqual(['don-vi-lien-quan/1']);
    expect(evaluated([]).tasks.map((t) => t.task.id)).toContain('7');
    expect(evaluated([]).reporting.expected).not.toContain('don-vi-lien-quan');
  });

  it('the bodies in force at the cut-off owe: the merged commune from its first day', () => {
    expect(owed('2', day('2026-06-30'))).toEqual(COMMUNES.map((id) => `${id}/1`));
    expect(owed('2', day('2026-07-01'))).toEqual(['xa-mau-01/1', 'xa-mau-02/1', `${MERGED}/1`]);
  });
});

/** Sở Mẫu 03 ends on 30 June 2026 and Sở Mẫu 02 goes on in its place. */
function withoutThird(file: UnitsFile): UnitsFile {
  const successors = [{ unit: 'so-mau-02', on: day('2026-07-01') }];
  return {
    ...file,
    units: file.units.map((u) => (u.id === 'so-mau-03' ? { ...u, to: day('2026-06-30'), successors } : u)),
  };
}

describe('a named lead that has ended', () => {
  const units = registry(withoutThird);
  const only = planOfParts([{ lead: ['so-mau-03'], due: day('2026-05-31') }]);

  it('is owed by its successor, so that the task stays in the count', () => {
    expect(owed('1', day('2026-06-30'), only, units)).toEqual(['so-mau-03/1']);
    expect(owed('1', day('2026-07-01'), only, units)).toEqual(['so-mau-02/1']);
  });

  it('passes on what it did, and what it left undone', () => {
    const done = [taskFact('so-mau-03', '1', 'completed', '2026-05-20')];
    const at = { plan: only, registry: units, period: '2026-Q3' };
    expect(judged(evaluated(ledgerOf(done), at), 'so-mau-02')).toMatchObject({
      status: 'done-on-time',
      completedOn: '2026-05-20',
      reported: false,
    });
    expect(judged(evaluated([], at), 'so-mau-02').status).toBe('overdue');
  });

  it('does not credit a body that owed the same part beside it', () => {
    const both = planOfParts([{ lead: ['so-mau-02', 'so-mau-03'], due: day('2026-05-31') }]);
    const facts = ['started', 'completed'] as const;
    const done = facts.map((event) => taskFact('so-mau-03', '1', event, '2026-05-20'));
    const evaluation = evaluated(ledgerOf(done), { plan: both, registry: units, period: '2026-Q3' });
    expect(evaluation.judgements).toHaveLength(1);
    expect(judged(evaluation, 'so-mau-02')).toMatchObject({ status: 'overdue', events: [] });
  });

  it('a chain of successors is followed to the one in force', () => {
    const chain = registry((file) => {
      const merged = withoutThird(file);
      const next = { to: day('2026-08-31'), successors: [{ unit: 'so-mau-01', on: day('2026-09-01') }] };
      return { ...merged, units: merged.units.map((u) => (u.id === 'so-mau-02' ? { ...u, ...next } : u)) };
    });
    expect(owed('1', day('2026-09-14'), only, chain)).toEqual(['so-mau-01/1']);
    const done = [taskFact('so-mau-03', '1', 'completed', '2026-05-20')];
    const evaluation = evaluated(ledgerOf(done), { plan: only, registry: chain, period: '2026-Q3' });
    expect(judged(evaluation, 'so-mau-01').status).toBe('done-on-time');
  });

  it('successors that name each other end the search instead of going round', () => {
    const circle = registry((file) => {
      const ended = withoutThird(file);
      const back = { to: day('2026-06-30'), successors: [{ unit: 'so-mau-03', on: day('2026-07-01') }] };
      return { ...ended, units: ended.units.map((u) => (u.id === 'so-mau-02' ? { ...u, ...back } : u)) };
    });
    expect(owed('1', day('2026-07-01'), only, circle)).toEqual([]);
  });
});

describe('communes that merged', () => {
  const [third, fourth] = ['xa-mau-03', 'xa-mau-04'];
  const dated = planOfParts([{ lead: ['ubnd-xa-phuong'], due: day('2026-06-30') }]);
  const status = (facts: readonly Fact[], of = dated, periodId = '2026-Q3'): string => {
    const j = judged(evaluated(ledgerOf(facts), { plan: of, period: periodId }), MERGED);
    return j.completedOn ? `${j.status} ${j.completedOn}` : j.status;
  };
  const fact = (
    unit: string,
    event: 'started' | 'progress' | 'completed' | 'unsatisfactory' | 'cancelled',
    on: string,
  ): Fact => taskFact(unit, '1', event, on);

  it('all had done it: done, on the day of the last', () => {
    expect(status([fact(third, 'completed', '2026-06-20'), fact(fourth, 'completed', '2026-05-20')])).toBe(
      'done-on-time 2026-06-20',
    );
  });

  it('one had done it late: done late', () => {
    expect(status([fact(third, 'completed', '2026-07-01'), fact(fourth, 'completed', '2026-05-20')])).toBe(
      'done-late 2026-07-01',
    );
  });

  it('one had not done it: not done', () => {
    expect(status([fact(third, 'completed', '2026-06-20')])).toBe('overdue');
    expect(status([fact(third, 'completed', '2026-06-20'), fact(fourth, 'started', '2026-05-20')])).toBe('overdue');
  });

  it('one was judged not up to requirement: not up to requirement, until the new commune does it again', () => {
    const told = [fact(third, 'completed', '2026-06-20'), fact(fourth, 'completed', '2026-05-20')];
    const turnedDown = [...told, fact(fourth, 'unsatisfactory', '2026-06-10')];
    expect(status(turnedDown)).toBe('done-unsatisfactory');
    expect(status([...turnedDown, fact(MERGED, 'completed', '2026-07-10')])).toBe('done-late 2026-07-10');
  });

  it('the new commune does it for all', () => {
    expect(status([fact(MERGED, 'completed', '2026-07-10')])).toBe('done-late 2026-07-10');
  });

  it('stopping one commune’s share leaves the other’s standing', () => {
    const stopped = fact(third, 'cancelled', '2026-05-01');
    expect(status([stopped])).toBe('overdue');
    expect(status([stopped, fact(fourth, 'completed', '2026-06-20')])).toBe('done-on-time 2026-06-20');
    expect(status([stopped, fact(fourth, 'cancelled', '2026-05-02')])).toBe('cancelled');
    expect(status([fact(MERGED, 'cancelled', '2026-07-10')])).toBe('cancelled');
  });

  it('one result in the period is a result; turning down the other’s does not take it away', () => {
    const periodic = planOfParts([{ lead: ['ubnd-xa-phuong'], due: 'periodic' }]);
    const kept = fact(third, 'progress', '2026-06-20');
    expect(status([kept], periodic)).toBe('period-done');
    expect(status([kept, fact(fourth, 'unsatisfactory', '2026-06-25')], periodic)).toBe('period-done');
    expect(status([kept, fact(third, 'unsatisfactory', '2026-06-25')], periodic)).toBe('no-report');
  });

  it('that reported before they merged have not reported for the new commune', () => {
    const periodic = planOfParts([{ lead: ['ubnd-xa-phuong'], due: 'periodic' }]);
    expect(status([submittedFact(third, '2026-Q3'), submittedFact(fourth, '2026-Q3')], periodic)).toBe('no-report');
    expect(status([submittedFact(MERGED, '2026-Q3')], periodic)).toBe('period-missing');
  });

  it('merge on the cut-off day itself: the new commune owes that day, with what they had done', () => {
    const lastMinute = registry((file) => ({
      ...file,
      units: file.units.map((u) => {
        if (u.id === MERGED)
          return { ...u, from: day('2026-09-14'), groups: u.groups.map((g) => ({ ...g, from: day('2026-09-14') })) };
        if (u.successors.length === 0) return u;
        const groups = u.groups.map((g) => ({ ...g, to: day('2026-09-13') }));
        return { ...u, to: day('2026-09-13'), groups, successors: [{ unit: MERGED, on: day('2026-09-14') }] };
      }),
    }));
    const done = [third, fourth].map((unit) => fact(unit, 'completed', '2026-06-20'));
    const evaluation = evaluated(ledgerOf(done), { plan: dated, registry: lastMinute, period: '2026-Q3' });
    expect(judged(evaluation, MERGED).status).toBe('done-on-time');
    expect(evaluation.judgements).toHaveLength(3);
  });

  it('an old report comes out the same after the merger', () => {
    const before = [fact(third, 'completed', '2026-06-10')];
    const at = { plan: dated, period: '2026-H1' };
    const counts = evaluated(ledgerOf(before), at).counts;
    const after = evaluated(ledgerOf([...before, fact(MERGED, 'completed', '2026-07-10')]), at);
    expect(after.counts).toEqual(counts);
    expect(after.judgements.map((j) => j.obligation.unit)).toEqual([...COMMUNES]);
    expect(judged(after, third).status).toBe('done-on-time');
    expect(judged(after, fourth).status).toBe('not-due');
  });
});
