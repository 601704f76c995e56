/**
 * Guards how the city's figure is made of its units': every roll-up kind and derivation by the hand-computed table
 * `roll-up-figures.csv`, one unit's own view, and when a target counts as met.
 */

import fc from 'fast-check';
import type { Evaluation } from '../../src/figures/evaluation';
import { MISSING, ratioResult, rollUp, type FigureEvent, type FigureResult } from '../../src/figures/figures';
import { answerersOf, isMet } from '../../src/figures/indicators';
import { percentOf } from '../../src/figures/percent';
import type { Fact } from '../../src/ledger/events';
import type { Comparator } from '../../src/plan/schema';
import { COMMUNES, DEPARTMENTS, indicatorsFile, MERGED, period, plan, registry } from '../fixtures/city';
import { evaluated } from '../fixtures/evaluation';
import { figureFact, instant, ledgerOf } from '../fixtures/events';
import { numberIn, readTable } from '../fixtures/tables';

const ANSWERS = ['nothing-arose', 'not-applicable', 'withdrawn'] as const;
const POLICY = { decimals: 2, rounding: 'half-up' } as const;

const figureOf = (evaluation: Evaluation, code: string): FigureResult => {
  const found = evaluation.indicators.get(code) ?? evaluation.targets.find((t) => t.measure.code === code)?.figure;
  if (!found) throw new Error(`no indicator ${code}`);
  return found;
};

/** "so-mau-01 3", "xa-mau-01 1/2", "xa-mau-01 nothing-arose". */
function told(unit: string, code: string, text: string): Fact {
  const answer = ANSWERS.find((a) => a === text);
  if (answer) return figureFact(unit, code, answer);
  const [top, bottom] = text.split('/').map((cell) => numberIn(cell) as number);
  return figureFact(unit, code, bottom === undefined ? (top as number) : [top as number, bottom]);
}

/** What a row tells; for derived indicators of the reported one under them, and after "&" of others by name. */
function factsOfRow(indicator: string, cell: string): readonly Fact[] {
  const under: Record<string, string> = { 'tong-cong': 'cong', 'ty-trong': 'cong', 'cong-cua-cong': 'cong' };
  return cell
    .split(' / ')
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const [first = '', ...others] = entry.split(' & ');
      const [unit = '', text = ''] = first.split(' ');
      const more = others.map((other) => other.split(' ') as [string, string]);
      return [told(unit, under[indicator] ?? indicator, text), ...more.map(([code, value]) => told(unit, code, value))];
    });
}

describe('roll-up-figures.csv', () => {
  const table = readTable('roll-up-figures.csv');

  it.each(table.map((row) => [row['indicator'] ?? '', row['why'] ?? '', row] as const))('%s: %s', (code, _, row) => {
    const { answer, value, numerator, denominator, reported, of } = figureOf(
      evaluated(ledgerOf(factsOfRow(code, row['told'] ?? ''))),
      code,
    );
    expect({ answer, value, numerator, denominator, reported, of }).toEqual({
      answer: row['answer'],
      value: numberIn(row['value']),
      numerator: numberIn(row['numerator']),
      denominator: numberIn(row['denominator']),
      reported: numberIn(row['reported']),
      of: numberIn(row['of']),
    });
  });

  it('has a row for every indicator of the sample form that is not counted by the ledger itself', () => {
    const codes = indicatorsFile().indicators.filter((i) => i.derived === null || 'formula' in i.derived);
    const fromLedger = ['ty-le-xong'];
    expect(new Set([...table.map((row) => row['indicator']), ...fromLedger])).toEqual(
      new Set(codes.map((i) => i.code)),
    );
  });
});

describe('roll-up', () => {
  const units = [...DEPARTMENTS, ...COMMUNES];
  const amount = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => n / 1000);
  const telling = fc.dictionary(fc.constantFrom(...units), amount, { noNullPrototype: true });

  it('a sum is the sum of its units’ own views, and stands on as many units', () => {
    fc.assert(
      fc.property(telling, (values) => {
        const events = ledgerOf(Object.entries(values).map(([unit, value]) => figureFact(unit, 'cong', value)));
        const city = figureOf(evaluated(events), 'cong');
        const own = units.map((unit) => figureOf(evaluated(events, { unit }), 'cong'));
        const thousandths = own.reduce((sum, f) => sum + Math.round((f.value ?? 0) * 1000), 0);
        expect(Math.round((city.value ?? 0) * 1000)).toBe(thousandths);
        expect(city.reported).toBe(own.reduce((sum, f) => sum + f.reported, 0));
        expect(city.of).toBe(own.reduce((sum, f) => sum + f.of, 0));
      }),
      { numRuns: 40 },
    );
  });

  it('a ratio of sums lies between its units’ ratios, and is the percentage of the sums', () => {
    const parts = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: units.length }), (ratios) => {
        const facts = ratios.map((parts_, i) => figureFact(units[i] as string, 'ty-le', parts_));
        const city = figureOf(evaluated(ledgerOf(facts)), 'ty-le');
        const [top, bottom] = [0, 1].map((at) => ratios.reduce((sum, r) => sum + (r[at] as number), 0)) as [
          number,
          number,
        ];
        expect([city.numerator, city.denominator, city.value]).toEqual([top, bottom, percentOf(top, bottom, POLICY)]);
        const own = ratios.map(([t, b]) => percentOf(t, b, POLICY) as number);
        expect(city.value as number).toBeGreaterThanOrEqual(Math.min(...own));
        expect(city.value as number).toBeLessThanOrEqual(Math.max(...own));
      }),
      { numRuns: 60 },
    );
  });

  it('a ratio is added as a ratio, whatever roll-up kind it declares', () => {
    const given = ledgerOf([figureFact('so-mau-01', 'x', [1, 2]), figureFact('so-mau-02', 'x', [9, 10])]);
    for (const kind of ['owner', 'sum', 'latest'] as const) {
      const indicator = { code: 'x', type: 'ratio', rollUp: kind } as const;
      expect(rollUp(indicator, ['so-mau-01', 'so-mau-02'], given as readonly FigureEvent[], POLICY).value).toBe(83.33);
    }
  });

  it('the last telling counts by its recording time, not by its place in the ledger', () => {
    const [early, late] = [instant('2026-03-16'), instant('2026-03-20')];
    const events = ledgerOf([
      { fact: figureFact('so-mau-01', 'cong', 5), at: late },
      { fact: figureFact('so-mau-01', 'cong', 3), at: early },
    ]);
    expect(figureOf(evaluated(events), 'cong').value).toBe(5);
    expect(figureOf(evaluated(events, { asOf: early }), 'cong').value).toBe(3);
  });

  it('a figure of another period or plan is not this one’s', () => {
    const facts = [
      figureFact('so-mau-01', 'cong', 5, '2026-H1'),
      { ...figureFact('so-mau-01', 'cong', 7), plan: 'ke-hoach-khac' },
    ];
    expect(figureOf(evaluated(ledgerOf(facts)), 'cong').answer).toBe('missing');
    expect(figureOf(evaluated(ledgerOf(facts), { period: '2026-H1' }), 'cong').value).toBe(5);
  });

  it('the events it stands on are those that it counts', () => {
    const facts = [
      figureFact('so-mau-01', 'cong', 3),
      figureFact('so-mau-01', 'cong', 4),
      figureFact('xa-mau-01', 'cong', 'withdrawn'),
      figureFact('xa-mau-02', 'cong', 'nothing-arose'),
    ];
    expect(figureOf(evaluated(ledgerOf(facts)), 'cong').events.map((e) => e.seq)).toEqual([2, 4]);
  });

  it('after a merger the new unit is asked in place of the old', () => {
    const file = indicatorsFile();
    const indicator = file.indicators.find((i) => i.code === 'cong-xa');
    if (!indicator) throw new Error('no such indicator');
    expect(answerersOf(indicator, file, registry(), period('2026-H1').window.to)).toEqual([...COMMUNES]);
    expect(answerersOf(indicator, file, registry(), period('2026-Q3').window.to)).toEqual([
      'xa-mau-01',
      'xa-mau-02',
      MERGED,
    ]);
  });

  it('a role is answered by the body that holds it, a body named twice is asked once', () => {
    const file = indicatorsFile();
    const twice = {
      ...(file.indicators[3] as (typeof file.indicators)[number]),
      answeredBy: ['dau-moi', 'so-ban-nganh'],
    };
    expect(answerersOf(twice, file, registry(), period('2026-Q1').window.to)).toEqual([...DEPARTMENTS]);
  });
});

describe('derived figures', () => {
  it('a percentage of the work done is that of the counts printed beside it', () => {
    const evaluation = evaluated([]);
    const [total, done, rate] = ['tong', 'xong', 'ty-le-xong'].map((code) => figureOf(evaluation, code).value);
    expect([total, done, rate]).toEqual([7, 0, 0]);
  });

  it('formulas that stand on each other in a circle are a bug in the data, and say which', () => {
    const file = indicatorsFile();
    const circle = file.indicators.map((i) =>
      i.code === 'tong-cong' ? { ...i, derived: { formula: { op: 'sum' as const, of: ['cong-cua-cong'] } } } : i,
    );
    expect(() => evaluated([], { indicators: { ...file, indicators: circle } })).toThrow('tong-cong');
  });

  it('an indicator that is not in force on the cut-off day is not in the form', () => {
    const file = indicatorsFile();
    const dated = file.indicators.map((i) => (i.code === 'dem' ? { ...i, from: period('2026-H1').window.to } : i));
    const form = { ...file, indicators: dated };
    expect(evaluated([], { indicators: form }).indicators.has('dem')).toBe(false);
    expect(evaluated([], { indicators: form, period: '2026-H1' }).indicators.has('dem')).toBe(true);
  });
});

describe('targets', () => {
  const base = { code: 'x', reported: 1, of: 1, events: [] };
  const percent = (top: number, bottom: number): FigureResult => ({ ...base, ...ratioResult(top, bottom, POLICY) });
  const amount = (value: number): FigureResult => ({ ...base, ...MISSING, answer: 'value', value });
  const silent = (answer: FigureResult['answer']): FigureResult => ({ ...base, ...MISSING, answer });

  it.each<[Comparator, number, FigureResult, boolean]>([
    ['>=', 98, percent(98, 100), true],
    ['>=', 98, percent(24499, 25000), false],
    ['>=', 98, percent(24501, 25000), true],
    ['>', 98, percent(98, 100), false],
    ['>', 98, percent(24501, 25000), true],
    ['<=', 2, percent(2, 100), true],
    ['<=', 2, percent(501, 25000), false],
    ['<', 2, percent(2, 100), false],
    ['<', 2, percent(499, 25000), true],
    ['=', 100, percent(7, 7), true],
    ['=', 100, percent(199_991, 200_000), false],
    ['>=', 2, amount(2), true],
    ['>=', 2, amount(1), false],
    ['>', 2, amount(2), false],
    ['<=', 2, amount(3), false],
    ['<', 2, amount(1.9), true],
    ['=', 0.3, amount(0.3), true],
    ['>=', 86, amount(85.995), false],
  ])('%s %d', (comparator, value, figure, met) => {
    expect(isMet({ comparator, value }, figure)).toBe(met);
  });

  it('cannot be said of what is missing, did not arise or does not apply, nor of a target in words', () => {
    for (const answer of ['missing', 'nothing-arose', 'not-applicable'] as const)
      expect(isMet({ comparator: '>=', value: 0 }, silent(answer))).toBeNull();
    expect(isMet({ comparator: '>=', value: 98 }, percent(0, 0))).toBeNull();
    expect(isMet({ comparator: null, value: null }, amount(3))).toBeNull();
    expect(isMet({ comparator: null, value: 3 }, amount(3))).toBeNull();
    expect(isMet({ comparator: '>=', value: null }, amount(3))).toBeNull();
  });

  it('"tăng" and "giảm" compare with the period before, ratios by their parts', () => {
    const [less, more] = [percent(24499, 25000), percent(49000, 50000)];
    expect(less.value).toBe(more.value);
    expect(isMet({ comparator: 'increase', value: null }, more, less)).toBe(true);
    expect(isMet({ comparator: 'decrease', value: null }, more, less)).toBe(false);
    expect(isMet({ comparator: 'decrease', value: null }, less, more)).toBe(true);
    expect(isMet({ comparator: 'increase', value: null }, amount(3), amount(3))).toBe(false);
    expect(isMet({ comparator: 'decrease', value: null }, amount(3), amount(3))).toBe(false);
    expect(isMet({ comparator: 'increase', value: null }, amount(3), amount(2))).toBe(true);
    expect(isMet({ comparator: 'increase', value: null }, percent(98, 100), amount(97.9))).toBe(true);
    expect(isMet({ comparator: 'increase', value: null }, amount(97.9), percent(98, 100))).toBe(false);
    expect(isMet({ comparator: 'increase', value: null }, amount(3))).toBeNull();
    expect(isMet({ comparator: 'increase', value: null }, amount(3), silent('missing'))).toBeNull();
  });

  it('take figures told under the measure’s own code, and are judged on the exact ratio', () => {
    const facts = [figureFact('so-mau-01', 'MT.1a', [24499, 25000]), figureFact('so-mau-01', 'MT.2a', 2)];
    const targets = evaluated(ledgerOf(facts)).targets.map((t) => [t.measure.code, t.figure.value, t.met]);
    expect(targets).toEqual([
      ['MT.1a', 98, false],
      ['MT.2a', 2, true],
    ]);
  });

  it('that say "tăng" are judged against the figures of the period before, where these are given', () => {
    const increasing = plan(registry(), (file) => ({
      ...file,
      targets: file.targets.map((t) => ({
        ...t,
        measures: t.measures.map((m) => ({ ...m, comparator: 'increase' as const, value: null })),
      })),
    }));
    const events = ledgerOf([figureFact('so-mau-01', 'MT.2a', 3)]);
    const met = (previous?: Evaluation['indicators']): unknown =>
      evaluated(events, { plan: increasing, ...(previous ? { previous } : {}) }).targets.map((t) => t.met);
    expect(met()).toEqual([null, null]);
    expect(met(new Map([['MT.2a', amount(2)]]))).toEqual([null, true]);
    expect(met(new Map([['MT.2a', amount(4)]]))).toEqual([null, false]);
  });

  it('are not met by silence', () => {
    expect(evaluated([]).targets.map((t) => [t.figure.answer, t.met])).toEqual([
      ['missing', null],
      ['missing', null],
    ]);
  });

  it('in one unit’s view stand on that unit’s figures', () => {
    const facts = [figureFact('so-mau-01', 'MT.2a', 1), figureFact('so-mau-02', 'MT.2a', 1)];
    expect(evaluated(ledgerOf(facts)).targets[1]).toMatchObject({ met: true, figure: { value: 2, reported: 2 } });
    expect(evaluated(ledgerOf(facts), { unit: 'so-mau-01' }).targets[1]).toMatchObject({
      met: false,
      figure: { value: 1 },
    });
  });
});
