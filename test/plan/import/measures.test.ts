/**
 * Targets read into measures: a table of how offices write them, and the two plans that state targets. A measure is
 * written "comparator value unit"; `không` is one without a figure.
 */

import fc from 'fast-check';
import { measuresOf } from '../../../src/plan/import/measures';
import type { Measure } from '../../../src/plan/schema';
import { readTable } from '../../fixtures/tables';
import { readPlan } from '../../support/data';

const written = ({ comparator, value, unit }: Measure): string =>
  [comparator, value, unit].filter((part) => part !== null).join(' ') || 'không';

test.each(readTable('measures.csv'))('"$text" asks for $measures', ({ text, measures, scopes }) => {
  const found = measuresOf(text ?? '', '1');
  expect(found.map(written).join(' / ')).toBe(measures);
  expect(found.map((m) => m.scope).join(' / ')).toBe(scopes);
});

test('codes are the target’s with a letter each', () => {
  const codes = measuresOf('tối thiểu 70%, 60%, 55%', '3.8').map((m) => m.code);
  expect(codes).toEqual(['3.8a', '3.8b', '3.8c']);
});

test('the 38 targets of Hà Nội 2026 are read as the people read them: same comparators, values and units', () => {
  const { targets } = readPlan('hanoi-cchc-2026');
  expect(targets).toHaveLength(38);
  for (const { code, text, measures } of targets) {
    expect([code, measuresOf(text, code).map(written)]).toEqual([code, measures.map(written)]);
  }
});

test('the 21 leaf targets of TP.HCM 2024', () => {
  const { targets } = readPlan('hcmc-cchc-2024');
  expect(Object.fromEntries(targets.map((t) => [t.code, t.measures.map(written).join(' / ')]))).toEqual({
    '1': 'increase / <= 15 hạng',
    '2': '>= 40 % / >= 20 % / >= 10 %',
    '3.1': '>= 98 % / >= 95 %',
    '3.2': '< 2 %',
    '3.3': '= 100 % / >= 98 %',
    '3.4': '= 100 %',
    '3.5': '= 100 %',
    '3.6': '= 100 %',
    '3.7': '= 100 %',
    '4.1': '>= 95 %',
    '4.2': '>= 95 % / > 90 %',
    '5': '= 100 %',
    '6': '= 100 %',
    '7': '>= 70 % / >= 60 % / >= 55 %',
    '8': '>= 95 %',
    '9': '= 100 % / = 100 %',
    '10.1': '= 100 %',
    '10.2': '= 100 %',
    '10.3': '= 100 %',
    '10.4': '= 100 %',
    '10.5': '= 100 %',
  });
});

test('any text gives at least one measure, and a figure always has its comparator and unit', () => {
  const piece = fc.constantFrom(
    '100%',
    'tối thiểu',
    '20 cuộc',
    'dưới',
    '2,5%',
    ';',
    ', ',
    '. ',
    'giảm',
    'so với',
    'riêng',
    'hồ sơ',
    '70%, 60%',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 14 }), (pieces) => {
      const measures = measuresOf(pieces.join(' '), 'x');
      expect(measures.length).toBeGreaterThan(0);
      for (const { comparator, value, unit } of measures) {
        if (value !== null)
          expect([Number.isFinite(value), comparator !== null, unit !== null]).toEqual([true, true, true]);
      }
    }),
  );
});
