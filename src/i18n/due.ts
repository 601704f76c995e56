/** What runs by itself, in words: what is made, how it went, why it was passed over. */

export const MAKE_LABELS = {
  forms: 'phiếu thu số liệu của từng đơn vị',
  reports: 'báo cáo của từng đơn vị',
  summary: 'bảng tổng hợp và báo cáo chung',
  reminder: 'công văn đôn đốc',
} as const;

export const SKIP_LABELS = {
  superseded: 'đã có lần đôn đốc sau thay thế',
  'send-date-passed': 'đã qua hạn gửi',
  'period-closed': 'kỳ báo cáo đã xong',
} as const;
