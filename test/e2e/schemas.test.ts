/**
 * Every WordprocessingML part that the program writes is valid against the transitional schemas of ECMA-376. They are
 * not part of the repository: `OOXML_SCHEMAS` names the folder that has wml.xsd.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Faults of the parts that are WordprocessingML; compatibility marks, which the schema does not know, are taken off. */
function faults(file: string): readonly string[] {
  const folder = box.path('phan');
  mkdirSync(folder, { recursive: true });
  return [...partsOf(readFileSync(file))].flatMap(([name, xml]) => {
    if (
      !/^word\/(document|styles|settings|numbering|footnotes|endnotes|fontTable|header\d+|footer\d+)\.xml$/.test(name)
    )
      return [];
    const path = join(folder, 'part.xml');
    writeFileSync(path, xml.replace(/ (?:mc:Ignorable|w1\d:\w+)="[^"]*"/g, ''));
    const ran = spawnSync('xmllint', ['--noout', '--nonet', '--schema', WML, path], { encoding: 'utf8' });
    return ran.status === 0
      ? []
      : ran.stderr
          .split('\n')
          .filter((l) => l.includes('error'))
          .map((l) => `${name}: ${l}`);
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
  const files = [
    mau,
    ra('bao-cao-so-noi-vu.docx'),
    ra('bao-cao-chuyen-de-so-noi-vu.docx'),
    ra('bao-cao-hanoi.docx'),
    box.path('theo-mau', 'bao-cao-so-noi-vu.docx'),
  ];
  for (const file of files) expect([file, faults(file)]).toEqual([file, []]);
});
