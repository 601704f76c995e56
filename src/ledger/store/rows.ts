/** Between events and table rows, the same for every store. */

import type { Instant } from '../../calendar/instant';
import {
  eventId,
  factText,
  linkHash,
  occurredOn,
  periodOf,
  type Fact,
  type LedgerEvent,
  type NewEvent,
} from '../events';
import type { Head } from './port';

export interface EventRow {
  readonly seq: number;
  readonly id: string;
  readonly recorded_at: string;
  readonly stated: number;
  readonly sample: number;
  readonly kind: string;
  readonly plan: string;
  readonly unit: string;
  readonly period: string | null;
  readonly occurred_on: string | null;
  readonly body: string;
  readonly prev: string;
  readonly hash: string;
}

/** The columns that an event is read from. */
export type ReadRow = Pick<EventRow, 'seq' | 'id' | 'recorded_at' | 'sample' | 'body' | 'prev' | 'hash'>;

/** A batch closes over its events: its row shows when the tail of the ledger has been cut off. */
export interface BatchRow {
  readonly no: number;
  readonly last_seq: number;
  readonly last_hash: string;
}

/** What a row holds before it has its place in the chain. */
export type EventDraft = Omit<EventRow, 'seq' | 'prev' | 'hash'>;

/** `body`: the fact's text where it is at hand. */
export function draftOf(event: NewEvent, now: Instant, body = factText(event.fact)): EventDraft {
  const { fact, sample, statedAt } = event;
  return {
    id: eventId(event, body),
    recorded_at: statedAt ?? now,
    stated: statedAt === null ? 0 : 1,
    sample: sample ? 1 : 0,
    kind: fact.kind,
    plan: fact.plan,
    unit: fact.unit,
    period: periodOf(fact),
    occurred_on: occurredOn(fact),
    body,
  };
}

/** The draft as the next link after `head`. */
export function linked(draft: EventDraft, head: Head): EventRow {
  const { id, recorded_at, stated, sample, kind, plan, unit, period, occurred_on, body } = draft;
  const [seq, prev] = [head.seq + 1, head.hash];
  const hash = linkHash({ seq, id, recordedAt: recorded_at as Instant, sample: sample === 1, prev }, body);
  // Member by member: spreading is many times slower, and a large ledger passes here.
  return { seq, id, recorded_at, stated, sample, kind, plan, unit, period, occurred_on, body, prev, hash };
}

export function toRow(event: NewEvent, head: Head, now: Instant): EventRow {
  return linked(draftOf(event, now), head);
}

export function fromRow(row: ReadRow): LedgerEvent {
  return {
    seq: row.seq,
    id: row.id,
    recordedAt: row.recorded_at as Instant,
    sample: row.sample === 1,
    fact: JSON.parse(row.body) as Fact,
    prev: row.prev,
    hash: row.hash,
  };
}

/** So many different texts are kept to be shared: the bodies of a country, plans and moments beside them. */
const SHARED = 20_000;

/**
 * `fromRow` for rows that stay in memory together: what thousands of them say alike (plan, body, moment of telling, the
 * link before) is one text, not one for each. Of a province's events in memory a quarter less.
 */
export function rowReader(): (row: ReadRow) => LedgerEvent {
  const texts = new Map<string, string>();
  const shared = <T extends string>(text: T): T => {
    const known = texts.get(text);
    if (known === undefined && texts.size < SHARED) texts.set(text, text);
    return (known as T | undefined) ?? text;
  };
  let last = '';
  return (row) => {
    const fact = JSON.parse(row.body) as { -readonly [K in keyof Fact]: Fact[K] };
    fact.plan = shared(fact.plan);
    fact.unit = shared(fact.unit);
    const { seq, id, recorded_at: at, sample, hash } = row;
    const prev = row.prev === last ? last : row.prev;
    last = hash;
    return { seq, id, recordedAt: shared(at as Instant), sample: sample === 1, fact: fact as Fact, prev, hash };
  };
}
