/**
 * Jobs on the cores of this machine: a few threads, each with its own ledger connection. The files come back in the
 * order of the jobs, so one thread or eight give the same answer.
 */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { allOf, type JobRunner, type RenderJob } from '../../app/jobs';
import type { OutputFile } from '../../app/outputs';
import type { Outcome } from '../../lib/diagnostic';
import type { ThreadAnswer, ThreadSetting } from './thread';

/** Threads beyond the cores only wait for one another; each costs the memory of the libraries. */
export const THREADS = Math.max(1, Math.min(8, availableParallelism()));

/** Runs jobs on `threads` threads. Throws what a thread threw: only a bug does. */
export function threadRunner(setting: ThreadSetting, threads: number = THREADS): JobRunner {
  return async (jobs) => {
    const waiting = jobs.map((job, index) => ({ job, index }));
    const answers: Outcome<readonly OutputFile[]>[] = [];
    const serve = async (): Promise<void> => {
      const worker = new Worker(join(__dirname, 'thread.js'), { workerData: setting });
      try {
        for (let next = waiting.shift(); next; next = waiting.shift())
          answers[next.index] = await ask(worker, next.job);
      } finally {
        waiting.length = 0;
        await worker.terminate();
      }
    };
    await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, serve));
    return allOf(answers);
  };
}

function ask(worker: Worker, job: RenderJob): Promise<Outcome<readonly OutputFile[]>> {
  return new Promise((settle, fail) => {
    const end = (): void => {
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    };
    worker.once('message', (answer: ThreadAnswer) => {
      end();
      if ('bug' in answer) fail(new Error(answer.bug));
      else settle(answer.outcome);
    });
    worker.once('error', (reason: Error) => {
      end();
      fail(reason);
    });
    worker.once('exit', (code) => {
      end();
      fail(new Error(`a rendering thread ended with code ${code}`));
    });
    worker.postMessage(job);
  });
}
