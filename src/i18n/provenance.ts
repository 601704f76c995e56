/** Names of the facts of the make, as the sheet of sources prints them. */

export const PROVENANCE_LABELS: Readonly<Record<string, string>> = {
  plan: 'Mã kế hoạch',
  period: 'Mã kỳ báo cáo',
  window: 'Khung chốt số liệu',
  rules: 'Bộ quy tắc',
  ledgerPosition: 'Vị trí cuối trong sổ',
  ledgerEvents: 'Số sự kiện trong sổ đã xét',
  sampleEvents: 'Số sự kiện mẫu trong sổ',
  comparedPlan: 'Mã kế hoạch của năm trước đã so sánh',
  planSha256: 'Mã băm tệp kế hoạch (SHA-256)',
  unitsSha256: 'Mã băm danh mục cơ quan (SHA-256)',
  regimeSha256: 'Mã băm chế độ báo cáo (SHA-256)',
  rulesSha256: 'Mã băm bộ quy tắc (SHA-256)',
  indicatorsSha256: 'Mã băm danh mục chỉ tiêu (SHA-256)',
  checksSha256: 'Mã băm quy tắc kiểm tra (SHA-256)',
  issue: 'Mã phát hành',
  corrects: 'Đính chính báo cáo có mã',
  proseSha256: 'Mã băm tệp lời văn (SHA-256)',
  formsSha256: 'Mã băm đề cương, lời văn báo cáo chuyên đề (SHA-256)',
  wordTemplatesSha256: 'Mã băm các mẫu Word của cơ quan (SHA-256)',
  wordTemplateSha256: 'Mã băm mẫu Word đã dùng (SHA-256)',
};
