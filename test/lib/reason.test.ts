/** Guards what a person is told of a failure of the machine: in Vietnamese, with the code that an administrator asks for. */

import { reasonOf } from '../../src/lib/reason';

const of = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('the reason of a failure', () => {
  it.each([
    ['a file that is not there', of('ENOENT'), 'không có tệp hoặc thư mục này (ENOENT)'],
    ['a full disk, told by SQLite', of('SQLITE_FULL'), 'đĩa đã đầy (SQLITE_FULL)'],
    ['a finer code of SQLite', of('SQLITE_IOERR_WRITE'), 'lỗi đọc, ghi đĩa hoặc đĩa đã đầy (SQLITE_IOERR_WRITE)'],
    ['a server that closes', of('57P01'), 'máy chủ đã ngắt kết nối (57P01)'],
    ['a connection that ended', new Error('Connection terminated unexpectedly'), 'máy chủ đã ngắt kết nối'],
    [
      'a question on a connection that has ended',
      new Error('Client has encountered a connection error and is not queryable'),
      'máy chủ đã ngắt kết nối',
    ],
    ['JSON with an empty file', new SyntaxError('Unexpected end of JSON input'), 'JSON bị cắt cụt hoặc để trống'],
    ['a file that SQLite may only read', new Error('attempt to write a readonly database'), 'chỉ cho đọc'],
    ['what is not known here', new Error('lời riêng'), 'lời riêng'],
  ])('%s', (_, failure, told) => {
    expect(reasonOf(failure)).toBe(told);
  });
});
