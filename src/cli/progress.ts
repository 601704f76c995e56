/**
 * Progress of work on many files, on stderr: one bar that is drawn over on a terminal, one line a file elsewhere;
 * nothing with --quiet or --json.
 */

import type { Run } from './run';

export interface Progress {
  /** One more file is done. */
  step(text: string): void;
  done(): void;
}

const WIDTH = 24;

function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return String(done);
  const full = Math.round((Math.min(done, total) / total) * WIDTH);
  return `[${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${done}/${total}`;
}

/** `total` null: not known beforehand. */
export function progressOf({ flags }: Pick<Run, 'flags'>, label: string, total: number | null): Progress {
  if (flags.quiet || flags.json) return { step: () => undefined, done: () => undefined };
  let count = 0;
  const tty = process.stderr.isTTY;
  return {
    step: (text) => {
      count += 1;
      process.stderr.write(tty ? `\r\u001b[K${label} ${bar(count, total)} ${text}`.slice(0, 140) : `${text}\n`);
    },
    done: () => {
      if (tty && count > 0) process.stderr.write('\r\u001b[K');
    },
  };
}
