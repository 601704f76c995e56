/**
 * An agency's template through the hands of other programs: the sample saved again by LibreOffice, and one made by
 * python-docx, both filled, opened again by LibreOffice, mammoth and python-docx, and checked by the linter.
 */

import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import mammoth from 'mammoth';
import { faultsOf } from '../lint/support';
import { seen } from '../report/docx-facts';
import { Sandbox } from '../support/cli';
import { convert, itWith, pdfText, python } from './tools';

const box = new Sandbox();
const words = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0]+/g, '');
const SAMPLE = box.path('mau.docx');
const OUT = box.path('ra');
const MADE = box.path('ra', 'bao-cao-so-noi-vu.docx');
const PLAIN = box.path('goc', 'bao-cao-so-noi-vu.docx');
const report = (out: string, ...more: readonly string[]): ReturnType<Sandbox['run']> =>
  box.run('report', '--period', '2026-Q1', '--unit', 'so-noi-vu', '--out', out, ...more);

beforeAll(() => {
  mkdirSync(box.path('luu-lai'), { recursive: true });
  expect(box.run('template', 'sample', '--out', SAMPLE).code).toBe(0);
  expect(report(box.path('goc')).code).toBe(0);
});
afterAll(() => box.remove());

/** Paragraphs of our own form that the text lacks. */
function lost(text: string): readonly string[] {
  const whole = words(text);
  return seen(readFileSync(PLAIN))
    .paragraphs.map((p) => p.trim())
    .filter((p) => p.length > 3 && !whole.includes(words(p).slice(0, 40)));
}

itWith(
  'soffice',
  'pdftotext',
  'python3',
)('mẫu do LibreOffice lưu lại vẫn điền được, đủ chữ, mở được bằng các chương trình khác', async () => {
  const saved = convert(SAMPLE, 'docx', box.path('luu-lai'));
  expect(box.run('template', 'check', saved).code).toBe(0);
  const ran = report(OUT, '--template', saved);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const { value } = await mammoth.extractRawText({ path: MADE });
  expect(lost(value)).toEqual([]);
  expect(value).not.toContain('{{');
  expect(lost(pdfText(convert(MADE, 'pdf', OUT)))).toEqual([]);
  expect(python('import sys,docx\nprint(len(docx.Document(sys.argv[1]).sections))', MADE).trim()).toBe('3');
});

itWith('python3')('mẫu làm bằng chương trình khác, chữ cắt rời, có đầu trang và bảng', async () => {
  const script = [
    'import sys,docx',
    'd=docx.Document()',
    'd.sections[0].header.paragraphs[0].text="{{ten_co_quan_thuong}} - {{ky_bao_cao}}"',
    'p=d.add_paragraph(); [p.add_run(x) for x in ("Tỷ lệ: {","{ty_le_","hoan_thanh}","}.")]',
    't=d.add_table(rows=1,cols=2); t.cell(0,0).text="{{ten_co_quan}}"; t.cell(0,1).text="{{so_ky_hieu}}"',
    'd.add_paragraph("{{noi_dung}}"); d.add_paragraph("{{phu_luc}}"); d.save(sys.argv[1])',
  ].join('\n');
  const other = box.path('khac.docx');
  python(script, other);
  const ran = report(OUT, '--template', other);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const { value } = await mammoth.extractRawText({ path: MADE });
  expect(value).toMatch(/Tỷ lệ: \d+,\d\d%\./);
  expect(value).toContain('SỞ NỘI VỤ');
  const read = 'import sys,docx\nd=docx.Document(sys.argv[1])\nprint(d.sections[0].header.paragraphs[0].text)';
  expect(python(read, MADE).trim()).toBe('Sở Nội vụ thành phố Hà Nội - quý I năm 2026');
  // Somebody else's form breaks rules of the decree; the linter says so and does not stumble.
  expect(faultsOf(readFileSync(MADE)).length).toBeGreaterThan(0);
});

it('báo cáo lập từ mẫu không có lỗi thể thức, lập lại vẫn nguyên từng byte', () => {
  expect(report(OUT, '--template', SAMPLE).code).toBe(0);
  expect(faultsOf(readFileSync(MADE))).toEqual([]);
  renameSync(MADE, box.path('ra', 'lan-dau.docx'));
  expect(report(OUT, '--template', SAMPLE).code).toBe(0);
  expect(Buffer.compare(readFileSync(MADE), readFileSync(box.path('ra', 'lan-dau.docx')))).toBe(0);
});
