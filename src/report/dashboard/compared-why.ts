/**
 * How the figures of an earlier period came about. Its facts do not travel in the page, so that the period, the rules,
 * the counts that a rate is made of and the command that shows the rest are said in words.
 */

import type { Comparison } from '../../figures/comparison';
import type { Tally, TallyChange } from '../../figures/comparison/tally';
import type { Rate } from '../../figures/evaluation';
import { WHY_NOT_TEXTS } from '../../i18n/comparison';
import { formatDecimal, formatInteger, formatLongRange, formatPercent } from '../../i18n/format';
import { STATUS_LABELS } from '../../i18n/statuses';
import { lowerFirst } from '../../i18n/words';
import { STATUSES } from '../../obligations/schema';
import type { RankMove } from '../ranking';

/** By what the earlier period was counted. */
export interface EarlierRules {
  /** Name of the table and the day since which its version holds, in words. */
  readonly name: string;
  /** How the rate is computed. */
  readonly rate: string;
}

export interface Compared {
  readonly comparison: Comparison;
  readonly rules: EarlierRules;
}

const KNOWN = 'Các con số của kỳ so sánh được tính lại từ những gì sổ đã ghi đến thời điểm lập bảng này.';

export const rateText = ({ percent, done, of }: Rate, noun: string): string =>
  percent === null
    ? 'không phát sinh'
    : `${formatPercent(percent)} (${formatInteger(done)}/${formatInteger(of)} ${noun})`;

function periodText({ comparison: { then } }: Compared): string {
  return `Kỳ so sánh: ${then.name}, kế hoạch ${then.plan}, số liệu chốt ${formatLongRange(then.window)}.`;
}

function commandText({ comparison: { then } }: Compared, ...commands: readonly string[]): string {
  const whole = commands.map((c) => c.replace(' ', ` --plan ${then.plan} --period ${then.id} `));
  return `Xem từng việc, từng sự kiện của kỳ đó bằng lệnh: ${whole.map((c) => `baocao ${c}`).join('; ')}.`;
}

/** "Hoàn thành đúng hạn: 5; Quá hạn chưa hoàn thành: 3; tổng số 8 nhiệm vụ." */
function countsText({ counts, total }: Tally, noun: string): string {
  const own = STATUSES.filter((s) => counts[s] > 0).map(
    (s) => `${lowerFirst(STATUS_LABELS[s])} ${formatInteger(counts[s])}`,
  );
  return `Theo trạng thái ở kỳ so sánh: ${[...own, `tổng số ${formatInteger(total)} ${noun}`].join('; ')}.`;
}

/** The earlier rate: its period, the counts by status, how they make the rate, where the facts are. */
export function earlierRate(compared: Compared, tally: Tally, noun: 'nhiệm vụ' | 'phần việc'): readonly string[] {
  const { done, of, percent } = tally.rate;
  const result = percent === null ? 'không có tỷ lệ' : `tỷ lệ ${formatPercent(percent)}`;
  const { rules } = compared;
  return [
    periodText(compared),
    countsText(tally, noun),
    `${formatInteger(done)} ${noun} đã hoàn thành, có kết quả trên ${formatInteger(of)} ${noun} tính tỷ lệ: ${result}.`,
    `Quy tắc TL-01: ${rules.rate}.`,
    `Trạng thái được xét theo ${rules.name}.`,
    KNOWN,
    noun === 'nhiệm vụ'
      ? commandText(compared, 'explain --figure rate', 'evaluate --group-by status')
      : commandText(compared, 'evaluate --group-by unit', 'explain --task SỐ_NHIỆM_VỤ'),
  ];
}

/** The earlier count of what was overdue. */
export function earlierOverdue(compared: Compared, tally: Tally): readonly string[] {
  return [
    periodText(compared),
    countsText(tally, 'phần việc'),
    `Trạng thái được xét theo ${compared.rules.name}.`,
    KNOWN,
    commandText(compared, 'explain --figure overdue', 'evaluate --group-by unit'),
  ];
}

/** How many had reported then. */
export function earlierReported(compared: Compared): readonly string[] {
  const { reported, expected } = compared.comparison.then;
  return [
    periodText(compared),
    `${formatInteger(reported)} cơ quan, đơn vị trên ${formatInteger(expected)} cơ quan, đơn vị có phần việc đã gửi báo cáo, số liệu, lời báo cáo của kỳ đó hoặc báo kết quả công việc trong khung chốt số liệu của kỳ đó; ${formatInteger(expected - reported)} cơ quan, đơn vị chưa gửi gì.`,
    KNOWN,
    commandText(compared, 'evaluate --json', 'submissions --json'),
  ];
}

/** Both figures, and how the change was made of them or why there is none. */
export function changeOfRates({ comparison }: Compared, change: TallyChange, noun: string): readonly string[] {
  const { now, then, points, whyNot } = change;
  if (then === null) return [];
  const [after, before] = [now.rate.percent, then.rate.percent];
  const made =
    points === null || after === null || before === null
      ? notComparedText(whyNot)
      : `Thay đổi là hiệu của hai tỷ lệ như đã in: ${formatPercent(after)} trừ ${formatPercent(before)} bằng ${formatDecimal(points, 2)} điểm phần trăm.`;
  return [...bothTexts(comparison, rateText(now.rate, noun), rateText(then.rate, noun)), made];
}

export function changeOfOverdue(
  { comparison }: Compared,
  { now, then, points, whyNot }: TallyChange,
): readonly string[] {
  if (then === null) return [];
  const [after, before] = [now.counts.overdue, then.counts.overdue];
  const made =
    points === null
      ? notComparedText(whyNot)
      : `Thay đổi là hiệu của hai số: ${formatInteger(after)} trừ ${formatInteger(before)} bằng ${formatInteger(after - before)}.`;
  return [...bothTexts(comparison, `${formatInteger(after)} phần việc`, `${formatInteger(before)} phần việc`), made];
}

export function changeOfReported({ comparison }: Compared): readonly string[] {
  const told = ({ reported, expected }: Comparison['now']): string =>
    `${formatInteger(reported)}/${formatInteger(expected)} cơ quan, đơn vị`;
  return bothTexts(comparison, told(comparison.now), told(comparison.then));
}

function bothTexts({ now, then }: Comparison, after: string, before: string): readonly string[] {
  return [`Kỳ này, ${now.name}: ${after}.`, `Kỳ so sánh, ${then.name}: ${before}.`];
}

const notComparedText = (whyNot: TallyChange['whyNot']): string =>
  `Chưa so sánh được${whyNot ? `: ${WHY_NOT_TEXTS[whyNot]}` : ''}.`;

/** Both ranks with the rates that they stand on. */
export function rankMoveText(compared: Compared, { now, then, of, from }: RankMove): readonly string[] {
  const side = ({ place, rate }: RankMove['now']): string =>
    `hạng ${formatInteger(place)}/${formatInteger(of)}, tỷ lệ ${rateText(rate, 'phần việc')}`;
  const merged = from > 1 ? [`Số của kỳ so sánh gộp ${formatInteger(from)} cơ quan, đơn vị trước khi sắp xếp.`] : [];
  return [
    ...bothTexts(compared.comparison, side(now), side(then)),
    ...merged,
    `Hai hạng này chỉ xếp giữa ${formatInteger(of)} cơ quan, đơn vị của khối so sánh được ở cả hai kỳ, nên có thể khác hạng trong toàn khối; tỷ lệ bằng nhau thì cùng hạng.`,
    commandText(compared, 'evaluate --group-by unit', 'explain --task SỐ_NHIỆM_VỤ'),
  ];
}
