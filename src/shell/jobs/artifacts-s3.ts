/**
 * Artifacts in an S3-compatible bucket: `s3://BUCKET/PREFIX`; BAOCAO_S3_ENDPOINT, BAOCAO_S3_ACCESS_KEY,
 * BAOCAO_S3_SECRET_KEY and BAOCAO_S3_REGION say where it is and who asks. `s3mini` signs and sends: one small package
 * with no others behind it. What lies there too long is for the bucket's own lifetime rule.
 */

import { sha256 } from '../../lib/canonical-json';
import { error, failed, ok, type Outcome } from '../../lib/diagnostic';
import { checked, type ArtifactStore } from './artifact-store';

const NEEDED = ['BAOCAO_S3_ENDPOINT', 'BAOCAO_S3_ACCESS_KEY', 'BAOCAO_S3_SECRET_KEY'] as const;

/** Opens the bucket; BC4204 names each setting that is missing. */
export async function s3Artifacts(place: string): Promise<Outcome<ArtifactStore>> {
  const missing = NEEDED.filter((name) => !process.env[name]);
  if (missing.length > 0) return failed(missing.map((name) => error('BC4204', { path: name }, { place, name })));
  const [endpoint = '', accessKeyId = '', secretAccessKey = ''] = NEEDED.map((name) => process.env[name]);
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(place) ?? [];
  const { S3mini } = await import('s3mini');
  const bucketOf = new S3mini({
    endpoint: `${endpoint.replace(/\/$/, '')}/${bucket}`,
    accessKeyId,
    secretAccessKey,
    region: process.env['BAOCAO_S3_REGION'] ?? 'auto',
  });
  const key = (hash: string): string => [prefix.replace(/\/$/, ''), hash].filter(Boolean).join('/');
  return ok({
    put: async (bytes) => {
      const hash = sha256(bytes);
      await bucketOf.putObject(key(hash), Buffer.from(bytes), 'application/octet-stream');
      return hash;
    },
    take: async (hash) => {
      const found = await bucketOf.getObjectArrayBuffer(key(hash));
      return checked(hash, found ? new Uint8Array(found) : undefined);
    },
  });
}
