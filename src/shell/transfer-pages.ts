/**
 * A file of ledger lines, read and checked on a thread of its own while the ledger writes the pages before. At most
 * AHEAD pages wait, so the memory does not grow with the file.
 */

import { on } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TransferPage } from '../ledger/store/transfer-lines';

/** One to be written and one to be checked meanwhile. */
const AHEAD = 2;

/** Pages of the file, or of the standard input for "-". Throws what only a bug throws on the thread. */
export async function* transferPages(file: string): AsyncGenerator<TransferPage> {
  const worker = new Worker(join(__dirname, 'transfer-thread.js'), { workerData: file, stdin: file === '-' });
  if (worker.stdin) process.stdin.pipe(worker.stdin);
  try {
    for (let n = 0; n < AHEAD; n += 1) worker.postMessage('page');
    for await (const [page] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[TransferPage | null]>) {
      if (page === null) return;
      yield page;
      worker.postMessage('page');
    }
    throw new Error('the thread that reads the ledger lines ended before its file');
  } finally {
    if (worker.stdin) process.stdin.unpipe(worker.stdin);
    await worker.terminate();
  }
}
