/**
 * What the readers hand on: rows of a plan as texts, in the order of the document, each with its place. Readers know
 * formats and page debris; they know nothing of bodies, deadlines or targets.
 */

import type { Diagnostic, Place } from '../../lib/diagnostic';

/** A table as a grid of cleaned texts; `\n` inside a cell parts its paragraphs. Merged cells repeat their text. */
export interface RawTable {
  readonly rows: readonly RawTableRow[];
}

export interface RawTableRow {
  readonly cells: readonly string[];
  /** Columns whose cell holds no text of its own, and what it holds; left out where all cells are texts. */
  readonly kinds?: ReadonlyMap<number, CellKind>;
  /** Where the row starts: line of a text, `Bảng 2, hàng 7` of a Word file, sheet and cell of a workbook. */
  readonly where: Place;
}

/** What stands in a workbook's cell instead of a text: a formula, an error such as #REF!, a number or a date. */
export type CellKind = 'formula' | 'error' | 'number';

/** What a reader found in a file: tables in order, and the paragraphs between them. */
export interface RawDocument {
  readonly kind: 'table' | 'prose';
  readonly tables: readonly RawTable[];
  readonly paragraphs: readonly { readonly text: string; readonly where: Place }[];
}

/** The meaning of a column, found from the header row or given by the person who imports. */
export const COLUMN_ROLES = [
  'no',
  'title',
  'lead',
  'support',
  'leadAndSupport',
  'leader',
  'product',
  'due',
  'note',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** One assignment row before anything is recognised. */
export interface RawAssignment {
  readonly leadText: string;
  readonly supportText: string;
  readonly dueText: string;
  readonly product: string | null;
  readonly where: Place;
}

export interface RawTask {
  /** Number as printed, without its final dot; null for unnumbered bullets. */
  readonly no: string | null;
  /** Part ("A") where the plan has parts, else null. */
  readonly part: string | null;
  /** Code of the area it stands under. */
  readonly area: string;
  readonly title: string;
  readonly product: string | null;
  readonly leaderText: string | null;
  readonly solutions: readonly string[];
  readonly assignments: readonly RawAssignment[];
  readonly where: Place;
}

export interface RawPlan {
  readonly areas: readonly { readonly code: string; readonly title: string; readonly part: string | null }[];
  readonly tasks: readonly RawTask[];
  /** Bullets and rows that state targets (chỉ tiêu), verbatim, with the code of their area. */
  readonly targets: readonly {
    readonly code: string;
    readonly area: string;
    readonly text: string;
    readonly where: Place;
  }[];
  readonly diagnostics: readonly Diagnostic[];
}
