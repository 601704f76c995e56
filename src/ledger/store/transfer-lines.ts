/**
 * A ledger as lines of JSON, to be moved: an event a line as it is read; a content `{blob, base64}`; an entry of the
 * register `{entry, blobs}`. Reading one line back checks it alone: its shape, and that it holds what its hash says.
 */

import { z } from 'zod';
import type { Instant } from '../../calendar/instant';
import { error, failed, ok, type Outcome, type Place, type PlacedLine } from '../../lib/diagnostic';
import { canonicalJson, sha256, type Json } from '../../lib/canonical-json';
import { parseWith } from '../../lib/parse';
import { reasonOf } from '../../lib/reason';
import { eventId, factSchema, factText, type LedgerEvent } from '../events';
import type { EventQuery, LedgerStore } from './port';
import { entryHash, REGISTER_KINDS, type Blob, type EntryRow, type RegisterEntry } from './register';
import { draftOf, linked, type EventRow } from './rows';

/** Every line, in the order in which it is read back: events, contents, entries. Nothing is gathered. */
export async function* transferLines(ledger: LedgerStore, query: EventQuery): AsyncGenerator<object> {
  for await (const event of ledger.stream(query)) yield event;
  const told = ({ recordedAt }: RegisterEntry): boolean =>
    !(query.sinceRecordedAt && recordedAt < query.sinceRecordedAt) && !(query.asOf && recordedAt > query.asOf);
  const named = new Set<string>();
  let all = true;
  for await (const { entry, blobs } of ledger.register.stream()) {
    if (told(entry)) for (const hash of blobs) named.add(hash);
    else all = false;
  }
  for await (const { hash, bytes } of ledger.register.blobs())
    if (all || named.has(hash)) yield { blob: hash, base64: Buffer.from(bytes).toString('base64') };
  for await (const { entry, blobs } of ledger.register.stream()) if (told(entry)) yield { entry, blobs };
}

const hash = z.string().regex(/^[0-9a-f]{64}$/, { message: 'mã băm SHA-256' });
const at = z.iso.datetime({ precision: 3 }).transform((text) => text as Instant);
const position = z.int().min(1);
const eventLine = z.strictObject({
  seq: position,
  id: z.string(),
  recordedAt: at,
  sample: z.boolean(),
  fact: factSchema,
  prev: hash,
  hash,
});
const blobLine = z.strictObject({ blob: hash, base64: z.base64() });
const entryLine = z.strictObject({
  entry: z.strictObject({
    no: position,
    kind: z.enum(REGISTER_KINDS),
    key: z.string(),
    recordedAt: at,
    body: z.json().transform((body) => body as Json),
    prev: hash,
    hash,
  }),
  blobs: z.array(hash),
});

export type TransferLine =
  | { readonly is: 'event'; readonly row: EventRow }
  | { readonly is: 'blob'; readonly blob: Blob }
  | { readonly is: 'entry'; readonly row: EntryRow; readonly blobs: readonly string[] };

export type PlacedTransferLine = TransferLine & { readonly where: Place };
/** Lines of one kind, or why the one after the page before is refused. */
export type TransferPage = Outcome<readonly PlacedTransferLine[]>;

/** Lines that are checked and written in one go; a content is a page of its own. */
const PAGE = 2000;

/** The lines checked each for itself, in pages; nothing comes after a fault. */
export async function* checkedPages(lines: AsyncIterable<PlacedLine>): AsyncGenerator<TransferPage> {
  let page: PlacedTransferLine[] = [];
  for await (const { text, where } of lines) {
    if (text.trim() === '') continue;
    const line = readTransferLine(text, where);
    const full = page.length >= (line.value?.is === 'blob' ? 1 : PAGE);
    if (page.length > 0 && (full || line.value?.is !== page[0]?.is)) {
      yield ok(page);
      page = [];
    }
    if (!line.value) {
      yield failed(line.diagnostics);
      return;
    }
    page.push({ ...line.value, where });
  }
  if (page.length > 0) yield ok(page);
}

/** BC1003, BC1001 for a line of another shape, BC2141 for one whose contents are not those of its hash. */
export function readTransferLine(text: string, where: Place): Outcome<TransferLine> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (reason) {
    return failed([error('BC1003', where, { reason: reasonOf(reason) })]);
  }
  const keys = typeof json === 'object' && json !== null ? json : {};
  if ('blob' in keys) return readBlob(json, where);
  return 'entry' in keys ? readEntry(json, where) : readEvent(json, where);
}

const changed = <T>(where: Place, what: string): Outcome<T> => failed([error('BC2141', where, { what })]);

function readEvent(json: unknown, where: Place): Outcome<TransferLine> {
  const line = parseWith(eventLine, json, where);
  if (!line.value) return failed(line.diagnostics);
  const row = rowOf(line.value);
  return row?.hash === line.value.hash ? ok({ is: 'event', row }) : changed(where, `sự kiện ${line.value.seq}`);
}

/** The row of an event; whether its recording time was stated shows in its id alone. Undefined: the id is not its own. */
function rowOf({ seq, id, recordedAt, sample, fact, prev }: LedgerEvent): EventRow | undefined {
  const told = factText(fact);
  for (const statedAt of [recordedAt, null]) {
    const event = { fact, sample, statedAt };
    if (eventId(event, told) === id) return linked(draftOf(event, recordedAt, told), { seq: seq - 1, hash: prev });
  }
  return undefined;
}

function readBlob(json: unknown, where: Place): Outcome<TransferLine> {
  const line = parseWith(blobLine, json, where);
  if (!line.value) return failed(line.diagnostics);
  const bytes = new Uint8Array(Buffer.from(line.value.base64, 'base64'));
  const { blob: name } = line.value;
  return sha256(bytes) === name ? ok({ is: 'blob', blob: { hash: name, bytes } }) : changed(where, `nội dung ${name}`);
}

function readEntry(json: unknown, where: Place): Outcome<TransferLine> {
  const line = parseWith(entryLine, json, where);
  if (!line.value) return failed(line.diagnostics);
  const { entry, blobs } = line.value;
  if (entryHash(entry) !== entry.hash) return changed(where, `việc ${entry.no}`);
  const { no, kind, key, recordedAt, body, prev } = entry;
  const row = { no, kind, key, recorded_at: recordedAt, body: canonicalJson(body), prev, hash: entry.hash };
  return ok({ is: 'entry', row, blobs });
}
