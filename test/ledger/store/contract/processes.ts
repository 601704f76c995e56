/** Two writers keep one chain; a process that is killed leaves whole batches, and all that it had acknowledged. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { APPENDER, eachWithLedger, fill, NOW, text, type Backend } from './backend';

export function processesShare(backend: Backend): void {
  describe('several processes', () => {
    const { url, opened, closeAll } = eachWithLedger(backend);
    const filled = async (): Promise<void> => fill(await opened());

    it('two that append at the same time keep one chain, each batch in one piece', async () => {
      const children = ['a', 'b'].map((who) => spawn(process.execPath, [APPENDER, 'many', url(), who, '60', '3']));
      const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
      expect(codes).toEqual([0, 0]);
      const ledger = await opened();
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
      const [one, two] = [await opened(), await opened()];
      await one.append([text('một')], NOW);
      expect((await two.append([text('hai')], NOW)).appended).toMatchObject([{ seq: 2 }]);
      expect((await two.append([text('một')], NOW)).known).toEqual([{ index: 0, seq: 1 }]);
      expect(await one.head()).toEqual(await two.head());
    });

    it('several that open a new file at the same time make one ledger', async () => {
      const children = ['a', 'b', 'c', 'd'].map((who) =>
        spawn(process.execPath, [APPENDER, 'many', url(), who, '1', '1']),
      );
      const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
      expect(codes).toEqual([0, 0, 0, 0]);
      expect(await (await opened()).verify()).toMatchObject({ events: 4, broken: null });
    });

    it('one that is killed in the middle of a batch leaves nothing of it, and the ledger goes on', async () => {
      await filled();
      const killed = spawnSync(process.execPath, [APPENDER, 'die', url(), 'x', '2100']);
      expect(killed.signal).toBe('SIGKILL');
      const ledger = await opened();
      expect(await ledger.verify()).toMatchObject({ events: 6, broken: null });
      expect(await ledger.append([text('tiếp')], NOW)).toMatchObject({ appended: [{ seq: 7 }] });
      expect((await ledger.verify()).broken).toBeNull();
    });

    it('one that is killed at any moment leaves only whole batches, and all that it had acknowledged', async () => {
      const size = 40;
      let before = 0;
      for (const [round, acknowledged] of [1, 3, 6].entries()) {
        const child = spawn(process.execPath, [APPENDER, 'many', url(), `vòng-${round}`, '100000', String(size)]);
        let said = '';
        for await (const chunk of child.stdout) {
          said += String(chunk);
          if (said.split('\n').length > acknowledged) break;
        }
        child.kill('SIGKILL');
        await once(child, 'close');
        const acks = said.split('\n').filter((line) => line !== '').length;
        const ledger = await opened();
        const { events, broken } = await ledger.verify();
        expect(broken).toBeNull();
        expect((events - before) % size).toBe(0);
        expect(events - before).toBeGreaterThanOrEqual(acks * size);
        before = events;
        await closeAll();
      }
    });
  });
}
