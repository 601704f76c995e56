/** What the program writes keeps every rule that its linter knows: no error and no warning, in any plan and period. */

import { periodAndRules } from '../../src/app/plan-data';
import { fanOut } from '../../src/obligations/fan-out';
import { thematicBodies, thematicReports } from '../../src/app/thematic';
import { outputsOf, planData, renderers, requestFor, sampleEvents } from '../support/hanoi';
import { faultsOf, letter, render, report } from './support';

describe('the sample documents', () => {
  it('a report with every kind of block gives no error and no warning', async () => {
    expect(faultsOf(await render(report))).toEqual([]);
  });

  it('a draft letter without number, day and name gives none either', async () => {
    expect(faultsOf(await render(letter))).toEqual([]);
  });
});

const PLANS = ['hanoi-cchc-2026', 'hcmc-cchc-2024', 'hcmc-theme-2022', 'hcmc-theme-2026', 'cchc-2026-2030'] as const;

describe('real outputs', () => {
  it.each(PLANS)('reports of units and of the city for every period of %s give none', async (plan) => {
    const data = planData(plan);
    const year = Number(data.plan.from.slice(0, 4));
    const ids = ['Q1', 'H1', 'Q3', '9M', 'Y'].map((part) => `${year}-${part}`);
    const periods = ids.filter((id) => periodAndRules(data, id).value !== undefined);
    expect(periods).not.toEqual([]);
    for (const id of periods) {
      const opened = requestFor(data, id, []);
      const request = requestFor(data, id, sampleEvents(data, id, 7));
      const units = fanOut(data.plan, data.registry, opened.period.window.to).map((each) => each.unit);
      const some = [...new Set([units[0], units[Math.floor(units.length / 2)], units.at(-1)])].flatMap((u) => u ?? []);
      const thematic = await thematicReports(
        ...([data, thematicBodies(data, opened.period), request, ['docx'], await renderers()] as const),
      );
      const outputs = new Map(await outputsOf(data, request, some));
      if (thematicBodies(data, opened.period).length > 0) {
        expect(thematic.value?.length).toBeGreaterThan(0);
        for (const { name, bytes } of thematic.value ?? []) outputs.set(name, bytes);
      }
      for (const [name, bytes] of outputs)
        if (name.endsWith('.docx')) expect([plan, id, name, faultsOf(bytes)]).toEqual([plan, id, name, []]);
    }
  });
});
