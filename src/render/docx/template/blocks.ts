/** The blocks that a template may ask for, as WordprocessingML made to the width of the place they stand in. */

import type { Appendix, OfficialDocument } from '../../../report/document';
import { blocksXml } from '../blocks';
import type { DrawingXml } from '../charts';
import { closingXml } from '../closing';
import { letterheadXml } from '../letterhead';
import { addresseesXml, appendixHeadXml, openingXml } from '../opening';
import { sharedRule } from '../rules';
import type { StyleSheet } from '../style-sheet';
import { paragraphXml } from '../xml';
import { child, type Node } from './tree';

/** The sheet's two-column tables in another width: the right column keeps its own, the left one gives. */
function fitted(sheet: StyleSheet, room: number): StyleSheet {
  const columns = ([left, right]: readonly [number, number]): [number, number] => {
    const less = room - (left + right);
    return left + less > 0 ? [left + less, right] : [Math.round(room / 2), room - Math.round(room / 2)];
  };
  const { letterhead, signature } = sheet;
  return {
    ...sheet,
    letterhead: { ...letterhead, columns: columns(letterhead.columns), wideColumns: columns(letterhead.wideColumns) },
    signature: { ...signature, columns: columns(signature.columns) },
  };
}

/** A table must not touch the next one: a hair of a paragraph keeps them apart. */
const apart = (xml: string): string => xml + paragraphXml('D30Spacer', '');

/** The sheet, and the charts of the document drawn beforehand. */
export interface Drawn {
  readonly sheet: StyleSheet;
  readonly drawings: DrawingXml;
}

type Make = (document: OfficialDocument, room: number, sheet: StyleSheet, drawings: DrawingXml) => string;

const BLOCKS: Readonly<Record<string, Make>> = {
  noi_dung: (document, room, sheet, drawings) =>
    blocksXml(document.body, { room, drawings, beforeSignature: true }, sheet),
  phan_dau: (document, room, sheet) => apart(letterheadXml(document, fitted(sheet, room))),
  tieu_de: (document, room, sheet) => openingXml(document, room, sheet),
  kinh_gui: ({ addressees }) => addresseesXml(addressees),
  phan_ky: (document, room, sheet) => apart(closingXml(document, fitted(sheet, room))),
  gach_ten_co_quan: ({ letterhead }, room, sheet) =>
    sharedRule('D30Rule', 'D30BanHanh', letterhead.issuer.join('\n'), room, sheet),
  gach_trich_yeu: ({ subject }, room, sheet) => sharedRule('D30RuleTitle', 'D30TrichYeu', subject, room, sheet),
};

/** The block of that name, for a place of that width. */
export function blockXml(name: string, document: OfficialDocument, room: number, { sheet, drawings }: Drawn): string {
  const make = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined;
  if (!make) throw new Error(`no such block: ${name}`);
  return make(document, room, sheet, drawings);
}

/** An appendix with its head; `sectPr` ends its section where another one follows. */
export function appendixXml(
  appendix: Appendix,
  room: number,
  sectPr: string | null,
  { sheet, drawings }: Drawn,
): string {
  const flow = sectPr === null ? { room, drawings } : { room, drawings, sectPr };
  return appendixHeadXml(appendix, room, sheet) + blocksXml(appendix.blocks, flow, sheet);
}

/** Room inside a cell: its width without the padding of the cell or its table. */
export function roomInCell(cell: Node, table: Node | undefined): number | undefined {
  const properties = child(cell, 'w:tcPr');
  const width = child(properties, 'w:tcW');
  if (width?.attributes['w:type'] !== 'dxa') return undefined;
  const padding = (side: string): number => {
    const own =
      child(child(properties, 'w:tcMar'), side) ?? child(child(child(table, 'w:tblPr'), 'w:tblCellMar'), side);
    return Number(own?.attributes['w:w'] ?? 108);
  };
  return Number(width.attributes['w:w']) - padding('w:left') - padding('w:right');
}
