/** People's readings of stretches of text, looked up before the registry. */

import type { NameNode } from './names';
import type { Reading } from './types';
import { keysOf } from './words';

export interface ReadingTree {
  readonly root: NameNode;
  readonly bodies: ReadonlyMap<string, readonly string[]>;
}

/** The readings by their words: whoever reads a stretch says it once for every cell that has it. */
export function readingTree(readings: readonly Reading[]): ReadingTree {
  const root: NameNode = { next: new Map(), ids: new Set() };
  for (const { text } of readings) {
    let node = root;
    for (const key of keysOf(text)) {
      const next = node.next.get(key) ?? { next: new Map<string, NameNode>(), ids: new Set<string>() };
      node.next.set(key, next);
      node = next;
    }
    node.ids.add(text);
  }
  return { root, bodies: new Map(readings.map((r) => [r.text, r.bodies])) };
}
