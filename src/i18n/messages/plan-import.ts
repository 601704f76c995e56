/** Reading a plan as issued: BC16. */

import type { Messages } from './message';

export const PLAN_IMPORT_MESSAGES: Messages = {
  BC1601: {
    title: 'Tệp quá lớn',
    message: '{what} lớn hơn {limit} MB; chương trình dừng đọc để không làm đầy bộ nhớ',
    help: 'kiểm tra lại tệp: một kế hoạch hàng nghìn nhiệm vụ chỉ vài MB; bỏ ảnh và trang không cần',
  },
  BC1602: {
    title: 'Định dạng chưa đọc được',
    message: 'không đọc được tệp có đuôi "{extension}"',
    help: 'lưu lại thành .docx, .xlsx hoặc .txt (UTF-8)',
  },
  BC1603: {
    title: 'Tệp hỏng',
    message: 'tệp hỏng hoặc không đúng định dạng: {reason}',
    help: 'mở tệp bằng Word hoặc Excel rồi lưu lại; nếu không mở được, xin lại tệp gốc',
  },
  BC1604: {
    title: 'Tệp có mật khẩu hoặc thuộc định dạng cũ',
    message: 'tệp được bảo vệ bằng mật khẩu, hoặc là định dạng .doc, .xls trước năm 2007',
    help: 'bỏ mật khẩu rồi lưu lại thành .docx hoặc .xlsx',
  },
  BC1605: {
    title: 'Bảng không có hàng tiêu đề',
    message: 'không tìm thấy hàng tiêu đề (TT, Nhiệm vụ, Chủ trì, Phối hợp, Thời gian…) của bảng; hàng đầu là: {first}',
    help: 'thêm hàng tiêu đề, hoặc chỉ ra ý nghĩa của từng cột theo số thứ tự cột',
  },
  BC1606: {
    title: 'Văn bản đã mất cột của bảng',
    message:
      'không đọc được thành bảng: hàng tiêu đề "{header}" có {times} lần nhưng không còn dấu phân cột, chữ của các cột đã trộn vào nhau',
    help: 'dùng bản Word hoặc Excel của kế hoạch; nếu chỉ có PDF, nhập lại bảng vào Excel theo mẫu thường dùng rồi nạp tệp đó',
  },
  BC1607: {
    title: 'Bảng quá nhiều hàng, cột hoặc ô',
    message: 'tệp có nhiều hơn {limit} {what}',
    help: 'xóa các hàng, cột thừa ngoài bảng rồi lưu lại',
  },
  BC1608: {
    title: 'Không có nhiệm vụ nào',
    message: 'không tìm thấy nhiệm vụ: không có bảng có hàng tiêu đề và cũng không có mục "Nhiệm vụ" trong lời văn',
    help: 'kiểm tra đã chọn đúng tệp; nhiệm vụ thường nằm ở phụ lục kèm theo kế hoạch',
  },
  BC1609: {
    title: 'Không phải văn bản UTF-8',
    message: 'không đọc được văn bản: {reason}',
    help: 'lưu lại tệp với mã UTF-8 (Unicode); phông chữ TCVN3, VNI phải chuyển mã trước',
  },
  BC1610: {
    title: 'XML không hợp lệ',
    message: 'phần {part} của tệp có XML không hợp lệ: {reason}',
    help: 'mở tệp bằng Word hoặc Excel rồi lưu lại',
  },
  BC1611: {
    title: 'Không có cột được chỉ định',
    message: 'không có cột "{column}"',
    help: 'các cột có: {known}; cũng có thể ghi số thứ tự cột, tính từ 1',
  },
  BC1612: {
    title: 'Bỏ qua trang ẩn',
    message: 'trang ẩn của sổ tính không được đọc',
    help: 'nếu trang này có nhiệm vụ, bỏ ẩn rồi nạp lại',
  },
  BC1613: {
    title: 'Cột không đưa vào kế hoạch',
    message: 'cột "{column}" không được đọc',
    help: 'nếu cột này cần đọc, chỉ ra ý nghĩa của cột khi nạp',
  },
  BC1614: {
    title: 'Số chỉ gộp nhóm',
    message: '"{no}. {title}" là tên nhóm của các nhiệm vụ tiếp theo, không phải một nhiệm vụ',
  },
  BC1615: {
    title: 'Hàng không có số',
    message: 'hàng không có số thứ tự được đọc thành một nhiệm vụ riêng: {title}',
    help: 'đối chiếu với văn bản gốc; nếu là phần tiếp theo của nhiệm vụ trước, gộp ô rồi nạp lại',
  },
  BC1616: {
    title: 'Chữ không thuộc nhiệm vụ nào',
    message: 'hàng đứng trước mọi nhiệm vụ nên không được đọc: {text}',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1617: {
    title: 'Bảng không chia lĩnh vực',
    message: 'bảng không có hàng lĩnh vực; mọi nhiệm vụ được xếp vào một lĩnh vực "{title}"',
  },
  BC1618: {
    title: 'Ghi chú không đưa vào kế hoạch',
    message: 'nhiệm vụ "{task}" có ghi chú không được đưa vào kế hoạch: {note}',
  },
  BC1619: {
    title: 'Nhãn đọc là phối hợp',
    message: 'nhiệm vụ "{task}": cơ quan ghi ở "{label}" được đọc là cơ quan phối hợp',
    help: 'nếu đó là cơ quan chủ trì, ghi vào tệp chỉnh sửa của kế hoạch',
  },
  BC1620: {
    title: 'Số thứ tự bị nhảy',
    message: 'sau nhiệm vụ số {previous} là số {no}: có thể đã mất hàng',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1621: {
    title: 'Hàng không có tên nhiệm vụ',
    message: 'hàng số "{task}" không có tên nhiệm vụ',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1651: {
    title: 'Không rõ cơ quan',
    message: 'không nhận ra cơ quan "{text}"',
    help: 'gần nhất: {nearest}; bổ sung danh mục, hoặc ghi cách hiểu vào "bodies" của tệp đính chính',
  },
  BC1652: {
    title: 'Tên cơ quan viết lệch',
    message: '"{text}" được hiểu là {name} ({body})',
    help: 'nếu không đúng, ghi cách hiểu vào "bodies" của tệp đính chính',
  },
  BC1653: {
    title: 'Cơ quan ngoài thời gian của kế hoạch',
    message: '"{text}" là {name} ({body}), cơ quan không có trong thời gian của kế hoạch',
    help: 'kiểm tra ngày của cơ quan trong danh mục',
  },
  BC1654: {
    title: 'Phần chữ không phải tên cơ quan',
    message: 'phần "{text}" trong ô cơ quan không phải tên cơ quan; chữ giữ nguyên',
  },
  BC1655: {
    title: 'Tên chung của nhiều cơ quan',
    message: '"{text}" là tên của nhiều cơ quan, chương trình không tự chọn: {known}',
    help: 'ghi cách hiểu vào "bodies" của tệp đính chính',
  },
  BC1656: {
    title: 'Cơ quan nêu trong ngoặc',
    message: '{name} trong ngoặc ("{text}") chỉ để giải thích tên đứng trước, không được giao việc',
    help: 'nếu cơ quan này được giao việc, ghi vào "bodies" hoặc "assignments" của tệp đính chính',
  },
  BC1659: {
    title: 'Không có nhiệm vụ',
    message: 'không đọc được nhiệm vụ nào từ tệp',
    help: 'kiểm tra tiêu đề cột; có thể chỉ rõ bằng --roles',
  },
  BC1660: {
    title: 'Đính chính không khớp nguồn',
    message: 'đính chính nêu "{text}" nhưng {at} không có đúng một chỗ như vậy',
    basis: 'mỗi đính chính phải nêu đúng chữ của nguồn, nguồn đổi thì phải xem lại',
    help: 'mở tệp nguồn, đối chiếu rồi sửa hoặc bỏ đính chính',
  },
  BC1661: {
    title: 'Đính chính cho nhiệm vụ không có',
    message: 'đính chính nêu nhiệm vụ hoặc lĩnh vực "{task}" không có trong nguồn',
    help: 'xem mã nhiệm vụ bằng: baocao plan show',
  },
  BC1662: {
    title: 'Đính chính nêu cơ quan không có',
    message: 'đính chính nêu mã cơ quan "{body}" không có trong danh mục',
    help: 'xem: baocao units list',
  },
  BC1663: {
    title: 'Đính chính cho mục không có',
    message: 'đính chính nêu lĩnh vực, chỉ tiêu hoặc phép đo "{code}" không có trong nguồn',
    help: 'xem mã bằng: baocao plan show',
  },
  BC1670: {
    title: 'Tệp kế hoạch đã có',
    message: 'tệp {path} đã có, không ghi đè',
    help: 'thêm --force để ghi đè, hoặc --out để ghi ra tệp khác',
  },
  BC1671: {
    title: 'Kế hoạch chưa có tên',
    message: 'chưa biết tên kế hoạch; tạm đặt là "{title}"',
    help: 'ghi "title" vào phần "plan" của tệp đính chính',
  },
  BC1672: {
    title: 'Thiếu thông tin để nhập kế hoạch',
    message: 'chưa biết {what} của kế hoạch',
    help: 'thêm {flag} (cờ của lệnh, hoặc mục của phần "plan" trong tệp đính chính)',
  },
};
