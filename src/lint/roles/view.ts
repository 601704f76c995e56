/** A document with its parts told: the view that the rules are written against. */

import type { Block, Cell, Paragraph, Section, Table, WordDocument } from '../model/document';
import type { Role } from './roles';

export type Zone = 'letterhead' | 'text' | 'signature' | 'appendix';

/** One side of the head of page 1. */
export interface Side {
  readonly paragraphs: readonly Paragraph[];
  /** Width for text, twips; null where it is not known (a head made with tabs). */
  readonly room: number | null;
}

export interface Letterhead {
  /** Null where the head is made with tabs. */
  readonly table: Table | null;
  readonly left: Side;
  readonly right: Side;
}

export interface Signature {
  readonly table: Table | null;
  /** Cells that hold "Nơi nhận" and the signer; null where there is none. */
  readonly recipients: {
    readonly cell: Cell | null;
    readonly row: number;
    readonly paragraphs: readonly Paragraph[];
  } | null;
  readonly signer: {
    readonly cell: Cell | null;
    readonly row: number;
    readonly paragraphs: readonly Paragraph[];
  } | null;
}

export interface AppendixView {
  readonly head: Paragraph;
  /** Number as printed after "Phụ lục"; null when there is none. */
  readonly number: string | null;
  readonly title: readonly Paragraph[];
  readonly attached: Paragraph | null;
  readonly blocks: readonly Block[];
  readonly section: Section | undefined;
  /** The head is the first text of its section. */
  readonly opensSection: boolean;
}

export interface OfficialView {
  readonly word: WordDocument;
  /** `letter`: a công văn, whose subject stands under its number; `named`: every other type. */
  readonly form: 'letter' | 'named';
  readonly letterhead: Letterhead | null;
  readonly signature: Signature | null;
  /** Blocks between the head of page 1 and the signature. */
  readonly main: readonly Block[];
  readonly appendices: readonly AppendixView[];
  roleOf(paragraph: Paragraph): Role;
  zoneOf(paragraph: Paragraph): Zone;
  /** Paragraphs of that role, in order. */
  all(role: Role): readonly Paragraph[];
  first(role: Role): Paragraph | undefined;
}

/** Top-level paragraphs of blocks. */
export function flowOf(blocks: readonly Block[]): readonly Paragraph[] {
  return blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
}

/** The running text in pieces that number apart: the main text, then each appendix. */
export function textsOf(view: OfficialView): readonly (readonly Block[])[] {
  return [view.main, ...view.appendices.map((appendix) => appendix.blocks)];
}
