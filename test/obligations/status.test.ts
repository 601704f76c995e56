/**
 * Guards the status of an obligation at a cut-off: the table `status.csv`, one row a story with the answer that the
 * rules must give, told through the same door as real facts (lines, booking), and the laws that hold for all stories.
 */

import fc from 'fast-check';
import { plainDate } from '../../src/calendar/plain-date';
import { book } from '../../src/ledger/booking';
import { readLine } from '../../src/ledger/lines';
import { TASK_EVENTS, type Fact, type TaskFact } from '../../src/ledger/events';
import { STATUSES } from '../../src/obligations/schema';
import type { Evaluation } from '../../src/figures/evaluation';
import type { Plan } from '../../src/plan/plan';
import { bookingContextOf, period, planOfParts } from '../fixtures/city';
import { eventDue } from '../fixtures/dues';
import { evaluated, judged, rules } from '../fixtures/evaluation';
import { instant, LATER, ledgerOf, submittedFact, taskFact, type Telling } from '../fixtures/events';
import { numberIn, oneOf, readTable, type Row } from '../fixtures/tables';

const UNIT = 'so-mau-01';
const CLASSES = ['dated', 'periodic', 'event'] as const;

/** "15 ngày", "10 ngày làm việc": how long after its event the part of work is due. */
function offsetOf(text: string): { readonly days: number; readonly working: boolean } {
  const match = /^(\d+) ngày( làm việc)?$/.exec(text);
  if (!match) throw new Error(`not understood: "${text}"`);
  return { days: Number(match[1]), working: match[2] !== undefined };
}

function planOfRow(row: Row): Plan {
  const cls = oneOf(CLASSES, row['class']);
  if (cls === 'event' && row['due']) return planOfParts([{ lead: [UNIT], due: eventDue(offsetOf(row['due'])) }]);
  if (cls !== 'dated') return planOfParts([{ lead: [UNIT], due: cls }]);
  return planOfParts([{ lead: [UNIT], due: row['due'] ? plainDate(row['due']) : null }]);
}

/** "extended 2026-02-10 -> 2026-04-30 told 2026-03-10" as a line of `record`, booked as any other. */
function telling(text: string, plan: Plan): Telling {
  const match = /^(\w+) (\S+)(?: -> (\S+))?(?: told (\S+))?$/.exec(text);
  if (!match) throw new Error(`not understood: "${text}"`);
  const [, event, on, due, recordedAt] = match;
  const basis = event === 'extended' || event === 'cancelled' ? 'Văn bản mẫu' : undefined;
  const line = readLine({ unit: UNIT, plan: plan.id, task: '1', event, on, due, basis, recordedAt }, {});
  if (!line.value) throw new Error(JSON.stringify(line.diagnostics));
  const booked = book(line.value, bookingContextOf(plan), {}, LATER, false);
  if (!booked.value) throw new Error(JSON.stringify(booked.diagnostics));
  const { fact, statedAt } = booked.value;
  return statedAt === null ? { fact } : { fact, at: statedAt };
}

function evaluatedRow(row: Row): Evaluation {
  const plan = planOfRow(row);
  const told = (row['events'] ?? '').split(' / ').filter((text) => text !== '');
  const sent = row['sent'] === 'yes' ? [submittedFact(UNIT, row['period'])] : [];
  const events = ledgerOf([...told.map((text) => telling(text, plan)), ...sent]);
  const asOf = row['as_of'] ? instant(row['as_of']) : LATER;
  return evaluated(events, { plan, period: row['period'] ?? '', asOf });
}

describe('status.csv', () => {
  const table = readTable('status.csv');

  it.each(table.map((row, index) => [index + 2, row['why'] ?? '', row] as const))('row %i: %s', (_, __, row) => {
    const evaluation = evaluatedRow(row);
    const judgement = judged(evaluation, UNIT);
    expect({
      status: judgement.status,
      rule: judgement.rule.id,
      reported: judgement.reported ? 'yes' : 'no',
      due_in_force: judgement.due ?? '',
      completed_on: judgement.completedOn ?? '',
      days_late: judgement.daysLate,
    }).toEqual({
      status: row['status'],
      rule: row['rule'],
      reported: row['reported'],
      due_in_force: row['due_in_force'],
      completed_on: row['completed_on'],
      days_late: numberIn(row['days_late']),
    });
    expect(evaluation.counts.byObligation[judgement.status]).toBe(1);
  });

  it('has a row for every rule and for every status', () => {
    expect(new Set(table.map((row) => row['rule']))).toEqual(new Set(rules().status.map((rule) => rule.id)));
    expect(new Set(table.map((row) => row['status']))).toEqual(new Set(STATUSES));
  });
});

describe('facts and due parts', () => {
  const [march, november] = [plainDate('2026-03-31'), plainDate('2026-11-30')];
  const two = planOfParts([
    { lead: [UNIT], due: march },
    { lead: [UNIT], due: november },
  ]);
  const judgedParts = (...facts: readonly Fact[]): readonly string[] => {
    const evaluation = evaluated(ledgerOf(facts), { plan: two, period: '2026-H1' });
    return [1, 2].map((part) => judged(evaluation, UNIT, '1', part)).map((j) => `${j.status} ${j.due}`);
  };

  it('a fact told for one part leaves the other alone', () => {
    const fact = taskFact(UNIT, '1', 'completed', '2026-03-01', { part: 1 });
    expect(judgedParts(fact)).toEqual(['done-on-time 2026-03-31', 'not-due 2026-11-30']);
  });

  it('a fact told for the whole task holds for every part', () => {
    const fact = taskFact(UNIT, '1', 'completed', '2026-03-01');
    expect(judgedParts(fact)).toEqual(['done-on-time 2026-03-31', 'done-on-time 2026-11-30']);
  });

  it('an extension of the whole task never brings forward a part that is due later', () => {
    const fact = taskFact(UNIT, '1', 'extended', '2026-03-01', { due: plainDate('2026-05-31'), basis: 'Văn bản mẫu' });
    expect(judgedParts(fact)).toEqual(['overdue 2026-05-31', 'not-due 2026-11-30']);
  });

  it('a new last day told for one part may be earlier than the plan says', () => {
    const due = plainDate('2026-05-31');
    const fact = taskFact(UNIT, '1', 'extended', '2026-03-01', { part: 2, due, basis: 'Văn bản mẫu' });
    expect(judgedParts(fact)).toEqual(['overdue 2026-03-31', 'overdue 2026-05-31']);
  });

  it('a correction of one part leaves what was told of the other', () => {
    const told = [1, 2].map((part) => taskFact(UNIT, '1', 'completed', '2026-03-01', { part }));
    const correction = taskFact(UNIT, '1', 'corrected', '2026-03-02', { part: 1 });
    expect(judgedParts(...told, correction)).toEqual(['overdue 2026-03-31', 'done-on-time 2026-11-30']);
  });

  it('facts of another unit, task or plan are not this one’s', () => {
    const plan = planOfParts([{ lead: [UNIT, 'so-mau-02'], due: march }]);
    const others = [
      taskFact('so-mau-02', '1', 'completed', '2026-03-01'),
      taskFact(UNIT, '2', 'completed', '2026-03-01'),
      { ...taskFact(UNIT, '1', 'completed', '2026-03-01'), plan: 'ke-hoach-khac' },
    ];
    const evaluation = evaluated(ledgerOf(others), { plan });
    expect(judged(evaluation, UNIT)).toMatchObject({ status: 'not-due', events: [] });
    expect(judged(evaluation, 'so-mau-02').status).toBe('done-on-time');
  });

  it('the answer lists the events it stands on, in the order in which they happened', () => {
    const facts = [
      taskFact(UNIT, '1', 'completed', '2026-03-10', { part: 1 }),
      taskFact(UNIT, '1', 'started', '2026-01-10', { part: 1 }),
      taskFact(UNIT, '1', 'progress', '2026-07-10', { part: 1 }),
    ];
    const evaluation = evaluated(ledgerOf(facts), { plan: two, period: '2026-H1' });
    expect(judged(evaluation, UNIT).events.map((e) => e.seq)).toEqual([2, 1]);
    expect(judged(evaluation, UNIT, '1', 2).events).toEqual([]);
  });
});

describe('laws', () => {
  const { from, to } = period('2026-H1').window;
  const days = fc.date({
    min: new Date(`${from}T00:00:00Z`),
    max: new Date('2026-07-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const day = days.map((d) => plainDate(d.toISOString().slice(0, 10)));
  /** Corrections void what was told before them: their place in the telling is their meaning, so they are left out. */
  const told = fc.constantFrom(...TASK_EVENTS.filter((event) => event !== 'corrected'));
  const due = fc.option(day);
  const fact = fc.tuple(told, day, due).map(([event, on, newDue]): TaskFact => {
    const moves = event === 'extended' || event === 'triggered';
    return taskFact(UNIT, '1', event, on, { due: moves ? newDue : null });
  });
  const story = fc.uniqueArray(fact, { selector: (f) => f.occurredOn, maxLength: 7 });
  const duty = fc.constantFrom(
    plainDate('2026-02-28'),
    plainDate('2026-06-14'),
    'periodic' as const,
    'event' as const,
    eventDue({ days: 15, working: false }),
    null,
  );
  const answer = (plan: Plan, tellings: readonly (Fact | Telling)[]): unknown => {
    const {
      status,
      rule,
      due: last,
      completedOn,
      daysLate,
      reported,
      events,
    } = judged(evaluated(ledgerOf(tellings), { plan, period: '2026-H1', asOf: instant('2026-08-31') }), UNIT);
    const stands = events.map(({ fact: f }) => `${f.event} ${f.occurredOn}`);
    return { status, rule: rule.id, last, completedOn, daysLate, reported, stands };
  };
  const known = (f: Fact): Telling => ({ fact: f, at: instant('2026-08-01') });

  it('the order in which facts of different days were told never changes the answer', () => {
    fc.assert(
      fc.property(duty, story, fc.infiniteStream(fc.nat()), (last, facts, order) => {
        const plan = planOfParts([{ lead: [UNIT], due: last }]);
        const shuffled = facts.map((f) => [order.next().value as number, f] as const).sort((a, b) => a[0] - b[0]);
        expect(
          answer(
            plan,
            shuffled.map(([, f]) => known(f)),
          ),
        ).toEqual(answer(plan, facts.map(known)));
      }),
      { numRuns: 300 },
    );
  });

  it('a fact recorded after the as-of instant changes nothing, whatever it is', () => {
    const any = fc.tuple(fc.constantFrom(...TASK_EVENTS), day, due);
    fc.assert(
      fc.property(duty, story, any, (last, facts, [event, on, newDue]) => {
        const plan = planOfParts([{ lead: [UNIT], due: last }]);
        const late: Telling = { fact: taskFact(UNIT, '1', event, on, { due: newDue }), at: instant('2026-09-01') };
        expect(answer(plan, [...facts.map(known), late])).toEqual(answer(plan, facts.map(known)));
      }),
      { numRuns: 300 },
    );
  });

  it('a fact that happened after the cut-off day changes nothing, whatever it is', () => {
    const after = fc.integer({ min: 15, max: 30 }).map((n) => `2026-06-${n}`);
    const any = fc.tuple(fc.constantFrom(...TASK_EVENTS), after, due);
    fc.assert(
      fc.property(duty, story, any, (last, facts, [event, on, newDue]) => {
        const plan = planOfParts([{ lead: [UNIT], due: last }]);
        const late = known(taskFact(UNIT, '1', event, on, { due: newDue }));
        expect(answer(plan, [...facts.map(known), late])).toEqual(answer(plan, facts.map(known)));
      }),
      { numRuns: 300 },
    );
  });

  it('days late are counted only for what is late, and only forwards', () => {
    fc.assert(
      fc.property(duty, story, (last, facts) => {
        const plan = planOfParts([{ lead: [UNIT], due: last }]);
        const judgement = judged(evaluated(ledgerOf(facts), { plan, period: '2026-H1' }), UNIT);
        const late = judgement.status === 'overdue' || judgement.status === 'done-late';
        expect(judgement.daysLate !== null).toBe(late);
        if (judgement.status === 'done-late') expect(judgement.daysLate).toBeGreaterThan(0);
        if (judgement.status === 'overdue') expect(judgement.due && judgement.due <= to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
