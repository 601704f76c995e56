/** The versions of dated data that a period's figures were made by, as the sheet of sources names them. */

import type { PlainDate } from '../calendar/plain-date';
import { inForce } from '../calendar/range';
import { formatDate } from '../i18n/format';
import { versionFor, type Period } from '../regulation/periods';
import type { PlanData } from './plan-data';

interface Dated {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** What each is, and its version: the day or the reporting year from which it holds, or its number. */
export function versionsOf(
  { rules, regime, outline }: PlanData,
  { year, window }: Period,
): readonly (readonly [string, string])[] {
  const since = (table: readonly Dated[]): string =>
    table
      .filter((version) => inForce(version, window.to))
      .map(({ from }) => formatDate(from))
      .join(', ');
  const served = versionFor(regime, year).value?.years.from ?? year;
  return [
    ['Bản của quy tắc trạng thái', `${rules.id}, có hiệu lực từ ngày ${since(rules.status)}`],
    ['Bản của quy tắc nhiệm vụ', `${rules.id}, có hiệu lực từ ngày ${since(rules.task)}`],
    ['Bản của chế độ báo cáo', `${regime.id}, áp dụng từ năm báo cáo ${served}`],
    ['Bản của đề cương', `${outline.id}, ${outline.version}`],
  ];
}
