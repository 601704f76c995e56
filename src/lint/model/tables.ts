/** Tables: grid, rows, cells with their padding and borders, and what a table style gives to the text in them. */

import { childOf, childrenOf, type XmlElement } from '../../office-file/xml';
import { readBlocks } from './blocks';
import type { Cell, Place, Row, Table } from './document';
import { TRANSPARENT } from './inline';
import { layerOf, over, stacked, type Layer } from './layers';
import { borderOf } from './paragraph-format';
import type { Reader, TableText } from './reader';
import type { ChainLayers } from './styles';
import { attribute, integer, onOff, twips } from './values';

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;
const DEFAULT_PADDING = 108;

/** Direct children of that name, also inside content controls and tracked insertions; deleted rows are left out. */
function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return childOf(child, 'w:trPr', 'w:del') ? [] : [child];
    return TRANSPARENT.has(child.name) ? inside(child, name) : [];
  });
}

/** Colour of the first border that shows; null where none does. */
function borderColor(layer: Layer, group: 'tblBorders' | 'tcBorders'): string | null {
  for (const edge of EDGES) {
    const border = borderOf(layer.get(`${group}/${edge}`));
    if (border) return border.color;
  }
  return null;
}

interface Look {
  readonly firstRow: boolean;
  readonly lastRow: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
  readonly rowBands: boolean;
}

const bit = (value: number, mask: number): boolean => (value & mask) !== 0;

function lookOf(properties: XmlElement | undefined): Look {
  const look = childOf(properties, 'w:tblLook');
  const value = Number.parseInt(attribute(look, 'val') ?? '0', 16) || 0;
  const flag = (name: string, mask: number): boolean => {
    const said = attribute(look, name);
    return said === undefined ? bit(value, mask) : onOff({ val: said });
  };
  return {
    firstRow: flag('firstRow', 0x20),
    lastRow: flag('lastRow', 0x40),
    firstColumn: flag('firstColumn', 0x80),
    lastColumn: flag('lastColumn', 0x100),
    rowBands: !flag('noHBand', 0x200),
  };
}

interface Spot {
  readonly row: number;
  readonly rows: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Conditions of a table style that hold for a cell, the weakest first. */
function conditionsAt(look: Look, spot: Spot): readonly string[] {
  const first = look.firstRow && spot.row === 0;
  const last = look.lastRow && spot.row === spot.rows - 1;
  const band = spot.row - (look.firstRow ? 1 : 0);
  return [
    'wholeTable',
    ...(look.rowBands && !first && !last ? [band % 2 === 0 ? 'band1Horz' : 'band2Horz'] : []),
    ...(look.firstColumn && spot.first ? ['firstCol'] : []),
    ...(look.lastColumn && spot.last ? ['lastCol'] : []),
    ...(first ? ['firstRow'] : []),
    ...(last ? ['lastRow'] : []),
  ];
}

function textIn(chain: ChainLayers, look: Look, spot: Spot): TableText {
  if (chain.conditions.size === 0) return { run: chain.run, paragraph: chain.paragraph };
  const hold = conditionsAt(look, spot).flatMap((name) => chain.conditions.get(name) ?? []);
  return {
    run: stacked([chain.run, ...hold.map((each) => each.run)]),
    paragraph: stacked([chain.paragraph, ...hold.map((each) => each.paragraph)]),
  };
}

interface Ground {
  readonly chain: ChainLayers;
  readonly layer: Layer;
  readonly look: Look;
  readonly grid: readonly number[];
  readonly place: Partial<Place>;
  readonly reader: Reader;
}

/** A cell's own margin, else the table's, else Word's 0.19 cm. */
function paddingOf(cell: Layer, table: Layer, side: 'left' | 'right'): number {
  return twips(cell.get(`tcMar/${side}`)?.['w']) ?? twips(table.get(`tblCellMar/${side}`)?.['w']) ?? DEFAULT_PADDING;
}

function readCell(element: XmlElement, column: number, spot: Spot, ground: Ground): Cell {
  const properties = childOf(element, 'w:tcPr');
  const layer = over(ground.chain.cell, layerOf(properties));
  const span = Math.min(Math.max(1, integer(attribute(childOf(properties, 'w:gridSpan'), 'val')) ?? 1), 200);
  const own = layer.get('tcW');
  const ofGrid = ground.grid.slice(column, column + span).reduce((sum, each) => sum + each, 0);
  const width = ofGrid > 0 ? ofGrid : own?.['type'] === 'pct' ? 0 : (twips(own?.['w']) ?? 0);
  const color = borderColor(layer, 'tcBorders');
  const merge = childOf(properties, 'w:vMerge');
  return {
    width,
    column,
    span,
    padding: { left: paddingOf(layer, ground.layer, 'left'), right: paddingOf(layer, ground.layer, 'right') },
    bordered: color !== null,
    borderColor: color,
    continues: merge !== undefined && attribute(merge, 'val') !== 'restart',
    blocks: readBlocks(element, textIn(ground.chain, ground.look, spot), ground.place, ground.reader),
  };
}

function readRow(element: XmlElement, row: number, rows: number, ground: Ground): Row {
  const layer = layerOf(childOf(element, 'w:trPr'));
  const elements = inside(element, 'w:tc');
  const cells: Cell[] = [];
  let column = integer(layer.get('gridBefore')?.['val']) ?? 0;
  elements.forEach((each, index) => {
    const spot = { row, rows, first: index === 0, last: index === elements.length - 1 };
    const place = { ...ground.place, row: row + 1, cell: index + 1 };
    const cell = readCell(each, column, spot, { ...ground, place });
    cells.push(cell);
    column += cell.span;
  });
  return {
    cells,
    header: onOff(layer.get('tblHeader')),
    cantSplit: onOff(layer.get('cantSplit')),
    height: twips(layer.get('trHeight')?.['val']) ?? null,
  };
}

/** Reads a table and everything in it. */
export function readTable(element: XmlElement, outer: Partial<Place>, reader: Reader): Table {
  const no = ++reader.count.tables;
  const properties = childOf(element, 'w:tblPr');
  const style = attribute(childOf(properties, 'w:tblStyle'), 'val') ?? reader.styles.defaultTable;
  const chain = reader.styles.chain(style);
  const layer = over(chain.table, layerOf(properties));
  const grid = childrenOf(childOf(element, 'w:tblGrid'), 'w:gridCol').map((each) => twips(attribute(each, 'w')) ?? 0);
  const part = reader.part === 'body' ? (outer.part ?? 'table') : reader.part;
  const place: Partial<Place> = { ...outer, part, table: no };
  const ground = { chain, layer, look: lookOf(properties), grid, place, reader };
  const elements = inside(element, 'w:tr');
  const rows = elements.map((each, index) => readRow(each, index, elements.length, ground));
  const color = borderColor(layer, 'tblBorders');
  return {
    kind: 'table',
    no,
    nested: outer.table !== undefined,
    grid,
    rows,
    indent: twips(layer.get('tblInd')?.['w']) ?? 0,
    align: layer.get('jc')?.['val'] ?? 'left',
    fixed: layer.get('tblLayout')?.['type'] === 'fixed',
    bordered: color !== null,
    borderColor: color,
    place: { part, table: no },
    element,
  };
}
