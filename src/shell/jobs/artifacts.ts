/**
 * The three places of artifacts: rows of the queue's database (the default, nothing to set up), a shared folder, an
 * S3-compatible bucket.
 */

import { resolve } from 'node:path';
import type { Pool } from 'pg';
import { ok, type Outcome } from '../../lib/diagnostic';
import type { ArtifactStore } from './artifact-store';
import { folderArtifacts } from './artifacts-folder';
import { rowArtifacts } from './artifacts-rows';

/** `postgres`, a folder, or `s3://BUCKET/PREFIX` (address and keys in BAOCAO_S3_*); BAOCAO_ARTIFACTS when not given. */
export async function openArtifacts(given: string | undefined, pool: Pool): Promise<Outcome<ArtifactStore>> {
  const place = given ?? process.env['BAOCAO_ARTIFACTS'];
  if (place === undefined || place === 'postgres') return ok(await rowArtifacts(pool));
  if (place.startsWith('s3://')) {
    const { s3Artifacts } = await import('./artifacts-s3');
    return s3Artifacts(place);
  }
  return ok(folderArtifacts(resolve(place)));
}
