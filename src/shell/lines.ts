/** Lines in and out one after another, for files that are larger than the memory: nothing is gathered. */

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { error, type Diagnostic, type PlacedLine } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';

/** What a caller may show: the file cannot be read, is no UTF-8, or has no ends of lines. */
export class UnreadableLines extends Error {
  readonly diagnostic: Diagnostic;

  constructor(file: string, reason: unknown) {
    super(reasonOf(reason));
    this.diagnostic = error('BC1004', { file }, { reason: this.message });
  }
}

/** Longer than the longest content of a register; without a bound a file of one line would fill the memory. */
const LONGEST_LINE = 256 * 1024 * 1024;

async function* decoded(path: string): AsyncGenerator<string> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of input) yield decoder.decode(chunk as Uint8Array, { stream: true });
    yield decoder.decode();
  } catch (reason) {
    throw new UnreadableLines(path, reason);
  }
}

/**
 * Lines of a UTF-8 file, or of the standard input for "-", with their numbers; a byte-order mark is taken off. Throws
 * `UnreadableLines`.
 */
export async function* readLines(path: string): AsyncGenerator<{ readonly text: string; readonly line: number }> {
  let line = 0;
  let held: string[] = [];
  let length = 0;
  const take = (end: string): { readonly text: string; readonly line: number } => {
    const text = held.length === 0 ? end : held.join('') + end;
    held = [];
    length = 0;
    line += 1;
    return { text: text.endsWith('\r') ? text.slice(0, -1) : text, line };
  };
  for await (const text of decoded(path)) {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield take(text.slice(from, end));
      from = end + 1;
    }
    held.push(text.slice(from));
    length += text.length - from;
    if (length > LONGEST_LINE) throw new UnreadableLines(path, { code: 'EFBIG' });
  }
  if (length > 0) yield take('');
}

/** Lines that are dealt with in one go. */
const PAGE = 2000;

/** `readLines` in pages, with their places; blank lines count and are passed over. */
export async function* linePages(path: string): AsyncGenerator<readonly PlacedLine[]> {
  let page: PlacedLine[] = [];
  for await (const { text, line } of readLines(path)) {
    if (text.trim() === '') continue;
    if (page.push({ text, where: { file: path, line } }) < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** The same pages, of which the first is there already: whoever takes them does not wait for a slow pipe to begin. */
export async function begun<T>(pages: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await pages.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* pages;
  })();
}

/** About as much as a pipe takes in one go. */
const CHUNK = 1 << 16;

async function* chunks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    held += text;
    if (held.length < CHUNK) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}

/** Writes to the standard output as fast as it is read there; a reader that has seen enough ends it quietly. */
export async function printAll(texts: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks(texts)), process.stdout, { end: false });
  } catch (reason) {
    if ((reason as { code?: string }).code !== 'EPIPE') throw reason;
  }
}
