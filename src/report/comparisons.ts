/** How a comparison is said in a sentence of a report. One whose rates cannot be compared is not said at all. */

import type { Comparison } from '../figures/comparison';
import { formatDecimal } from '../i18n/format';
import type { Registry } from '../units/registry';
import { unitNames } from './wording';

/** Under the names that templates use. */
export interface ComparisonView {
  /** "quý I năm 2026" */
  readonly name: string;
  /** With the same period last year, and not with the last period. */
  readonly lastYear: boolean;
  readonly done: number;
  readonly of: number;
  readonly percent: number | null;
  /** "tăng 2,50 điểm phần trăm", "không thay đổi": of the printed rates. */
  readonly change: string;
  /** Bodies that were merged into this one since, whose figures are taken together; empty where there was one. */
  readonly mergedText: string;
}

export function comparisonViews(comparisons: readonly Comparison[], registry: Registry): readonly ComparisonView[] {
  return comparisons.flatMap(({ against, then, byTask, origins, unit }) => {
    if (byTask.points === null || byTask.then === null) return [];
    const merged = origins.length > 1 || (origins.length === 1 && origins[0] !== unit);
    return [
      {
        name: then.name,
        lastYear: against === 'last-year',
        ...byTask.then.rate,
        change: changeText(byTask.points),
        mergedText: merged ? unitNames(origins, registry, 5) : '',
      },
    ];
  });
}

/** Percentage points in words. */
export function changeText(points: number): string {
  if (points === 0) return 'không thay đổi';
  return `${points > 0 ? 'tăng' : 'giảm'} ${formatDecimal(Math.abs(points), 2)} điểm phần trăm`;
}
