/**
 * Where files made by other machines land until who asked for them takes them: contents under their hash, so the same
 * content put twice is one, and what is taken is checked against its name.
 */

import { sha256 } from '../../lib/canonical-json';

export interface ArtifactStore {
  /** Puts contents whole; answers with their hash. */
  put(bytes: Uint8Array): Promise<string>;
  /** The contents of a hash. Throws when they are gone or are not what their name says. */
  take(hash: string): Promise<Uint8Array>;
}

/** Days that contents are kept: a command takes its files within minutes, the rest is for one that was killed. */
export const KEPT_DAYS = 7;

/** What was taken is what was put, or nothing. */
export function checked(hash: string, bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new Error(`artifact ${hash} is gone`);
  if (sha256(bytes) !== hash) throw new Error(`artifact ${hash} is not what its name says`);
  return bytes;
}
