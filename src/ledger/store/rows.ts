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

/** A batch closes over its events: its row shows when the tail of the ledger has been cut off. */
export interface BatchRow {
  readonly no: number;
  readonly last_seq: number;
  readonly last_hash: string;
}

/** What a row holds before it has its place in the chain. */
export type EventDraft = Omit<EventRow, 'seq' | 'prev' | 'hash'>;

export function draftOf(event: NewEvent, now: Instant): EventDraft {
  const { fact, sample, statedAt } = event;
  const body = factText(fact);
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
  const link = {
    seq: head.seq + 1,
    id: draft.id,
    recordedAt: draft.recorded_at as Instant,
    sample: draft.sample === 1,
    prev: head.hash,
  };
  return { ...draft, seq: link.seq, prev: link.prev, hash: linkHash(link, draft.body) };
}

export function toRow(event: NewEvent, head: Head, now: Instant): EventRow {
  return linked(draftOf(event, now), head);
}

export function fromRow(row: EventRow): LedgerEvent {
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
