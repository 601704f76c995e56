/** `--template`, the workspace's own template, and `template check|sample`, as a person runs them. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Sandbox } from '../support/cli';
import { ROOT } from '../support/hanoi';
import { p, paragraphs, partsOf, sectPr, wordFile } from '../render/docx/template/word';

const box = new Sandbox();
const MAIN = 'word/document.xml';
const OUT = box.path('ra');
const report = (...more: readonly string[]): ReturnType<Sandbox['run']> =>
  box.run('report', '--period', '2026-Q1', '--unit', 'so-noi-vu', '--out', OUT, ...more);
const texts = (file: string): readonly string[] => paragraphs(partsOf(readFileSync(file)).get(MAIN));
const save = (name: string, body: string): string => {
  const path = box.path(name);
  writeFileSync(path, wordFile({ body: body + sectPr() }));
  return path;
};
const GOOD = `${p('CƠ QUAN {{ten_co_quan}}')}${p('{{noi_dung}}')}${p('{{phu_luc}}')}`;
const REPORT = box.path('ra', 'bao-cao-so-noi-vu.docx');

afterAll(() => box.remove());

it('a sample is written once, is in good order, and makes a report', () => {
  const mau = box.path('mau.docx');
  expect(box.run('template', 'sample', '--out', mau).code).toBe(0);
  const again = box.run('template', 'sample', '--out', mau);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('lỗi[BC3059]')]);
  const check = box.json<{ placeholders: { names: string[] }[] }>('template', 'check', mau);
  expect(check.placeholders.flatMap((each) => each.names)).toContain('noi_dung');
  expect(report('--template', mau).code).toBe(0);
  expect(texts(REPORT)).toContain('SỞ NỘI VỤ');
  expect(texts(REPORT).join('\n')).not.toContain('{{');
  expect(partsOf(readFileSync(REPORT)).get('docProps/custom.xml')).toContain('wordTemplateSha256');
});

it('the template that the workspace keeps for the form is taken by itself; the one named wins', () => {
  mkdirSync(box.path('templates', 'word'), { recursive: true });
  save('templates/word/bao-cao-cchc.docx', GOOD);
  expect(report().code).toBe(0);
  expect(texts(REPORT)[0]).toBe('CƠ QUAN SỞ NỘI VỤ');
  const named = save('khac.docx', GOOD.replace('CƠ QUAN', 'MẪU KHÁC'));
  expect(report('--template', named).code).toBe(0);
  expect(texts(REPORT)[0]).toBe('MẪU KHÁC SỞ NỘI VỤ');
});

it.each([
  ['an unknown name', `${GOOD}${p('{{so_hieu}}')}`, 'lỗi[BC3051]'],
  ['no place for the text', p('{{ten_co_quan}}'), 'lỗi[BC3053]'],
  ['no place for an appendix', p('{{noi_dung}}'), 'lỗi[BC3058]'],
  [
    'an appendix that the report has not',
    `${p('{{noi_dung}}')}${p('{{phu_luc_1}}')}${p('{{phu_luc_2}}')}${p('{{phu_luc_9}}')}`,
    'lỗi[BC3054]',
  ],
])('%s stops the report: exit 1, the fault, no file', (_, body, fault) => {
  const to = box.path('khong');
  const ran = box.run(
    'report',
    '--period',
    '2026-Q1',
    '--unit',
    'so-noi-vu',
    '--out',
    to,
    '--template',
    save('loi.docx', body),
  );
  expect([ran.code, existsSync(to)]).toEqual([1, false]);
  expect(ran.stderr).toContain(fault);
  expect(ran.stderr).toContain('loi.docx');
});

it('the city’s report takes a template too; a file that is not there is told', () => {
  const ran = box.run(
    'compile',
    '--period',
    '2026-Q1',
    '--formats',
    'docx',
    '--out',
    OUT,
    '--template',
    save('tp.docx', GOOD),
  );
  expect(ran.code).toBe(0);
  expect(texts(box.path('ra', 'bao-cao-hanoi.docx'))[0]).toMatch(/THÀNH PHỐ HÀ\sNỘI$/);
  expect(report('--template', box.path('khong-co.docx')).stderr).toContain('lỗi[BC1004]');
});

it('any template file of the workspace wins over the one that came with the program', () => {
  const own = new Sandbox();
  const override = (path: string, change: (text: string) => string): void => {
    const original = readFileSync(join(ROOT, path), 'utf8');
    expect(change(original)).not.toBe(original);
    mkdirSync(dirname(own.path(path)), { recursive: true });
    writeFileSync(own.path(path), change(original));
  };
  try {
    override('templates/bao-cao-cchc/prose/mo-dau.hbs', () => 'LỜI MỞ ĐẦU RIÊNG của {{body.name}}:');
    override('templates/bao-cao-cchc/outline.json', (t) => t.replace('"KIẾN NGHỊ, ĐỀ XUẤT"', '"ĐỀ XUẤT RIÊNG"'));
    override('templates/styles/nghi-dinh-30.json', (t) => t.replace('"D30 Nội dung"', '"D30 Kiểu riêng"'));
    override('templates/html/report.css', () => 'body { color: #123456; }');
    const args = ['--period', '2026-Q1', '--unit', 'so-noi-vu', '--formats', 'docx,html', '--out', own.path('ra')];
    const ran = own.run('report', ...args);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const parts = partsOf(readFileSync(own.path('ra', 'bao-cao-so-noi-vu.docx')));
    expect(parts.get(MAIN)).toContain('LỜI MỞ ĐẦU RIÊNG của Sở Nội vụ:');
    expect(parts.get(MAIN)).toContain('ĐỀ XUẤT RIÊNG');
    expect(parts.get('word/styles.xml')).toContain('D30 Kiểu riêng');
    expect(readFileSync(own.path('ra', 'bao-cao-so-noi-vu.html'), 'utf8')).toContain('#123456');
  } finally {
    own.remove();
  }
});
