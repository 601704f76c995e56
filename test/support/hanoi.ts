/** The real plan of Hà Nội with its sample facts, evaluated and rendered in memory: what many tests look at. */

import { join } from 'node:path';
import { bookingContext, evaluatePlan, periodAndRules, type PlanData } from '../../src/app/plan-data';
import { cityOutputs, unitReports, type OutputFile, type OutputRequest, type Renderers } from '../../src/app/outputs';
import { bookLines } from '../../src/app/record';
import { sampleLines } from '../../src/app/sample';
import { parseInstant, type Instant } from '../../src/calendar/instant';
import type { Evaluation } from '../../src/figures/evaluation';
import { chainHash, eventId, GENESIS, type LedgerEvent } from '../../src/ledger/events';
import { ok } from '../../src/lib/diagnostic';
import { loadPlanData } from '../../src/shell/plan-data';
import { openRenderers } from '../../src/shell/renderers';
import { openWorkspace } from '../../src/shell/workspace';

export const ROOT = join(__dirname, '../..');
export const workspace = openWorkspace(ROOT, ROOT);

/** A clock long after every period of 2026. */
export const LATER = parseInstant('2027-01-31T00:00:00+07:00') as Instant;

export function planData(plan = 'hanoi-cchc-2026'): PlanData {
  const data = loadPlanData(workspace, plan).value;
  if (!data) throw new Error(`${plan} does not load`);
  return data;
}

/** Sample events of a period as a ledger would hold them. */
export function sampleEvents(data: PlanData, periodId: string, seed: number): readonly LedgerEvent[] {
  const { period } = opened(data, periodId);
  const context = bookingContext(data);
  const booked = bookLines(sampleLines(data, period, seed), {
    now: LATER,
    sample: true,
    plan: data.plan.id,
    contextOf: () => ok(context),
  });
  let prev = GENESIS;
  return (booked.value ?? []).map((event, index) => {
    const base = {
      seq: index + 1,
      id: eventId(event),
      recordedAt: event.statedAt ?? LATER,
      sample: true,
      fact: event.fact,
      prev,
    };
    prev = chainHash(base);
    return { ...base, hash: prev };
  });
}

export function opened(data: PlanData, periodId: string): NonNullable<ReturnType<typeof periodAndRules>['value']> {
  const both = periodAndRules(data, periodId).value;
  if (!both) throw new Error(`no period ${periodId}`);
  return both;
}

export function requestFor(data: PlanData, periodId: string, events: readonly LedgerEvent[]): OutputRequest {
  return { ...opened(data, periodId), events, asOf: LATER };
}

export function evaluationFor(data: PlanData, request: OutputRequest, unit: string | null = null): Evaluation {
  return evaluatePlan(data, request.events, { ...request, unit });
}

export function renderers(): Promise<Renderers> {
  return Promise.resolve(openRenderers(workspace));
}

/** All outputs of the city and of some units, by file name. */
export async function outputsOf(
  data: PlanData,
  request: OutputRequest,
  units: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const render = await renderers();
  const city = await cityOutputs(data, request, ['docx', 'xlsx', 'html'], render);
  const reports = await unitReports(data, units, request, ['docx', 'html'], render);
  const files: readonly OutputFile[] = [...(city.value ?? []), ...(reports.value ?? [])];
  if (files.length === 0) throw new Error(JSON.stringify([...city.diagnostics, ...reports.diagnostics]));
  return new Map(files.map((f) => [f.name, f.bytes]));
}
