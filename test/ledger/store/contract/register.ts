/** The register: entered once, chained, whole with its blobs; one worker of a name at a time, none after its death. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { GENESIS } from '../../../../src/ledger/events';
import type { LedgerStore } from '../../../../src/ledger/store/port';
import { entryHash } from '../../../../src/ledger/store/register';
import { sha256 } from '../../../../src/lib/canonical-json';
import { instant } from '../../../fixtures/events';
import { APPENDER, eachWithLedger, type Backend } from './backend';

const AT = instant('2026-03-18T08:00:00+07:00');
const bytes = new TextEncoder().encode('nội dung mẫu');

/** A server notices a vanished client a moment after it is gone: asked again until it has, for half a minute. */
async function onceFree<T>(ledger: LedgerStore, name: string, work: () => Promise<T>): Promise<unknown> {
  for (let tries = 0; tries < 300; tries += 1) {
    const held = await ledger.exclusively(name, work);
    if (held) return held;
    await setTimeout(100);
  }
  return undefined;
}

export function registerHolds(backend: Backend): void {
  describe('the register', () => {
    const { url, opened } = eachWithLedger(backend);
    it('enters a thing once, links it to the one before and keeps its contents', async () => {
      const ledger = await opened();
      const first = await ledger.register.add({ kind: 'issue', key: 'a/1', body: { số: 1 } }, AT, [bytes, bytes]);
      const again = await ledger.register.add({ kind: 'issue', key: 'a/1', body: { số: 2 } }, AT);
      const second = await ledger.register.add({ kind: 'done', key: 'a/1', body: null }, AT);
      expect(first.known).toBe(false);
      expect(again).toEqual({ entry: first.entry, known: true });
      expect([first.entry.prev, second.entry.prev]).toEqual([GENESIS, first.entry.hash]);
      const { hash, ...rest } = second.entry;
      expect(entryHash(rest)).toBe(hash);
      expect(await ledger.register.list('issue')).toEqual([first.entry]);
      expect(await ledger.register.find('done', 'a/1')).toEqual(second.entry);
      expect(await ledger.register.find('failed', 'a/1')).toBeUndefined();
      expect(await ledger.register.blob(sha256(bytes))).toEqual(bytes);
      expect(await ledger.register.blob(GENESIS)).toBeUndefined();
    });

    it('lets one worker of a name work, also against another process, and none after it was killed', async () => {
      const ledger = await opened();
      const inner = await ledger.exclusively('viec', async () => ledger.exclusively('viec', async () => 1));
      expect(inner).toEqual({ value: undefined });
      expect(await ledger.exclusively('viec', async () => 2)).toEqual({ value: 2 });
      const other = spawn(process.execPath, [APPENDER, 'hold', url(), 'viec'], { stdio: 'pipe' });
      await once(other.stdout, 'data');
      expect(await ledger.exclusively('viec', async () => 3)).toBeUndefined();
      expect(await ledger.exclusively('khac', async () => 4)).toEqual({ value: 4 });
      other.kill('SIGKILL');
      await once(other, 'exit');
      expect(await onceFree(ledger, 'viec', async () => 5)).toEqual({ value: 5 });
    });

    it('lets go when the work fails', async () => {
      const ledger = await opened();
      await expect(
        ledger.exclusively('viec', async () => {
          throw new Error('hỏng');
        }),
      ).rejects.toThrow('hỏng');
      expect(await ledger.exclusively('viec', async () => 1)).toEqual({ value: 1 });
    });
  });
}
