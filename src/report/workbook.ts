/**
 * A workbook as plain data, before any library touches it. A cell that can be computed carries both the formula
 * (for the reader who checks) and the value it must give (for viewers that do not calculate).
 */

import type { PlainDate } from '../calendar/plain-date';

export type Scalar = string | number | boolean | null;

/** Named cell styles; `templates/styles/workbook.json` says what each looks like. */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'note'
  | 'header'
  | 'text'
  | 'center'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'date'
  | 'group'
  | 'total'
  | 'totalPercent'
  | 'link'
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
  /** Inner link, "Chi tiết!A5". */
  readonly link?: string;
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
  readonly rows: readonly (readonly SheetCell[])[];
  readonly autoFilter: boolean;
  readonly freezeColumns: number;
  readonly conditional: readonly ConditionalRule[];
  readonly orientation: 'portrait' | 'landscape';
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
