/**
 * Two `run-due` at the same instant, and eight workers on the queue of PostgreSQL beside them: each thing is made once,
 * its files are those that one process makes alone on an embedded ledger.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import type { RegisterEntry } from '../../src/ledger/store/register';
import type { Schedule } from '../../src/regulation/schedule';
import { readJson } from '../support/data';
import { ended, Office, type StoreKind } from '../support/office';
import { describePostgres } from '../support/postgres';

const PLAN = ['--plan', 'cchc-2026-2030'];
const DUE = ['run-due', ...PLAN, '--now', '2026-03-20T00:00:01+07:00'];
const KEYS = ['reports/cut-off', 'summary/cut-off', 'reports/final', 'summary/final'].map(
  (key) => `cchc-2026-2030/2026-Q1/${key}`,
);
const FACT = JSON.stringify({
  ...{ unit: 'so-noi-vu', plan: PLAN[1], task: 'I.2', event: 'completed', on: '2026-02-10' },
  ...{ evidence: ['Văn bản mẫu'], recordedAt: '2026-03-14T08:00:00+07:00' },
});

async function opened(kind: StoreKind): Promise<Office> {
  const office = await Office.open(kind);
  const file = readJson('data', 'schedules', 'chung.json') as Schedule;
  const actions = file.actions.filter(({ make }) => make === 'reports' || make === 'summary');
  mkdirSync(office.path('data', 'schedules'), { recursive: true });
  writeFileSync(office.path('data', 'schedules', 'chung.json'), JSON.stringify({ ...file, actions }));
  const told = office.runWith({ input: FACT }, 'record', '--from=-', ...PLAN, '--now', '2026-03-14T09:00:00+07:00');
  expect([told.code, told.stderr]).toEqual([0, '']);
  return office;
}

const doneIn = (office: Office): Promise<readonly RegisterEntry[]> =>
  office.ledger((ledger) => ledger.register.list('done'));

/** Two at once: both end well, and between them they made each thing once. */
async function twoAtOnce(office: Office): Promise<void> {
  const both = await Promise.all([1, 2].map(() => ended(office.start(DUE))));
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  const made = both.flatMap(({ stdout }) => stdout.match(/"status":"done"/g) ?? []);
  expect(made).toHaveLength(KEYS.length);
  expect((await doneIn(office)).map(({ key }) => key)).toEqual(KEYS);
  expect(await office.ledger((ledger) => ledger.register.list('failed'))).toEqual([]);
  expect((await office.verify()).broken).toBeNull();
}

let alone: Office;
beforeAll(async () => {
  alone = await opened('sqlite');
  expect(alone.run(...DUE).code).toBe(0);
});
afterAll(() => alone.close());

const bodies = async (office: Office): Promise<unknown> => (await doneIn(office)).map(({ key, body }) => [key, body]);

async function same(office: Office): Promise<void> {
  expect(office.tree()).toEqual(alone.tree());
  expect(await bodies(office)).toEqual(await bodies(alone));
}

it('two run-due at the same instant, on an embedded ledger', async () => {
  const office = await opened('sqlite');
  try {
    await twoAtOnce(office);
    await same(office);
  } finally {
    await office.close();
  }
});

describePostgres('two run-due at the same instant, on PostgreSQL', () => {
  it('with eight workers at the queue', async () => {
    const office = await opened('postgres');
    const workers: ChildProcess[] = [];
    try {
      for (let n = 0; n < 8; n += 1) workers.push(office.start(['worker']));
      const ends = workers.map((worker) => ended(worker));
      await Promise.all(workers.map((worker) => new Promise((said) => worker.stderr?.once('data', said))));
      await twoAtOnce(office);
      await same(office);
      for (const worker of workers) worker.kill('SIGTERM');
      const told = await Promise.all(ends);
      expect(told.map(({ code }) => code)).toEqual(workers.map(() => 0));
      // Every job was done once, by whomever.
      const jobs = await office.sql<{ state: string; retry_count: number }>(
        'SELECT state::text, retry_count FROM baocao_viec.job',
      );
      expect(jobs.length).toBeGreaterThan(0);
      expect(jobs.filter(({ state, retry_count }) => state !== 'completed' || retry_count > 0)).toEqual([]);
    } finally {
      for (const worker of workers) worker.kill('SIGKILL');
      await office.close();
    }
  });
});
