/** A target's comparator and value in words: "từ 98% trở lên", "dưới 2%", "100%". */

import type { Measure } from '../plan/schema';
import { formatNumber } from './format';

/** Whether a target is met, by `String(met)`. */
export const METS = { true: 'Đạt', false: 'Chưa đạt', null: 'Chưa đánh giá' } as const;

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
