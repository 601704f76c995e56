/** The pictures of the dashboard and of the city's report: each shows figures that the table beside it holds. */

import { count, totalOf, type Evaluation } from '../figures/evaluation';
import type { Chart } from './chart';
import type { Block } from './ranking';
import { AREA_COLUMNS } from './tables/by-area';
import { sumOf } from './tables/cells';
import { inSentence } from './wording';
import type { SubmissionLine } from './dashboard/model';

/** Tasks of each area by the columns of Table 1, those without any left out. */
export function areaChart({ evaluation }: { readonly evaluation: Evaluation }): Chart | null {
  const areas = evaluation.plan.areas.flatMap((area) => {
    const counts = count(evaluation.tasks.filter((t) => t.task.area === area.code).map((t) => t.status));
    return totalOf(counts) > 0 ? [{ title: inSentence(area.title), counts }] : [];
  });
  const series = AREA_COLUMNS.map(({ title, statuses }, place) => ({
    label: title,
    place,
    values: areas.map(({ counts }) => sumOf(counts, statuses)),
  })).filter(({ values }) => values.some((v) => v > 0));
  if (areas.length === 0) return null;
  return {
    id: 'nhiem-vu-theo-linh-vuc',
    kind: 'bars',
    title: 'Số nhiệm vụ theo lĩnh vực và tình trạng',
    unit: 'nhiệm vụ',
    categories: areas.map((a) => a.title),
    series,
  };
}

/** Bands of the printed rate, lowest first. */
const BANDS: readonly { readonly label: string; readonly below: number }[] = [
  { label: 'Dưới 20%', below: 20 },
  { label: 'Từ 20% đến dưới 40%', below: 40 },
  { label: 'Từ 40% đến dưới 60%', below: 60 },
  { label: 'Từ 60% đến dưới 80%', below: 80 },
  { label: 'Từ 80% đến dưới 100%', below: 100 },
  { label: 'Đạt 100%', below: Infinity },
];

/** How many units of each block stand in each band of the rate. */
export function bandChart(blocks: readonly Block[]): Chart | null {
  const bandOf = (percent: number): number => BANDS.findIndex((b) => percent < b.below);
  const series = blocks.flatMap(({ name, units }) => {
    const bands = units.flatMap(({ rate }) => (rate.percent === null ? [] : [bandOf(rate.percent)]));
    return bands.length > 0
      ? [{ label: name, values: BANDS.map((_, i) => bands.filter((band) => band === i).length) }]
      : [];
  });
  if (series.length === 0) return null;
  return {
    id: 'don-vi-theo-ty-le',
    kind: 'columns',
    title: 'Số cơ quan, đơn vị theo mức tỷ lệ hoàn thành phần việc',
    unit: 'đơn vị',
    categories: BANDS.map((b) => b.label),
    series,
  };
}

/** Days from the last day of sending, first and last of each step; before it negative. */
const STEPS: readonly { readonly label: string; readonly to: number }[] = [
  { label: 'Sớm hơn hạn trên 7 ngày', to: -8 },
  { label: 'Sớm hơn hạn 4 - 7 ngày', to: -4 },
  { label: 'Sớm hơn hạn 1 - 3 ngày', to: -1 },
  { label: 'Đúng ngày hạn', to: 0 },
  { label: 'Chậm 1 - 3 ngày', to: 3 },
  { label: 'Chậm 4 - 7 ngày', to: 7 },
  { label: 'Chậm trên 7 ngày', to: Infinity },
];

/** When the main reports came in, against their last day; those that have not come stand at the end. */
export function sendingChart(
  lines: readonly SubmissionLine[],
  daysFromDue: (line: SubmissionLine) => number | null,
): Chart | null {
  if (lines.length === 0) return null;
  const values = [...STEPS.map(() => 0), 0];
  for (const line of lines) {
    const days = daysFromDue(line);
    const step = days === null ? STEPS.length : STEPS.findIndex((s) => days <= s.to);
    values[step] = (values[step] ?? 0) + 1;
  }
  return {
    id: 'gui-bao-cao',
    kind: 'columns',
    title: 'Thời điểm gửi báo cáo so với hạn gửi',
    unit: 'đơn vị',
    categories: [...STEPS.map((s) => s.label), 'Chưa gửi'],
    series: [{ label: 'Số cơ quan, đơn vị', values }],
  };
}
