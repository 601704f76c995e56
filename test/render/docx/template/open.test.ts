/** Faults of a template: each with its name, its paragraph and what may be asked for instead; all of them at once. */

import { diagnosticText } from '../../../../src/i18n/render-diagnostic';
import { KNOWN_PLACEHOLDERS, placeholderOf } from '../../../../src/render/docx/template/names';
import { openTemplate } from '../../../../src/render/docx/template/template';
import { faultsOf, header, opened, p, sectPr, wordFile } from './word';

const told = (made: Parameters<typeof faultsOf>[0]): readonly string[] =>
  faultsOf(made).map(
    (d) => `${d.code} ${String(d.params['name'] ?? d.params['reason'] ?? d.params['text'])} @ ${d.where.path ?? ''}`,
  );
const BODY = p('{{noi_dung}}');

it('every fault of a template is told at once, with the paragraph it stands in', () => {
  const cell = `<w:tbl><w:tr><w:tc>${p('{{phu_luc}}')}</w:tc></w:tr></w:tbl>`;
  const made = {
    body: `${p('Số {{so_hieu}} của {{Tên cơ quan}}')}${p('A {{noi_dung}} B')}${cell}${p('{{ten_loai')}${p('}}')}${sectPr()}`,
    others: { 'header1.xml': header(p('{{phan_dau}}')) },
  };
  expect(told(made)).toEqual([
    'BC3051 so_hieu @ thân văn bản, đoạn 1',
    'BC3051 Tên cơ quan @ thân văn bản, đoạn 1',
    'BC3052 noi_dung @ thân văn bản, đoạn 2',
    'BC3052 phu_luc @ thân văn bản, đoạn 3',
    'BC3056 {{ten_loai @ thân văn bản, đoạn 4',
    'BC3052 phan_dau @ đầu trang (header1.xml), đoạn 1',
  ]);
});

it('an unknown name is told with the list of known ones', () => {
  const [fault] = faultsOf({ body: `${p('{{so_hieu}}')}${BODY}${sectPr()}` });
  const text = fault ? diagnosticText(fault) : '';
  expect(text).toContain('không có chỗ điền tên "so_hieu"');
  for (const { name } of KNOWN_PLACEHOLDERS.filter((k) => k.name !== 'phu_luc_1')) expect(text).toContain(name);
});

it('a name that every object has is unknown all the same', () => {
  expect(['constructor', 'toString', '__proto__', 'phu_luc_0', 'phu_luc_01', ''].map(placeholderOf)).toEqual(
    Array(6).fill(undefined),
  );
});

it.each([
  ['no body', p('A'), ['BC3053 noi_dung @ ']],
  ['a block twice', BODY + BODY, ['BC3055 noi_dung @ thân văn bản, đoạn 2']],
  [
    'all appendices and one of them',
    `${BODY}${p('{{phu_luc}}')}${p('{{phu_luc_1}}')}`,
    ['BC3055 phu_luc_1 @ thân văn bản, đoạn 3'],
  ],
  [
    'a tag in a formula',
    `${BODY}<w:p><m:t xmlns:m="m">{{ten_loai}}</m:t></w:p>`,
    ['BC3057 {{ten_loai}} @ thân văn bản'],
  ],
])('%s is a fault', (_, body, faults) => {
  expect(told({ body: body + sectPr() })).toEqual(faults);
});

it('a template in good order lists what it asks for', () => {
  const { spots } = opened({ body: `${p('{{ten_loai}} {{nam}}')}${p('{{! lời dặn }}')}${BODY}${sectPr()}` });
  expect(spots.map(({ place, names }) => [place, names])).toEqual([
    ['thân văn bản, đoạn 1', ['ten_loai', 'nam']],
    ['thân văn bản, đoạn 3', ['noi_dung']],
  ]);
});

describe('a file that is no template', () => {
  const code = (bytes: Uint8Array): string =>
    openTemplate('mau.docx', bytes)
      .diagnostics.map((d) => `${d.code} ${d.params['reason']}`)
      .join();

  it('is refused with the reason', () => {
    const doctype = wordFile({ body: BODY, others: { 'header1.xml': '<!DOCTYPE x><w:hdr/>' } });
    expect(code(new TextEncoder().encode('xin chào'))).toBe('BC3050 nội dung không phải tệp .docx');
    expect(code(doctype)).toBe('BC3050 có khai báo DOCTYPE');
    expect(
      code(wordFile({ body: BODY, mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })),
    ).toContain('macro');
    expect(code(wordFile({ body: BODY }).slice(0, 400))).toContain('BC3050');
  });
});
