/**
 * Rendering on the queue of PostgreSQL, as machines do it: processes of the built program on one server. The same
 * files come out as from an embedded ledger on one machine, whoever made them and whoever was killed over it.
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { join } from 'node:path';
import { sha256 as sha256Of } from '../../src/lib/canonical-json';
import { PROGRAM, Sandbox } from '../support/cli';
import { describePostgres, TestDatabase } from '../support/postgres';

const NOW = ['--now', '2026-03-20T10:00:00+07:00'];
const REPORT = ['report', '--period', '2026-Q1', ...NOW];
const UNITS = [
  ...['so-noi-vu', 'so-tu-phap', 'so-tai-chinh', 'so-y-te', 'so-xay-dung', 'so-cong-thuong', 'thanh-tra-thanh-pho'],
  ...[
    'so-du-lich',
    'phuong-ba-dinh',
    'phuong-ngoc-ha',
    'phuong-hoan-kiem',
    'phuong-tay-ho',
    'xa-dong-anh',
    'xa-soc-son',
  ],
  ...['phuong-hong-ha', 'phuong-giang-vo', 'phuong-cua-nam', 'xa-ba-vi'],
];
const ALL = UNITS.flatMap((unit) => ['--unit', unit]);
const FACTS = [
  { unit: 'so-noi-vu', task: '1', event: 'completed', on: '2026-02-10', evidence: ['Văn bản mẫu số 01'] },
  { unit: 'phuong-ba-dinh', period: '2026-Q1', event: 'submitted', on: '2026-03-16' },
];
const LINES = FACTS.map((f) => JSON.stringify({ ...f, recordedAt: '2026-03-16T08:00:00+07:00' })).join('\n');

interface Files {
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}
const hashes = ({ files }: Files): readonly string[] => files.map((f) => f.sha256);

describePostgres('rendering on the queue', () => {
  const database = new TestDatabase('worker');
  const box = new Sandbox();
  const workers = new Set<ChildProcess>();
  const db = (): readonly string[] => ['--db', database.url];
  let expected: readonly string[];

  const worker = (...args: readonly string[]): ChildProcess => workerIn(box, database.url, ...args);
  const workerIn = ({ folder }: Sandbox, url: string, ...args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [PROGRAM, '--workspace', folder, 'worker', '--db', url, ...args]);
    workers.add(child);
    child.once('exit', () => workers.delete(child));
    return child;
  };
  const ended = (child: ChildProcess): Promise<void> =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise((done) => child.once('exit', () => done()));
  const states = async (): Promise<Record<string, number>> => {
    const rows = await database.ask<{ state: string; n: string }>(
      'SELECT state::text, count(*) AS n FROM baocao_viec.job GROUP BY state',
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
  };

  beforeAll(async () => {
    await database.create();
    for (const place of [['--db', `sqlite:${box.path('so.sqlite')}`], db()])
      expect(box.runWith({ input: LINES }, 'record', '--from=-', ...NOW, ...place).code).toBe(0);
    expected = hashes(
      box.json<Files>(...REPORT, ...ALL, '--db', `sqlite:${box.path('so.sqlite')}`, '--out', box.path('a')),
    );
    expect(expected).toHaveLength(UNITS.length);
  });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await Promise.all([...workers].map(ended));
    await database.drop();
    box.remove();
  });

  it('gives the same files as one machine, when nobody else works', async () => {
    expect(hashes(box.json<Files>(...REPORT, ...ALL, ...db(), '--out', box.path('b')))).toEqual(expected);
    expect(await states()).toEqual({ completed: 3 });
  });

  it('gives them when two workers help, through a shared folder, and the workers stop when told', async () => {
    const shared = ['--artifacts', box.path('kho')];
    const helpers = [worker(...shared), worker(...shared, '--concurrency', '2')];
    expect(hashes(box.json<Files>(...REPORT, ...ALL, ...db(), ...shared, '--out', box.path('c')))).toEqual(expected);
    helpers.forEach((child) => child.kill('SIGTERM'));
    await Promise.all(helpers.map(ended));
    expect(helpers.map((child) => child.exitCode)).toEqual([0, 0]);
  });

  it('gives them when a worker is killed with a job in hand', async () => {
    // The job is put in as whoever asks would, taken by a process that dies over it, and its time has run out.
    const asking = spawn(process.execPath, [
      PROGRAM,
      '--workspace',
      box.folder,
      ...REPORT,
      ...ALL,
      ...db(),
      '--out',
      box.path('d'),
    ]);
    const victim = worker();
    await after(900);
    victim.kill('SIGKILL');
    await ended(victim);
    await database.ask(
      "UPDATE baocao_viec.job SET started_on = now() - interval '2 minutes' WHERE state = 'active' AND started_on < now() - interval '0.5 second'",
    );
    await ended(asking);
    expect(asking.exitCode).toBe(0);
    const again = box.json<Files>(...REPORT, ...ALL, '--db', `sqlite:${box.path('so.sqlite')}`, '--out', box.path('a'));
    for (const { path, sha256 } of again.files) {
      const made = readFileSync(path.replace(`${box.path('a')}`, box.path('d')));
      expect(sha256Of(made)).toBe(sha256);
    }
  });

  it('leaves jobs to machines with the same data and templates', async () => {
    const other = new Sandbox();
    try {
      const prose = 'templates/bao-cao-cchc/prose';
      mkdirSync(other.path(prose), { recursive: true });
      cpSync(join(__dirname, '../..', prose), other.path(prose), { recursive: true });
      writeFileSync(other.path(prose, 'them.hbs'), 'Lời riêng của máy này.');
      const stranger = workerIn(other, database.url);
      expect(hashes(box.json<Files>(...REPORT, ...ALL, ...db(), '--out', box.path('e')))).toEqual(expected);
      stranger.kill('SIGTERM');
      await ended(stranger);
    } finally {
      other.remove();
    }
  });

  /** The last job of all put in again, a few times, when nobody is there but workers: the hashes of their files. */
  const lastJobAgain = async (): Promise<readonly unknown[]> => {
    const put = await database.ask<{ id: string }>(
      `INSERT INTO baocao_viec.job (name, data, retry_limit, retry_delay)
       SELECT name, data, 20, 1 FROM (SELECT * FROM baocao_viec.job ORDER BY created_on DESC LIMIT 1) AS last,
       generate_series(1, 4) RETURNING id`,
    );
    const ids = put.map(({ id }) => `'${id}'`).join(', ');
    for (let look = 0; look < 300; look += 1) {
      const rows = await database.ask<{ files: readonly { hash: string }[] }>(
        `SELECT output -> 'files' AS files FROM baocao_viec.job WHERE id IN (${ids}) AND state = 'completed'`,
      );
      if (rows.length === put.length) return rows.map(({ files }) => files.map(({ hash }) => hash));
      await after(100);
    }
    throw new Error('nobody did the jobs');
  };

  it('keeps up with templates that are edited on all machines, in all its threads', async () => {
    const office = new Sandbox();
    const prose = 'templates/bao-cao-cchc/prose';
    const report = [...REPORT, '--unit', 'so-noi-vu', ...db(), '--out', office.path('ra')];
    try {
      cpSync(join(__dirname, '../..', prose), office.path(prose), { recursive: true });
      const helper = workerIn(office, database.url, '--concurrency', '2');
      const before = hashes(office.json<Files>(...report));
      expect(await lastJobAgain()).toEqual([before, before, before, before]);
      writeFileSync(office.path(prose, 'mo-dau.hbs'), 'Lời mở đầu đã sửa.');
      const edited = hashes(office.json<Files>(...report));
      expect(edited).not.toEqual(before);
      expect(await lastJobAgain()).toEqual([edited, edited, edited, edited]);
      helper.kill('SIGTERM');
      await ended(helper);
    } finally {
      office.remove();
    }
  });

  it('says once of jobs for other data that it leaves them', async () => {
    const helper = worker('--concurrency', '2');
    let said = '';
    helper.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    const left = `INSERT INTO baocao_viec.job (name, data, retry_limit, retry_delay)
      SELECT name, data || '{"inputs":"khác"}', 20, 1 FROM baocao_viec.job ORDER BY created_on DESC LIMIT 1 RETURNING id`;
    const [job] = await database.ask<{ id: string }>(left);
    const refused = `SELECT 1 FROM baocao_viec.job WHERE id = '${job?.id}' AND retry_count >= 2`;
    while ((await database.ask(refused)).length === 0) await after(100);
    await database.ask(`DELETE FROM baocao_viec.job WHERE id = '${job?.id}'`);
    helper.kill('SIGTERM');
    await ended(helper);
    expect(helper.exitCode).toBe(0);
    expect(said.match(/cảnh báo\[BC4205\]: .*để lại cho máy khác\n/g)).toHaveLength(1);
  });

  it('says why it cannot work', () => {
    const embedded = box.run('worker', '--db', `sqlite:${box.path('so.sqlite')}`);
    expect([embedded.code, /BC\d{4}/.exec(embedded.stderr)?.[0]]).toEqual([1, 'BC4202']);
    const wrong = box.run('worker', ...db(), '--concurrency', '0');
    expect([wrong.code, /BC\d{4}/.exec(wrong.stderr)?.[0]]).toEqual([2, 'BC2001']);
    const bucket = box.runWith(
      { env: { BAOCAO_S3_ENDPOINT: '' } },
      ...['worker', ...db(), '--once', '--artifacts', 's3://kho'],
    );
    expect([bucket.code, bucket.stderr]).toEqual([
      1,
      expect.stringMatching(/^lỗi\[BC4204\].*\n {2}--> BAOCAO_S3_ENDPOINT\n {2}= gợi ý: /),
    ]);
  });

  it('says so and ends, when the account may not look into the queue', async () => {
    const clerk = { name: `baocao_worker_${process.pid}`, password: 'mau' };
    await database.ask(
      `CREATE ROLE ${clerk.name} LOGIN PASSWORD '${clerk.password}'`,
      `GRANT USAGE ON SCHEMA baocao, baocao_viec, baocao_tep TO ${clerk.name}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA baocao, baocao_viec, baocao_tep TO ${clerk.name}`,
      `REVOKE ALL ON baocao_viec.queue FROM ${clerk.name}`,
    );
    const refused = workerIn(box, database.urlOf(clerk), '--once');
    try {
      await Promise.race([ended(refused), after(60_000, undefined, { ref: false })]);
      expect(refused.exitCode).toBe(1);
    } finally {
      refused.kill('SIGKILL');
      await ended(refused);
      await database.ask(`DROP OWNED BY ${clerk.name}`, `DROP ROLE ${clerk.name}`);
    }
  });

  it('takes what waits and stops, when asked to work once', async () => {
    const { code, stdout } = box.run('worker', ...db(), '--once', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ done: expect.any(Number) as number });
  });
});
