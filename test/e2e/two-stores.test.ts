/**
 * The same work on both stores, as a person does it: recorded, issued, made by itself, corrected. The same files and the
 * same ledger come out; a ledger moves from one store to the other and back; what another tool changes in it is named.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Office, type StoreKind } from '../support/office';
import { describePostgres } from '../support/postgres';
import { itWith } from './tools';

const PLAN = ['--plan', 'cchc-2026-2030'];
const told = (task: string, on: string, at: string): string =>
  JSON.stringify({
    ...{ unit: 'so-noi-vu', plan: PLAN[1], task, event: 'completed', on },
    ...{ evidence: ['Văn bản mẫu'], recordedAt: at },
  });
const Q1 = ['--period', '2026-Q1', '--unit', 'so-noi-vu'];

interface Story {
  readonly said: readonly (readonly [number | null, string])[];
  readonly tree: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

/** A quarter of an office, from the first fact to a correcting report. */
async function quarter(office: Office): Promise<Story> {
  const commands: readonly (readonly [readonly string[], string?])[] = [
    [
      ['record', '--from=-', '--now', '2026-03-14T09:00:00+07:00'],
      told('I.2', '2026-02-10', '2026-03-14T08:00:00+07:00'),
    ],
    [['run-due', '--json', '--now', '2026-03-15T00:00:01+07:00']],
    [['run-due', '--json', '--now', '2026-03-15T00:15:01+07:00']],
    [['issue', ...Q1, '--number', '5', '--signed-on', '2026-03-20', '--json', '--now', '2026-03-20T10:00:00+07:00']],
    [['issue', ...Q1, '--json', '--now', '2026-03-20T11:00:00+07:00']],
    [
      ['record', '--from=-', '--now', '2026-04-02T09:00:00+07:00'],
      told('I.3', '2026-02-12', '2026-04-02T08:00:00+07:00'),
    ],
    [['restate', '--issue', '2026-Q1/so-noi-vu/1', '--json', '--now', '2026-04-03T09:00:00+07:00']],
    [['run-due', '--json', '--now', '2026-04-04T00:00:01+07:00']],
    [['issue', 'list', '--json']],
    [['ledger', 'verify', '--json']],
  ];
  const said = commands.map(([args, input = '']): readonly [number | null, string] => {
    const ran = office.runWith({ input }, ...args, ...PLAN);
    const found = [...ran.stderr.matchAll(/\[(BC\d+)\]/g)].map(([, code]) => code);
    return [ran.code, `${args.slice(0, 2).join(' ')} ${found.join(' ')} ${ran.stdout}`.replaceAll(office.folder, '')];
  });
  return { said, tree: office.tree(), lines: await office.lines() };
}

async function inOffices<T>(kinds: readonly StoreKind[], work: (...offices: Office[]) => Promise<T>): Promise<T> {
  const offices: Office[] = [];
  try {
    for (const kind of kinds) offices.push(await Office.open(kind));
    return await work(...offices);
  } finally {
    for (const office of offices) await office.close();
  }
}

describePostgres('one quarter on both stores', () => {
  it('gives the same answers, files and ledger', () =>
    inOffices(['sqlite', 'postgres'], async (embedded, server) => {
      const [first, second] = [await quarter(embedded), await quarter(server)];
      expect(second).toEqual(first);
      expect(first.said.map(([code]) => code)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
      expect(Object.keys(first.tree)).toEqual(
        expect.arrayContaining([
          '2026-Q1/tong-hop-thanh-pho.xlsx',
          '2026-Q1/ban-gui/bao-cao-thanh-pho.docx',
          '2026-Q1/phat-hanh/so-noi-vu-1/bao-cao-so-noi-vu.docx',
        ]),
      );
    }));

  it('moves to a server and back, by lines and by copies, link by link', () =>
    inOffices(['sqlite', 'postgres', 'sqlite', 'postgres'], async (...offices) => {
      const [source, server, back, restored] = offices as [Office, Office, Office, Office];
      expect(
        source.runWith(
          { input: told('I.2', '2026-02-10', '2026-03-14T08:00:00+07:00') },
          'record',
          '--from=-',
          ...PLAN,
          '--now',
          '2026-03-15',
        ).code,
      ).toBe(0);
      expect(source.run('issue', ...Q1, ...PLAN, '--now', '2026-03-20T10:00:00+07:00').code).toBe(0);
      const lines = await source.lines();
      expect(lines.length).toBeGreaterThan(20);
      const taken = (from: Office, to: Office): unknown => {
        const out = from.run('ledger', 'export').stdout;
        const ran = to.runWith({ input: out }, 'ledger', 'import', '-', '--json');
        return [ran.code, (JSON.parse(ran.stdout) as { imported: unknown }).imported];
      };
      const blobs = lines.filter((line) => line.startsWith('{"blob"')).length;
      const all = [0, { events: 1, entries: 1, blobs }];
      expect([taken(source, server), taken(server, back)]).toEqual([all, all]);
      expect(taken(source, server)).toEqual([0, { events: 0, entries: 0, blobs: 0 }]);
      expect(await server.lines()).toEqual(lines);
      const copy = back.path('sao.sqlite');
      expect(server.run('ledger', 'backup', copy).code).toBe(0);
      expect(restored.run('ledger', 'restore', copy).code).toBe(0);
      expect(back.run('ledger', 'restore', copy).stderr).toContain('lỗi[BC2145]');
      expect(back.run('ledger', 'restore', copy, '--force').code).toBe(0);
      expect(existsSync(back.path('data', 'ledger.sqlite.cu-1'))).toBe(true);
      for (const office of [server, back, restored]) {
        expect(await office.lines()).toEqual(lines);
        expect(office.run('ledger', 'verify')).toMatchObject({ code: 0, stderr: '' });
        const again = office.run('issue', 'reprint', '2026-Q1/so-noi-vu/1', '--now', '2026-04-01');
        expect([again.code, Object.values(office.tree())]).toEqual([0, Object.values(source.tree())]);
      }
    }));
});

/** What an administrator does with the tool of the database, its guards taken off. */
function tamper(office: Office, sql: string): void {
  const off =
    office.kind === 'sqlite'
      ? ['event_no_update', 'event_no_delete', 'batch_no_delete'].map((name) => `DROP TRIGGER ${name};`)
      : ['event', 'batch'].map((table) => `ALTER TABLE ${table} DISABLE TRIGGER ${table}_no_change;`);
  const script = [...(office.kind === 'sqlite' ? [] : ['SET search_path = baocao;']), ...off, sql].join('\n');
  const [command, ...args] =
    office.kind === 'sqlite'
      ? ['sqlite3', office.path('data', 'ledger.sqlite')]
      : ['psql', '-v', 'ON_ERROR_STOP=1', office.db];
  const { status, stderr } = spawnSync(command, args, { input: script, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

function tampering(kind: StoreKind): void {
  let base: Office;
  beforeAll(async () => {
    base = await Office.open(kind);
    for (const n of [1, 2, 3]) {
      const words = ['--note', `Kết quả mẫu ${n}`, ...PLAN, '--now', '2026-03-15'];
      const fact = ['--unit', 'so-noi-vu', '--task', 'I.2', '--event', 'progress', '--on', `2026-02-0${n}`];
      expect(base.run('record', ...fact, ...words).code).toBe(0);
    }
  });
  afterAll(() => base.close());

  itWith(kind === 'sqlite' ? 'sqlite3' : 'psql').each([
    [
      'one byte of an event changed',
      "UPDATE event SET body = replace(body, 'mẫu 2', 'mẫu 7') WHERE seq = 2;",
      2,
      'hash',
    ],
    ['the last event deleted', 'DELETE FROM event WHERE seq = 3;', 3, 'missing-tail'],
    [
      'the last event deleted with its batch',
      'DELETE FROM event WHERE seq = 3; DELETE FROM batch WHERE no = 3;',
      3,
      'missing-tail',
    ],
    ['everything deleted', 'DELETE FROM event; DELETE FROM batch;', 1, 'missing-tail'],
  ])('%s', async (_, sql, seq, reason) => {
    const office = await Office.open(kind, base);
    try {
      tamper(office, sql);
      const ran = office.run('ledger', 'verify', '--json');
      expect([ran.code, JSON.parse(ran.stdout)]).toMatchObject([1, { ok: false, broken: { seq, reason } }]);
      expect(ran.stderr).toContain(`lỗi[BC2120]: sổ không còn nguyên vẹn từ vị trí ${seq}`);
    } finally {
      await office.close();
    }
  });

  it('nothing changed: nothing is named', () => {
    expect(base.run('ledger', 'verify')).toMatchObject({ code: 0, stderr: '' });
  });
}

describe('tampering with sqlite3: ledger verify names it', () => tampering('sqlite'));
describePostgres('tampering with psql: ledger verify names it', () => tampering('postgres'));
