/** One period of one plan is read by an index, and the answer is that of the whole ledger. */

import { evaluationJson } from '../../../../src/app/evaluate';
import { evaluatePlan, readPeriod } from '../../../../src/app/plan-data';
import type { NewEvent } from '../../../../src/ledger/events';
import { eventsOf, extentOf, type Question } from '../../../../src/ledger/store/query';
import { narrativeFact } from '../../../fixtures/events';
import { LATER, opened as openedPeriod, planData, sampleEvents } from '../../../support/hanoi';
import { eachWithLedger, event, NOW, type Backend } from './backend';

/** A question with its values in it, for a tool that explains it. */
const spelled = ({ sql, values }: Question): string => {
  const left = [...values];
  return sql.replace(/\?/g, () => {
    const value = left.shift() as string | number;
    return typeof value === 'number' ? String(value) : `'${value}'`;
  });
};

/** `explained`: how the tool of the store tells its plan, one text for all of it. */
export function periodIsRead(backend: Backend, explained: (url: string, sql: string) => Promise<string>): void {
  describe('a period of a plan', () => {
    const { url, opened } = eachWithLedger(backend);
    const data = planData();
    const facts = (period: string, sample: boolean): readonly NewEvent[] =>
      sampleEvents(data, period, 7).map(({ fact }) => event(fact, { sample }));

    it('is evaluated the same from the facts that can matter to it as from all of them', async () => {
      const ledger = await opened();
      await ledger.append(facts('2026-Q1', true), NOW);
      await ledger.append(facts('2026-H1', false), NOW);
      const other = facts('2026-Q1', true).map(({ fact }) => event({ ...fact, plan: 'ke-hoach-khac' }));
      await ledger.append(other, NOW);
      const all = await ledger.read({ plan: data.plan.id, asOf: LATER });
      for (const id of ['2026-Q1', '2026-H1', '2026-Y']) {
        const { period, rules } = openedPeriod(data, id);
        const { events, extent } = await readPeriod(ledger, data, period, LATER);
        expect(events.length).toBeLessThan(all.length);
        for (const unit of [null, events[0]?.fact.unit ?? null]) {
          const request = { period, rules, unit, asOf: LATER };
          const full = evaluatePlan(data, all, request);
          const part = evaluatePlan(data, events, { ...request, extent });
          expect(evaluationJson(part)).toEqual(evaluationJson(full));
          expect(part.ledger).toMatchObject(full.ledger);
          expect(part.narratives).toEqual(full.narratives);
        }
      }
    });

    it('is found by an index, and how much is known is counted on an index', async () => {
      const ledger = await opened();
      const many = Array.from({ length: 20_000 }, (_, i) => {
        const fact = narrativeFact(`so-mau-${i % 100}`, 'V', `${i}`, `2026-${i % 7}`);
        return event({ ...fact, plan: `ke-hoach-${i % 40}` });
      });
      await ledger.append(many, NOW);
      const read = eventsOf({ plan: 'ke-hoach-1', periods: ['2026-1'], asOf: LATER }, 'event');
      const known = extentOf({ plan: 'ke-hoach-1', asOf: LATER }, 'event');
      const plan = await explained(url(), `${spelled(read)} ORDER BY seq`);
      expect(plan.match(/event_by_period/g)?.length).toBe(2);
      expect(plan).not.toMatch(/SCAN event\b|Seq Scan/);
      const counted = await explained(url(), spelled(known));
      expect(counted).toMatch(/event_by_plan/);
      expect(counted).toMatch(/COVERING INDEX|Index Only Scan/);
    });
  });
}
