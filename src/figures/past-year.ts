/** The plan that held in the year before, with what was recorded of it: what a new plan's first period is set beside. */

import { yearOf } from '../calendar/plain-date';
import type { LedgerEvent } from '../ledger/events';
import type { RulesFile } from '../obligations/schema';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/schema';
import type { IndicatorsFile } from './schema';

/** The plan of the same regime that held in the year before, with what was recorded of it. */
export interface PastYear {
  readonly plan: Plan;
  readonly indicators: IndicatorsFile;
  readonly rules: RulesFile;
  readonly events: readonly LedgerEvent[];
}

/** Does the plan hold in that reporting year? */
export function coversYear(plan: Pick<PlanFile, 'from' | 'to'>, year: number): boolean {
  return yearOf(plan.from) <= year && year <= yearOf(plan.to);
}
