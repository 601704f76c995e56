/** Between events and table rows, the same for every store; `verifyRows` walks the chain over such rows. */

import type { Instant } from '../../calendar/instant';
import {
  chainHash,
  eventId,
  factText,
  GENESIS,
  occurredOn,
  periodOf,
  type Fact,
  type LedgerEvent,
  type NewEvent,
} from '../events';
import type { Head, Verification } from './port';

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

export function toRow(event: NewEvent, head: Head, now: Instant): EventRow {
  const { fact, sample, statedAt } = event;
  const body = factText(fact);
  const id = eventId(event, body);
  const base = { seq: head.seq + 1, id, recordedAt: statedAt ?? now, sample, fact, prev: head.hash };
  return {
    seq: base.seq,
    id: base.id,
    recorded_at: base.recordedAt,
    stated: statedAt === null ? 0 : 1,
    sample: sample ? 1 : 0,
    kind: fact.kind,
    plan: fact.plan,
    unit: fact.unit,
    period: periodOf(fact),
    occurred_on: occurredOn(fact),
    body,
    prev: base.prev,
    hash: chainHash(base, body),
  };
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

type Reason = NonNullable<Verification['broken']>['reason'];

function faultOf(row: EventRow, head: Head): Reason | undefined {
  if (row.seq !== head.seq + 1) return 'gap';
  if (row.prev !== head.hash) return 'prev';
  let event: LedgerEvent;
  try {
    event = fromRow(row);
  } catch {
    return 'hash'; // a body that is no JSON any more has been changed
  }
  if (chainHash(event) !== row.hash) return 'hash';
  const statedAt = row.stated === 1 ? event.recordedAt : null;
  if (eventId({ fact: event.fact, sample: event.sample, statedAt }) !== row.id) return 'id';
  const expected = toRow({ fact: event.fact, sample: event.sample, statedAt }, head, event.recordedAt);
  const same = (Object.keys(expected) as (keyof EventRow)[]).every((key) => expected[key] === row[key]);
  return same ? undefined : 'columns';
}

/** Walks rows in order; `batches` must end where the events end. */
export function verifyRows(rows: Iterable<EventRow>, batches: Iterable<BatchRow>): Verification {
  let head: Head = { seq: 0, hash: GENESIS };
  const hashes = new Map<number, string>();
  const ends = [...batches];
  const wanted = new Set(ends.map((b) => b.last_seq));
  for (const row of rows) {
    const reason = faultOf(row, head);
    if (reason) return { events: head.seq, head, broken: { seq: head.seq + 1, reason } };
    head = { seq: row.seq, hash: row.hash };
    if (wanted.has(row.seq)) hashes.set(row.seq, row.hash);
  }
  return { events: head.seq, head, broken: batchFault(ends, hashes, head) };
}

function batchFault(
  batches: readonly BatchRow[],
  hashes: ReadonlyMap<number, string>,
  head: Head,
): Verification['broken'] {
  for (const [index, batch] of batches.entries()) {
    if (batch.no !== index + 1) return { seq: batch.last_seq, reason: 'batch' };
    if (batch.last_seq > head.seq) return { seq: head.seq + 1, reason: 'missing-tail' };
    if (hashes.get(batch.last_seq) !== batch.last_hash) return { seq: batch.last_seq, reason: 'batch' };
  }
  const last = batches[batches.length - 1];
  return last?.last_seq === head.seq || (!last && head.seq === 0)
    ? null
    : { seq: (last?.last_seq ?? 0) + 1, reason: 'batch' };
}
