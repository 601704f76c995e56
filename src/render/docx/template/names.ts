/**
 * What an agency's Word template may ask for, by name. A text goes where its name stands, in the format it finds
 * there; a block takes the place of the whole paragraph that names it.
 */

import { DOCUMENT_FIELDS } from '../../../report/fields';

/** Name → what it is. `drop`: an empty one leaves no paragraph. */
interface TextField {
  readonly about: string;
  readonly drop?: boolean;
}

const FORM_FIELDS = {
  co_quan_chu_quan: { about: 'Cơ quan chủ quản, chữ in hoa; bỏ cả dòng nếu không có', drop: true },
  ten_co_quan: { about: 'Cơ quan ban hành, chữ in hoa' },
  ten_co_quan_thuong: { about: 'Tên đầy đủ của cơ quan, chữ thường' },
  so: { about: 'Số văn bản; để trống khi là dự thảo' },
  ky_hieu: { about: 'Ký hiệu, ví dụ BC-SNV' },
  so_ky_hieu: { about: 'Cả dòng “Số: …/BC-SNV”' },
  dia_danh: { about: 'Địa danh' },
  ngay: { about: 'Ngày ký, hai chữ số' },
  thang: { about: 'Tháng ký' },
  nam: { about: 'Năm ký' },
  dia_danh_ngay: { about: 'Cả dòng địa danh và thời gian' },
  do_khan: { about: 'Độ khẩn; bỏ cả dòng nếu không có', drop: true },
  ten_loai: { about: 'Tên loại văn bản, ví dụ BÁO CÁO' },
  trich_yeu: { about: 'Trích yếu' },
  can_cu: { about: 'Căn cứ, mỗi căn cứ một dòng; bỏ nếu không có', drop: true },
  quyen_han_chuc_vu: { about: 'Quyền hạn, chức vụ người ký' },
  ho_ten: { about: 'Họ tên người ký; để trống khi là dự thảo' },
  noi_nhan: { about: 'Nơi nhận, mỗi nơi một dòng', drop: true },
} as const satisfies Record<string, TextField>;

export type FormField = keyof typeof FORM_FIELDS;

export const TEXT_FIELDS: Readonly<Record<string, TextField>> = {
  ...FORM_FIELDS,
  ...Object.fromEntries(Object.entries(DOCUMENT_FIELDS).map(([name, about]) => [name, { about }])),
};

/** Blocks: `body` ones stand in the text itself, `line` ones (rules under names) may stand in a cell too. */
const BLOCK_FIELDS: Readonly<Record<string, { readonly about: string; readonly place: 'body' | 'line' }>> = {
  noi_dung: { about: 'Toàn bộ nội dung báo cáo, kết thúc bằng “./.” (bắt buộc)', place: 'body' },
  phu_luc: { about: 'Mọi phụ lục, mỗi phụ lục một phần (section), số trang đếm lại', place: 'body' },
  phan_dau: { about: 'Phần đầu văn bản do chương trình trình bày', place: 'body' },
  tieu_de: { about: 'Tên loại, trích yếu, kính gửi, căn cứ do chương trình trình bày', place: 'body' },
  kinh_gui: { about: 'Kính gửi: một dòng, hoặc mỗi nơi một dòng; bỏ nếu không có', place: 'body' },
  phan_ky: { about: 'Nơi nhận và phần ký do chương trình trình bày', place: 'body' },
  gach_ten_co_quan: { about: 'Đường kẻ dưới tên cơ quan, dài 1/3 đến 1/2 dòng chữ', place: 'line' },
  gach_trich_yeu: { about: 'Đường kẻ dưới trích yếu', place: 'line' },
};

const ONE_APPENDIX = /^phu_luc_([1-9]\d?)$/;

export type Placeholder =
  | { readonly kind: 'text'; readonly name: string; readonly drop: boolean }
  | { readonly kind: 'block'; readonly name: string; readonly place: 'body' | 'line' }
  /** `no` null: all of them. */
  | { readonly kind: 'appendix'; readonly name: string; readonly no: number | null };

/** What the name asks for; undefined for a name that nobody knows. */
export function placeholderOf(name: string): Placeholder | undefined {
  const text = Object.hasOwn(TEXT_FIELDS, name) ? TEXT_FIELDS[name] : undefined;
  if (text) return { kind: 'text', name, drop: text.drop === true };
  const one = ONE_APPENDIX.exec(name);
  if (one || name === 'phu_luc') return { kind: 'appendix', name, no: one ? Number(one[1]) : null };
  const block = Object.hasOwn(BLOCK_FIELDS, name) ? BLOCK_FIELDS[name] : undefined;
  return block && { kind: 'block', name, place: block.place };
}

/** Every name with what it is, in the order of a document. */
export const KNOWN_PLACEHOLDERS: readonly { readonly name: string; readonly about: string }[] = [
  ...Object.entries(TEXT_FIELDS).map(([name, { about }]) => ({ name, about })),
  ...Object.entries(BLOCK_FIELDS).map(([name, { about }]) => ({ name, about })),
  { name: 'phu_luc_1', about: 'Riêng phụ lục thứ nhất; tương tự phu_luc_2, phu_luc_3, …' },
];

export const knownNames = (): string => KNOWN_PLACEHOLDERS.map(({ name }) => name).join(', ');
