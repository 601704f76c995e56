/**
 * One sheet into exceljs' stream writer: views, print set-up, columns, rows, conditional rules. Merges and
 * links are handed back for the package patch. Dates go in as serial numbers, so that no time zone can move one.
 */

import type { CellValue, stream as excelStream, Style, Worksheet } from 'exceljs';
import { daysBetween, parsePlainDate, plainDate } from '../../calendar/plain-date';
import { formatDate } from '../../i18n/format';
import type { CellStyle, Scalar, Sheet, SheetCell, Workbook } from '../../report/workbook';
import { escapeXstring, finite, looksLikeFormula, shownText } from './cell-text';
import { columnLetters, filterRange } from './defined-names';
import { wrapsText, type Layout } from './layout';
import type { SheetExtras } from './package-patch';
import { pageSetup } from './page-setup';
import type { SheetDirectory } from './sheet-names';
import { kindOf } from './shown-value';
import { conditionalStyle, type Variant, type WorkbookStyles } from './workbook-styles';

export interface SheetContext {
  readonly workbook: Workbook;
  readonly styles: WorkbookStyles;
  readonly styleOf: (name: CellStyle, variant: Variant) => Partial<Style>;
  readonly layout: Layout;
  readonly directory: SheetDirectory;
}

const EXCEL_EPOCH = plainDate('1899-12-30');
const FIRST_SERIAL_DAY = plainDate('1900-03-01');
const MAX_FORMULA = 8_192;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

function storedValue(value: Scalar, style: CellStyle): string | number | boolean | null {
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'string') return value;
  const day = kindOf(style) === 'date' ? parsePlainDate(value) : undefined;
  if (!day) return escapeXstring(shownText(value));
  // Excel takes 1900 for a leap year: its serial numbers are right from March 1900 on.
  return day < FIRST_SERIAL_DAY ? formatDate(day) : daysBetween(EXCEL_EPOCH, day);
}

function cellValue(cell: SheetCell, directory: SheetDirectory): CellValue {
  const value = storedValue(cell.value, cell.style);
  if (cell.formula === undefined) return value;
  const formula = directory.rewrite(shownText(cell.formula));
  if (formula.length > MAX_FORMULA || formula.startsWith('=')) throw new RangeError(`not a formula: ${formula}`);
  return value === null ? { formula } : { formula, result: value };
}

interface Extras {
  readonly merges: string[];
  readonly links: { cell: string; location: string }[];
}

function styleFor(cell: SheetCell, at: number, { layout, styles, styleOf }: SheetContext): Partial<Style> {
  const isText = typeof cell.value === 'string' && typeof storedValue(cell.value, cell.style) === 'string';
  return styleOf(cell.style, {
    wrap: wrapsText(cell, at, layout, styles),
    text: isText,
    quoted: isText && cell.formula === undefined && looksLikeFormula(cell.value),
  });
}

function writeRow(
  sheet: Worksheet,
  number: number,
  cells: readonly SheetCell[],
  context: SheetContext,
  extras: Extras,
): void {
  const { layout, directory } = context;
  const row = sheet.getRow(number);
  const height = layout.heights[number - 1];
  if (height !== undefined) row.height = height;
  let at = 0;
  for (const cell of cells) {
    const span = cell.span ?? 1;
    const style = styleFor(cell, at, context);
    const written = row.getCell(at + 1);
    written.value = cellValue(cell, directory);
    written.style = style;
    const address = `${columnLetters(at)}${number}`;
    if (cell.link !== undefined) extras.links.push({ cell: address, location: directory.location(cell.link) });
    for (let i = 1; i < span; i += 1) row.getCell(at + 1 + i).style = style;
    if (span > 1) extras.merges.push(`${address}:${columnLetters(at + span - 1)}${number}`);
    at += span;
  }
  if (at > layout.widths.length) throw new RangeError(`row ${number} of ${sheet.name} is wider than its table`);
  row.commit();
}

function views(sheet: Sheet, context: SheetContext): Partial<Worksheet>['views'] {
  const { layout, styles } = context;
  const frozen = layout.heights.slice(0, layout.headerRow).reduce<number>((sum, h) => sum + (h ?? 15), 0);
  const ySplit = frozen <= styles.maxFrozenHeight && sheet.columns.length > 0 ? layout.headerRow : 0;
  const xSplit = sheet.freezeColumns;
  const common = { showGridLines: false, zoomScale: 100 };
  return xSplit > 0 || ySplit > 0 ? [{ state: 'frozen', xSplit, ySplit, ...common }] : [{ state: 'normal', ...common }];
}

function addRules(target: Worksheet, sheet: Sheet, context: SheetContext): void {
  sheet.conditional.forEach((rule, i) => {
    target.addConditionalFormatting({
      ref: rule.range,
      rules: [
        {
          type: 'expression',
          priority: i + 1,
          formulae: [context.directory.rewrite(rule.formula)],
          style: conditionalStyle(context.styles, rule.style),
        },
      ],
    });
  });
}

/** Writes one sheet and returns what the package patch must add to it. Throws on more than Excel can hold. */
export function writeSheet(
  writer: excelStream.xlsx.WorkbookWriter,
  sheet: Sheet,
  name: string,
  context: SheetContext,
): SheetExtras {
  const { layout, styles, workbook } = context;
  const tooLarge = layout.rows.length > MAX_ROWS || layout.widths.length > MAX_COLUMNS;
  if (tooLarge) throw new RangeError(`${name} is larger than a sheet can be`);
  const setup = pageSetup(sheet, workbook, layout.paper, styles);
  const target = writer.addWorksheet(name, { ...setup, views: views(sheet, context) });
  target.columns = layout.widths.map((width) => ({ width }));
  if (sheet.autoFilter && sheet.columns.length > 0) {
    target.autoFilter = filterRange(sheet, layout.headerRow).replaceAll('$', '');
  }
  addRules(target, sheet, context);
  const extras: Extras = { merges: [], links: [] };
  layout.rows.forEach((cells, i) => writeRow(target, i + 1, cells, context, extras));
  target.commit();
  return extras;
}
