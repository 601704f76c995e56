/** The thread of `transfer-pages`: for each message the next page of the file, null after the last. */

import { parentPort, workerData } from 'node:worker_threads';
import { checkedPages, type PlacedLine } from '../ledger/store/transfer-lines';
import { readLines } from './lines';

async function* placed(file: string): AsyncGenerator<PlacedLine> {
  for await (const { text, line } of readLines(file)) yield { text, where: { file, line } };
}

if (parentPort) {
  const port = parentPort;
  const pages = checkedPages(placed(workerData as string));
  // What the file system refuses is not caught: it ends the thread, and is thrown where the pages are awaited.
  port.on('message', () => void pages.next().then(({ value, done }) => port.postMessage(done ? null : value)));
}
