/** Print set-up of a sheet: paper, fit to its width, margins, header and footer of every page. */

import type { AddWorksheetOptions } from 'exceljs';
import { cleanText, squeeze } from '../../lib/text';
import type { Sheet, Workbook } from '../../report/workbook';
import type { Paper } from './paper';
import type { WorkbookStyles } from './workbook-styles';

const MM_PER_INCH = 25.4;
/** Excel's limit for the whole header or footer, codes included. */
const MAX_HEADER = 255;

/** Text in a header or footer: "&" is doubled, a leading digit is kept apart from the size code before it. */
function headerText(text: string, room: number): string {
  const escaped = squeeze(cleanText(text)).replace(/&/g, '&&');
  if (escaped.length < room) return /^\d/.test(escaped) ? ` ${escaped}` : escaped;
  const kept = escaped.slice(0, room - 2).replace(/&+$|[\uD800-\uDBFF]$/, '');
  return /^\d/.test(kept) ? ` ${kept}…` : `${kept}…`;
}

function section(place: 'L' | 'C' | 'R', styles: WorkbookStyles, style: 'Regular' | 'Italic'): string {
  return `&${place}&"${styles.font},${style}"&${styles.print.headerSize}`;
}

function headerFooter(workbook: Workbook, styles: WorkbookStyles): { oddHeader: string; oddFooter: string } {
  const head = section('C', styles, 'Italic');
  const left = section('L', styles, 'Italic');
  const page = `${section('R', styles, 'Regular')}Trang &P/&N`;
  return {
    oddHeader: head + headerText(workbook.pageHeader, MAX_HEADER - head.length),
    oddFooter: left + headerText(workbook.pageFooter, MAX_HEADER - left.length - page.length) + page,
  };
}

/** Options for exceljs' `addWorksheet`; undefined overrides values that exceljs would write by itself. */
export function pageSetup(
  sheet: Sheet,
  workbook: Workbook,
  paper: Paper,
  styles: WorkbookStyles,
): Pick<AddWorksheetOptions, 'pageSetup' | 'headerFooter'> {
  const inches = (mm: number): number => Math.round((mm / MM_PER_INCH) * 1000) / 1000;
  const { top, bottom, left, right, header, footer } = styles.print.margins;
  return {
    pageSetup: {
      paperSize: paper.code,
      orientation: sheet.orientation,
      fitToPage: paper.scale === null,
      fitToWidth: paper.scale === null ? paper.pagesAcross : undefined,
      fitToHeight: paper.scale === null ? Number(sheet.onePage ?? false) : undefined,
      pageOrder: paper.pagesAcross > 1 ? 'overThenDown' : undefined,
      scale: paper.scale ?? undefined,
      horizontalDpi: undefined,
      verticalDpi: undefined,
      margins: {
        top: inches(top),
        bottom: inches(bottom),
        left: inches(left),
        right: inches(right),
        header: inches(header),
        footer: inches(footer),
      },
    },
    headerFooter: headerFooter(workbook, styles),
  };
}
