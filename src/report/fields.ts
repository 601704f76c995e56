/** Short texts of a report that an agency's Word template may ask for beside those of the form itself. */

import type { Evaluation } from '../figures/evaluation';
import { formatInteger, formatLongDate, formatLongRange, formatPercent } from '../i18n/format';
import { inSentence } from './wording';

/** Name in the template → what it is. */
export const DOCUMENT_FIELDS = {
  ky_bao_cao: 'Kỳ báo cáo',
  thoi_gian_chot: 'Khung chốt số liệu',
  ngay_chot: 'Ngày chốt số liệu',
  ten_ke_hoach: 'Tên kế hoạch',
  so_nhiem_vu: 'Số nhiệm vụ được tính',
  so_hoan_thanh: 'Số nhiệm vụ đã hoàn thành',
  ty_le_hoan_thanh: 'Tỷ lệ hoàn thành nhiệm vụ',
} as const;

export type FieldName = keyof typeof DOCUMENT_FIELDS;
export type Fields = Readonly<Record<FieldName, string>>;

export function fieldsOf({ plan, period, rate }: Evaluation): Fields {
  const { done, of, percent } = rate.byTask;
  return {
    ky_bao_cao: period.name,
    thoi_gian_chot: formatLongRange(period.window),
    ngay_chot: formatLongDate(period.window.to),
    ten_ke_hoach: inSentence(plan.title),
    so_nhiem_vu: formatInteger(of),
    so_hoan_thanh: formatInteger(done),
    ty_le_hoan_thanh: percent === null ? 'không phát sinh' : formatPercent(percent),
  };
}
