/** Artifacts in a folder that machines share: a file for each hash. */

import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../lib/canonical-json';
import { writeWhole } from '../files';
import { checked, type ArtifactStore } from './artifact-store';

export function folderArtifacts(folder: string): ArtifactStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      if (!existsSync(path) || statSync(path).size !== bytes.length) {
        mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true });
        writeWhole(path, bytes);
      }
      return hash;
    },
    take: async (hash) => checked(hash, existsSync(pathOf(hash)) ? readFileSync(pathOf(hash)) : undefined),
  };
}
