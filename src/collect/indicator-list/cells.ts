/** Values of the indicator list's cells. What cannot be read is told with its cell, and reading goes on. */

import { dayOf, parsePlainDate, type PlainDate } from '../../calendar/plain-date';
import type { Indicator } from '../../figures/schema';
import { error, type Diagnostic } from '../../lib/diagnostic';
import type { ListRow } from './table';
import { codeOf, LEDGER, type Words } from './words';

export interface Cells {
  text(row: ListRow, key: string): string;
  required(row: ListRow, key: string): string;
  word<K extends string>(row: ListRow, key: string, words: Words<K>): K | undefined;
  day(row: ListRow, key: string): PlainDate | null;
  list(row: ListRow, key: string): readonly string[];
  number(row: ListRow, key: string): number | undefined;
  derived(row: ListRow, key: string): Indicator['derived'];
  options(row: ListRow, key: string): Indicator['options'];
  fault(row: ListRow, key: string, expected: string): void;
}

const NUMBER = /^-?\d+([.,]\d+)?$/;
const numberOf = (text: string): number | undefined => (NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined);

/** Readers that collect what they could not read in `found`. */
export function cellsInto(found: Diagnostic[]): Cells {
  const fault: Cells['fault'] = (row, key, expected) => {
    found.push(error('BC2263', row.at(key), { value: row.text(key) || '(ô để trống)', expected }));
  };
  const text: Cells['text'] = (row, key) => row.text(key);
  return {
    fault,
    text,
    required: (row, key) => {
      if (row.text(key) === '') fault(row, key, 'không để trống');
      return row.text(key);
    },
    word: (row, key, words) => {
      const code = codeOf(words, row.text(key));
      if (code === undefined) fault(row, key, Object.values(words).join('; '));
      return code;
    },
    day: (row, key) => {
      if (row.text(key) === '') return null;
      const day = dayIn(row.text(key));
      if (day === undefined) fault(row, key, 'ngày dd/mm/yyyy có thật');
      return day ?? null;
    },
    list: (row, key) =>
      row
        .text(key)
        .split(/[;\n]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    number: (row, key) => {
      const read = row.text(key) === '' ? undefined : numberOf(row.text(key));
      if (row.text(key) !== '' && read === undefined) fault(row, key, 'số');
      return read;
    },
    derived: (row, key) => {
      const derived = derivedIn(row.text(key));
      if (derived === undefined) fault(row, key, '2.1.1 + 2.1.3, hoặc 2.2.3.1 / 2.2.2, hoặc lời lấy từ sổ');
      return derived ?? null;
    },
    options: (row, key) => {
      const options = optionsIn(row.text(key));
      if (options === undefined) fault(row, key, 'giá trị và lời, ví dụ 0: Không; 1: Có');
      return options?.length === 0 ? undefined : options;
    },
  };
}

function dayIn(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year === undefined ? parsePlainDate(text) : dayOf(Number(year), Number(month), Number(day));
}

function derivedIn(text: string): Indicator['derived'] | undefined {
  if (text === '') return null;
  const measure = codeOf(LEDGER, text);
  if (measure) return { from: 'ledger', measure };
  const bare = text.replace(/^=/, '');
  const ratio = bare.split('/').map((code) => code.trim());
  const [numerator, denominator, ...more] = ratio;
  if (numerator && denominator && more.length === 0 && !bare.includes('+'))
    return { formula: { op: 'ratio', numerator, denominator } };
  const of = bare.split('+').map((code) => code.trim());
  return ratio.length === 1 && of.every((code) => /^\S+$/.test(code)) ? { formula: { op: 'sum', of } } : undefined;
}

function optionsIn(text: string): Indicator['options'] | undefined {
  const pieces = text.split(/[;\n]/).filter((piece) => piece.trim() !== '');
  const options = pieces.map((piece) => {
    const [, value, label] = /^\s*(-?\d+(?:[.,]\d+)?)\s*[:=]\s*(\S.*?)\s*$/.exec(piece) ?? [];
    return value === undefined || label === undefined ? undefined : { value: numberOf(value) as number, label };
  });
  return options.every((o) => o !== undefined) ? options : undefined;
}
