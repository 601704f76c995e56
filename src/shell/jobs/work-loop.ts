/** A worker's life: take a job, do it, look again; asked to stop, it ends what it has in hand first. */

import { setTimeout as after } from 'node:timers/promises';
import type { JobQueue } from './queue';
import type { PerformFor } from './workbench';

/** Milliseconds to the next look: soon at an empty queue, later where the jobs waiting are not for this machine. */
const PAUSE = { none: 500, refused: 5_000, failed: 1_000, done: 0, lost: 5_000 } as const;

/**
 * Jobs done until SIGINT or SIGTERM, or, with `once`, until the queue is empty. `lost` says of what was thrown whether
 * it is the server that went away: a worker waits for it to come back, its job is given to another in time.
 */
export async function untilStopped(
  queue: Pick<JobQueue, 'workOnce'>,
  perform: PerformFor,
  concurrency: number,
  once: boolean,
  lost: (reason: unknown) => boolean,
): Promise<number> {
  const stop = new AbortController();
  const ask = (): void => stop.abort();
  process.once('SIGINT', ask);
  process.once('SIGTERM', ask);
  let done = 0;
  const serve = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const turn = await queue.workOnce(perform).catch((reason: unknown) => {
        if (once || !lost(reason)) throw reason;
        return 'lost' as const;
      });
      if (turn === 'done') done += 1;
      if (turn === 'none' && once) return;
      await after(PAUSE[turn], undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  /** When one loop throws the others end what they have in hand, as when a person asks them to. */
  const orStopAll = (reason: unknown): never => {
    stop.abort();
    throw reason;
  };
  try {
    const loops = await Promise.allSettled(Array.from({ length: concurrency }, () => serve().catch(orStopAll)));
    const thrown = loops.find((loop) => loop.status === 'rejected');
    if (thrown) throw thrown.reason;
  } finally {
    process.off('SIGINT', ask);
    process.off('SIGTERM', ask);
  }
  return done;
}
