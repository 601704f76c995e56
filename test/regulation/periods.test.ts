/**
 * Cut-off windows and send dates. The years that a document prints are checked day by day from a table a clerk can
 * hold beside it; every other year by what must hold of any year: windows nest and tile, no day is lost or counted
 * twice. Send dates are another thing than cut-offs and are checked apart.
 */

import fc from 'fast-check';
import { addDays, dayOfMonth, monthOf, plainDate, yearOf } from '../../src/calendar/plain-date';
import { workingDaysOf } from '../../src/calendar/working-days';
import { adjoins, contains, lengthOf, within, type DateRange } from '../../src/calendar/range';
import { formatDate } from '../../src/i18n/format';
import {
  findPeriod,
  nextPeriod,
  periodsOf,
  previousPeriod,
  samePeriodLastYear,
  versionFor,
  type Period,
} from '../../src/regulation/periods';
import type { PeriodRule, Regime, RegimeVersion, SubmissionRule } from '../../src/regulation/schema';
import { readTable } from '../fixtures/tables';
import { readRegime } from '../support/data';

const hanoi = readRegime('hanoi-cchc');
const decree = readRegime('nd-09-2019');
const ministry = readRegime('bnv-cchc');
const regimes: Readonly<Record<string, Regime>> = { [hanoi.id]: hanoi, [decree.id]: decree, [ministry.id]: ministry };

/** The regime with its one version changed. */
function changed(regime: Regime, change: Partial<RegimeVersion>): Regime {
  return { ...regime, versions: [{ ...(regime.versions[0] as RegimeVersion), ...change }] };
}

/** The same rules for any year: a property of the pattern, not of the years in which it was issued. */
const anyTime = (regime: Regime): Regime => changed(regime, { years: { from: 1975, to: null } });

function periods(regime: Regime, year: number): ReadonlyMap<string, Period> {
  return new Map((periodsOf(regime, year).value ?? []).map((p) => [p.key, p]));
}

function windows(regime: Regime, year: number): (key: string) => DateRange {
  const all = periods(anyTime(regime), year);
  return (key) => {
    const found = all.get(key);
    if (!found) throw new Error(`no ${key} in ${regime.id}`);
    return found.window;
  };
}

const anyYear = fc.integer({ min: 1976, max: 2200 });

describe('windows and send dates as documents print them', () => {
  test.each(readTable('periods.csv'))('$regime $period: $from to $to, sent $sends ($why)', (row) => {
    const regime = regimes[row.regime as string] as Regime;
    const period = periodsOf(regime, Number(row.year)).value?.find((p) => p.id === row.period);
    const sends = period?.submissions.map((s) => s.due).sort() ?? [];
    expect({
      name: period?.name,
      from: period?.window.from,
      to: period?.window.to,
      sends: sends.map((d) => `${dayOfMonth(d)}/${monthOf(d)}`).join(' + '),
      year: sends.map(yearOf).every((y) => y === Number(row.year)),
      ahead: period?.next.name,
      until: period?.next.until,
    }).toEqual({
      name: row.name,
      from: row.from,
      to: row.to,
      sends: row.sends,
      year: true,
      ahead: row.ahead,
      until: row.until,
    });
  });

  test('Hà Nội’s 2026 has four periods and no more: there is no report of quý II or quý IV', () => {
    expect([...periods(hanoi, 2026).keys()]).toEqual(['Q1', 'H1', 'Q3', 'Y']);
    expect([...periods(ministry, 2026).keys()]).toEqual(['Q1', 'H1', 'Q3', 'Y']);
  });

  test('each send date stands with who owes it, by what rule, on what ground', () => {
    const [city, thematic] = periods(hanoi, 2026).get('Q1')?.submissions ?? [];
    expect(city).toMatchObject({
      due: '2026-03-18',
      form: 'tổng hợp',
      rule: 'chậm nhất ngày 18 của tháng cuối kỳ báo cáo',
      who: expect.arrayContaining(['so-ban-nganh', 'ubnd-xa-phuong']) as unknown,
    });
    expect(thematic).toMatchObject({ due: '2026-03-15', form: 'chuyên đề', who: ['so-theo-doi-linh-vuc'] });
    for (const { basis } of [city, thematic].map((s) => ({ basis: s?.basis ?? [] }))) {
      expect(basis.map((b) => b.at)).toEqual([expect.stringContaining('III.3.2')]);
    }
  });

  test('only a year that a document prints is said to be printed; another carries its pattern over and says so', () => {
    const codes = (year: number): readonly string[] =>
      periodsOf(hanoi, year).diagnostics.map((d) => `${d.level} ${d.code}`);
    expect([codes(2026), codes(2027)]).toEqual([[], ['info BC1303']]);
    expect([...periods(hanoi, 2026).values()].map((p) => p.printed)).toEqual([true, true, true, true]);
    expect([...periods(hanoi, 2027).values()].map((p) => p.printed)).toEqual([false, false, false, false]);
    expect(periodsOf(decree, 2026).diagnostics).toEqual([]);
  });
});

describe('windows of any year', () => {
  const ofAnyYear = (check: (year: number) => void): void => fc.assert(fc.property(anyYear, check), { numRuns: 225 });

  test.each([hanoi, ministry, decree])('$id: Quý I lies in 6 tháng, and 6 tháng in the year', (regime) => {
    ofAnyYear((year) => {
      const w = windows(regime, year);
      expect([within(w('Q1'), w('H1')), within(w('H1'), w('Y')), within(w('Q3'), w('Y'))]).toEqual([true, true, true]);
      expect(new Set([w('Q1').from, w('H1').from, w('Y').from]).size).toBe(1);
    });
  });

  test.each([hanoi, ministry, decree])('$id: Quý III starts the day after 6 tháng ends', (regime) => {
    ofAnyYear((year) => {
      const w = windows(regime, year);
      expect(adjoins(w('H1'), w('Q3'))).toBe(true);
      expect(lengthOf(w('H1')) + lengthOf(w('Q3'))).toBeLessThan(lengthOf(w('Y')));
    });
  });

  test.each([hanoi, ministry, decree])('$id: years follow one another without a gap or an overlap', (regime) => {
    ofAnyYear((year) => {
      const [y, next] = [windows(regime, year)('Y'), windows(regime, year + 1)('Y')];
      expect(adjoins(y, next)).toBe(true);
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      expect(lengthOf(y)).toBe(leap ? 366 : 365);
    });
  });

  const TILES: readonly (readonly [string, readonly string[]])[] = [
    ['months', Array.from({ length: 12 }, (_, i) => `M${String(i + 1).padStart(2, '0')}`)],
    ['quarters', ['Q1', 'Q2', 'Q3', 'Q4']],
    ['half-years', ['H1', 'H2']],
    ['nine months and the last quarter', ['9M', 'Q4']],
    ['half a year and two quarters', ['H1', 'Q3', 'Q4']],
  ];

  test.each(TILES)('the decree’s %s tile the year exactly', (_, keys) => {
    ofAnyYear((year) => {
      const w = windows(decree, year);
      const tiles = keys.map(w);
      expect([tiles[0]?.from, tiles.at(-1)?.to]).toEqual([w('Y').from, w('Y').to]);
      for (const [i, tile] of tiles.slice(1).entries()) expect(adjoins(tiles[i] as DateRange, tile)).toBe(true);
    });
  });

  test('the decree’s quarters are three of its months, and half-years two of its quarters', () => {
    ofAnyYear((year) => {
      const w = windows(decree, year);
      for (const [whole, first, last] of [
        ['Q1', 'M01', 'M03'],
        ['Q2', 'M04', 'M06'],
        ['Q3', 'M07', 'M09'],
        ['Q4', 'M10', 'M12'],
        ['H1', 'Q1', 'Q2'],
        ['H2', 'Q3', 'Q4'],
        ['9M', 'H1', 'Q3'],
      ] as const) {
        expect([whole, w(whole).from, w(whole).to]).toEqual([whole, w(first).from, w(last).to]);
      }
    });
  });

  test('29/02 of a leap year is counted once in every kind of period that covers it', () => {
    ofAnyYear((year) => {
      fc.pre((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
      const day = plainDate(`${year}-02-29`);
      const holding = [...periods(anyTime(decree), year).values()].filter((p) => contains(p.window, day));
      expect(holding.map((p) => p.key).sort()).toEqual(['9M', 'H1', 'M03', 'Q1', 'Y']);
    });
  });

  test('every period is cumulative exactly when it starts with the reporting year', () => {
    for (const regime of [hanoi, ministry, decree]) {
      ofAnyYear((year) => {
        const start = windows(regime, year)('Y').from;
        for (const p of periods(anyTime(regime), year).values())
          expect([p.key, p.cumulative]).toEqual([p.key, p.window.from === start]);
      });
    }
  });

  test('send dates are after the cut-off, in the last month of the period, the same day every time', () => {
    for (const [regime, days] of [
      [hanoi, [18, 15]],
      [ministry, [20]],
      [decree, [25]],
    ] as const) {
      ofAnyYear((year) => {
        for (const { window, submissions } of periods(anyTime(regime), year).values()) {
          expect(submissions.map((s) => dayOfMonth(s.due))).toEqual(days);
          for (const { due } of submissions) {
            expect(due > window.to && due.slice(0, 7) === window.to.slice(0, 7)).toBe(true);
          }
        }
      });
    }
  });

  test('the time ahead ends after the cut-off, with a month, and no later than the year after', () => {
    for (const regime of [hanoi, ministry, decree]) {
      ofAnyYear((year) => {
        for (const { window, next, key } of periods(anyTime(regime), year).values()) {
          expect([key, next.until > window.to, next.until <= `${year + 1}-12-31`]).toEqual([key, true, true]);
          expect(dayOfMonth(addDays(next.until, 1))).toBe(1);
        }
      });
    }
  });

  test('periods come in the order of their cut-off days, the shorter first', () => {
    ofAnyYear((year) => {
      const all = [...periods(anyTime(decree), year).values()];
      const keys = all.map((p) => `${p.window.to} ${String(lengthOf(p.window)).padStart(3, '0')}`);
      expect(keys).toEqual([...keys].sort());
      expect(all).toHaveLength(20);
    });
  });
});

describe('which version serves a year', () => {
  const version = hanoi.versions[0] as RegimeVersion;
  const serving = (...years: readonly RegimeVersion['years'][]): Regime => ({
    ...hanoi,
    versions: years.map((y) => ({ ...version, years: y })),
  });

  test('none: BC1301 says the regime and the year', () => {
    const { value, diagnostics } = periodsOf(hanoi, 2025);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'BC1301', level: 'error', params: { regime: 'hanoi-cchc', year: 2025 } },
    ]);
  });

  test('two: BC1302 shows both, and neither is chosen', () => {
    const both = serving({ from: 2024, to: 2027 }, { from: 2026, to: null });
    expect(versionFor(both, 2026)).toMatchObject({
      value: undefined,
      diagnostics: [{ code: 'BC1302', params: { first: '2024–2027', second: '2026–' } }],
    });
    expect(versionFor(both, 2025).value?.years.from).toBe(2024);
    expect(versionFor(both, 2028).value?.years.from).toBe(2026);
  });

  test('a version serves its first and its last year', () => {
    const two = serving({ from: 2024, to: 2025 }, { from: 2026, to: null });
    expect([2023, 2024, 2025, 2026].map((y) => versionFor(two, y).value?.years.from)).toEqual([
      undefined,
      2024,
      2024,
      2026,
    ]);
  });
});

describe('finding a period', () => {
  test.each([
    ['2026-Q1', '2026-Q1'],
    [' 2026-q1 ', '2026-Q1'],
    ['2026-y', '2026-Y'],
  ])('"%s" is %s', (text, id) => {
    expect(findPeriod(hanoi, text).value?.id).toBe(id);
  });

  test('one that the regime does not have: BC1304 lists those it has', () => {
    expect(findPeriod(hanoi, '2026-Q2')).toMatchObject({
      value: undefined,
      diagnostics: [
        {
          code: 'BC1304',
          params: { period: '2026-Q2', regime: 'hanoi-cchc', known: '2026-Q1, 2026-H1, 2026-Q3, 2026-Y' },
        },
      ],
    });
    expect(findPeriod(hanoi, '2025-Q1').diagnostics.map((d) => d.code)).toEqual(['BC1301']);
  });

  test.each(['Q1', '2026', '26-Q1', 'Q1/2026', ''])('"%s" is not an id of a period: BC1305', (text) => {
    expect(findPeriod(hanoi, text).diagnostics).toMatchObject([{ code: 'BC1305', params: { period: text } }]);
  });

  test('every period of a year is found by its own id', () => {
    for (const period of periodsOf(decree, 2028).value ?? [])
      expect(findPeriod(decree, period.id).value).toEqual(period);
  });
});

describe('the periods around one', () => {
  const around = (regime: Regime, id: string): readonly (string | undefined)[] => {
    const period = findPeriod(regime, id).value as Period;
    return [previousPeriod(regime, period)?.id, nextPeriod(regime, period)?.id, samePeriodLastYear(regime, period)?.id];
  };

  test.each([
    ['2026-Q1', undefined, '2026-H1', undefined],
    ['2026-H1', '2026-Q1', '2026-Q3', undefined],
    ['2026-Q3', '2026-H1', '2026-Y', undefined],
    ['2026-Y', '2026-Q3', '2027-Q1', undefined],
    ['2027-Q1', '2026-Y', '2027-H1', '2026-Q1'],
  ])('Hà Nội, %s: before it %s, after it %s, a year ago %s', (id, before, after, lastYear) => {
    expect(around(hanoi, id)).toEqual([before, after, lastYear]);
  });

  test('where several end on one day, a month looks back to a month', () => {
    expect(around(decree, '2026-M04')).toEqual(['2026-M03', '2026-M05', '2025-M04']);
    expect(around(decree, '2026-M01')[0]).toBe('2025-M12');
  });
});

describe('windows and send dates of other forms', () => {
  const rule = (window: PeriodRule['window']): PeriodRule => ({
    key: 'Q1',
    kind: 'quarter',
    name: 'quý I',
    window,
    next: { name: 'quý II', year: 0, until: { month: 6, day: 30, year: 0 } },
    cumulative: true,
  });
  const anchor = (day: number, month: number, year = 0): { day: number; month: number; year: number } => ({
    day,
    month,
    year,
  });

  test('a reversed window and a day that does not exist are BC1306, and the other periods still stand', () => {
    const good = (hanoi.versions[0] as RegimeVersion).periods.slice(1);
    for (const window of [
      { from: anchor(15, 6), to: anchor(14, 6) },
      { from: anchor(30, 2), to: anchor(14, 6) },
    ]) {
      const { value, diagnostics } = periodsOf(changed(hanoi, { periods: [rule(window), ...good] }), 2026);
      expect(value?.map((p) => p.key)).toEqual(['H1', 'Q3', 'Y']);
      expect(diagnostics).toMatchObject([{ code: 'BC1306', params: { regime: 'hanoi-cchc', period: '2026-Q1' } }]);
    }
  });

  test('29/02 as an end of a window exists in leap years only', () => {
    const regime = changed(hanoi, { periods: [rule({ from: anchor(1, 1), to: anchor(29, 2) })] });
    expect(periodsOf(regime, 2028).value?.map((p) => p.window.to)).toEqual(['2028-02-29']);
    expect(periodsOf(regime, 2026).diagnostics.map((d) => d.code)).toContain('BC1306');
  });

  test.each<[SubmissionRule['due'], string | undefined, string | undefined]>([
    [{ rule: 'before-date', dates: { Q1: anchor(30, 6) } }, '2026-06-29', 'trước ngày 30/6'],
    [{ rule: 'before-date', dates: { Q1: anchor(1, 1, 1) } }, '2026-12-31', 'trước ngày 1/1'],
    [{ rule: 'before-date', dates: { Q1: anchor(1, 3) } }, '2026-02-28', 'trước ngày 1/3'],
    [{ rule: 'on-date', dates: { Q1: anchor(5, 4) } }, '2026-04-05', 'chậm nhất ngày ấn định'],
    [{ rule: 'day-of-last-month', day: 31 }, '2026-03-31', 'chậm nhất ngày 31 của tháng cuối kỳ báo cáo'],
    [{ rule: 'on-date', dates: { H1: anchor(5, 7) } }, undefined, undefined],
  ])('%j of Quý I 2026 is %s: "%s"', (due, day, text) => {
    const [submission] = (hanoi.versions[0] as RegimeVersion).submissions;
    const regime = changed(hanoi, { submissions: [{ ...(submission as SubmissionRule), due }] });
    const sent = periods(regime, 2026).get('Q1')?.submissions ?? [];
    expect(sent.map((s) => [s.due, s.rule])).toEqual(day === undefined ? [] : [[day, text]]);
  });

  test('a last day that its month does not have is the last day of that month', () => {
    const [submission] = (hanoi.versions[0] as RegimeVersion).submissions;
    const late = { ...(submission as SubmissionRule), due: { rule: 'day-of-last-month', day: 31 } as const };
    const regime = changed(hanoi, { submissions: [late] });
    const days = [...periods(regime, 2026).values()].flatMap((p) => p.submissions.map((s) => formatDate(s.due)));
    expect(days).toEqual(['31/03/2026', '30/06/2026', '30/09/2026', '31/12/2026']);
  });

  describe('when the last day is not worked', () => {
    // 14/3/2026 is a Saturday; 16/3 is a holiday of the sample.
    const workingDays = workingDaysOf({
      id: 'lich-mau',
      weekend: [6, 7],
      years: [
        {
          year: 2026,
          status: 'mẫu',
          sources: [{ citation: 'mẫu' }],
          holidays: [{ on: plainDate('2026-03-16'), name: 'Ngày nghỉ mẫu' }],
          swapped: [],
        },
      ],
    });
    const sent = (change: Partial<SubmissionRule>, calendar: Regime['workingDays'] = workingDays): Regime => ({
      ...changed(hanoi, { submissions: [{ ...(hanoi.versions[0]?.submissions[0] as SubmissionRule), ...change }] }),
      workingDays: calendar,
    });
    const day = (on: number): SubmissionRule['due'] => ({ rule: 'day-of-last-month', day: on });

    test.each<[number, SubmissionRule['shift'], string, string]>([
      [15, 'none', '2026-03-15', 'chậm nhất ngày 15 của tháng cuối kỳ báo cáo'],
      [15, 'previous-working-day', '2026-03-13', 'ngày 15/3 là ngày nghỉ nên tính ngày làm việc liền trước'],
      [15, 'next-working-day', '2026-03-17', 'ngày 15/3 là ngày nghỉ nên tính ngày làm việc liền sau'],
      [16, 'next-working-day', '2026-03-17', 'ngày 16/3 là ngày nghỉ nên tính ngày làm việc liền sau'],
      [18, 'next-working-day', '2026-03-18', 'chậm nhất ngày 18 của tháng cuối kỳ báo cáo'],
    ])('ngày %i with %s is %s, and the rule says so', (named, shift, due, said) => {
      const [submission] = periods(sent({ due: day(named), shift }), 2026).get('Q1')?.submissions ?? [];
      expect(submission?.due).toBe(due);
      expect(submission?.rule.endsWith(said)).toBe(true);
      expect(submission?.rule.includes(';')).toBe(!due.endsWith(String(named)));
    });

    test('working days after the cut-off are counted from the day after it', () => {
      const rule = sent({ due: { rule: 'working-days-after-cut-off', days: 2 }, shift: 'none' });
      const [submission] = periods(rule, 2026).get('Q1')?.submissions ?? [];
      expect(submission).toMatchObject({
        due: '2026-03-18',
        rule: 'chậm nhất 02 ngày làm việc kể từ ngày chốt số liệu',
      });
    });

    test.each([
      ['a year that the calendar does not have', 2027, workingDays],
      ['a regime without a calendar', 2026, undefined],
    ])('%s: BC1307, and no send date is guessed', (_, year, calendar) => {
      for (const change of [
        { due: day(15), shift: 'next-working-day' },
        { due: { rule: 'working-days-after-cut-off', days: 2 }, shift: 'none' },
      ] as const) {
        const { value, diagnostics } = periodsOf({ ...sent(change), workingDays: calendar }, year);
        expect(value).toEqual([]);
        const told = diagnostics.filter((d) => d.code === 'BC1307');
        expect(told.map((d) => d.params.period)).toEqual(['Q1', 'H1', 'Q3', 'Y'].map((key) => `${year}-${key}`));
      }
    });
  });

  test('the bodies that follow a field have one day: their report is due the day after the cut-off', () => {
    for (const { window, submissions } of periods(hanoi, 2026).values()) {
      const thematic = submissions.filter((s) => s.form === 'chuyên đề').map((s) => s.due);
      expect(thematic).toEqual([addDays(window.to, 1)]);
    }
  });
});

describe('the time ahead that a report names', () => {
  it.each([
    ['2026-Q1', 'quý II năm 2026', '2026-04-01', '2026-06-30'],
    ['2026-H1', '6 tháng cuối năm 2026', '2026-07-01', '2026-12-31'],
    ['2026-Q3', 'quý IV năm 2026', '2026-10-01', '2026-12-31'],
    ['2026-Y', 'năm 2027', '2027-01-01', '2027-12-31'],
  ])('after %s comes %s, from %s until %s', (id, name, from, until) => {
    expect(findPeriod(hanoi, id).value?.next).toEqual({ name, from, until });
  });

  it('ends February on its last day in a leap year too', () => {
    expect(findPeriod(decree, '2028-M01').value?.next.until).toBe('2028-02-29');
    expect(findPeriod(decree, '2027-M01').value?.next.until).toBe('2027-02-28');
  });
});
