/** "Hướng dẫn": whose form it is, what to do, until when, whom to ask. The first thing that opens. */

import { formatDate } from '../../../i18n/format';
import { NOTICES } from '../../../i18n/notices';
import { upperFirst } from '../../../i18n/words';
import { CHECK_SHEET, FORM_SHEETS, GUIDE_LINES } from '../../../collect/form/columns';
import type { FormModel } from '../../../collect/form/model';
import type { FormSheetWriter } from './sheet';

export const GUIDE_WIDTHS = [6, 26, 78];

export function writeGuide(sheet: FormSheetWriter, model: FormModel): void {
  sheet.row([{ value: `Biểu thu thập số liệu ${model.periodName}`, look: 'title', span: 3, size: 16 }], 30);
  sheet.row([{ value: model.planTitle, look: 'subtitle', span: 3 }]);
  if (model.sample) sheet.row([{ value: NOTICES.sample, look: 'hint', span: 3 }]);
  sheet.row([{ look: 'plain', span: 3 }]);
  const fact = (label: string, value: string): void => {
    sheet.row([{ look: 'plain' }, { value: label, look: 'strong' }, { value, look: 'plain' }]);
  };
  fact(GUIDE_LINES.unit, model.unitName);
  fact(GUIDE_LINES.period, upperFirst(model.periodName));
  fact(
    'Thời gian chốt số liệu',
    `Từ ngày ${formatDate(model.window.from)} đến hết ngày ${formatDate(model.window.to)}`,
  );
  for (const { channel, due, rule } of model.submissions)
    fact('Hạn gửi', `Hết ngày ${formatDate(due)} (${rule}); ${channel}`);
  fact('Nơi nhận biểu', model.compilerName);
  fact('Vướng mắc xin liên hệ', `${model.compilerName} (đầu mối theo dõi cải cách hành chính)`);
  sheet.row([{ look: 'plain', span: 3 }]);
  sheet.row([{ value: 'Các bước', look: 'strong', span: 3, size: 12 }]);
  steps(model).forEach((text, i) =>
    sheet.row([
      { value: i + 1, look: 'plain' },
      { value: text, look: 'plain', span: 2 },
    ]),
  );
  sheet.row([{ look: 'plain', span: 3 }]);
  sheet.row([{ value: 'Lưu ý', look: 'strong', span: 3, size: 12 }]);
  for (const text of notes(model))
    sheet.row([
      { value: '-', look: 'plain' },
      { value: text, look: 'plain', span: 2 },
    ]);
}

function steps({ tasks, figures, sections, cumulative }: FormModel): readonly string[] {
  const asked = figures.filter((f) => f.kind !== 'derived').length;
  const span = cumulative ? 'Số liệu lũy kế từ đầu kỳ chốt số liệu năm.' : 'Số liệu phát sinh trong kỳ.';
  return [
    ...(tasks.length > 0
      ? [
          `Trang "${FORM_SHEETS.tasks.name}" (${tasks.length} dòng): chọn trạng thái từng nhiệm vụ; đã hoàn thành thì ghi ngày, số và ngày văn bản; quá hạn thì ghi nguyên nhân và giải pháp.`,
        ]
      : []),
    ...(asked > 0
      ? [
          `Trang "${FORM_SHEETS.figures.name}" (${asked} chỉ tiêu): ghi tử số và mẫu số, hoặc giá trị; tỷ lệ tự tính. ${span}`,
        ]
      : []),
    `Trang "${FORM_SHEETS.sections.name}" (${sections.length} mục): viết nội dung riêng của đơn vị nếu có.`,
    `Trang "${CHECK_SHEET}": xem còn thiếu hoặc mâu thuẫn gì, sửa xong rồi lưu tệp (Excel, LibreOffice hoặc WPS đều được).`,
    'Gửi lại chính tệp này, không đổi sang định dạng khác, không in rồi quét.',
  ];
}

function notes({ tasks }: FormModel): readonly string[] {
  return [
    'Chỉ điền ô nền vàng; các ô khác đã khóa. Không thêm, xóa hoặc đổi mã ở cột đầu.',
    'Số 0, "Không phát sinh", "Không áp dụng" và ô để trống là bốn câu trả lời khác nhau. Ô để trống nghĩa là chưa báo cáo, không được tính là 0.',
    'Ghi ngày theo thứ tự ngày/tháng/năm. Ghi giá trị, không ghi công thức.',
    ...(tasks.some((t) => t.settled)
      ? ['Nhiệm vụ đã hoàn thành hoặc cho dừng từ trước (chữ xám) không cần điền lại.']
      : []),
    'Phát hiện sai sau khi gửi thì sửa trên tệp này và gửi lại: bản sau thay bản trước. Ô xóa trắng ở bản sau là rút lại câu trả lời cũ; riêng lời ở trang Thuyết minh vẫn được giữ.',
    'Mỗi tệp chỉ dùng cho một đơn vị và một kỳ báo cáo.',
  ];
}
