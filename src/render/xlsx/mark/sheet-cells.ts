/** Cells of a sheet's XML given another style number; a cell or row that is not there is put in its place. */

export type MarkLevel = 'error' | 'warning';

interface Marked {
  readonly cell: string;
  readonly level: MarkLevel;
}

const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/;

/** The marked twin of a cell style; see `styles.ts`. */
export type StyleFor = (style: number, level: MarkLevel) => number;

interface Target {
  readonly reference: string;
  readonly level: MarkLevel;
  readonly column: number;
  readonly row: number;
}

export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);
}

function targetOf({ cell, level }: Marked): readonly Target[] {
  const match = REFERENCE.exec(cell);
  return match ? [{ reference: cell, level, column: columnNumber(match[1] as string), row: Number(match[2]) }] : [];
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The sheet with those cells restyled; `styleFor` gives the new number for the old one. */
export function restyleCells(xml: string, cells: readonly Marked[], styleFor: StyleFor): string {
  const prefix = /<(\w+:)?worksheet\b/.exec(xml)?.[1] ?? '';
  const open = new RegExp(`<${prefix}sheetData\\s*/>`);
  const whole = xml.replace(open, `<${prefix}sheetData></${prefix}sheetData>`);
  const start = whole.indexOf(`<${prefix}sheetData`);
  const end = whole.indexOf(`</${prefix}sheetData>`, start);
  if (start < 0 || end < 0) return xml;
  const body = whole.indexOf('>', start) + 1;
  const wanted = cells.flatMap(targetOf).sort((a, b) => a.row - b.row || a.column - b.column);
  return whole.slice(0, body) + restyleRows(whole.slice(body, end), wanted, prefix, styleFor) + whole.slice(end);
}

function restyleRows(data: string, wanted: readonly Target[], prefix: string, styleFor: StyleFor): string {
  const pattern = new RegExp(`<${prefix}row\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}row>)`, 'g');
  const waiting = [...wanted];
  let last = 0;
  const before = (row: number): string => {
    let made = '';
    while (waiting[0] && waiting[0].row < row) {
      const no = waiting[0].row;
      const own = takeRow(waiting, no);
      made += `<${prefix}row r="${no}">${own.map((t) => newCell(t, prefix, styleFor)).join('')}</${prefix}row>`;
    }
    return made;
  };
  const rows = data.replace(pattern, (row) => {
    const tag = /^<[^>]*>/.exec(row)?.[0] ?? '';
    last = Number(attribute(tag, 'r')) || last + 1;
    const inserted = before(last);
    const own = takeRow(waiting, last);
    return inserted + (own.length > 0 ? restyleRow(row, tag, own, prefix, styleFor) : row);
  });
  return rows + before(Number.POSITIVE_INFINITY);
}

function takeRow(waiting: Target[], row: number): readonly Target[] {
  const own: Target[] = [];
  while (waiting[0]?.row === row) own.push(waiting.shift() as Target);
  return own;
}

const newCell = ({ reference, level }: Target, prefix: string, styleFor: StyleFor): string =>
  `<${prefix}c r="${reference}" s="${styleFor(0, level)}"/>`;

function restyleRow(row: string, tag: string, own: readonly Target[], prefix: string, styleFor: StyleFor): string {
  const opened = tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : tag;
  const body = tag.endsWith('/>') ? '' : row.slice(tag.length, row.lastIndexOf('</'));
  const pattern = new RegExp(`<${prefix}c\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}c>)`, 'g');
  const waiting = [...own];
  let last = 0;
  const cells = body.replace(pattern, (cell) => {
    const cellTag = /^<[^>]*>/.exec(cell)?.[0] ?? '';
    const letters = /^[A-Z]+/.exec(attribute(cellTag, 'r') ?? '')?.[0];
    last = letters === undefined ? last + 1 : columnNumber(letters);
    let inserted = '';
    while (waiting[0] && waiting[0].column < last) inserted += newCell(waiting.shift() as Target, prefix, styleFor);
    if (waiting[0]?.column !== last) return inserted + cell;
    const { level } = waiting.shift() as Target;
    const style = styleFor(Number(attribute(cellTag, 's') ?? 0), level);
    const marked = /\ss="\d+"/.test(cellTag)
      ? cellTag.replace(/\ss="\d+"/, ` s="${style}"`)
      : cellTag.replace(/\s*(\/?>)$/, ` s="${style}"$1`);
    return inserted + marked + cell.slice(cellTag.length);
  });
  return `${opened}${cells}${waiting.map((t) => newCell(t, prefix, styleFor)).join('')}</${prefix}row>`;
}
