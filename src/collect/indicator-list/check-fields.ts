/**
 * What a check compares, as one line of text: `bộ phận: 1.2.3; tổng: 1.2.2; tính: từ đầu năm`. Every key of the data
 * file has its words, so that the line says all that the file does.
 */

import { fold } from '../../lib/text';
import { codeOf, TIMES, TYPES, type Words } from './words';

type Shape =
  | { readonly is: 'codes' }
  | { readonly is: 'number' }
  | { readonly is: 'word'; readonly words: Words<string> | null }
  | { readonly is: 'words'; readonly words: Words<string> }
  | { readonly is: 'selection' };

interface Field {
  readonly key: string;
  readonly label: string;
  readonly shape: Shape;
}

const SELECTIONS = { all: 'mọi chỉ tiêu', ...TIMES } as const;

const field = (key: string, label: string, shape: Shape): Field => ({ key, label, shape });
const codes: Shape = { is: 'codes' };
const word = (words: Words<string> | null): Shape => ({ is: 'word', words });

const FIELDS: readonly Field[] = [
  field('ratios', 'tỷ lệ', codes),
  field('part', 'bộ phận', codes),
  field('whole', 'tổng', codes),
  field('left', 'vế trái', codes),
  field('right', 'vế phải', codes),
  field('rule', 'quy tắc', word(null)),
  field('codes', 'chỉ tiêu', { is: 'selection' }),
  field('types', 'kiểu', { is: 'words', words: TYPES }),
  field('except', 'trừ', codes),
  field('later', 'kỳ sau', word(null)),
  field('earlier', 'kỳ trước', codes),
  field('within', 'trong', word({ year: 'năm' })),
  field('span', 'tính', word({ 'year-to-date': 'từ đầu năm' })),
  field('scope', 'cấp', word({ unit: 'đơn vị', city: 'toàn địa bàn' })),
  field('factor', 'số lần', { is: 'number' }),
  field('absolute', 'mức chênh', { is: 'number' }),
  field('against', 'so với', word({ 'last-period': 'kỳ liền trước' })),
  field('perDay', 'chia theo ngày', { is: 'words', words: TIMES }),
];

function shownAs({ shape }: Field, value: unknown): string {
  const show = (one: unknown, words: Words<string> | null): string => words?.[String(one)] ?? String(one);
  if (Array.isArray(value)) return value.map((one) => show(one, shape.is === 'words' ? shape.words : null)).join(', ');
  if (shape.is === 'selection') return show(value, SELECTIONS);
  return show(value, shape.is === 'word' ? shape.words : null).replace('.', shape.is === 'number' ? ',' : '.');
}

/** The line for the fields of a check. */
export function fieldsText(fields: Readonly<Record<string, unknown>>): string {
  return FIELDS.filter((f) => fields[f.key] !== undefined)
    .map((f) => `${f.label}: ${shownAs(f, fields[f.key])}`)
    .join('; ');
}

export interface ReadFields {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Pieces of the line that say nothing that is known. */
  readonly unread: readonly string[];
}

/** The fields that a line says. */
export function readFields(text: string): ReadFields {
  const fields: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const piece of text.split(';').map((p) => p.trim())) {
    if (piece === '') continue;
    const colon = piece.indexOf(':');
    const label = fold(piece.slice(0, colon));
    const found = colon < 0 ? undefined : FIELDS.find((f) => fold(f.label) === label || fold(f.key) === label);
    const value = found && readValue(found.shape, piece.slice(colon + 1).trim());
    if (!found || value === undefined || found.key in fields) unread.push(piece);
    else fields[found.key] = value;
  }
  return { fields, unread };
}

function readValue(shape: Shape, text: string): unknown {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  switch (shape.is) {
    case 'codes':
      return items.length > 0 ? items : undefined;
    case 'number':
      return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
    case 'word':
      return shape.words === null ? text || undefined : codeOf(shape.words, text);
    case 'words': {
      const read = items.map((item) => codeOf(shape.words, item));
      return read.length > 0 && read.every((r) => r !== undefined) ? read : undefined;
    }
    case 'selection':
      return codeOf(SELECTIONS, text) ?? (items.length > 0 ? items : undefined);
  }
}
