/** What the program writes keeps every rule that its linter knows: no error and no warning, in any plan and period. */

import { cityOutputs, unitReports, type OutputFile } from '../../src/app/outputs';
import { periodAndRules, type PlanData } from '../../src/app/plan-data';
import { fanOut } from '../../src/obligations/fan-out';
import { thematicBodies, thematicReports } from '../../src/app/thematic';
import { planData, renderers, requestFor, sampleEvents } from '../support/hanoi';
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

/** Every period that the plan's regime has in the plan's first year. */
const PERIODS = PLANS.flatMap((plan) => {
  const data = planData(plan);
  const year = data.plan.from.slice(0, 4);
  return ['Q1', 'H1', 'Q3', '9M', 'Y']
    .map((part) => `${year}-${part}`)
    .filter((id) => periodAndRules(data, id).value !== undefined)
    .map((id): readonly [string, string] => [plan, id]);
});

/** Reports of three units, of the city and of every body that follows a field. */
async function wordFiles(data: PlanData, id: string): Promise<readonly OutputFile[]> {
  const request = requestFor(data, id, sampleEvents(data, id, 7));
  const { period } = request;
  const units = fanOut(data.plan, data.registry, period.window.to).map((each) => each.unit);
  const some = [...new Set([units[0], units[Math.floor(units.length / 2)], units.at(-1)])].flatMap((u) => u ?? []);
  const bodies = thematicBodies(data, period);
  const render = await renderers();
  const made = [
    await cityOutputs(data, request, ['docx'], render),
    await unitReports(data, some, request, ['docx'], render),
    ...(bodies.length > 0 ? [await thematicReports(data, bodies, request, ['docx'], render)] : []),
  ];
  for (const { value, diagnostics } of made) if (!value?.length) throw new Error(JSON.stringify(diagnostics));
  return made.flatMap(({ value }) => value ?? []);
}

describe('real outputs', () => {
  it('are made for every plan', () => {
    expect([...new Set(PERIODS.map(([plan]) => plan))]).toEqual([...PLANS]);
  });

  it.each(PERIODS)('reports of units, of fields and of the city of %s for %s give none', async (plan, id) => {
    for (const { name, bytes } of await wordFiles(planData(plan), id))
      expect([name, faultsOf(bytes)]).toEqual([name, []]);
  });
});
