/** Texts of a plan and of units set into sentences: one line, no end mark, no list dash, a small letter but for names. */

import fc from 'fast-check';
import { lowerFirst } from '../../src/i18n/words';
import type { FigureEvent } from '../../src/figures/figures';
import { inSentence, toldText } from '../../src/report/wording';

test.each([
  ['Rà soát thủ tục hành chính', 'Rà soát thủ tục hành chính'],
  ['Rà soát  thủ tục\u00a0hành chính.', 'Rà soát thủ tục hành chính'],
  ['- Tháng 3\n- Tháng 6', 'Tháng 3; Tháng 6'],
  ['  - Quý I:', 'Quý I'],
  ['Kế hoạch; ', 'Kế hoạch'],
  ['một - hai', 'một - hai'],
  [
    '-5% biên chế so với năm 2025:\n- thiếu người;\n- thiếu kinh phí.',
    '-5% biên chế so với năm 2025: thiếu người; thiếu kinh phí',
  ],
  ['Đã họp.\nĐã ban hành', 'Đã họp. Đã ban hành'],
  ['-Thiếu người', 'Thiếu người'],
  ['', ''],
])('%j stands in a sentence as %j', (given, wanted) => {
  expect(inSentence(given)).toBe(wanted);
});

test('whatever it is given, one line comes out, without its end mark, and stays as it is', () => {
  const pieces = fc.constantFrom('a', 'ế', '-', ' ', '\n', '\t', '\u00a0', '.', ';', ':', ',', 'Sở');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (given) => {
      const said = inSentence(given.join(''));
      expect(said).not.toMatch(/[^\S ]|\s\s|^\s|[.;,:\s]$/);
      if (!said.startsWith('-')) expect(inSentence(said)).toBe(said);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['Đã triển khai', 'đã triển khai'],
  ['Ở xã', 'ở xã'],
  ['UBND xã', 'UBND xã'],
  ['Sở Nội vụ đã gửi', 'Sở Nội vụ đã gửi'],
  ['đã gửi', 'đã gửi'],
  ['A', 'a'],
  ['Tổ Công tác', 'tổ Công tác'],
  ['Hà Nội đã ban hành', 'Hà Nội đã ban hành'],
  ['Sóc Sơn hoàn thành', 'Sóc Sơn hoàn thành'],
  ['Trình Thủ tướng', 'trình Thủ tướng'],
  ['Tại Hà Nội', 'tại Hà Nội'],
  ['😀 vui', '😀 vui'],
  ['', ''],
])('%j goes on in a sentence as %j', (given, wanted) => {
  expect(lowerFirst(given)).toBe(wanted);
});

describe('what one body told', () => {
  const event = (fact: object): FigureEvent =>
    ({ fact: { answer: 'value', value: null, numerator: null, denominator: null, ...fact } }) as unknown as FigureEvent;
  const options = [{ value: 0, label: 'Trực tiếp' }];

  it.each<[string, FigureEvent, Parameters<typeof toldText>[1]]>([
    ['195/200', event({ value: 97.5, numerator: 195, denominator: 200 }), { type: 'ratio' }],
    ['98,50%, không có tử số, mẫu số nên không cộng được', event({ value: 98.5 }), { type: 'ratio' }],
    ['Trực tiếp', event({ value: 0 }), { type: 'enum', options }],
    ['0', event({ value: 0 }), { type: 'count' }],
    ['1.234', event({ value: 1234 }), { type: 'count' }],
    ['không phát sinh', event({ answer: 'nothing-arose' }), { type: 'count' }],
  ])('%s', (text, told, shape) => {
    expect(toldText(told, shape)).toBe(text);
  });
});
