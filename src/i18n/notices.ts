/** Lines that stand in the foot of a document whose figures must not be taken for final or for real. */

export const NOTICES = {
  sample: 'Bản chạy thử lập từ số liệu mẫu do chương trình tự sinh; không phải số liệu thật, không dùng để báo cáo.',
  preliminary: 'Số liệu tạm tính: kỳ báo cáo chưa chốt số liệu.',
  sampleScoring: 'BẢNG ĐIỂM MẪU',
} as const;
