/** States of a report that is owed, as a label in a table. The keys are those of `submissions`. */

export const SUBMISSION_LABELS = {
  'on-time': 'Đã gửi đúng hạn',
  late: 'Đã gửi, quá hạn',
  approved: 'Đã gửi, đã được chấp nhận',
  empty: 'Nộp nhưng trống',
  returned: 'Đã trả lại, chưa gửi lại',
  missing: 'Chưa gửi',
} as const;

/** Whether anything of the period is known from a body: figures, results or a report. Not whether its report was sent. */
export const KNOWN_LABELS = { true: 'Có', false: 'Chưa có' } as const;
