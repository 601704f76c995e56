/** A thread that does jobs: it opens the workspace and the ledger itself and answers one job at a time with bytes. */

import { parentPort, workerData } from 'node:worker_threads';
import type { RenderJob } from '../../app/jobs';
import type { OutputFile } from '../../app/outputs';
import { failed, ok, type Outcome } from '../../lib/diagnostic';
import { openLedger } from '../ledger';
import { openWorkspace } from '../workspace';
import { openFreshBench } from './fresh-bench';
import { openWorkbench, type PerformFor, type Workbench } from './workbench';

export interface ThreadSetting {
  readonly root: string;
  readonly db: string;
}

/** `inputs`: what the job was asked with, where they may be others than the thread has. */
export interface ThreadQuestion {
  readonly job: RenderJob;
  readonly inputs?: string;
}

/** `undefined`: a job for other inputs than this machine has. */
export type ThreadOutcome = Outcome<readonly OutputFile[]> | undefined;

export type ThreadAnswer<T = ThreadOutcome> =
  | { readonly outcome: T }
  /** A bug, as the thread met it. */
  | { readonly bug: string };

/** A thread of a command does its jobs with what it read first; one of a worker keeps up with the files. */
interface Benches {
  readonly once: Workbench;
  readonly fresh: PerformFor;
}

async function openBenches({ root, db }: ThreadSetting): Promise<Outcome<Benches>> {
  const ws = openWorkspace(root, root);
  const ledger = await openLedger(ws, db);
  const store = ledger.value;
  if (!store) return failed(ledger.diagnostics);
  const open = (): Workbench => openWorkbench(ws, store);
  return ok({ once: open(), fresh: openFreshBench(open) });
}

/** Kept once the ledger is open; one that did not open is tried again for the next job. */
let benches: Benches | undefined;

async function answer({ job, inputs }: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    const opened = benches ? ok(benches) : await openBenches(workerData as ThreadSetting);
    benches = opened.value;
    if (!benches) return { outcome: failed(opened.diagnostics) };
    return { outcome: await (inputs === undefined ? benches.once.perform(job) : benches.fresh(job, inputs)) };
  } catch (reason) {
    return { bug: (reason as Error).stack ?? String(reason) };
  }
}

parentPort?.on('message', (question: ThreadQuestion) => {
  void answer(question).then((told) => parentPort?.postMessage(told));
});
