/**
 * The effective document: what a reader of the page sees, with the place of each thing. Rules look at this and at
 * nothing else; the XML elements ride along only so that a correction can find its way back to the source.
 */

import type { XmlElement } from '../../office-file/xml';
import type { ParagraphFormat } from './paragraph-format';
import type { RunFormat } from './run-format';
import type { Styles } from './styles';

export type PartKind = 'body' | 'table' | 'header' | 'footer' | 'footnote' | 'textbox' | 'section' | 'document';

/** Where something stands. `paragraph` counts every paragraph of its part from 1, those in tables too. */
export interface Place {
  readonly part: PartKind;
  readonly paragraph?: number;
  readonly section?: number;
  readonly table?: number;
  readonly row?: number;
  readonly cell?: number;
  readonly text?: string;
}

export interface Field {
  instruction: string;
}

export interface Run {
  /** As shown: NFC is not yet applied, capitals of `w:caps` are. */
  readonly text: string;
  readonly format: RunFormat;
  /** The field it belongs to: its code (empty text) or its shown result. */
  readonly field: Field | null;
  readonly element: XmlElement;
}

export interface Shape {
  readonly kind: 'line' | 'picture' | 'box';
  /** Twips; null where the file does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** Distance of its middle from the middle of the column, twips; null where the file does not say. */
  readonly offCentre: number | null | 'from-left';
  /** Twips from the left edge of the column, for `from-left`. */
  readonly left: number | null;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly styleId: string | null;
  /** The style is named in the text but not defined in the styles. */
  readonly styleMissing: boolean;
  readonly runs: readonly Run[];
  /** Text as it stands, automatic number first, breaks as `\n`, tabs as `\t`. */
  readonly raw: string;
  /** NFC, every run of white space one space, trimmed: what patterns are matched with. */
  readonly text: string;
  /** The automatic number or bullet, without its space. */
  readonly label: string;
  readonly format: ParagraphFormat;
  /** Format of the paragraph mark: the height of an empty paragraph. */
  readonly mark: RunFormat;
  readonly shapes: readonly Shape[];
  readonly boxes: readonly (readonly Block[])[];
  readonly pageBreak: boolean;
  /** Word noted that a page ended here when it last laid the file out. */
  readonly renderedBreak: boolean;
  readonly endsSection: boolean;
  readonly place: Place;
  readonly element: XmlElement;
}

export interface Cell {
  readonly width: number;
  readonly column: number;
  readonly span: number;
  readonly padding: { readonly left: number; readonly right: number };
  /** Any visible border of its own. */
  readonly bordered: boolean;
  readonly borderColor: string | null;
  /** Goes on from the cell above. */
  readonly continues: boolean;
  readonly blocks: readonly Block[];
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly header: boolean;
  readonly cantSplit: boolean;
  readonly height: number | null;
}

export interface Table {
  readonly kind: 'table';
  readonly no: number;
  readonly nested: boolean;
  readonly grid: readonly number[];
  readonly rows: readonly Row[];
  readonly indent: number;
  readonly align: string;
  readonly fixed: boolean;
  readonly bordered: boolean;
  readonly borderColor: string | null;
  readonly place: Place;
  readonly element: XmlElement;
}

export type Block = Paragraph | Table;

export interface Story {
  readonly kind: 'header' | 'footer' | 'footnote';
  readonly name: string;
  readonly blocks: readonly Block[];
}

export type HeaderKind = 'default' | 'first' | 'even';

export interface Section {
  readonly index: number;
  readonly blocks: readonly Block[];
  /** Undefined where the file has no `w:sectPr` for it. */
  readonly element: XmlElement | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly orientation: string | undefined;
  readonly margins: Readonly<
    Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer' | 'gutter', number | undefined>
  >;
  readonly titlePage: boolean;
  readonly columns: number;
  readonly numberFormat: string | undefined;
  readonly numberStart: number | undefined;
  /** `nextPage` where nothing is said. */
  readonly start: string;
  readonly headers: Readonly<Partial<Record<HeaderKind, Story>>>;
  readonly footers: Readonly<Partial<Record<HeaderKind, Story>>>;
}

export interface WordDocument {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** Every paragraph of the main part, also in tables and text boxes, in reading order. */
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  /** Headers, footers and notes, each once. */
  readonly stories: readonly Story[];
  readonly styles: Styles;
  readonly settings: { readonly mirrorMargins: boolean; readonly evenAndOdd: boolean };
  readonly language: string | null;
  readonly strict: boolean;
}

/** Width between the margins; null where the section does not say. */
export function textWidth({ width, margins }: Section): number | null {
  if (width === undefined || margins.left === undefined || margins.right === undefined) return null;
  return width - margins.left - margins.right - (margins.gutter ?? 0);
}

/** Whether the page is turned. */
export function isLandscape({ width, height, orientation }: Section): boolean {
  return orientation === 'landscape' || (width !== undefined && height !== undefined && width > height);
}

/** Paragraphs of blocks, in reading order, those in tables, nested tables and text boxes included. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block, ...block.boxes.flatMap(paragraphsOf)]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}

/** Tables of blocks, nested ones included. */
export function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block, ...block.rows.flatMap((row) => row.cells.flatMap((cell) => tablesOf(cell.blocks)))]
      : block.boxes.flatMap(tablesOf),
  );
}

/** White space of any kind as one space, NFC, trimmed. */
export function plainText(raw: string): string {
  return raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
