/** A ledger moved: the same lines come out again, whole or not at all, and only where they continue what stands. */

import type { LedgerStore } from '../../../../src/ledger/store/port';
import { takeLines } from '../../../../src/ledger/store/transfer';
import { transferLines } from '../../../../src/ledger/store/transfer-lines';
import { instant } from '../../../fixtures/events';
import { eachWithLedger, event, fill, NOW, text, value, type Backend } from './backend';

const AT = instant('2026-04-01T08:00:00+07:00');

/** The ledger as text, as `ledger export` prints it. */
export async function exported(ledger: LedgerStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of transferLines(ledger, {})) lines.push(JSON.stringify(line));
  return lines;
}

export const received = (ledger: LedgerStore, lines: readonly string[]): ReturnType<typeof takeLines> =>
  ledger.intake((intake) =>
    takeLines(
      (async function* () {
        for (const [index, line] of lines.entries()) yield { text: line, where: { line: index + 1 } };
      })(),
      intake,
      AT,
    ),
  );

/** Events told now and earlier, sample ones, entries with contents that some of them share. */
export async function filledWithWork(ledger: LedgerStore): Promise<void> {
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
  await fill(ledger);
  await ledger.register.add({ kind: 'issue', key: 'a/1', body: { số: 1 } }, NOW, [bytes('một'), bytes('hai')]);
  await ledger.append([{ ...value(3), statedAt: NOW }, event(text('mẫu').fact, { sample: true })], AT);
  await ledger.register.add({ kind: 'done', key: 'a/1', body: null }, AT, [bytes('hai')]);
}

export function transferHolds(name: string, backend: Backend, other: Backend = backend): void {
  describe(`a ledger moved: ${name}`, () => {
    const { opened } = eachWithLedger(backend);
    const target = eachWithLedger(other);
    let lines: readonly string[];
    beforeEach(async () => {
      const source = await opened();
      await filledWithWork(source);
      lines = await exported(source);
    });

    it('gives the same lines again, its chains whole', async () => {
      expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual([
        ...Array<string>(8).fill('seq'),
        'blob',
        'blob',
        'entry',
        'entry',
      ]);
      const there = await target.opened();
      const { value: taken } = await received(there, lines);
      expect(taken?.imported).toEqual({ events: 8, entries: 2, blobs: 2 });
      expect(taken?.head).toEqual(await there.head());
      expect(await exported(there)).toEqual(lines);
      expect(await there.verify()).toMatchObject({ events: 8, broken: null, register: { entries: 2, broken: null } });
    });

    it('taken again changes nothing; what was added since is taken alone', async () => {
      const there = await target.opened();
      await received(there, lines);
      expect((await received(there, lines)).value).toMatchObject({
        imported: { events: 0, entries: 0, blobs: 0 },
        known: { events: 8, entries: 2, blobs: 2 },
      });
      const source = await opened();
      await source.append([text('thêm')], AT);
      const more = await exported(source);
      expect((await received(there, more.slice(6))).value?.imported).toEqual({ events: 1, entries: 0, blobs: 0 });
      expect(await exported(there)).toEqual(more);
      expect((await there.append([text('tiếp')], AT)).appended).toMatchObject([{ seq: 10 }]);
      expect((await there.verify()).broken).toBeNull();
    });

    const changed = (index: number, from: string | RegExp, to: string): readonly string[] =>
      lines.map((line, i) => (i === index ? line.replace(from, to) : line));
    it.each<[string, () => readonly string[], string, number]>([
      ['a line changed', () => changed(4, '"hai"', '"hoi"'), 'BC2141', 5],
      ['a recording time changed', () => changed(4, '2026-03-15', '2026-03-14'), 'BC2141', 5],
      ['a content changed', () => changed(8, /"base64":"./, '"base64":"A'), 'BC2141', 9],
      ['an entry changed', () => changed(11, 'a/1', 'a/2'), 'BC2141', 12],
      ['a line left out', () => lines.filter((_, i) => i !== 3), 'BC2140', 4],
      ['an entry left out', () => lines.filter((_, i) => i !== 10), 'BC2140', 11],
      ['a line that is no JSON', () => changed(5, /^./, ''), 'BC1003', 6],
      ['a line of another shape', () => changed(5, '"seq"', '"sec"'), 'BC1001', 6],
    ])('%s: refused with its line, and nothing is written', async (_, told, code, line) => {
      const there = await target.opened();
      const { value: taken, diagnostics } = await received(there, told());
      expect(taken).toBeUndefined();
      expect(diagnostics[0]).toMatchObject({ code, where: { line } });
      expect(await exported(there)).toEqual([]);
      expect(await there.verify()).toMatchObject({ events: 0, broken: null, register: { blobs: 0 } });
    });

    it('into a ledger that has gone its own way: refused at the first place', async () => {
      const there = await target.opened();
      await there.append([text('khác')], NOW);
      const before = await exported(there);
      expect((await received(there, lines)).diagnostics).toMatchObject([{ code: 'BC2142', params: { position: 1 } }]);
      expect(await exported(there)).toEqual(before);
    });

    it('work that fails on the way leaves nothing, and the ledger goes on', async () => {
      const there = await target.opened();
      const broken = there.intake(async (intake) => {
        await takeLines(
          (async function* () {
            for (const line of lines) yield { text: line, where: {} };
          })(),
          intake,
          AT,
        );
        throw new Error('đứt');
      });
      await expect(broken).rejects.toThrow('đứt');
      expect(await exported(there)).toEqual([]);
      expect((await there.append([text('tiếp')], AT)).appended).toMatchObject([{ seq: 1 }]);
    });
  });
}
