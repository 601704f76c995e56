/** Wrong letters are counted up to a bound that a short name does not have. */

import fc from 'fast-check';
import { boundFor, distance } from '../../../src/units/recognise/near';

test.each([
  ['soyte', 0],
  ['soxaydung', 1],
  ['thanhtrathanhpho', 2],
])('%s may have %i wrong letters', (key, bound) => {
  expect(boundFor(key.length)).toBe(bound);
});

test.each([
  ['sonoivu', 'sonoivu', 0],
  ['sonoivu', 'sonoiva', 1],
  ['sonoivu', 'sonoiuv', 1],
  ['sonoivu', 'sonoi', 2],
  ['sonoivu', 'sotuphap', 3],
])('%s and %s are %i apart, counted to two', (a, b, far) => {
  expect(distance(a, b, 2)).toBe(far);
});

test('distance is the same from both sides and never above the bound and one', () => {
  const key = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(key, key, fc.integer({ min: 0, max: 3 }), (a, b, bound) => {
      const far = distance(a, b, bound);
      expect(far).toBe(distance(b, a, bound));
      expect(far).toBeLessThanOrEqual(bound + 1);
      expect(far === 0).toBe(a === b);
    }),
  );
});
