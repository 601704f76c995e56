/**
 * Cells of a sheet and strings of a workbook straight from the XML, as a stream of tags: nothing but what is asked
 * for is kept, and reading stops at the first thing that is too much. A document type is refused, so no entity of
 * the sender's can expand.
 */

import { SaxesParser } from 'saxes';
import { Refusal, tooMany } from '../../office-file/refusal';
import { MAX_FORM_CELLS, MAX_FORM_ROWS, MAX_FORM_STRINGS } from './limits';

const MAX_DEPTH = 100;

interface Handlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(content: string): void;
}

/** Thrown by a handler that has seen all it wants: validations and formats behind the data are never looked at. */
const ENOUGH = new Error('enough');

/** Runs over a part; names come without their prefix. BC1610 for XML that is not well formed. */
function scan(xml: string, part: string, handlers: Handlers): void {
  try {
    parse(xml, part, handlers);
  } catch (reason) {
    if (reason !== ENOUGH) throw reason;
  }
}

function parse(xml: string, part: string, handlers: Handlers): void {
  const parser = new SaxesParser();
  const refuse = (reason: string): never => {
    throw new Refusal('BC1610', { part, reason });
  };
  let depth = 0;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (cause) => refuse(cause.message));
  parser.on('doctype', () => refuse('có khai báo DOCTYPE'));
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) refuse('lồng nhau quá sâu');
    handlers.open(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close(local(tag.name));
  });
  parser.on('text', (content) => handlers.text(content));
  parser.on('cdata', (content) => handlers.text(content));
  parser.write(xml).close();
}

/** Excel writes control characters and escaped underscores as `_x000A_`. */
function unescapeXstring(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

/** Shared strings in order: runs joined, reading aids of East Asian scripts left out. */
export function sharedStrings(xml: string, part: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let collecting = false;
  let aid = 0;
  scan(xml, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') aid += 1;
      else if (name === 't') collecting = aid === 0;
    },
    close: (name) => {
      if (name === 't') collecting = false;
      else if (name === 'rPh') aid -= 1;
      else if (name === 'si' && strings.push(unescapeXstring(text)) > MAX_FORM_STRINGS)
        throw tooMany('chuỗi', MAX_FORM_STRINGS);
    },
    text: (content) => {
      if (collecting) text += content;
    },
  });
  return strings;
}

/** A cell as the sheet stores it. */
export interface StoredCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly stored: string;
  readonly formula: boolean;
}

/** What a workbook has been asked to hold so far. */
export interface Budget {
  rows: number;
  cells: number;
}

function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    const digit = sign.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  return column - 1;
}

/** Cells of a worksheet that have a value or a formula, in the order of the sheet; none for a sheet that is a chart. */
export function storedCells(xml: string, part: string, budget: Budget): readonly StoredCell[] {
  const cells: StoredCell[] = [];
  let row = 0;
  let next = 0;
  let open = false;
  let [column, type, style] = [0, 'n', 0];
  let stored = '';
  let formula = false;
  let collecting = false;
  scan(xml, part, {
    open: (name, attributes) => {
      if (name === 'row') {
        if (++budget.rows > MAX_FORM_ROWS) throw tooMany('hàng', MAX_FORM_ROWS);
        row = Number(attributes['r']) || row + 1;
        next = 0;
      } else if (name === 'c') {
        if (++budget.cells > MAX_FORM_CELLS) throw tooMany('ô', MAX_FORM_CELLS);
        const given = attributes['r'];
        column = given === undefined ? next : columnOf(given);
        next = column + 1;
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        open = true;
        stored = '';
        formula = false;
      } else if (open) {
        if (name === 'f') formula = true;
        collecting = name === 'v' || name === 't';
      }
    },
    close: (name) => {
      collecting = false;
      if (name === 'sheetData') throw ENOUGH;
      if (name !== 'c' || !open) return;
      if (formula || stored !== '') cells.push({ row, column, type, style, stored: unescapeXstring(stored), formula });
      open = false;
    },
    text: (content) => {
      if (collecting) stored += content;
    },
  });
  return cells;
}
