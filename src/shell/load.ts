/** Reads the data files of a workspace into the core's types. Every fault comes back as a diagnostic with its file. */

import type { z } from 'zod';
import { calendarSchema, workingDaysOf, type WorkingDays } from '../calendar/working-days';
import { checksSchema, type ChecksFile } from '../figures/checks/schema';
import { inFile, structureFaults } from '../figures/indicator-faults';
import { indicatorsSchema, type IndicatorsFile } from '../figures/schema';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import { parseWith } from '../lib/parse';
import { rulesSchema, type RulesFile } from '../obligations/schema';
import { planOf, type Plan } from '../plan/plan';
import { planSchema, type PlanFile } from '../plan/schema';
import { instrumentsOf, type Instruments } from '../regulation/citations';
import { instrumentsSchema, regimeSchema, type Regime } from '../regulation/schema';
import { checkRegistry, registryOf, type Registry } from '../units/registry';
import { unitsSchema } from '../units/schema';
import { textIn, type Workspace } from './workspace';

/** A JSON file that is there; BC1003 says where JSON breaks off, BC1001 where it is not of the schema's shape. */
export function readJson<S extends z.ZodType>(ws: Workspace, path: string, schema: S): Outcome<z.output<S>> {
  const file = ws.show(path);
  let json: unknown;
  try {
    json = JSON.parse(textIn(ws, path));
  } catch (reason) {
    return failed([error('BC1003', { file }, { reason: reasonOf(reason) })]);
  }
  return parseWith(schema, json, { file });
}

/** One JSON data file; BC1002 lists what there is when the name is unknown. */
export function loadJson<S extends z.ZodType>(
  ws: Workspace,
  folder: string,
  name: string,
  schema: S,
): Outcome<z.output<S>> & { readonly file: string } {
  const path = ws.find('data', folder, `${name}.json`);
  const file = path ? ws.show(path) : `data/${folder}/${name}.json`;
  if (!path) {
    const known = ws.list(`data/${folder}`, '.json').join(', ');
    return { ...failed<z.output<S>>([error('BC1002', { file }, { name, known: known || '(không có)' })]), file };
  }
  return { ...readJson(ws, path, schema), file };
}

export function loadInstruments(ws: Workspace): Outcome<Instruments> {
  const file = loadJson(ws, 'regulations', 'instruments', instrumentsSchema);
  return file.value ? ok(instrumentsOf(file.value.instruments)) : failed(file.diagnostics);
}

export function loadWorkingDays(ws: Workspace, id: string): Outcome<WorkingDays> {
  const file = loadJson(ws, 'calendars', id, calendarSchema);
  return file.value ? ok(workingDaysOf(file.value)) : failed(file.diagnostics);
}

/** A regime with the calendar it names. */
export function loadRegime(ws: Workspace, id: string): Outcome<Regime> {
  const file = loadJson(ws, 'regimes', id, regimeSchema);
  if (!file.value?.calendar) return file;
  const workingDays = loadWorkingDays(ws, file.value.calendar);
  return workingDays.value ? ok({ ...file.value, workingDays: workingDays.value }) : failed(workingDays.diagnostics);
}

export function loadRules(ws: Workspace, id: string): Outcome<RulesFile> {
  return loadJson(ws, 'rules', id, rulesSchema);
}

export function loadChecks(ws: Workspace, id: string): Outcome<ChecksFile> {
  return loadJson(ws, 'rules', id, checksSchema);
}

export function loadIndicators(ws: Workspace, id: string): Outcome<IndicatorsFile> {
  const file = loadJson(ws, 'indicators', id, indicatorsSchema);
  if (!file.value) return failed(file.diagnostics);
  const faults = structureFaults(file.value, inFile(file.file));
  return hasErrors(faults) ? failed(faults) : file;
}

export function loadRegistry(ws: Workspace, id: string): Outcome<Registry> {
  const file = loadJson(ws, 'units', id, unitsSchema);
  if (!file.value) return failed(file.diagnostics);
  const faults = checkRegistry(file.value, file.file);
  return hasErrors(faults) ? failed(faults) : ok(registryOf(file.value));
}

export function loadPlanFile(ws: Workspace, id: string): Outcome<PlanFile> {
  return loadJson(ws, 'plans', id, planSchema);
}

export interface LoadedPlan {
  readonly plan: Plan;
  readonly registry: Registry;
  readonly regime: Regime;
}

/** A plan with its registry and regime, due texts read. */
export function loadPlan(ws: Workspace, id: string): Outcome<LoadedPlan> {
  const file = loadJson(ws, 'plans', id, planSchema);
  if (!file.value) return failed(file.diagnostics);
  const registry = loadRegistry(ws, file.value.jurisdiction);
  const regime = loadRegime(ws, file.value.regime);
  if (!registry.value || !regime.value) return failed([...registry.diagnostics, ...regime.diagnostics]);
  const plan = planOf(file.value, registry.value, file.file, regime.value.workingDays?.add);
  return plan.value
    ? ok({ plan: plan.value, registry: registry.value, regime: regime.value }, plan.diagnostics)
    : failed(plan.diagnostics);
}

export const planIds = (ws: Workspace): readonly string[] => ws.list('data/plans', '.json');
export const calendarIds = (ws: Workspace): readonly string[] => ws.list('data/calendars', '.json');
export const regimeIds = (ws: Workspace): readonly string[] => ws.list('data/regimes', '.json');

/** Collects diagnostics of several loads; the values only when all of them came out. */
export function all<T extends Record<string, Outcome<unknown>>>(
  parts: T,
): Outcome<{ [K in keyof T]: T[K] extends Outcome<infer V> ? V : never }> {
  const diagnostics: Diagnostic[] = Object.values(parts).flatMap((p) => [...p.diagnostics]);
  const complete = Object.values(parts).every((p) => p.value !== undefined);
  if (!complete) return failed(diagnostics);
  return ok(Object.fromEntries(Object.entries(parts).map(([k, p]) => [k, p.value])) as never, diagnostics);
}
