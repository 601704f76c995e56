/**
 * A workbook as plain data, before any library touches it. A cell that can be computed carries both the formula
 * (for the reader who checks) and the value it must give (for viewers that do not calculate).
 */

import type { PlainDate } from '../calendar/plain-date';
import type { Status } from '../obligations/schema';

export type Scalar = string | number | boolean | null;

/** Named cell styles; `templates/styles/workbook.json` says what each looks like. */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'note'
  | 'header'
  | 'text'
  /** Text whose cell stays text when it is typed anew: a code "1.10" becomes no number. */
  | 'literal'
  | 'center'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'date'
  | 'group'
  | 'total'
  | 'totalDecimal'
  | 'totalPercent'
  | 'link'
  | 'countLink'
  | 'bar'
  | 'closed'
  | 'good'
  | 'bad'
  | 'warn'
  /** Large type, to be read while typing elsewhere. */
  | 'entry'
  | 'entryCenter'
  | 'entryValue';

export interface SheetCell {
  /** Text is always text, even when it begins with "=". A `date` cell's value is `YYYY-MM-DD`. */
  readonly value: Scalar;
  /** Excel formula without its "=", English function names; `value` is its cached result. */
  readonly formula?: string;
  readonly style: CellStyle;
  /** Inner link, "Chi tiết!A5" or a block of cells. */
  readonly link?: string;
  /** What the link leads to, shown while the pointer rests on it. */
  readonly tip?: string;
  /** Columns merged to the right, 1 when absent. */
  readonly span?: number;
}

export interface SheetColumn {
  readonly key: string;
  readonly header: string;
  /** Width in characters of the default font; renderers may widen to fit, up to `maxWidth`. */
  readonly width: number;
  readonly wrap?: boolean;
}

/** Rows of a sheet: an array, or rows that are made when they are asked for, so that a large sheet is never held whole. */
export interface SheetRows extends Iterable<readonly SheetCell[]> {
  readonly length: number;
  at(index: number): readonly SheetCell[] | undefined;
}

/** Rows made on demand; `make` gives the same row each time it is asked. */
export function rowsOf(length: number, make: (index: number) => readonly SheetCell[]): SheetRows {
  return {
    length,
    at: (index) => (index >= 0 && index < length ? make(index) : undefined),
    *[Symbol.iterator]() {
      for (let i = 0; i < length; i += 1) yield make(i);
    },
  };
}

/** What the colour of a series says; `templates/styles/workbook.json` gives each its colour. */
export type ChartTone = Status | 'first' | 'second';

/** A block of cells by its place in a sheet, and what they show: a chart keeps both. */
export interface ChartRange {
  /** Absolute reference: `'Theo lĩnh vực'!$C$6:$C$13`. */
  readonly ref: string;
  readonly values: readonly Scalar[];
  /** The values are days, `YYYY-MM-DD`. */
  readonly dates?: boolean;
}

export interface ChartSeries {
  readonly name: ChartRange;
  readonly values: ChartRange;
  readonly tone: ChartTone;
  /** Drawn as a line over the columns. */
  readonly line?: boolean;
}

/** A native chart beside the table of its sheet. */
export interface SheetChart {
  readonly title: string;
  /** What the picture says, for those who cannot see it. */
  readonly alt: string;
  readonly kind: 'stacked-bars' | 'bars' | 'columns';
  readonly categories: ChartRange;
  /** How the values are written: the number format of the axis and of the points. */
  readonly format: 'integer' | 'percent';
  readonly series: readonly ChartSeries[];
  /** Rows of usual height that it takes; without it the style says how high it is. */
  readonly rows?: number;
  /** Row number (from 1) beside which it begins, unless the chart before it still stands there. */
  readonly row: number;
}

export interface ConditionalRule {
  /** A1 range. */
  readonly range: string;
  /** Formula without "=", relative to the range's first cell. */
  readonly formula: string;
  readonly style: 'good' | 'bad' | 'warn';
}

export interface Sheet {
  readonly name: string;
  /** Lines above the table: title, sub-title, notes. */
  readonly heading: readonly SheetCell[];
  readonly columns: readonly SheetColumn[];
  readonly rows: SheetRows;
  readonly autoFilter: boolean;
  readonly freezeColumns: number;
  readonly conditional: readonly ConditionalRule[];
  readonly orientation: 'portrait' | 'landscape';
  /** Drawn to the right of the table, one below the other. */
  readonly charts?: readonly SheetChart[];
  /** Printed whole on one page, shrunk as far as that takes: a screen that is typed in one go. */
  readonly onePage?: boolean;
  /** Row number (from 1) that begins a new printed page. */
  readonly breakBefore?: number;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Defined names: name → absolute reference ("'Chi tiết'!$F$6:$F$900"). */
  readonly names: Readonly<Record<string, string>>;
  /** Printed in every page's header and footer. */
  readonly pageHeader: string;
  readonly pageFooter: string;
  readonly properties: {
    readonly title: string;
    readonly agency: string;
    readonly createdOn: PlainDate;
    readonly custom: Readonly<Record<string, string>>;
  };
}
