/** What a fact says happened to a task, as it stands in "Sự kiện số 12: hoàn thành, xảy ra ngày …". */

export const EVENT_WORDS: Readonly<Record<string, string>> = {
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
