/** Data files, the registry, due texts, regimes, plans, rules: BC10 to BC15. */

import { CONTRACT, ND09, type Messages } from './message';

export const DATA_MESSAGES: Messages = {
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
  BC1308: {
    title: 'Kỳ báo cáo ngoài thời gian của kế hoạch',
    message: 'kế hoạch "{plan}" thực hiện từ ngày {from} đến hết ngày {to}; {period} nằm ngoài thời gian đó',
    help: 'chọn kế hoạch của năm báo cáo bằng --plan',
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
};
