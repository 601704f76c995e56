/**
 * A PostgreSQL that stops in the middle of the work and comes back, a ledger that another process holds too long: said
 * in Vietnamese with a code, nothing lost, nothing doubled, and finished it is what an undisturbed run gives.
 */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { sha256 } from '../../src/lib/canonical-json';
import type { Schedule } from '../../src/regulation/schedule';
import { PROGRAM, Sandbox } from '../support/cli';
import { readJson } from '../support/data';
import { ended, Office, type Ended } from '../support/office';
import { ask, describePostgres } from '../support/postgres';

const PLAN = ['--plan', 'cchc-2026-2030'];
const FACT = JSON.stringify({
  ...{ unit: 'so-noi-vu', plan: PLAN[1], task: 'I.2', event: 'completed', on: '2026-02-10' },
  ...{ evidence: ['Văn bản mẫu'], recordedAt: '2026-03-14T08:00:00+07:00' },
});
const DUE = ['run-due', ...PLAN, '--now', '2026-03-20T00:00:01+07:00'];
const RECORD = ['record', '--from=-', ...PLAN, '--now', '2026-03-14T09:00:00+07:00'];

/** A server of this test alone, that it may stop. */
class Server {
  readonly folder: string;
  readonly url: string;

  constructor() {
    [this.folder = '', this.url = ''] = this.script('start').trim().split('\n');
  }

  script(word: string): string {
    const script = join(__dirname, '../support/postgres.sh');
    const ran = spawnSync(script, [word, ...(this.folder ? [this.folder] : [])], { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stdout;
  }
}

function reportsOnly(box: Sandbox): void {
  const file = readJson('data', 'schedules', 'chung.json') as Schedule;
  const actions = file.actions.filter(({ make }) => make === 'reports' || make === 'summary');
  mkdirSync(box.path('data', 'schedules'), { recursive: true });
  writeFileSync(box.path('data', 'schedules', 'chung.json'), JSON.stringify({ ...file, actions }));
}

function tree(box: Sandbox): Readonly<Record<string, string>> {
  const all = readdirSync(box.path('output'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const paths = all.map((e) => join(e.parentPath, e.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(box.folder.length), sha256(readFileSync(path))]));
}

const later = (milliseconds: number): Promise<void> => new Promise((wake) => setTimeout(wake, milliseconds));

describePostgres('a server that stops in mid-job', () => {
  let server: Server;
  const [box, embedded] = [new Sandbox(), new Sandbox()];
  const started: ChildProcess[] = [];
  const start = (...args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [PROGRAM, '--workspace', box.folder, ...args, '--db', server.url]);
    started.push(child);
    return child;
  };

  beforeAll(() => {
    server = new Server();
  });
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    server.script('stop');
    for (const each of [box, embedded]) each.remove();
  });

  it('loses nothing, doubles nothing; the worker waits for it, and the work is finished to the same bytes', async () => {
    for (const each of [box, embedded]) reportsOnly(each);
    expect(embedded.runWith({ input: FACT }, ...RECORD).code).toBe(0);
    expect(embedded.run(...DUE).code).toBe(0);
    const wanted = tree(embedded);
    const db = ['--db', server.url];
    expect(box.runWith({ input: FACT }, ...RECORD, ...db).code).toBe(0);

    const worker = start('worker');
    const worked = ended(worker);
    const running: { over?: Ended } = {};
    const first = ended(start(...DUE)).then((over) => (running.over = over));
    const active = "SELECT 1 FROM baocao_viec.job WHERE state = 'active'";
    const there = "SELECT 1 WHERE to_regclass('baocao_viec.job') IS NOT NULL";
    while (
      !running.over &&
      ((await ask(server.url, there)).length === 0 || (await ask(server.url, active)).length === 0)
    )
      await later(20);
    server.script('halt');
    const stopped = await first;
    expect([stopped.code, /\[(BC\d+)\]/.exec(stopped.stderr)?.[1]]).toEqual([1, 'BC2130']);
    expect(stopped.stderr).not.toMatch(/\n\s+at /);
    const record = box.runWith({ input: FACT }, ...RECORD, ...db);
    expect([record.code, record.stderr]).toEqual([
      1,
      expect.stringContaining('máy chủ không nhận kết nối (ECONNREFUSED)'),
    ]);

    server.script('again');
    expect(box.run('ledger', 'verify', ...db)).toMatchObject({ code: 0, stderr: '' });
    // Failed or died, it is taken up again when its time has come.
    const again = await ended(start('run-due', ...PLAN, '--now', '2026-03-21T00:00:01+07:00'));
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('run-due: đã làm')]);
    expect(tree(box)).toEqual(wanted);
    const done = await ask<{ key: string }>(server.url, "SELECT key FROM baocao.register WHERE kind = 'done'");
    expect(new Set(done.map(({ key }) => key)).size).toBe(4);
    expect(done).toHaveLength(4);
    expect(worker.exitCode).toBeNull();
    worker.kill('SIGTERM');
    const end = await worked;
    expect([end.code, end.stderr]).toEqual([0, expect.stringContaining('cảnh báo[BC2130]')]);
  });
});

const busy = (ran: Ended): void => {
  expect([ran.code, /\[(BC\d+)\]/.exec(ran.stderr)?.[1]]).toEqual([1, 'BC2133']);
  expect(ran.stderr).toContain('tiến trình khác đang giữ');
  expect(ran.stderr).not.toMatch(/\n\s+at /);
};
const WORDS = ['record', '--unit', 'so-noi-vu', '--task', 'I.2', '--event', 'started', '--on', '2026-02-10', ...PLAN];

it('an embedded ledger that another process holds for longer than the wait', async () => {
  const office = await Office.open('sqlite');
  try {
    expect(office.run('ledger', 'verify').code).toBe(0);
    const holder = new Database(office.path('data', 'ledger.sqlite'));
    holder.exec('BEGIN IMMEDIATE');
    busy(await ended(office.start([...WORDS, '--now', '2026-03-01'])));
    holder.exec('ROLLBACK');
    holder.close();
    expect(office.run(...WORDS, '--now', '2026-03-01').stdout).toContain('Đã ghi 1 sự kiện mới');
  } finally {
    await office.close();
  }
});

describePostgres('a ledger in PostgreSQL', () => {
  it('that another process holds for longer than the wait', async () => {
    const office = await Office.open('postgres');
    try {
      expect(office.run('ledger', 'verify').code).toBe(0);
      const lock = `SELECT pg_advisory_lock(${0x6263616f}, 0)`;
      const held = office.sql(lock, 'SELECT pg_sleep(45)').catch((reason: unknown) => reason);
      const ran = await ended(office.start([...WORDS, '--now', '2026-03-01']));
      busy(ran);
      await held;
      expect(office.run(...WORDS, '--now', '2026-03-01').stdout).toContain('Đã ghi 1 sự kiện mới');
    } finally {
      await office.close();
    }
  });
});
