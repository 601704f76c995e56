/** The only reading of the machine's clock, and of its tables of time zones. */

import type { Instant } from '../calendar/instant';

export function systemNow(): Instant {
  return new Date().toISOString() as Instant;
}

/** Milliseconds from an arbitrary start, for saying how long something took. */
export function stopwatch(): () => number {
  const start = process.hrtime.bigint();
  return () => Number((process.hrtime.bigint() - start) / 1_000_000n);
}

export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Hours ahead of UTC in a zone, by the machine's own tables; null where they do not have it. */
export function offsetOf(timeZone: string): number | null {
  try {
    const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    return Number(hour.format(Date.UTC(2026, 5, 1)));
  } catch {
    return null; // RangeError: a zone that is not known
  }
}
