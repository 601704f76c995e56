/**
 * The placeholders of a Word template: texts, which stand anywhere, and blocks, which take a paragraph of their own
 * in the body. One table, from which errors list the known names and the guide is checked.
 */

import { DOCUMENT_FIELDS, type FieldName } from '../../../report/fields';
import type { Appendix, OfficialDocument, Table } from '../../../report/document';
import { dateLine, numberLine } from '../letterhead';
import { marked } from '../marks';

interface TextPlace {
  readonly title: string;
  readonly value: (document: OfficialDocument) => string;
}

const lines = (items: readonly string[] | null): string => (items ?? []).join('\n');
const listed = (items: readonly string[]): string => lines(marked(items).map((item) => `- ${item}`));

const OWN: Readonly<Record<string, TextPlace>> = {
  co_quan_chu_quan: { title: 'Cơ quan chủ quản, chữ hoa', value: (d) => lines(d.letterhead.parent) },
  co_quan_ban_hanh: { title: 'Cơ quan ban hành, chữ hoa', value: (d) => lines(d.letterhead.issuer) },
  don_vi: { title: 'Tên đầy đủ của cơ quan báo cáo', value: (d) => d.properties.agency },
  so: { title: 'Số văn bản; để trống trên bản dự thảo', value: (d) => d.letterhead.number ?? '' },
  ky_hieu: { title: 'Ký hiệu văn bản', value: (d) => d.letterhead.symbol },
  so_ky_hieu: {
    title: 'Số và ký hiệu văn bản',
    value: (d) => numberLine(d.letterhead).replace(/^Số:\s/, ''),
  },
  dia_danh: { title: 'Địa danh', value: (d) => d.letterhead.place },
  ngay_ky: {
    title: 'Ngày tháng năm; bản dự thảo để trống ngày',
    value: ({ letterhead }) => dateLine(letterhead).slice(letterhead.place.length + 2),
  },
  dia_danh_ngay_ky: { title: 'Địa danh và ngày tháng năm', value: (d) => dateLine(d.letterhead) },
  do_khan: { title: 'Mức độ khẩn', value: (d) => d.urgency ?? '' },
  ten_loai: { title: 'Tên loại văn bản, chữ hoa', value: (d) => d.typeName ?? '' },
  trich_yeu: { title: 'Trích yếu nội dung', value: (d) => d.subject },
  ten_bao_cao: { title: 'Tên báo cáo: tên loại và trích yếu', value: (d) => d.properties.title },
  kinh_gui: {
    title: 'Nơi kính gửi; nhiều nơi thì mỗi nơi một dòng',
    value: ({ addressees }) => (addressees.length === 1 ? (addressees[0] as string) : listed(addressees)),
  },
  can_cu: { title: 'Căn cứ ban hành, mỗi căn cứ một dòng', value: (d) => lines(marked(d.legalBases)) },
  quyen_han_chuc_vu: { title: 'Quyền hạn, chức vụ người ký', value: (d) => lines(d.signature.lines) },
  nguoi_ky: { title: 'Họ và tên người ký', value: (d) => d.signature.name ?? '' },
  noi_nhan: { title: 'Nơi nhận, mỗi nơi một dòng', value: (d) => listed(d.noiNhan) },
  luu_y: { title: 'Lời ghi rõ số liệu mẫu hoặc chưa chốt', value: (d) => d.notice ?? '' },
};

const FIELDS = Object.fromEntries(
  Object.entries(DOCUMENT_FIELDS).map(([name, title]): [string, TextPlace] => [
    name,
    { title, value: (d) => d.fields?.[name as FieldName] ?? '' },
  ]),
);

/** Texts, by name. */
export const TEXT_PLACES: Readonly<Record<string, TextPlace>> = { ...OWN, ...FIELDS };

/** Tables of the model by the name that a placeholder has for them. */
const TABLE_NAMES: Readonly<Record<string, string>> = {
  'by-area': 'theo_linh_vuc',
  indicators: 'so_lieu',
  tasks: 'nhiem_vu',
  targets: 'chi_tieu',
  units: 'don_vi',
};

export type BlockPlace =
  | { readonly kind: 'body'; readonly title: string }
  | { readonly kind: 'appendices'; readonly title: string }
  | { readonly kind: 'appendix' | 'table'; readonly table: string; readonly title: string };

const own = (kind: 'appendix' | 'table', prefix: string, title: string): [string, BlockPlace][] =>
  Object.entries(TABLE_NAMES)
    .filter(([table]) => kind === 'table' || table !== 'by-area')
    .map(([table, name]) => [`${prefix}_${name}`, { kind, table, title: `${title} ${name.replaceAll('_', ' ')}` }]);

/** Blocks, by name. */
export const BLOCK_PLACES: Readonly<Record<string, BlockPlace>> = {
  noi_dung: { kind: 'body', title: 'Toàn bộ nội dung báo cáo' },
  phu_luc: { kind: 'appendices', title: 'Các phụ lục chưa có chỗ riêng' },
  ...Object.fromEntries(own('appendix', 'phu_luc', 'Phụ lục')),
  ...Object.fromEntries(own('table', 'bang', 'Riêng bảng')),
};

/** Blocks that every template must have. */
export const REQUIRED: readonly string[] = Object.keys(BLOCK_PLACES).filter(
  (name) => BLOCK_PLACES[name]?.kind === 'body',
);

export const KNOWN_NAMES: readonly string[] = [...Object.keys(TEXT_PLACES), ...Object.keys(BLOCK_PLACES)];

export const tableOf = ({ blocks }: Pick<Appendix, 'blocks'>): string | undefined =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table.id] : []))[0];

/** The table of that id, wherever the document has it. */
export function findTable({ body, appendices }: OfficialDocument, id: string): Table | undefined {
  const blocks = [...body, ...appendices.flatMap((appendix) => appendix.blocks)];
  return blocks.flatMap((block) => (block.kind === 'table' && block.table.id === id ? [block.table] : []))[0];
}
