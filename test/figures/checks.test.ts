/** The form's own rules on the real list of indicators, row by row; and what a finding says. */

import { checkPlan } from '../../src/app/check';
import { checkerOf } from '../../src/figures/checks';
import type { Finding } from '../../src/figures/checks/finding';
import type { Fact, LedgerEvent } from '../../src/ledger/events';
import { HANOI, toldFigures } from '../fixtures/hanoi-figures';
import { readTable } from '../fixtures/tables';
import { evaluationFor, LATER, opened, planData, requestFor } from '../support/hanoi';

const data = planData();

function findings(unit: string | null, period: string, events: readonly LedgerEvent[]): readonly Finding[] {
  const evaluation = evaluationFor(data, requestFor(data, period, events));
  const checker = checkerOf({ ...data, events, asOf: LATER, evaluation });
  return unit === null ? checker.ofCity([]) : checker.ofUnit(unit);
}

/** Findings of the rules beside the indicators; the other rules have tests of their own. */
const ofForm = (all: readonly Finding[]): string =>
  all
    .filter((f) => data.indicators.checks.some((c) => c.code === f.code))
    .map((f) => `${f.code} ${f.subject}`)
    .join(',');

const explained = (check: string, subject: string, period = '2026-Q1', unit = 'so-tu-phap'): Fact => ({
  ...{ kind: 'explanation', plan: HANOI, unit, period, check, subject },
  text: 'Có văn bản phát hiện từ năm trước',
});

describe('checks.csv', () => {
  const table = readTable('checks.csv');

  it.each(table.map((row) => [row['unit'] ?? '', row['why'] ?? '', row] as const))('%s: %s', (unit, _, row) => {
    const period = row['period'] ?? '';
    const whose = unit === 'thành phố' ? null : unit;
    expect(ofForm(findings(whose, period, toldFigures(row['told'] ?? '', unit, period)))).toBe(row['found']);
  });
});

describe('a finding', () => {
  const cell = '2.2.1 9 / 2.2.2 5 / 2.2.3.1 6';
  const only = (more: readonly Fact[] = [], period = '2026-Q1'): Finding | undefined =>
    findings('so-tu-phap', period, toldFigures(cell, 'so-tu-phap', period, more)).find((f) => f.code === 'KT-06');

  it('shows the figures that contradict one another, its message and its basis', () => {
    expect(only()).toMatchObject({
      level: 'explain',
      unit: 'so-tu-phap',
      subject: '2.2.3.1',
      codes: ['2.2.3.1', '2.2.2'],
      figures: [
        { code: '2.2.3.1', period: '2026-Q1', value: 6 },
        { code: '2.2.2', period: '2026-Q1', value: 5 },
      ],
      open: true,
      explanation: null,
    });
    expect(only()?.message).toContain('2.2.3.1');
    expect(only()?.basis).not.toBe('');
  });

  it('is answered by a reason of the unit for its code or one of its figures, in that period', () => {
    expect(only([explained('KT-06', '2.2.3.1')])).toMatchObject({ open: false });
    expect(only([explained('KT-06', '2.2.2')])).toMatchObject({ open: false });
    expect(only([explained('KT-05', '2.2.3.1')])).toMatchObject({ open: true });
    expect(only([explained('KT-06', '1.2.3')])).toMatchObject({ open: true });
    expect(only([explained('KT-06', '2.2.3.1', '2026-H1')])).toMatchObject({ open: true });
    expect(only([explained('KT-06', '2.2.3.1', '2026-Q1', 'so-noi-vu')])).toMatchObject({ open: true });
  });

  it('at the level of stop stays open whatever the unit says', () => {
    const events = toldFigures('2.2.1 5 / 2.2.2 6', 'so-tu-phap', '2026-Q1', [explained('KT-05', '2.2.2')]);
    const [stop] = findings('so-tu-phap', '2026-Q1', events).filter((f) => f.code === 'KT-05');
    expect(stop).toMatchObject({ level: 'stop', open: true });
    expect(stop?.explanation?.fact.text).toBe('Có văn bản phát hiện từ năm trước');
  });
});

describe('the whole city', () => {
  it('has the findings of its units, and of its totals those that no unit has', () => {
    const events = toldFigures(
      'so-tu-phap:2.2.1 5 / so-tu-phap:2.2.2 6 / so-noi-vu:5.1.2 12 / so-noi-vu:4.1.4.1 3',
      '',
      '2026-Q1',
    );
    const { findings: all } = checkPlan(data, events, { ...opened(data, '2026-Q1'), unit: null, asOf: LATER });
    const shown = all.filter((f) => f.code.startsWith('KT')).map((f) => [f.unit, f.code]);
    expect(shown).toEqual([
      ['so-tu-phap', 'KT-05'],
      [null, 'KT-15'],
    ]);
  });
});
