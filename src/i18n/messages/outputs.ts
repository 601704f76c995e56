/** Reports, letters, conversion; faults of the program: BC30, BC31, BC70. */

import type { Messages } from './message';

export const OUTPUTS_MESSAGES: Messages = {
  BC3001: {
    title: 'Lỗi trong tệp lời văn',
    message: 'không dựng được lời văn: {reason}',
    help: 'các tên dùng được: {known}',
  },
  BC3002: {
    title: 'Thiếu tệp lời văn',
    message: 'đề cương dùng tệp lời văn "{name}" nhưng không có tệp đó',
    help: 'các tệp có: {known}',
  },
  BC3003: {
    title: 'Chế độ báo cáo thiếu cơ quan tổng hợp',
    message: 'chế độ báo cáo "{regime}" chưa ghi cơ quan tổng hợp',
    help: 'ghi "compiler" và "reporter" trong tệp chế độ báo cáo',
  },
  BC3101: {
    title: 'Chưa cài LibreOffice',
    message: 'không lập được PDF vì máy chưa có LibreOffice',
    help: 'cài gói libreoffice-writer-nogui và fonts-liberation2, hoặc bỏ pdf khỏi --formats',
  },
  BC3102: {
    title: 'LibreOffice không lập được PDF',
    message: '{program} không chuyển được tệp này sang PDF (mã thoát {code})',
    help: 'mở tệp Word bằng LibreOffice để xem lỗi; kiểm tra dung lượng thư mục tạm',
  },
  BC7000: {
    title: 'Lỗi của chương trình',
    message: 'chương trình gặp lỗi không lường trước: {reason}',
    help: 'gửi kèm lệnh đã chạy và thông báo này cho người bảo trì',
  },
};
