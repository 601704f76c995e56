/** A problem as the contract's JSON and as the lines a person reads: code, place, ground and help, all of them there. */

import { diagnosticJson, diagnosticText, placeText } from '../../src/i18n/render-diagnostic';
import { error, info, warning } from '../../src/lib/diagnostic';

const where = { file: 'phieu.xlsx', sheet: 'Nhiệm vụ', cell: 'G12' };

test('the lines of an error name the code, the place, the ground and what to do', () => {
  const text = diagnosticText(error('BC2104', where, { task: '12', unit: 'so-noi-vu', lead: 'Sở Tư pháp' }));
  expect(text.split('\n')).toEqual([
    'lỗi[BC2104]: đơn vị "so-noi-vu" không chủ trì nhiệm vụ 12',
    '  --> phieu.xlsx, trang "Nhiệm vụ", ô G12',
    '  = căn cứ: cột cơ quan chủ trì của kế hoạch: Sở Tư pháp',
    '  = gợi ý: kiểm tra lại đơn vị hoặc số nhiệm vụ',
  ]);
});

test('what there is nothing to say about has no line', () => {
  expect(diagnosticText(warning('BC1207', {}))).toBe(
    'cảnh báo[BC1207]: nhiệm vụ không ghi thời hạn\n  = gợi ý: đối chiếu với văn bản gốc',
  );
  expect(diagnosticText(info('BC1205', {}, { text: 'x' }))).toMatch(/^lưu ý\[BC1205\]: /);
});

test('the JSON is the contract’s, without keys that have no value', () => {
  expect(diagnosticJson(error('BC2102', { file: 'a.jsonl', line: 3 }, { task: '99', plan: 'mau' }))).toEqual({
    code: 'BC2102',
    level: 'error',
    message: 'kế hoạch mau không có nhiệm vụ "99"',
    where: { file: 'a.jsonl', line: 3 },
    help: 'xem số nhiệm vụ bằng: baocao plan show mau',
  });
});

test('a value that holds a brace or a dollar sign is printed as it is', () => {
  expect(diagnosticJson(error('BC1002', {}, { name: '{known} $& $1', known: 'a' })).message).toBe(
    'không tìm thấy "{known} $& $1"',
  );
});

test('a missing value or an unknown code is a bug, never an empty place', () => {
  expect(() => diagnosticJson(error('BC2102', {}, { task: '99' }))).toThrow('BC2102 has no value for {plan}');
  expect(() => diagnosticJson(error('BC9999', {}))).toThrow('no message for BC9999');
});

test.each([
  [{}, ''],
  [{ line: 0 }, 'dòng 0'],
  [{ file: 'a.jsonl', line: 3 }, 'a.jsonl, dòng 3'],
  [{ path: 'tasks[3].dueText', file: 'plan.json' }, 'plan.json, tasks[3].dueText'],
  [where, 'phieu.xlsx, trang "Nhiệm vụ", ô G12'],
])('the place %j reads "%s"', (place, text) => {
  expect(placeText(place)).toBe(text);
});
