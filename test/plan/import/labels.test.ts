/** Three columns in one cell, told apart by their labels. */

import { labelledCell } from '../../../src/plan/import/labels';

test('lead, support and solutions are told apart', () => {
  const cell = labelledCell(
    'Đơn vị chủ trì: Sở Nội vụ Đơn vị phối hợp: Các sở, ban, ngành Giải pháp thực hiện: + Rà soát + Trình ban hành',
  );
  expect(cell).toEqual({
    lead: 'Sở Nội vụ',
    support: 'Các sở, ban, ngành',
    solutions: ['Rà soát', 'Trình ban hành'],
    readAsSupport: [],
  });
});

test('a cell without labels is all lead', () => {
  expect(labelledCell('Sở Nội vụ')).toMatchObject({ lead: 'Sở Nội vụ', support: '', solutions: [] });
});

test('a body that works together in brackets supports', () => {
  const cell = labelledCell('Đơn vị chủ trì: Trung tâm Chuyển đổi số (phối hợp Sở Tài chính) Giải pháp thực hiện: + A');
  expect(cell).toMatchObject({ lead: 'Trung tâm Chuyển đổi số', support: 'Sở Tài chính' });
});

test('whoever carries out under another lead is read as supporting, and that is said', () => {
  const cell = labelledCell('Đơn vị chủ trì: Sở Tài chính Đơn vị thực hiện: Các sở, ban, ngành');
  expect(cell).toMatchObject({
    lead: 'Sở Tài chính',
    support: 'Các sở, ban, ngành',
    readAsSupport: ['Đơn vị thực hiện'],
  });
});

test.each([
  ['one without a sign', 'Rà soát quy trình. Ban hành quy chế', ['Rà soát quy trình. Ban hành quy chế']],
  ['numbers in brackets', '(1) Rà soát; (2) Ban hành;', ['Rà soát', 'Ban hành']],
  [
    'numbers after an opening',
    'Xây dựng: (1) Kế hoạch A; (2) Kế hoạch B',
    ['Xây dựng: (1) Kế hoạch A; (2) Kế hoạch B'],
  ],
  ['lines with hyphens', '- Rà soát\n- Ban hành', ['Rà soát', 'Ban hành']],
  ['a plus inside a word', '+ Mạng 5G+ và 4G', ['Mạng 5G+ và 4G']],
])('solutions: %s', (_, text, solutions) => {
  expect(labelledCell(`Chủ trì: Sở A Giải pháp thực hiện: ${text}`).solutions).toEqual(solutions);
});
