/**
 * A comparison of periods as the dashboard shows it: the headline beside that of the other period. Where the two
 * cannot be set side by side there is no change, only the two figures. Ranks move within the blocks that the dashboard
 * shows.
 */

import type { ComparedPeriod, Comparison } from '../../figures/comparison';
import { formatDecimal, formatInteger } from '../../i18n/format';
import { rankMoves } from '../ranking';
import {
  changeOfOverdue,
  changeOfRates,
  changeOfReported,
  earlierOverdue,
  earlierRate,
  earlierReported,
  rankMoveText,
  rateText,
  type Compared,
  type EarlierRules,
} from './compared-why';
import type { DashboardComparison, Tone } from './model';

type Line = DashboardComparison['lines'][number];
type Change = Comparison['byTask'];
type Noun = 'nhiệm vụ' | 'phần việc';

function moved(amount: number, size: string, better: 'more' | 'less'): Pick<Line, 'change' | 'tone'> {
  if (amount === 0) return { change: 'Không thay đổi', tone: null };
  const tone: Tone = amount > 0 === (better === 'more') ? 'good' : 'bad';
  return { change: `${amount > 0 ? 'Tăng' : 'Giảm'} ${size}`, tone };
}

const NOT_COMPARED = { change: 'Chưa so sánh được', tone: null } as const;

function rateLine(compared: Compared, label: string, of: Change, noun: Noun): readonly Line[] {
  const { now, then, points } = of;
  if (then === null) return [];
  const change =
    points === null ? NOT_COMPARED : moved(points, `${formatDecimal(Math.abs(points), 2)} điểm phần trăm`, 'more');
  const why = {
    now: noun === 'nhiệm vụ' ? 't/all/rate' : 'o/all/rate',
    before: earlierRate(compared, then, noun),
    change: changeOfRates(compared, of, noun),
  };
  return [{ label, now: rateText(now.rate, noun), before: rateText(then.rate, noun), ...change, why }];
}

function overdueLine(compared: Compared, of: Change): readonly Line[] {
  const { now, then, points } = of;
  if (then === null) return [];
  const [after, before] = [now.counts.overdue, then.counts.overdue];
  const size = `${formatInteger(Math.abs(after - before))} phần việc`;
  const change = points === null ? NOT_COMPARED : moved(after - before, size, 'less');
  const figures = { now: formatInteger(after), before: formatInteger(before) };
  const why = {
    now: 'o/all/overdue',
    before: earlierOverdue(compared, then),
    change: changeOfOverdue(compared, of),
  };
  return [{ label: 'Phần việc quá hạn chưa hoàn thành', ...figures, ...change, why }];
}

const reportedWhy = (compared: Compared): Line['why'] => ({
  now: 'r/reported',
  before: earlierReported(compared),
  change: changeOfReported(compared),
});

function ranksOf(compared: Compared): DashboardComparison['ranks'] {
  const moves = rankMoves(compared.comparison.units);
  if (moves === null) return null;
  return new Map([...moves].map(([unit, move]) => [unit, { text: move.text, why: rankMoveText(compared, move) }]));
}

/** More bodies that sent is better only where as many owed; else the change of the count says nothing of the share. */
function sentLine(compared: Compared, now: ComparedPeriod, then: ComparedPeriod): Line {
  const told = (side: ComparedPeriod): string => `${formatInteger(side.reported)}/${formatInteger(side.expected)}`;
  const amount = now.reported - then.reported;
  const { change, tone } = moved(amount, `${formatInteger(Math.abs(amount))} cơ quan, đơn vị`, 'more');
  const why = reportedWhy(compared);
  const sides = { label: 'Cơ quan, đơn vị đã gửi báo cáo, số liệu', now: told(now), before: told(then), why };
  if (now.expected === then.expected) return { ...sides, change, tone };
  return { ...sides, change: amount === 0 ? 'Số đã gửi không thay đổi' : change, tone: null };
}

/** Null where there is nothing to set beside. */
export function dashboardComparison(comparison: Comparison | null, rules: EarlierRules): DashboardComparison | null {
  if (comparison === null) return null;
  const { then, now, byTask, byObligation } = comparison;
  const compared = { comparison, rules };
  const lines = [
    ...rateLine(compared, 'Tỷ lệ hoàn thành nhiệm vụ', byTask, 'nhiệm vụ'),
    ...rateLine(compared, 'Tỷ lệ hoàn thành phần việc', byObligation, 'phần việc'),
    ...overdueLine(compared, byObligation),
    sentLine(compared, now, then),
  ];
  return { name: then.name, lines, ranks: ranksOf(compared) };
}
