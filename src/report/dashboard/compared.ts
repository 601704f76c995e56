/**
 * A comparison of periods as the dashboard shows it: the headline beside that of the other period. Where the two
 * cannot be set side by side there is no change, only the two figures. Ranks move within the blocks that the dashboard
 * shows.
 */

import type { ComparedPeriod, Comparison } from '../../figures/comparison';
import type { Rate } from '../../figures/evaluation';
import { formatDecimal, formatInteger, formatPercent } from '../../i18n/format';
import { rankMoves, type Block } from '../ranking';
import type { DashboardComparison, Tone } from './model';

type Line = DashboardComparison['lines'][number];
type Change = Comparison['byTask'];

const rateText = ({ percent, done, of }: Rate, noun: string): string =>
  percent === null
    ? 'không phát sinh'
    : `${formatPercent(percent)} (${formatInteger(done)}/${formatInteger(of)} ${noun})`;

function moved(amount: number, size: string, better: 'more' | 'less'): Pick<Line, 'change' | 'tone'> {
  if (amount === 0) return { change: 'Không thay đổi', tone: null };
  const tone: Tone = amount > 0 === (better === 'more') ? 'good' : 'bad';
  return { change: `${amount > 0 ? 'Tăng' : 'Giảm'} ${size}`, tone };
}

const NOT_COMPARED = { change: 'Chưa so sánh được', tone: null } as const;

function rateLine(label: string, { now, then, points }: Change, noun: string): readonly Line[] {
  if (then === null) return [];
  const change =
    points === null ? NOT_COMPARED : moved(points, `${formatDecimal(Math.abs(points), 2)} điểm phần trăm`, 'more');
  return [{ label, now: rateText(now.rate, noun), before: rateText(then.rate, noun), ...change }];
}

function overdueLine({ now, then, points }: Change): readonly Line[] {
  if (then === null) return [];
  const [after, before] = [now.counts.overdue, then.counts.overdue];
  const size = `${formatInteger(Math.abs(after - before))} phần việc`;
  const change = points === null ? NOT_COMPARED : moved(after - before, size, 'less');
  return [
    { label: 'Phần việc quá hạn chưa hoàn thành', now: formatInteger(after), before: formatInteger(before), ...change },
  ];
}

/** More bodies that sent is better only where as many owed; else the change of the count says nothing of the share. */
function sentLine(now: ComparedPeriod, then: ComparedPeriod): Line {
  const told = (side: ComparedPeriod): string => `${formatInteger(side.reported)}/${formatInteger(side.expected)}`;
  const amount = now.reported - then.reported;
  const { change, tone } = moved(amount, `${formatInteger(Math.abs(amount))} cơ quan, đơn vị`, 'more');
  const sides = { label: 'Cơ quan, đơn vị đã gửi báo cáo, số liệu', now: told(now), before: told(then) };
  if (now.expected === then.expected) return { ...sides, change, tone };
  return { ...sides, change: amount === 0 ? 'Số đã gửi không thay đổi' : change, tone: null };
}

/** Null where there is nothing to set beside. */
export function dashboardComparison(
  comparison: Comparison | null,
  blocks: readonly Block[],
): DashboardComparison | null {
  if (comparison === null) return null;
  const { then, now, byTask, byObligation } = comparison;
  const lines = [
    ...rateLine('Tỷ lệ hoàn thành nhiệm vụ', byTask, 'nhiệm vụ'),
    ...rateLine('Tỷ lệ hoàn thành phần việc', byObligation, 'phần việc'),
    ...overdueLine(byObligation),
    sentLine(now, then),
  ];
  return { name: then.name, lines, ranks: rankMoves(blocks, comparison.units) };
}
