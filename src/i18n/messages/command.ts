/** The command line: BC20. */

import type { Messages } from './message';

export const COMMAND_MESSAGES: Messages = {
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
  BC2009: {
    title: 'Đơn vị không còn, hoặc chưa có, vào ngày chốt số liệu',
    message: '"{unit}" không hoạt động vào ngày chốt số liệu {to} của {period}',
    basis: 'thời gian hoạt động và cơ quan kế thừa ghi trong danh mục cơ quan, đơn vị (data/units)',
    help: 'cơ quan kế thừa: {heirs}',
  },
};
