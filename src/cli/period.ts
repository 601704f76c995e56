/** What most commands begin with: the plan's data, the period, the rules; and the unit that a person named. */

import type { Argv } from 'yargs';
import { periodAndRules, type PlanData } from '../app/plan-data';
import type { LedgerStore } from '../ledger/store/port';
import { inForce } from '../calendar/range';
import { coversYear } from '../figures/past-year';
import { formatDate } from '../i18n/format';
import { error, failed, ok, warning, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Rules } from '../obligations/rules';
import type { Period } from '../regulation/periods';
import { choosePlan, loadPlanData } from '../shell/plan-data';
import type { Registry } from '../units/registry';
import { run, type Answer, type CommonFlags, type Run } from './run';

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
  return ok({ data: data.value, ...both.value }, [...both.diagnostics, ...outsidePlan(data.value, both.value.period)]);
}

/** A period in which the plan does not run is worth a word: whoever mistypes the plan or the year sees it. */
function outsidePlan({ plan }: PlanData, period: Period): readonly Diagnostic[] {
  if (coversYear(plan, period.year)) return [];
  const [from, to] = [formatDate(plan.from), formatDate(plan.to)];
  return [warning('BC1308', {}, { plan: plan.id, from, to, period: period.name })];
}

/** Whether the unit is there on the cut-off day; its heirs are named where it has ended. */
export function notThere(unit: string | null, { data: { registry }, period }: OpenedPeriod): readonly Diagnostic[] {
  const body = unit === null ? undefined : registry.unit(unit);
  const { to } = period.window;
  if (!body || inForce(body, to)) return [];
  const heirs = body.successors.map((s) => registry.unit(s.unit)?.name ?? s.unit).join(', ') || '(không có)';
  return [warning('BC2009', {}, { unit: body.name, to: formatDate(to), period: period.name, heirs })];
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

export interface PeriodFlags extends CommonFlags {
  readonly period: string;
  readonly unit?: string;
}

/** Options of a command that asks about a period, of one unit or of all. */
export const periodOptions = (y: Argv): Argv<{ period: string; unit: string | undefined }> =>
  y
    .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo, ví dụ 2026-Q1' })
    .option('unit', { type: 'string', describe: 'Chỉ một đơn vị' });

export interface PeriodRun extends OpenedPeriod {
  readonly context: Run;
  readonly unit: string | null;
  readonly ledger: LedgerStore;
}

/** Such a command: all that it stands on is opened; what was found on the way goes before what the work finds. */
export function runPeriod(flags: PeriodFlags, work: (opened: PeriodRun) => Promise<Outcome<Answer>>): Promise<void> {
  return run(flags, async (context) => {
    const opened = openPeriod(context, flags.period);
    if (!opened.value) return failed(opened.diagnostics);
    const unit = unitFlag(flags.unit, opened.value.data.registry);
    if (unit.value === undefined) return failed(unit.diagnostics);
    const asked = { ...opened.value, context, unit: unit.value };
    const found = [...opened.diagnostics, ...notThere(unit.value, opened.value)];
    const answer = await context.withLedger((ledger) => work({ ...asked, ledger }));
    return { ...answer, diagnostics: [...found, ...answer.diagnostics] };
  });
}
