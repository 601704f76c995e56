/**
 * Blocks (khối): bodies that have like work and are ranked among themselves. A block is the first group of the registry
 * that holds the body on the day; a department with forty tasks is not measured against a commune with ten.
 */

import type { PlainDate } from '../calendar/plain-date';
import type { Registry } from './registry';

/** The block of a body by id; null for one that stands in no group. */
export function blockLookup(registry: Registry, on: PlainDate): (unit: string) => string | null {
  const groups = new Map<string, string>();
  for (const { id } of registry.groups)
    for (const unit of registry.membersOf(id, on)) if (!groups.has(unit.id)) groups.set(unit.id, id);
  return (unit) => groups.get(unit) ?? null;
}

const OTHERS = 'Cơ quan, đơn vị khác';

/** "Sở, Ban, Ngành". */
export function blockName(registry: Registry, block: string | null): string {
  return (block === null ? undefined : registry.group(block)?.name) ?? OTHERS;
}
