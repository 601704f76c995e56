/** One step of recognition: the longest name that starts at a word, right, with a wrong letter, or with its prefix left out. */

import { numeralsOf, shelfOf, type JoinedName, type NameNode, type Names } from './names';
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

interface Best {
  readonly found: Found;
  readonly far: number;
  readonly length: number;
}

/** The nearest name within its bound of wrong letters, or one whose words were parted wrongly ("ủ y ban"). */
export function near(names: Names, words: readonly Word[], start: number): Found | undefined {
  let best: Best | undefined;
  let text = '';
  const keys: string[] = [];
  for (let i = start; i < Math.min(words.length, start + LONGEST_NAME); i++) {
    const word = words[i] as Word;
    if (i > start && word.gap === 'hard') break;
    text += word.key;
    keys.push(word.key);
    const numerals = numeralsOf(keys);
    for (const name of around(names, text)) {
      if (name.numerals === numerals) best = nearer(best, text, name, i + 1);
    }
  }
  return best?.found;
}

/** Names that begin with the same letter and are at most two letters longer or shorter. */
function around({ joined }: Names, text: string): readonly JoinedName[] {
  const letter = text[0] ?? '';
  return [-2, -1, 0, 1, 2].flatMap((more) => joined.get(shelfOf(letter, text.length + more)) ?? []);
}

function nearer(best: Best | undefined, text: string, name: JoinedName, end: number): Best | undefined {
  const { length } = name.key;
  const bound = Math.min(boundFor(length), best?.far ?? 2);
  const far = distance(text, name.key, bound);
  if (far > bound || (best && far === best.far && length < best.length)) return best;
  const tied = best && far === best.far && length === best.length ? best.found.ids : [];
  return { found: { ids: new Set([...tied, ...name.ids]), end, near: true }, far, length };
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
