/** Reads the data files of a workspace into the core's types. Every fault comes back as a diagnostic with its file. */

import type { z } from 'zod';
import { indicatorsSchema, type IndicatorsFile } from '../figures/schema';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { parseWith } from '../lib/parse';
import { rulesSchema, type RulesFile } from '../obligations/schema';
import { planOf, type Plan } from '../plan/plan';
import { planSchema, type PlanFile } from '../plan/schema';
import { instrumentsOf, type Instruments } from '../regulation/citations';
import { instrumentsSchema, regimeSchema, type Regime } from '../regulation/schema';
import { checkRegistry, registryOf, type Registry } from '../units/registry';
import { unitsSchema } from '../units/schema';
import { readText, type Workspace } from './workspace';

/** A JSON file that is there; BC1003 says where JSON breaks off, BC1001 where it is not of the schema's shape. */
export function readJson<S extends z.ZodType>(ws: Workspace, path: string, schema: S): Outcome<z.output<S>> {
  const file = ws.show(path);
  let json: unknown;
  try {
    json = JSON.parse(readText(path));
  } catch (reason) {
    return failed([error('BC1003', { file }, { reason: (reason as Error).message })]);
  }
  return parseWith(schema, json, { file });
}

/** One JSON data file; BC1002 lists what there is when the name is unknown. */
function loadJson<S extends z.ZodType>(
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

export function loadRegime(ws: Workspace, id: string): Outcome<Regime> {
  return loadJson(ws, 'regimes', id, regimeSchema);
}

export function loadRules(ws: Workspace, id: string): Outcome<RulesFile> {
  return loadJson(ws, 'rules', id, rulesSchema);
}

export function loadIndicators(ws: Workspace, id: string): Outcome<IndicatorsFile> {
  return loadJson(ws, 'indicators', id, indicatorsSchema);
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
}

/** A plan with its registry, due texts read. */
export function loadPlan(ws: Workspace, id: string): Outcome<LoadedPlan> {
  const file = loadJson(ws, 'plans', id, planSchema);
  if (!file.value) return failed(file.diagnostics);
  const registry = loadRegistry(ws, file.value.jurisdiction);
  if (!registry.value) return failed(registry.diagnostics);
  const plan = planOf(file.value, registry.value, file.file);
  return plan.value ? ok({ plan: plan.value, registry: registry.value }, plan.diagnostics) : failed(plan.diagnostics);
}

export const planIds = (ws: Workspace): readonly string[] => ws.list('data/plans', '.json');
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
