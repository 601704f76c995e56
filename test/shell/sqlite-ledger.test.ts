/**
 * Guards the embedded ledger where it stands: the contract of every store, and the database file itself, which refuses
 * to change what is written; whoever opens it with other tools and changes it is found out at the first place.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { LedgerSchemaError } from '../../src/shell/ledger-faults';
import { openSqliteLedger } from '../../src/shell/sqlite-ledger';
import { MIGRATIONS } from '../../src/shell/sqlite-migrations';
import { appendingHolds } from '../ledger/store/contract/appending';
import { eachWithLedger, fill, NOW, text } from '../ledger/store/contract/backend';
import { periodIsRead } from '../ledger/store/contract/period';
import { processesShare } from '../ledger/store/contract/processes';
import { registerHolds } from '../ledger/store/contract/register';
import { fileOf, raw, sqlite } from '../ledger/store/contract/sqlite';
import { tamperingIsSeen } from '../ledger/store/contract/tampering';
import { transferHolds } from '../ledger/store/contract/transfer';

appendingHolds(sqlite);
tamperingIsSeen(sqlite);
processesShare(sqlite);
registerHolds(sqlite);
transferHolds('SQLite to SQLite', sqlite);
periodIsRead(sqlite, async (url, sql) =>
  (await sqlite.ask(url, `EXPLAIN QUERY PLAN ${sql}`)).map((row) => (row as { detail: string }).detail).join('\n'),
);

describe('the database refuses', () => {
  const { url, opened } = eachWithLedger(sqlite);
  beforeEach(async () => {
    const ledger = await opened();
    await fill(ledger);
    await ledger.register.add({ kind: 'done', key: 'b', body: 'x' }, NOW, [new TextEncoder().encode('nội dung mẫu')]);
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
    ['an update of an entry', "UPDATE register SET body = '1'"],
    ['a deletion of an entry', 'DELETE FROM register'],
    [
      'a replacement of an entry',
      "INSERT OR REPLACE INTO register SELECT 1, 'done', 'b', recorded_at, '2', prev, hash FROM register",
    ],
    ['an update of a content', "UPDATE blob SET bytes = x'00'"],
    ['a deletion of a content', 'DELETE FROM blob'],
  ])('%s, also from another tool', async (_, sql) => {
    const before = raw(url(), (db) => db.prepare('SELECT * FROM event').all());
    expect(() => raw(url(), (db) => db.exec(sql))).toThrow('append-only');
    expect(raw(url(), (db) => db.prepare('SELECT * FROM event').all())).toEqual(before);
    expect((await (await opened()).verify()).broken).toBeNull();
  });
});

describe('the file itself', () => {
  const { url, opened, closeAll } = eachWithLedger(sqlite);

  it('a byte changed in the file itself is found', async () => {
    await fill(await opened());
    await closeAll();
    raw(url(), (db) => db.pragma('wal_checkpoint(TRUNCATE)'));
    const bytes = readFileSync(fileOf(url()));
    const at = bytes.indexOf('"text":"hai"');
    expect(at).toBeGreaterThan(0);
    bytes.write('hoi', at + 8);
    writeFileSync(fileOf(url()), bytes);
    expect((await (await opened()).verify()).broken).toEqual({ seq: 5, reason: 'hash' });
  });
});

describe('opening', () => {
  const { url, opened, closeAll } = eachWithLedger(sqlite);

  it('keeps what is there', async () => {
    await fill(await opened());
    await closeAll();
    expect((await (await opened()).read({})).length).toBe(6);
  });

  it('a ledger made before the database kept its end is brought forward: sound, and it goes on', async () => {
    await fill(await opened());
    await closeAll();
    const parts = ['batch_follows_head', 'batch_moves_head', 'register_follows_head', 'register_moves_head'];
    raw(url(), (db) => {
      for (const name of parts) db.exec(`DROP TRIGGER ${name}`);
      db.exec(`DROP TABLE head; PRAGMA user_version = ${MIGRATIONS.length - 1}`);
    });
    const ledger = await opened();
    expect(await ledger.verify()).toMatchObject({ events: 6, broken: null, register: { broken: null } });
    expect((await ledger.append([text('bốn')], NOW)).appended).toMatchObject([{ seq: 7 }]);
    expect((await ledger.verify()).broken).toBeNull();
  });

  it('a ledger of a newer program is refused, and left as it is', () => {
    raw(url(), (db) => db.exec('PRAGMA user_version = 99'));
    expect(() => openSqliteLedger(fileOf(url()))).toThrow(LedgerSchemaError);
    expect(raw(url(), (db) => db.prepare('SELECT name FROM sqlite_master').all())).toEqual([]);
  });

  it('a file that is no database is refused, and left as it is', () => {
    writeFileSync(fileOf(url()), 'không phải cơ sở dữ liệu'.repeat(100));
    expect(() => openSqliteLedger(fileOf(url()))).toThrow();
    expect(readFileSync(fileOf(url()), 'utf8')).toBe('không phải cơ sở dữ liệu'.repeat(100));
  });
});
