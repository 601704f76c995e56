/**
 * Guards the ledger in PostgreSQL on a real server: the contract of every store, and the server itself, which refuses
 * to change what is written, also to its owner; an account that may only add; what is said when the server is not there.
 */

import { execFileSync } from 'node:child_process';
import { openPostgresLedger } from '../../src/shell/postgres-ledger';
import { ledgerFault, LedgerRightsError, LedgerSchemaError } from '../../src/shell/ledger-faults';
import { appendingHolds } from '../ledger/store/contract/appending';
import { eachWithLedger, fill, NOW, text, type Backend } from '../ledger/store/contract/backend';
import { periodIsRead } from '../ledger/store/contract/period';
import { processesShare } from '../ledger/store/contract/processes';
import { registerHolds } from '../ledger/store/contract/register';
import { sqlite } from '../ledger/store/contract/sqlite';
import { tamperingIsSeen } from '../ledger/store/contract/tampering';
import { transferHolds } from '../ledger/store/contract/transfer';
import { describePostgres, TestDatabase } from '../support/postgres';

const TABLES = ['event', 'batch', 'register', 'mark', 'blob', 'head'];

describePostgres('the ledger in PostgreSQL', () => {
  const database = new TestDatabase('ledger');
  beforeAll(() => database.create());
  afterAll(() => database.drop());

  const here = 'SET search_path = baocao';
  const postgres: Backend = {
    fresh: async () => {
      await database.empty();
      return database.url;
    },
    open: openPostgresLedger,
    ask: (_, sql) => database.ask(here, sql),
    tamper: async (_, sql) => {
      const guards = TABLES.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER ${table}_no_change`);
      const forward = 'ALTER TABLE head DISABLE TRIGGER head_forward_only';
      await database.ask(here, ...guards, forward, ...sql.split('; '));
    },
    tamperBlob: async (_, hash) => {
      // The table itself refuses bytes that are not those of their name, also from its owner.
      await postgres.tamper(_, 'ALTER TABLE blob DROP CONSTRAINT blob_is_named_by_its_hash');
      await postgres.tamper(_, `UPDATE blob SET bytes = '\\x00' WHERE hash = '${hash}'`);
    },
    remove: () => database.empty(),
  };

  appendingHolds(postgres);
  tamperingIsSeen(postgres);
  processesShare(postgres);
  registerHolds(postgres);
  periodIsRead(postgres, async (_, sql) => {
    const told = await database.ask<{ 'QUERY PLAN': string }>(here, 'VACUUM ANALYZE event', `EXPLAIN ${sql}`);
    return told.map((row) => row['QUERY PLAN']).join('\n');
  });
  transferHolds('SQLite to PostgreSQL', sqlite, postgres);
  transferHolds('PostgreSQL to SQLite', postgres, sqlite);

  describe('the server refuses', () => {
    const { url, opened } = eachWithLedger(postgres);
    beforeEach(async () => {
      const ledger = await opened();
      await fill(ledger);
      const bytes = new TextEncoder().encode('nội dung mẫu');
      await ledger.register.add({ kind: 'done', key: 'b', body: 'x' }, NOW, [bytes]);
    });

    const COPY =
      'SELECT 2, id, recorded_at, stated, sample, kind, plan, unit, period, occurred_on, body, prev, hash FROM event';
    it.each([
      ['an update', "UPDATE event SET body = '{}' WHERE seq = 2"],
      ['an update of nothing', "UPDATE event SET body = '{}' WHERE seq = 200"],
      ['a deletion', 'DELETE FROM event WHERE seq = 6'],
      ['a deletion of everything at once', 'TRUNCATE event'],
      [
        'an insertion that updates on conflict',
        `INSERT INTO event ${COPY} WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET body = 'x'`,
      ],
      ['a gap', `INSERT INTO event ${COPY.replace('SELECT 2, id', "SELECT 9, 'x'")} WHERE seq = 2`],
      ['a place before the first', `INSERT INTO event ${COPY.replace('SELECT 2, id', "SELECT 0, 'x'")} WHERE seq = 2`],
      ['a link to another event', `INSERT INTO event ${COPY.replace('SELECT 2, id', "SELECT 7, 'x'")} WHERE seq = 2`],
      ['an update of a batch', "UPDATE batch SET last_hash = 'x'"],
      ['a deletion of a batch', 'DELETE FROM batch WHERE no = 2'],
      ['a batch with a gap', "INSERT INTO batch VALUES (9, 'x', 6, 'x')"],
      ['an update of an entry', "UPDATE register SET body = '1'"],
      ['a deletion of an entry', 'DELETE FROM register'],
      ['an update of a content', "UPDATE blob SET bytes = '\\x00'"],
      ['a deletion of a content', 'DELETE FROM blob'],
      ['a change while it plays the replica', 'SET session_replication_role = replica; DELETE FROM event'],
    ])('%s, also to its owner', async (_, sql) => {
      const before = await postgres.ask(url(), 'SELECT * FROM event ORDER BY seq');
      await expect(database.ask(here, ...sql.split('; '))).rejects.toThrow('append-only');
      expect(await postgres.ask(url(), 'SELECT * FROM event ORDER BY seq')).toEqual(before);
      expect((await (await opened()).verify()).broken).toBeNull();
    });

    it('a content under a name that is not its hash', async () => {
      const insert = "INSERT INTO blob VALUES (repeat('0', 64), '\\x00')";
      await expect(postgres.ask(url(), insert)).rejects.toThrow('blob_is_named_by_its_hash');
    });
  });

  describe('opening', () => {
    const { url, opened, closeAll } = eachWithLedger(postgres);

    it('a ledger of a newer program is refused, and left as it is', async () => {
      await opened();
      await postgres.ask(url(), 'INSERT INTO migration (no) VALUES (99)');
      await expect(openPostgresLedger(url())).rejects.toThrow(LedgerSchemaError);
      expect(ledgerFault(new LedgerSchemaError('x'), url())?.code).toBe('BC2121');
    });

    it('a database of another encoding than UTF-8 is refused', async () => {
      const latin = new TestDatabase('latin');
      await database.ask(
        `CREATE DATABASE ${new URL(latin.url).pathname.slice(1)} ENCODING 'LATIN1' TEMPLATE template0`,
      );
      try {
        await expect(openPostgresLedger(latin.url)).rejects.toThrow('UTF8');
      } finally {
        await latin.drop();
      }
    });

    /** The server ends every connection of the ledger while this process waits: nothing of it is noticed meanwhile. */
    const cut = (): void => {
      const sql = `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
        WHERE application_name = 'baocao' AND datname = current_database()`;
      execFileSync('psql', ['--no-psqlrc', '--quiet', '--command', sql, database.url]);
    };
    const ended = { code: 'BC2130', params: { reason: 'máy chủ đã ngắt kết nối (57P01)' } };
    const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
      ledgerFault(await work.catch((reason: unknown) => reason), url());

    it('who loses the lock while its work runs is told so, and the work is not reported as done', async () => {
      const ledger = await opened();
      const work = ledger.exclusively('viec', () => Promise.resolve(cut()));
      expect(await faultOf(work)).toMatchObject(ended);
      expect(await ledger.exclusively('viec', () => Promise.resolve(1))).toEqual({ value: 1 });
    });

    it('a connection that ends between two pages is one fault with a code', async () => {
      const ledger = await opened();
      await ledger.append([text('một')], NOW);
      const reading = (async () => {
        for await (const _ of ledger.stream({})) cut();
      })();
      expect(await faultOf(reading)).toMatchObject(ended);
      expect((await ledger.verify()).broken).toBeNull();
    });

    it('connections that ended while they lay idle are replaced, however many', async () => {
      const ledger = await opened();
      await Promise.all(['một', 'hai', 'ba', 'bốn', 'năm'].map((word) => ledger.append([text(word)], NOW)));
      cut();
      expect((await ledger.append([text('sáu')], NOW)).appended).toMatchObject([{ seq: 6 }]);
      cut();
      expect(await ledger.read({})).toHaveLength(6);
      await closeAll();
    });

    it('says in one line that no server is there, that it does not let us in, and never the password', async () => {
      const faults: [string, string][] = [
        ['postgres://ai:bi%40mat@127.0.0.1:1/so', 'BC2130'],
        ['postgres://ai:bi%40mat@khong-co.invalid/so', 'BC2130'],
        [database.urlOf({ name: 'khong_co', password: 'bi@mat' }), 'BC2132'],
        [`${database.url}_khong_co`, 'BC2132'],
      ];
      for (const [at, code] of faults) {
        const fault = ledgerFault(await openPostgresLedger(at).catch((reason: unknown) => reason), at);
        expect([at, fault?.code]).toEqual([at, code]);
        expect(JSON.stringify(fault)).not.toMatch(/bi@mat|bi%40mat/);
      }
    });
  });

  describe('an account that may only add', () => {
    const { url, opened } = eachWithLedger(postgres);
    const user = { name: `baocao_ghi_${process.pid}`, password: 'mau' };
    beforeAll(() => database.ask(`CREATE ROLE ${user.name} LOGIN PASSWORD '${user.password}'`));
    afterAll(() => database.ask(`DROP OWNED BY ${user.name}`, `DROP ROLE ${user.name}`));

    it('cannot make the ledger, and is told who can', async () => {
      await expect(openPostgresLedger(database.urlOf(user))).rejects.toThrow(LedgerRightsError);
    });

    it('reads, appends, enters, and may change nothing', async () => {
      await fill(await opened());
      await postgres.ask(url(), `SELECT 1`);
      await database.ask(
        `GRANT USAGE ON SCHEMA baocao TO ${user.name}`,
        `GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA baocao TO ${user.name}`,
      );
      const ledger = await openPostgresLedger(database.urlOf(user));
      try {
        expect((await ledger.append([text('bốn')], NOW)).appended).toMatchObject([{ seq: 7 }]);
        expect((await ledger.register.add({ kind: 'done', key: 'c', body: null }, NOW)).known).toBe(false);
        expect(await ledger.exclusively('viec', async () => 1)).toEqual({ value: 1 });
        expect((await ledger.verify()).broken).toBeNull();
      } finally {
        await ledger.close();
      }
      for (const sql of ['DELETE FROM event', "UPDATE event SET body = ''", 'TRUNCATE event'])
        await expect(database.ask(`SET ROLE ${user.name}`, here, sql)).rejects.toThrow('permission denied');
    });
  });
});
