/** Opening the queue of PostgreSQL: what cannot be opened leaves no connection behind, and says why. */

import { setTimeout as after } from 'node:timers/promises';
import { openQueue } from '../../../src/shell/jobs/queue';
import { describePostgres, TestDatabase } from '../../support/postgres';

describePostgres('a queue that many open at once for the first time', () => {
  const database = new TestDatabase('queue_first');
  beforeAll(() => database.create());
  afterAll(() => database.drop());

  it('is opened by all of them', async () => {
    for (let round = 0; round < 3; round += 1) {
      const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openQueue(database.url, undefined)));
      for (const one of opened) if (one.status === 'fulfilled') await one.value.value?.close();
      expect(opened.filter((one) => one.status === 'rejected')).toEqual([]);
      await database.ask("SELECT baocao_viec.delete_queue('lap-van-ban')");
    }
  });
});

describePostgres('a queue that cannot be opened leaves no connection behind', () => {
  const database = new TestDatabase('queue');
  const clerk = { name: `baocao_queue_${process.pid}`, password: 'mau' };
  const connections = (): Promise<readonly unknown[]> =>
    database.ask(`SELECT 1 FROM pg_stat_activity WHERE usename = '${clerk.name}'`);
  /** The server notices the end of a connection a moment later; one that is kept is there for ten seconds and more. */
  const closed = async (): Promise<void> => {
    for (let look = 0; look < 20 && (await connections()).length > 0; look += 1) await after(100);
    expect(await connections()).toEqual([]);
  };

  beforeAll(async () => {
    await database.create();
    await database.ask(`CREATE ROLE ${clerk.name} LOGIN PASSWORD '${clerk.password}'`);
  });
  afterAll(async () => {
    await database.ask(`DROP OWNED BY ${clerk.name}`, `DROP ROLE ${clerk.name}`);
    await database.drop();
  });

  it('when the account may not look into the queue, which is found out after its start', async () => {
    const owner = await openQueue(database.url, undefined);
    await owner.value?.close();
    await database.ask(
      `GRANT USAGE ON SCHEMA baocao_viec, baocao_tep TO ${clerk.name}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA baocao_viec, baocao_tep TO ${clerk.name}`,
      `REVOKE ALL ON baocao_viec.queue FROM ${clerk.name}`,
    );
    await expect(openQueue(database.urlOf(clerk), undefined)).rejects.toMatchObject({ code: '42501' });
    await closed();
  });

  it('when its artifact store lacks a setting', async () => {
    const opened = await openQueue(database.urlOf(clerk), 's3://kho-mau');
    expect([opened.value, opened.diagnostics[0]?.code]).toEqual([undefined, 'BC4204']);
    await closed();
  });
});
