/** Artifact stores: what is put is what is taken, under its hash; anything else is refused. Folder, bucket, rows. */

import { createServer, type Server } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Pool } from 'pg';
import { sha256 } from '../../../src/lib/canonical-json';
import { error } from '../../../src/lib/diagnostic';
import type { ArtifactStore } from '../../../src/shell/jobs/artifact-store';
import { openArtifacts } from '../../../src/shell/jobs/artifacts';
import { folderArtifacts } from '../../../src/shell/jobs/artifacts-folder';
import { LOCK_SPACE } from '../../../src/shell/postgres-connect';
import { describePostgres, TestDatabase } from '../../support/postgres';

const bytes = new Uint8Array([0, 1, 2, 253, 254, 255]);

async function keepsWhatIsPut(store: ArtifactStore): Promise<void> {
  const hash = await store.put(bytes);
  expect(hash).toBe(sha256(bytes));
  expect(await store.put(bytes)).toBe(hash);
  expect(await store.take(hash)).toEqual(bytes);
  await expect(store.take(sha256('khác'))).rejects.toThrow('is gone');
}

describe('a shared folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baocao-kho-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps what is put, once', async () => {
    await keepsWhatIsPut(folderArtifacts(folder));
    expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())).toHaveLength(1);
  });

  it('does not give out what was changed under a name', async () => {
    const store = folderArtifacts(folder);
    const hash = await store.put(bytes);
    writeFileSync(join(folder, hash.slice(0, 2), hash), 'khác rồi');
    await expect(store.take(hash)).rejects.toThrow('not what its name says');
  });

  const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  const aged = (days: number, ...parts: readonly string[]): string => {
    const path = join(folder, ...parts);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'cũ');
    utimesSync(path, daysAgo(days), daysAgo(days));
    return path;
  };

  it('does not keep for ever what nobody took, and deletes nothing else', () => {
    const [old, young] = [`ab${'0'.repeat(62)}`, `ab${'1'.repeat(62)}`];
    const gone = [aged(8, 'ab', old), aged(8, 'ab', `.${old}.may-1.77.tmp`)];
    const kept = [aged(6, 'ab', young), aged(8, 'ab', 'ghi-chu.txt'), aged(8, 'bao-cao', old), aged(8, 'cd')];
    folderArtifacts(folder);
    expect([gone.filter(existsSync), kept.filter(existsSync)]).toEqual([[], kept]);
  });

  it('counts the days from the last time that somebody put it', async () => {
    const store = folderArtifacts(folder);
    const hash = await store.put(bytes);
    const path = join(folder, hash.slice(0, 2), hash);
    utimesSync(path, daysAgo(8), daysAgo(8));
    // A store that was opened before deletes nothing: what it was told is there already must stay there.
    await store.put(bytes);
    folderArtifacts(folder);
    expect(await store.take(hash)).toEqual(bytes);
  });

  it('is opened before anything was put', () => {
    expect(() => folderArtifacts(join(folder, 'chua-co'))).not.toThrow();
  });
});

describePostgres('rows in PostgreSQL', () => {
  const database = new TestDatabase('artifacts');
  let pool: Pool;
  beforeAll(async () => {
    await database.create();
    pool = new Pool({ connectionString: database.url });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const opened = async (place?: string): Promise<ArtifactStore> =>
    (await openArtifacts(place, pool)).value as ArtifactStore;

  it('are opened while another machine is making their table for the first time', async () => {
    const other = await pool.connect();
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    try {
      await other.query('BEGIN');
      await other.query('SELECT pg_advisory_xact_lock($1, 1)', [LOCK_SPACE]);
      await other.query('CREATE SCHEMA baocao_tep');
      await other.query(
        'CREATE TABLE baocao_tep.artifact (hash text PRIMARY KEY, bytes bytea, made_at timestamptz DEFAULT now())',
      );
      const opening = opened();
      while ((await database.ask(waiting)).length === 0) await new Promise((wake) => setTimeout(wake, 20));
      await other.query('COMMIT');
      await keepsWhatIsPut(await opening);
    } finally {
      other.release();
      await database.ask('DROP SCHEMA baocao_tep CASCADE');
    }
  });

  it('keep what is put, once', async () => {
    await keepsWhatIsPut(await opened());
    expect((await database.ask('SELECT hash FROM baocao_tep.artifact')).length).toBe(1);
  });

  it('keep a file of several megabytes, to the last byte', async () => {
    const large = Uint8Array.from({ length: 2_500_001 }, (_, i) => (i * 31) % 251);
    const store = await opened('postgres');
    expect(Buffer.compare(await store.take(await store.put(large)), large)).toBe(0);
  });

  it('does not keep for ever what nobody took', async () => {
    const store = await opened('postgres');
    const hash = await store.put(bytes);
    await database.ask("UPDATE baocao_tep.artifact SET made_at = now() - interval '8 days'");
    await opened('postgres');
    await expect(store.take(hash)).rejects.toThrow('is gone');
  });
});

/** A bucket on the loopback: objects by path, signed requests only. */
function bucketServer(): Promise<{ server: Server; url: string; objects: Map<string, Buffer> }> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return void response.writeHead(403).end();
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        objects.set(path, Buffer.concat(chunks));
        response.writeHead(200, { etag: '"x"' }).end();
      });
      return;
    }
    const found = objects.get(path);
    response.writeHead(found ? 200 : 404).end(found);
  });
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      ready({ server, objects, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}

describe('an S3-compatible bucket', () => {
  // The client is an ES module, which the test runner cannot load: the built program does it in a process of its own.
  const program = `
    const { openArtifacts } = require(process.argv[1]);
    (async () => {
      const { value: store } = await openArtifacts('s3://kho-mau/bao-cao', undefined);
      const bytes = Uint8Array.from([0, 1, 2, 253, 254, 255]);
      const hash = await store.put(bytes);
      const back = await store.take(hash);
      const gone = await store.take('0'.repeat(64)).then(() => 'taken', (e) => e.message);
      console.log(JSON.stringify({ hash, back: [...back], gone }));
    })();`;

  it('keeps what is put, asked with signed requests', async () => {
    const { server, url, objects } = await bucketServer();
    try {
      const { spawn } = await import('node:child_process');
      const child = spawn(process.execPath, ['-e', program, join(__dirname, '../../../dist/shell/jobs/artifacts.js')], {
        env: {
          ...process.env,
          BAOCAO_S3_ENDPOINT: url,
          BAOCAO_S3_ACCESS_KEY: 'khoa-mau',
          BAOCAO_S3_SECRET_KEY: 'bi-mat-mau',
        },
      });
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      await new Promise((ended) => child.on('close', ended));
      expect(JSON.parse(out)).toEqual({
        hash: sha256(bytes),
        back: [...bytes],
        gone: `artifact ${'0'.repeat(64)} is gone`,
      });
      expect([...objects.keys()]).toEqual([`/kho-mau/bao-cao/${sha256(bytes)}`]);
    } finally {
      server.close();
    }
  });

  it('says which settings are missing, each with its place', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '-e',
        "require(process.argv[1]).openArtifacts('s3://kho', undefined).then((told) => console.log(JSON.stringify(told)))",
        join(__dirname, '../../../dist/shell/jobs/artifacts.js'),
      ],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], BAOCAO_S3_ACCESS_KEY: 'khoa-mau' } },
    );
    expect(stderr).toBe('');
    const missing = ['BAOCAO_S3_ENDPOINT', 'BAOCAO_S3_SECRET_KEY'];
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: missing.map((name) => error('BC4204', { path: name }, { place: 's3://kho', name })),
    });
  });
});
