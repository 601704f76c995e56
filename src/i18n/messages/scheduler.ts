/** What runs by itself, its timetable, the state of the machine: BC41. */

import type { Messages } from './message';

export const SCHEDULER_MESSAGES: Messages = {
  BC4101: {
    title: 'Việc tự chạy không làm được',
    message: '{key}: lần thứ {attempt} không làm được; các việc khác vẫn làm',
    help: 'sửa lỗi nêu ở trên; chương trình tự làm lại từ {next}',
  },
  BC4102: {
    title: 'Việc tự chạy gặp lỗi không lường trước',
    message: '{key}: {reason}',
    help: 'kiểm tra dung lượng đĩa, quyền ghi; gửi thông báo này cho người bảo trì nếu còn lặp lại',
  },
  BC4103: {
    title: 'Việc tự chạy còn chờ làm lại',
    message: '{key}: {failures} lần không làm được, chưa đến lúc làm lại',
    help: 'chương trình tự làm lại từ {next}',
  },
  BC4104: {
    title: 'Đang có tiến trình khác làm',
    message: 'một tiến trình khác của sổ này đang làm những việc đến hạn; lần này không làm gì',
  },
  BC4105: {
    title: 'Sự kiện đến muộn',
    message: '{key}: {late} sự kiện, số liệu của kỳ ghi sau thời điểm xét ({asOf}), không có trong báo cáo này',
    help: 'lập lại bằng baocao report, compile khi cần; báo cáo đã phát hành thì đính chính hoặc bổ sung',
  },
  BC4106: {
    title: 'Mật khẩu trong địa chỉ kho',
    message: 'không in địa chỉ kho có mật khẩu vào lịch tự chạy',
    help: 'bỏ mật khẩu khỏi --db, ghi vào tệp .pgpass của người dùng chạy lịch',
  },
};
