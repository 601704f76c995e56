/**
 * Guards identity and chain: what makes two tellings one fact, that every stored field is under the hash, the order
 * of telling, and that the walk over the rows names the first link that is not what was written.
 */

import fc from 'fast-check';
import { byTelling, chainHash, eventId, factSchema, GENESIS, type LedgerEvent } from '../../src/ledger/events';
import { canonicalJson, sha256, type Json } from '../../src/lib/canonical-json';
import type { EventsVerification } from '../../src/ledger/store/port';
import { fromRow, toRow, type BatchRow, type EventRow } from '../../src/ledger/store/rows';
import { verifyEvents } from '../../src/ledger/store/verify';
import { figureFact, instant, narrativeFact, submittedFact, taskFact } from '../fixtures/events';

const NOW = instant('2026-03-15T08:00:00+07:00');
const FACTS = [
  taskFact('so-mau-01', '1', 'started', '2026-01-10'),
  figureFact('so-mau-01', 'cong', 3),
  narrativeFact('so-mau-01', 'V', 'Nội dung mẫu'),
  submittedFact('so-mau-01'),
  taskFact('so-mau-01', '1', 'completed', '2026-02-10', { evidence: ['Văn bản mẫu 01'] }),
] as const;

/** All rows as one page, in the order given. */
const verifyRows = (rows: readonly EventRow[], batches: readonly BatchRow[]): Promise<EventsVerification> =>
  verifyEvents({
    events: async (after) => (after < 0 ? rows : []),
    batches: async (after) => (after < 0 ? batches : []),
    ends: async () => {
      const { last_seq: seq, last_hash: hash } = batches.at(-1) ?? { last_seq: 0, last_hash: GENESIS };
      return { event: rows.length, batch: batches.length, head: { seq, hash } };
    },
  });

function rowsOf(sizes: readonly number[]): {
  readonly rows: readonly EventRow[];
  readonly batches: readonly BatchRow[];
} {
  const rows: EventRow[] = [];
  const batches: BatchRow[] = [];
  let head = { seq: 0, hash: GENESIS };
  for (const size of sizes) {
    for (let i = 0; i < size; i++) {
      const fact = FACTS[head.seq % FACTS.length] as (typeof FACTS)[number];
      const row = toRow({ fact, statedAt: null, sample: false }, head, NOW);
      rows.push(row);
      head = { seq: row.seq, hash: row.hash };
    }
    batches.push({ no: batches.length + 1, last_seq: head.seq, last_hash: head.hash });
  }
  return { rows, batches };
}

describe('the identity of an event', () => {
  const event = { fact: FACTS[4], statedAt: null, sample: false };

  it('is the fact: the same told twice is one, whatever the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(event.fact).reverse()) as typeof event.fact;
    expect(eventId({ ...event, fact: reversed })).toBe(eventId(event));
    expect(eventId(event)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('differs with anything that is told: a field, a stated time, the sample mark', () => {
    const others = [
      { ...event, fact: { ...event.fact, note: 'Ghi chú mẫu' } },
      { ...event, fact: { ...event.fact, evidence: [] } },
      { ...event, fact: { ...event.fact, part: 1 } },
      { ...event, statedAt: NOW },
      { ...event, statedAt: instant('2026-03-16') },
      { ...event, sample: true },
    ];
    expect(new Set([event, ...others].map((e) => eventId(e))).size).toBe(others.length + 1);
  });
});

describe('the chain', () => {
  const { rows, batches } = rowsOf([2, 1, 3]);

  it('every stored field of an event is under its hash', () => {
    const event: LedgerEvent = fromRow(rows[4] as EventRow);
    const changed: Partial<LedgerEvent>[] = [
      { seq: 6 },
      { id: '0'.repeat(32) },
      { recordedAt: instant('2026-03-16') },
      { sample: true },
      { fact: FACTS[0] },
      { prev: GENESIS },
    ];
    for (const change of changed) expect(chainHash({ ...event, ...change })).not.toBe(event.hash);
    expect(chainHash(event)).toBe(event.hash);
  });

  it('the hashed texts are canonical JSON of the whole, so that anyone can compute them again', () => {
    for (const row of rows as EventRow[]) {
      const { hash, ...event } = fromRow(row);
      const statedAt = row.stated === 1 ? event.recordedAt : null;
      const told = { fact: event.fact as unknown as Json, statedAt, sample: event.sample };
      expect(row.id).toBe(sha256(canonicalJson(told)).slice(0, 32));
      expect(hash).toBe(sha256(canonicalJson(event as unknown as Json)));
    }
  });

  it('each event is bound to the one before, the first to nothing', () => {
    expect(rows.map((r) => r.prev)).toEqual([GENESIS, ...rows.slice(0, -1).map((r) => r.hash)]);
  });

  it('a row gives back the event that was put in, with a fact of the schema', () => {
    for (const row of rows) {
      const event = fromRow(row);
      expect(factSchema.parse(event.fact)).toEqual(event.fact);
      expect(event.fact).toEqual(FACTS[(row.seq - 1) % FACTS.length]);
      expect([row.kind, row.plan, row.unit]).toEqual([event.fact.kind, event.fact.plan, event.fact.unit]);
    }
    expect(rows.map((r) => [r.period, r.occurred_on])).toEqual([
      [null, '2026-01-10'],
      ['2026-Q1', null],
      ['2026-Q1', null],
      ['2026-Q1', null],
      [null, '2026-02-10'],
      [null, '2026-01-10'],
    ]);
  });

  it('is whole when nothing was touched, also when it is empty', async () => {
    const head = { seq: 6, hash: rows[5]?.hash };
    expect(await verifyRows(rows, batches)).toEqual({ events: 6, head, broken: null });
    expect(await verifyRows([], [])).toEqual({ events: 0, head: { seq: 0, hash: GENESIS }, broken: null });
  });

  it('a change to any column of any row is found at that row, or where its hash no longer fits the next', async () => {
    const columns = Object.keys(rows[0] as EventRow) as (keyof EventRow)[];
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: rows.length - 1 }), fc.constantFrom(...columns), async (index, column) => {
        const row = rows[index] as EventRow;
        const value = row[column];
        const changed = typeof value === 'number' ? value + 1 : `${value ?? ''}x`;
        const tampered = rows.map((r, i) => (i === index ? { ...r, [column]: changed } : r));
        expect((await verifyRows(tampered, batches)).broken).toMatchObject({ seq: index + 1 });
      }),
    );
  });

  it('a row taken out is a gap at its place, the last a missing tail', async () => {
    for (const index of [0, 1, 2, 3, 4])
      expect(
        (
          await verifyRows(
            rows.filter((_, i) => i !== index),
            batches,
          )
        ).broken,
      ).toEqual({ seq: index + 1, reason: 'gap' });
    expect((await verifyRows(rows.slice(0, 5), batches)).broken).toEqual({ seq: 6, reason: 'missing-tail' });
    expect((await verifyRows([], batches)).broken).toEqual({ seq: 1, reason: 'missing-tail' });
  });

  it('two rows that changed places are found', async () => {
    const [a, b, c, ...rest] = rows as [EventRow, EventRow, EventRow, ...EventRow[]];
    expect((await verifyRows([a, c, b, ...rest], batches)).broken).toEqual({ seq: 2, reason: 'gap' });
  });

  it('an event forged with a right hash breaks the link to the next', async () => {
    const head = { seq: 1, hash: (rows[0] as EventRow).hash };
    const forged = toRow({ fact: FACTS[4], statedAt: null, sample: false }, head, NOW);
    const tampered = rows.map((r, i) => (i === 1 ? forged : r));
    expect((await verifyRows(tampered, batches)).broken).toEqual({ seq: 3, reason: 'prev' });
  });

  it('a tail rewritten with right hashes does not fit the batch that closed over it', async () => {
    const head = { seq: 5, hash: (rows[4] as EventRow).hash };
    const forged = toRow({ fact: FACTS[1], statedAt: null, sample: false }, head, NOW);
    expect((await verifyRows([...rows.slice(0, 5), forged], batches)).broken).toEqual({ seq: 6, reason: 'batch' });
  });

  it('an event outside any batch, a batch taken out and a batch renumbered are found', async () => {
    const extra = toRow(
      { fact: FACTS[1], statedAt: null, sample: false },
      { seq: 6, hash: (rows[5] as EventRow).hash },
      NOW,
    );
    expect((await verifyRows([...rows, extra], batches)).broken).toEqual({ seq: 7, reason: 'batch' });
    expect((await verifyRows(rows, batches.slice(0, 2))).broken).toEqual({ seq: 4, reason: 'batch' });
    expect((await verifyRows(rows, [])).broken).toEqual({ seq: 1, reason: 'batch' });
    expect(
      (
        await verifyRows(
          rows,
          batches.filter((b) => b.no !== 2),
        )
      ).broken,
    ).toEqual({ seq: 6, reason: 'batch' });
    const wrongEnd = batches.map((b) => (b.no === 2 ? { ...b, last_hash: GENESIS } : b));
    expect((await verifyRows(rows, wrongEnd)).broken).toEqual({ seq: 3, reason: 'batch' });
  });
});

describe('the order of telling', () => {
  it('is by recording time, then by position', () => {
    const [a, b, c] = [1, 2, 3].map((seq) => ({ ...fromRow(rowsOf([3]).rows[seq - 1] as EventRow), seq }));
    const early = { ...(c as LedgerEvent), recordedAt: instant('2026-01-01') };
    expect(
      [a, b, early]
        .map((e) => e as LedgerEvent)
        .sort(byTelling)
        .map((e) => e.seq),
    ).toEqual([3, 1, 2]);
  });
});
