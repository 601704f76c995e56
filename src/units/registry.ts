/**
 * Questions asked of a registry: who is this, who belongs to a group on a day, who came before.
 * Names are compared folded (no marks, no case, "UBND" spelled out), so "UỶ BAN NHÂN DÂN" finds "Ủy ban nhân dân".
 */

import { inForce } from '../calendar/range';
import type { PlainDate } from '../calendar/plain-date';
import { error, type Diagnostic } from '../lib/diagnostic';
import { fold } from '../lib/text';
import type { Group, Unit, UnitKind, UnitsFile } from './schema';

export interface Registry {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly units: readonly Unit[];
  readonly groups: readonly Group[];
  unit(id: string): Unit | undefined;
  group(id: string): Group | undefined;
  kind(unit: Unit): UnitKind;
  /** Members of a group on a day, in registry order; a unit id answers with itself while it is in force. */
  membersOf(id: string, on: PlainDate): readonly Unit[];
  /** Bodies that ended in this one on or before the day, directly or through others. */
  predecessorsOf(id: string, on: PlainDate): readonly Unit[];
  /** The unit or group that a person means by this id or name; undefined when nobody or more than one. */
  find(idOrName: string): string | undefined;
  /** Ids of the units whose names are nearest to the text, best first: for "did you mean". */
  nearest(text: string, count: number): readonly string[];
}

/** The key two spellings of one name share. */
export function nameKey(text: string): string {
  return fold(text)
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
    .replace(/\btp\.?\s?(?=hcm|ho chi minh|ha noi)/g, 'thanh pho ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export function registryOf(file: UnitsFile): Registry {
  const units = new Map(file.units.map((u) => [u.id, u]));
  const groups = new Map(file.groups.map((g) => [g.id, g]));
  const names = nameIndex(file);
  const nearest = lazily(() => nearestLookup(names));
  const membersOf = memberLookup(file, units);
  const predecessorsOf = predecessorLookup(file);
  return {
    id: file.id,
    name: file.name,
    place: file.place,
    units: file.units,
    groups: file.groups,
    unit: (id) => units.get(id),
    group: (id) => groups.get(id),
    kind: (unit) => file.kinds[unit.kind] as UnitKind,
    membersOf,
    predecessorsOf,
    find: (text) => {
      const asId = text.trim();
      if (units.has(asId) || groups.has(asId)) return asId;
      const ids = names.get(nameKey(text));
      return ids?.size === 1 ? [...ids][0] : undefined;
    },
    nearest: (text, count) => nearest()(text, count),
  };
}

/** Faults of a registry that a schema cannot see: unknown kinds, groups, successors; ids used twice. */
export function checkRegistry(file: UnitsFile, source: string): readonly Diagnostic[] {
  const where = (path: string): { file: string; path: string } => ({ file: source, path });
  const ids = new Set<string>();
  const unitIds = new Set(file.units.map((u) => u.id));
  const groupIds = new Set(file.groups.map((g) => g.id));
  const found: Diagnostic[] = [];
  for (const id of [...file.units, ...file.groups].map((entry) => entry.id)) {
    if (ids.has(id)) found.push(error('BC1101', where(id), { id }));
    ids.add(id);
  }
  for (const unit of file.units) {
    if (!file.kinds[unit.kind]) found.push(error('BC1102', where(unit.id), { id: unit.id, kind: unit.kind }));
    for (const { id } of unit.groups) {
      if (!groupIds.has(id)) found.push(error('BC1103', where(unit.id), { id: unit.id, group: id }));
    }
    for (const { unit: next } of unit.successors) {
      if (!unitIds.has(next)) found.push(error('BC1104', where(unit.id), { id: unit.id, successor: next }));
    }
  }
  return found;
}

function nameIndex(file: UnitsFile): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const add = (text: string, id: string): void => {
    const key = nameKey(text);
    const ids = names.get(key) ?? new Set<string>();
    names.set(key, ids.add(id));
  };
  for (const unit of file.units) {
    for (const text of [unit.name, unit.fullName, ...unit.variants, ...(unit.place ? [unit.place] : [])])
      add(text, unit.id);
  }
  for (const group of file.groups) for (const text of [group.name, ...group.variants]) add(text, group.id);
  return names;
}

function memberLookup(file: UnitsFile, units: ReadonlyMap<string, Unit>): Registry['membersOf'] {
  const cache = new Map<string, readonly Unit[]>();
  return (id, on) => {
    const key = `${id}@${on}`;
    const known = cache.get(key);
    if (known) return known;
    const unit = units.get(id);
    const members = unit
      ? [unit].filter((u) => inForce(u, on))
      : file.units.filter((u) => inForce(u, on) && u.groups.some((g) => g.id === id && inForce(g, on)));
    cache.set(key, members);
    return members;
  };
}

function predecessorLookup(file: UnitsFile): Registry['predecessorsOf'] {
  const direct = new Map<string, { unit: Unit; on: PlainDate }[]>();
  for (const unit of file.units) {
    for (const next of unit.successors) {
      direct.set(next.unit, [...(direct.get(next.unit) ?? []), { unit, on: next.on }]);
    }
  }
  return (id, on) => {
    const found = new Map<string, Unit>();
    const walk = (current: string): void => {
      for (const { unit, on: since } of direct.get(current) ?? []) {
        if (since <= on && !found.has(unit.id)) {
          found.set(unit.id, unit);
          walk(unit.id);
        }
      }
    };
    walk(id);
    return [...found.values()];
  };
}

/** Names by the pairs of letters in them: which names share how many pairs with a text is then a matter of counting. */
function nearestLookup(names: ReadonlyMap<string, ReadonlySet<string>>): Registry['nearest'] {
  const entries = [...names].map(([key, ids]) => ({ ids, size: bigrams(key).size }));
  const holders = new Map<string, number[]>();
  [...names.keys()].forEach((key, index) => {
    for (const pair of bigrams(key)) {
      const held = holders.get(pair);
      if (held) held.push(index);
      else holders.set(pair, [index]);
    }
  });
  return (text, count) => {
    const wanted = bigrams(nameKey(text));
    const shared = new Map<number, number>();
    for (const pair of wanted)
      for (const index of holders.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    const scored = new Map<string, number>();
    for (const [index, both] of shared) {
      const { ids, size } = entries[index] as { ids: ReadonlySet<string>; size: number };
      const score = (2 * both) / (wanted.size + size);
      for (const id of score > 0.3 ? ids : []) scored.set(id, Math.max(scored.get(id) ?? 0, score));
    }
    return [...scored]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, count)
      .map(([id]) => id);
  };
}

/** Made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function bigrams(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
