/**
 * Guards the sample facts: the same seed gives the same lines, the real plan takes every one of them, and nobody can
 * take a word of them for real.
 */

import { bookingContext } from '../../src/app/plan-data';
import { bookLines } from '../../src/app/record';
import { sampleLines, sampleUnits, seeded } from '../../src/app/sample';
import { localDay } from '../../src/calendar/instant';
import { reportedUnits } from '../../src/figures/evaluation';
import { ok } from '../../src/lib/diagnostic';
import { evaluationFor, LATER, opened, planData, requestFor, sampleEvents } from '../support/hanoi';

const data = planData();
const PERIODS = ['2026-Q1', '2026-Q3', '2026-Y'];
const periodOf = (id: string): ReturnType<typeof opened>['period'] => opened(data, id).period;
const lines = (id: string, seed: number): readonly string[] => sampleLines(data, periodOf(id), seed).map((l) => l.text);

describe('the generator', () => {
  it('gives the same numbers for the same seed, others for another, all in [0, 1)', () => {
    const draw = (seed: number): readonly number[] => {
      const random = seeded(seed);
      return Array.from({ length: 1000 }, random);
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(Math.min(...draw(7))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draw(7))).toBeLessThan(1);
    const mean = draw(7).reduce((a, b) => a + b, 0) / 1000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  });
});

describe.each(PERIODS)('the sample of %s', (id) => {
  const told = sampleLines(data, periodOf(id), 2026);
  const events = sampleEvents(data, id, 2026);

  it('is the same for the same seed and another for another', () => {
    const texts = told.map((line) => line.text);
    expect(lines(id, 2026)).toEqual(texts);
    expect(lines(id, 2027)).not.toEqual(texts);
  });

  it('is booked whole by the real plan, without an error or a warning', () => {
    const context = bookingContext(data);
    const options = { now: LATER, sample: true, plan: data.plan.id, contextOf: () => ok(context) };
    const { value, diagnostics } = bookLines(told, options);
    expect(diagnostics).toEqual([]);
    expect(value).toHaveLength(told.length);
    expect(value?.every((e) => e.sample)).toBe(true);
  });

  it('is known as of the day after the cut-off, and nothing of it had happened later than it could', () => {
    const { window } = periodOf(id);
    for (const event of events) {
      expect(localDay(event.recordedAt) > window.to).toBe(true);
      if (event.fact.kind === 'task') expect(event.fact.occurredOn <= window.to).toBe(true);
    }
  });

  it('leaves some units silent, and has most of the statuses', () => {
    const evaluation = evaluationFor(data, requestFor(data, id, events));
    const { reported, expected } = evaluation.reporting;
    expect(reported.length).toBeGreaterThan(expected.length / 2);
    expect(reported.length).toBeLessThan(expected.length);
    const seen = Object.values(evaluation.counts.byObligation).filter((n) => n > 0);
    expect(seen.length).toBeGreaterThanOrEqual(6);
  });
});

describe('words', () => {
  it('every text that a person would read says that it is a sample', () => {
    const texts = sampleEvents(data, '2026-H1', 2026).flatMap(({ fact }) => {
      if (fact.kind === 'task') return [...fact.evidence, fact.note, fact.reason, fact.remedy, fact.basis];
      if (fact.kind === 'narrative') return [fact.text];
      return 'note' in fact ? [fact.note] : [];
    });
    const written = texts.filter((t) => t !== null);
    expect(written.length).toBeGreaterThan(100);
    for (const text of written) expect(text).toMatch(/mẫu/i);
  });

  it('every event carries the mark, and the evaluation counts them', () => {
    const events = sampleEvents(data, '2026-Q1', 2026);
    expect(evaluationFor(data, requestFor(data, '2026-Q1', events)).sampleEvents).toBe(events.length);
  });
});

describe('the three units that are shown', () => {
  it('are the compiler, and one of each of the largest kinds, and they have reported', () => {
    const units = sampleUnits(data, periodOf('2026-Q1'));
    expect(units[0]).toBe(data.regime.compiler);
    const kinds = units.map((id) => data.registry.unit(id)?.kind);
    expect([units.length, new Set(units).size]).toEqual([3, 3]);
    expect(new Set(kinds).size).toBeGreaterThanOrEqual(2);
    const reported = reportedUnits(sampleEvents(data, '2026-Q1', 99), periodOf('2026-Q1'));
    for (const unit of units) expect(reported.has(unit)).toBe(true);
  });
});
