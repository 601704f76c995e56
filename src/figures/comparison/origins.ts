/**
 * Whose figures of an earlier day a body of today is compared with: its own, and those of every body that ended in it
 * in between. A body that was divided among several cannot be given to one of them, so then nothing is compared.
 */

import type { PlainDate } from '../../calendar/plain-date';
import { inForce } from '../../calendar/range';
import type { Registry } from '../../units/registry';
import type { WhyNot } from './why-not';

export interface Origins {
  /** Ids of the bodies of the earlier day; empty where `whyNot` says why. */
  readonly units: readonly string[];
  readonly whyNot: WhyNot | null;
}

/** `unit` is in force on `now`; the answer is in the order of the registry's predecessors, itself first. */
export function originsOf(registry: Registry, unit: string, then: PlainDate, now: PlainDate): Origins {
  const own = registry.unit(unit);
  const before = [...(own ? [own] : []), ...registry.predecessorsOf(unit, now)].filter((u) => inForce(u, then));
  if (before.length === 0) return { units: [], whyNot: 'new-body' };
  const whole = before.every((u) => {
    const heirs = heirsOf(registry, u.id, now);
    return heirs.size === 1 && heirs.has(unit);
  });
  return whole ? { units: before.map((u) => u.id), whyNot: null } : { units: [], whyNot: 'divided' };
}

/** Bodies in force on the day that hold what this one held: itself, or those that it ended in. */
function heirsOf(registry: Registry, unit: string, on: PlainDate): ReadonlySet<string> {
  const heirs = new Set<string>();
  const seen = new Set<string>();
  const walk = (id: string): void => {
    const body = registry.unit(id);
    if (!body || seen.has(id)) return;
    seen.add(id);
    if (inForce(body, on)) heirs.add(id);
    else for (const next of body.successors) if (next.on <= on) walk(next.unit);
  };
  walk(unit);
  return heirs;
}
