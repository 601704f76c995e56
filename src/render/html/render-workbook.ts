/**
 * The summary workbook as one HTML file: table of contents, then each sheet as a table with the same numbers
 * as its cells show. Links between sheets are anchors; every row that a link points to has its own.
 */

import type { Sheet, SheetCell, SheetColumn, Workbook } from '../../report/workbook';
import { SheetDirectory, safeSheetNames } from '../xlsx/sheet-names';
import { kindOf, shownValue } from '../xlsx/shown-value';
import { attributes, escapeHtml, escapeLines, page } from './markup';

interface Anchors {
  /** `#s2r15` for "Chi tiết!A15"; undefined for a link to nowhere. */
  readonly href: (link: string) => string | undefined;
}

function anchorsOf(workbook: Workbook): Anchors {
  const names = workbook.sheets.map((sheet) => sheet.name);
  const directory = new SheetDirectory(names);
  const index = new Map(safeSheetNames(names).map((name, i) => [name, i]));
  return {
    href: (link) => {
      const location = directory.location(link);
      const at = location.lastIndexOf('!');
      const name = location.slice(1, at - 1).replace(/''/g, "'");
      const row = /\d+/.exec(location.slice(at))?.[0];
      return `#s${(index.get(name) ?? 0) + 1}r${row}`;
    },
  };
}

function content(cell: SheetCell, anchors: Anchors): string {
  const text = escapeLines(shownValue(cell));
  if (cell.link === undefined) return text;
  return `<a${attributes({ href: anchors.href(cell.link) })}>${text === '' ? '→' : text}</a>`;
}

function cellHtml(cell: SheetCell, column: SheetColumn | undefined, first: boolean, anchors: Anchors): string {
  const isHead = first && (cell.style === 'group' || cell.style === 'total');
  const span = cell.span ?? 1;
  const isText = typeof cell.value === 'string' && kindOf(cell.style) !== 'date';
  const wrap = isText && column?.wrap ? ' wrap' : '';
  const words = isText && kindOf(cell.style) !== 'general' ? ' words' : '';
  const attrs = attributes({
    scope: isHead ? 'row' : undefined,
    class: `${cell.style}${wrap}${words}`,
    colspan: span > 1 ? span : undefined,
    title: cell.formula === undefined ? undefined : `=${cell.formula}`,
  });
  const tag = isHead ? 'th' : 'td';
  return `<${tag}${attrs}>${content(cell, anchors)}</${tag}>`;
}

function rowHtml(row: readonly SheetCell[], sheet: Sheet, id: string, anchors: Anchors): string {
  let at = 0;
  const cells = row.map((cell) => {
    const html = cellHtml(cell, sheet.columns[at], at === 0, anchors);
    at += cell.span ?? 1;
    return html;
  });
  return `<tr id="${id}">${cells.join('')}</tr>\n`;
}

function headingHtml(cell: SheetCell, id: string, anchors: Anchors): string {
  return `<p${attributes({ class: cell.style, id })}>${content(cell, anchors)}</p>\n`;
}

function sheetHtml(sheet: Sheet, number: number, anchors: Anchors): string {
  const id = (row: number): string => `s${number}r${row}`;
  const headerRow = sheet.heading.length + 1;
  const heads = sheet.columns.map((c) => `<th scope="col">${escapeLines(c.header)}</th>`).join('');
  const rows = Array.from(sheet.rows, (row, i) => rowHtml(row, sheet, id(headerRow + 1 + i), anchors)).join('');
  const table =
    sheet.columns.length === 0
      ? ''
      : `<div class="table-wrap" role="region" tabindex="0"${attributes({ 'aria-label': sheet.name })}>\n<table>\n<caption>${escapeHtml(sheet.name)}</caption>\n` +
        `<thead>\n<tr id="${id(headerRow)}">${heads}</tr>\n</thead>\n<tbody>\n${rows}</tbody>\n</table>\n</div>\n`;
  return (
    `<section class="sheet" id="s${number}">\n<h2>${escapeHtml(sheet.name)}</h2>\n` +
    `${sheet.heading.map((cell, i) => headingHtml(cell, id(i + 1), anchors)).join('')}${table}</section>\n`
  );
}

/** One HTML file for the workbook; `css` is the text of `templates/html/workbook.css`. */
export function renderWorkbookHtml(workbook: Workbook, css: string): string {
  const { properties } = workbook;
  const anchors = anchorsOf(workbook);
  const items = workbook.sheets
    .map((sheet, i) => `<li><a href="#s${i + 1}">${escapeHtml(sheet.name)}</a></li>\n`)
    .join('');
  const body =
    `<header class="top">\n<h1>${escapeHtml(properties.title)}</h1>\n<p>${escapeHtml(workbook.pageHeader)}</p>\n</header>\n` +
    `<nav class="toc" aria-label="Mục lục">\n<h2>Mục lục</h2>\n<ol>\n${items}</ol>\n</nav>\n<main>\n` +
    `${workbook.sheets.map((sheet, i) => sheetHtml(sheet, i + 1, anchors)).join('')}</main>\n` +
    `<footer>${escapeHtml(workbook.pageFooter)}</footer>\n`;
  return page(
    {
      title: properties.title,
      author: properties.agency,
      date: properties.createdOn,
      custom: properties.custom,
      css,
    },
    body,
  );
}
