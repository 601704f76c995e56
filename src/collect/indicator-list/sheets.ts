/** The sheets of the indicator list: their columns, and how each value of the data file is written in a cell. */

import type { Indicator, IndicatorsFile } from '../../figures/schema';
import type { Scalar } from '../../report/workbook';
import { fieldsText } from './check-fields';
import { CONFIDENCES, KINDS, LEDGER, LEVELS, ROLL_UPS, TIMES, TYPES } from './words';

export interface ListColumn<T> {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly wrap?: boolean;
  /** Dates are written as dates; everything else as text, so that Excel makes no number of a code. */
  readonly date?: boolean;
  readonly of: (item: T) => Scalar;
}

type Derived = NonNullable<Indicator['derived']>;

/** `2.1.1 + 2.1.3`, `2.2.3.1 / 2.2.2`, or what the ledger counts. */
function derivedText(derived: Derived): string {
  if ('from' in derived) return LEDGER[derived.measure];
  const { formula } = derived;
  return formula.op === 'sum' ? formula.of.join(' + ') : `${formula.numerator} / ${formula.denominator}`;
}

/** Decimal comma, as it is typed here. */
const decimal = (value: number): string => String(value).replace('.', ',');

export const INDICATOR_COLUMNS: readonly ListColumn<Indicator>[] = [
  { key: 'code', header: 'Mã', width: 9, of: (i) => i.code },
  { key: 'label', header: 'Chỉ tiêu thống kê', width: 46, wrap: true, of: (i) => i.label },
  { key: 'unit', header: 'Đơn vị tính', width: 13, wrap: true, of: (i) => i.unit },
  { key: 'type', header: 'Kiểu', width: 13, of: (i) => TYPES[i.type] },
  { key: 'time', header: 'Tính theo thời gian', width: 18, wrap: true, of: (i) => TIMES[i.time] },
  { key: 'rollUp', header: 'Cách tổng hợp', width: 24, wrap: true, of: (i) => ROLL_UPS[i.rollUp] },
  { key: 'owner', header: 'Cơ quan theo dõi', width: 14, wrap: true, of: (i) => i.owner },
  { key: 'answeredBy', header: 'Đơn vị trả lời', width: 20, wrap: true, of: (i) => i.answeredBy.join('; ') },
  { key: 'numerator', header: 'Tử số', width: 26, wrap: true, of: (i) => i.numerator?.label ?? null },
  { key: 'numeratorUnit', header: 'Đơn vị của tử số', width: 11, wrap: true, of: (i) => i.numerator?.unit ?? null },
  { key: 'denominator', header: 'Mẫu số', width: 26, wrap: true, of: (i) => i.denominator?.label ?? null },
  {
    key: 'denominatorUnit',
    header: 'Đơn vị của mẫu số',
    width: 11,
    wrap: true,
    of: (i) => i.denominator?.unit ?? null,
  },
  { key: 'derived', header: 'Tự tính từ', width: 20, wrap: true, of: (i) => i.derived && derivedText(i.derived) },
  {
    key: 'options',
    header: 'Các lựa chọn',
    width: 26,
    wrap: true,
    of: (i) => i.options?.map((o) => `${decimal(o.value)}: ${o.label}`).join('; ') ?? null,
  },
  {
    key: 'mixed',
    header: 'Khi các đơn vị khác nhau',
    width: 12,
    wrap: true,
    of: (i) => (i.mixed === undefined ? null : decimal(i.mixed)),
  },
  { key: 'confidence', header: 'Độ tin cậy', width: 9, wrap: true, of: (i) => CONFIDENCES[i.confidence] },
  { key: 'from', header: 'Áp dụng từ ngày', width: 12, wrap: true, date: true, of: (i) => i.from },
  { key: 'to', header: 'Đến hết ngày', width: 12, wrap: true, date: true, of: (i) => i.to },
  { key: 'note', header: 'Ghi chú', width: 40, wrap: true, of: (i) => i.note },
];

type Group = IndicatorsFile['groups'][number];
export const GROUP_COLUMNS: readonly ListColumn<Group>[] = [
  { key: 'code', header: 'Mã nhóm', width: 10, of: (g) => g.code },
  { key: 'title', header: 'Tên nhóm', width: 70, wrap: true, of: (g) => g.title },
  { key: 'area', header: 'Lĩnh vực', width: 12, of: (g) => g.area ?? null },
];

export interface Role {
  readonly registry: string;
  readonly role: string;
  readonly body: string;
}
export const ROLE_COLUMNS: readonly ListColumn<Role>[] = [
  { key: 'registry', header: 'Danh mục cơ quan', width: 20, of: (r) => r.registry },
  { key: 'role', header: 'Vai trò', width: 20, of: (r) => r.role },
  { key: 'body', header: 'Mã cơ quan, nhóm', width: 46, of: (r) => r.body },
];

type Check = IndicatorsFile['checks'][number];
export const CHECK_COLUMNS: readonly ListColumn<Check>[] = [
  { key: 'code', header: 'Mã quy tắc', width: 10, of: (c) => c.code },
  { key: 'level', header: 'Mức', width: 12, of: (c) => LEVELS[c.level] },
  { key: 'kind', header: 'Loại kiểm tra', width: 24, wrap: true, of: (c) => KINDS[c.kind] },
  { key: 'fields', header: 'Nội dung so sánh', width: 48, wrap: true, of: (c) => fieldsText(c.fields) },
  { key: 'message', header: 'Thông báo', width: 52, wrap: true, of: (c) => c.message },
  { key: 'basis', header: 'Căn cứ', width: 40, wrap: true, of: (c) => c.basis },
];

export interface Property {
  readonly label: string;
  readonly value: string | null;
}
export const PROPERTY_COLUMNS: readonly ListColumn<Property>[] = [
  { key: 'label', header: 'Mục thông tin', width: 22, of: (p) => p.label },
  { key: 'value', header: 'Nội dung', width: 80, wrap: true, of: (p) => p.value },
];
/** Labels of the list's own facts; several lines of "Căn cứ" are several provisions. */
export const PROPERTIES = {
  id: 'Mã danh sách',
  title: 'Tên danh sách',
  status: 'Tình trạng',
  from: 'Áp dụng từ ngày',
  to: 'Đến hết ngày',
  basis: 'Căn cứ',
} as const;

export const SHEETS = {
  indicators: { name: 'Chỉ tiêu', title: 'DANH SÁCH CHỈ TIÊU THỐNG KÊ', columns: INDICATOR_COLUMNS },
  groups: { name: 'Nhóm', title: 'NHÓM CHỈ TIÊU', columns: GROUP_COLUMNS },
  roles: { name: 'Vai trò', title: 'CƠ QUAN THEO DÕI, ĐƠN VỊ TRẢ LỜI', columns: ROLE_COLUMNS },
  checks: { name: 'Kiểm tra', title: 'QUY TẮC KIỂM TRA SỐ LIỆU', columns: CHECK_COLUMNS },
  properties: { name: 'Thông tin', title: 'THÔNG TIN CHUNG', columns: PROPERTY_COLUMNS },
} as const;
export type SheetKey = keyof typeof SHEETS;
