/** The only reading of the machine's clock. */

import type { Instant } from '../calendar/instant';

export function systemNow(): Instant {
  return new Date().toISOString() as Instant;
}

/** Milliseconds from an arbitrary start, for saying how long something took. */
export function stopwatch(): () => number {
  const start = process.hrtime.bigint();
  return () => Number((process.hrtime.bigint() - start) / 1_000_000n);
}
