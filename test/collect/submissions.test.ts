/** Who has sent what: the states row by row, several channels, and a report that was sent and says nothing. */

import { submissionsOf, type UnitSubmission } from '../../src/collect/submissions';
import { toldFor } from '../../src/collect/told';
import { askedIndicators } from '../../src/figures/checks/answers';
import { bookFigures } from '../../src/figures/figures';
import { endOfDay } from '../../src/calendar/instant';
import { plainDate } from '../../src/calendar/plain-date';
import type { Fact, SubmissionFact } from '../../src/ledger/events';
import type { Period, Submission } from '../../src/regulation/periods';
import { indicatorsFile, period, registry } from '../fixtures/city';
import { evaluated } from '../fixtures/evaluation';
import {
  figureFact,
  instant,
  ledgerOf,
  narrativeFact,
  PLAN,
  submittedFact,
  taskFact,
  type Telling,
} from '../fixtures/events';
import { numberIn, readTable } from '../fixtures/tables';

const UNIT = 'so-mau-02';
const TOLD_AT = instant('2026-03-21T09:00:00+07:00');

function sending(text: string, more: Partial<SubmissionFact> = {}): Fact {
  const [event, on] = text.split(' ') as [SubmissionFact['event'], string | undefined];
  const occurredOn = on === undefined ? null : plainDate(on);
  const base = { kind: 'submission', plan: PLAN, unit: UNIT, period: '2026-Q1' } as const;
  return { ...base, event, occurredOn, channel: null, note: null, ...more };
}

interface Asked {
  readonly of?: Period;
  readonly asOf?: string;
}

function board(
  facts: readonly (Fact | Telling)[],
  { of = period('2026-Q1'), asOf = '2026-03-25' }: Asked = {},
): readonly UnitSubmission[] {
  const events = ledgerOf(facts.map((f) => ('fact' in f ? f : { fact: f, at: TOLD_AT })));
  return submissionsOf({
    ...{ period: of, previous: undefined, registry: registry(), asOf: endOfDay(plainDate(asOf)), events },
    judgements: evaluated(events, { period: of.id }).judgements,
    asked: askedIndicators(indicatorsFile(), registry(), of.window.to),
    book: bookFigures(events),
  });
}

const own = (units: readonly UnitSubmission[], unit = UNIT): UnitSubmission => {
  const found = units.find((u) => u.unit === unit);
  if (!found) throw new Error(`${unit} owes no report`);
  return found;
};

describe('submissions.csv', () => {
  const table = readTable('submissions.csv');

  it.each(table.map((row) => [row['why'] ?? '', row] as const))('%s', (_, row) => {
    const sent = (row['events'] ?? '').split(' / ').filter(Boolean);
    const told = row['told'] === '' ? [] : [figureFact(UNIT, 'cong', 3)];
    const { main } = own(board([...told, ...sent.map((s) => sending(s))], { asOf: row['asOf'] ?? '' }));
    const { status, state, submittedOn, daysLate } = main;
    expect({ status, state, submittedOn: submittedOn ?? '', daysLate }).toEqual({
      status: row['status'],
      state: row['state'],
      submittedOn: row['sentOn'],
      daysLate: numberIn(row['daysLate']),
    });
  });
});

describe('the board', () => {
  it('has a row for every unit that owes a report at the cut-off, and for no other', () => {
    const ids = (p: string): readonly string[] => board([], { of: period(p) }).map((u) => u.unit);
    expect(ids('2026-Q1')).toEqual([
      ...['so-mau-01', 'so-mau-02', 'so-mau-03'],
      ...['xa-mau-01', 'xa-mau-02', 'xa-mau-03', 'xa-mau-04'],
    ]);
    expect(ids('2026-Y')).toEqual(expect.not.arrayContaining(['xa-mau-03', 'xa-mau-04']));
  });

  it('a sending counts for its own unit and period only', () => {
    const units = board([sending('submitted 2026-03-17'), sending('submitted 2026-06-17', { period: '2026-H1' })]);
    expect(own(units).main.submittedOn).toBe('2026-03-17');
    expect(own(units, 'so-mau-01').main.status).toBe('missing');
  });

  it('a sending told ahead of its day has not come before that day', () => {
    const told = [sending('submitted 2026-03-24')];
    expect(own(board(told, { asOf: '2026-03-23' })).main).toMatchObject({ status: 'missing', submittedOn: null });
    expect(own(board(told, { asOf: '2026-03-24' })).main.submittedOn).toBe('2026-03-24');
  });

  it('keeps why a report was sent back until it comes again', () => {
    const back = sending('returned 2026-03-19', { note: 'thiếu phụ lục' });
    expect(own(board([sending('submitted 2026-03-17'), back])).main).toMatchObject({
      returnedOn: '2026-03-19',
      returnNote: 'thiếu phụ lục',
    });
    const again = own(board([sending('submitted 2026-03-17'), back, sending('submitted 2026-03-20')])).main;
    expect(again).toMatchObject({ returnedOn: '2026-03-19', returnNote: null });
  });
});

describe('several channels', () => {
  const basis = [{ instrument: 'quy-uoc', at: null }];
  const thematic: Submission = {
    ...{ id: 'kenh-rieng', channel: 'Kênh riêng', who: ['so-mau-02'], form: 'chuyên đề' },
    ...{ due: plainDate('2026-03-15'), rule: 'chậm nhất ngày 15', basis },
  };
  const of: Period = { ...period('2026-Q1'), submissions: [thematic, ...period('2026-Q1').submissions] };
  const states = (facts: readonly Fact[]): object =>
    Object.fromEntries(
      own(board([figureFact(UNIT, 'cong', 1), ...facts], { of })).channels.map((c) => [c.id, c.status]),
    );

  it('each is judged by its own day, and the general report is the unit’s main one', () => {
    expect(own(board([], { of })).main.id).toBe('kenh-mau');
    const both = [
      sending('submitted 2026-03-17', { channel: 'kênh mẫu' }),
      sending('submitted 2026-03-17', { channel: 'kenh-rieng' }),
    ];
    expect(states(both)).toEqual({ 'kenh-mau': 'on-time', 'kenh-rieng': 'late' });
  });

  it('a sending that names no channel, or only how it travelled, is the main report', () => {
    expect(states([sending('submitted 2026-03-17')])).toEqual({ 'kenh-mau': 'on-time', 'kenh-rieng': 'missing' });
    const mail = sending('submitted 2026-03-17', { channel: 'thư điện tử' });
    expect(states([mail])).toEqual({ 'kenh-mau': 'on-time', 'kenh-rieng': 'missing' });
  });

  it('a unit that owes one channel has no second one', () => {
    expect(own(board([], { of }), 'so-mau-01').channels.map((c) => c.id)).toEqual(['kenh-mau']);
  });
});

describe('complete', () => {
  const answers = ['cong', 'ton', 'dem', 'lua-chon'].map((code) => figureFact(UNIT, code, 1));
  const all = [...answers, figureFact(UNIT, 'ty-le', 'nothing-arose'), figureFact(UNIT, 'lon-nhat', 0)];
  const result = taskFact(UNIT, '3', 'progress', '2026-03-01');
  const done = taskFact(UNIT, '5', 'completed', '2026-02-10', { part: 1 });

  it('is a report in which every figure that is asked and every piece of work that is due has its answer', () => {
    expect(own(board([...all, result, done])).complete).toBe(true);
  });

  it('is judged from what was told: sending adds nothing to it', () => {
    expect(own(board([submittedFact(UNIT)])).complete).toBe(false);
    const lacks = own(board([...answers, result, submittedFact(UNIT)]));
    expect(lacks.complete).toBe(false);
    expect(lacks.unanswered.indicators).toEqual(['ty-le', 'lon-nhat']);
    expect(lacks.unanswered.obligations.map((j) => j.obligation.part.task.id)).toEqual(['5']);
  });

  it('work that is overdue is answered by its reason', () => {
    const reason = taskFact(UNIT, '5', 'started', '2026-02-01', { reason: 'Chờ ý kiến' });
    expect(own(board([...all, result, reason])).complete).toBe(true);
  });
});

describe('what was told for a period', () => {
  const count = (facts: readonly (Fact | Telling)[], p = '2026-Q1', previous?: string): number =>
    toldFor(ledgerOf(facts), period(p), previous === undefined ? undefined : period(previous)).get(UNIT) ?? 0;

  it('counts figures that stand, texts and what became of tasks; not the sending itself', () => {
    expect(count([submittedFact(UNIT)])).toBe(0);
    expect(count([figureFact(UNIT, 'cong', 3), figureFact(UNIT, 'cong', 4)])).toBe(1);
    expect(count([figureFact(UNIT, 'cong', 3), figureFact(UNIT, 'cong', 'withdrawn')])).toBe(0);
    expect(count([figureFact(UNIT, 'cong', 'nothing-arose')])).toBe(1);
    expect(count([narrativeFact(UNIT, 'V', 'Không')])).toBe(1);
    expect(count([narrativeFact(UNIT, 'V', '')])).toBe(0);
    expect(count([taskFact(UNIT, '3', 'progress', '2026-03-01')])).toBe(1);
    expect(count([figureFact(UNIT, 'cong', 3, '2026-H1')])).toBe(0);
  });

  it('what a shorter period was told is not told again by the longer one that holds it', () => {
    const early = { fact: taskFact(UNIT, '3', 'progress', '2026-03-01'), at: instant('2026-03-16T08:00:00+07:00') };
    expect(count([early], '2026-H1', '2026-Q1')).toBe(0);
    expect(count([{ ...early, at: instant('2026-06-16T08:00:00+07:00') }], '2026-H1', '2026-Q1')).toBe(1);
    expect(count([taskFact(UNIT, '3', 'progress', '2026-04-01')], '2026-H1', '2026-Q1')).toBe(1);
  });
});
