/**
 * Every problem the program can report, by its stable code: what is wrong, on what ground (căn cứ), what to do.
 * `{name}` is a value of the diagnostic. Codes are never reused; a code that is no longer raised stays, marked.
 */

export interface Message {
  /** One line for the catalogue. */
  readonly title: string;
  readonly message: string;
  readonly basis?: string;
  readonly help?: string;
}

const CONTRACT = 'quy ước dữ liệu của chương trình (docs/huong-dan.md)';
const ND09 = 'Điều 12 Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ';

export const MESSAGES: Readonly<Record<string, Message>> = {
  BC1001: {
    title: 'Dữ liệu sai dạng',
    message: 'dữ liệu không đúng dạng: {expected}',
    basis: CONTRACT,
    help: 'sửa giá trị tại vị trí nêu trên; dạng của từng tệp có trong data/schemas',
  },
  BC1002: {
    title: 'Không có tệp dữ liệu',
    message: 'không tìm thấy "{name}"',
    help: 'các tên hiện có: {known}',
  },
  BC1003: {
    title: 'Không phải JSON',
    message: 'không đọc được JSON: {reason}',
    help: 'mỗi dòng hoặc mỗi tệp phải là một đối tượng JSON, mã UTF-8',
  },
  BC1004: {
    title: 'Không đọc được tệp',
    message: 'không đọc được tệp: {reason}',
    help: 'kiểm tra đường dẫn và quyền đọc tệp',
  },
  BC1005: {
    title: 'Không ghi được tệp',
    message: 'không ghi được tệp: {reason}',
    help: 'kiểm tra dung lượng đĩa và quyền ghi của thư mục; chưa tệp nào bị ghi dở',
  },
  BC1101: {
    title: 'Mã cơ quan trùng nhau',
    message: 'mã "{id}" được dùng cho hai cơ quan hoặc nhóm',
    basis: CONTRACT,
    help: 'đặt lại một trong hai mã',
  },
  BC1102: {
    title: 'Loại cơ quan chưa khai báo',
    message: 'cơ quan "{id}" có loại "{kind}" không có trong danh mục loại',
    help: 'thêm loại vào "kinds" hoặc sửa lại loại',
  },
  BC1103: {
    title: 'Nhóm chưa khai báo',
    message: 'cơ quan "{id}" thuộc nhóm "{group}" không có trong danh mục nhóm',
    help: 'thêm nhóm vào "groups" hoặc sửa lại tên nhóm',
  },
  BC1104: {
    title: 'Cơ quan kế thừa không có',
    message: 'cơ quan "{id}" có cơ quan kế thừa "{successor}" không có trong danh mục',
    help: 'thêm cơ quan kế thừa vào danh mục',
  },
  BC1201: {
    title: 'Thời hạn đọc chưa hết',
    message: 'thời hạn "{text}" còn phần chưa đọc được: "{unread}"',
    help: 'xem lại bằng lệnh baocao deadline; nếu cần, ghi cách đọc đúng vào "dueReadAs"',
  },
  BC1202: {
    title: 'Không đọc được thời hạn',
    message: 'không đọc được thời hạn "{text}"',
    help: 'ghi cách đọc đúng vào "dueReadAs" của nhiệm vụ',
  },
  BC1203: {
    title: 'Ngày không có thật',
    message: 'thời hạn "{text}" có ngày không có thật: {date}',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1204: {
    title: 'Khoảng thời gian ngược',
    message: 'thời hạn "{text}" có ngày đầu {from} sau ngày cuối {to}',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1205: {
    title: 'Thời hạn có phương án',
    message: 'thời hạn "{text}" để ngỏ nhiều phương án; chương trình giữ nguyên, không tự chọn',
    help: 'khi đã xác định, ghi gia hạn hoặc "dueReadAs"',
  },
  BC1206: {
    title: 'Thiếu lịch ngày làm việc',
    message: 'thời hạn "{text}" tính theo ngày làm việc nhưng chưa có lịch của năm',
    help: 'bổ sung lịch nghỉ của năm vào data/calendars',
  },
  BC1207: { title: 'Không có thời hạn', message: 'nhiệm vụ không ghi thời hạn', help: 'đối chiếu với văn bản gốc' },
  BC1301: {
    title: 'Chế độ báo cáo chưa có cho năm',
    message: 'chế độ báo cáo "{regime}" không có quy định cho năm {year}',
    help: 'thêm phiên bản áp dụng cho năm {year} vào tệp chế độ báo cáo',
  },
  BC1302: {
    title: 'Hai quy định cùng hiệu lực',
    message: 'năm {year} có hai quy định cùng hiệu lực trong "{regime}": {first} và {second}',
    help: 'ghi năm kết thúc cho quy định cũ',
  },
  BC1303: {
    title: 'Khung của năm suy theo mẫu',
    message: 'chưa có văn bản in khung chốt số liệu năm {year}; khung được suy theo mẫu của năm {printed}',
    basis: ND09,
    help: 'đối chiếu khi kế hoạch năm {year} được ban hành',
  },
  BC1304: {
    title: 'Không có kỳ báo cáo',
    message: 'chế độ báo cáo "{regime}" không có kỳ "{period}"',
    help: 'các kỳ có: {known}',
  },
  BC1305: {
    title: 'Mã kỳ sai dạng',
    message: '"{period}" không phải mã kỳ báo cáo',
    help: 'viết dạng 2026-Q1, 2026-H1, 2026-Q3, 2026-Y',
  },
  BC1306: {
    title: 'Khung chốt số liệu ngược',
    message: 'khung chốt số liệu của {period} ({regime}) có ngày đầu sau ngày cuối hoặc ngày không có thật',
    basis: ND09,
    help: 'sửa "window" trong tệp chế độ báo cáo',
  },
  BC1401: {
    title: 'Số nhiệm vụ trùng nhau',
    message: 'nhiệm vụ "{task}" có hai lần trong kế hoạch',
    help: 'thêm mã phần hoặc lĩnh vực vào số nhiệm vụ',
  },
  BC1402: {
    title: 'Lĩnh vực chưa khai báo',
    message: 'nhiệm vụ "{task}" thuộc lĩnh vực "{area}" không có trong kế hoạch',
    help: 'thêm lĩnh vực vào "areas"',
  },
  BC1403: {
    title: 'Nhiệm vụ chưa giao',
    message: 'nhiệm vụ "{task}" không có cơ quan chủ trì',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1404: {
    title: 'Không rõ cơ quan',
    message: 'nhiệm vụ "{task}" giao cho "{body}" không có trong danh mục cơ quan',
    help: 'gần nhất: {nearest}',
  },
  BC1501: {
    title: 'Không có bảng quy tắc',
    message: 'không có bảng quy tắc "{table}" có hiệu lực ngày {on}',
    help: 'thêm phiên bản vào data/rules',
  },
  BC1502: {
    title: 'Hai bảng quy tắc cùng hiệu lực',
    message: 'hai bảng quy tắc "{table}" cùng hiệu lực ngày {on}: từ {first} và từ {second}',
    help: 'ghi ngày hết hiệu lực cho bảng cũ',
  },
  BC2001: { title: 'Dùng sai lệnh', message: '{reason}', help: 'xem cách dùng: thêm --help vào lệnh' },
  BC2002: {
    title: 'Chưa chọn kế hoạch',
    message: 'không gian làm việc có nhiều kế hoạch đang dùng: {known}',
    help: 'thêm --plan MÃ',
  },
  BC2003: {
    title: 'Không rõ đơn vị',
    message: 'không có đơn vị "{unit}" trong danh mục {registry}',
    help: 'gần nhất: {nearest}; xem: baocao units list',
  },
  BC2004: {
    title: 'Thời điểm sai dạng',
    message: '"{value}" ({flag}) không phải thời điểm',
    help: 'viết dạng 2026-03-15T08:00:00+07:00 hoặc 2026-03-15',
  },
  BC2005: {
    title: 'Không có nhiệm vụ',
    message: 'kế hoạch {plan} không có nhiệm vụ "{task}"',
    help: 'xem: baocao plan show {plan}',
  },
  BC2006: {
    title: 'Không có chỉ tiêu',
    message: 'không có chỉ tiêu "{figure}" trong kỳ này',
    help: 'xem mã trong phụ lục thống kê hoặc mã chỉ tiêu của kế hoạch',
  },
  BC2007: {
    title: 'Kho sổ không dùng được',
    message: 'không mở được sổ "{db}": {reason}',
    help: 'viết dạng sqlite:ĐƯỜNG_DẪN; kiểm tra quyền ghi của thư mục',
  },
  BC2008: {
    title: 'Đơn vị không có phần việc',
    message: 'đơn vị "{unit}" không chủ trì nhiệm vụ "{task}" trong kỳ này',
    help: 'bỏ --unit để xem mọi đơn vị chủ trì',
  },
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
    message: 'chế độ báo cáo "{regime}" chưa ghi cơ quan tổng hợp hoặc không có kỳ kế tiếp',
    help: 'ghi "compiler" và "reporter" trong tệp chế độ báo cáo',
  },
  BC7000: {
    title: 'Lỗi của chương trình',
    message: 'chương trình gặp lỗi không lường trước: {reason}',
    help: 'gửi kèm lệnh đã chạy và thông báo này cho người bảo trì',
  },
};
