/** A thread that does jobs: it opens the workspace and the ledger itself and answers one job at a time with bytes. */

import { parentPort, workerData } from 'node:worker_threads';
import type { RenderJob } from '../../app/jobs';
import type { OutputFile } from '../../app/outputs';
import { failed, ok, type Outcome } from '../../lib/diagnostic';
import { openLedger } from '../ledger';
import { openWorkspace } from '../workspace';
import { openWorkbench, type Workbench } from './workbench';

export interface ThreadSetting {
  readonly root: string;
  readonly db: string;
}

export type ThreadAnswer =
  | { readonly outcome: Outcome<readonly OutputFile[]> }
  /** A bug, as the thread met it. */
  | { readonly bug: string };

async function openBench({ root, db }: ThreadSetting): Promise<Outcome<Workbench>> {
  const ws = openWorkspace(root, root);
  const ledger = await openLedger(ws, db);
  return ledger.value ? ok(openWorkbench(ws, ledger.value)) : failed(ledger.diagnostics);
}

/** Kept once it is open; what did not open is tried again for the next job. */
let bench: Workbench | undefined;

async function answer(job: RenderJob): Promise<ThreadAnswer> {
  try {
    const opened = bench ? ok(bench) : await openBench(workerData as ThreadSetting);
    bench = opened.value;
    return { outcome: bench ? await bench.perform(job) : failed(opened.diagnostics) };
  } catch (reason) {
    return { bug: (reason as Error).stack ?? String(reason) };
  }
}

parentPort?.on('message', (job: RenderJob) => {
  void answer(job).then((told) => parentPort?.postMessage(told));
});
