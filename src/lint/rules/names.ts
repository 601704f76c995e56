/**
 * Official names in a text, however their letters are cased. Hundreds of names are looked for in every paragraph: a
 * name is looked for only where its first word stands.
 */

/** Texts found with the official spellings of each; a longer name wins over a shorter one that begins it. */
export type Finder = (text: string) => ReadonlyMap<string, readonly string[]>;

const WORD = /[\p{L}\p{N}]+/gu;
const LETTER = /^\p{L}/u;
const made = new WeakMap<readonly string[], Finder>();

/** The finder of a list of names, made once a list. */
export function finderOf(official: readonly string[]): Finder {
  const known = made.get(official) ?? finderIn(indexOf(official));
  made.set(official, known);
  return known;
}

interface Spelled {
  readonly key: string;
  readonly spellings: string[];
}

/** Names by their first word in small letters, longest first. */
function indexOf(official: readonly string[]): ReadonlyMap<string, readonly Spelled[]> {
  const byKey = new Map<string, Spelled>();
  for (const name of official) {
    const key = name.toLowerCase();
    const spelled = byKey.get(key) ?? { key, spellings: [] };
    spelled.spellings.push(name);
    byKey.set(key, spelled);
  }
  const index = new Map<string, Spelled[]>();
  for (const spelled of [...byKey.values()].sort((a, b) => b.key.length - a.key.length)) {
    const first = spelled.key.match(WORD)?.[0];
    if (first === undefined) continue;
    index.set(first, [...(index.get(first) ?? []), spelled]);
  }
  return index;
}

function finderIn(index: ReadonlyMap<string, readonly Spelled[]>): Finder {
  return (text) => {
    const found = new Map<string, readonly string[]>();
    let free = 0;
    for (const { 0: word, index: at } of text.matchAll(WORD)) {
      if (at < free) continue;
      const named = index.get(word.toLowerCase())?.find(({ key }) => standsAt(text, at, key));
      if (!named) continue;
      free = at + named.key.length;
      found.set(text.slice(at, free), named.spellings);
    }
    return found;
  };
}

const standsAt = (text: string, at: number, key: string): boolean =>
  text.slice(at, at + key.length).toLowerCase() === key && !LETTER.test(text.slice(at + key.length));
