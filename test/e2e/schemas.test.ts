/**
 * Every part that the program writes in its Word files and workbooks is valid against the transitional schemas of
 * ECMA-376. They are not part of the repository: `OOXML_SCHEMAS` names the folder that has wml.xsd and sml.xsd.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { damage } from '../collect/form/damage';
import { partsOf } from '../render/docx/template/word';
import { Sandbox } from '../support/cli';
import { itWith } from './tools';

const SCHEMAS = process.env['OOXML_SCHEMAS'] ?? '';
const WML = join(SCHEMAS, 'wml.xsd');
const box = new Sandbox();
afterAll(() => box.remove());

function itWithSchemas(): jest.It {
  if (SCHEMAS !== '' && existsSync(WML)) return itWith('xmllint');
  process.stderr.write('bỏ qua: đặt OOXML_SCHEMAS là thư mục có wml.xsd (ECMA-376, transitional)\n');
  return it.skip;
}

/** Which schema a part is held against; a part of no kind is a matter of other rules (relations, Office's own parts). */
const SCHEMA_OF: readonly (readonly [part: RegExp, schema: string])[] = [
  [/^word\/(document|styles|settings|numbering|footnotes|endnotes|fontTable|header\d+|footer\d+)\.xml$/, 'wml.xsd'],
  [/^xl\/(workbook|styles|sharedStrings|comments\d+|worksheets\/sheet\d+|tables\/table\d+)\.xml$/, 'sml.xsd'],
  [/^xl\/drawings\/drawing\d+\.xml$/, 'dml-spreadsheetDrawing.xsd'],
  [/\/charts\/chart\d+\.xml$/, 'dml-chart.xsd'],
  [/\/theme\/theme\d+\.xml$/, 'dml-main.xsd'],
  [/^docProps\/app\.xml$/, 'shared-documentPropertiesExtended.xsd'],
  [/^docProps\/custom\.xml$/, 'shared-documentPropertiesCustom.xsd'],
];

/**
 * Extensions of newer programs stand in places where a reader of the standard passes over them; `xml:space` on the
 * text of a cell, which Excel writes itself, was forgotten by the schema of workbooks.
 */
const withoutExtensions = (xml: string): string =>
  xml
    .replace(/<(\w+:)?extLst>.*?<\/\1extLst>/gs, '')
    .replace(/ (?:mc:Ignorable|w1\d:\w+|x14ac:\w+|xr\d?:\w+)="[^"]*"|(?<=<t) xml:space="preserve"/g, '');

const seen = new Set<string>();

/** Faults of the parts that have a schema. */
function faults(file: string): readonly string[] {
  const folder = box.path('phan');
  mkdirSync(folder, { recursive: true });
  return [...partsOf(readFileSync(file))].flatMap(([name, xml]) => {
    const schema = SCHEMA_OF.find(([part]) => part.test(name))?.[1];
    if (schema === undefined) return [];
    seen.add(schema);
    const path = join(folder, 'part.xml');
    writeFileSync(path, withoutExtensions(xml));
    const args = ['--noout', '--nonet', '--schema', join(SCHEMAS, schema), path];
    const ran = spawnSync('xmllint', args, { encoding: 'utf8' });
    if (ran.status === 0) return [];
    const lines = ran.stderr.split('\n').filter((l) => l.includes('error'));
    return (lines.length > 0 ? lines : [ran.stderr]).slice(0, 5).map((l) => `${name}: ${l}`);
  });
}

itWithSchemas()('báo cáo đơn vị, chuyên đề, thành phố, mẫu Word và tệp lập từ mẫu đúng lược đồ', () => {
  const mau = box.path('mau.docx');
  const ra = (name: string): string => box.path('ra', name);
  expect(box.run('template', 'sample', '--out', mau).code).toBe(0);
  const unit = ['report', '--period', '2026-Q1', '--unit', 'so-noi-vu', '--out'];
  expect(box.run(...unit, box.path('ra'), '--urgency', 'khan').code).toBe(0);
  expect(box.run(...unit, box.path('theo-mau'), '--template', mau).code).toBe(0);
  expect(box.run(...unit, box.path('ra'), '--form', 'chuyen-de').code).toBe(0);
  expect(box.run('compile', '--period', '2026-Q1', '--formats', 'docx', '--out', box.path('ra')).code).toBe(0);
  const late = ['--period', '2026-Q1', '--now', '2026-03-20T08:00:00+07:00', '--out', box.path('ra')];
  expect(box.run('remind', ...late, '--all').code).toBe(0);
  const files = [
    mau,
    ra('cong-van-don-doc.docx'),
    ra('bao-cao-so-noi-vu.docx'),
    ra('bao-cao-chuyen-de-so-noi-vu.docx'),
    ra('bao-cao-hanoi.docx'),
    box.path('theo-mau', 'bao-cao-so-noi-vu.docx'),
  ];
  for (const file of files) expect([file, faults(file)]).toEqual([file, []]);
});

itWithSchemas()('bảng tổng hợp, phiếu, phiếu trả lại có đánh dấu, bảng chỉ tiêu, phiếu nhập đúng lược đồ', () => {
  const ra = (...name: string[]): string => box.path('xlsx', ...name);
  const ran = (...args: string[]): number | null => box.run(...args).code;
  expect(ran('demo', '--plan', 'hanoi-cchc-2026', '--period', '2026-Q1')).toBe(0);
  expect(ran('form', 'export', '--period', '2026-Q1', '--unit', 'so-tu-phap', '--out', ra())).toBe(0);
  expect(ran('indicators', 'export', '--out', ra('chi-tieu.xlsx'))).toBe(0);
  expect(ran('export', '--period', '2026-Q1', '--format', 'bnv-form', '--out', ra('bnv'))).toBe(0);
  const form = ra('phieu-2026-Q1-so-tu-phap.xlsx');
  const wrong = ra('sai.xlsx');
  writeFileSync(wrong, damage(readFileSync(form), 'text S|1.2.2|Giá trị|chưa rõ'));
  // Refused, with a copy that has the reason on the wrong cell.
  expect(ran('form', 'import', wrong, '--out', ra('tra-lai'))).toBe(1);
  const marked = readdirSync(ra('tra-lai')).map((name) => ra('tra-lai', name));
  expect(marked).toHaveLength(1);
  const files = [
    box.path('output', '2026-Q1', 'tong-hop-hanoi.xlsx'),
    form,
    ...marked,
    ra('chi-tieu.xlsx'),
    ra('bnv', 'phieu-nhap.xlsx'),
  ];
  for (const file of files) expect([file, faults(file)]).toEqual([file, []]);
  expect([...seen]).toEqual(expect.arrayContaining(['sml.xsd', 'dml-spreadsheetDrawing.xsd', 'dml-chart.xsd']));
});
