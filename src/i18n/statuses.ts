/** Statuses in Vietnamese: as a label in a table, and as the tail of "3 nhiệm vụ …" in a sentence. */

import type { Status } from '../obligations/schema';

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'done-unsatisfactory': 'Đã thực hiện, chưa đạt yêu cầu',
  'in-progress': 'Đang thực hiện, trong hạn',
  'not-due': 'Chưa đến hạn, chưa triển khai',
  overdue: 'Quá hạn chưa hoàn thành',
  'period-done': 'Thường xuyên, có kết quả trong kỳ',
  'period-missing': 'Thường xuyên, chưa có kết quả trong kỳ',
  'no-report': 'Chưa có báo cáo',
  'not-triggered': 'Chưa phát sinh',
  cancelled: 'Dừng, không thực hiện',
};

export const STATUS_PHRASES: Readonly<Record<Status, string>> = {
  'done-on-time': 'hoàn thành đúng hạn',
  'done-late': 'hoàn thành quá hạn',
  'done-unsatisfactory': 'đã thực hiện nhưng chưa đạt yêu cầu',
  'in-progress': 'đang thực hiện, trong hạn',
  'not-due': 'chưa đến hạn, chưa triển khai',
  overdue: 'quá hạn chưa hoàn thành',
  'period-done': 'thường xuyên, định kỳ đã có kết quả trong kỳ',
  'period-missing': 'thường xuyên, định kỳ chưa có kết quả trong kỳ',
  'no-report': 'thường xuyên, định kỳ chưa có báo cáo',
  'not-triggered': 'chưa phát sinh',
  cancelled: 'dừng, không thực hiện',
};
