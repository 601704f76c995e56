/** A rate over all tasks of a plan beside the plan's own, which leaves some out: the note that keeps the two apart. */

import { count, totalOf, type Counts, type Evaluation, type Rate } from '../figures/evaluation';
import type { FigureResult } from '../figures/figures';
import type { Indicator, IndicatorsFile } from '../figures/schema';
import { formatInteger, joinList } from '../i18n/format';
import { STATUS_PHRASES } from '../i18n/statuses';
import { STATUSES } from '../obligations/schema';

interface WholeInput {
  readonly evaluation: Evaluation;
  readonly indicators: IndicatorsFile;
  readonly rateOf: (counts: Counts) => Rate;
}

function isOfAllTasks({ derived }: Indicator, { indicators }: IndicatorsFile): boolean {
  if (derived === null || 'from' in derived || derived.formula.op !== 'ratio') return false;
  const whole = derived.formula.denominator;
  const counts = (d: Indicator['derived']): boolean => d !== null && 'from' in d && d.measure === 'tasks-total';
  return indicators.some((i) => i.code === whole && counts(i.derived));
}

/** Empty where nothing is left out, or where the figure is of another whole than the tasks of the evaluation. */
export function wholeNote(indicator: Indicator, figure: FigureResult, input: WholeInput): string {
  const counts = input.evaluation.counts.byTask;
  const total = totalOf(counts);
  if (!isOfAllTasks(indicator, input.indicators) || figure.denominator !== total) return '';
  // The rules say what is left out: a task of such a status is no part of any whole.
  const left = STATUSES.filter((s) => counts[s] > 0 && input.rateOf(count([s])).of === 0);
  if (left.length === 0) return '';
  const kinds = left.map((s) => `${formatInteger(counts[s])} nhiệm vụ ${STATUS_PHRASES[s]}`);
  return `tính trên tổng số ${formatInteger(total)} nhiệm vụ, kể cả ${joinList(kinds)}`;
}
