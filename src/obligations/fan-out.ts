/**
 * Who owes what: each due part of each assignment, for each member of its leads that is in force at the cut-off.
 * One task given to "UBND các xã, phường" becomes one obligation a commune.
 */

import type { PlainDate } from '../calendar/plain-date';
import { leadsOn } from '../plan/leads';
import { partsOf, type DuePart } from '../plan/parts';
import type { Plan } from '../plan/plan';
import type { Registry } from '../units/registry';

export interface Obligation {
  readonly part: DuePart;
  readonly unit: string;
}

/** Every obligation of the plan on that day, in the order of tasks, parts and registry. */
export function fanOut(plan: Plan, registry: Registry, on: PlainDate): readonly Obligation[] {
  return plan.tasks.flatMap((task) =>
    partsOf(task).flatMap((part) => leadsOn(part.assignment, registry, on).map((unit) => ({ part, unit }))),
  );
}

/** The bodies that owe something on that day, each once; a group without members owes, but nobody reports for it. */
export function owingUnits(plan: Plan, registry: Registry, on: PlainDate): readonly string[] {
  const ids = new Set<string>();
  for (const task of plan.tasks)
    for (const part of partsOf(task)) for (const unit of leadsOn(part.assignment, registry, on)) ids.add(unit);
  return [...ids].filter((id) => registry.unit(id) !== undefined);
}
