/** The pure comparison: what reads differently, by what, and nothing else. */

import fc from 'fast-check';
import { plainDate } from '../../../src/calendar/plain-date';
import type { LedgerEvent } from '../../../src/ledger/events';
import { causesOf, changesBetween, touches, wasKnown } from '../../../src/report/restatement/changes';
import type { Statement } from '../../../src/report/restatement/statements';
import { figureFact, instant, ledgerOf, narrativeFact, submittedFact, taskFact } from '../../fixtures/events';

const said = (key: string, text: string, kind: Statement['kind'] = 'count'): Statement => ({
  key,
  kind,
  text,
  label: `Mục ${key}`,
});

describe('two reports', () => {
  it('that say the same have no change, whatever the order', () => {
    const [a, b] = [said('a', '1'), said('b', '2')];
    expect(changesBetween([a, b], [b, a])).toEqual([]);
  });

  it('differ in what was changed, added and left out, work before figures', () => {
    const before = [said('a', '1'), said('b', '2'), said('c', '3')];
    const after = [said('a', '1'), said('b', '20'), said('w', 'Hoàn thành', 'work')];
    expect(changesBetween(before, after).map(({ key, before: was, after: is }) => [key, was, is])).toEqual([
      ['w', null, 'Hoàn thành'],
      ['b', '2', '20'],
      ['c', '3', null],
    ]);
  });

  it('may not say one thing twice: the program would be comparing by chance', () => {
    expect(() => changesBetween([said('a', '1'), said('a', '2')], [])).toThrow('stated twice: a');
  });
});

describe('facts that touch a report', () => {
  const window = { from: plainDate('2025-12-15'), to: plainDate('2026-03-14') };
  const report = { plan: 'ke-hoach-mau', period: '2026-Q1', unit: 'so-mau-01', window };
  const touching = (...args: Parameters<typeof taskFact>): boolean => touches(report, taskFact(...args));

  it('are those of its body that happened until the cut-off day, both clocks apart', () => {
    expect(touching('so-mau-01', '1', 'completed', '2026-03-14')).toBe(true);
    expect(touching('so-mau-01', '1', 'completed', '2026-03-15')).toBe(false);
    expect(touching('so-mau-01', '1', 'completed', '2025-11-01')).toBe(true);
    expect(touching('so-mau-02', '1', 'completed', '2026-03-14')).toBe(false);
  });

  it('are figures, texts and submissions of its period', () => {
    expect(touches(report, figureFact('so-mau-01', 'cong', 3))).toBe(true);
    expect(touches(report, figureFact('so-mau-01', 'cong', 3, '2026-H1'))).toBe(false);
    expect(touches(report, narrativeFact('so-mau-01', 'V', 'Lời mẫu'))).toBe(true);
    expect(touches(report, submittedFact('so-mau-01', '2026-H1'))).toBe(false);
  });

  it('of any body for the city, of its plan only', () => {
    expect(touches({ ...report, unit: null }, figureFact('xa-mau-01', 'cong', 3))).toBe(true);
    expect(touches({ ...report, unit: null, plan: 'khac' }, figureFact('xa-mau-01', 'cong', 3))).toBe(false);
  });

  it('was known only when both its position and its telling lie before those of the report', () => {
    const at = '2026-03-18T08:00:00+07:00';
    const [early, late, backdated] = ledgerOf([
      { fact: figureFact('so-mau-01', 'cong', 1), at: instant(at) },
      { fact: figureFact('so-mau-01', 'cong', 2), at: instant('2026-03-25T08:00:00+07:00') },
      { fact: figureFact('so-mau-01', 'cong', 3), at: instant('2026-03-01T08:00:00+07:00') },
    ]) as [LedgerEvent, LedgerEvent, LedgerEvent];
    const report18 = { ledger: { seq: 2, hash: late.hash }, asOf: instant(at) };
    expect([early, late, backdated].map((e) => wasKnown(report18, e))).toEqual([true, false, false]);
  });
});

describe('what each fact moved', () => {
  /** A report that says the last figure of each unit and their sum. */
  const state = (events: readonly LedgerEvent[]): readonly Statement[] => {
    const last = new Map<string, number>();
    for (const { fact } of events)
      if (fact.kind === 'figure' && fact.indicator === 'cong') last.set(fact.unit, fact.value ?? 0);
    const sum = [...last.values()].reduce((a, b) => a + b, 0);
    return [...[...last].sort().map(([unit, n]) => said(unit, String(n), 'indicator')), said('tong', String(sum))];
  };

  it('is told for each in its turn; a fact about something else moves nothing', () => {
    const events = ledgerOf([
      figureFact('a', 'cong', 1),
      figureFact('b', 'cong', 2),
      figureFact('a', 'khac', 9),
      figureFact('a', 'cong', 5),
    ]);
    const causes = causesOf(events.slice(0, 2), events.slice(2), state);
    expect(causes.map(({ event, moved }) => [event.seq, moved])).toEqual([
      [3, []],
      [4, ['a', 'tong']],
    ]);
  });

  it('together they moved exactly what changed, and every change has its cause', () => {
    const told = fc.record({
      unit: fc.constantFrom('a', 'b', 'c'),
      indicator: fc.constantFrom('cong', 'khac'),
      value: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 6 }), fc.array(told, { maxLength: 12 }), (known, since) => {
        const events = ledgerOf([...known, ...since].map((t) => figureFact(t.unit, t.indicator, t.value)));
        const [before, after] = [events.slice(0, known.length), events.slice(known.length)];
        const changed = changesBetween(state(before), state(events)).map((c) => c.key);
        const causes = causesOf(before, after, state);
        expect(causes).toHaveLength(after.length);
        const moved = new Set(causes.flatMap((c) => c.moved));
        for (const key of changed) expect(moved.has(key)).toBe(true);
        if (changed.length === 0) expect(moved.size).toBe(0);
      }),
    );
  });

  it('many facts without effect are looked at a few times only', () => {
    const events = ledgerOf([
      figureFact('a', 'cong', 1),
      ...Array.from({ length: 150 }, (_, i) => figureFact('a', 'khac', i)),
      figureFact('a', 'cong', 2),
    ]);
    let looked = 0;
    const counting = (some: readonly LedgerEvent[]): readonly Statement[] => {
      looked++;
      return state(some);
    };
    const causes = causesOf(events.slice(0, 1), events.slice(1), counting);
    expect(causes.filter((c) => c.moved.length > 0).map((c) => c.event.seq)).toEqual([152]);
    expect(looked).toBeLessThan(20);
  });
});
