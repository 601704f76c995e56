/** What a target says: its level with the figure it is compared with, and in the workbook a formula that judges as the program does. */

import type { FigureResult } from '../../src/figures/figures';
import { isMet, type TargetResult } from '../../src/figures/indicators';
import type { Comparator, Measure } from '../../src/plan/schema';
import type { SummaryInput } from '../../src/report/summary';
import { planTargetSheet } from '../../src/report/summary/targets';
import { levelText, reachedText } from '../../src/report/targets';

const figure = (value: number | null, parts: readonly [number, number] | null = null): FigureResult => ({
  code: 'MT.1a',
  answer: value === null ? 'missing' : 'value',
  value,
  numerator: parts?.[0] ?? null,
  denominator: parts?.[1] ?? null,
  reported: 1,
  of: 1,
  events: [],
});
const ratio = (top: number, bottom: number): FigureResult =>
  figure(Math.round((top / bottom) * 10000) / 100, [top, bottom]);

function result(
  [comparator, value, unit]: readonly [Comparator | null, number | null, string],
  now: FigureResult,
  previous: FigureResult | null = null,
): TargetResult {
  const measure: Measure = { code: 'MT.1a', scope: 'nội dung mẫu', indicator: null, comparator, value, unit };
  const target = { code: 'MT.1', area: '1', text: 'Chỉ tiêu mẫu', measures: [measure] };
  return { target, measure, figure: now, previous, met: isMet(measure, now, previous) };
}

describe('the level of a target, and what was reached', () => {
  it.each<[string, string, TargetResult]>([
    ['từ 98% trở lên', '98,00% (49/50)', result(['>=', 98, '%'], ratio(49, 50))],
    [
      'giảm so với năm trước (năm trước: 1.240 triệu đồng)',
      '1.180 triệu đồng',
      result(['decrease', null, 'triệu đồng'], figure(1180), figure(1240)),
    ],
    [
      'tăng so với năm trước (năm trước: 50,00% (1/2))',
      '75,00% (3/4)',
      result(['increase', null, '%'], ratio(3, 4), ratio(1, 2)),
    ],
    ['tăng so với năm trước', '75,00% (3/4)', result(['increase', null, '%'], ratio(3, 4))],
    ['giảm so với năm trước', '3 vụ', result(['decrease', null, 'vụ'], figure(3), figure(null))],
    ['định tính', 'chưa có số liệu', result([null, null, ''], figure(null))],
  ])('%s: %s', (level, reached, target) => {
    expect([levelText(target), reachedText(target)]).toEqual([level, reached]);
  });
});

/** The verdict of the sheet, worked out from its own cells. */
function verdictOf(target: TargetResult): unknown {
  const input = { evaluation: { targets: [target] } } as unknown as SummaryInput;
  const [row] = planTargetSheet(input, [], () => null).rows;
  const [top, bottom, reached, verdict] = row?.slice(4) ?? [];
  const test = /^IF\(ISNUMBER\(G2\),IF\((.*?),"Đạt","Chưa đạt"\),"Chưa đánh giá"\)$/.exec(verdict?.formula ?? '')?.[1];
  if (test === undefined) return verdict?.value;
  if (typeof reached?.value !== 'number') return 'Chưa đánh giá';
  const cells: Readonly<Record<string, unknown>> = { E2: top?.value, F2: bottom?.value, G2: reached.value };
  const [, left = '', sign = '', right = ''] = /^(.*?)(>=|<=|>|<|=)(.*)$/.exec(test) ?? [];
  const worth = (product: string): number =>
    product.split('*').reduce((sum, factor) => sum * Number(cells[factor] ?? factor), 1);
  const order = worth(left) - worth(right);
  const holds = { '>=': order >= 0, '>': order > 0, '<=': order <= 0, '<': order < 0, '=': order === 0 }[sign];
  return holds ? 'Đạt' : 'Chưa đạt';
}

describe('the formula of the sheet judges as the program does', () => {
  const figures = [ratio(24499, 25000), ratio(49000, 50000), ratio(1, 3), figure(98), figure(97.99), figure(null)];
  const levels = (['>=', '>', '<=', '<', '='] as const).map((sign) => [sign, 98, '%'] as const);
  const relative = (['increase', 'decrease'] as const).map((sign) => [sign, null, '%'] as const);
  const WORDS = { true: 'Đạt', false: 'Chưa đạt', null: 'Chưa đánh giá' };

  it.each(levels)('%s %s%s', (...level) => {
    for (const now of figures) {
      const target = result(level, now);
      expect(verdictOf(target)).toBe(WORDS[`${target.met}`]);
    }
  });

  it.each(relative)('%s', (...level) => {
    for (const now of figures)
      for (const then of [...figures, null]) {
        const target = result(level, now, then);
        expect(verdictOf(target)).toBe(WORDS[`${target.met}`]);
      }
  });
});
