/** The data files that come with the program, read and typed: what tests of real data look at. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOf, type Plan } from '../../src/plan/plan';
import { planSchema } from '../../src/plan/schema';
import { regimeSchema, type Regime } from '../../src/regulation/schema';
import { registryOf, type Registry } from '../../src/units/registry';
import { unitsSchema } from '../../src/units/schema';

const ROOT = join(__dirname, '..', '..');

/** JSON of a file below the checkout: `readJson('data', 'plans', 'x.json')`. */
export function readJson(...parts: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(ROOT, ...parts), 'utf8'));
}

/** Names of the JSON files of a folder, sorted. */
export function jsonFiles(...folder: readonly string[]): readonly string[] {
  return readdirSync(join(ROOT, ...folder))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

export function readRegime(id: string): Regime {
  return regimeSchema.parse(readJson('data', 'regimes', `${id}.json`));
}

export function readRegistry(id: string): Registry {
  return registryOf(unitsSchema.parse(readJson('data', 'units', `${id}.json`)));
}

export function readPlan(id: string): Plan {
  const file = planSchema.parse(readJson('data', 'plans', `${id}.json`));
  const plan = planOf(file, readRegistry(file.jurisdiction), `${id}.json`).value;
  if (!plan) throw new Error(`${id} does not stand`);
  return plan;
}
