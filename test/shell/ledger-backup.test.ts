/**
 * Guards backup and restore: a copy made while others write is one whole moment of the ledger; what is damaged is not
 * put in the place of anything; nothing is overwritten unasked, and what is replaced is kept.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Diagnostic } from '../../src/lib/diagnostic';
import { backupLedger, restoreLedger } from '../../src/shell/ledger-backup';
import { openPostgresLedger } from '../../src/shell/postgres-ledger';
import { openSqliteLedger } from '../../src/shell/sqlite-ledger';
import { openWorkspace } from '../../src/shell/workspace';
import { APPENDER, NOW, text } from '../ledger/store/contract/backend';
import { raw } from '../ledger/store/contract/sqlite';
import { exported, filledWithWork } from '../ledger/store/contract/transfer';
import { describePostgres, TestDatabase } from '../support/postgres';

/** `libsql` lets go of a closed file when its statements are collected; another process is never in doubt. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const letGo = async (): Promise<void> => {
  for (let i = 0; i < 3; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  await new Promise((resolve) => setImmediate(resolve));
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-sao-luu-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const request = (name: string, file: string, force = false): Parameters<typeof backupLedger>[0] => ({
  ws: openWorkspace(folder, folder),
  db: name.includes(':') ? name : `sqlite:${at(name)}`,
  file: at(file),
  force,
  now: NOW,
});
const codes = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map((d) => d.code);

async function linesOf(file: string): Promise<readonly string[]> {
  const ledger = openSqliteLedger(at(file));
  return exported(ledger).finally(() => ledger.close());
}

async function filledFile(file: string): Promise<readonly string[]> {
  const ledger = openSqliteLedger(at(file));
  await filledWithWork(ledger);
  return exported(ledger).finally(() => ledger.close());
}

it('a copy and what is restored from it hold the same lines, and nothing is left beside them', async () => {
  const lines = await filledFile('so.sqlite');
  const { value } = await backupLedger(request('so.sqlite', 'sao.sqlite'));
  expect(value).toMatchObject({ events: 8, broken: null, register: { entries: 2, blobs: 2, broken: null } });
  expect(readdirSync(folder).filter((name) => name.includes('sao'))).toEqual(['sao.sqlite']);
  await restoreLedger(request('moi.sqlite', 'sao.sqlite'));
  expect(await linesOf('moi.sqlite')).toEqual(lines);
});

it('copies made while a writer appends are each a whole moment: batches in one piece, the chain sound', async () => {
  const url = `sqlite:${at('so.sqlite')}`;
  const writer = spawn(process.execPath, [APPENDER, 'many', url, 'x', '100000', '7'], { stdio: 'pipe' });
  await once(writer.stdout, 'data');
  const counts: number[] = [];
  for (const name of ['1.sqlite', '2.sqlite', '3.sqlite']) {
    const { value, diagnostics } = await backupLedger(request('so.sqlite', name));
    expect(diagnostics).toEqual([]);
    counts.push(value?.events ?? 0);
    const seen = (await linesOf(name)).length;
    await once(writer.stdout, 'data');
    expect([seen % 7, seen]).toEqual([0, value?.events]);
  }
  writer.kill('SIGKILL');
  await once(writer, 'close');
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts[0]).toBeGreaterThan(0);
});

it('nothing that stands is overwritten unless it is asked; the replaced ledger is kept', async () => {
  const lines = await filledFile('so.sqlite');
  await backupLedger(request('so.sqlite', 'sao.sqlite'));
  const ledger = openSqliteLedger(at('so.sqlite'));
  await ledger.append([text('sau khi sao lưu')], NOW);
  const later = await exported(ledger).finally(() => ledger.close());
  expect(codes((await backupLedger(request('so.sqlite', 'sao.sqlite'))).diagnostics)).toEqual(['BC2145']);
  expect(codes((await restoreLedger(request('so.sqlite', 'sao.sqlite'))).diagnostics)).toEqual(['BC2145']);
  expect(await linesOf('so.sqlite')).toEqual(later);
  await letGo();
  expect((await restoreLedger(request('so.sqlite', 'sao.sqlite', true))).diagnostics).toEqual([]);
  expect(await linesOf('so.sqlite')).toEqual(lines);
  expect(await linesOf('so.sqlite.cu-1')).toEqual(later);
});

it('a ledger that is in use is not replaced', async () => {
  const lines = await filledFile('so.sqlite');
  await backupLedger(request('so.sqlite', 'sao.sqlite'));
  const inUse = openSqliteLedger(at('so.sqlite'));
  expect(codes((await restoreLedger(request('so.sqlite', 'sao.sqlite', true))).diagnostics)).toEqual(['BC2133']);
  await inUse.close();
  expect(await linesOf('so.sqlite')).toEqual(lines);
});

it('a damaged backup is named and takes no place', async () => {
  const lines = await filledFile('so.sqlite');
  await backupLedger(request('so.sqlite', 'sao.sqlite'));
  raw(`sqlite:${at('sao.sqlite')}`, (db) => {
    db.exec('DROP TRIGGER event_no_update');
    db.exec("UPDATE event SET body = replace(body, 'hai', 'hoi') WHERE seq = 5");
  });
  const restored = await restoreLedger(request('so.sqlite', 'sao.sqlite', true));
  expect(restored.diagnostics).toMatchObject([{ code: 'BC2120', params: { seq: 5, reason: 'hash' } }]);
  writeFileSync(at('rac.sqlite'), 'không phải sổ'.repeat(200));
  expect(codes((await restoreLedger(request('so.sqlite', 'rac.sqlite', true))).diagnostics)).toEqual(['BC2146']);
  expect(codes((await restoreLedger(request('so.sqlite', 'khong-co.sqlite'))).diagnostics)).toEqual(['BC1004']);
  expect(await linesOf('so.sqlite')).toEqual(lines);
});

it('over a ledger that is damaged itself, which is kept as it is', async () => {
  const lines = await filledFile('so.sqlite');
  await backupLedger(request('so.sqlite', 'sao.sqlite'));
  copyFileSync(at('sao.sqlite'), at('hong.sqlite'));
  writeFileSync(at('hong.sqlite'), 'hỏng'.repeat(500));
  expect((await restoreLedger(request('hong.sqlite', 'sao.sqlite', true))).diagnostics).toEqual([]);
  expect(await linesOf('hong.sqlite')).toEqual(lines);
  expect(readFileSync(at('hong.sqlite.cu-1'), 'utf8')).toBe('hỏng'.repeat(500));
});

describePostgres('backup of a ledger in PostgreSQL', () => {
  const database = new TestDatabase('backup');
  beforeAll(() => database.create());
  afterAll(() => database.drop());

  it('is an embedded ledger of the same lines, and goes back into an empty server', async () => {
    const ledger = await openPostgresLedger(database.url);
    await filledWithWork(ledger);
    const lines = await exported(ledger).finally(() => ledger.close());
    expect((await backupLedger(request(database.url, 'sao.sqlite'))).value).toMatchObject({ events: 8 });
    expect(await linesOf('sao.sqlite')).toEqual(lines);
    await database.empty();
    expect((await restoreLedger(request(database.url, 'sao.sqlite'))).value).toMatchObject({ events: 8, broken: null });
    const again = await openPostgresLedger(database.url);
    expect(await exported(again).finally(() => again.close())).toEqual(lines);
  });
});
