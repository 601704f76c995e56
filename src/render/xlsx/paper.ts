/**
 * The paper of a sheet. A table goes on one A4 page across; one that A4 would shrink too far to read takes A3;
 * a still wider one takes several A3 pages, with its frozen columns repeated and its title on the first.
 */

import type { Sheet } from '../../report/workbook';
import { millimetres, spanWidth } from './column-units';
import type { WorkbookStyles } from './workbook-styles';

const PAPERS = [
  { code: 9, portrait: 210, landscape: 297 },
  { code: 8, portrait: 297, landscape: 420 },
] as const;

export interface Paper {
  /** Excel's paper code: 9 is A4, 8 is A3. */
  readonly code: 8 | 9;
  readonly pagesAcross: number;
  /** Columns under which the title is centred. */
  readonly headingColumns: number;
}

function columnsWithin(widths: readonly number[], room: number, styles: WorkbookStyles): number {
  let columns = 1;
  while (columns < widths.length && millimetres(spanWidth(widths, 0, columns + 1), styles) <= room) columns += 1;
  return columns;
}

/** The smallest paper on which the table can be read. */
export function choosePaper(sheet: Sheet, widths: readonly number[], styles: WorkbookStyles): Paper {
  const { margins, minScale } = styles.print;
  const needed = millimetres(spanWidth(widths, 0, widths.length), styles);
  const headingColumns = Math.max(1, widths.length);
  const room = (paper: (typeof PAPERS)[number]): number =>
    (paper[sheet.orientation] - margins.left - margins.right) / minScale;
  for (const paper of PAPERS) {
    if (needed <= room(paper)) return { code: paper.code, pagesAcross: 1, headingColumns };
  }
  const a3 = PAPERS[1];
  const repeated = millimetres(spanWidth(widths, 0, sheet.freezeColumns), styles);
  const perPage = Math.max(room(a3) - repeated, room(a3) / 2);
  return {
    code: a3.code,
    pagesAcross: Math.max(2, Math.ceil((needed - repeated) / perPage)),
    headingColumns: columnsWithin(widths, room(a3), styles),
  };
}
