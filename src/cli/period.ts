/** What most commands begin with: the plan's data, the period, the rules; and the unit that a person named. */

import { periodAndRules, type PlanData } from '../app/plan-data';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { Rules } from '../obligations/rules';
import type { Period } from '../regulation/periods';
import { choosePlan, loadPlanData } from '../shell/plan-data';
import type { Registry } from '../units/registry';
import type { Run } from './run';

export interface OpenedPeriod {
  readonly data: PlanData;
  readonly period: Period;
  readonly rules: Rules;
}

export function openPlan({ ws, flags }: Run): Outcome<PlanData> {
  const id = choosePlan(ws, flags.plan);
  return id.value ? loadPlanData(ws, id.value) : failed(id.diagnostics);
}

/** Reading problems of the plan are for `plan check`; here only what stops the work is reported. */
export function openPeriod(run: Run, periodId: string): Outcome<OpenedPeriod> {
  const data = openPlan(run);
  if (!data.value) return failed(data.diagnostics);
  const both = periodAndRules(data.value, periodId);
  if (!both.value) return failed(both.diagnostics);
  return ok({ data: data.value, ...both.value }, both.diagnostics);
}

/** A unit by id or by name as people type it; null when none was given. */
export function unitFlag(given: string | undefined, registry: Registry): Outcome<string | null> {
  if (given === undefined) return { value: null, diagnostics: [] };
  const id = registry.find(given);
  if (id !== undefined && registry.unit(id)) return { value: id, diagnostics: [] };
  const nearest = registry.nearest(given.replace(/-/g, ' '), 3).map((n) => registry.unit(n)?.name ?? n);
  return failed([
    error('BC2003', {}, { unit: given, registry: registry.name, nearest: nearest.join(', ') || '(không có)' }),
  ]);
}
