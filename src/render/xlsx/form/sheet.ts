/**
 * A sheet of the form under the hand: rows are written one after another, heights follow from the text, cells to fill
 * are unlocked and the rest is protected without a password (a password would be salted by lot, and keeps nobody out).
 */

import type { CellValue, DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../defined-names';
import { escapeXstring, shownText } from '../cell-text';
import { spanWidth, textRoom } from '../column-units';
import { lineCount } from '../text-width';
import type { WorkbookStyles } from '../workbook-styles';
import type { FormLook } from './looks';

export type { DataValidation };

export interface FormCell {
  readonly value?: string | number | null;
  readonly formula?: string;
  readonly look: FormLook;
  readonly span?: number;
  readonly size?: number;
  readonly validation?: DataValidation;
}

export interface FormSheetSetup {
  readonly name: string;
  readonly widths: readonly number[];
  readonly freeze: { readonly columns: number; readonly row: number } | null;
  readonly orientation: 'portrait' | 'landscape';
  /** Header rows that every printed page repeats, "4:4". */
  readonly repeat: string | null;
  readonly footer: string;
}

export interface FormSheetWriter {
  readonly worksheet: Worksheet;
  /** Number of the row that comes next. */
  next(): number;
  /** Writes a row and returns its number; `least` is its least height in points. */
  row(cells: readonly FormCell[], least?: number): number;
  /** Colours cells of a range by a formula. */
  colour(range: string, formula: string, look: 'bad' | 'good'): void;
  /** After the last row: validations are written and the sheet is protected. */
  close(): Promise<void>;
}

const LINE = 1.27;
const MAX_HEIGHT = 409;
const MM = 25.4;

/** `address(2, 7)` → "C7". */
export const address = (column: number, row: number): string => `${columnLetters(column)}${row}`;

export function formSheet(
  workbook: Workbook,
  setup: FormSheetSetup,
  styles: WorkbookStyles,
  look: (name: FormLook, size?: number) => Partial<Style>,
): FormSheetWriter {
  const worksheet = workbook.addWorksheet(setup.name, options(setup, styles));
  worksheet.columns = setup.widths.map((width) => ({ width }));
  let last = 0;
  let rules = 0;
  const validated: Validated[] = [];
  return {
    worksheet,
    next: () => last + 1,
    row: (cells, least) => {
      last += 1;
      writeRow(worksheet, last, cells, look, validated);
      const height = heightOf(cells, setup.widths, styles, look);
      worksheet.getRow(last).height = Math.min(MAX_HEIGHT, Math.max(least ?? 0, height));
      return last;
    },
    colour: (range, formula, kind) => {
      rules += 1;
      const { badColor, badFill, goodFill } = styles.form;
      const style: Partial<Style> =
        kind === 'bad'
          ? {
              font: { color: { argb: `FF${badColor}` }, bold: true },
              fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${badFill}` } },
            }
          : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${goodFill}` } } };
      worksheet.addConditionalFormatting({
        ref: range,
        rules: [{ type: 'expression', priority: rules, formulae: [formula], style }],
      });
    },
    close: async () => {
      validate(worksheet, validated);
      await worksheet.protect('', ALLOWED);
    },
  };
}

interface Validated {
  readonly column: number;
  readonly row: number;
  readonly validation: DataValidation;
}

/**
 * Validations by ranges: alike cells below one another share one. Given cell by cell, exceljs makes ranges that
 * overlap, and LibreOffice then drops some.
 */
function validate(worksheet: Worksheet, cells: readonly Validated[]): void {
  const rules = (worksheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } })
    .dataValidations;
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  let first: Validated | undefined;
  sorted.forEach((cell, i) => {
    first ??= cell;
    const next = sorted[i + 1];
    const goesOn =
      next?.column === cell.column &&
      next.row === cell.row + 1 &&
      JSON.stringify(next.validation) === JSON.stringify(cell.validation);
    if (goesOn) return;
    rules.add(`${address(cell.column, first.row)}:${address(cell.column, cell.row)}`, cell.validation);
    first = undefined;
  });
}

function options(setup: FormSheetSetup, styles: WorkbookStyles): Parameters<Workbook['addWorksheet']>[1] {
  const inches = (mm: number): number => Math.round((mm / MM) * 1000) / 1000;
  const { top, bottom, left, right, header, footer } = styles.print.margins;
  const common = { showGridLines: false, zoomScale: 100 };
  return {
    views: setup.freeze
      ? [{ state: 'frozen', xSplit: setup.freeze.columns, ySplit: setup.freeze.row, ...common }]
      : [{ state: 'normal', ...common }],
    pageSetup: {
      paperSize: 9,
      orientation: setup.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      ...(setup.repeat === null ? {} : { printTitlesRow: setup.repeat }),
      margins: {
        top: inches(top),
        bottom: inches(bottom),
        left: inches(left),
        right: inches(right),
        header: inches(header),
        footer: inches(footer),
      },
    },
    headerFooter: {
      oddFooter: `&L&"${styles.font},Italic"&${styles.print.headerSize}${setup.footer}&R&"${styles.font},Regular"&${styles.print.headerSize}Trang &P/&N`,
    },
  };
}

function valueOf({ value, formula }: FormCell): CellValue {
  const stored = typeof value === 'string' ? escapeXstring(shownText(value)) : (value ?? null);
  if (formula === undefined) return stored;
  return { formula, result: stored ?? '' };
}

function writeRow(
  worksheet: Worksheet,
  number: number,
  cells: readonly FormCell[],
  look: (name: FormLook, size?: number) => Partial<Style>,
  validated: Validated[],
): void {
  const row = worksheet.getRow(number);
  let at = 1;
  for (const cell of cells) {
    const span = cell.span ?? 1;
    const style = look(cell.look, cell.size);
    for (let i = 0; i < span; i += 1) row.getCell(at + i).style = style;
    const written = row.getCell(at);
    const value = valueOf(cell);
    if (value !== null && value !== '') written.value = value;
    if (cell.validation) validated.push({ column: at - 1, row: number, validation: cell.validation });
    if (span > 1) worksheet.mergeCells(number, at, number, at + span - 1);
    at += span;
  }
}

function heightOf(
  cells: readonly FormCell[],
  widths: readonly number[],
  styles: WorkbookStyles,
  look: (name: FormLook, size?: number) => Partial<Style>,
): number {
  let height = 0;
  let at = 0;
  for (const cell of cells) {
    const span = cell.span ?? 1;
    const { font } = look(cell.look, cell.size);
    const size = font?.size ?? styles.size;
    const room = textRoom(spanWidth(widths, at, span), styles);
    const text = typeof cell.value === 'string' && cell.formula === undefined ? cell.value : '';
    const lines = text === '' ? 1 : lineCount(shownText(text), room, size, font?.bold === true);
    height = Math.max(height, Math.ceil((lines * size * LINE + 4) * 4) / 4);
    at += span;
  }
  return height;
}

/** What a protected sheet still lets a person do: make rows higher and columns wider. */
const ALLOWED = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  objects: true,
  scenarios: true,
};

/** A closed list; undefined where Excel could not hold it in one formula. */
export function listOf(labels: readonly string[], title: string, prompt: string): DataValidation | undefined {
  const joined = labels.join(',');
  if (joined.length > 250 || labels.some((l) => /[",]/.test(l))) return undefined;
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`"${joined}"`],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Không có trong danh sách',
    error: `Chọn một trong: ${labels.join('; ')}. Muốn bỏ trống thì xóa ô.`,
    showInputMessage: true,
    promptTitle: title,
    prompt,
  };
}
