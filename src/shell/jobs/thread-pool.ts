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
import type { ThreadAnswer, ThreadOutcome, ThreadQuestion, ThreadSetting } from './thread';
import type { PerformFor } from './workbench';

/** Threads beyond the cores only wait for one another; each costs the memory of the libraries. */
export const THREADS = Math.max(1, Math.min(8, availableParallelism()));

export interface ThreadPool {
  /** Does a job on a thread that is free, starting one when there is room. Rejects with what only a bug throws. */
  perform(job: RenderJob): Promise<Outcome<readonly OutputFile[]>>;
  /** The same with the inputs that the job was asked with: the thread itself compares, and reads its files again. */
  readonly performFor: PerformFor;
  close(): Promise<void>;
}

/** `script`: what a thread runs, see `thread.ts`. */
export function openThreads(
  setting: ThreadSetting,
  threads: number = THREADS,
  script: string = join(__dirname, 'thread.js'),
): ThreadPool {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const forget = (worker: Worker): void => {
    all.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  };
  const start = (): Worker => {
    const worker = new Worker(script, { workerData: setting });
    // Told where its job waits; an error comes before the exit, and a thread that met one takes no job any more.
    worker.on('error', () => forget(worker));
    worker.once('exit', () => forget(worker));
    all.add(worker);
    return worker;
  };
  const free = (): Promise<Worker> => {
    const worker = idle.pop() ?? (all.size < threads ? start() : undefined);
    return worker ? Promise.resolve(worker) : new Promise((wake) => waiting.push(wake));
  };
  const handBack = (worker: Worker): void => {
    const next = waiting.shift();
    const alive = all.has(worker);
    if (next) next(alive ? worker : start());
    else if (alive) idle.push(worker);
  };
  const onFree = async <T extends ThreadOutcome>(question: ThreadQuestion): Promise<T> => {
    const worker = await free();
    try {
      return await ask<T>(worker, question);
    } finally {
      handBack(worker);
    }
  };
  return {
    perform: (job) => onFree({ job }),
    performFor: (job, inputs) => onFree({ job, inputs }),
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Runs jobs on threads that end with them. */
export function threadRunner(setting: ThreadSetting, threads?: number): JobRunner {
  return async (jobs, made) => {
    const pool = openThreads(setting, threads);
    const perform = async (job: RenderJob): Promise<Outcome<readonly OutputFile[]>> => {
      const answer = await pool.perform(job);
      made?.(answer.value ?? []);
      return answer;
    };
    try {
      return allOf(await Promise.all(jobs.map(perform)));
    } finally {
      await pool.close();
    }
  };
}

function ask<T extends ThreadOutcome>(worker: Worker, question: ThreadQuestion): Promise<T> {
  return new Promise((settle, fail) => {
    const end = (how: () => void): void => {
      worker.off('message', told);
      worker.off('error', failed);
      worker.off('exit', ended);
      how();
    };
    const told = (answer: ThreadAnswer<T>): void =>
      end(() => ('bug' in answer ? fail(new Error(answer.bug)) : settle(answer.outcome)));
    const failed = (reason: Error): void => end(() => fail(reason));
    const ended = (code: number): void => end(() => fail(new Error(`a rendering thread ended with code ${code}`)));
    worker.on('message', told);
    worker.on('error', failed);
    worker.on('exit', ended);
    worker.postMessage(question);
  });
}
