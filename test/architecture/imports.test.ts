/**
 * The direction of the arrows: who may import whom (layers.json), where each package lives, and that only the shell
 * takes anything from the machine. Each rule is first shown to fire on a sample that breaks it.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  impurities,
  importsOf,
  packageOf,
  parse,
  roomOf,
  sources,
  targetOf,
  textsOf,
  type Import,
  type SourceFile,
} from './sources';
import { namesOfData } from './names';

interface Layers {
  readonly chain: readonly string[];
  readonly doors: readonly string[];
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  readonly typesOnly: Readonly<Record<string, readonly string[]>>;
  readonly packages: Readonly<Record<string, readonly string[]>>;
}

const layers = JSON.parse(readFileSync(join(__dirname, 'layers.json'), 'utf8')) as Layers;
const files = sources();

/** Why that import may not stand there; undefined when it may. */
function wrongArrow(file: SourceFile, { specifier, typeOnly }: Import): string | undefined {
  const target = targetOf(file, specifier);
  const from = roomOf(file.path);
  if (target === undefined) {
    const homes = layers.packages[packageOf(specifier)] ?? [];
    const home = homes.some((h) => file.path === h || file.path.startsWith(`${h}/`));
    return home ? undefined : `${file.path}: ${specifier} does not live here`;
  }
  const to = roomOf(target);
  if (to === from || layers.rooms[from]?.includes(to)) return undefined;
  if (typeOnly && layers.typesOnly[from]?.includes(to)) return undefined;
  return `${file.path}: ${from} → ${to} (${specifier})`;
}

const wrongArrows = (file: SourceFile): readonly string[] =>
  importsOf(file).flatMap((each) => wrongArrow(file, each) ?? []);

describe('the table of layers', () => {
  test('has every room of src, and no room that is not there', () => {
    expect(Object.keys(layers.rooms).sort()).toEqual([...new Set(files.map((f) => roomOf(f.path)))].sort());
  });

  test('a room of the chain names only rooms before it, besides the words of i18n', () => {
    for (const [index, room] of layers.chain.entries()) {
      const named = layers.rooms[room]?.filter((r) => r !== 'i18n') ?? [];
      expect([room, named]).toEqual([room, layers.chain.slice(0, index)]);
    }
  });

  test('the words of i18n are for report and the rooms after it', () => {
    const who = Object.keys(layers.rooms).filter((room) => layers.rooms[room]?.includes('i18n'));
    expect(who.sort()).toEqual(['app', 'collect', 'lint', 'render', 'report', ...layers.doors].sort());
  });

  test('the shell is known to the front doors only, and the front doors to nobody', () => {
    const who = (name: string): string[] =>
      Object.keys(layers.rooms).filter((room) => layers.rooms[room]?.includes(name));
    expect(who('shell').sort()).toEqual([...layers.doors].sort());
    for (const door of layers.doors) expect([door, who(door)]).toEqual([door, []]);
  });
});

describe('imports of src', () => {
  test.each([
    ['calendar/x.ts', "import { a } from '../plan/parts';"],
    ['plan/x.ts', "import type { Fact } from '../ledger/events';"],
    ['figures/x.ts', "export { formatDate } from '../i18n/format';"],
    ['i18n/x.ts', "import { STATUSES } from '../obligations/schema';"],
    ['app/x.ts', "const { writeWhole } = await import('../shell/files');"],
    ['app/x.ts', "type F = import('../shell/files').F;"],
    ['render/html/x.ts', "import { Document } from 'docx';"],
    ['report/x.ts', "import Handlebars from 'handlebars';"],
    ['plan/x.ts', "import { addDays } from 'date-fns/addDays';"],
    ['cli/x.ts', "import { readFileSync } from 'node:fs';"],
    ['lib/x.ts', "import fs = require('fs');"],
    ['lib/x.ts', "const os = require('os');"],
    ['app/x.ts', "const name = 'a'; await import(name);"],
  ])('an arrow that turns back is seen: %s %s', (path, text) => {
    expect(wrongArrows(parse(path, text)).length).toBeGreaterThan(0);
  });

  test('an arrow that is allowed is not', () => {
    const text =
      "import type { Status } from '../obligations/schema'; import { yearOf } from '../calendar/plain-date';";
    expect(wrongArrows(parse('i18n/x.ts', text))).toEqual([]);
  });

  test('no arrow turns back, and every package is used where it belongs', () => {
    expect(files.flatMap(wrongArrows)).toEqual([]);
  });

  test('of node:crypto only the hash is taken: the rest is chance', () => {
    const taken = files.flatMap((f) => importsOf(f).filter((i) => i.specifier === 'node:crypto'));
    expect(taken.map((i) => i.names)).toEqual([['hash']]);
  });

  test('the command line starts without the libraries of Word and Excel: each is loaded when it is wanted', () => {
    const start = 'cli/main.ts';
    const started = new Set([
      start,
      ...reachable(
        start,
        graph((i) => !i.typeOnly && !i.lazy),
      ),
    ]);
    const loaded = files
      .filter((f) => started.has(f.path))
      .flatMap((f) => importsOf(f).filter((i) => !i.typeOnly && !i.lazy))
      .map((i) => packageOf(i.specifier));
    expect(loaded).toContain('yargs');
    expect(loaded.filter((name) => name === 'docx' || name === 'exceljs')).toEqual([]);
  });

  test('no circle of files leaves a folder: two that call each other are read together', () => {
    const next = graph((i) => !i.typeOnly);
    const reach = new Map(files.map(({ path }) => [path, reachable(path, next)]));
    const inOneCircle = (a: string, b: string): boolean => (reach.get(a)?.has(b) && reach.get(b)?.has(a)) ?? false;
    const folder = (path: string): string => path.replace(/\/[^/]*$/, '');
    const crossing = files.flatMap(({ path: a }) =>
      files.filter(({ path: b }) => folder(a) < folder(b) && inOneCircle(a, b)).map(({ path: b }) => `${a} ⇄ ${b}`),
    );
    expect(crossing).toEqual([]);
  });
});

/** Files of src that each file imports, by the imports that count. */
function graph(counts: (each: Import) => boolean): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map((f) => f.path));
  const targets = (file: SourceFile): readonly string[] =>
    importsOf(file)
      .filter(counts)
      .flatMap((i) => targetOf(file, i.specifier) ?? [])
      .flatMap((t) => [`${t}.ts`, `${t}/index.ts`].filter((p) => paths.has(p)));
  return new Map(files.map((f) => [f.path, targets(f)]));
}

function reachable(from: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...(next.get(from) ?? [])];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...(next.get(path) ?? []));
  }
  return seen;
}

/** What a front door may take of `process`: where it was called, with what, and the ways out. */
const DOOR = ['stdout', 'stderr', 'exitCode', 'cwd', 'argv'];
const allowedOf = (path: string): readonly string[] => (layers.doors.includes(roomOf(path)) ? DOOR : []);

describe('what src takes from the machine', () => {
  test.each([
    'const now = new Date();',
    'const now = new Date;',
    'const text = Date();',
    'const now = Date.now();',
    'const pick = Math.random();',
    'const id = crypto.randomUUID();',
    'const home = process.env.HOME;',
    "const home = process.env['HOME'];",
    'const { env } = process;',
    'process.exit(1);',
    'const ms = performance.now();',
    'setTimeout(work, 10);',
    'const day = date.getDate();',
    'const text = date.toLocaleDateString();',
    "const f = new Intl.DateTimeFormat('vi');",
    'const here = __dirname;',
    "const answer = await fetch('https://example.vn');",
  ])('is seen: %s', (text) => {
    expect(impurities(parse('app/x.ts', text))).toHaveLength(1);
  });

  test('a date made from a value, a day compared and a comment are not', () => {
    const text = '// new Date() and process.env\nconst d = new Date(5).toISOString(); const e = d.getUTCDate();';
    expect(impurities(parse('app/x.ts', text))).toEqual([]);
  });

  test('is nothing outside the shell, but for the ways in and out of a front door', () => {
    const found = files
      .filter(({ path }) => roomOf(path) !== 'shell')
      .flatMap((file) => impurities(file, allowedOf(file.path)).map((what) => `${file.path}:${what}`));
    expect(found).toEqual([]);
  });

  test('the clock of the machine is read in one file only', () => {
    const readers = files.filter((f) => impurities(f, ['pid', 'cwd']).some((what) => /Date|hrtime/.test(what)));
    expect(readers.map((f) => f.path)).toEqual(['shell/clock.ts']);
  });
});

describe('names of data in the code', () => {
  const { ids, words } = namesOfData();
  const naming = (file: SourceFile): readonly string[] =>
    textsOf(file)
      .filter(({ text }) => ids.has(text) || words.some((word) => text.toLowerCase().includes(word)))
      .map(({ text, line }) => `${file.path}:${line}: ${text}`);

  test('the list of names is the data’s own', () => {
    expect([...ids]).toEqual(expect.arrayContaining(['hanoi-cchc-2026', 'hanoi-cchc', 'so-noi-vu', 'xa-dong-anh']));
    expect(ids.size).toBeGreaterThan(173);
  });

  test.each(["if (plan.id === 'hanoi-cchc-2026') f();", "const unit = 'so-noi-vu';", 'const p = `${x}/hcmc-${y}`;'])(
    'a branch on one is seen: %s',
    (text) => {
      expect(naming(parse('app/x.ts', text))).toHaveLength(1);
    },
  );

  test('no text of src names a plan, unit, group, regime, form or place', () => {
    expect(files.flatMap(naming)).toEqual([]);
  });
});
