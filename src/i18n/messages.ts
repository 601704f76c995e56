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
  BC1307: {
    title: 'Thiếu lịch ngày làm việc',
    message: 'hạn gửi của {period} ({regime}) tính theo ngày làm việc nhưng chưa có lịch năm {year}',
    basis: 'lịch nghỉ lễ, tết và hoán đổi ngày làm việc do cơ quan có thẩm quyền thông báo từng năm',
    help: 'bổ sung năm {year} vào data/calendars khi có thông báo; không suy ra từ năm khác',
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
  BC1405: {
    title: 'Nhiệm vụ trùng tên',
    message: 'nhiệm vụ "{task}" trùng tên với nhiệm vụ "{earlier}" trong cùng lĩnh vực',
    help: 'đối chiếu với văn bản gốc: một hàng có thể đã được nhập hai lần',
  },
  BC1406: {
    title: 'Không rõ ai chủ trì',
    message: 'nhiệm vụ "{task}" không có cơ quan chủ trì nào trong danh mục; ô chủ trì ghi: {text}',
    help: 'ghi cách hiểu vào "bodies" hoặc "assignments" của tệp đính chính, hoặc bổ sung danh mục cơ quan',
  },
  BC1407: {
    title: 'Thời hạn ngoài thời gian của kế hoạch',
    message: 'thời hạn {due} của nhiệm vụ "{task}" nằm ngoài thời gian của kế hoạch ({from} đến {to})',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1408: {
    title: 'Cơ quan không có trong thời gian của kế hoạch',
    message: 'nhiệm vụ "{task}" giao cho {body}, cơ quan chỉ có từ {from} đến {to}',
    help: 'kiểm tra tên cơ quan và ngày trong danh mục',
  },
  BC1409: {
    title: 'Lĩnh vực trống',
    message: 'lĩnh vực "{area}" không có nhiệm vụ và chỉ tiêu nào',
    help: 'đối chiếu với văn bản gốc',
  },
  BC1410: {
    title: 'Chỉ tiêu chưa xếp lĩnh vực',
    message: 'chỉ tiêu "{target}" thuộc lĩnh vực "{area}" không có trong kế hoạch',
    help: 'xếp lĩnh vực ở "targets" của tệp đính chính',
  },
  BC1411: {
    title: 'Chỉ tiêu không có phép đo',
    message: 'chỉ tiêu "{target}" không có phép đo nào',
    help: 'thêm phép đo ở "measures"',
  },
  BC1412: {
    title: 'Chỉ tiêu chưa gắn phụ lục thống kê',
    message: 'chỉ tiêu "{target}" chưa gắn với chỉ tiêu nào của phụ lục thống kê; số liệu nhập theo mã {measures}',
    help: 'nếu phụ lục có chỉ tiêu tương ứng, ghi mã vào "indicator" của phép đo',
  },
  BC1413: {
    title: 'Không có chỉ tiêu trong phụ lục',
    message: 'phép đo "{measure}" gắn với chỉ tiêu "{indicator}" không có trong phụ lục thống kê',
    help: 'sửa mã "indicator" của phép đo',
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
  BC2123: {
    title: 'Không có quy tắc kiểm tra',
    message: 'không có quy tắc kiểm tra "{check}"',
    help: 'các quy tắc: {known}',
  },
  BC2124: {
    title: 'Không rõ nội dung giải trình',
    message: '"{subject}" không phải mã chỉ tiêu, số nhiệm vụ hay phần việc (12/1)',
    help: 'dùng đúng nội dung mà lệnh check nêu',
  },
  BC2125: {
    title: 'Giải trình không thay được việc sửa số liệu',
    message: 'quy tắc "{check}" ở mức dừng: giải trình được ghi lại nhưng số liệu vẫn phải sửa',
    help: 'gửi lại số liệu đúng của các chỉ tiêu mà lệnh check nêu',
  },
  BC2201: {
    title: 'Không phải biểu thu thập',
    message: 'tệp không phải biểu do chương trình lập: không có trang nhận dạng',
    help: 'điền và gửi lại đúng tệp biểu đã nhận; không chép sang sổ tính khác',
  },
  BC2202: {
    title: 'Trang nhận dạng bị sửa',
    message: 'trang nhận dạng ẩn của biểu đã bị sửa hoặc mất dòng',
    help: 'lấy lại biểu gốc, chép nội dung đã điền sang (chỉ dán giá trị) rồi gửi lại',
  },
  BC2203: {
    title: 'Biểu của kế hoạch khác',
    message: 'biểu thuộc kế hoạch "{plan}", đang nạp cho kế hoạch "{expected}"',
    help: 'thêm --plan {plan}, hoặc dùng biểu của đúng kế hoạch',
  },
  BC2204: {
    title: 'Biểu của đơn vị khác',
    message: 'biểu được lập cho {unit}; {reason}',
    help: 'mỗi đơn vị chỉ điền biểu lập cho mình; xin lại biểu đúng, hoặc sửa tên tệp nếu chỉ đặt nhầm tên',
  },
  BC2205: {
    title: 'Biểu của kỳ khác',
    message: 'biểu thuộc kỳ {period}, không phải {expected}',
    help: 'điền biểu của đúng kỳ báo cáo; nạp riêng các biểu của kỳ {period}',
  },
  BC2206: {
    title: 'Biểu phiên bản cũ',
    message: 'biểu có phiên bản {version}; phiên bản đang dùng cho đơn vị này là {current}',
    help: 'lập lại biểu: baocao form export --unit {unit}; chép nội dung đã điền sang rồi gửi lại',
  },
  BC2207: {
    title: 'Kỳ báo cáo chưa bắt đầu',
    message: 'kỳ {period} chỉ bắt đầu từ ngày {from}',
    help: 'kiểm tra lại kỳ của biểu và ngày nhận (--received-on)',
  },
  BC2208: {
    title: 'Hai biểu của một đơn vị',
    message: 'có nhiều biểu khác nhau của {unit}, kỳ {period}: {files}; không rõ biểu nào là bản cuối',
    help: 'giữ lại một biểu rồi nạp lại; biểu gửi sau thì nạp sau',
  },
  BC2209: {
    title: 'Tệp có thành phần không được nhận',
    message: 'tệp {what}; chương trình không mở',
    help: 'lưu lại thành .xlsx không macro, ngắt mọi liên kết (Dữ liệu > Sửa liên kết), rồi gửi lại',
  },
  BC2210: {
    title: 'Thiếu trang của biểu',
    message: 'không tìm thấy trang "{sheet}" (theo hàng tiêu đề)',
    help: 'lấy lại biểu gốc; được đổi tên trang nhưng không được xóa trang hay hàng tiêu đề',
  },
  BC2211: {
    title: 'Hàng tiêu đề thiếu cột',
    message: 'hàng tiêu đề không còn cột: {columns}',
    help: 'khôi phục tên cột như biểu gốc',
  },
  BC2212: {
    title: 'Mã không có trong biểu',
    message: 'mã "{key}" không có trong biểu của {unit}, kỳ {period}',
    help: 'khôi phục mã ở cột đầu như biểu gốc; không thêm nhiệm vụ hay chỉ tiêu vào biểu',
  },
  BC2213: {
    title: 'Mã có hai hàng',
    message: 'mã "{key}" đã có ở ô {first}',
    help: 'xóa hàng thừa, chỉ giữ một hàng cho mỗi mã',
  },
  BC2214: {
    title: 'Thiếu hàng của biểu',
    message: 'không còn hàng của mã: {keys}',
    help: 'khôi phục các hàng đã xóa hoặc mã đã sửa; không có gì để báo cáo thì để trống các ô nền vàng',
  },
  BC2215: {
    title: 'Ô khóa bị sửa',
    message: 'ô "{column}" của mã {key} khác với biểu đã phát',
    help: 'khôi phục nội dung gốc của ô; ý kiến về nội dung này ghi ở trang Thuyết minh',
  },
  BC2216: {
    title: 'Công thức thay cho giá trị',
    message: 'ô có công thức (đang hiện "{shown}"), cần giá trị',
    help: 'chép ô rồi dán đặc biệt, chọn "Giá trị"',
  },
  BC2217: {
    title: 'Nội dung ở hàng không có mã',
    message: 'hàng có nội dung nhưng không có mã ở cột "{column}"',
    help: 'chuyển nội dung lên hàng có mã, hoặc xóa đi',
  },
  BC2218: {
    title: 'Ô báo lỗi',
    message: 'ô đang là giá trị lỗi "{shown}"',
    help: 'nhập lại giá trị',
  },
  BC2219: {
    title: 'Không rõ trạng thái',
    message: 'không có trạng thái "{shown}"',
    help: 'chọn một trong: {choices}',
  },
  BC2220: {
    title: 'Chưa chọn trạng thái',
    message: 'nhiệm vụ {key} đã điền nội dung nhưng chưa chọn trạng thái',
    help: 'chọn một trong: {choices}',
  },
  BC2221: {
    title: 'Thiếu ngày hoàn thành',
    message: 'nhiệm vụ {key} đã hoàn thành nhưng chưa ghi ngày hoàn thành',
    help: 'ghi ngày/tháng/năm hoàn thành, ví dụ 05/03/2026',
  },
  BC2222: {
    title: 'Có ngày hoàn thành mà chưa hoàn thành',
    message: 'nhiệm vụ {key} có ngày hoàn thành nhưng trạng thái là "{state}"',
    help: 'chọn "Đã hoàn thành", hoặc xóa ngày',
  },
  BC2223: {
    title: 'Không đọc được ngày',
    message: 'không đọc được ngày "{shown}"',
    help: 'ghi đủ ngày/tháng/năm có thật, ví dụ 05/03/2026; ngày trước, tháng sau',
  },
  BC2224: {
    title: 'Ngày không hợp lý',
    message: 'ngày {day} sau ngày nhận biểu ({today}) hoặc đã quá xa',
    help: 'kiểm tra lại ngày, tháng, năm: có thể ngày và tháng bị đảo, hoặc gõ nhầm năm',
  },
  BC2225: {
    title: 'Thiếu số, ký hiệu văn bản',
    message: 'nhiệm vụ {key} có ngày văn bản nhưng thiếu số, ký hiệu',
    help: 'ghi số, ký hiệu, ví dụ 12/KH-UBND',
  },
  BC2226: {
    title: 'Không phải là số',
    message: 'không đọc được số "{shown}"',
    help: 'ghi số, ví dụ 1.234,5 hoặc 0; không có số thì chọn "Không phát sinh" hoặc "Không áp dụng"',
  },
  BC2227: {
    title: 'Số liệu âm',
    message: 'số "{shown}" nhỏ hơn 0',
    help: 'ghi số từ 0 trở lên',
  },
  BC2228: {
    title: 'Số đếm có phần lẻ',
    message: 'chỉ tiêu {code} là số đếm nhưng ghi "{shown}"',
    help: 'kiểm tra lại; dấu phẩy là dấu thập phân, dấu chấm ngăn hàng nghìn',
  },
  BC2229: {
    title: 'Thiếu tử số hoặc mẫu số',
    message: 'chỉ tiêu {code} còn thiếu {missing}',
    help: 'ghi đủ cả hai số; không có việc phát sinh thì chọn "Không phát sinh"',
  },
  BC2230: {
    title: 'Số liệu mâu thuẫn',
    message: '{check}: {message}',
    help: 'sửa số liệu rồi gửi lại; chưa sửa thì lệnh check còn nêu ở mức phải sửa',
  },
  BC2231: {
    title: 'Vừa có số vừa chọn không có số',
    message: 'chỉ tiêu {code} chọn "{answer}" nhưng ô này lại có nội dung khác',
    help: 'chỉ giữ một trong hai',
  },
  BC2232: {
    title: 'Không có lựa chọn này',
    message: 'chỉ tiêu {code} không có lựa chọn "{shown}"',
    help: 'chọn một trong: {choices}',
  },
  BC2233: {
    title: 'Số ghi sai ô',
    message: 'chỉ tiêu {code} không nhận số ở ô này, hoặc số ở đây khác số tính được',
    help: 'số đếm ghi ở cột Giá trị; tỷ lệ ghi tử số và mẫu số, xóa ô này',
  },
  BC2234: {
    title: 'Nội dung quá dài',
    message: 'ô có {length} ký tự, tối đa {most}',
    help: 'rút gọn nội dung; phần chi tiết gửi thành tài liệu kèm theo',
  },
  BC2235: {
    title: 'Ngày ngoài kỳ',
    message: 'kết quả ngày {day} nằm ngoài kỳ ({from} đến {to})',
    help: 'ghi ngày có kết quả trong kỳ, hoặc để trống ô ngày',
  },
  BC2236: {
    title: 'Tỷ lệ ghi thay cho số',
    message: 'chỉ tiêu {code} cần tử số và mẫu số, không phải tỷ lệ phần trăm',
    help: 'ghi hai số; tỷ lệ tự tính',
  },
  BC2237: {
    title: 'Quá hạn chưa nêu nguyên nhân',
    message: 'nhiệm vụ {key} quá hạn nhưng chưa nêu nguyên nhân chậm',
    basis: 'đề cương báo cáo: nhiệm vụ chậm phải nêu nguyên nhân và giải pháp',
    help: 'bổ sung nguyên nhân và giải pháp khắc phục rồi gửi lại',
  },
  BC2238: {
    title: 'Hoàn thành sau ngày chốt số liệu',
    message: 'ngày hoàn thành {day} sau ngày chốt số liệu {to}: được ghi nhận, tính vào kỳ sau',
    help: 'kiểm tra lại ngày; nếu đúng thì không phải sửa',
  },
  BC2239: {
    title: 'Nộp nhưng trống',
    message: 'biểu không có nội dung nào; được ghi nhận là nộp nhưng trống',
    help: 'điền biểu rồi gửi lại',
  },
  BC2240: {
    title: 'Biểu đã nạp',
    message: 'đúng tệp này đã được nạp; không có gì thay đổi',
  },
  BC2241: {
    title: 'Ngày hoàn thành khác lần báo trước',
    message: 'nhiệm vụ {key} đã được báo hoàn thành ngày {before}, nay ghi {now}: ngày mới thay ngày cũ',
    help: 'nếu báo cáo kỳ trước đã phát hành, xem có phải đính chính không',
  },
  BC2242: {
    title: 'Không rõ câu trả lời',
    message: 'không có câu trả lời "{shown}"',
    help: 'chọn một trong: {choices}; hoặc xóa ô',
  },
  BC2243: {
    title: 'Trạng thái đi lùi',
    message: 'nhiệm vụ {key} đã được báo hoàn thành ngày {day}, nay lại báo chưa hoàn thành',
    help: 'nếu lần trước báo nhầm, nêu lý do ở cột Nguyên nhân chậm; nếu không, xóa trạng thái',
  },
  BC2244: {
    title: 'Đọc tệp quá giới hạn',
    message: 'dừng đọc tệp vì {reason}',
    help: 'tệp có thể hỏng hoặc chứa nội dung bất thường; mở bằng Excel, lưu lại rồi gửi lại',
  },
  BC2245: {
    title: 'Bỏ qua tệp không phải biểu Excel',
    message: 'tệp không được đọc vì không có đuôi .xlsx hoặc .xlsm',
    help: 'nếu là biểu, lưu lại thành .xlsx rồi nạp',
  },
  BC2246: {
    title: 'Số liệu cần giải trình',
    message: '{check}: {message}',
    help: 'sửa số liệu, hoặc ghi giải trình ở trang Kiểm tra rồi gửi lại',
  },
  BC2247: {
    title: 'Có ghi chú nhưng không có số liệu',
    message: 'chỉ tiêu {code} chỉ có ghi chú; ghi chú không được lưu khi chưa có số liệu',
    help: 'ghi số liệu, hoặc chọn "Không phát sinh" / "Không áp dụng"',
  },
  BC2248: {
    title: 'Tỷ lệ không có tử số, mẫu số',
    message: 'chỉ tiêu {code} chỉ có tỷ lệ: hiện được trong báo cáo của đơn vị, không cộng được vào số toàn thành phố',
    help: 'bổ sung tử số và mẫu số',
  },
  BC2249: {
    title: 'Giải trình không rõ về nội dung nào',
    message: 'giải trình chưa ghi mã kiểm tra và mã chỉ tiêu hoặc nhiệm vụ nên không được lưu',
    help: 'ghi mã kiểm tra (ví dụ KT-01) ở cột đầu và mã chỉ tiêu hoặc nhiệm vụ ở cột Số lượng',
  },
  BC2251: {
    title: 'Đơn vị không phải đôn đốc',
    message: '{unit} đã gửi báo cáo {period}; không lập công văn',
    help: 'xem: baocao submissions --period …',
  },
  BC2252: {
    title: 'Đơn vị không thuộc diện báo cáo',
    message: '{unit} không phải gửi báo cáo {period}; không lập công văn',
    help: 'các đơn vị phải gửi nêu trong chế độ báo cáo (submissions)',
  },
  BC2253: {
    title: 'Chưa có mẫu công văn đôn đốc',
    message: 'chế độ báo cáo "{regime}" chưa nêu mẫu công văn đôn đốc',
    help: 'ghi "reminder" trong tệp chế độ báo cáo, mẫu đặt trong templates',
  },
  BC2254: {
    title: 'Cơ quan đôn đốc',
    message: '{unit} là cơ quan đôn đốc báo cáo {period}; không lập công văn gửi chính mình',
    help: 'xem: baocao submissions --period …',
  },
  BC2261: {
    title: 'Thiếu trang trong danh sách chỉ tiêu',
    message: 'không thấy trang "{sheet}" (dòng tiêu đề có cột "{column}")',
    help: 'giữ nguyên dòng tiêu đề cột; lấy tệp mẫu bằng: baocao indicators export --out TỆP.xlsx',
  },
  BC2262: {
    title: 'Thiếu cột trong danh sách chỉ tiêu',
    message: 'trang "{sheet}" không có cột "{column}"',
    help: 'thêm lại cột với đúng tiêu đề, để trống nếu không dùng',
  },
  BC2263: {
    title: 'Ô không đọc được',
    message: 'không hiểu "{value}"',
    help: 'ghi: {expected}',
  },
  BC2264: {
    title: 'Mã dùng hai lần',
    message: 'mã "{code}" được dùng cho hai dòng',
    help: 'đặt lại một trong hai mã',
  },
  BC2265: {
    title: 'Không có chỉ tiêu được dẫn',
    message: '"{by}" dẫn chỉ tiêu "{code}" không có trong danh sách',
    help: 'sửa mã, hoặc thêm chỉ tiêu',
  },
  BC2266: {
    title: 'Chỉ tiêu chưa đủ nội dung',
    message: 'chỉ tiêu "{code}": {what}',
    help: 'xem trang Hướng dẫn của tệp danh sách',
  },
  BC2267: {
    title: 'Không rõ đơn vị trả lời',
    message: 'chỉ tiêu "{code}" giao cho "{name}" không phải vai trò, cơ quan hay nhóm nào',
    help: 'thêm vai trò ở trang Vai trò, hoặc dùng mã cơ quan: baocao units list',
  },
  BC2268: {
    title: 'Chỉ tiêu tính từ chính nó',
    message: 'chỉ tiêu "{code}" được tính vòng từ chính nó',
    help: 'sửa cột "Tự tính từ"',
  },
  BC2269: {
    title: 'Tệp đã có',
    message: '{file} đã có, không ghi đè',
    help: 'đặt tên khác, hoặc thêm --force',
  },
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
