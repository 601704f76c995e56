/**
 * Commands killed at random points of their work, each in a copy of one office. After every kill the ledger is sound
 * and every file whole or absent; when the command is given again, everything is as after a run that nobody disturbed.
 */

import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, Office, type Ended } from './office';

const DYING = join(__dirname, 'dying.cjs');

/** A command of the program as the table of the test names it. */
export interface Killed {
  readonly name: string;
  readonly args: readonly string[];
  /** What a person does after a restart, when it is not the same command again. */
  finish?(office: Office): Promise<Ended>;
  /** Lines of the ledger that are the same, in any order, however often it was killed; all of them when not given. */
  readonly keeps?: (line: string) => string | undefined;
}

/** A random point: an exact step of the work, or a moment by the clock; `again`: killed once more before it is finished. */
export interface Point {
  readonly kind: 'step' | 'clock';
  readonly at: number;
  readonly moment: 'before' | 'amid' | 'after';
  readonly again: boolean;
}

/** Uniform over the work: not drawn towards its ends, as plain samples are. */
export function points(seed: number, count: number): readonly Point[] {
  const point = fc.record({
    kind: fc.constantFrom('step' as const, 'step' as const, 'clock' as const),
    at: fc.integer({ min: 0, max: 999_999 }).map((n) => n / 1_000_000),
    moment: fc.constantFrom('before' as const, 'amid' as const, 'after' as const),
    again: fc.constantFrom(true, true, false),
  });
  return fc.sample(fc.noBias(point), { seed, numRuns: count });
}

/** What an office is after a run that nobody disturbed, and how long the run was. */
export interface Undisturbed {
  readonly code: number | null;
  readonly tree: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
  readonly steps: number;
  readonly milliseconds: number;
}

const kept = (lines: readonly string[], { keeps }: Killed): readonly string[] =>
  keeps ? lines.flatMap((line) => keeps(line) ?? []).sort() : lines;

export async function undisturbed(base: Office, command: Killed): Promise<Undisturbed> {
  const office = await Office.open(base.kind, base);
  try {
    const count = office.path('steps');
    const from = process.hrtime.bigint();
    const { code, stderr } = await ended(office.start(command.args, { DYING_COUNT: count }, DYING));
    const milliseconds = Number((process.hrtime.bigint() - from) / 1_000_000n);
    if (!existsSync(count)) throw new Error(stderr);
    const steps = Number(readFileSync(count, 'utf8'));
    return { code, tree: office.tree(), lines: kept(await office.lines(), command), steps, milliseconds };
  } finally {
    await office.close();
  }
}

async function killOnce(office: Office, { args }: Killed, whole: Undisturbed, point: Point): Promise<boolean> {
  if (point.kind === 'step') {
    const at = `${1 + Math.floor(point.at * whole.steps)}/${point.moment}`;
    return (await ended(office.start(args, { DYING_AT: at }, DYING))).signal === 'SIGKILL';
  }
  const child = office.start(args);
  const timer = setTimeout(() => child.kill('SIGKILL'), point.at * whole.milliseconds);
  const { signal } = await ended(child);
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

/** A draft beside its place: no file to anybody, and swept away when the work is finished. */
const isDraft = (path: string): boolean => /(^|\/)\.[^/]+\.tmp$/.test(path);

/** What a test is told of an office: to be compared with `toEqual`, so that a difference is printed. */
export interface Seen {
  readonly broken: unknown;
  /** Files that are neither whole nor a draft. */
  readonly torn: readonly string[];
  /** Lines that an undisturbed run would not have written. */
  readonly strange: readonly string[];
}
export const SOUND: Seen = { broken: [null, null], torn: [], strange: [] };

async function look(office: Office, command: Killed, whole: Undisturbed): Promise<Seen> {
  const { broken, register } = await office.verify();
  const wanted = new Set(whole.lines);
  const lines = kept(await office.lines(), command);
  const twice = lines.filter((line, index) => lines.indexOf(line) !== index);
  return {
    broken: [broken, register.broken],
    torn: Object.entries(office.tree()).flatMap(([path, hash]) =>
      whole.tree[path] === hash || isDraft(path) ? [] : [path],
    ),
    strange: [...lines.filter((line) => !wanted.has(line)), ...twice],
  };
}

export interface Round {
  /** Kills that came while the command was running. */
  readonly landed: number;
  readonly drafts: number;
  readonly seen: readonly Seen[];
  readonly end: Pick<Undisturbed, 'code' | 'tree' | 'lines'>;
  readonly said: string;
}

/** One office, killed at the points one after the other, then finished. */
export async function round(base: Office, command: Killed, whole: Undisturbed, at: readonly Point[]): Promise<Round> {
  const office = await Office.open(base.kind, base);
  try {
    let [landed, drafts] = [0, 0];
    const seen: Seen[] = [];
    for (const point of at) {
      if (await killOnce(office, command, whole, point)) landed += 1;
      await office.quiet();
      seen.push(await look(office, command, whole));
      drafts += Object.keys(office.tree()).filter(isDraft).length;
    }
    const { code, stderr } = await (command.finish?.(office) ?? ended(office.start(command.args)));
    await office.quiet();
    return {
      ...{ landed, drafts, seen, said: stderr },
      end: { code, tree: office.tree(), lines: kept(await office.lines(), command) },
    };
  } finally {
    await office.close();
  }
}

/** Points in the order drawn, cut into rounds: a round ends with the first point that is not to be killed again. */
export function rounds(all: readonly Point[]): readonly (readonly Point[])[] {
  const cut: Point[][] = [[]];
  for (const point of all) {
    cut.at(-1)?.push(point);
    if (!point.again) cut.push([]);
  }
  return cut.filter((r) => r.length > 0);
}
