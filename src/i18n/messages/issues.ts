/** Issued reports: issuing, making again, verifying, correcting. BC40. */

import type { Messages } from './message';

const FROZEN = 'báo cáo đã ký, đã phát hành không thay đổi; sai sót được bổ sung, đính chính bằng văn bản khác';

export const ISSUE_MESSAGES: Messages = {
  BC4001: {
    title: 'Báo cáo đã phát hành',
    message: 'báo cáo này đã phát hành, mã {issue}',
    basis: FROZEN,
    help: 'in lại: baocao issue reprint {issue}; bổ sung, đính chính: baocao restate --issue {issue}',
  },
  BC4002: {
    title: 'Không có báo cáo đã phát hành',
    message: 'sổ này không có báo cáo đã phát hành mã "{issue}"',
    help: 'các mã: {known}; xem: baocao issue list',
  },
  BC4003: {
    title: 'Số văn bản sai dạng',
    message: '"{number}" không phải số của văn bản',
    basis: 'Phụ lục I, mục II.3 Nghị định số 30/2020/NĐ-CP: số ghi bằng chữ số Ả Rập; ký hiệu do chương trình ghi',
    help: 'chỉ nêu phần số, ví dụ --number 05',
  },
  BC4004: {
    title: 'Kỳ chưa chốt số liệu',
    message: 'chưa phát hành được: {period} chốt số liệu hết ngày {to}',
    basis: 'số liệu của kỳ còn thay đổi đến hết ngày chốt',
    help: 'lập bản dự thảo bằng: baocao report hoặc baocao compile',
  },
  BC4005: {
    title: 'Ngày ký trước ngày chốt số liệu',
    message: 'ngày ký {signedOn} đứng trước ngày chốt số liệu {to} của {period}',
    help: 'kiểm tra lại --signed-on',
  },
  BC4006: {
    title: 'Đã có báo cáo sau',
    message: 'báo cáo {issue} đã có báo cáo sau, mã {last}',
    help: 'đính chính báo cáo sau cùng: baocao restate --issue {last}',
  },
  BC4007: {
    title: 'Ngày ký trước báo cáo được đính chính',
    message: 'ngày ký {signedOn} đứng trước ngày ký {before} của báo cáo được đính chính',
    help: 'kiểm tra lại --signed-on',
  },
  BC4008: {
    title: 'Dữ liệu đã khác',
    message: 'tệp {path} đã khác tệp mà báo cáo {issue} dùng',
    basis: 'báo cáo đính chính dùng dữ liệu đã đóng băng của báo cáo được đính chính; chỉ sự kiện làm thay đổi số liệu',
    help: 'tệp mới được dùng cho báo cáo các kỳ sau',
  },
  BC4011: {
    title: 'Nội dung đóng băng bị hỏng',
    message: 'nội dung đã đóng băng của {issue} không còn trong sổ hoặc không còn nguyên (mã băm {hash})',
    help: 'khôi phục sổ từ bản sao lưu gần nhất',
  },
  BC4012: {
    title: 'Không đọc được bản ghi phát hành',
    message: 'bản ghi phát hành {issue} không đúng dạng mà chương trình này biết',
    help: 'cập nhật chương trình',
  },
  BC4013: {
    title: 'Sổ không còn như khi phát hành',
    message: 'sự kiện ở vị trí {seq} không còn như khi phát hành {issue}',
    basis: 'sổ chỉ ghi thêm; báo cáo đã phát hành giữ mã băm của vị trí cuối',
    help: 'kiểm tra: baocao ledger verify; khôi phục sổ từ bản sao lưu',
  },
  BC4014: {
    title: 'Không có mẫu báo cáo đính chính',
    message: 'đề cương "{outline}" không nêu đề cương của báo cáo bổ sung, đính chính',
    help: 'ghi "correction" trong outline.json, ví dụ "bao-cao-dinh-chinh"',
  },
  BC4015: {
    title: 'Đã phát hành nhưng chưa ghi được tệp',
    message: 'báo cáo đã phát hành, mã {issue}, nhưng chưa ghi được tệp',
    help: 'sửa quyền ghi rồi lấy tệp: baocao issue reprint {issue} --out THƯ_MỤC',
  },
  BC4016: {
    title: 'PDF đưa ra từ bản đã lưu',
    message: 'tệp này do LibreOffice lập nên không lập lại để đối chiếu; bản đưa ra là bản đã lưu khi phát hành',
  },
  BC4017: {
    title: 'Phiên bản chương trình khác',
    message: 'lập lại bằng phiên bản {now} ra tệp khác tệp đã phát hành bằng phiên bản {then} ({issue})',
    basis: FROZEN,
    help: 'tệp đưa ra là tệp đã lưu khi phát hành',
  },
  BC4018: {
    title: 'Lập lại ra tệp khác',
    message: 'lập lại {issue} bằng cùng phiên bản {now} (khi phát hành: {then}) mà ra tệp khác tệp đã phát hành',
    basis: 'cùng đầu vào thì ra đúng từng byte',
    help: 'tệp đưa ra là tệp đã lưu khi phát hành; báo cho người bảo trì chương trình',
  },
  BC4020: {
    title: 'Ghi sau khi báo cáo đã phát hành',
    message: 'số liệu được ghi sau khi báo cáo {period} đã phát hành ({issue}): {what}, ghi nhận ngày {recorded}',
    basis: 'kỳ này chốt số liệu từ {from} đến {to} ({basis})',
    help: 'lập báo cáo bổ sung: baocao restate --issue {issue}',
  },
  BC4021: {
    title: 'Còn sự kiện ghi sau khi đã phát hành',
    message: 'còn {count} trường hợp nữa ghi sau khi báo cáo đã phát hành',
    help: 'xem: baocao restate --issue MÃ',
  },
  BC4030: {
    title: 'Tệp đã bị thay đổi',
    message: 'tệp mang mã phát hành {issue} nhưng không đúng tệp đã phát hành',
    basis: 'tệp đã phát hành được nhận ra bằng mã băm SHA-256',
    help: 'lấy tệp gốc: baocao issue reprint {issue}',
  },
  BC4031: {
    title: 'Không phải tệp đã phát hành',
    message: 'sổ này không có báo cáo nào phát hành tệp này',
    help: 'xem: baocao issue list; kiểm tra lại --db',
  },
  BC4032: {
    title: 'Bản dự thảo',
    message: 'tệp do chương trình lập cho kế hoạch {plan}, kỳ {period} nhưng chưa phát hành',
    help: 'phát hành: baocao issue --period {period} …',
  },
  BC4033: {
    title: 'Phát hành ở sổ khác',
    message: 'tệp mang mã phát hành {issue}, sổ này không có mã đó',
    help: 'kiểm tra lại --db',
  },
};
