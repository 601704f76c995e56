/**
 * The paper of a sheet: A4, which every office has. A table goes on one page across, shrunk as far as print can still be
 * read; a wider one takes several pages side by side, with its frozen columns and the title over them repeated.
 */

import type { Sheet } from '../../report/workbook';
import { millimetres, spanWidth } from './column-units';
import type { WorkbookStyles } from './workbook-styles';

/** Excel's paper code of A4, and its sides. */
const A4 = { code: 9, portrait: 210, landscape: 297 } as const;

/** Programs round the width of each column differently: a little room is left. */
const SURE = 0.92;

export interface Paper {
  readonly code: 9;
  readonly pagesAcross: number;
  /** Columns under which the title is centred: where columns are repeated on pages across, only these. */
  readonly headingColumns: number;
  /** A fixed scale in percent, where page breaks are set by hand: Excel forgets them when it fits pages itself. */
  readonly scale: number | null;
}

function columnsWithin(widths: readonly number[], room: number, styles: WorkbookStyles): number {
  let columns = 1;
  while (columns < widths.length && millimetres(spanWidth(widths, 0, columns + 1), styles) <= room) columns += 1;
  return columns;
}

/** Millimetres from the left edge of the table to the right edge of its charts; the column between them is plain. */
function withCharts(sheet: Sheet, table: number, styles: WorkbookStyles): number {
  const between = millimetres(10, styles);
  return (sheet.charts ?? []).length > 0 ? table + between + styles.charts.width : table;
}

/** How the table can be read on A4. */
export function choosePaper(sheet: Sheet, widths: readonly number[], styles: WorkbookStyles): Paper {
  const { margins, minScale } = styles.print;
  const needed = withCharts(sheet, millimetres(spanWidth(widths, 0, widths.length), styles), styles);
  const whole = A4[sheet.orientation] - margins.left - margins.right;
  const room = whole / minScale;
  const { code } = A4;
  const headingColumns = Math.max(1, widths.length);
  if (sheet.breakBefore !== undefined) {
    const scale = Math.max(10, Math.min(100, Math.floor((whole / needed) * 100 * SURE)));
    return { code, pagesAcross: 1, headingColumns, scale };
  }
  if (needed <= room) return { code, pagesAcross: 1, headingColumns, scale: null };
  const repeated = millimetres(spanWidth(widths, 0, sheet.freezeColumns), styles);
  const perPage = Math.max(room - repeated, room / 2);
  const pagesAcross = Math.max(2, Math.ceil((needed - repeated) / perPage));
  // A text merged beyond the repeated columns would be cut on every page but the first.
  const heading = sheet.freezeColumns > 0 ? sheet.freezeColumns : columnsWithin(widths, room, styles);
  return { code, pagesAcross, headingColumns: heading, scale: null };
}
