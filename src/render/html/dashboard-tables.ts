/** Tables and headline of the dashboard as HTML that reads without a script; `data-k` says where a number is explained. */

import type { BoardCell, BoardColumn, BoardGroup, BoardTable, Tile } from '../../report/dashboard/model';
import { figureHtml, type DrawChart } from './chart';
import { attributes, escapeHtml, escapeLines } from './markup';

const classes = (...names: readonly (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined;

function cellHtml(cell: BoardCell, { kind }: BoardColumn, isHead: boolean): string {
  const tag = isHead ? 'th' : 'td';
  const attrs = attributes({
    scope: isHead ? 'row' : undefined,
    class: classes(kind !== 'text' && kind, cell.tone, cell.share !== undefined && 'share'),
    style: cell.share === undefined ? undefined : `--share:${cell.share}%`,
    'data-k': cell.key,
  });
  return `<${tag}${attrs}>${escapeLines(cell.text)}</${tag}>`;
}

function rowHtml(row: readonly BoardCell[], { columns, head }: BoardTable): string {
  return `<tr>${row.map((cell, i) => cellHtml(cell, columns[i] as BoardColumn, i === head)).join('')}</tr>\n`;
}

function groupHtml(group: BoardGroup, table: BoardTable): string {
  const heading = attributes({ scope: 'rowgroup', colspan: table.columns.length });
  const title = group.title === null ? '' : `<tr class="group"><th${heading}>${escapeHtml(group.title)}</th></tr>\n`;
  const rows = group.rows.map((row) => rowHtml(row, table)).join('');
  return `<tbody${attributes({ 'data-g': group.filter })}>\n${title}${rows}</tbody>\n`;
}

function tableHtml(table: BoardTable): string {
  if (table.groups.length === 0) return `<p class="empty">${escapeHtml(table.empty)}</p>\n`;
  const heads = table.columns
    .map((c) => `<th scope="col"${attributes({ 'data-f': c.filter ? '1' : undefined })}>${escapeLines(c.title)}</th>`)
    .join('');
  const total = table.total === null ? '' : `<tfoot>\n${rowHtml(table.total, table)}</tfoot>\n`;
  const wrap = attributes({ class: 'table-wrap', role: 'region', tabindex: 0, 'aria-label': `Bảng: ${table.title}` });
  const attrs = attributes({ 'data-search': table.search ? '1' : undefined, 'data-groups': table.groupFilter ?? '' });
  return (
    `<div${wrap}>\n<table${attrs}>\n<caption>${escapeHtml(table.title)}</caption>\n` +
    `<thead>\n<tr>${heads}</tr>\n</thead>\n${table.groups.map((g) => groupHtml(g, table)).join('')}${total}</table>\n</div>\n`
  );
}

/** A table under its heading, with its notes and its picture. */
export function sectionHtml(table: BoardTable, draw: DrawChart): string {
  const heading = `${table.id}-de`;
  const notes = table.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>\n`).join('');
  const { chart } = table;
  const figure = chart === null ? '' : figureHtml(chart, draw);
  return (
    `<section${attributes({ id: table.id, 'aria-labelledby': heading })}>\n` +
    `<h2${attributes({ id: heading })}>${escapeHtml(table.title)}</h2>\n${notes}${figure}${tableHtml(table)}</section>\n`
  );
}

export function tileHtml({ label, value, notes }: Tile): string {
  const line = (cell: BoardCell, name: string): string =>
    `<span${attributes({ class: classes(name, cell.tone), 'data-k': cell.key })}>${escapeHtml(cell.text)}</span>\n`;
  return `<li>\n<span class="label">${escapeHtml(label)}</span>\n${line(value, 'value')}${notes.map((n) => line(n, 'more')).join('')}</li>\n`;
}
