/**
 * Word files: the tables of word/document.xml as grids, the paragraphs between them as text. Merged cells repeat
 * their text; paragraphs of a cell become lines; automatic numbers and bullets are written out (`docx-numbering`).
 * Tracked insertions are read and deletions are not; pictures, text boxes, fields' codes and notes are left aside.
 */

import type { RawDocument, RawTable, RawTableRow } from '../raw';
import { paragraphsOfCell, plainParagraph } from './cell-text';
import { numberingOf, type Numbering } from '../../../office-file/docx-numbering';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits';
import { mainPartOf } from '../../../office-file/package';
import type { Paragraph } from './paragraphs';
import { broken, tooMany } from '../../../office-file/refusal';
import { childOf, childrenOf, type XmlElement } from '../../../office-file/xml';
import { openArchive } from '../../../office-file/zip';

/** Wrappers that only hold other content. */
const TRANSPARENT = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
]);

interface State {
  readonly numbering: Numbering;
  readonly tables: RawTable[];
  readonly paragraphs: Paragraph[];
  cells: number;
  rows: number;
}

/** Reads a .docx; throws a Refusal where it is none or too large. */
export function readDocx(bytes: Uint8Array): RawDocument {
  const main = mainPartOf(openArchive(bytes), 'word/document.xml', 'w:document', 'Word');
  const numbering = numberingOf(main.byKind('numbering'), main.byKind('styles'));
  const state: State = { numbering, tables: [], paragraphs: [], cells: 0, rows: 0 };
  const body = childOf(main.root, 'w:body');
  if (body === undefined) throw broken('không có thân văn bản của Word');
  readBlocks(body, state);
  const wide = state.tables.some((table) => (table.rows[0]?.cells.length ?? 0) > 2);
  return { kind: wide ? 'table' : 'prose', tables: state.tables, paragraphs: state.paragraphs };
}

function readBlocks(element: XmlElement, state: State): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:tbl') {
      const index = state.tables.push({ rows: [] }) - 1;
      state.tables[index] = readTable(child, index + 1, state);
    } else if (child.name === 'w:p') {
      const paragraph = plainParagraph(paragraphsOfCell(paragraphText(child, state)).replace(/\n/g, ' '));
      const path = `đoạn ${state.paragraphs.length + 1}`;
      if (paragraph !== '') state.paragraphs.push({ text: paragraph, where: { path } });
    } else if (TRANSPARENT.has(child.name)) {
      readBlocks(child, state);
    }
  }
}

function readTable(table: XmlElement, no: number, state: State): RawTable {
  const rows: RawTableRow[] = [];
  let above: readonly string[] = [];
  for (const row of elementsOf(table, 'w:tr')) {
    if (++state.rows > MAX_ROWS) throw tooMany('hàng', MAX_ROWS);
    const cells = readRow(row, above, state);
    rows.push({ cells, where: { path: `Bảng ${no}, hàng ${rows.length + 1}` } });
    above = cells;
  }
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const fill = (cells: readonly string[]): string[] => [...cells, ...Array<string>(width - cells.length).fill('')];
  return { rows: rows.map((row) => ({ ...row, cells: fill(row.cells) })) };
}

/** Cells of a row on the table's grid; a cell merged downwards repeats what stands above it. */
function readRow(row: XmlElement, above: readonly string[], state: State): readonly string[] {
  const cells: string[] = Array<string>(span(childOf(row, 'w:trPr', 'w:gridBefore'), 0)).fill('');
  for (const cell of elementsOf(row, 'w:tc')) {
    const properties = childOf(cell, 'w:tcPr');
    const width = span(childOf(properties, 'w:gridSpan'), 1);
    const merge = childOf(properties, 'w:vMerge');
    const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
    const beside = childOf(properties, 'w:hMerge')?.attributes['w:val'] === 'continue';
    const text = goesOn ? (above[cells.length] ?? '') : beside ? (cells.at(-1) ?? '') : cellText(cell, state);
    for (let i = 0; i < width; i++) cells.push(text);
    state.cells += width;
    if (cells.length > MAX_COLUMNS) throw tooMany('cột', MAX_COLUMNS);
    if (state.cells > MAX_CELLS) throw tooMany('ô', MAX_CELLS);
  }
  return cells;
}

function span(element: XmlElement | undefined, otherwise: number): number {
  const value = Number(element?.attributes['w:val']);
  return Number.isInteger(value) && value >= 0 && value <= MAX_COLUMNS ? value : otherwise;
}

/** Direct children of that name, also inside content controls and tracked insertions. */
function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return isDeletedRow(child) ? [] : [child];
    return TRANSPARENT.has(child.name) ? elementsOf(child, name) : [];
  });
}

function isDeletedRow(element: XmlElement): boolean {
  return element.name === 'w:tr' && childOf(element, 'w:trPr', 'w:del') !== undefined;
}

/** A table inside a cell is read as its paragraphs. */
function cellText(cell: XmlElement, state: State): string {
  const lines: string[] = [];
  const collect = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'w:p') lines.push(paragraphText(child, state));
      else if (TRANSPARENT.has(child.name) || ['w:tbl', 'w:tr', 'w:tc'].includes(child.name)) collect(child);
    }
  };
  collect(cell);
  return paragraphsOfCell(lines.join('\n'));
}

function paragraphText(paragraph: XmlElement, state: State): string {
  const text = runsText(paragraph);
  const [properties] = childrenOf(paragraph, 'w:pPr');
  return state.numbering.labelFor(properties, text.trim() !== '') + text;
}

/** Text of the runs: split runs join, a tab is a space, a line break is a line. */
function runsText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return '';
      switch (child.name) {
        case 'w:t':
          return child.children.filter((part) => typeof part === 'string').join('');
        case 'w:tab':
          return ' ';
        case 'w:br':
        case 'w:cr':
          return '\n';
        case 'w:noBreakHyphen':
          return '-';
        case 'w:r':
          return runsText(child);
        default:
          return TRANSPARENT.has(child.name) ? runsText(child) : '';
      }
    })
    .join('');
}
