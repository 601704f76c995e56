/** Recording, and the ledger itself: BC21. */

import type { Messages } from './message';

export const LEDGER_MESSAGES: Messages = {
  BC2101: { title: 'Không rõ đơn vị', message: 'không có đơn vị "{unit}" trong danh mục', help: 'gần nhất: {nearest}' },
  BC2102: {
    title: 'Không có nhiệm vụ',
    message: 'kế hoạch {plan} không có nhiệm vụ "{task}"',
    help: 'xem số nhiệm vụ bằng: baocao plan show {plan}',
  },
  BC2103: {
    title: 'Không có phần việc',
    message: 'nhiệm vụ {task} có {parts} phần việc, không có phần {part}',
    help: 'xem thứ tự phần việc bằng: baocao plan show',
  },
  BC2104: {
    title: 'Đơn vị không chủ trì',
    message: 'đơn vị "{unit}" không chủ trì nhiệm vụ {task}',
    basis: 'cột cơ quan chủ trì của kế hoạch: {lead}',
    help: 'kiểm tra lại đơn vị hoặc số nhiệm vụ',
  },
  BC2105: {
    title: 'Gia hạn thiếu hạn mới hoặc căn cứ',
    message: 'gia hạn nhiệm vụ {task} phải ghi hạn mới và văn bản cho phép',
    basis: 'Quyết định số 42/2014/QĐ-TTg: thời hạn chỉ thay đổi khi cơ quan giao nhiệm vụ đồng ý',
    help: 'thêm --due YYYY-MM-DD và --basis "Văn bản số …"',
  },
  BC2106: {
    title: 'Dừng nhiệm vụ thiếu căn cứ',
    message: 'dừng nhiệm vụ {task} phải ghi văn bản cho dừng',
    basis: 'Quyết định số 42/2014/QĐ-TTg',
    help: 'thêm --basis "Văn bản số …"',
  },
  BC2107: {
    title: 'Hạn mới đặt sai chỗ',
    message: 'chỉ gia hạn (extended) và phát sinh (triggered) mới có hạn mới; sự kiện này là "{event}"',
    help: 'bỏ "due" hoặc đổi loại sự kiện',
  },
  BC2108: {
    title: 'Ngày chưa tới',
    message: 'ngày xảy ra {on} còn ở phía trước',
    help: 'kiểm tra lại ngày, tháng, năm; sự kiện chỉ được tính khi kỳ chốt số liệu chứa ngày đó',
  },
  BC2109: {
    title: 'Không có kỳ báo cáo',
    message: 'kế hoạch {plan} không có kỳ báo cáo "{period}"',
    help: 'xem: baocao periods --regime … --year …',
  },
  BC2110: {
    title: 'Không có chỉ tiêu',
    message: 'không có chỉ tiêu "{indicator}"',
    help: 'dùng mã trong phụ lục thống kê (1.2.1) hoặc mã chỉ tiêu của kế hoạch (1.1a)',
  },
  BC2111: {
    title: 'Chỉ tiêu tự tính',
    message: 'chỉ tiêu "{indicator}" do chương trình tính, không nhập',
    help: 'nhập các chỉ tiêu thành phần',
  },
  BC2112: {
    title: 'Thiếu tử số hoặc mẫu số',
    message: 'chỉ tiêu "{indicator}" phải có cả tử số và mẫu số',
    help: 'nhập đủ hai số; không nhập tỷ lệ đã chia sẵn',
  },
  BC2113: {
    title: 'Thiếu số liệu',
    message: 'chỉ tiêu "{indicator}" chưa có giá trị',
    help: 'nhập "value", hoặc "numerator" và "denominator", hoặc trả lời "nothing-arose" / "not-applicable"',
  },
  BC2114: {
    title: 'Trả lời mâu thuẫn',
    message: 'chỉ tiêu "{indicator}" vừa trả lời "{answer}" vừa có số',
    help: 'chỉ giữ một trong hai',
  },
  BC2115: {
    title: 'Chỉ tiêu không phải tỷ lệ',
    message: 'chỉ tiêu "{indicator}" là số đếm, không có tử số và mẫu số',
    help: 'nhập "value"',
  },
  BC2116: {
    title: 'Không có mục báo cáo',
    message: 'đề cương không có mục "{section}" nhận lời của đơn vị',
    help: 'các mục: {known}',
  },
  BC2117: { title: 'Không có gì để ghi', message: 'không có dòng nào', help: 'mỗi dòng một đối tượng JSON' },
  BC2118: {
    title: 'Đã có trong sổ',
    message: 'sự kiện này đã có trong sổ ở vị trí {seq}, không ghi thêm',
    help: 'nếu là lần ghi mới có chủ ý (ví dụ ghi lại số cũ sau khi sửa), thêm "recordedAt"',
  },
  BC2119: {
    title: 'Sổ có sự kiện mẫu',
    message: 'sổ này đang có sự kiện mẫu; mọi báo cáo lập từ sổ đều mang dấu số liệu mẫu',
    help: 'dùng --db sqlite:ĐƯỜNG_DẪN riêng cho số liệu thật',
  },
  BC2120: {
    title: 'Xích sổ bị đứt',
    message: 'sổ không còn nguyên vẹn từ vị trí {seq} ({reason})',
    basis: 'mỗi sự kiện mang mã băm của sự kiện trước',
    help: 'khôi phục từ bản sao lưu gần nhất rồi ghi lại phần sau đó; không sửa tay trong cơ sở dữ liệu',
  },
  BC2121: {
    title: 'Sổ của phiên bản mới hơn',
    message: 'sổ được tạo bởi phiên bản chương trình mới hơn: {reason}',
    help: 'cập nhật chương trình',
  },
  BC2122: {
    title: 'Số đếm âm',
    message: 'chỉ tiêu "{indicator}" là số đếm, không thể là {value}',
    help: 'kiểm tra lại số; muốn rút số đã báo cáo thì trả lời "withdrawn"',
  },
  BC2123: {
    title: 'Không có quy tắc kiểm tra',
    message: 'không có quy tắc kiểm tra "{check}"',
    help: 'các quy tắc: {known}',
  },
  BC2124: {
    title: 'Không rõ nội dung giải trình',
    message: '"{subject}" không phải mã chỉ tiêu, số nhiệm vụ hay phần việc (12/1) của kế hoạch',
    help: 'ghi đúng nội dung mà lệnh check nêu, ví dụ: Chỉ tiêu 2.2.1; Nhiệm vụ 12, phần việc 1; các chỉ tiêu; các nhiệm vụ',
  },
  BC2125: {
    title: 'Giải trình không thay được việc sửa số liệu',
    message: 'quy tắc "{check}" ở mức dừng: giải trình được ghi lại nhưng số liệu vẫn phải sửa',
    help: 'gửi lại số liệu đúng của các chỉ tiêu mà lệnh check nêu',
  },
  BC2126: {
    title: 'Thời điểm ghi nhận ở tương lai',
    message: 'recordedAt {recordedAt} sau thời điểm ghi',
    help: 'bỏ "recordedAt", hoặc ghi đúng thời điểm thông tin được gửi đến',
  },
  BC2130: {
    title: 'Không kết nối được với PostgreSQL',
    message: 'không kết nối được với sổ {db}, hoặc kết nối bị ngắt: {reason}',
    help: 'kiểm tra máy chủ, cổng, mạng rồi chạy lại đúng lệnh này; việc chưa ghi xong thì chưa có gì được ghi, việc đã ghi không bị ghi hai lần',
  },
  BC2131: {
    title: 'Tài khoản không được cập nhật lược đồ sổ',
    message: 'sổ {db} cần tạo hoặc cập nhật lược đồ mà tài khoản này không có quyền: {reason}',
    help: 'chạy "baocao ledger verify" một lần bằng tài khoản chủ của cơ sở dữ liệu, rồi dùng lại tài khoản chỉ ghi thêm',
  },
  BC2132: {
    title: 'PostgreSQL không cho vào',
    message: 'không vào được sổ {db}: {reason}',
    help: 'kiểm tra tên, mật khẩu, tên cơ sở dữ liệu và quyền của tài khoản (chương "PostgreSQL" của hướng dẫn)',
  },
  BC2133: {
    title: 'Sổ đang bận',
    message: 'sổ {db} đang do tiến trình khác giữ quá lâu: {reason}',
    help: 'đợi việc kia xong rồi chạy lại; chưa có gì được ghi',
  },
  BC2134: {
    title: 'Hết chỗ để ghi sổ',
    message: 'không ghi được sổ {db}, đĩa đầy hoặc hỏng: {reason}',
    help: 'giải phóng đĩa rồi chạy lại; chưa có gì được ghi',
  },
  BC2135: {
    title: 'Sổ chỉ đọc',
    message: 'không ghi được sổ {db}: {reason}',
    help: 'cấp quyền ghi vào tệp sổ và thư mục của nó (hoặc cơ sở dữ liệu) rồi chạy lại',
  },
  BC2140: {
    title: 'Không nối tiếp được sổ',
    message: 'dòng ở vị trí {position} không nối tiếp sổ này, sổ đang dừng ở vị trí {last}',
    basis: 'mỗi sự kiện mang mã băm của sự kiện trước; vị trí liền nhau, không trống',
    help: 'nhận đủ từ đầu vào một sổ trống, hoặc nhận đúng phần tiếp theo của chính sổ này; chưa có gì được ghi',
  },
  BC2141: {
    title: 'Dòng xuất sổ đã bị sửa',
    message: '{what} không còn đúng với mã băm của nó',
    basis: 'mỗi dòng mang mã băm của toàn bộ nội dung dòng',
    help: 'xuất lại từ sổ gốc bằng "ledger export"; chưa có gì được ghi',
  },
  BC2142: {
    title: 'Hai sổ khác nhau',
    message: 'ở vị trí {position} sổ này đang giữ một nội dung khác',
    help: 'hai sổ đã ghi độc lập thì không ghép được; nhận vào một sổ trống; chưa có gì được ghi',
  },
  BC2143: {
    title: 'Cơ sở dữ liệu từ chối ghi',
    message: 'sổ {db} từ chối: {reason}',
    basis: 'sổ chỉ ghi thêm, mỗi sự kiện một lần, đúng vị trí kế tiếp',
    help: 'chạy "baocao ledger verify"; chưa có gì được ghi',
  },
  BC2144: {
    title: 'Sổ công việc bị đứt',
    message: 'sổ công việc (phát hành, việc đã làm) không còn nguyên vẹn từ số {no} ({reason})',
    basis:
      'mỗi việc mang mã băm của việc trước và đứng trên sự kiện cuối của lúc ấy; nội dung mang tên là mã băm của nó',
    help: 'khôi phục từ bản sao lưu gần nhất; không sửa tay trong cơ sở dữ liệu',
  },
  BC2145: {
    title: 'Đã có tệp ở đó',
    message: 'đã có tệp ở nơi ghi',
    help: 'chọn tên khác, hoặc thêm --force (khi khôi phục, sổ cũ được giữ lại dưới tên khác)',
  },
  BC2146: {
    title: 'Không sao lưu, khôi phục được',
    message: 'không đọc hoặc ghi được tệp: {reason}',
    help: 'kiểm tra tệp, thư mục và chỗ trống trên đĩa; sổ đang có không bị thay đổi',
  },
};
