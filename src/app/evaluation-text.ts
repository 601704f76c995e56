/** `evaluate` on a terminal. */

import { formatDate, formatInteger, formatPercent } from '../i18n/format';
import { STATUS_LABELS } from '../i18n/statuses';
import type { Evaluation, Rate } from '../figures/evaluation';
import { STATUSES } from '../obligations/schema';
import type { Registry } from '../units/registry';

const rateText = (rate: Rate): string =>
  rate.percent === null
    ? 'không phát sinh'
    : `${formatPercent(rate.percent)} (${formatInteger(rate.done)}/${formatInteger(rate.of)})`;

/** What must be said before any figure: that it is a sample, that it may change. */
export const notices = (e: Pick<Evaluation, 'sampleEvents' | 'preliminary'>): readonly string[] => [
  ...(e.sampleEvents > 0 ? ['SỐ LIỆU MẪU, không phải số liệu thật'] : []),
  ...(e.preliminary ? ['Số liệu tạm tính: chưa hết ngày chốt số liệu'] : []),
];

export function evaluationText(e: Evaluation, registry: Registry): string {
  const { counts, rate, period, reporting } = e;
  const width = Math.max(...STATUSES.map((s) => STATUS_LABELS[s].length));
  const line = (label: string, a: string, b: string): string =>
    `${label.padEnd(width)}  ${a.padStart(10)}  ${b.padStart(10)}`;
  return [
    `${e.unit ? (registry.unit(e.unit)?.name ?? e.unit) : registry.name}, ${period.name}: chốt từ ${formatDate(period.window.from)} đến hết ${formatDate(period.window.to)}`,
    ...notices(e),
    line('', 'nhiệm vụ', 'phần việc'),
    ...STATUSES.filter((s) => counts.byObligation[s] + counts.byTask[s] > 0).map((s) =>
      line(STATUS_LABELS[s], formatInteger(counts.byTask[s]), formatInteger(counts.byObligation[s])),
    ),
    `Tỷ lệ hoàn thành: ${rateText(rate.byTask)} nhiệm vụ; ${rateText(rate.byObligation)} phần việc`,
    `Đã báo cáo: ${formatInteger(reporting.reported.length)}/${formatInteger(reporting.expected.length)} đơn vị`,
  ].join('\n');
}
