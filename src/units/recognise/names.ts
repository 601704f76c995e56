/**
 * Every name by which a registry's bodies and groups are known, ready for looking up: exact keys in a tree of words,
 * and all keys in one list for the search of names with a wrong letter.
 */

import type { Registry } from '../registry';
import { keysOf } from './words';

/** A word more of a name: where it leads, and the bodies whose name ends here. */
export interface NameNode {
  readonly next: Map<string, NameNode>;
  readonly ids: Set<string>;
}

/** A name without spaces; its numerals ("1", "ii") apart, since a wrong numeral is another body, not a slip. */
export interface JoinedName {
  readonly key: string;
  readonly numerals: string;
  readonly ids: ReadonlySet<string>;
}

export interface Names {
  readonly root: NameNode;
  /** All keys without spaces by first letter and length ("s12"), in order, so that a search gives one answer. */
  readonly joined: ReadonlyMap<string, readonly JoinedName[]>;
  /** Spellings of each body as printed somewhere, folded in case and tone place only. */
  readonly spellings: ReadonlyMap<
    string,
    { readonly official: ReadonlySet<string>; readonly listed: ReadonlySet<string> }
  >;
}

const TONES: readonly (readonly [RegExp, string])[] = [
  [/(o)([\u0300\u0301\u0303\u0309\u0323])(a|e)/g, '$1$3$2'],
  [/(u)([\u0300\u0301\u0303\u0309\u0323])(y)/g, '$1$3$2'],
];

/** One spelling for "hóa" and "hoá", "Ủy" and "Uỷ", whatever the case and the spaces. */
export function spelling(text: string): string {
  const plain = text.normalize('NFD').toLowerCase().replace(/\s+/g, ' ').trim();
  return TONES.reduce((line, [from, to]) => line.replace(from, to), plain).normalize('NFC');
}

/** The words of a name that count something: digits and Roman numerals. */
export function numeralsOf(keys: readonly string[]): string {
  return keys.filter((key) => /^(\d+|[ivx]+)$/.test(key)).join(' ');
}

const cache = new WeakMap<Registry, Names>();

/** The names of a registry; made once for each. */
export function namesOf(registry: Registry): Names {
  const known = cache.get(registry) ?? build(registry);
  cache.set(registry, known);
  return known;
}

function build(registry: Registry): Names {
  const root: NameNode = { next: new Map(), ids: new Set() };
  const flat = new Map<string, { numerals: string; ids: Set<string> }>();
  const spellings = new Map<string, { official: Set<string>; listed: Set<string> }>();
  const add = (id: string, text: string, official: boolean): void => {
    const keys = keysOf(text);
    let node = root;
    for (const key of keys) {
      const next = node.next.get(key) ?? { next: new Map<string, NameNode>(), ids: new Set<string>() };
      node.next.set(key, next);
      node = next;
    }
    node.ids.add(id);
    const joined = keys.join('');
    const entry = flat.get(joined) ?? { numerals: numeralsOf(keys), ids: new Set<string>() };
    flat.set(joined, entry);
    entry.ids.add(id);
    const own = spellings.get(id) ?? { official: new Set<string>(), listed: new Set<string>() };
    spellings.set(id, own);
    (official ? own.official : own.listed).add(spelling(text));
  };
  for (const unit of registry.units) {
    for (const name of [unit.name, unit.fullName]) add(unit.id, name, true);
    for (const name of [...unit.variants, ...(unit.place ? [unit.place] : [])]) add(unit.id, name, false);
  }
  for (const group of registry.groups) {
    add(group.id, group.name, true);
    for (const name of group.variants) add(group.id, name, false);
  }
  const sorted = [...flat].sort(([a], [b]) => (a < b ? -1 : 1));
  const joined = new Map<string, JoinedName[]>();
  for (const [key, { numerals, ids }] of sorted) {
    const shelf = shelfOf(key[0] ?? '', key.length);
    joined.set(shelf, [...(joined.get(shelf) ?? []), { key, numerals, ids }]);
  }
  return { root, joined, spellings };
}

/** Where names of a first letter and a length stand. */
export function shelfOf(letter: string, length: number): string {
  return `${letter}${length}`;
}
