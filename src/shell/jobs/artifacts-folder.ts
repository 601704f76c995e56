/** Artifacts in a folder that machines share: a file for each hash; those that lie there too long are deleted. */

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../lib/canonical-json';
import { systemNow } from '../clock';
import { writeWhole } from '../files';
import { checked, KEPT_DAYS, type ArtifactStore } from './artifact-store';

const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;
const SHELF = /^[0-9a-f]{2}$/;
/** Contents, or the draft of some that a machine was killed over: the folder may hold things of others too. */
const OWN = /^(?:[0-9a-f]{64}|\.[0-9a-f]{64}\..+\.tmp)$/;

export function folderArtifacts(folder: string): ArtifactStore {
  deleteOld(folder);
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      // Written anew when it is there already: its days count from the last time that somebody put it.
      writeWhole(pathOf(hash), bytes);
      return hash;
    },
    take: async (hash) => checked(hash, existsSync(pathOf(hash)) ? readFileSync(pathOf(hash)) : undefined),
  };
}

function deleteOld(folder: string): void {
  const before = Date.parse(systemNow()) - KEPT_MS;
  for (const shelf of entries(folder, SHELF))
    for (const file of entries(shelf, OWN))
      unlessOthers(() => {
        if (statSync(file).mtimeMs < before) rmSync(file);
      });
}

const entries = (folder: string, names: RegExp): readonly string[] =>
  (unlessOthers(() => readdirSync(folder)) ?? []).filter((name) => names.test(name)).map((name) => join(folder, name));

/** Gone meanwhile, or under a name that is no folder: nothing to delete. */
const GONE = /^(?:ENOENT|ENOTDIR)$/;
/** Not this account's to delete: the machine that put it does so. Whether it may put its own, putting says. */
const OF_OTHERS = /^(?:EACCES|EPERM)$/;

function unlessOthers<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (failure) {
    const { code = '' } = failure as NodeJS.ErrnoException;
    if (GONE.test(code) || OF_OTHERS.test(code)) return undefined;
    throw failure;
  }
}
