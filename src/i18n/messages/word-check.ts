/** Checking Word files: BC25. */

import type { Messages } from './message';

export const WORD_CHECK_MESSAGES: Messages = {
  BC2501: {
    title: 'Không phải tệp Word',
    message: 'không phải tệp .docx: {reason}',
    help: 'mở tệp bằng Word hoặc LibreOffice rồi lưu lại dạng .docx',
  },
  BC2502: {
    title: 'Tệp Word hỏng',
    message: 'không đọc được tệp Word: {reason}',
    help: 'mở tệp bằng Word hoặc LibreOffice để sửa chữa rồi lưu lại',
  },
  BC2503: {
    title: 'Một phần của tệp Word không đọc được',
    message: 'phần này không đọc được, coi như không có: {reason}',
    help: 'mở tệp bằng Word rồi lưu lại',
  },
  BC2504: {
    title: 'Tệp Word quá lớn',
    message: 'tệp quá lớn để soát (tối đa {limit} MB)',
    help: 'tách tệp hoặc giảm cỡ ảnh',
  },
  BC2505: {
    title: 'Tệp Word dạng Strict',
    message: 'tệp lưu ở dạng Strict Open XML; đã soát, nhưng không tự sửa được',
    help: 'trong Word chọn Save As > Word Document (*.docx)',
  },
  BC2506: {
    title: 'Tệp Word không có kiểu (styles)',
    message: 'tệp không có phần styles.xml: phông chữ, cỡ chữ theo mặc định của từng máy',
    help: 'mở tệp bằng Word rồi lưu lại',
  },
  BC2507: {
    title: 'Kiểu (style) không có trong tệp',
    message: 'có đoạn dùng kiểu không được định nghĩa: {styles}',
    help: 'chọn lại kiểu cho các đoạn này',
  },
  BC2508: {
    title: 'Tệp Word không có thiết lập trang',
    message: 'có phần không ghi khổ giấy và lề (w:sectPr): trang in theo mặc định của từng máy',
    help: 'vào Page Setup đặt khổ giấy, lề rồi lưu lại',
  },
  BC2509: {
    title: 'Văn bản trống',
    message: 'tệp Word không có chữ nào',
    help: 'kiểm tra lại tệp',
  },
  BC2510: {
    title: 'Chưa soát bản in',
    message: 'chưa soát các quy tắc sau khi dựng trang: {reason}',
    help: 'cài libreoffice-writer-nogui, poppler-utils và fonts-liberation2',
  },
  BC2511: {
    title: 'Phông mã cũ không tự sửa được',
    message: 'chữ dùng phông mã cũ ({fonts}) được giữ nguyên: đổi phông sẽ làm sai chữ',
    help: 'chuyển mã sang Unicode trước, rồi chạy lại',
  },
  BC2512: {
    title: 'Bản đã sửa đã có',
    message: 'tệp này đã có, không ghi đè',
    help: 'thêm --force để ghi đè, hoặc --out để ghi ra tệp khác',
  },
};
