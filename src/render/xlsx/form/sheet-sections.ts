/** "Thuyết minh": one box for each section of the report that takes the unit's own words, last period's beside it. */

import { SECTION_COLUMNS } from '../../../collect/form/columns';
import type { FormModel } from '../../../collect/form/model';
import { sectionTexts } from '../../../collect/form/seal';
import type { DataValidation, FormSheetWriter } from './sheet';

export const SECTION_WIDTHS = [7, 30, 46, 70];
export const SECTION_HEADER_ROW = 4;
const BOX_HEIGHT = 96;

/** Excel holds 32,767 signs in a cell; the report takes 20,000 of them. */
const LONGEST: DataValidation = {
  type: 'textLength',
  operator: 'lessThanOrEqual',
  allowBlank: true,
  formulae: [20_000],
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: 'Nội dung không nhận được',
  error: 'Ô này nhận chữ, tối đa 20.000 ký tự. Chữ bắt đầu bằng dấu = thì gõ thêm dấu nháy đơn ở đầu.',
  showInputMessage: true,
  promptTitle: 'Nội dung kỳ này',
  prompt: 'Xuống dòng trong ô: Alt+Enter. Đầu dòng "- " là một ý trong danh sách.',
};

export interface SectionRows {
  readonly first: number;
  readonly last: number;
}

export function writeSections(sheet: FormSheetWriter, model: FormModel): SectionRows {
  const columns = SECTION_COLUMNS.length;
  sheet.row([{ value: 'Nội dung thuyết minh trong báo cáo', look: 'title', span: columns }]);
  sheet.row([{ value: `${model.unitName}: ${model.periodName}`, look: 'subtitle', span: columns }]);
  sheet.row([
    {
      value:
        'Viết thành câu hoàn chỉnh, nội dung được đưa nguyên văn vào báo cáo. Mục không có nội dung riêng thì để trống: chương trình tự lập lời văn từ nhiệm vụ và số liệu.',
      look: 'note',
      span: columns,
    },
  ]);
  sheet.row(SECTION_COLUMNS.map((c) => ({ value: c.title, look: 'header' })));
  const first = sheet.next();
  for (const item of model.sections) {
    const texts = sectionTexts(item);
    sheet.row(
      [
        { value: item.id, look: 'knownCenter' },
        { value: texts['title'] ?? '', look: 'known' },
        { value: texts['previous'] ?? '', look: 'settled' },
        { look: 'text', validation: LONGEST },
      ],
      BOX_HEIGHT,
    );
  }
  return { first, last: Math.max(first, sheet.next() - 1) };
}
