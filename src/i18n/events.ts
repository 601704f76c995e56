/** What is told of a task, in words: "hoàn thành", "gia hạn". */

import type { TaskFact } from '../ledger/events';

export const EVENT_WORDS: Readonly<Record<TaskFact['event'], string>> = {
  started: 'bắt đầu triển khai',
  progress: 'có kết quả bước đầu',
  completed: 'hoàn thành',
  unsatisfactory: 'đánh giá chưa đạt yêu cầu',
  triggered: 'phát sinh',
  extended: 'gia hạn',
  cancelled: 'cho dừng',
  corrected: 'đính chính',
  'not-started': 'chưa triển khai, chưa phát sinh',
};
