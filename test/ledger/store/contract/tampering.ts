/** Whoever owns the database can change it; `verify` names the first place. */

import { sha256 } from '../../../../src/lib/canonical-json';
import { eachWithLedger, fill, NOW, text, type Backend } from './backend';

export function tamperingIsSeen(backend: Backend): void {
  describe('tampering with other tools', () => {
    const { url, opened, closeAll } = eachWithLedger(backend);
    beforeEach(async () => {
      await fill(await opened());
      await closeAll();
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
      [
        'the last events deleted with their batch',
        'DELETE FROM event WHERE seq > 3; DELETE FROM batch WHERE no = 2',
        { seq: 4, reason: 'missing-tail' },
      ],
      [
        'everything deleted with its batches',
        'DELETE FROM event; DELETE FROM batch',
        { seq: 1, reason: 'missing-tail' },
      ],
      ['a batch deleted', 'DELETE FROM batch WHERE no = 2', { seq: 4, reason: 'batch' }],
      ['a batch’s end changed', "UPDATE batch SET last_hash = 'x' WHERE no = 1", { seq: 3, reason: 'batch' }],
      ['a batch’s end moved', 'UPDATE batch SET last_seq = 2 WHERE no = 1', { seq: 2, reason: 'batch' }],
    ])('%s: verify names the first place', async (_, sql, broken) => {
      await backend.tamper(url(), sql);
      expect((await (await opened()).verify()).broken).toEqual(broken);
    });

    it.each([
      ['put back with what was cut off', 'UPDATE head SET seq = 3', { seq: 3, reason: 'hash' }],
      ['deleted', 'DELETE FROM head', { seq: 7, reason: 'missing-tail' }],
    ])('the end that the database keeps, %s: verify says so', async (_, sql, broken) => {
      await backend.tamper(url(), sql);
      expect((await (await opened()).verify()).broken).toEqual(broken);
    });

    it.each([
      'DELETE FROM head',
      'UPDATE head SET seq = 3',
      "UPDATE head SET hash = 'x'",
      'INSERT INTO head SELECT * FROM head',
    ])('the database refuses: %s', async (sql) => {
      await expect(backend.ask(url(), sql)).rejects.toThrow('append-only');
    });

    it('a ledger whose end was cut off takes nothing more, so that the gap is not covered', async () => {
      await backend.tamper(url(), 'DELETE FROM event WHERE seq > 3; DELETE FROM batch WHERE no = 2');
      const ledger = await opened();
      await expect(ledger.append([text('bốn')], NOW)).rejects.toThrow('append-only');
      expect((await ledger.verify()).broken).toEqual({ seq: 4, reason: 'missing-tail' });
    });

    /** Two entries, each with a content of its own; the second made after the events were there. */
    const work = async (): Promise<void> => {
      const ledger = await opened();
      const content = (words: string): Uint8Array[] => [new TextEncoder().encode(words)];
      await ledger.register.add({ kind: 'issue', key: 'a', body: { ngày: '2026-03-18' } }, NOW, content('một'));
      await ledger.register.add({ kind: 'done', key: 'b', body: 'x' }, NOW, content('hai'));
      await closeAll();
    };
    const blob = sha256('hai');

    it.each([
      ['nothing', 'SELECT 1', null],
      [
        'a body changed',
        "UPDATE register SET body = replace(body, '18', '17') WHERE no = 1",
        { no: 1, reason: 'hash' },
      ],
      ['a body that is no JSON', "UPDATE register SET body = '{' WHERE no = 2", { no: 2, reason: 'hash' }],
      [
        'a body with other spaces',
        `UPDATE register SET body = replace(body, ':', ': ') WHERE no = 1`,
        { no: 1, reason: 'columns' },
      ],
      ['a key changed', "UPDATE register SET key = 'c' WHERE no = 1", { no: 1, reason: 'hash' }],
      [
        'a time changed',
        "UPDATE register SET recorded_at = '2026-03-01T00:00:00.000Z' WHERE no = 2",
        { no: 2, reason: 'hash' },
      ],
      ['the last entry deleted', 'DELETE FROM register WHERE no = 2', { no: 2, reason: 'missing-tail' }],
      ['the first entry deleted', 'DELETE FROM register WHERE no = 1', { no: 1, reason: 'gap' }],
      ['all of them deleted', 'DELETE FROM register', { no: 1, reason: 'missing-tail' }],
      [
        'the last entry deleted with its mark',
        'DELETE FROM register WHERE no = 2; DELETE FROM mark WHERE no = 2',
        { no: 2, reason: 'missing-tail' },
      ],
      ['a link changed', "UPDATE register SET prev = 'x' WHERE no = 2", { no: 2, reason: 'prev' }],
      ['a mark deleted', 'DELETE FROM mark WHERE no = 2', { no: 2, reason: 'mark' }],
      ['a content deleted', `DELETE FROM blob WHERE hash = '${blob}'`, { no: 2, reason: 'blob', blob }],
      [
        'the last events deleted with their batch, after an entry was made',
        'DELETE FROM event WHERE seq > 3; DELETE FROM batch WHERE no = 2',
        { no: 1, reason: 'events' },
      ],
    ])('of the register, %s: verify names the first place', async (_, sql, broken) => {
      await work();
      await backend.tamper(url(), sql);
      expect((await (await opened()).verify()).register.broken).toEqual(broken);
    });

    it('of a content, a byte changed is named', async () => {
      await work();
      await backend.tamperBlob(url(), blob);
      const { broken } = (await (await opened()).verify()).register;
      expect(broken).toEqual({ no: 0, reason: 'blob', blob });
    });
  });
}
