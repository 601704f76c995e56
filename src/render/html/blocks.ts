/**
 * Blocks of a report as HTML: headings, paragraphs, dash lists, tables, and the "./." that closes a text.
 * `base` is the heading level above them. The same choices as in the DOCX, so that both say the same.
 */

import { figureHtml, type DrawChart } from './chart';
import type { Block, Cell, Row, Run, Table } from '../../report/document';
import { withoutMark } from '../docx/marks';
import { attributes, escapeLines } from './markup';

const CLOSE = './.';

/** Runs with bold, italic and the figure they show. */
export function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function runHtml(run: Run): string {
  let html = escapeLines(run.text);
  if (run.italic) html = `<em>${html}</em>`;
  if (run.bold) html = `<strong>${html}</strong>`;
  return run.figure === undefined ? html : `<span${attributes({ 'data-figure': run.figure })}>${html}</span>`;
}

interface Placed {
  readonly cell: Cell;
  /** Its first column. */
  readonly at: number;
  readonly span: number;
}

/** Cells that cover the columns exactly: spans are cut at the edge, missing cells are empty, a lone group cell fills. */
function placed(row: Row, columns: number): Placed[] {
  const cells: Placed[] = [];
  let at = 0;
  for (const cell of row.cells) {
    if (at >= columns) break;
    const span = Math.min(Math.max(1, cell.span ?? 1), columns - at);
    cells.push({ cell, at, span });
    at += span;
  }
  const [first] = cells;
  if (row.kind === 'group' && cells.length === 1 && first) return [{ ...first, span: columns }];
  for (; at < columns; at += 1) cells.push({ cell: { text: '' }, at, span: 1 });
  return cells;
}

function cellHtml({ cell, at, span }: Placed, row: Row, table: Table): string {
  const isHead = row.kind !== 'data' && at === 0;
  const tag = isHead ? 'th' : 'td';
  const text = escapeLines(cell.text);
  const attrs = attributes({
    scope: isHead ? (span === table.columns.length ? 'rowgroup' : 'row') : undefined,
    class: row.kind === 'group' && at === 0 ? 'left' : table.columns[at]?.align,
    colspan: span > 1 ? span : undefined,
    'data-figure': cell.figure,
    'data-value': cell.figure === undefined ? undefined : cell.value,
  });
  return `<${tag}${attrs}>${cell.bold && !isHead ? `<strong>${text}</strong>` : text}</${tag}>`;
}

function rowHtml(row: Row, table: Table): string {
  const cells = placed(row, table.columns.length).map((cell) => cellHtml(cell, row, table));
  return `<tr${attributes({ class: row.kind === 'data' ? undefined : row.kind })}>${cells.join('')}</tr>\n`;
}

/** An accessible table: caption, column heads with scope, widths by weight. */
export function tableHtml(table: Table): string {
  if (table.columns.length === 0) return '';
  const total = table.columns.reduce((sum, column) => sum + column.weight, 0);
  const width = (weight: number): string => `${((weight / total) * 100).toFixed(2)}%`;
  const cols = table.columns.map((c) => `<col style="width:${width(c.weight)}">`).join('');
  const heads = table.columns.map((c) => `<th scope="col">${escapeLines(c.title)}</th>`).join('');
  const numbers = table.columns.map((_, i) => `<td>(${i + 1})</td>`).join('');
  return (
    `<div class="table-wrap">\n<table${attributes({ 'data-table': table.id })}>\n` +
    (table.caption === null ? '' : `<caption>${escapeLines(table.caption)}</caption>\n`) +
    `<colgroup>${cols}</colgroup>\n<thead>\n<tr>${heads}</tr>\n` +
    (table.numberColumns ? `<tr class="numbers">${numbers}</tr>\n` : '') +
    `</thead>\n<tbody>\n${table.rows.map((row) => rowHtml(row, table)).join('')}</tbody>\n</table>\n</div>\n`
  );
}

function headingHtml(block: Extract<Block, { kind: 'heading' }>, base: number): string {
  const tag = `h${Math.min(6, base + block.level)}`;
  const text = block.level === 1 ? block.text.toUpperCase() : block.text;
  return `<${tag}>${escapeLines(block.number === '' ? text : `${block.number} ${text}`)}</${tag}>\n`;
}

function blockHtml(block: Block, base: number, draw: DrawChart): string {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block, base);
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>\n`;
    case 'list':
      return `<ul class="dash">\n${block.items.map((item) => `<li>- ${runsHtml(item)}</li>\n`).join('')}</ul>\n`;
    case 'table':
      return tableHtml(block.table);
    case 'chart':
      return figureHtml(block.chart, draw);
  }
}

/** The last sentence takes "./." for its full stop; a text that has it already is left alone. */
function closedRuns(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (!last || last.text.trimEnd().endsWith(CLOSE)) return runs;
  return [...runs.slice(0, -1), { ...last, text: withoutMark(last.text) + CLOSE }];
}

function closed(blocks: readonly Block[]): { readonly blocks: readonly Block[]; readonly after: string } {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (last?.kind === 'paragraph') return { blocks: [...before, { ...last, runs: closedRuns(last.runs) }], after: '' };
  const item = last?.kind === 'list' ? last.items.at(-1) : undefined;
  if (last?.kind !== 'list' || !item) return { blocks, after: `<p class="close">${CLOSE}</p>\n` };
  return { blocks: [...before, { ...last, items: [...last.items.slice(0, -1), closedRuns(item)] }], after: '' };
}

/** All blocks in order, closed with "./." as the sample forms of the decree close a text. */
export function blocksHtml(blocks: readonly Block[], base: number, draw: DrawChart): string {
  const end = closed(blocks);
  return end.blocks.map((block) => blockHtml(block, base, draw)).join('') + end.after;
}
