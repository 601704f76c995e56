/** Types of administrative documents (Điều 7) with their abbreviations (Phụ lục III, phần I). */

import { fold } from '../../lib/text';

export interface DocumentType {
  readonly name: string;
  readonly folded: string;
  /** Null for a công văn and a thư công, which have none. */
  readonly abbreviation: string | null;
}

const LIST =
  'Nghị quyết NQ, Quyết định QĐ, Chỉ thị CT, Quy chế QC, Quy định QyĐ, Thông cáo TC, Thông báo TB, Hướng dẫn HD, ' +
  'Chương trình CTr, Kế hoạch KH, Phương án PA, Đề án ĐA, Dự án DA, Báo cáo BC, Biên bản BB, Tờ trình TTr, ' +
  'Hợp đồng HĐ, Công điện CĐ, Bản ghi nhớ BGN, Bản thỏa thuận BTT, Giấy ủy quyền GUQ, Giấy mời GM, ' +
  'Giấy giới thiệu GGT, Giấy nghỉ phép GNP, Phiếu gửi PG, Phiếu chuyển PC, Phiếu báo PB, Thư công -, Công văn -';

export const TYPES: readonly DocumentType[] = LIST.split(', ').map((entry) => {
  const at = entry.lastIndexOf(' ');
  const abbreviation = entry.slice(at + 1);
  return {
    name: entry.slice(0, at),
    folded: fold(entry.slice(0, at)),
    abbreviation: abbreviation === '-' ? null : abbreviation,
  };
});

/** Abbreviations of types and of copies, which no công văn may begin its ký hiệu with. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(TYPES.flatMap((type) => type.abbreviation ?? []));
