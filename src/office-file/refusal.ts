/**
 * A reader that cannot go on throws a Refusal; the door of each reader (plans, forms, the Word check) turns it into
 * the one diagnostic it carries. Nothing else is thrown on purpose below such a door, and nothing at all above it.
 */

import { error, type Diagnostic, type Params } from '../lib/diagnostic';

export class Refusal extends Error {
  constructor(
    readonly code: Diagnostic['code'],
    readonly params: Params = {},
  ) {
    super(code);
  }

  diagnosticFor(file: string): Diagnostic {
    return error(this.code, { file }, this.params);
  }
}

/** What the work gives; undefined where a reader refuses. */
export function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Refusal) return undefined;
    throw cause;
  }
}

/** BC1603: the file is not what its name says, or it is damaged. */
export function broken(reason: string): Refusal {
  return new Refusal('BC1603', { reason });
}

/** BC1601: larger than a reader will hold. */
export function tooLarge(what: string, limit: number): Refusal {
  return new Refusal('BC1601', { what, limit: Math.round(limit / 1_000_000) });
}

/** BC1607: more rows, columns or cells than a plan can have. */
export function tooMany(what: string, limit: number): Refusal {
  return new Refusal('BC1607', { what, limit });
}
