/** Comparison with earlier periods, scoring, data for other systems: BC32. */

import type { Messages } from './message';

export const FIGURES_MESSAGES: Messages = {
  BC3201: {
    title: 'Có nhiều kế hoạch của năm trước',
    message: 'có nhiều kế hoạch cùng chế độ báo cáo của năm trước ({plans}); không so sánh với cùng kỳ năm trước',
    help: 'mỗi năm để một kế hoạch cho một chế độ báo cáo; xem "from", "to", "regime" trong tệp kế hoạch',
  },
  BC3202: {
    title: 'Không đọc được kế hoạch của năm trước',
    message: 'kế hoạch năm trước "{plan}" có lỗi ({codes}); không so sánh với cùng kỳ năm trước',
    help: 'chạy baocao plan check {plan} để xem từng lỗi',
  },
  BC3203: {
    title: 'Bảng điểm sai',
    message: 'tiêu chí "{code}": {what}',
    help: 'sửa tệp trong data/par-index; xem mục Chấm điểm của docs/huong-dan.md',
  },
  BC3204: {
    title: 'Bảng điểm chưa có hiệu lực',
    message: 'bảng điểm "{table}" không có bản nào áp dụng ngày {on}',
    help: 'thêm một bản vào "versions" với "from", "to" bao gồm ngày này',
  },
  BC3205: {
    title: 'Hai bản của bảng điểm cùng hiệu lực',
    message: 'bảng điểm "{table}" ngày {on} có hai bản cùng áp dụng: từ {first} và từ {second}',
    help: 'ghi ngày hết hiệu lực ("to") cho bản cũ',
  },
  BC3206: {
    title: 'Chưa chọn bảng điểm',
    message: 'có nhiều bảng điểm hoặc chưa có bảng nào: {known}',
    help: 'nêu --table và tên một tệp trong data/par-index',
  },
  BC3207: {
    title: 'Nhiều mẫu nhập cho một danh mục chỉ tiêu',
    message: 'danh mục chỉ tiêu "{indicators}" có nhiều mẫu nhập: {known}',
    help: 'để một tệp trong data/entry-forms cho mỗi danh mục chỉ tiêu',
  },
  BC3208: {
    title: 'Không có mẫu nhập phần mềm',
    message: 'không có mẫu nhập nào cho danh mục chỉ tiêu "{indicators}" của kế hoạch này',
    help: 'thêm tệp vào data/entry-forms với "indicators" là tên danh mục, hoặc bỏ bnv-form khỏi --format',
  },
};
