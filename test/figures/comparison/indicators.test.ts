/**
 * Guards which indicators are set beside which: by hand in `comparison-indicators.csv`, with merged bodies as the sum
 * of those they come from. What cannot be compared says why and shows no number.
 */

import fc from 'fast-check';
import {
  compareIndicators,
  type IndicatorChange,
  type IndicatorSide,
} from '../../../src/figures/comparison/indicators';
import { WHY_NOT } from '../../../src/figures/comparison/why-not';
import type { Indicator, IndicatorsFile } from '../../../src/figures/schema';
import { indicatorsFile } from '../../fixtures/city';
import { numberIn, oneOf, readTable } from '../../fixtures/tables';
import { figure, periodOf, POLICY } from './fixture';

const TYPES = ['count', 'ratio', 'bool', 'enum'] as const;
const TIMES = ['flow', 'cumulative', 'stock', 'since'] as const;

function listOf(type: Indicator['type'], time: Indicator['time'], more: Partial<Indicator> = {}): IndicatorsFile {
  const file = indicatorsFile();
  const base = file.indicators[0] as Indicator;
  const rollUp = type === 'ratio' ? 'ratio-of-sums' : type === 'count' ? 'sum' : 'max';
  return { ...file, indicators: [{ ...base, code: 'mau', unit: 'mẫu', type, time, rollUp, derived: null, ...more }] };
}

/** `told`: one figure, or several with " + " of bodies that were merged. */
function side(file: IndicatorsFile, period: string, told: string): IndicatorSide {
  const results = told.split(' + ').map((text) => new Map([['mau', figure(text)]]));
  return { period: periodOf(period), file, policy: POLICY, results };
}

function only(changes: readonly IndicatorChange[]): IndicatorChange {
  const [change, ...others] = changes;
  if (!change || others.length > 0) throw new Error('one indicator was expected');
  return change;
}

describe('comparison-indicators.csv', () => {
  const table = readTable('comparison-indicators.csv');

  it.each(table.map((row) => [row['why'] ?? '', row] as const))('%s', (_, row) => {
    const file = listOf(oneOf(TYPES, row['type']), oneOf(TIMES, row['time']));
    const now = side(file, row['now'] ?? '', row['nowTold'] ?? '');
    const change = only(compareIndicators(now, side(file, row['then'] ?? '', row['thenTold'] ?? ''), null));
    expect({ ...change, now: undefined, then: undefined }).toEqual({
      code: 'mau',
      basis: row['basis'] || null,
      difference: numberIn(row['difference'] === '' ? undefined : row['difference']),
      relative: numberIn(row['relative'] === '' ? undefined : row['relative']),
      sign: numberIn(row['sign'] === '' ? undefined : row['sign']),
      partial: row['partial'] === 'có',
      whyNot: row['whyNot'] === '' ? null : oneOf(WHY_NOT, row['whyNot']),
    });
  });
});

describe('an indicator is compared with itself only', () => {
  const now = side(listOf('count', 'stock'), '2026-Q1', '5');
  const against = (file: IndicatorsFile): IndicatorChange =>
    only(compareIndicators(now, side(file, '2025-Y', '4'), null));

  it('one that the earlier list did not ask for is not', () => {
    expect(against({ ...listOf('count', 'stock'), indicators: [] }).whyNot).toBe('not-asked');
    expect(against(listOf('count', 'stock', { code: 'khac' })).whyNot).toBe('not-asked');
  });

  it('one that ended before the earlier cut-off is not', () => {
    const ended = listOf('count', 'stock', { to: periodOf('2025-Q1').window.to });
    expect(against(ended).whyNot).toBe('not-asked');
  });

  it.each([{ unit: 'khác' }, { time: 'flow' as const }, { rollUp: 'owner' as const }])(
    'one that was counted in another way is not: %p',
    (more) => expect(against(listOf('count', 'stock', more)).whyNot).toBe('definition-changed'),
  );

  it('and not at all where the body has nothing of then', () => {
    const change = only(compareIndicators(now, side(listOf('count', 'stock'), '2025-Y', '4'), 'divided'));
    expect(change).toMatchObject({ whyNot: 'divided', then: null, difference: null });
  });
});

describe('arithmetic of a comparison', () => {
  const amount = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => n / 1000);
  const level = listOf('count', 'stock');
  const changeOf = (now: number, then: readonly number[]): IndicatorChange => {
    const text = (n: number): string => String(n).replace('.', ',');
    const sides = [side(level, '2026-Q1', text(now)), side(level, '2025-Y', then.map(text).join(' + '))] as const;
    return only(compareIndicators(...sides, null));
  };

  it('the difference added to the earlier value is the later one, and its sign is the order of the two', () => {
    fc.assert(
      fc.property(amount, amount, (now, then) => {
        const { difference, sign } = changeOf(now, [then]);
        expect(Math.round((then + (difference as number)) * 1000)).toBe(Math.round(now * 1000));
        expect(sign).toBe(Math.sign(now - then));
      }),
    );
  });

  it('a merged body is compared with the sum, in whatever order its parts come', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 2, maxLength: 5 }), (now, parts) => {
        const there = changeOf(now, parts);
        expect(there.then?.value).toBeCloseTo(
          parts.reduce((a, b) => a + b, 0),
          3,
        );
        expect(changeOf(now, [...parts].reverse()).difference).toBe(there.difference);
      }),
    );
  });
});
