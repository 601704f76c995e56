/** States of a report that is owed, as a label in a table. The keys are those of `submissions`. */

export const SUBMISSION_LABELS = {
  'on-time': 'Đã gửi đúng hạn',
  late: 'Đã gửi, quá hạn',
  approved: 'Đã gửi, đã được chấp nhận',
  empty: 'Nộp nhưng trống',
  returned: 'Đã trả lại, chưa gửi lại',
  missing: 'Chưa gửi',
} as const;
