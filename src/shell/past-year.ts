/** The plan of the year before that a period is compared with: found among the workspace's plans, read with its facts. */

import { z } from 'zod';
import { periodsBefore } from '../app/comparison';
import { comparesYears } from '../app/past-year';
import { coversYear, type PastYear } from '../figures/past-year';
import type { PlanData } from '../app/plan-data';
import type { Instant } from '../calendar/instant';
import { plainDateSchema } from '../calendar/schema';
import { ok, warning, type Outcome } from '../lib/diagnostic';
import type { LedgerStore } from '../ledger/store/port';
import type { Period } from '../regulation/periods';
import { loadPlanData } from './plan-data';
import { planIds, readJson } from './load';
import type { Workspace } from './workspace';

/** What tells whether a plan is the one; the rest of the file is read only when it is. */
const cardSchema = z.object({
  jurisdiction: z.string(),
  regime: z.string(),
  from: plainDateSchema,
  to: plainDateSchema,
});

/**
 * Null where no other plan of the regime held then. BC3201 where several did: none is taken; BC3202 where the one
 * cannot be read. Both are warnings: this year's report does not hang on last year's file.
 */
export async function pastYear(
  ws: Workspace,
  ledger: Pick<LedgerStore, 'read'>,
  data: PlanData,
  request: { readonly period: Period; readonly asOf: Instant },
): Promise<Outcome<PastYear | null>> {
  const before = periodsBefore(data.regime, request.period).map((p) => p.year);
  const years = [...new Set(before)].filter((year) => !coversYear(data.plan, year));
  const found = years.length === 0 ? [] : plansOfYears(ws, data, years);
  const [id, ...others] = found;
  if (id === undefined) return ok(null);
  const where = { path: `plans/${data.plan.id}` };
  if (others.length > 0) return ok(null, [warning('BC3201', where, { plans: found.join(', ') })]);
  const loaded = loadPlanData(ws, id);
  if (!loaded.value) {
    const codes = [...new Set(loaded.diagnostics.map((d) => d.code))].join(', ');
    return ok(null, [warning('BC3202', where, { plan: id, codes })]);
  }
  const { plan, indicators, rules } = loaded.value;
  const periods = periodsBefore(data.regime, request.period).map((p) => p.id);
  return ok({ plan, indicators, rules, events: await ledger.read({ plan: id, asOf: request.asOf, periods }) });
}

/** `pastYear` where a target of the plan says "so với năm trước"; null, and nothing read, where none does. */
export async function pastYearOfTargets(...asked: Parameters<typeof pastYear>): Promise<Outcome<PastYear | null>> {
  return comparesYears(asked[2].plan) ? pastYear(...asked) : ok(null);
}

/** A file that is no plan is not the one that is looked for; `plan check` says what is wrong with it. */
function plansOfYears(ws: Workspace, { plan, regime }: PlanData, years: readonly number[]): readonly string[] {
  return planIds(ws).filter((id) => {
    if (id === plan.id) return false;
    const card = readJson(ws, ws.find('data', 'plans', `${id}.json`) as string, cardSchema).value;
    if (card?.regime !== regime.id || card.jurisdiction !== plan.jurisdiction) return false;
    return years.some((year) => coversYear(card, year));
  });
}
