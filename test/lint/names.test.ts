/** Official names in a text: every spelling of their letters is found, and nothing that only begins like one. */

import { finderOf } from '../../src/lint/rules/names';

const find = finderOf(['Sở Nội vụ', 'Sở Nội vụ thành phố Mẫu', 'Sở Tư pháp', 'SỞ TƯ PHÁP', 'Văn phòng Mẫu 01']);
const found = (text: string): readonly (readonly [string, readonly string[]])[] => [...find(text)];

describe('tên cơ quan trong câu', () => {
  it('được tìm thấy dù viết hoa thế nào, với mọi cách viết chính thức', () => {
    expect(found('Đề nghị Sở Nội Vụ, sở tư pháp phối hợp.')).toEqual([
      ['Sở Nội Vụ', ['Sở Nội vụ']],
      ['sở tư pháp', ['Sở Tư pháp', 'SỞ TƯ PHÁP']],
    ]);
  });

  it('tên dài hơn thắng tên ngắn mà nó bắt đầu', () => {
    expect(found('(Sở Nội vụ thành phố Mẫu)')).toEqual([['Sở Nội vụ thành phố Mẫu', ['Sở Nội vụ thành phố Mẫu']]]);
  });

  it('không lấy chữ chỉ bắt đầu giống tên, hay nằm trong chữ khác', () => {
    expect(found('Sở Nội vụnào, cơsở tư pháp, văn phòng mẫu 02')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('không có tên nào thì không tìm thấy gì', () => {
    expect([...finderOf([])('Sở Nội vụ')]).toEqual([]);
  });
});
