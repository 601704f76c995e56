/**
 * Guards the one place where a percentage is made: `percent.csv` by hand, and the arithmetic done again in whole
 * numbers. What is printed side by side adds up to 100, and comparisons never go through the rounded figure.
 */

import fc from 'fast-check';
import { compareRatios, compareShare, percentOf, sharesOf, sumExact } from '../../src/figures/percent';
import { numberIn, readTable } from '../fixtures/tables';

const policy = (decimals: number): Parameters<typeof percentOf>[2] => ({ decimals, rounding: 'half-up' });
const TWO = policy(2);
const decimals = fc.integer({ min: 0, max: 4 });

describe('percentOf', () => {
  it.each(readTable('percent.csv').map((row) => [row['why'] ?? '', row] as const))('percent.csv: %s', (_, row) => {
    const [part, whole, places] = ['part', 'whole', 'decimals'].map((column) => numberIn(row[column]) as number);
    expect(percentOf(part as number, whole as number, policy(places as number))).toBe(numberIn(row['percent']));
  });

  it('is the exact quotient rounded half up, done again in whole numbers', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 30), fc.integer({ min: 1, max: 2 ** 30 }), decimals, (part, whole, places) => {
        const unit = 10n ** BigInt(places);
        const scaled = BigInt(Math.round((percentOf(part, whole, policy(places)) as number) * Number(unit)));
        const exact = BigInt(part) * 100n * unit;
        const remainder = exact - scaled * BigInt(whole);
        expect(2n * remainder < BigInt(whole)).toBe(true);
        expect(2n * remainder >= -BigInt(whole)).toBe(true);
      }),
    );
  });

  it('depends on the ratio alone', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 1000 }), (p, w, k) => {
        expect(percentOf(p * k, w * k, TWO)).toBe(percentOf(p, w, TWO));
      }),
    );
  });

  it('never falls when the part grows', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), fc.nat(50), (p, w, more) => {
        expect(percentOf(p + more, w, TWO) as number).toBeGreaterThanOrEqual(percentOf(p, w, TWO) as number);
      }),
    );
  });

  it('a share of something negative, or of what is no number, is a bug and says so', () => {
    expect(() => percentOf(-1, 2, TWO)).toThrow(RangeError);
    expect(() => percentOf(1, -2, TWO)).toThrow(RangeError);
    expect(() => percentOf(Number.NaN, 2, TWO)).toThrow(RangeError);
    expect(() => percentOf(1, Number.POSITIVE_INFINITY, TWO)).toThrow(RangeError);
  });
});

describe('sharesOf', () => {
  it.each([
    [[1, 1, 1], 2, [33.34, 33.33, 33.33], 'three equal parts: the odd hundredth goes to the first'],
    [[16051, 223], 2, [98.63, 1.37], 'the report of 2017'],
    [[1, 1, 1, 1, 1, 1], 0, [17, 17, 17, 17, 16, 16], 'six parts of a hundred'],
    [[0, 5, 0], 2, [0, 100, 0], 'one part is all'],
    [[2, 1], 0, [67, 33], 'the larger remainder is rounded up'],
    [[1, 1999], 2, [0.05, 99.95], 'nothing left to give'],
    [[0.1, 0.2], 2, [33.33, 66.67], 'decimals'],
  ])('of %j with %i decimals are %j: %s', (parts, places, shares) => {
    expect(sharesOf(parts, policy(places))).toEqual(shares);
  });

  it('of nothing are none', () => {
    expect(sharesOf([], TWO)).toBeNull();
    expect(sharesOf([0, 0], TWO)).toBeNull();
  });

  it('add up to exactly 100, each within the last decimal of its own percentage, none below zero', () => {
    const parts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, decimals, (of, places) => {
        const shares = sharesOf(of, policy(places));
        const whole = of.reduce((a, b) => a + b, 0);
        if (whole === 0) return expect(shares).toBeNull();
        expect(sumExact(shares ?? [])).toBe(100);
        for (const [i, share] of (shares ?? []).entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          const exact = ((of[i] as number) * 100) / whole;
          expect(Math.abs(share - exact)).toBeLessThan(1.000_001 / 10 ** places);
          if (of[i] === 0) expect(share).toBe(0);
        }
      }),
    );
  });
});

describe('comparisons', () => {
  it.each([
    [24499, 25000, 98, -1, '97,996% prints as 98,00% and is less than 98%'],
    [24500, 25000, 98, 0, '98% exactly'],
    [24501, 25000, 98, 1, '98,004%'],
    [1, 3, 33.33, 1, 'a third is more than 33,33%'],
    [1, 3, 33.333_333, 1, 'a third is more than any decimal of it'],
    [1, 3, 33.333_334, -1, 'and less than the next'],
    [3, 2, 100, 1, 'more than all'],
    [0, 7, 0, 0, 'nothing is 0%'],
  ])('%d of %d against %d%%: %d (%s)', (part, whole, target, order) => {
    expect(compareShare(part, whole, target)).toBe(order);
  });

  it('two ratios that print the same are told apart', () => {
    expect(compareRatios([24499, 25000], [49000, 50000])).toBe(-1);
    expect(compareRatios([2, 3], [4, 6])).toBe(0);
    expect(compareRatios([1, 2], [1, 3])).toBe(1);
  });
});

describe('sumExact', () => {
  it('adds decimals as on paper', () => {
    expect(sumExact([])).toBe(0);
    expect(sumExact([0.1, 0.2])).toBe(0.3);
    expect(sumExact([0.1, 0.2, -0.3])).toBe(0);
    expect(sumExact([-0.5, 0.25])).toBe(-0.25);
    expect(sumExact([1.005, 0.000_001])).toBe(1.005_001);
  });

  it('adds large sums of money to the last đồng', () => {
    expect(sumExact([1_000_000_000_000, 1])).toBe(1_000_000_000_001);
    const large = fc.array(fc.integer({ min: 0, max: 10 ** 13 }), { maxLength: 168 });
    fc.assert(fc.property(large, (values) => expect(sumExact(values)).toBe(values.reduce((a, b) => a + b, 0))));
  });

  it('does not depend on the order', () => {
    const values = fc.array(
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((n) => n / 10 ** 6),
      { maxLength: 20 },
    );
    fc.assert(fc.property(values, (of) => expect(sumExact([...of].reverse())).toBe(sumExact(of))));
  });
});
