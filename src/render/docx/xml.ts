/** WordprocessingML as strings: the few shapes that the body is made of. Every text passes `escapeXml`. */

import type { Run } from '../../report/document';
import type { StyleId } from './style-sheet';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Not allowed in XML 1.0, escaped or not: C0 controls but tab and line feed, U+FFFE, U+FFFF, lone surrogates. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SUSPECT = /[^\t\n\u0020\u0021\u0023-\u0025\u0027-\u003B\u003D\u003F-\uD7FF\uE000-\uFFFD]/;

/** Text for an element or an attribute; characters that XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}

function piece(text: string): string {
  return text === '' ? '' : `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}

/** The inside of a run: `\n` becomes a line break, a tab a tab. */
export function textXml(text: string): string {
  if (!/[\n\t]/.test(text)) return piece(text);
  return text
    .split(/([\n\t])/)
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : piece(part)))
    .join('');
}

/** One run; nothing for an empty text. Bold and italic are the only direct formatting there is. */
export function runXml(run: Run): string {
  const inner = textXml(run.text);
  if (inner === '') return '';
  const bold = run.bold ? '<w:b/><w:bCs/>' : '';
  const italic = run.italic ? '<w:i/><w:iCs/>' : '';
  const properties = bold || italic ? `<w:rPr>${bold}${italic}</w:rPr>` : '';
  return `<w:r>${properties}${inner}</w:r>`;
}

/** What a paragraph says besides its style: where pages may break, where a section ends, the sides of a rule. */
export interface ParagraphExtras {
  readonly keepNext?: boolean;
  /** Equal indents left and right, in twips. */
  readonly sides?: number;
  readonly sectPr?: string;
}

/** A paragraph of a named style. */
export function paragraphXml(style: StyleId, runs: readonly Run[] | string, extras: ParagraphExtras = {}): string {
  const keepNext = extras.keepNext ? '<w:keepNext/>' : '';
  const sides = extras.sides === undefined ? '' : `<w:ind w:left="${extras.sides}" w:right="${extras.sides}"/>`;
  const properties = `<w:pPr><w:pStyle w:val="${style}"/>${keepNext}${sides}${extras.sectPr ?? ''}</w:pPr>`;
  const content = typeof runs === 'string' ? runXml({ text: runs }) : runs.map(runXml).join('');
  return `<w:p>${properties}${content}</w:p>`;
}

/** A table cell; `content` ends with a paragraph. */
export function cellXml(width: number, content: string, more = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr>${content}</w:tc>`;
}

/** Fixed-layout table of that grid. `properties` come after the width, in the order of the schema. */
export function tableXml(grid: readonly number[], style: string, properties: string, rows: string): string {
  const width = grid.reduce((sum, column) => sum + column, 0);
  const columns = grid.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${width}" w:type="dxa"/>${properties}</w:tblPr>` +
    `<w:tblGrid>${columns}</w:tblGrid>${rows}</w:tbl>`
  );
}
