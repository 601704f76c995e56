/**
 * The flow of a text: headings, paragraphs, dash lists and tables, closed with "./." as the sample forms of the
 * decree close the body and each appendix. After a table the mark stands alone, on the right, where the text ends.
 */

import type { Chart } from '../../report/chart';
import type { Block, Run, Table } from '../../report/document';
import type { DrawingXml } from './charts';
import { withoutMark } from './marks';
import type { StyleId, StyleSheet } from './style-sheet';
import { tableBlockXml } from './tables';
import { paragraphXml, type ParagraphExtras } from './xml';

type Item =
  { readonly style: StyleId; readonly runs: readonly Run[] } | { readonly table: Table } | { readonly chart: Chart };

const CLOSE = './.';
const HEADING: Readonly<Record<1 | 2 | 3, StyleId>> = { 1: 'D30Heading1', 2: 'D30Heading2', 3: 'D30Heading3' };

function itemsOf(block: Block): Item[] {
  switch (block.kind) {
    case 'heading': {
      const text = block.level === 1 ? block.text.toUpperCase() : block.text;
      return [
        { style: HEADING[block.level], runs: [{ text: block.number === '' ? text : `${block.number} ${text}` }] },
      ];
    }
    case 'paragraph':
      return [{ style: 'D30Body', runs: block.runs }];
    case 'list':
      return block.items.map((runs) => ({ style: 'D30List', runs: [{ text: '- ' }, ...runs] }));
    case 'table':
      return [{ table: block.table }];
    case 'chart':
      return [{ style: 'D30Caption', runs: [{ text: `Biểu đồ: ${block.chart.title}` }] }, { chart: block.chart }];
  }
}

/** The last sentence takes "./." for its full stop; a text that has it already is left alone. */
function closedRuns(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (!last || last.text.trimEnd().endsWith(CLOSE)) return runs;
  return [...runs.slice(0, -1), { ...last, text: withoutMark(last.text) + CLOSE }];
}

const isMark = (item: Item | undefined): boolean => item !== undefined && 'runs' in item && item.style === 'D30Close';

function closed(items: readonly Item[]): Item[] {
  const last = items.at(-1);
  if (last && 'runs' in last && (last.style === 'D30Body' || last.style === 'D30List'))
    return [...items.slice(0, -1), { style: last.style, runs: closedRuns(last.runs) }];
  return [...items, { style: 'D30Close', runs: [{ text: CLOSE }] }];
}

/** "Kết quả cụ thể:" is not left at the foot of a page without the first line of what it announces. */
const announces = (item: Item): boolean => 'runs' in item && /:\s*$/.test(item.runs.at(-1)?.text ?? '');

export interface Flow {
  /** Width between the margins. */
  readonly room: number;
  /** The section that ends with this flow; its properties ride on the last paragraph. */
  readonly sectPr?: string;
  /** Charts of the document, drawn beforehand. */
  readonly drawings?: DrawingXml;
  /** The signature follows: its page must hold the end of the text too. */
  readonly beforeSignature?: boolean;
}

function drawingXml(chart: Chart, drawings: DrawingXml | undefined, keepNext: boolean): string {
  const drawing = drawings?.get(chart);
  if (drawing === undefined) throw new Error(`chart ${chart.id} was not drawn`);
  const keep = keepNext ? '<w:keepNext/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="D30TableCenter"/>${keep}</w:pPr><w:r>${drawing}</w:r></w:p>`;
}

/** Whether the item must share a page with the one after it. */
function isBound(items: readonly Item[], i: number, flow: Flow): boolean {
  // A mark that stands alone is not left to a page of its own; the signature is not either.
  if (i === items.length - 2 && isMark(items[i + 1])) return true;
  if (flow.beforeSignature === true && i >= items.length - 2) return true;
  return i < items.length - 1 && announces(items[i] as Item);
}

/** The blocks as paragraphs and tables, closed. */
export function blocksXml(blocks: readonly Block[], flow: Flow, styles: StyleSheet): string {
  const items = closed(blocks.flatMap(itemsOf));
  return items
    .map((item, i) => {
      const keepNext = isBound(items, i, flow);
      if ('table' in item) return tableBlockXml(item.table, flow.room, styles, keepNext);
      if ('chart' in item) return drawingXml(item.chart, flow.drawings, keepNext);
      const ends = i === items.length - 1 && flow.sectPr !== undefined;
      const extras: ParagraphExtras = { keepNext, ...(ends && { sectPr: flow.sectPr }) };
      return paragraphXml(item.style, item.runs, extras);
    })
    .join('');
}
