/**
 * Who is meant by a list of bodies as plans write it: "Sở Tư pháp, Văn phòng UBND Thành phố và các cơ quan, đơn vị
 * liên quan". Names contain commas and "và", so the registry splits the list: the longest known name first. Every
 * match keeps the text it came from and how it matched; what names somebody unknown is said, never guessed.
 */

import { direct, elliptical, longest, near, prefixOf, type Found } from './recognise/match';
import { likeness, spelledSo } from './recognise/likeness';
import { namesOf, type Names } from './recognise/names';
import { readingTree } from './recognise/readings';
import type { BodyMatch, Leftover, RecogniseOptions, Recognition } from './recognise/types';
import { HEADS, TITLES } from './recognise/vocabulary';
import { keysOf, wordsOf, type Word } from './recognise/words';
import type { Registry } from './registry';

export type { BodyMatch, Leftover, Reading, RecogniseOptions, Recognition } from './recognise/types';

/** Reads a cell of bodies. Total: any text gives matches and leftovers that together cover its words. */
export function recognise(text: string, registry: Registry, options: RecogniseOptions): Recognition {
  const names = namesOf(registry);
  const told = readingTree(options.readings ?? []);
  const words = wordsOf(text);
  const state: State = { text, words, registry, options, names, matches: [], leftovers: [], open: null };
  let prefix: readonly string[] | undefined;
  for (let i = 0; i < words.length;) {
    const word = words[i] as Word;
    if (word.gap === 'hard') prefix = undefined;
    if (word.gap === 'hard' || word.gap === 'comma' || word.depth !== words[i - 1]?.depth) flush(state, i);
    const reading = longest(told.root, words, i);
    if (reading) {
      takeReading(state, i, reading.end, told.bodies.get([...reading.ids][0] as string) ?? []);
      i = reading.end;
      continue;
    }
    const found = nameAt(state, i, word.gap !== 'none' ? prefix : undefined);
    if (found) {
      prefix = prefixOf(words, found.start) ?? (found.elided ? prefix : undefined);
      i = take(state, i, found.start, found);
      continue;
    }
    prefix = introduction(text, words, i) ?? prefix;
    if (state.open === null) state.open = i;
    i++;
  }
  flush(state, words.length);
  return { matches: state.matches, leftovers: state.leftovers };
}

interface State {
  readonly text: string;
  readonly words: readonly Word[];
  readonly registry: Registry;
  readonly options: RecogniseOptions;
  readonly names: Names;
  readonly matches: BodyMatch[];
  readonly leftovers: Leftover[];
  /** First word of the stretch that nothing was found in, or null. */
  open: number | null;
}

interface NameFound extends Found {
  readonly start: number;
  readonly elided: boolean;
}

/** A name at this word: as it stands, after a title, without its prefix, or with wrong letters. */
function nameAt(state: State, at: number, prefix: readonly string[] | undefined): NameFound | undefined {
  const { names, words } = state;
  const title = TITLES.find((t) => t.every((key, k) => words[at + k]?.key === key));
  const starts = title ? [at, at + title.length] : [at];
  for (const start of starts) {
    const found = direct(names, words, start);
    if (found) return { ...found, start, elided: false };
  }
  const short = prefix && elliptical(names, prefix, words, at);
  if (short) return { ...short, start: at, elided: true };
  if (state.open !== null) return undefined;
  for (const start of starts) {
    const found = near(names, words, start);
    if (found) return { ...found, start, elided: false };
  }
  return undefined;
}

/** "các Sở:" says what the items after it are. */
function introduction(text: string, words: readonly Word[], at: number): readonly string[] | undefined {
  const prefix = prefixOf(words, at);
  const last = words[at + (prefix?.length ?? 0) - 1];
  const next = words[at + (prefix?.length ?? 0)];
  return prefix && last && next && text.slice(last.to, next.from).includes(':') ? prefix : undefined;
}

/** Books a name and gives the word after it. */
function take(state: State, at: number, start: number, found: NameFound): number {
  const { words, names, registry, options } = state;
  flush(state, at);
  const { from } = words[start] as Word;
  const end = found.end + suffixLength(state, found.end);
  const printed = state.text.slice(from, (words[found.end - 1] as Word).to);
  const settled = settle(spelledSo(names, found.ids, printed), registry, options);
  if (settled === undefined) {
    book(state, 'ambiguous', at, end, [...found.ids]);
    return end;
  }
  const { to } = words[end - 1] as Word;
  const text = state.text.slice(from, to);
  const { how, misspelt } = likeness(names, settled.id, printed, text, found);
  state.matches.push({ ...settled, text, from, to, how, misspelt, role: roleOf(state, at) });
  return end;
}

/** One body of those that share the name: who was in force wins; several are nobody. */
function settle(
  ids: ReadonlySet<string>,
  registry: Registry,
  options: RecogniseOptions,
): Pick<BodyMatch, 'id' | 'outside'> | undefined {
  const live = [...ids].filter((id) => overlaps(registry, id, options));
  const choice = live.length > 0 ? live : [...ids];
  return choice.length === 1 ? { id: choice[0] as string, outside: live.length === 0 } : undefined;
}

function overlaps(registry: Registry, id: string, { from, to }: RecogniseOptions): boolean {
  const entry = registry.unit(id) ?? registry.group(id);
  if (!entry) return false;
  return (to === null || entry.from <= to) && (entry.to === null || entry.to >= from);
}

/** "Sở Ngoại vụ Thành phố": the place after a name belongs to it, unless a longer name starts there. */
function suffixLength({ words, names, registry }: State, at: number): number {
  for (const place of [`thành phố ${registry.place}`, 'thành phố']) {
    const keys = keysOf(place);
    const fits = keys.every((key, k) => words[at + k]?.key === key && words[at + k]?.gap === 'none');
    if (fits) return (longest(names.root, words, at)?.end ?? 0) > at + keys.length ? 0 : keys.length;
  }
  return 0;
}

function roleOf({ text, words, matches, registry }: State, at: number): BodyMatch['role'] {
  const word = words[at] as Word;
  if (word.depth === 0) return 'listed';
  const opened = text.lastIndexOf('(', word.from);
  if (
    keysOf(text.slice(opened, (words[at + 1] ?? word).to))
      .join(' ')
      .startsWith('phoi hop')
  )
    return 'supporting';
  const before = matches.findLast((m) => m.to <= opened);
  const apart = before === undefined || /[;\n,]|\p{L}/u.test(text.slice(before.to, opened));
  return !apart && registry.group(before.id)?.closed !== false ? 'described' : 'listed';
}

function takeReading(state: State, at: number, end: number, bodies: readonly string[]): void {
  flush(state, at);
  const { from } = state.words[at] as Word;
  const { to } = state.words[end - 1] as Word;
  const shared = { text: state.text.slice(from, to), from, to, how: 'told', misspelt: false, role: 'listed' } as const;
  for (const id of bodies) state.matches.push({ ...shared, id, outside: !overlaps(state.registry, id, state.options) });
}

/** Closes the open stretch before this word. */
function flush(state: State, at: number): void {
  const start = state.open;
  state.open = null;
  if (start === null || start === at) return;
  const { words, matches } = state;
  const naming = HEADS.some((head) => head.every((key, k) => words[start + k]?.key === key));
  const remark = !naming && matches.length > 0;
  book(state, remark ? 'remark' : 'unknown', start, at);
}

function book(state: State, kind: Leftover['kind'], start: number, end: number, ids?: readonly string[]): void {
  const { from } = state.words[start] as Word;
  const { to } = state.words[end - 1] as Word;
  const text = state.text.slice(from, to);
  const nearest = ids ?? (kind === 'remark' ? [] : state.registry.nearest(text, 3));
  state.leftovers.push({ kind, text, from, to, nearest });
}
