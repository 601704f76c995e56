/** How a provision is cited: the place in the instrument first, then the instrument in full; never one that is unknown. */

import { citationText, instrumentsOf } from '../../src/regulation/citations';
import { instrumentsSchema } from '../../src/regulation/schema';
import { readJson } from '../support/data';

const register = instrumentsOf(
  instrumentsSchema.parse(readJson('data', 'regulations', 'instruments.json')).instruments,
);

test.each([
  ['nd-09-2019', 'Điều 12', 'Điều 12 Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ'],
  ['cv-581-bnv', null, 'Công văn số 581/BNV-CCHC ngày 21/02/2022 của Bộ Nội vụ'],
])('%s at %s reads "%s"', (instrument, at, text) => {
  expect(citationText(register, { instrument, at })).toBe(text);
});

test('an instrument that is not registered is never cited', () => {
  expect(() => citationText(register, { instrument: 'khong-co', at: null })).toThrow('khong-co');
});
