/**
 * Due actions in the register: the beginning of a plan, the inputs of an attempt (entered before anything is made, so
 * that an attempt taken up again after a crash gives the same bytes), what was done or passed over, what failed.
 * Keys begin with the plan: one ledger may hold several.
 */

import type { Instant } from '../../calendar/instant';
import type { NewEntry, Register, RegisterEntry } from '../../ledger/store/register';
import type { DueAction } from './actions';
import type { DueState, Failure, SkipReason } from './decide';

/** The facts an attempt stands on: those known at `asOf`, up to that position of the ledger. */
export interface Inputs {
  readonly asOf: Instant;
  readonly seq: number;
}

export interface MadeFile {
  /** Below the workspace, or absolute where it lies elsewhere. */
  readonly path: string;
  readonly unit: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

export interface DueBook extends DueState {
  /** Inputs of an attempt that was begun, or of the one before it that died; undefined when there are none. */
  inputsOf(key: string, attempt: number): Inputs | undefined;
  /** Attempts that were begun and neither done nor failed: under the lock of `run-due`, their process has died. */
  readonly unended: ReadonlyMap<string, Pick<Failure, 'attempt' | 'at'>>;
}

/** Bodies as this file writes them; the register's chain shows when one was changed since. */
interface Bodies {
  readonly start: { readonly at: Instant };
  readonly inputs: Inputs;
  readonly failure: Pick<Failure, 'attempt' | 'at'> & { readonly died?: number };
}

const startKey = (plan: string): string => plan;
const doneKey = (plan: string, key: string): string => `${plan}/${key}`;
const attemptKey = (plan: string, key: string, attempt: number): string => `${plan}/${key}/${attempt}`;

/** What the register says about the actions of a plan. */
export async function readDueBook(register: Register, plan: string): Promise<DueBook> {
  const own = (entry: RegisterEntry): boolean => entry.key.startsWith(`${plan}/`);
  const done = (await register.list('done')).filter(own);
  const failed = (await register.list('failed')).filter(own);
  const begun = new Map((await register.list('begun')).map((entry) => [entry.key, entry]));
  const start = begun.get(startKey(plan))?.body;
  const settled = new Set(done.map((entry) => entry.key.slice(plan.length + 1)));
  const failures = new Map(failed.map((entry) => failureOf(entry, plan)));
  const inputs = (key: string, attempt: number): Inputs | undefined =>
    begun.get(attemptKey(plan, key, attempt))?.body as unknown as Bodies['inputs'] | undefined;
  const unended = new Map<string, Pick<Failure, 'attempt' | 'at'>>();
  for (const { key: whole, recordedAt: at } of [...begun.values()].filter(own)) {
    const [key, attempt] = attemptOf(whole, plan);
    if (!settled.has(key) && attempt > (failures.get(key)?.attempt ?? 0)) unended.set(key, { attempt, at });
  }
  return {
    settled,
    failures,
    startedAt: start === undefined ? null : (start as unknown as Bodies['start']).at,
    inputsOf: (key, no) => inputs(key, no) ?? (failures.get(key)?.died ? inputs(key, no - 1) : undefined),
    unended,
  };
}

/** `ke-hoach/2026-Q1/reports/final/2` → the action and its second attempt. */
function attemptOf(key: string, plan: string): readonly [string, number] {
  const cut = key.lastIndexOf('/');
  return [key.slice(plan.length + 1, cut), Number(key.slice(cut + 1))];
}

/** In the order of the register the last attempt of a key stands last, and wins in a map. */
function failureOf({ key, body }: RegisterEntry, plan: string): readonly [string, Failure] {
  const { attempt, at, died = 0 } = body as unknown as Bodies['failure'];
  return [attemptOf(key, plan)[0], { attempt, at, died }];
}

export function startEntry(plan: string, at: Instant): NewEntry {
  return { kind: 'begun', key: startKey(plan), body: { at } };
}

export function begunEntry(plan: string, { key }: DueAction, attempt: number, { asOf, seq }: Inputs): NewEntry {
  return { kind: 'begun', key: attemptKey(plan, key, attempt), body: { asOf, seq } };
}

export function doneEntry(
  plan: string,
  { key, period, dueAt }: DueAction,
  attempt: number,
  { asOf, seq }: Inputs,
  files: readonly MadeFile[],
): NewEntry {
  const made = files.map(({ path, unit, sha256, bytes }) => ({ path, unit, sha256, bytes }));
  const body = { status: 'done', period: period.id, dueAt, attempt, asOf, seq, files: made };
  return { kind: 'done', key: doneKey(plan, key), body };
}

export function skippedEntry(
  plan: string,
  { key, period, dueAt }: DueAction,
  reason: SkipReason,
  by: string | null,
): NewEntry {
  return { kind: 'done', key: doneKey(plan, key), body: { status: 'skipped', period: period.id, dueAt, reason, by } };
}

export function failedEntry(
  plan: string,
  { key, period, dueAt }: DueAction,
  { attempt, at, died }: Failure,
  nextAt: Instant,
  codes: readonly string[],
  reason: string,
): NewEntry {
  const how = died > 0 ? { died } : {};
  const body = { attempt, at, nextAt, period: period.id, dueAt, codes, reason, ...how };
  return { kind: 'failed', key: attemptKey(plan, key, attempt), body };
}
