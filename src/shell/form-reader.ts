/**
 * A small pool of workers that read returned workbooks, each with a bounded heap and each request with a bounded time.
 * A file on which a worker hangs or bursts is refused (BC2244), the worker is replaced, the other files go on.
 */

import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MAX_FORM_BYTES } from '../collect/read/limits';
import { error, failed, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import type { CellMark } from '../render/xlsx/mark-cells';
import type { FormAnswer, FormRequest, ReadAnswer } from './form-worker';

export interface FormReader {
  /** Cells and hash of a workbook; BC-coded when it is refused. Never rejects. */
  read(path: string, name: string): Promise<Outcome<ReadAnswer>>;
  /** The sender's own package with cells marked. */
  mark(path: string, name: string, marks: readonly CellMark[]): Promise<Outcome<Uint8Array>>;
  close(): Promise<void>;
}

export interface ReaderLimits {
  readonly workers: number;
  readonly milliseconds: number;
  readonly heapMb: number;
}

const DEFAULTS: ReaderLimits = {
  workers: Math.max(1, Math.min(2, availableParallelism())),
  milliseconds: 10_000,
  heapMb: 160,
};

interface Job {
  readonly request: FormRequest;
  readonly settle: (answer: FormAnswer) => void;
}

export function openFormReader(limits: Partial<ReaderLimits> = {}): FormReader {
  const pool = new Pool({ ...DEFAULTS, ...limits });
  return {
    read: async (path, name) =>
      tooBig(path, name) ?? ((await pool.run({ kind: 'read', path, name })) as Outcome<ReadAnswer>),
    mark: async (path, name, marks) => (await pool.run({ kind: 'mark', path, name, marks })) as Outcome<Uint8Array>,
    close: () => pool.close(),
  };
}

/** A file that is too large is never read at all. */
function tooBig(path: string, name: string): Outcome<never> | undefined {
  try {
    if (statSync(path).size <= MAX_FORM_BYTES) return undefined;
  } catch (reason) {
    return failed([error('BC1004', { file: name }, { reason: reasonOf(reason) })]);
  }
  return failed([error('BC1601', { file: name }, { what: 'tệp', limit: MAX_FORM_BYTES / 1_000_000 })]);
}

class Pool {
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();

  constructor(private readonly limits: ReaderLimits) {}

  run(request: FormRequest): Promise<FormAnswer> {
    return new Promise((settle) => {
      this.waiting.push({ request, settle });
      this.next();
    });
  }

  /** What still waits is let go unread. */
  async close(): Promise<void> {
    this.waiting.length = 0;
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const worker = this.idle.pop() ?? (this.all.size < this.limits.workers ? this.start() : undefined);
    if (worker) this.serve(worker, this.waiting.shift() as Job);
  }

  private start(): Worker {
    const worker = new Worker(join(__dirname, 'form-worker.js'), {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      stdout: true,
      stderr: true,
    });
    worker.on('error', () => undefined); // a burst worker is dealt with where its job waits
    this.all.add(worker);
    return worker;
  }

  private serve(worker: Worker, { request, settle }: Job): void {
    const end = (answer: FormAnswer, alive: boolean): void => {
      clearTimeout(timer);
      worker.removeAllListeners('message');
      worker.removeAllListeners('exit');
      if (alive) this.idle.push(worker);
      else {
        this.all.delete(worker);
        void worker.terminate();
      }
      settle(answer);
      this.next();
    };
    const refuse = (reason: string): void => end(failed([error('BC2244', { file: request.name }, { reason })]), false);
    const timer = setTimeout(() => refuse('quá thời gian cho phép'), this.limits.milliseconds);
    worker.on('message', (answer: FormAnswer) => end(answer, true));
    worker.on('exit', () => refuse('tệp cần quá nhiều bộ nhớ'));
    worker.postMessage(request);
  }
}
