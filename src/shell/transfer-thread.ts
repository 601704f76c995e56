/** The thread of `transfer-pages`: for each message the next page of the file, null after the last. */

import { parentPort, workerData } from 'node:worker_threads';
import { checkedPages, type TransferPage } from '../ledger/store/transfer-lines';
import { failed, type PlacedLine } from '../lib/diagnostic';
import { readLines, UnreadableLines } from './lines';

async function* placed(file: string): AsyncGenerator<PlacedLine> {
  for await (const { text, line } of readLines(file)) yield { text, where: { file, line } };
}

async function next(pages: AsyncIterator<TransferPage, void>): Promise<TransferPage | null> {
  try {
    return (await pages.next()).value ?? null;
  } catch (reason) {
    if (reason instanceof UnreadableLines) return failed([reason.diagnostic]);
    throw reason; // a bug: it ends the thread, and is thrown where the pages are awaited
  }
}

if (parentPort) {
  const port = parentPort;
  const pages = checkedPages(placed(workerData as string));
  port.on('message', () => void next(pages).then((page) => port.postMessage(page)));
}
