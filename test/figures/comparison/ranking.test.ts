/** Guards the ranking of units: `comparison-ranking.csv` by hand; places are those a reader gets by counting. */

import fc from 'fast-check';
import { rankByRate, type Rated } from '../../../src/figures/comparison/ranking';
import { percentOf } from '../../../src/figures/percent';
import { readTable } from '../../fixtures/tables';
import { POLICY } from './fixture';

const rated = (unit: string, done: number, of: number): Rated => ({
  unit,
  rate: { done, of, percent: percentOf(done, of, POLICY) },
});

function ratesOf(cell: string): readonly Rated[] {
  return cell.split(', ').map((entry) => {
    const [, unit = '', done, of] = /^(\S+) (\d+)\/(\d+)$/.exec(entry) ?? [];
    return rated(unit, Number(done), Number(of));
  });
}

describe('comparison-ranking.csv', () => {
  it.each(readTable('comparison-ranking.csv').map((row) => [row['why'] ?? '', row] as const))('%s', (_, row) => {
    const places = [...rankByRate(ratesOf(row['rates'] ?? ''))].map(
      ([unit, { place, sharedBy }]) => `${unit} ${place}${sharedBy.length > 1 ? ` =${sharedBy.length}` : ''}`,
    );
    expect(places.join(', ')).toBe(row['places']);
  });
});

describe('rankByRate', () => {
  const units = fc
    .array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 12 })
    .map((list) => list.map(([a, b], i) => rated(`u${i}`, Math.min(a, b), Math.max(a, b))));

  it('a place is one more than the number of units with a greater share, and a tie shares it', () => {
    fc.assert(
      fc.property(units, (list) => {
        const places = rankByRate(list);
        const ranked = list.filter((u) => u.rate.of > 0);
        expect(places.size).toBe(ranked.length);
        for (const own of ranked) {
          const better = ranked.filter((u) => u.rate.done * own.rate.of > own.rate.done * u.rate.of).length;
          const equal = ranked.filter((u) => u.rate.done * own.rate.of === own.rate.done * u.rate.of);
          expect(places.get(own.unit)).toEqual({
            place: better + 1,
            of: ranked.length,
            sharedBy: equal.map((u) => u.unit),
          });
        }
      }),
    );
  });
});
