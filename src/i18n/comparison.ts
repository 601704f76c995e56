/** Why two figures are not set side by side, as said to the reader. The keys are those of `figures/comparison`. */

export const WHY_NOT_TEXTS = {
  'new-plan': 'kỳ trước thuộc kế hoạch khác, tỷ lệ hoàn thành của kế hoạch mới tính lại từ đầu',
  'nothing-owed': 'một trong hai kỳ không có việc phải tính',
  'new-body': 'cơ quan, đơn vị chưa có ở kỳ trước',
  divided: 'cơ quan trước đây đã chia cho nhiều cơ quan, không tách được số liệu',
  'no-such-area': 'kế hoạch trước không có lĩnh vực này',
  'not-asked': 'kỳ trước không thu chỉ tiêu này',
  'definition-changed': 'chỉ tiêu đã đổi cách tính',
  'no-figure-now': 'kỳ này chưa có số liệu',
  'no-figure-then': 'kỳ trước chưa có số liệu',
  'not-applicable': 'không áp dụng ở một trong hai kỳ',
  'nothing-arose': 'một trong hai kỳ không phát sinh nên không có tỷ lệ',
  'windows-differ': 'hai khung chốt số liệu dài khác nhau',
  'count-restarts': 'số lũy kế tính lại từ đầu năm',
} as const;
