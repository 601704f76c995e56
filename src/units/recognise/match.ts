/** One step of recognition: the longest name that starts at a word, right, with a wrong letter, or with its prefix left out. */

import { numeralsOf, type NameNode, type Names } from './names';
import { boundFor, distance } from './near';
import { PREFIXES, REMARK_STARTS } from './vocabulary';
import type { Word } from './words';

/** A name found: bodies it may mean, and the word after it. */
export interface Found {
  readonly ids: ReadonlySet<string>;
  readonly end: number;
  readonly near: boolean;
}

const LONGEST_NAME = 24;

/** The longest run of words from `start` that is a name under `root`; never across the end of an entry. */
export function longest(root: NameNode, words: readonly Word[], start: number): Found | undefined {
  let node: NameNode | undefined = root;
  let found: Found | undefined;
  for (let i = start; i < words.length; i++) {
    const word = words[i] as Word;
    if (i > start && word.gap === 'hard') break;
    node = node.next.get(word.key);
    if (!node) break;
    if (node.ids.size > 0) found = { ids: node.ids, end: i + 1, near: false };
  }
  return found;
}

/** As `longest`, but a name of one or two words that runs on ("Thanh tra quận …") is not that name. */
export function direct(names: Names, words: readonly Word[], start: number): Found | undefined {
  const found = longest(names.root, words, start);
  if (!found || found.end - start > 2 || words[start]?.key === 'so') return found;
  const next = words[found.end];
  return next?.gap === 'none' && !REMARK_STARTS.has(next.key) ? undefined : found;
}

/** The nearest name within its bound of wrong letters, or one whose words were parted wrongly ("ủ y ban"). */
export function near(names: Names, words: readonly Word[], start: number): Found | undefined {
  let best: { found: Found; far: number; length: number } | undefined;
  let text = '';
  const keys: string[] = [];
  for (let i = start; i < Math.min(words.length, start + LONGEST_NAME); i++) {
    const word = words[i] as Word;
    if (i > start && word.gap === 'hard') break;
    text += word.key;
    keys.push(word.key);
    for (const name of names.joined) {
      const bound = Math.min(boundFor(name.key.length), best ? best.far : 2);
      if (Math.abs(name.key.length - text.length) > bound || name.key[0] !== text[0]) continue;
      const far = distance(text, name.key, bound);
      if (far > bound || (best && far === best.far && name.key.length < best.length)) continue;
      if (numeralsOf(keys) !== name.numerals) continue;
      const tied = best && far === best.far && name.key.length === best.length ? best.found.ids : [];
      best = { found: { ids: new Set([...tied, ...name.ids]), end: i + 1, near: true }, far, length: name.key.length };
    }
  }
  return best?.found;
}

/** The prefix that a name or an introduction starts with, for the items after it. */
export function prefixOf(words: readonly Word[], start: number): readonly string[] | undefined {
  return PREFIXES.find((prefix) => prefix.every((key, i) => words[start + i]?.key === key));
}

/** An item without the prefix its list said once: "các Sở: Tài chính". */
export function elliptical(
  names: Names,
  prefix: readonly string[],
  words: readonly Word[],
  start: number,
): Found | undefined {
  const node = prefix.reduce<NameNode | undefined>((at, key) => at?.next.get(key), names.root);
  return node && longest(node, words, start);
}
