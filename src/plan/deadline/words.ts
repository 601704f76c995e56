/**
 * The vocabulary, as folded words, and how it is matched. Longer entries stand before their own prefixes, so
 * that the longest wording wins. Nothing here knows what the words mean; the rules do.
 */

import type { Tokens } from './ast';

/** Word sequences by their first word, the longest first. */
export type Sequences = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Takes each sequence as it folds, "tro di"; indexed, so that a word that opens none costs one look. */
export function sequences(...texts: string[]): Sequences {
  const index = new Map<string, string[][]>();
  for (const words of texts.map((text) => text.split(' ')).sort((x, y) => y.length - x.length)) {
    const first = words[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), words]);
  }
  return index;
}

/** Numerals that would pass for "sau" and "từ" once their marks are gone. */
const COUNTED = new Set(['sáu', 'tư']);

/** The position after the words, or -1. */
export function after(tokens: Tokens, at: number, words: readonly string[]): number {
  for (let k = 0; k < words.length; k++) {
    const token = tokens[at + k];
    if (token?.kind !== 'word' || token.key !== words[k] || COUNTED.has(token.marked)) return -1;
  }
  return at + words.length;
}

/** The position after the longest sequence that stands here, or -1. */
export function afterAny(tokens: Tokens, at: number, list: Sequences): number {
  const token = tokens[at];
  if (token?.kind !== 'word') return -1;
  for (const words of list.get(token.key) ?? []) {
    const next = after(tokens, at, words);
    if (next >= 0) return next;
  }
  return -1;
}

export function isWord(tokens: Tokens, at: number, ...keys: string[]): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && keys.includes(token.key);
}

const AROUND = [
  ...['trong', 'vao', 'hoan thanh', 'du kien', 'xong', 'ket thuc', 'phan dau', 'ca', 'suot', 'giai doan', 'cac', 'la'],
  ...['thoi gian', 'thoi han', 'thoi diem', 'han', 'tien do', 'bat dau', 'toan bo'],
];

/** Words around a time that change nothing about it. */
export const FILLERS = sequences(...AROUND);

/** At the beginning of an entry also the verbs that elsewhere belong to a deliverable ("kế hoạch triển khai"). */
export const OPENING_FILLERS = sequences(
  ...AROUND,
  ...[
    'thuc hien',
    'trien khai',
    'to chuc thuc hien',
    'to chuc',
    'tiep tuc',
    'tiep tuc trien khai',
    'tiep tuc thuc hien',
  ],
  ...['thoi gian hoan thanh', 'thoi gian thuc hien', 'han hoan thanh', 'thoi han hoan thanh', 'thoi han thuc hien'],
  ...['tien do thuc hien', 'tien do hoan thanh'],
);

export const BY = sequences(
  ...['cham nhat', 'muon nhat', 'khong qua', 'khong muon hon', 'khong cham hon', 'den het', 'cho den het', 'het'],
  ...['den', 'toi', 'cuoi', 'den cuoi', 'vao cuoi', 'tu nay den', 'tu nay den het', 'tu nay den cuoi', 'truoc het'],
);
export const BEFORE = sequences('truoc', 'som hon');
export const FROM = sequences('tu', 'ke tu', 'bat dau tu', 'tinh tu');
export const AFTER = sequences('sau');

/** Places inside a period that no rule fixes. */
export const VAGUE = sequences(
  ...['dau', 'giua', 'khoang', 'thuong tuan', 'trung tuan', 'ha tuan', 'nua dau', 'nua cuoi', 'nua sau', 'truoc cuoi'],
  ...['tuan dau', 'tuan cuoi', 'tuan thu', 'dip', 'gan'],
);

/** Words that open the name of a deliverable; text after a date that starts otherwise stays unread. */
export const DELIVERABLES = sequences(
  ...['ban hanh', 'trinh', 'tham muu', 'xay dung', 'to chuc', 'trien khai', 'thuc hien', 'tien hanh', 'kiem tra'],
  ...['bao cao', 'thong bao', 'hoan thanh', 'hoan thien', 'ra soat', 'tong hop', 'tong ket', 'so ket', 'danh gia'],
  ...['cong bo', 'cong khai', 'khao sat', 'tham dinh', 'phe duyet', 'lap', 'gui', 'nop', 'tuyen truyen', 'tap huan'],
  ...['boi duong', 'dao tao', 'khoi cong', 'khanh thanh', 'van hanh', 'nghiem thu', 'ban giao', 'cap nhat', 'ky ket'],
  ...['du thao', 'lay y kien', 'nghien cuu', 'de xuat', 'quyet dinh', 'ke hoach', 'de an', 'hoi nghi', 'to trinh'],
  ...[
    'dang ky',
    'giao',
    'phan bo',
    'giai ngan',
    'quyet toan',
    'thanh tra',
    'huong dan',
    'ap dung',
    'nang cap',
    'soan thao',
  ],
  ...[
    'san pham',
    'cac san pham',
    'noi dung',
    'doi voi',
    'rieng',
    'cong tac',
    'viec',
    'xin y kien',
    'thi diem',
    'nhan rong',
  ],
  ...[
    'thong qua',
    'phat dong',
    'khai mac',
    'be mac',
    'tong duyet',
    'dua vao',
    'tham quan',
    'hop',
    'kien toan',
    'sap xep',
  ],
);

/** A capital "Quý I" right after one of these belongs to a name ("Báo cáo Quý I"), not to a new entry. */
export const NAMED_BY_PERIOD = [
  'cao',
  'hoach',
  'qua',
  'so',
  'ky',
  'cchc',
  'trinh',
  'toan',
  'sach',
  'de',
  'cua',
] as const;
