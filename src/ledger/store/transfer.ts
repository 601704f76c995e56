/**
 * Taking over the lines of another ledger: positions, hashes and recording times stay as they are, so the chain stays
 * whole. What is there already is passed over; what does not continue this ledger's own chain is refused, all of it.
 */

import type { Instant } from '../../calendar/instant';
import { error, failed, ok, type Diagnostic, type Outcome, type Place, type PlacedLine } from '../../lib/diagnostic';
import type { Head, Intake } from './port';
import type { EntryHead, EntryRow } from './register';
import type { EventRow } from './rows';
import { checkedPages, type PlacedTransferLine, type TransferLine, type TransferPage } from './transfer-lines';

export interface TransferCounts {
  readonly events: number;
  readonly entries: number;
  readonly blobs: number;
}

export interface TransferResult {
  readonly imported: TransferCounts;
  readonly known: TransferCounts;
  readonly head: Head;
  readonly lastEntry: EntryHead;
}

/** One kind of links: what goes on after the head, what must stand already. */
class Chain<R extends { readonly hash: string; readonly prev: string }> {
  imported = 0;
  known = 0;

  constructor(
    private readonly start: number,
    private last: { readonly position: number; readonly hash: string },
    private readonly positionOf: (row: R) => number,
    private readonly standing: (from: number, to: number) => Promise<readonly string[]>,
  ) {}

  get end(): { readonly position: number; readonly hash: string } {
    return this.last;
  }

  /** The links of the piece that are new; a diagnostic for the first that does not fit. */
  async take(piece: readonly { readonly row: R; readonly where: Place }[]): Promise<Outcome<readonly number[]>> {
    const old = piece.filter(({ row }) => this.positionOf(row) <= this.start);
    const differs = await this.differing(old);
    if (differs) return failed([differs]);
    this.known += old.length;
    const fresh: number[] = [];
    for (const [index, { row, where }] of piece.entries()) {
      const position = this.positionOf(row);
      if (position <= this.start) continue;
      if (position !== this.last.position + 1 || row.prev !== this.last.hash)
        return failed([error('BC2140', where, { position, last: this.last.position })]);
      this.last = { position, hash: row.hash };
      fresh.push(index);
    }
    this.imported += fresh.length;
    return ok(fresh);
  }

  private async differing(old: readonly { readonly row: R; readonly where: Place }[]): Promise<Diagnostic | undefined> {
    if (old.length === 0) return undefined;
    const positions = old.map(({ row }) => this.positionOf(row));
    const [from, to] = [Math.min(...positions), Math.max(...positions)];
    // A file whose lines jump about is not a ledger; what stands between is not fetched for it.
    if (to - from >= old.length) return error('BC2140', old[0]?.where ?? {}, { position: to, last: from });
    const hashes = await this.standing(from, to);
    const odd = old.find(({ row }) => hashes[this.positionOf(row) - from] !== row.hash);
    return odd && error('BC2142', odd.where, { position: this.positionOf(odd.row) });
  }
}

type Of<K extends TransferLine['is']> = Extract<PlacedTransferLine, { is: K }>;

class Transfer {
  private readonly events: Chain<EventRow>;
  private readonly entries: Chain<EntryRow>;
  private blobs = { imported: 0, known: 0 };

  constructor(private readonly intake: Intake) {
    const { head, lastEntry } = intake;
    this.events = new Chain(
      head.seq,
      { position: head.seq, hash: head.hash },
      (row) => row.seq,
      (from, to) => intake.eventHashes(from, to),
    );
    this.entries = new Chain(
      lastEntry.no,
      { position: lastEntry.no, hash: lastEntry.hash },
      (row) => row.no,
      (from, to) => intake.entryHashes(from, to),
    );
  }

  private get head(): Head {
    return { seq: this.events.end.position, hash: this.events.end.hash };
  }

  /** A run of lines of one kind. */
  async take(lines: readonly PlacedTransferLine[]): Promise<readonly Diagnostic[]> {
    const kind = lines[0]?.is;
    if (kind === 'event') return this.takeEvents(lines as readonly Of<'event'>[]);
    if (kind === 'entry') return this.takeEntries(lines as readonly Of<'entry'>[]);
    for (const { blob } of lines as readonly Of<'blob'>[])
      this.blobs[(await this.intake.addBlob(blob)) ? 'imported' : 'known'] += 1;
    return [];
  }

  private async takeEvents(lines: readonly Of<'event'>[]): Promise<readonly Diagnostic[]> {
    const fresh = await this.events.take(lines);
    if (fresh.value) await this.intake.addEvents(fresh.value.map((i) => (lines[i] as Of<'event'>).row));
    return fresh.diagnostics;
  }

  private async takeEntries(lines: readonly Of<'entry'>[]): Promise<readonly Diagnostic[]> {
    const fresh = await this.entries.take(lines);
    const added = (fresh.value ?? []).map((i) => lines[i] as Of<'entry'>);
    if (added.length > 0)
      await this.intake.addEntries(
        added.map(({ row }) => row),
        added.map(({ blobs }) => blobs),
        this.head,
      );
    return fresh.diagnostics;
  }

  async end(now: Instant): Promise<TransferResult> {
    if (this.events.imported > 0) await this.intake.close(this.head, now);
    const { events, entries, blobs } = this;
    return {
      imported: { events: events.imported, entries: entries.imported, blobs: blobs.imported },
      known: { events: events.known, entries: entries.known, blobs: blobs.known },
      head: this.head,
      lastEntry: { no: entries.end.position, hash: entries.end.hash },
    };
  }
}

/** Reads the lines to the first fault; a value only when every one of them stands in the ledger now. */
export function takeLines(
  lines: AsyncIterable<PlacedLine>,
  intake: Intake,
  now: Instant,
): Promise<Outcome<TransferResult>> {
  return takePages(checkedPages(lines), intake, now);
}

/** `takeLines` where the lines were checked elsewhere, on another thread for instance. */
export async function takePages(
  pages: AsyncIterable<TransferPage>,
  intake: Intake,
  now: Instant,
): Promise<Outcome<TransferResult>> {
  const transfer = new Transfer(intake);
  for await (const page of pages) {
    if (!page.value) return failed(page.diagnostics);
    const found = await transfer.take(page.value);
    if (found.length > 0) return failed(found);
  }
  return ok(await transfer.end(now));
}
