/**
 * The sheets of the form and their columns: titles by which a returned workbook is read (wherever its columns have
 * moved), and which of them a unit fills.
 */

export interface FormColumn<K extends string = string> {
  readonly key: K;
  readonly title: string;
  /** `known`: ours, and must come back as it went out; `asked`: the unit's; `shown`: a formula. */
  readonly role: 'key' | 'known' | 'asked' | 'shown';
}

const column = <K extends string>(key: K, title: string, role: FormColumn['role']): FormColumn<K> => ({
  key,
  title,
  role,
});

export const TASK_COLUMNS = [
  column('key', 'Mã', 'key'),
  column('title', 'Nhiệm vụ', 'known'),
  column('product', 'Sản phẩm', 'known'),
  column('due', 'Thời hạn', 'known'),
  column('known', 'Tình hình đã báo cáo', 'known'),
  column('state', 'Trạng thái', 'asked'),
  column('on', 'Ngày hoàn thành', 'asked'),
  column('paper', 'Số, ký hiệu văn bản', 'asked'),
  column('paperOn', 'Ngày văn bản', 'asked'),
  column('result', 'Kết quả thực hiện', 'asked'),
  column('reason', 'Nguyên nhân chậm', 'asked'),
  column('remedy', 'Giải pháp khắc phục', 'asked'),
  column('hint', 'Cần xem lại', 'shown'),
] as const;

export const FIGURE_COLUMNS = [
  column('key', 'Mã chỉ tiêu', 'key'),
  column('label', 'Chỉ tiêu', 'known'),
  column('unit', 'Đơn vị tính', 'known'),
  column('previous', 'Kỳ trước', 'known'),
  column('numerator', 'Tử số', 'asked'),
  column('denominator', 'Mẫu số', 'asked'),
  column('value', 'Giá trị', 'asked'),
  column('ratio', 'Tỷ lệ', 'shown'),
  column('answer', 'Trường hợp không có số', 'asked'),
  column('note', 'Ghi chú', 'asked'),
  column('hint', 'Cần xem lại', 'shown'),
] as const;

export const SECTION_COLUMNS = [
  column('key', 'Mục', 'key'),
  column('title', 'Nội dung báo cáo', 'known'),
  column('previous', 'Kỳ trước đã viết', 'known'),
  column('text', 'Nội dung kỳ này', 'asked'),
] as const;

/** The sheet of checks: codes in the first column, the unit's reason in the last. */
export const CHECK_COLUMNS = [
  column('key', 'STT', 'key'),
  column('text', 'Nội dung kiểm tra', 'known'),
  column('count', 'Số lượng', 'shown'),
  column('result', 'Kết quả', 'shown'),
  column('reason', 'Giải trình của đơn vị', 'asked'),
] as const;

export type TaskColumn = (typeof TASK_COLUMNS)[number]['key'];
export type FigureColumn = (typeof FIGURE_COLUMNS)[number]['key'];

/** The three sheets that are filled, by the letter that the hidden sheet knows them by. */
export const FORM_SHEETS = {
  tasks: { letter: 'N', name: 'Nhiệm vụ', columns: TASK_COLUMNS },
  figures: { letter: 'S', name: 'Số liệu', columns: FIGURE_COLUMNS },
  sections: { letter: 'T', name: 'Thuyết minh', columns: SECTION_COLUMNS },
} as const;
export type FormSheet = keyof typeof FORM_SHEETS;

export const GUIDE_SHEET = 'Hướng dẫn';
export const CHECK_SHEET = 'Kiểm tra';
export const HIDDEN_SHEET = '_bieu_mau';
/** First cell of the hidden sheet: how a form is known whatever it is called. */
export const FORM_MARK = 'baocao-bieu-mau';

/** Lines of the guide that name unit and period, by their label. */
export const GUIDE_LINES = { unit: 'Đơn vị báo cáo', period: 'Kỳ báo cáo' } as const;

/** Answers that are no number, as the drop-down says them. */
export const NO_FIGURE = { 'nothing-arose': 'Không phát sinh', 'not-applicable': 'Không áp dụng' } as const;
