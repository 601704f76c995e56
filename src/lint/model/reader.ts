/** The state one reading shares: styles, theme, numbers, counters. Formats that repeat are made once. */

import type { Numbering } from '../../office-file/docx-numbering';
import type { XmlElement } from '../../office-file/xml';
import type { Field, PartKind } from './document';
import { EMPTY, layerOf, over, stacked, type Layer } from './layers';
import { paragraphFormat, type ParagraphFormat } from './paragraph-format';
import { runFormat, type RunFormat } from './run-format';
import type { LevelLayer, Styles } from './styles';
import type { ThemeFont } from './theme';

/** What a table gives the text in it. */
export interface TableText {
  readonly run: Layer;
  readonly paragraph: Layer;
}

/** The styles over a run: those of its table and its paragraph. */
export interface RunGround {
  readonly table: Layer;
  readonly paragraph: Layer;
}

export interface OpenField {
  readonly field: Field;
  /** Its code is being read; after that its result. */
  inCode: boolean;
}

export interface Reader {
  readonly styles: Styles;
  readonly theme: ThemeFont;
  readonly numbering: Numbering;
  readonly levels: LevelLayer;
  readonly part: PartKind;
  /** Fields may span paragraphs. */
  readonly fields: OpenField[];
  readonly count: { paragraphs: number; tables: number };
  runFormat(ground: RunGround, properties: XmlElement | undefined): RunFormat;
  paragraphFormat(styleId: string | undefined, table: Layer, properties: XmlElement | undefined): ParagraphFormat;
}

export interface Shared {
  readonly styles: Styles;
  readonly theme: ThemeFont;
  readonly numbering: Numbering;
  readonly levels: LevelLayer;
}

function readRunFormat({ styles, theme }: Shared, ground: RunGround, properties: XmlElement | undefined): RunFormat {
  const direct = layerOf(properties);
  const character = styles.chain(direct.get('rStyle')?.['val']).run;
  const chain = [ground.table, ground.paragraph, character];
  const merged = stacked([styles.defaults.run, ...chain, direct]);
  return runFormat(merged, { defaults: styles.defaults.run, styles: chain, direct }, theme);
}

function readParagraphFormat(
  { styles, levels }: Shared,
  styleId: string | undefined,
  table: Layer,
  properties: XmlElement | undefined,
): ParagraphFormat {
  const direct = layerOf(properties);
  const style = styles.chain(styleId).paragraph;
  const list = direct.get('numPr/numId')?.['val'];
  const level = direct.get('numPr/ilvl')?.['val'] ?? style.get('numPr/ilvl')?.['val'];
  const numbers = list === undefined ? EMPTY : levels(list, level);
  return paragraphFormat(over(stacked([styles.defaults.paragraph, table, style, numbers]), direct));
}

/** A reader for one part. Runs without properties of their own share one format with their paragraph's style. */
export function readerFor(shared: Shared, part: PartKind): Reader {
  const plain = new Map<Layer, Map<Layer, RunFormat>>();
  return {
    ...shared,
    part,
    fields: [],
    count: { paragraphs: 0, tables: 0 },
    runFormat: (ground, properties) => {
      if (properties !== undefined) return readRunFormat(shared, ground, properties);
      const known = plain.get(ground.table) ?? new Map<Layer, RunFormat>();
      plain.set(ground.table, known);
      const format = known.get(ground.paragraph) ?? readRunFormat(shared, ground, undefined);
      known.set(ground.paragraph, format);
      return format;
    },
    paragraphFormat: (styleId, table, properties) => readParagraphFormat(shared, styleId, table, properties),
  };
}
