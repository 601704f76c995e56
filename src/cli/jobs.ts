/** Jobs of a command: here when there is one, in threads on this machine's cores, or on the queue of PostgreSQL. */

import { allOf, type JobRunner } from '../app/jobs';
import { failed, type Outcome } from '../lib/diagnostic';
import type { LedgerStore } from '../ledger/store/port';
import { threadRunner, THREADS } from '../shell/jobs/thread-pool';
import { openWorkbench, type Workbench } from '../shell/jobs/workbench';
import { ledgerPlace } from '../shell/ledger';
import type { Run } from './run';

/** Runs jobs one after the other in this process. */
function hereRunner(bench: Workbench): JobRunner {
  return async (jobs, made) => {
    const answers = [];
    for (const job of jobs) {
      const answer = await bench.perform(job);
      made?.(answer.value ?? []);
      answers.push(answer);
    }
    return allOf(answers);
  };
}

/** A runner for the command's ledger; with PostgreSQL every job goes through the queue, and this process works too. */
export function runnerOf({ ws, flags }: Run, ledger: LedgerStore): JobRunner {
  const bench = openWorkbench(ws, ledger);
  const here = hereRunner(bench);
  return async (jobs, made) => {
    const place = ledgerPlace(ws, flags.db);
    if (!place.value) return failed(place.diagnostics);
    if (place.value.kind === 'postgres') return queued(place.value.url, flags.artifacts, bench)(jobs, made);
    if (jobs.length < 2 || THREADS < 2) return here(jobs, made);
    return threadRunner({ root: ws.root, db: `sqlite:${place.value.path}` })(jobs, made);
  };
}

function queued(url: string, artifacts: string | undefined, bench: Workbench): JobRunner {
  return async (jobs, made) => {
    const queue = await openQueueOn(url, artifacts);
    if (!queue.value) return failed(queue.diagnostics);
    try {
      return await queue.value.run(bench)(jobs, made);
    } finally {
      await queue.value.close();
    }
  };
}

/** The queue of a PostgreSQL ledger with its artifact store. */
export async function openQueueOn(
  url: string,
  artifacts: string | undefined,
): Promise<Outcome<import('../shell/jobs/queue').JobQueue>> {
  const { openQueue } = await import('../shell/jobs/queue');
  return openQueue(url, artifacts);
}
