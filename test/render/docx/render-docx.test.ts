/** The document as a whole: golden text, sections, headers, properties, and the same bytes everywhere. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256 } from '../../../src/lib/canonical-json';
import { partText, readPackage } from '../../../src/render/package/canonical';
import { renderDocx } from '../../../src/render/docx/render-docx';
import { expectGolden } from '../../support/golden';
import { partOf, project } from './projection';
import { letter, report, tasks } from './sample';
import { styles } from './styles';
import { descendants, elements, parseXml, valueOf } from './xml-tree';

const run = promisify(execFile);

describe('golden text', () => {
  test('báo cáo with appendices', async () =>
    expectGolden('docx/bao-cao.txt', project(await renderDocx(report, styles))));
  test('công văn, draft', async () => expectGolden('docx/cong-van.txt', project(await renderDocx(letter, styles))));
});

test('same bytes in three time zones, in other processes and here', async () => {
  const expected = [await renderDocx(report, styles), await renderDocx(letter, styles)].map((bytes) => sha256(bytes));
  for (const TZ of ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
    const { stdout } = await run(process.execPath, [join(__dirname, 'hash-samples.cjs')], {
      env: { ...process.env, TZ },
    });
    expect(JSON.parse(stdout)).toEqual(expected);
  }
});

test('a copy of the style sheet, hence another shell, gives the same bytes', async () => {
  expect(sha256(await renderDocx(report, structuredClone(styles)))).toBe(sha256(await renderDocx(report, styles)));
});

test('every XML part is well formed', async () => {
  for (const bytes of readPackage(await renderDocx(report, styles)).values())
    expect(parseXml(new TextDecoder().decode(bytes)).name).not.toBe('');
});

describe('sections', () => {
  test('one for the text and one for each appendix, turned where the appendix is', async () => {
    const sections = descendants(partOf(await renderDocx(report, styles)), 'w:sectPr');
    const sizes = sections.map((section) => descendants(section, 'w:pgSz')[0]?.attributes);
    const portrait = { 'w:w': '11906', 'w:h': '16838', 'w:orient': 'portrait' };
    const landscape = { 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' };
    expect(sizes).toEqual([portrait, portrait, landscape, portrait]);
    for (const section of sections) {
      const margins = descendants(section, 'w:pgMar')[0]?.attributes;
      expect(margins).toMatchObject({ 'w:top': '1134', 'w:bottom': '1134', 'w:left': '1701', 'w:right': '851' });
      expect(margins).toMatchObject({ 'w:header': '567', 'w:gutter': '0' });
      expect(valueOf(section, 'w:pgNumType', 'w:start')).toBe('1');
      expect(descendants(section, 'w:titlePg')).toHaveLength(1);
    }
  });

  test('the page number is in the default header and not in the first', async () => {
    const docx = await renderDocx(report, styles);
    const rels = elements(partOf(docx, 'word/_rels/document.xml.rels'));
    const target = (id: string | undefined): string =>
      `word/${rels.find((r) => r.attributes['Id'] === id)?.attributes['Target']}`;
    for (const section of descendants(partOf(docx), 'w:sectPr')) {
      const part = (kind: string, type: string): string | undefined => {
        const reference = elements(section, `w:${kind}Reference`).find((r) => r.attributes['w:type'] === type);
        return partText(readPackage(docx), target(reference?.attributes['r:id']));
      };
      expect(part('header', 'default')).toMatch(/w:pStyle w:val="D30PageNumber".*PAGE/);
      expect(part('header', 'first')).not.toContain('PAGE<');
      expect(part('footer', 'default')).toContain('Tài liệu mẫu');
      expect(part('footer', 'first')).toContain('Tài liệu mẫu');
    }
  });

  test('no notice, no footer', async () => {
    expect([...readPackage(await renderDocx(letter, styles)).keys()].filter((name) => name.includes('footer'))).toEqual(
      [],
    );
  });
});

test('properties come from the document, never from the clock', async () => {
  const parts = readPackage(await renderDocx(report, styles));
  const core = partText(parts, 'docProps/core.xml') ?? '';
  expect(core).toContain('<dc:creator>Đơn vị mẫu 01</dc:creator>');
  expect(core.match(/2026-03-14T00:00:00Z/g)).toHaveLength(2);
  expect(partText(parts, 'docProps/custom.xml')).toContain('pid="2" name="period"><vt:lpwstr>2026-Q1<');
});

test('names one language and one font, and no theme font', async () => {
  const xml = partText(readPackage(await renderDocx(report, styles)), 'word/styles.xml') ?? '';
  expect(xml).toContain('<w:lang w:val="vi-VN"/>');
  expect(new Set([...xml.matchAll(/w:ascii="([^"]*)"/g)].map((match) => match[1]))).toEqual(
    new Set(['Times New Roman']),
  );
  expect(xml).not.toMatch(/w:\w*Theme=/);
});

test('ten thousand rows', async () => {
  const appendix = { ...report.appendices[0]!, blocks: [{ kind: 'table' as const, table: tasks(10_000) }] };
  const docx = await renderDocx({ ...report, appendices: [appendix] }, styles);
  expect(partText(readPackage(docx), 'word/document.xml')?.match(/<w:tr>/g)?.length).toBeGreaterThan(10_000);
});
