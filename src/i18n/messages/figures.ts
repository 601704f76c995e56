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
};
