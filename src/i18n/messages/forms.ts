/** Excel forms, submissions, the indicator list: BC22. */

import type { Messages } from './message';

export const FORMS_MESSAGES: Messages = {
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
    help: 'ghi mã kiểm tra (ví dụ KT-01) ở cột đầu và mã chỉ tiêu, mã nhiệm vụ, "các chỉ tiêu" hoặc "các nhiệm vụ" ở cột Số lượng',
  },
  BC2270: {
    title: 'Ô thuyết minh để trống, lời đã gửi được giữ',
    message: 'ô thuyết minh mục {section} để trống; lời đã gửi trước đó vẫn được dùng',
    help: 'muốn thay thì ghi nội dung mới; muốn bỏ thì ghi vào sổ một dòng của mục này với text rỗng',
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
  BC2271: {
    title: 'Ô là công thức trong danh sách chỉ tiêu',
    message: 'ô này là {what}, không phải chữ, số hay ngày ghi sẵn',
    help: "gõ giá trị vào ô; chữ bắt đầu bằng dấu = thì gõ dấu nháy đơn (') trước",
  },
  BC2272: {
    title: 'Mã bị hiểu là số hoặc ngày',
    message: 'mã "{value}" là số hoặc ngày, không phân biệt được 1.1 với 1.10',
    help: 'đặt ô dạng văn bản (Text), rồi gõ lại mã',
  },
  BC2273: {
    title: 'Không có danh mục cơ quan',
    message: 'không có danh mục cơ quan "{registry}"',
    help: 'dùng một trong: {known}',
  },
  BC2274: {
    title: 'Vai trò không có cơ quan',
    message: 'vai trò "{role}": danh mục "{registry}" không có cơ quan, nhóm "{body}"',
    help: 'dùng mã cơ quan: baocao units list',
  },
  BC2275: {
    title: 'Thiếu dòng trong trang Thông tin',
    message: 'trang Thông tin không có dòng "{label}"',
    help: 'thêm lại dòng này, hoặc lấy tệp mẫu bằng: baocao indicators export --out TỆP.xlsx',
  },
  BC2269: {
    title: 'Tệp đã có',
    message: '{file} đã có, không ghi đè',
    help: 'đặt tên khác, hoặc thêm --force',
  },
};
