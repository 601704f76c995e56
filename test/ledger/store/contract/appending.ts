/** Positions without gaps, one fact once, batches whole or absent; and reading what was known at an instant. */

import { error, failed, ok } from '../../../../src/lib/diagnostic';
import type { LedgerStore } from '../../../../src/ledger/store/port';
import { figureFact, instant, narrativeFact } from '../../../fixtures/events';
import { eachWithLedger, event, NOW, text, value, type Backend } from './backend';

export function appendingHolds(backend: Backend): void {
  describe('a ledger appended to and read', () => {
    const { url, opened } = eachWithLedger(backend);
    describe('appending', () => {
      it('gives positions without gaps, a chain, and reads back what was told', async () => {
        const ledger = await opened();
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
        const ledger = await opened();
        expect(await ledger.append([], NOW)).toEqual({ appended: [], known: [] });
        expect(await backend.ask(url(), 'SELECT no FROM batch')).toEqual([]);
      });

      it('the same batch twice changes nothing, and says where each event already stands', async () => {
        const ledger = await opened();
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
        const ledger = await opened();
        await ledger.append([value(3), text('một')], NOW);
        const { appended, known } = await ledger.append([text('không'), value(3), text('hai')], NOW);
        expect(appended.map((e) => [e.seq, e.fact])).toEqual([
          [3, text('không').fact],
          [4, text('hai').fact],
        ]);
        expect(known).toEqual([{ index: 1, seq: 1 }]);
        expect((await ledger.verify()).broken).toBeNull();
      });

      it('piece by piece makes one batch, when the work ends well', async () => {
        const ledger = await opened();
        await ledger.append([value(3)], NOW);
        const answer = await ledger.intake(async (intake) => {
          const first = await intake.append([text('một'), value(3)], NOW);
          const second = await intake.append([text('hai'), text('một')], NOW);
          const end = second.appended.at(-1);
          if (end) await intake.close({ seq: end.seq, hash: end.hash }, NOW);
          return ok([first.appended.length, first.known, second.known]);
        });
        expect(answer.value).toEqual([1, [{ index: 1, seq: 1 }], [{ index: 1, seq: 2 }]]);
        expect(await ledger.verify()).toMatchObject({ events: 3, broken: null });
        expect(await backend.ask(url(), 'SELECT no, last_seq FROM batch ORDER BY no')).toHaveLength(2);
      });

      it('piece by piece leaves nothing, when the work finds a fault or breaks', async () => {
        const ledger = await opened();
        await ledger.append([value(3)], NOW);
        const before = await ledger.verify();
        const refused = await ledger.intake(async (intake) => {
          await intake.append([text('một')], NOW);
          return failed([error('BC2117', {})]);
        });
        expect(refused.diagnostics).toMatchObject([{ code: 'BC2117' }]);
        const broken = ledger.intake(async (intake) => {
          await intake.append([text('hai')], NOW);
          throw new Error('hỏng');
        });
        await expect(broken).rejects.toThrow('hỏng');
        expect(await ledger.verify()).toEqual(before);
      });

      it('the same line twice in one batch is one fact', async () => {
        const { appended, known } = await (await opened()).append([value(3), text('một'), value(3)], NOW);
        expect([appended.length, known]).toEqual([2, [{ index: 2, seq: 1 }]]);
      });

      it('back to an old figure needs a recording time of its own, else it is the old telling', async () => {
        const ledger = await opened();
        for (const n of [3, 4, 3]) await ledger.append([value(n)], NOW);
        expect((await ledger.read({})).map((e) => e.fact.kind === 'figure' && e.fact.value)).toEqual([3, 4]);
        const statedAt = instant('2026-03-17T08:00:00+07:00');
        const told = { ...value(3), statedAt };
        expect((await ledger.append([told], NOW)).appended).toMatchObject([{ seq: 3, recordedAt: statedAt }]);
        expect((await ledger.append([told], NOW)).known).toEqual([{ index: 0, seq: 3 }]);
      });

      it('an event that cannot be written takes its whole batch with it', async () => {
        const ledger = await opened();
        await ledger.append([text('một')], NOW);
        const broken = event(figureFact('so-mau-01', 'cong', Number.NaN));
        await expect(ledger.append([text('hai'), value(4), broken, text('ba')], NOW)).rejects.toThrow(
          'not a JSON number',
        );
        expect((await ledger.read({})).map((e) => e.seq)).toEqual([1]);
        expect((await ledger.append([text('hai')], NOW)).appended).toMatchObject([{ seq: 2 }]);
        expect((await ledger.verify()).broken).toBeNull();
      });

      it('hostile texts come back as they were', async () => {
        const words = ["'); DROP TABLE event; --", '=1+1', '{"kind":"task"}', '𝔘 ệ 😀', ''];
        const ledger = await opened();
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
        (await (await opened()).read(query)).map((e) => e.seq);

      beforeEach(async () => {
        const ledger = await opened();
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
  });
}
