/**
 * The look of a workbook as data (`templates/styles/workbook.json`) and its translation into exceljs styles.
 * One style object is made for each variant and shared by all its cells, so that exceljs looks each up once.
 */

import type { Style } from 'exceljs';
import { z } from 'zod';
import { STATUSES } from '../../obligations/schema';
import type { CellStyle, ChartTone } from '../../report/workbook';

const colour = z.string().regex(/^[0-9A-F]{6}$/);
const size = z.number().min(6).max(36);
const millimetres = z.number().min(0).max(60);

const cellLook = z.strictObject({
  size: size.optional(),
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  underline: z.boolean().default(false),
  color: colour.optional(),
  fill: colour.optional(),
  align: z.enum(['left', 'center', 'right']),
  /** Where texts stand in a style made for numbers ("Tổng cộng" in a total line). */
  textAlign: z.enum(['left', 'center', 'right']).optional(),
  wrap: z.boolean().default(false),
  border: z.boolean().default(false),
  numberFormat: z.string().min(1).default('General'),
});

export const CELL_STYLES = [
  'title',
  'subtitle',
  'note',
  'header',
  'text',
  'center',
  'integer',
  'decimal',
  'percent',
  'date',
  'group',
  'total',
  'totalDecimal',
  'totalPercent',
  'link',
  'countLink',
  'bar',
  'closed',
  'good',
  'bad',
  'warn',
  'entry',
  'entryCenter',
  'entryValue',
  'literal',
] as const satisfies readonly CellStyle[];

const TONES = ['first', 'second', ...STATUSES] as const satisfies readonly ChartTone[];

const schema = z.strictObject({
  $comment: z.string().optional(),
  font: z.string().min(1),
  size,
  /** In digits of the default font; a text wider than `maxWidth` is wrapped. */
  columns: z.strictObject({
    minWidth: z.number().min(1),
    maxWidth: z.number().max(255),
    /** A longer word (an address on the web) is broken. */
    maxWordWidth: z.number().max(255),
    /** A wrapped text that would be higher than Excel's highest row widens its column up to this. */
    maxTextWidth: z.number().max(255),
    /** A header that takes more lines widens its column: the frozen part of the sheet stays low. */
    maxHeaderLines: z.number().int().min(1),
  }),
  /** Above this height (points) heading and header are not frozen: they would fill a small screen. */
  maxFrozenHeight: z.number().positive(),
  print: z.strictObject({
    margins: z.strictObject({
      top: millimetres,
      bottom: millimetres,
      left: millimetres,
      right: millimetres,
      header: millimetres,
      footer: millimetres,
    }),
    headerSize: size,
    /** Below this scale a table takes A3, then more pages side by side, instead of unreadable print. */
    minScale: z.number().min(0.1).max(1),
  }),
  /** Colours of the entry form: cells to fill, cells that are shut, and the words beside them. */
  form: z.strictObject({
    askedFill: colour,
    shutFill: colour,
    headerFill: colour,
    groupFill: colour,
    noteColor: colour,
    hintColor: colour,
    badFill: colour,
    badColor: colour,
    goodFill: colour,
  }),
  /** Colours and sizes (millimetres) of native charts: a tone for each status, two for plain series. */
  charts: z.strictObject({
    width: z.number().min(60).max(400),
    height: z.number().min(40).max(300),
    /** Each bar of a chart with many needs so much height. */
    barHeight: z.number().min(2).max(20),
    gap: millimetres,
    titleSize: size,
    textSize: size,
    gridColor: colour,
    textColor: colour,
    tones: z.strictObject(Object.fromEntries(TONES.map((t) => [t, colour])) as Record<ChartTone, typeof colour>),
  }),
  cells: z.strictObject(
    Object.fromEntries(CELL_STYLES.map((name) => [name, cellLook])) as Record<CellStyle, typeof cellLook>,
  ),
});

export type WorkbookStyles = z.infer<typeof schema>;
export type CellLook = z.infer<typeof cellLook>;

/** Checks the style file. Throws (a ZodError that names every wrong place): the file ships with the program. */
export function parseWorkbookStyles(json: unknown): WorkbookStyles {
  return schema.parse(json);
}

/** What changes a named style from cell to cell. */
export interface Variant {
  readonly wrap: boolean;
  readonly text: boolean;
  /** The text would be taken for a formula if somebody edited it: mark it as text for good. */
  readonly quoted: boolean;
}

const BORDER = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const;

/** `readingOrder: ltr` is only a mark: the package patch turns it into `quotePrefix`, which exceljs cannot write. */
function toExcelStyle(styles: WorkbookStyles, look: CellLook, variant: Variant): Partial<Style> {
  return {
    numFmt: look.numberFormat,
    font: {
      name: styles.font,
      size: look.size ?? styles.size,
      family: 1,
      bold: look.bold || undefined,
      italic: look.italic || undefined,
      underline: look.underline || undefined,
      color: { argb: `FF${look.color ?? '000000'}` },
    },
    alignment: {
      horizontal: variant.text ? (look.textAlign ?? look.align) : look.align,
      vertical: 'middle',
      wrapText: look.wrap || variant.wrap || undefined,
      readingOrder: variant.quoted ? 'ltr' : undefined,
    },
    border: look.border ? { top: BORDER, left: BORDER, bottom: BORDER, right: BORDER } : undefined,
    fill: look.fill ? { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${look.fill}` } } : undefined,
  };
}

/** Hands out one shared style object for each named style and variant. */
export function styleBook(styles: WorkbookStyles): (name: CellStyle, variant: Variant) => Partial<Style> {
  const made = new Map<string, Partial<Style>>();
  return (name, variant) => {
    const key = `${name}|${variant.wrap}|${variant.text}|${variant.quoted}`;
    let style = made.get(key);
    if (!style) {
      style = toExcelStyle(styles, styles.cells[name], variant);
      made.set(key, style);
    }
    return style;
  };
}

/** The differential style of a conditional rule: colour and fill only (a solid fill's colour is `bgColor` there). */
export function conditionalStyle(styles: WorkbookStyles, name: 'good' | 'bad' | 'warn'): Partial<Style> {
  const look = styles.cells[name];
  return {
    font: look.color ? { color: { argb: `FF${look.color}` } } : undefined,
    fill: look.fill ? { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${look.fill}` } } : undefined,
  };
}
