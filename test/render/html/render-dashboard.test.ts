/**
 * The dashboard page: golden text, balanced tags, nothing of a unit's words ever markup or code, no connection, the
 * same bytes whatever was drawn before, and light enough to be sent by mail.
 */

import { inflateSync } from 'fflate';
import { sha256 } from '../../../src/lib/canonical-json';
import { renderDashboard, type DashboardAssets } from '../../../src/render/html/render-dashboard';
import type { Dashboard } from '../../../src/report/dashboard/model';
import { dashboard, dashboardAssets, sending } from '../../fixtures/dashboard';
import { figureFact, ledgerOf, submittedFact, taskFact } from '../../fixtures/events';
import { largeCity } from '../../fixtures/large-city';
import { expectGolden } from '../../support/golden';
import { idsOf, readTags } from './html-reader';

const MOST_BYTES = 1_500_000;
const HOSTILE = `</script><img src=x onerror="alert('x')">--><svg onload=alert(1)> {{x}} "&`;

const EVENTS = ledgerOf([
  taskFact('so-mau-01', '1', 'completed', '2026-02-20', {
    note: 'Đã ban hành văn bản mẫu',
    evidence: ['Văn bản mẫu 01'],
  }),
  taskFact('so-mau-02', '5', 'started', '2026-01-20', { part: 1, reason: 'Chờ hướng dẫn mẫu' }),
  figureFact('so-mau-01', 'MT.1a', [99, 100]),
  submittedFact('so-mau-01'),
]);
const model = dashboard(EVENTS, {}, { submissions: [sending('so-mau-01', 0), sending('xa-mau-01', null)] });

let assets: DashboardAssets;
let bare: DashboardAssets;
beforeAll(async () => {
  assets = await dashboardAssets();
  bare = { ...assets, css: '/* css */', script: '/* script */' };
});

const packed = (html: string): string => /<script id="du-lieu"[^>]*>([^<]*)<\/script>/.exec(html)?.[1] ?? '';
const facts = (html: string): unknown =>
  JSON.parse(Buffer.from(inflateSync(Buffer.from(packed(html), 'base64'))).toString('utf8'));

test('golden text; the packed facts are those of the model', () => {
  const html = renderDashboard(model, bare);
  expectGolden('html/bang-theo-doi.html', html.replace(packed(html), '…'));
  expect(facts(html)).toEqual(JSON.parse(JSON.stringify(model.facts)));
});

test('tags balance, every link arrives, every picture has a name and a description', () => {
  const tags = readTags(renderDashboard(model, assets));
  const ids = idsOf(tags);
  for (const { name, attributes } of tags) if (name === 'a') expect(ids).toContain(attributes['href']?.slice(1));
  const pictures = tags.filter((t) => t.attributes['role'] === 'img');
  expect(pictures).toHaveLength(3);
  for (const { attributes } of pictures)
    for (const id of attributes['aria-labelledby']?.split(' ') ?? []) expect(ids).toContain(id);
});

test('nothing from outside becomes markup or code', () => {
  const events = ledgerOf([
    taskFact('so-mau-02', '5', 'started', '2026-01-20', { part: 1, note: HOSTILE, reason: HOSTILE, remedy: HOSTILE }),
  ]);
  const area = { code: 'I', title: HOSTILE, field: 1 };
  const base = dashboard(events, {}, { provenance: { plan: HOSTILE } });
  const charted = base.tables.map((t) =>
    t.chart ? { ...t, chart: { ...t.chart, title: HOSTILE, categories: t.chart.categories.map(() => area.title) } } : t,
  );
  const html = renderDashboard({ ...base, title: HOSTILE, notices: [HOSTILE], tables: charted }, bare);
  const tags = readTags(html);
  expect(tags.filter((t) => t.name === 'img')).toEqual([]);
  expect(tags.filter((t) => t.name === 'script')).toHaveLength(2);
  expect(tags.flatMap((t) => Object.keys(t.attributes)).filter((name) => name.startsWith('on'))).toEqual([]);
  expect(JSON.stringify(facts(html))).toContain('onerror');
});

test('the page may run its own script only, and reach nothing', () => {
  const html = renderDashboard(model, assets);
  const policy = readTags(html).find((t) => t.attributes['http-equiv'] === 'Content-Security-Policy');
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = Buffer.from(sha256(script), 'hex').toString('base64');
  expect(policy?.attributes['content']?.replaceAll('&#39;', "'")).toBe(
    `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`,
  );
  expect(html).not.toMatch(/<link|<img|url\((?!#)|@import|(?:src|href)="(?!#)/i);
});

test('a script or style sheet that would end its element is refused', () => {
  expect(() => renderDashboard(model, { ...bare, script: '"</script>"' })).toThrow(RangeError);
  expect(() => renderDashboard(model, { ...bare, css: '</style>' })).toThrow(RangeError);
});

test('what is printed reads without a script: every number stands in the page as text', () => {
  const html = renderDashboard(model, bare);
  for (const { label, value } of model.tiles) {
    expect(html).toContain(`<span class="label">${label}</span>`);
    expect(html).toContain(`>${value.text}</span>`);
  }
  const cells = model.tables.flatMap((t) => t.groups.flatMap((g) => g.rows.flat()));
  for (const { text } of cells) if (!/[&<>"']/.test(text)) expect(html).toContain(`>${text}</t`);
});

test('the same dashboard is the same bytes, whatever was drawn before it', async () => {
  const first = renderDashboard(model, assets);
  for (const { chart } of model.tables) if (chart) assets.draw({ ...chart, id: 'khac' });
  expect(renderDashboard(model, await dashboardAssets())).toBe(first);
  expect(first).not.toMatch(/zr\d+-/);
});

describe('168 units, 60 tasks, 80 indicators', () => {
  const size = (of: Dashboard): number => Buffer.byteLength(renderDashboard(of, assets));
  const lines = (city: ReturnType<typeof largeCity>): readonly ReturnType<typeof sending>[] =>
    city.registry.units.filter((u) => u.kind === 'xa').map((u, i) => sending(u.id, i % 9 === 0 ? null : (i % 5) - 2));

  test('a usual period is under 1.5 MB', () => {
    const city = largeCity(11);
    expect(size(dashboard(city.events, city, { submissions: lines(city) }))).toBeLessThan(MOST_BYTES);
  });

  test('so is one in which everything is overdue and every unit says why', () => {
    const city = largeCity(13, { late: true });
    expect(size(dashboard(city.events, city, { submissions: lines(city) }))).toBeLessThan(MOST_BYTES);
  });
});
