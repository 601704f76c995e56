/**
 * What the ledger holds: facts that were reported, one closed union, never changed once written.
 * Two clocks: `occurredOn`, when it happened (the cut-off window uses it), and `recordedAt`, when we were told
 * ("as known on" uses it).
 */

import { z } from 'zod';
import { plainDateSchema } from '../calendar/schema';
import type { PlainDate } from '../calendar/plain-date';
import type { Instant } from '../calendar/instant';
import { canonicalJson, sha256 } from '../lib/canonical-json';

export const TASK_EVENTS = [
  /** Told that nothing has been done or has arisen yet: carries words (a reason, a remedy) and no change of status. */
  'not-started',
  'started',
  'progress',
  'completed',
  'unsatisfactory',
  'triggered',
  'extended',
  'cancelled',
  'corrected',
] as const;
export const SUBMISSION_EVENTS = ['submitted', 'returned', 'approved'] as const;

/** `source`: hash of the file a fact was read from; a corrected file that goes back to an old value is a new telling. */
const owner = { plan: z.string(), unit: z.string(), source: z.string().optional() };
const text = z.string().max(20_000);

/** What became of a task of a unit. `part` null: the fact holds for every due part that the unit owes. */
const taskFact = z.strictObject({
  kind: z.literal('task'),
  ...owner,
  task: z.string(),
  part: z.int().min(1).nullable(),
  event: z.enum(TASK_EVENTS),
  occurredOn: plainDateSchema,
  evidence: z.array(text).max(50),
  /** What was done, in the unit's words. */
  note: text.nullable(),
  /** Why it is late, and what will be done about it. */
  reason: text.nullable(),
  remedy: text.nullable(),
  /** The new last day of an extension, or the day a trigger sets. */
  due: plainDateSchema.nullable(),
  basis: text.nullable(),
  /** Of a correction: ids of the events that it takes back; absent, all that was told before it of the part. */
  voids: z.array(z.string()).optional(),
});

/**
 * An indicator's figure. `answer` keeps four different things apart: a value (zero included), "không phát sinh",
 * "không áp dụng", and a withdrawal (blank again).
 */
const figureFact = z.strictObject({
  kind: z.literal('figure'),
  ...owner,
  indicator: z.string(),
  period: z.string(),
  answer: z.enum(['value', 'nothing-arose', 'not-applicable', 'withdrawn']),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  note: text.nullable(),
});

/** A unit's own words for a section of its report. */
const narrativeFact = z.strictObject({
  kind: z.literal('narrative'),
  ...owner,
  period: z.string(),
  section: z.string(),
  text,
});

/** A report was sent, returned or approved. */
const submissionFact = z.strictObject({
  kind: z.literal('submission'),
  ...owner,
  period: z.string(),
  event: z.enum(SUBMISSION_EVENTS),
  occurredOn: plainDateSchema.nullable(),
  channel: z.string().nullable(),
  note: text.nullable(),
});

/** A unit's answer to a check that asked for a reason; it prints in the notes of its report. */
const explanationFact = z.strictObject({
  kind: z.literal('explanation'),
  ...owner,
  period: z.string(),
  /** Code of the check, and what it was about (an indicator's code, a task). */
  check: z.string(),
  subject: z.string(),
  text,
});

export const factSchema = z.discriminatedUnion('kind', [
  taskFact,
  figureFact,
  narrativeFact,
  submissionFact,
  explanationFact,
]);
export type Fact = z.output<typeof factSchema>;
export type TaskFact = z.output<typeof taskFact>;
export type FigureFact = z.output<typeof figureFact>;
export type NarrativeFact = z.output<typeof narrativeFact>;
export type SubmissionFact = z.output<typeof submissionFact>;
export type ExplanationFact = z.output<typeof explanationFact>;

/** A fact about to be written. `statedAt`: the recording time that the sender gave, part of the fact's identity. */
export interface NewEvent {
  readonly fact: Fact;
  readonly statedAt: Instant | null;
  /** Made by the sample generator: carried to every output so that it is never taken for real. */
  readonly sample: boolean;
}

/** A fact as it stands in the ledger. */
export interface LedgerEvent {
  /** Position, 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly id: string;
  readonly recordedAt: Instant;
  readonly sample: boolean;
  readonly fact: Fact;
  readonly prev: string;
  readonly hash: string;
}

/** Chain value before the first event. */
export const GENESIS = '0'.repeat(64);

/** A fact as one text: what is stored, and the part of the hashed texts below that costs most to make. */
export const factText = (fact: Fact): string => canonicalJson(fact);

/**
 * The same fact told twice has one id; a recording time that the sender stated makes it another telling. `told` is
 * the fact's text where it is at hand: the hashed text is the canonical JSON of { fact, sample, statedAt }.
 */
export function eventId({ fact, sample, statedAt }: NewEvent, told = factText(fact)): string {
  return sha256(`{"fact":${told},"sample":${sample},"statedAt":${canonicalJson(statedAt)}}`).slice(0, 32);
}

/** The link of the chain: everything that is stored of the event as canonical JSON, bound to the one before it. */
export function chainHash(event: Omit<LedgerEvent, 'hash'>, told = factText(event.fact)): string {
  return linkHash(event, told);
}

const quoted = (text: string): string => JSON.stringify(text);

/**
 * `chainHash` where only the fact's text is at hand. The canonical JSON is spelt out here, its keys in their order: a
 * large ledger is made of this line.
 */
export function linkHash(
  { seq, id, recordedAt, sample, prev }: Omit<LedgerEvent, 'hash' | 'fact'>,
  told: string,
): string {
  const rest = `"id":${quoted(id)},"prev":${quoted(prev)},"recordedAt":${quoted(recordedAt)},"sample":${sample},"seq":${seq}`;
  return sha256(`{"fact":${told},${rest}}`);
}

/**
 * The order in which we were told: by recording time, then by position. A stated recording time may place an event
 * before others that were written earlier.
 */
export function byTelling(a: LedgerEvent, b: LedgerEvent): number {
  return a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.seq - b.seq;
}

/** The day a fact happened, or null for figures and texts, which belong to a period as a whole. */
export function occurredOn(fact: Fact): PlainDate | null {
  return fact.kind === 'task' || fact.kind === 'submission' ? fact.occurredOn : null;
}

export function periodOf(fact: Fact): string | null {
  return fact.kind === 'task' ? null : fact.period;
}
