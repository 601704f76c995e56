/** Lines in and out one after another, for files that are larger than the memory: nothing is gathered. */

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Lines of a UTF-8 file, or of the standard input for "-", with their numbers; a byte-order mark is taken off. */
export async function* readLines(path: string): AsyncGenerator<{ readonly text: string; readonly line: number }> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    yield { text: line === 1 ? text.replace(/^\uFEFF/, '') : text, line };
  }
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
