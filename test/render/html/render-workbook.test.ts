/** The summary page: golden text, links that arrive, numbers as the workbook shows them, nothing unescaped. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbook } from '../../../src/report/workbook';
import { renderWorkbookHtml } from '../../../src/render/html/render-workbook';
import { expectGolden } from '../../support/golden';
import { cell, sampleWorkbook } from '../xlsx/sample-workbook';
import { idsOf, readTags } from './html-reader';

const css = readFileSync(join(__dirname, '../../../templates/html/workbook.css'), 'utf8');
const render = (workbook: Workbook): string => renderWorkbookHtml(workbook, '/* css */');

test('golden text', () => expectGolden('html/tong-hop.html', render(sampleWorkbook())));

test('tags balance and every link arrives', () => {
  const tags = readTags(render(sampleWorkbook()));
  const ids = idsOf(tags);
  const links = tags.filter((tag) => tag.name === 'a').map((tag) => tag.attributes['href'] ?? '');
  expect(links).toEqual(['#s1', '#s2', '#s2r2', '#s2r3', '#s1r6']);
  for (const link of links) expect(ids).toContain(link.slice(1));
});

test('two sheets of one name keep their own anchors', () => {
  const [first] = sampleWorkbook().sheets;
  const sheet = { ...first!, rows: [[cell('x', 'text', { link: `${first!.name}!A5` })]] };
  const html = render({ ...sampleWorkbook(), sheets: [sheet, sheet] });
  expect(html.match(/href="#s1r5"/g)).toHaveLength(2);
});

test('everything from outside is escaped', () => {
  const bad = `<script>alert('x')</script>"&\u0000`;
  const [first] = sampleWorkbook().sheets;
  const sheet = {
    ...first!,
    name: bad,
    heading: [cell(bad, 'title')],
    columns: [{ key: bad, header: bad, width: 10 }],
    rows: [[cell(bad, 'text', { formula: `"${bad}"` })]],
  };
  const properties = { ...sampleWorkbook().properties, title: bad, agency: bad, custom: { [bad]: bad } };
  const html = render({ sheets: [sheet], names: {}, pageHeader: bad, pageFooter: bad, properties });
  expect(html).not.toMatch(/<script|\u0000/i);
  expect(() => readTags(html)).not.toThrow();
});

test('the page needs nothing from elsewhere', () => {
  const html = renderWorkbookHtml(sampleWorkbook(), css);
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/i);
});
