/** The report page: golden text, structure for a reader who hears it, and nothing from outside that is not escaped. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, OfficialDocument } from '../../../src/report/document';
import { openCharts, type DrawChart } from '../../../src/render/html/chart';
import { hasCharts, renderDocumentHtml } from '../../../src/render/html/render-document';
import { expectGolden } from '../../support/golden';
import { idsOf, readTags } from './html-reader';
import { sampleLetter, sampleReport } from './sample';

const css = readFileSync(join(__dirname, '../../../templates/html/report.css'), 'utf8');
let draw: DrawChart;
beforeAll(async () => {
  draw = await openCharts();
});
const render = (document: OfficialDocument): string => renderDocumentHtml(document, '/* css */', draw);
const withBody = (...body: Block[]): string => render({ ...sampleReport(), body });

describe('golden text', () => {
  test('báo cáo', () => expectGolden('html/bao-cao.html', render(sampleReport())));
  test('công văn, draft', () => expectGolden('html/cong-van.html', render(sampleLetter())));
});

test('tags balance, ids are unique, headings go down one level at a time', () => {
  for (const document of [sampleReport(), sampleLetter()]) {
    const tags = readTags(render(document));
    idsOf(tags);
    const levels = tags.filter((tag) => /^h[1-6]$/.test(tag.name)).map((tag) => Number(tag.name.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i] as number) + 1));
  }
});

test('head cells say what they head', () => {
  const heads = readTags(render(sampleReport())).filter((tag) => tag.name === 'th');
  expect(heads.map((tag) => tag.attributes['scope'])).not.toContain(undefined);
});

test('every figure can be walked back', () => {
  const figures = readTags(render(sampleReport())).filter((tag) => 'data-figure' in tag.attributes);
  expect(figures.map(({ name, attributes }) => [name, attributes['data-figure'], attributes['data-value']])).toEqual([
    ['span', 'ty-le', undefined],
    ['td', 'van-ban', '1234'],
    ['td', 'van-ban', '1234'],
  ]);
});

describe('"./." closes the text', () => {
  test.each([
    [
      'a sentence',
      withBody({ kind: 'paragraph', runs: [{ text: 'Trên đây là báo cáo. ' }] }),
      '<p>Trên đây là báo cáo./.</p>',
    ],
    ['closed already', withBody({ kind: 'paragraph', runs: [{ text: 'Hết./.' }] }), '<p>Hết./.</p>'],
    ['a list', withBody({ kind: 'list', items: [[{ text: 'một;' }], [{ text: 'hai;' }]] }), '<li>- hai./.</li>'],
    ['nothing', withBody(), '<p class="close">./.</p>'],
  ])('%s', (_, html, expected) => expect(html).toContain(expected));

  test('once for the body and once for the appendix', () => {
    expect(render(sampleReport()).match(/\.\/\./g)).toHaveLength(2);
  });
});

test('everything from outside is escaped', () => {
  const bad = `<script>alert('x')</script>"&\u0000`;
  const report = sampleReport();
  const document: OfficialDocument = {
    ...report,
    letterhead: { ...report.letterhead, parent: [bad], issuer: [bad], symbol: bad, number: bad, place: bad },
    typeName: bad,
    subject: bad,
    addressees: [bad, bad],
    legalBases: [bad],
    body: [
      { kind: 'heading', level: 1, number: bad, text: bad },
      { kind: 'paragraph', runs: [{ text: bad, bold: true, figure: bad }] },
      { kind: 'list', items: [[{ text: bad }]] },
      {
        kind: 'table',
        table: {
          id: bad,
          caption: bad,
          numberColumns: false,
          columns: [{ key: bad, title: bad, weight: 1, align: 'left' }],
          rows: [{ kind: 'data', cells: [{ text: bad, figure: bad }] }],
        },
      },
    ],
    signature: { lines: [bad], name: bad },
    noiNhan: [bad],
    appendices: [{ ...report.appendices[0]!, number: bad, title: bad, attachedTo: bad }],
    notice: `</style>${bad}\\`,
    properties: { ...report.properties, title: bad, subject: bad, agency: bad, custom: { [bad]: bad } },
  };
  const html = render(document);
  expect(html).not.toMatch(/<script|\u0000/i);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(() => readTags(html)).not.toThrow();
});

test('the page needs nothing from elsewhere', () => {
  const html = renderDocumentHtml(sampleReport(), css, draw);
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">/);
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/i);
  expect(html).toContain('content: "Tài liệu mẫu: số liệu giả định."');
  expect(() => renderDocumentHtml(sampleReport(), 'p{}</style>', draw)).toThrow(RangeError);
});

it('a chart is drawn under its title, with its figures in words for those who cannot see it', () => {
  const chart = {
    id: 'bieu-do-mau',
    kind: 'bars',
    title: 'Biểu đồ mẫu',
    unit: 'nhiệm vụ',
    categories: ['Nhóm mẫu'],
    series: [{ label: 'Hoàn thành', values: [3] }],
  } as const;
  const plain = sampleReport();
  const withChart: OfficialDocument = { ...plain, body: [{ kind: 'chart', chart }, ...plain.body] };
  const html = render(withChart);
  expect(html).toContain('<figcaption>Biểu đồ mẫu</figcaption>\n<svg');
  expect(html).toContain('Nhóm mẫu: Hoàn thành 3 nhiệm vụ');
  expect(hasCharts(withChart)).toBe(true);
  expect(hasCharts({ ...plain, body: plain.body.filter(({ kind }) => kind !== 'chart'), appendices: [] })).toBe(false);
});
