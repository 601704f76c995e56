/** The words that stand in the indicator list for the codes of the data file, both ways. */

import { fold } from '../../lib/text';

/** Code → word, as an officer reads it. */
export type Words<K extends string> = Readonly<Record<K, string>>;

export const TYPES = { count: 'số đếm', ratio: 'tỷ lệ', bool: 'có hoặc không', enum: 'lựa chọn' } as const;
export const TIMES = {
  flow: 'phát sinh trong kỳ',
  cumulative: 'lũy kế từ đầu năm',
  stock: 'tại thời điểm chốt',
  since: 'so với năm gốc',
} as const;
export { ROLL_UPS } from '../../i18n/measures';
export const LEVELS = { stop: 'dừng', explain: 'giải trình', note: 'lưu ý' } as const;
export const KINDS = {
  'part-of': 'bộ phận không lớn hơn tổng',
  'cross-foot': 'hai vế bằng nhau',
  'cumulative-growth': 'lũy kế không giảm',
  'year-covers': 'kỳ sau bao gồm kỳ trước',
  jump: 'biến động lớn',
} as const;
export const LEDGER = { 'tasks-total': 'sổ: tổng số nhiệm vụ', 'tasks-done': 'sổ: số nhiệm vụ đã hoàn thành' } as const;
export const CONFIDENCES = { 'M+': 'M+', M: 'M', 'M-': 'M-' } as const;

/** The code that a word stands for; the code itself is understood too. Undefined for a word that is none. */
export function codeOf<K extends string>(words: Words<K>, text: string): K | undefined {
  const wanted = fold(text);
  return (Object.keys(words) as K[]).find((code) => fold(words[code]) === wanted || fold(code) === wanted);
}
