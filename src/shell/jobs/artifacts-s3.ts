/**
 * Artifacts in an S3-compatible bucket: `s3://BUCKET/PREFIX`; BAOCAO_S3_ENDPOINT, BAOCAO_S3_ACCESS_KEY,
 * BAOCAO_S3_SECRET_KEY and BAOCAO_S3_REGION say where it is and who asks. `s3mini` signs and sends: one small package
 * with no others behind it.
 */

import { sha256 } from '../../lib/canonical-json';
import { checked, type ArtifactStore } from './artifacts';

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`thiếu biến môi trường ${name} cho kho S3`);
  return value;
}

export async function s3Artifacts(place: string): Promise<ArtifactStore> {
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(place) ?? [];
  const { S3mini } = await import('s3mini');
  const bucketOf = new S3mini({
    endpoint: `${setting('BAOCAO_S3_ENDPOINT').replace(/\/$/, '')}/${bucket}`,
    accessKeyId: setting('BAOCAO_S3_ACCESS_KEY'),
    secretAccessKey: setting('BAOCAO_S3_SECRET_KEY'),
    region: process.env['BAOCAO_S3_REGION'] ?? 'auto',
  });
  const key = (hash: string): string => [prefix.replace(/\/$/, ''), hash].filter(Boolean).join('/');
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      await bucketOf.putObject(key(hash), Buffer.from(bytes), 'application/octet-stream');
      return hash;
    },
    take: async (hash) => {
      const found = await bucketOf.getObjectArrayBuffer(key(hash));
      return checked(hash, found ? new Uint8Array(found) : undefined);
    },
  };
}
