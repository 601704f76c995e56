/** Jobs in threads and on the queue: BC42. */

import type { Messages } from './message';

export const JOBS_MESSAGES: Messages = {
  BC4201: {
    title: 'Việc trong hàng đợi không xong',
    message: 'một việc giao cho máy khác không xong sau nhiều lần: {reason}',
    help: 'xem nhật ký của baocao worker; mọi máy phải có cùng data, templates và phiên bản chương trình; rồi chạy lại lệnh',
  },
  BC4202: {
    title: 'Chỉ có hàng đợi trên PostgreSQL',
    message: 'lệnh worker cần sổ trên PostgreSQL, sổ đang dùng là tệp SQLite',
    help: 'thêm --db postgres://… hoặc đặt DATABASE_URL; trên một máy, việc đã tự chia cho các lõi của máy',
  },
  BC4203: {
    title: 'Việc tự chạy bị ngắt giữa chừng',
    message: '{key}: lần thứ {attempt} bị ngắt giữa chừng (tiến trình hoặc máy dừng đột ngột)',
    help: 'chương trình làm lại với đúng dữ liệu của lần trước; từ lần ngắt thứ hai thì chờ và làm sau các việc khác; nếu còn lặp lại, xem bộ nhớ và nhật ký của máy',
  },
  BC4204: {
    title: 'Kho S3 thiếu cài đặt',
    message: 'kho {place} cần biến môi trường {name}, biến này chưa có giá trị',
    help: 'đặt đủ BAOCAO_S3_ENDPOINT, BAOCAO_S3_ACCESS_KEY, BAOCAO_S3_SECRET_KEY rồi chạy lại; hoặc để tệp ở nơi khác bằng --artifacts',
  },
  BC4205: {
    title: 'Việc cần dữ liệu khác với máy này',
    message:
      'việc của kế hoạch {plan}, kỳ {period} cần dữ liệu, mẫu hoặc phiên bản khác với máy này; để lại cho máy khác',
    help: 'dùng cùng data, templates và phiên bản chương trình trên mọi máy; chương trình vừa thay thì dừng rồi chạy lại baocao worker',
  },
};
