/**
 * The prose holds for any facts: nothing unsaid by accident, nothing empty under a heading, and no number in it that
 * is not the model's own. Documents are caught where a renderer would take them.
 */

import fc from 'fast-check';
import type { OutputRequest } from '../../src/app/outputs';
import { periodAndRules, type PlanData } from '../../src/app/plan-data';
import { STATUS_PHRASES } from '../../src/i18n/statuses';
import { formatInteger, formatPercent } from '../../src/i18n/format';
import { owingUnits } from '../../src/obligations/fan-out';
import { STATUSES } from '../../src/obligations/schema';
import type { Block } from '../../src/report/document';
import { rateOf } from '../../src/figures/evaluation';
import { documentOf, textOf } from '../support/documents';
import { evaluationFor, planData, requestFor, sampleEvents } from '../support/hanoi';

const PLANS = ['hanoi-cchc-2026', 'cchc-2026-2030', 'hcmc-theme-2022'] as const;
const loaded = new Map<string, PlanData>();
const dataOf = (plan: string): PlanData => {
  const data = loaded.get(plan) ?? planData(plan);
  loaded.set(plan, data);
  return data;
};

/** Facts of a period with some of them missing, as when units do not answer. */
const facts = fc.record({
  plan: fc.constantFrom(...PLANS),
  part: fc.constantFrom('Q1', 'H1', 'Y'),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  kept: fc.integer({ min: 0, max: 10 }),
  unit: fc.option(fc.nat(), { nil: null }),
});

let numbersChecked = 0;

describe('for any facts', () => {
  it('the text has no slip, no empty heading and no number that is not the model’s', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async ({ plan, part, seed, kept, unit: pick }) => {
        const data = dataOf(plan);
        const id = `${data.plan.from.slice(0, 4)}-${part}`;
        fc.pre(periodAndRules(data, id).value !== undefined);
        const events = sampleEvents(data, id, seed).filter((e) => e.seq % 10 < kept);
        const request = requestFor(data, id, events);
        const owing = owingUnits(data.plan, data.registry, request.period.window.to);
        const unit = pick === null ? null : (owing[pick % owing.length] ?? null);
        const document = await documentOf(data, request, unit);
        const blocks = [...document.body, ...document.appendices.flatMap((a) => a.blocks)];
        for (const text of blocks.map(textOf)) {
          expect(text).not.toMatch(/undefined|\bNaN\b|\bnull\b|\[object|\{\{|\}\}/);
          expect(text).not.toMatch(/[^\s] {2,}[^\s]/);
        }
        headingsHaveContent(document.body);
        countsAreTheModels(document.body, data, request, unit);
      }),
      { numRuns: 16 },
    );
    // A property that never met a number would hold for anything.
    expect(numbersChecked).toBeGreaterThan(30);
  });
});

function headingsHaveContent(blocks: readonly Block[]): void {
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading') return;
    expect(block.text.trim()).not.toBe('');
    const next = blocks[i + 1];
    const filled = next !== undefined && (next.kind !== 'heading' || next.level > block.level);
    expect([block.text, filled]).toEqual([block.text, true]);
  });
}

/** The sentences on the plan as a whole: rate and counts by status. */
function countsAreTheModels(
  blocks: readonly Block[],
  data: PlanData,
  request: OutputRequest,
  unit: string | null,
): void {
  const evaluation = evaluationFor(data, request, unit);
  const byTask = evaluation.counts.byTask;
  const rate = rateOf(byTask, request.rules);
  const whole = blocks.map(textOf).find((text) => /Tính đến hết ngày/.test(text));
  if (whole === undefined) return;
  const said = /đã hoàn thành (\S+)\/(\S+) nhiệm vụ, đạt (\S+%)/.exec(whole);
  numbersChecked += said ? 3 : 0;
  if (said)
    expect(said.slice(1)).toEqual([
      formatInteger(rate.done),
      formatInteger(rate.of),
      formatPercent(rate.percent as number),
    ]);
  for (const status of STATUSES) {
    const counted = new RegExp(`(\\d[\\d.]*) nhiệm vụ ${STATUS_PHRASES[status]}(?=[,.;]| và |$)`).exec(whole);
    if (!counted) continue;
    numbersChecked += 1;
    expect([status, counted[1]]).toEqual([status, formatInteger(byTask[status])]);
  }
}
