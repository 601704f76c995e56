/** The city's figures as its report prints them, on the real list and registry, against answers worked out by hand. */

import { indicatorTable } from '../../src/report/tables/indicators';
import type { Row } from '../../src/report/document';
import type { ViewInput } from '../../src/report/view';
import { rateOf } from '../../src/figures/evaluation';
import type { LedgerEvent } from '../../src/ledger/events';
import { toldFigures } from '../fixtures/hanoi-figures';
import { readTable } from '../fixtures/tables';
import { evaluationFor, planData, requestFor } from '../support/hanoi';

const data = planData();
const PERIOD = '2026-Q1';

function cityRow(code: string, events: readonly LedgerEvent[]): Row {
  const request = requestFor(data, PERIOD, events);
  const input: ViewInput = {
    evaluation: evaluationFor(data, request),
    registry: data.registry,
    indicators: data.indicators,
    body: data.regime.reporter as string,
    compiler: data.regime.compiler as string,
    comparisons: [],
    rateOf: (counts) => rateOf(counts, request.rules),
  };
  const row = indicatorTable(input).rows.find((r) => r.kind === 'data' && r.cells[0]?.text === code);
  if (!row) throw new Error(`no row ${code}`);
  return row;
}

describe('city-totals.csv', () => {
  const table = readTable('city-totals.csv');

  it.each(table.map((row) => [row['code'] ?? '', row['why'] ?? '', row] as const))('%s: %s', (code, _, row) => {
    const cells = cityRow(code, toldFigures(row['told'] ?? '', '', PERIOD)).cells;
    expect({ result: cells[3]?.text, base: cells[4]?.text }).toEqual({ result: row['result'], base: row['base'] });
  });

  it('the four answers are four texts', () => {
    const texts = ['0', 'nothing-arose', 'not-applicable', ''].map(
      (told) => cityRow('1.4.1', toldFigures(told && `so-noi-vu:1.4.1 ${told}`, '', PERIOD)).cells[3]?.text,
    );
    expect(new Set(texts).size).toBe(4);
  });
});
