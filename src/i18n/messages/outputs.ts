/** Reports, letters, Word templates, conversion; faults of the program: BC30, BC31, BC70. */

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
  BC3050: {
    title: 'Không phải mẫu Word dùng được',
    message: 'tệp này không dùng làm mẫu được: {reason}',
    help: 'mở tệp bằng Word hoặc LibreOffice rồi lưu lại dạng .docx, không có mật khẩu, không có macro',
  },
  BC3051: {
    title: 'Chỗ điền lạ trong mẫu Word',
    message: 'không có chỗ điền tên "{name}" (đoạn “{text}”)',
    help: 'các chỗ điền dùng được: {known}',
  },
  BC3052: {
    title: 'Chỗ điền khối đứng sai chỗ',
    message: 'chỗ điền "{name}" là cả một khối (đoạn “{text}”)',
    help: 'để chỗ điền này một mình trong một đoạn của thân văn bản, không trong bảng, khung chữ, đầu trang, chân trang; riêng đường kẻ được đặt trong ô của bảng',
  },
  BC3053: {
    title: 'Mẫu Word thiếu chỗ điền bắt buộc',
    message: 'mẫu không có chỗ điền "{name}"',
    help: 'thêm chỗ điền này, trong hai ngoặc nhọn mỗi bên, vào một đoạn riêng; các chỗ điền dùng được: {known}',
  },
  BC3054: {
    title: 'Văn bản không có nội dung cho chỗ điền',
    message: 'mẫu hỏi "{name}" nhưng văn bản “{document}” không có',
    help: 'bỏ chỗ điền này khỏi mẫu; với phụ lục, dùng phu_luc để đặt mọi phụ lục mà văn bản có',
  },
  BC3055: {
    title: 'Chỗ điền khối bị lặp',
    message: 'chỗ điền "{name}" đã có ở {first}',
    help: 'mỗi khối chỉ đặt một lần; dùng phu_luc, hoặc phu_luc_1, phu_luc_2, …, không dùng cả hai',
  },
  BC3056: {
    title: 'Chỗ điền chưa đóng ngoặc',
    message: 'có ngoặc nhọn mở nhưng không thành chỗ điền trọn vẹn trong cùng đoạn: “{text}”',
    help: 'viết trọn tên giữa hai ngoặc nhọn mở và hai ngoặc nhọn đóng trên cùng một đoạn, không xuống dòng ở giữa',
  },
  BC3057: {
    title: 'Chỗ điền ở nơi không điền được',
    message: 'có chỗ điền trong hình vẽ hoặc công thức: “{text}”',
    help: 'chuyển chỗ điền ra một đoạn chữ',
  },
  BC3058: {
    title: 'Mẫu Word không có chỗ cho phụ lục',
    message: 'văn bản “{document}” có phụ lục mà mẫu không có chỗ đặt: {appendices}',
    help: 'thêm phu_luc vào một đoạn riêng ở cuối mẫu để đặt mọi phụ lục',
  },
  BC3059: {
    title: 'Tệp đã có',
    message: 'tệp này đã có, không ghi đè',
    help: 'thêm --force để ghi đè, hoặc --out để ghi ra tệp khác',
  },
  BC3060: {
    title: 'Không phải cơ quan làm báo cáo chuyên đề',
    message: 'chế độ báo cáo không giao báo cáo chuyên đề cho: {bodies}',
    help: 'các cơ quan làm báo cáo chuyên đề: {known}',
  },
  BC3061: {
    title: 'Thiếu chức vụ người ký',
    message: 'ký {as}. phải ghi chức vụ của người ký',
    basis: 'Phụ lục I, mục II, khoản 7, điểm b Nghị định số 30/2020/NĐ-CP',
    help: 'thêm --sign-title, ví dụ "Chánh Văn phòng"',
  },
  BC3070: {
    title: 'Báo cáo đã đóng băng cách ký, mẫu Word',
    message: 'báo cáo {issue} đã đóng băng chờ số: lần ghi số, ngày này không đổi được người ký, độ khẩn, mẫu Word',
    help: 'bỏ --template, --sign-as, --sign-title, --urgency; văn bản được ghi số đúng như đã đóng băng',
  },
  BC3071: {
    title: 'Mẫu Word không có chỗ ghi độ khẩn',
    message: 'văn bản được đánh dấu {urgency} nhưng mẫu không có chỗ “{name}”: văn bản in ra không có dấu độ khẩn',
    basis: 'Phụ lục I, mục III, khoản 2, điểm b Nghị định số 30/2020/NĐ-CP',
    help: 'thêm vào mẫu một đoạn chỉ chứa “{name}” trong hai cặp ngoặc nhọn, ngay dưới số, ký hiệu của văn bản',
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
