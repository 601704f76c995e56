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
  /** Inputs of an attempt that was begun; undefined when it was not. */
  inputsOf(key: string, attempt: number): Inputs | undefined;
}

/** Bodies as this file writes them; the register's chain shows when one was changed since. */
interface Bodies {
  readonly start: { readonly at: Instant };
  readonly inputs: Inputs;
  readonly failure: Failure;
}

const startKey = (plan: string): string => plan;
const doneKey = (plan: string, key: string): string => `${plan}/${key}`;
const attemptKey = (plan: string, key: string, attempt: number): string => `${plan}/${key}/${attempt}`;

/** What the register says about the actions of a plan. */
export async function readDueBook(register: Register, plan: string): Promise<DueBook> {
  const own = (entry: RegisterEntry): boolean => entry.key.startsWith(`${plan}/`);
  const done = (await register.list('done')).filter(own);
  const failed = (await register.list('failed')).filter(own);
  const begun = new Map((await register.list('begun')).map((entry) => [entry.key, entry.body]));
  const start = begun.get(startKey(plan));
  return {
    settled: new Set(done.map((entry) => entry.key.slice(plan.length + 1))),
    failures: new Map(failed.map((entry) => failureOf(entry, plan))),
    startedAt: start === undefined ? null : (start as unknown as Bodies['start']).at,
    inputsOf: (key, attempt) => {
      const body = begun.get(attemptKey(plan, key, attempt));
      return body === undefined ? undefined : (body as unknown as Bodies['inputs']);
    },
  };
}

/** In the order of the register the last attempt of a key stands last, and wins in a map. */
function failureOf({ key, body }: RegisterEntry, plan: string): readonly [string, Failure] {
  const { attempt, at } = body as unknown as Bodies['failure'];
  return [key.slice(plan.length + 1, -`/${attempt}`.length), { attempt, at }];
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
  { attempt, at }: Failure,
  nextAt: Instant,
  codes: readonly string[],
  reason: string,
): NewEntry {
  const body = { attempt, at, nextAt, period: period.id, dueAt, codes, reason };
  return { kind: 'failed', key: attemptKey(plan, key, attempt), body };
}
