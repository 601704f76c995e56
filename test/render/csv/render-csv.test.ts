/**
 * Guards the CSV files: the bytes that Excel needs, text that no spreadsheet takes for a formula and that every reader
 * gets back whole, numbers by the separator's custom.
 */

import fc from 'fast-check';
import { guarded, renderCsv, unguarded, type Separator } from '../../../src/render/csv/render-csv';
import type { Scalar } from '../../../src/report/workbook';

const table = (...rows: readonly (readonly Scalar[])[]): Parameters<typeof renderCsv>[0] => ({
  name: 'mau',
  columns: ['a', 'b'],
  rows,
});
const text = (rows: readonly (readonly Scalar[])[], separator: Separator = ';'): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(renderCsv(table(...rows), separator));

/** A reader of RFC 4180, written for this test alone. */
function read(source: string, separator: Separator): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  while (at < source.length) {
    let cell = '';
    if (source[at] === '"') {
      for (at += 1; source[at] !== '"' || source[at + 1] === '"'; at += 1) {
        cell += source[at];
        if (source[at] === '"') at += 1;
      }
      at += 1;
    } else {
      while (at < source.length && source[at] !== separator && source[at] !== '\r') cell += source[at++];
    }
    rows.at(-1)?.push(cell);
    if (source[at] === separator) at += 1;
    else {
      at += 2;
      if (at < source.length) rows.push([]);
    }
  }
  return rows;
}

describe('the file', () => {
  it('begins with the mark of UTF-8 and ends every line with CR LF', () => {
    expect([...renderCsv(table(['1', 'Đơn vị']), ';')].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(text([['x', 'Đơn vị mẫu']])).toBe('\uFEFFa;b\r\nx;Đơn vị mẫu\r\n');
  });

  it('writes numbers as Vietnamese Excel reads them with ";", as programs do with ","', () => {
    expect(text([[98.63, -0.1]])).toContain('\r\n98,63;-0,1\r\n');
    expect(text([[98.63, 1234567]], ',')).toContain('\r\n98.63,1234567\r\n');
    expect(text([[0.1 + 0.2, 0]])).toContain('\r\n0,3;0\r\n');
    expect(() => text([[Number.NaN, 1]])).toThrow(RangeError);
  });

  it('nothing is an empty cell, yes and no are true and false', () => {
    expect(text([[null, true]])).toContain('\r\n;true\r\n');
  });

  it('quotes what would end the cell or the line', () => {
    expect(text([['a;b', 'c"d\ne']])).toContain('\r\n"a;b";"c""d\ne"\r\n');
  });
});

describe('text that a spreadsheet would take for a formula', () => {
  it.each(['=1+1', '+84', '-5', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1', '=HYPERLINK("x")', '\uFF1D1', "'đã có"])(
    '%j stays text',
    (value) => {
      const [, row] = read(text([[value, 'x']]), ';');
      expect(row?.[0]?.startsWith("'")).toBe(true);
      expect(unguarded(row?.[0] ?? '')).toBe(value);
    },
  );

  it('a negative number is a number and is left as it is', () => {
    expect(text([[-5, 'x']])).toContain('\r\n-5;x\r\n');
  });

  it('no cell begins with a sign of a formula, and every text comes back whole', () => {
    const piece = fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', '\t', '\r', '\n', ' ', 'ă', '1', '\uFF1D');
    const value = fc.oneof(fc.string({ unit: piece, maxLength: 6 }), fc.string());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }),
        fc.constantFrom<Separator>(';', ','),
        (rows, sep) => {
          const [, ...back] = read(text(rows, sep), sep);
          expect(back.map((row) => row.map(unguarded))).toEqual(rows.map((row) => [...row]));
          for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/);
        },
      ),
    );
  });

  it('is guarded once: what is already safe is not touched', () => {
    expect(guarded('Sở Nội vụ')).toBe('Sở Nội vụ');
    expect(guarded('1.4.2')).toBe('1.4.2');
  });
});
