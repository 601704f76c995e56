/**
 * Who leads a due part on a day: the members of its groups, the bodies it names, and, where a named body has ended,
 * the bodies that took over from it. A task never falls out of the count because its lead was merged, or because the
 * plan gives it to a group that names nobody ("các cơ quan, đơn vị liên quan"): the group itself then stands for it.
 */

import type { PlainDate } from '../calendar/plain-date';
import type { Registry } from '../units/registry';
import type { AssignmentEntry } from './schema';

/** Plans and registries never change; each fact that is booked asks who leads its part. */
const known = new WeakMap<Registry, WeakMap<readonly string[], Map<PlainDate, readonly string[]>>>();

/** Ids of the bodies (or of groups without members) that lead on that day, in the order of the plan, each once. */
export function leadsOn({ lead }: Pick<AssignmentEntry, 'lead'>, registry: Registry, on: PlainDate): readonly string[] {
  const ofRegistry = known.get(registry) ?? new WeakMap<readonly string[], Map<PlainDate, readonly string[]>>();
  const byDay = ofRegistry.get(lead) ?? new Map<PlainDate, readonly string[]>();
  const leads = byDay.get(on) ?? [...new Set(lead.flatMap((id) => standingFor(id, registry, on, new Set())))];
  known.set(registry, ofRegistry.set(lead, byDay.set(on, leads)));
  return leads;
}

function standingFor(id: string, registry: Registry, on: PlainDate, seen: Set<string>): readonly string[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const members = registry.membersOf(id, on).map((unit) => unit.id);
  if (members.length > 0) return members;
  const successors = registry.unit(id)?.successors ?? [];
  if (registry.group(id)) return [id];
  return successors.filter((next) => next.on <= on).flatMap((next) => standingFor(next.unit, registry, on, seen));
}
