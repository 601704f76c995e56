/**
 * The dashboard as one HTML file that works from a folder without a network: tables that read without a script, the
 * facts behind them packed into the page, and a small script that filters, searches and explains. A content policy
 * forbids the page every connection and every script but its own, so that no text of a unit can become code.
 */

import { canonicalJson, sha256, type Json } from '../../lib/canonical-json';
import type { Dashboard } from '../../report/dashboard/model';
import { deflatedBase64 } from '../package/deflate';
import type { DrawChart } from './chart';
import { sectionHtml, tileHtml } from './dashboard-tables';
import { attributes, escapeHtml, escapeLines, page } from './markup';

export interface DashboardAssets {
  /** Text of `templates/html/dashboard.css`. */
  readonly css: string;
  /** Text of `templates/html/dashboard.js`. */
  readonly script: string;
  readonly draw: DrawChart;
}

/** Only the script with this hash runs; nothing is fetched, sent or framed. */
function policyFor(script: string): string {
  const hash = Buffer.from(sha256(script), 'hex').toString('base64');
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
}

const NO_SCRIPT =
  '<noscript><p class="notice">Trình duyệt đang tắt JavaScript: các bảng vẫn đọc được đầy đủ, nhưng không lọc, không ' +
  'tìm được và không mở được giải trình của các con số.</p></noscript>\n';

function headHtml({ title, subtitle, notices, tables }: Dashboard): string {
  const lines = subtitle.map((line) => `<p>${escapeLines(line)}</p>\n`).join('');
  const said = notices.map((notice) => `<p class="notice" role="note">${escapeLines(notice)}</p>\n`).join('');
  const links = tables.map((t) => `<li><a href="#${t.id}">${escapeHtml(t.title)}</a></li>\n`).join('');
  return (
    `<a class="skip" href="#noi-dung">Đến nội dung</a>\n<header>\n${said}${NO_SCRIPT}<h1>${escapeHtml(title)}</h1>\n${lines}</header>\n` +
    `<nav aria-label="Mục lục">\n<ul>\n${links}<li><a href="#nguon">Nguồn số liệu</a></li>\n</ul>\n</nav>\n`
  );
}

function sourcesHtml({ sources }: Dashboard): string {
  const rows = sources.map(([name, value]) => `<dt>${escapeHtml(name)}</dt>\n<dd>${escapeLines(value)}</dd>\n`);
  return `<section id="nguon" aria-labelledby="nguon-de">\n<h2 id="nguon-de">Nguồn số liệu</h2>\n<dl class="sources">\n${rows.join('')}</dl>\n</section>\n`;
}

const DIALOG =
  '<dialog id="giai-trinh" aria-labelledby="giai-trinh-de">\n<button type="button" id="giai-trinh-dong">Đóng</button>\n' +
  '<h2 id="giai-trinh-de"></h2>\n<div id="giai-trinh-nd"></div>\n</dialog>\n';

/** One HTML file; throws on an asset that would end its own element: assets ship with the program. */
export function renderDashboard(dashboard: Dashboard, { css, script, draw }: DashboardAssets): string {
  if (/<\/script|<!--/i.test(script)) throw new RangeError('script ends its own element');
  const code = `\n${script.trim()}\n`;
  const facts = deflatedBase64(canonicalJson(dashboard.facts as unknown as Json));
  const { properties } = dashboard;
  const body =
    headHtml(dashboard) +
    '<main id="noi-dung" tabindex="-1">\n<section aria-labelledby="so-chinh-de">\n<h2 id="so-chinh-de">Số liệu chính</h2>\n' +
    `<ul class="tiles">\n${dashboard.tiles.map(tileHtml).join('')}</ul>\n</section>\n` +
    `${dashboard.tables.map((table) => sectionHtml(table, draw)).join('')}${sourcesHtml(dashboard)}</main>\n` +
    `${DIALOG}<script${attributes({ id: 'du-lieu', type: 'application/octet-stream' })}>${facts}</script>\n` +
    `<script>${code}</script>\n`;
  return page(
    {
      title: dashboard.title,
      author: properties.agency,
      date: properties.createdOn,
      custom: properties.custom,
      policy: policyFor(code),
      css,
    },
    body,
  );
}
