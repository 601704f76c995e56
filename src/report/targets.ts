/** What a target of the plan says in words: the level to reach, what was reached, and how that is judged. */

import { isRelative, type TargetResult } from '../figures/indicators';
import type { Indicator } from '../figures/schema';
import { comparatorText, METS } from '../i18n/measures';
import type { Measure } from '../plan/schema';
import { figureText } from './wording';

/** A measure as an indicator of its own: an amount, or a ratio where its unit is "%". */
export const shapeOf = ({ unit }: Measure): Pick<Indicator, 'unit' | 'type' | 'options' | 'denominator'> =>
  ({ unit: unit ?? '-', type: unit === '%' ? 'ratio' : 'count' }) as const;

/** "97,5% (195/200)", "chưa có số liệu". */
export const reachedText = ({ figure, measure }: TargetResult): string => figureText(figure, shapeOf(measure));

/** "từ 98% trở lên"; "giảm so với năm trước (năm trước: 1.240 triệu đồng)" once that figure is known. */
export function levelText({ measure, previous }: TargetResult): string {
  const level = comparatorText(measure);
  if (!isRelative(measure) || previous === null || previous.value === null) return level;
  return `${level} (năm trước: ${figureText(previous, shapeOf(measure))})`;
}

/** "Đạt: kết quả 98,00% (49/50), mức phải đạt từ 98% trở lên"; else why it cannot be said. */
export function verdictText(result: TargetResult): string {
  if (result.met === null) return `Chưa đánh giá được: ${whyOpen(result)}`;
  return `${METS[`${result.met}`]}: kết quả ${reachedText(result)}, mức phải đạt ${levelText(result)}`;
}

function whyOpen({ measure, figure }: TargetResult): string {
  if (!isRelative(measure) && (measure.comparator === null || measure.value === null))
    return 'chỉ tiêu định tính, kế hoạch không đặt mức bằng số để so sánh';
  if (figure.answer === 'nothing-arose') return 'trong kỳ không phát sinh';
  if (figure.answer === 'not-applicable') return 'các cơ quan, đơn vị trả lời không áp dụng';
  if (figure.value === null) return 'chưa có số liệu của kỳ';
  return 'chưa có số liệu năm trước để so sánh';
}
