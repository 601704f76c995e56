/** A target's comparator and value in words: "từ 98% trở lên", "dưới 2%", "100%". */

import type { Measure } from '../plan/schema';
import { formatNumber } from './format';

/** Whether a target is met, by `String(met)`. */
export const METS = { true: 'Đạt', false: 'Chưa đạt', null: 'Chưa đánh giá' } as const;

/** Answers other than a value, as an explanation names them. */
export const ANSWER_LABELS = {
  'nothing-arose': 'không phát sinh',
  'not-applicable': 'không áp dụng',
  withdrawn: 'đã rút',
} as const;

/** How an indicator adds over units; without commas, which part the choices of a list in Excel. */
export const ROLL_UPS = {
  sum: 'cộng các đơn vị',
  owner: 'cơ quan theo dõi báo cáo',
  'ratio-of-sums': 'tổng tử số trên tổng mẫu số',
  latest: 'cộng số mới nhất của từng đơn vị',
  'count-of': 'đếm hoặc gộp câu trả lời',
  max: 'có ở ít nhất một đơn vị',
} as const;

export function comparatorText({ comparator, value, unit }: Pick<Measure, 'comparator' | 'value' | 'unit'>): string {
  if (comparator === 'increase') return 'tăng so với năm trước';
  if (comparator === 'decrease') return 'giảm so với năm trước';
  if (comparator === null || value === null) return 'định tính';
  const amount = unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)}${unit ? ` ${unit}` : ''}`;
  return {
    '>=': `từ ${amount} trở lên`,
    '>': `trên ${amount}`,
    '<=': `không quá ${amount}`,
    '<': `dưới ${amount}`,
    '=': amount,
  }[comparator];
}
