/** What a writer of prose is told: the name or the line that is wrong, in Vietnamese. */

import { proseOf } from '../../src/report/prose';

const VIEW = { plan: { title: 'Kế hoạch mẫu' }, figures: { '1.1': { has: true, text: '5' } }, items: [{ name: 'a' }] };

const faultOf = (source: string): string => {
  const { value, diagnostics } = proseOf(new Map([['mo-dau', source]])).render('mo-dau', 'unit', VIEW);
  expect([value, diagnostics.map((d) => [d.code, d.where.file])]).toEqual([
    undefined,
    [['BC3001', 'prose/mo-dau.hbs']],
  ]);
  return String(diagnostics[0]?.params['reason']);
};

it.each([
  ['a name', 'Lời {{la}}', 'không có tên "la" (dòng 1, cột 7)'],
  ['the end of a path', '{{plan.ten}}', 'không có tên "ten" (dòng 1, cột 3)'],
  ['the middle of a path', '{{#if figures.[1.2].has}}x{{/if}}', 'không có tên "figures.1.2.has" (dòng 1, cột 7)'],
  [
    'a name after a list',
    '{{#each items}}{{name}}{{/each}}\n{{#if figures.[9].has}}{{/if}}',
    'không có tên "figures.9.has" (dòng 2, cột 7)',
  ],
  ['a helper', '{{dem 1}}', 'không có hàm "dem" (dòng 1, cột 1)'],
  ['a file in the file', '{{> khac}}', 'tệp lời văn không lồng được tệp khác ("khac")'],
  ['the wrong end', '{{#each items}}{{/if}}', 'khối "each" đóng bằng "if" (dòng 1, cột 4)'],
  ['an open brace', 'Một\nhai {{so', 'sai cú pháp ở dòng 2'],
])('names %s', (_, source, said) => {
  expect(faultOf(source)).toBe(said);
});

it('leaves a fault that it does not know in the engine’s words', () => {
  expect(faultOf('{{cacKhoan figures "la" noun="x"}}')).toBe('"la" không phải là trạng thái');
});
