/** Native charts of a Word file: parts that belong together, the same bytes each time, the figures of the table. */

import { unzipSync } from 'fflate';
import { sha256 } from '../../../src/lib/canonical-json';
import { partText, readPackage } from '../../../src/render/package/canonical';
import { renderDocx } from '../../../src/render/docx/render-docx';
import type { Chart } from '../../../src/report/chart';
import type { Block, OfficialDocument } from '../../../src/report/document';
import { report } from './sample';
import { styles } from './styles';

const chart = (id: string, title = 'Biểu đồ mẫu <1> & "2"'): Chart => ({
  id,
  kind: id === 'nam' ? 'bars' : 'columns',
  title,
  unit: 'nhiệm vụ',
  categories: ['Lĩnh vực mẫu thứ nhất', 'Lĩnh vực mẫu thứ hai'],
  series: [
    { label: 'Đúng hạn', values: [5, 0] },
    { label: 'Quá hạn', values: [2, 7] },
  ],
});
const withBlocks = (...blocks: readonly Block[]): OfficialDocument => {
  const base = report;
  return { ...base, body: [...blocks, ...base.body] };
};
const two = withBlocks({ kind: 'chart', chart: chart('nam') }, { kind: 'chart', chart: chart('dung') });

const values = (xml: string, tag: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<c:${tag}>.*?</c:${tag}>`, 'gs'))].map(([inside]) =>
    [...inside.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, v]) => v).join(' | '),
  );

test('each chart has its part, its workbook, its relationship and its content type', async () => {
  const parts = readPackage(await renderDocx(two, styles));
  const [rels, types] = [partText(parts, 'word/_rels/document.xml.rels'), partText(parts, '[Content_Types].xml')];
  for (const no of [1, 2]) {
    const names = [`word/charts/chart${no}.xml`, `word/embeddings/Microsoft_Excel_Worksheet${no}.xlsx`];
    for (const name of names) {
      expect([name, parts.has(name)]).toEqual([name, true]);
      expect(types).toContain(`PartName="/${name}"`);
    }
    expect(rels).toContain(`Id="bieuDo${no}"`);
    expect(partText(parts, 'word/document.xml')).toContain(`r:id="bieuDo${no}"`);
    expect(partText(parts, `word/charts/_rels/chart${no}.xml.rels`)).toContain(`Worksheet${no}.xlsx"`);
    expect(Object.keys(unzipSync(parts.get(names[1] as string) as Uint8Array))).toContain('xl/workbook.xml');
  }
});

test('the part holds the categories and the figures of the model, in the document’s font', async () => {
  const parts = readPackage(await renderDocx(two, styles));
  const xml = partText(parts, 'word/charts/chart1.xml') ?? '';
  expect(values(xml, 'cat')[0]).toBe('Lĩnh vực mẫu thứ nhất | Lĩnh vực mẫu thứ hai');
  expect(values(xml, 'val')).toEqual(['5 | 0', '2 | 7']);
  expect(xml).not.toContain('+mn-lt');
  expect(partText(parts, 'word/document.xml')).toContain(
    'Lĩnh vực mẫu thứ nhất: Đúng hạn 5 nhiệm vụ, Quá hạn 2 nhiệm vụ. Lĩnh vực mẫu thứ hai: Quá hạn 7 nhiệm vụ',
  );
});

test('the same document is the same bytes; one that stands twice is drawn once', async () => {
  const [first, second] = [await renderDocx(two, styles), await renderDocx(two, styles)];
  expect(sha256(first)).toBe(sha256(second));
  const one = chart('dung');
  const parts = readPackage(
    await renderDocx(withBlocks({ kind: 'chart', chart: one }, { kind: 'chart', chart: one }), styles),
  );
  expect(parts.has('word/charts/chart2.xml')).toBe(false);
});

test('a document without charts has none of their parts', async () => {
  const parts = readPackage(await renderDocx(report, styles));
  expect([...parts.keys()].filter((name) => /chart|embed/.test(name))).toEqual([]);
});
