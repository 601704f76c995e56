/**
 * Guards the embedded ledger where it stands: the database itself refuses to change what is written, a batch is whole
 * or absent even when its process is killed, two writers keep one chain, and whoever opens the file with other tools
 * and changes it is found out at the first place.
 */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Fact, NewEvent } from '../../src/ledger/events';
import type { LedgerStore } from '../../src/ledger/store/port';
import { LedgerSchemaError, openSqliteLedger } from '../../src/shell/sqlite-ledger';
import { figureFact, instant, narrativeFact, taskFact } from '../fixtures/events';

const APPENDER = join(__dirname, 'appender.cjs');
const NOW = instant('2026-03-15T08:00:00+07:00');

let folder: string;
let file: string;
let open: LedgerStore[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-so-'));
  file = join(folder, 'so.sqlite');
  open = [];
});
afterEach(async () => {
  for (const ledger of open) await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = (): LedgerStore => {
  const ledger = openSqliteLedger(file);
  open.push(ledger);
  return ledger;
};
const closeAll = async (): Promise<void> => {
  for (const ledger of open.splice(0)) await ledger.close();
};
const event = (fact: Fact, more: Partial<NewEvent> = {}): NewEvent => ({
  fact,
  statedAt: null,
  sample: false,
  ...more,
});
const text = (words: string): NewEvent => event(narrativeFact('so-mau-01', 'V', words));
const value = (n: number): NewEvent => event(figureFact('so-mau-01', 'cong', n));

/** The file opened by another tool, as an administrator might. */
function raw<T>(work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Two batches of three events each. */
async function filled(): Promise<void> {
  const ledger = opened();
  await ledger.append(
    [
      event(taskFact('so-mau-01', '1', 'completed', '2026-02-10', { evidence: ['Văn bản mẫu 01'] })),
      value(3),
      text('một'),
    ],
    NOW,
  );
  await ledger.append([value(4), text('hai'), text('ba')], NOW);
}

describe('the database refuses', () => {
  beforeEach(async () => {
    await filled();
  });

  const COPY =
    'SELECT 2, id, recorded_at, stated, sample, kind, plan, unit, period, occurred_on, body, prev, hash FROM event';
  it.each([
    ['an update', "UPDATE event SET body = '{}' WHERE seq = 2"],
    ['an update of nothing but itself', 'UPDATE event SET hash = hash'],
    ['an update that replaces', 'UPDATE OR REPLACE event SET seq = 1 WHERE seq = 2'],
    ['a deletion', 'DELETE FROM event WHERE seq = 6'],
    ['a deletion of everything', 'DELETE FROM event'],
    ['a replacement of a row', `INSERT OR REPLACE INTO event ${COPY} WHERE seq = 1`],
    ['a replacement by REPLACE', `REPLACE INTO event ${COPY} WHERE seq = 2`],
    [
      'a replacement by id at the next place',
      `INSERT OR REPLACE INTO event ${COPY.replace('SELECT 2', 'SELECT 7')} WHERE seq = 6`,
    ],
    [
      'an insertion that updates on conflict',
      `INSERT INTO event ${COPY} WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET body = 'x'`,
    ],
    ['an insertion that would be passed over', `INSERT OR IGNORE INTO event ${COPY} WHERE seq = 2`],
    ['a gap', `INSERT INTO event ${COPY.replace('SELECT 2, id', "SELECT 9, 'x'")} WHERE seq = 2`],
    [
      'a place left to the database',
      `INSERT INTO event ${COPY.replace('SELECT 2, id', "SELECT NULL, 'x'")} WHERE seq = 2`,
    ],
    ['an update of a batch', "UPDATE batch SET last_hash = 'x'"],
    ['a deletion of a batch', 'DELETE FROM batch WHERE no = 2'],
    ['a replacement of a batch', "INSERT OR REPLACE INTO batch VALUES (2, 'x', 6, 'x')"],
  ])('%s, also from another tool', async (_, sql) => {
    const before = raw((db) => db.prepare('SELECT * FROM event').all());
    expect(() => raw((db) => db.exec(sql))).toThrow('append-only');
    expect(raw((db) => db.prepare('SELECT * FROM event').all())).toEqual(before);
    expect((await opened().verify()).broken).toBeNull();
  });
});

describe('appending', () => {
  it('gives positions without gaps, a chain, and reads back what was told', async () => {
    const ledger = opened();
    const first = await ledger.append([value(3), text('một')], NOW);
    const second = await ledger.append([text('hai')], instant('2026-03-16T08:00:00+07:00'));
    expect([...first.appended, ...second.appended].map((e) => e.seq)).toEqual([1, 2, 3]);
    const read = await ledger.read({});
    expect(read).toEqual([...first.appended, ...second.appended]);
    expect(read.map((e) => e.fact)).toEqual([value(3).fact, text('một').fact, text('hai').fact]);
    expect(read[1]?.prev).toBe(read[0]?.hash);
    expect(await ledger.head()).toEqual({ seq: 3, hash: read[2]?.hash });
  });

  it('an empty batch writes nothing', async () => {
    const ledger = opened();
    expect(await ledger.append([], NOW)).toEqual({ appended: [], known: [] });
    expect(raw((db) => db.prepare('SELECT no FROM batch').all())).toEqual([]);
  });

  it('the same batch twice changes nothing, and says where each event already stands', async () => {
    const ledger = opened();
    const batch = [value(3), text('một'), text('hai')];
    await ledger.append(batch, NOW);
    const before = await ledger.verify();
    const again = await ledger.append(batch, instant('2026-03-20'));
    expect(again).toEqual({
      appended: [],
      known: [
        { index: 0, seq: 1 },
        { index: 1, seq: 2 },
        { index: 2, seq: 3 },
      ],
    });
    expect(await ledger.verify()).toEqual(before);
  });

  it('of a batch that is partly known only the rest is written', async () => {
    const ledger = opened();
    await ledger.append([value(3), text('một')], NOW);
    const { appended, known } = await ledger.append([text('không'), value(3), text('hai')], NOW);
    expect(appended.map((e) => [e.seq, e.fact])).toEqual([
      [3, text('không').fact],
      [4, text('hai').fact],
    ]);
    expect(known).toEqual([{ index: 1, seq: 1 }]);
    expect((await ledger.verify()).broken).toBeNull();
  });

  it('the same line twice in one batch is one fact', async () => {
    const { appended, known } = await opened().append([value(3), text('một'), value(3)], NOW);
    expect([appended.length, known]).toEqual([2, [{ index: 2, seq: 1 }]]);
  });

  it('back to an old figure needs a recording time of its own, else it is the old telling', async () => {
    const ledger = opened();
    for (const n of [3, 4, 3]) await ledger.append([value(n)], NOW);
    expect((await ledger.read({})).map((e) => e.fact.kind === 'figure' && e.fact.value)).toEqual([3, 4]);
    const statedAt = instant('2026-03-17T08:00:00+07:00');
    const told = { ...value(3), statedAt };
    expect((await ledger.append([told], NOW)).appended).toMatchObject([{ seq: 3, recordedAt: statedAt }]);
    expect((await ledger.append([told], NOW)).known).toEqual([{ index: 0, seq: 3 }]);
  });

  it('an event that cannot be written takes its whole batch with it', async () => {
    const ledger = opened();
    await ledger.append([text('một')], NOW);
    const broken = event(figureFact('so-mau-01', 'cong', Number.NaN));
    await expect(ledger.append([text('hai'), value(4), broken, text('ba')], NOW)).rejects.toThrow('not a JSON number');
    expect((await ledger.read({})).map((e) => e.seq)).toEqual([1]);
    expect((await ledger.append([text('hai')], NOW)).appended).toMatchObject([{ seq: 2 }]);
    expect((await ledger.verify()).broken).toBeNull();
  });

  it('hostile texts come back as they were', async () => {
    const words = ["'); DROP TABLE event; --", '=1+1', '{"kind":"task"}', '𝔘 ệ 😀', ''];
    const ledger = opened();
    await ledger.append(words.map(text), NOW);
    expect((await ledger.read({})).map((e) => e.fact.kind === 'narrative' && e.fact.text)).toEqual(words);
    expect((await ledger.verify()).broken).toBeNull();
  });
});

describe('reading', () => {
  const [monday, tuesday, wednesday] = ['2026-03-16', '2026-03-17', '2026-03-18'].map((d) =>
    instant(`${d}T08:00:00+07:00`),
  );
  const seqs = async (query: Parameters<LedgerStore['read']>[0]): Promise<readonly number[]> =>
    (await opened().read(query)).map((e) => e.seq);

  beforeEach(async () => {
    const ledger = opened();
    await ledger.append([value(1), event({ ...narrativeFact('so-mau-02', 'V', 'x') })], monday as typeof NOW);
    await ledger.append(
      [event({ ...figureFact('so-mau-01', 'cong', 2), plan: 'ke-hoach-khac' })],
      tuesday as typeof NOW,
    );
    await ledger.append([value(3), { ...value(4), statedAt: monday as typeof NOW }], wednesday as typeof NOW);
  });

  it('as known at an instant: what was recorded at or before it, a stated time counting as told', async () => {
    expect(await seqs({ asOf: instant('2026-03-16T07:59:59+07:00') })).toEqual([]);
    expect(await seqs({ asOf: monday })).toEqual([1, 2, 5]);
    expect(await seqs({ asOf: instant('2026-03-17') })).toEqual([1, 2, 3, 5]);
    expect(await seqs({ asOf: wednesday })).toEqual([1, 2, 3, 4, 5]);
  });

  it('of a plan, of a unit, from a position, from a recording time, and all of these at once', async () => {
    expect(await seqs({ plan: 'ke-hoach-mau' })).toEqual([1, 2, 4, 5]);
    expect(await seqs({ unit: 'so-mau-02' })).toEqual([2]);
    expect(await seqs({ sinceSeq: 3 })).toEqual([3, 4, 5]);
    expect(await seqs({ sinceRecordedAt: tuesday })).toEqual([3, 4]);
    const both = { plan: 'ke-hoach-mau', unit: 'so-mau-01', asOf: monday as typeof NOW, sinceSeq: 2 };
    expect(await seqs(both)).toEqual([5]);
  });
});

describe('tampering with other tools', () => {
  beforeEach(async () => {
    await filled();
    await closeAll();
  });

  /** The triggers are dropped first: whoever owns the file can. */
  const tamper = (sql: string): void =>
    raw((db) => {
      const triggers = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as { name: string }[];
      for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
      db.exec(sql);
    });

  it.each([
    ['nothing', 'SELECT 1', null],
    ['the last event deleted', 'DELETE FROM event WHERE seq = 6', { seq: 6, reason: 'missing-tail' }],
    ['the last batch deleted with its mark', 'DELETE FROM event WHERE seq > 3', { seq: 4, reason: 'missing-tail' }],
    ['a middle event deleted', 'DELETE FROM event WHERE seq = 3', { seq: 3, reason: 'gap' }],
    ['the first event deleted', 'DELETE FROM event WHERE seq = 1', { seq: 1, reason: 'gap' }],
    ['everything deleted', 'DELETE FROM event', { seq: 1, reason: 'missing-tail' }],
    [
      'a middle event deleted, the rest moved up',
      'DELETE FROM event WHERE seq = 3; UPDATE event SET seq = seq - 1 WHERE seq > 3',
      { seq: 3, reason: 'prev' },
    ],
    ['a position changed', 'UPDATE event SET seq = 60 WHERE seq = 6', { seq: 6, reason: 'gap' }],
    [
      'a body changed',
      "UPDATE event SET body = replace(body, '2026-02-10', '2026-02-01') WHERE seq = 1",
      { seq: 1, reason: 'hash' },
    ],
    ['a body that is no JSON any more', "UPDATE event SET body = '{' WHERE seq = 2", { seq: 2, reason: 'hash' }],
    [
      'a body written with other spaces',
      "UPDATE event SET body = replace(body, ',', ', ') WHERE seq = 4",
      { seq: 4, reason: 'columns' },
    ],
    [
      'two bodies changed',
      "UPDATE event SET body = replace(body, 'so-mau-01', 'so-mau-02') WHERE seq IN (5, 2)",
      { seq: 2, reason: 'hash' },
    ],
    ['an id changed', "UPDATE event SET id = 'x' WHERE seq = 2", { seq: 2, reason: 'hash' }],
    [
      'a recording time changed',
      "UPDATE event SET recorded_at = '2026-03-01T00:00:00.000Z' WHERE seq = 5",
      { seq: 5, reason: 'hash' },
    ],
    ['a recording time made out to be stated', 'UPDATE event SET stated = 1 WHERE seq = 3', { seq: 3, reason: 'id' }],
    ['sample made out to be real', 'UPDATE event SET sample = 1 - sample WHERE seq = 4', { seq: 4, reason: 'hash' }],
    ['the kind column changed', "UPDATE event SET kind = 'task' WHERE seq = 2", { seq: 2, reason: 'columns' }],
    [
      'the plan column changed, so that no query finds it',
      "UPDATE event SET plan = 'x' WHERE seq = 2",
      { seq: 2, reason: 'columns' },
    ],
    ['the unit column changed', "UPDATE event SET unit = 'x' WHERE seq = 2", { seq: 2, reason: 'columns' }],
    ['the period column changed', "UPDATE event SET period = '2026-H1' WHERE seq = 2", { seq: 2, reason: 'columns' }],
    [
      'the day column changed',
      "UPDATE event SET occurred_on = '2026-01-01' WHERE seq = 1",
      { seq: 1, reason: 'columns' },
    ],
    ['a hash changed', "UPDATE event SET hash = 'x' WHERE seq = 2", { seq: 2, reason: 'hash' }],
    ['a link changed', "UPDATE event SET prev = 'x' WHERE seq = 2", { seq: 2, reason: 'prev' }],
    ['a batch deleted', 'DELETE FROM batch WHERE no = 2', { seq: 4, reason: 'batch' }],
    ['a batch’s end changed', "UPDATE batch SET last_hash = 'x' WHERE no = 1", { seq: 3, reason: 'batch' }],
    ['a batch’s end moved', 'UPDATE batch SET last_seq = 2 WHERE no = 1', { seq: 2, reason: 'batch' }],
  ])('%s: verify names the first place', async (_, sql, broken) => {
    tamper(sql);
    expect((await opened().verify()).broken).toEqual(broken);
  });

  it('a byte changed in the file itself is found', async () => {
    raw((db) => db.pragma('wal_checkpoint(TRUNCATE)'));
    const bytes = readFileSync(file);
    const at = bytes.indexOf('"text":"hai"');
    expect(at).toBeGreaterThan(0);
    bytes.write('hoi', at + 8);
    writeFileSync(file, bytes);
    expect((await opened().verify()).broken).toEqual({ seq: 5, reason: 'hash' });
  });
});

describe('several processes', () => {
  it('two that append at the same time keep one chain, each batch in one piece', async () => {
    const children = ['a', 'b'].map((who) => spawn(process.execPath, [APPENDER, 'many', file, who, '60', '3']));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0]);
    const ledger = opened();
    expect(await ledger.verify()).toMatchObject({ events: 360, broken: null });
    const events = await ledger.read({});
    expect(events.map((e) => e.seq)).toEqual(Array.from({ length: 360 }, (_, i) => i + 1));
    const batches = Array.from(
      { length: 120 },
      (_, i) => new Set(events.slice(3 * i, 3 * i + 3).map((e) => e.fact.unit)),
    );
    expect(batches.every((units) => units.size === 1)).toBe(true);
  });

  it('two connections that take turns see each other’s events', async () => {
    const [one, two] = [opened(), opened()];
    await one.append([text('một')], NOW);
    expect((await two.append([text('hai')], NOW)).appended).toMatchObject([{ seq: 2 }]);
    expect((await two.append([text('một')], NOW)).known).toEqual([{ index: 0, seq: 1 }]);
    expect(await one.head()).toEqual(await two.head());
  });

  it('several that open a new file at the same time make one ledger', async () => {
    const children = ['a', 'b', 'c', 'd'].map((who) =>
      spawn(process.execPath, [APPENDER, 'many', file, who, '1', '1']),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(await opened().verify()).toMatchObject({ events: 4, broken: null });
  });

  it('one that is killed in the middle of a batch leaves nothing of it, and the ledger goes on', async () => {
    await filled();
    const killed = spawnSync(process.execPath, [APPENDER, 'die', file]);
    expect(killed.signal).toBe('SIGKILL');
    const ledger = opened();
    expect(await ledger.verify()).toMatchObject({ events: 6, broken: null });
    expect(await ledger.append([text('tiếp')], NOW)).toMatchObject({ appended: [{ seq: 7 }] });
    expect((await ledger.verify()).broken).toBeNull();
  });

  it('one that is killed at any moment leaves only whole batches, and all that it had acknowledged', async () => {
    const size = 40;
    let before = 0;
    for (const [round, acknowledged] of [1, 3, 6].entries()) {
      const child = spawn(process.execPath, [APPENDER, 'many', file, `vòng-${round}`, '100000', String(size)]);
      let said = '';
      for await (const chunk of child.stdout) {
        said += String(chunk);
        if (said.split('\n').length > acknowledged) break;
      }
      child.kill('SIGKILL');
      await once(child, 'close');
      const acks = said.split('\n').filter((line) => line !== '').length;
      const ledger = opened();
      const { events, broken } = await ledger.verify();
      expect(broken).toBeNull();
      expect((events - before) % size).toBe(0);
      expect(events - before).toBeGreaterThanOrEqual(acks * size);
      before = events;
      await closeAll();
    }
  });
});

describe('opening', () => {
  it('keeps what is there', async () => {
    await filled();
    await closeAll();
    expect((await opened().read({})).length).toBe(6);
  });

  it('a ledger of a newer program is refused, and left as it is', () => {
    raw((db) => db.exec('PRAGMA user_version = 99'));
    expect(() => openSqliteLedger(file)).toThrow(LedgerSchemaError);
    expect(raw((db) => db.prepare('SELECT name FROM sqlite_master').all())).toEqual([]);
  });

  it('a file that is no database is refused, and left as it is', () => {
    writeFileSync(file, 'không phải cơ sở dữ liệu'.repeat(100));
    expect(() => openSqliteLedger(file)).toThrow();
    expect(readFileSync(file, 'utf8')).toBe('không phải cơ sở dữ liệu'.repeat(100));
  });
});
