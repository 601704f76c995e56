/** Figures that a target sets: a percentage, a counted thing with a comparator ("ít nhất 02 cuộc"), a rank ("nhóm 15"). */

import type { Comparator } from '../../schema';

export interface Figure {
  readonly comparator: Comparator;
  readonly value: number;
  readonly unit: string;
  /** The whole phrase: "từ 98% trở lên". */
  readonly from: number;
  readonly to: number;
  /** Place in a list of amounts for several subjects ("tương ứng là 70%, 60%, 55%"), else null. */
  readonly share: { readonly no: number; readonly of: number } | null;
}

/** The unit of a place in a ranking, where less is better. */
export const RANK_UNIT = 'hạng';

/** Letter by letter without marks and case, so that offsets stay those of the text. */
export function plainOf(text: string): string {
  return [...text].map((c) => (c.length > 1 ? '__' : plainLetter(c))).join('');
}

function plainLetter(letter: string): string {
  const base = letter
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return base === 'đ' ? 'd' : base.length === 1 ? base : ' ';
}

const NUMBER = String.raw`(?<![\w/.,-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?`;
const COUNTED = [
  'cuoc|lop|hoi nghi|hoi thao|toa dam|dot|bai viet|bai|tin|mo hinh|van ban|doan|ky|lan|nguoi|don vi|co quan|dia phuong',
  'san pham|de an|ke hoach|chuyen de|sang kien|video|du an|linh vuc|thu tuc|ho so|nhiem vu|ngay lam viec|ngay|gio|phut',
  'diem|bac|trieu dong|ty dong|doanh nghiep|cong trinh|diem phuc vu',
].join('|');
const AMOUNT = new RegExp(
  `(?<list>${NUMBER}(?:\\s*%)?(?:(?:,| va|\\s*[-–])\\s*${NUMBER}\\s*%)+)|(?<number>${NUMBER})\\s*(?:(?<percent>%|phan tram)|(?<counted>${COUNTED})(?![\\w]))`,
  'g',
);
const RANK = new RegExp(`(?:thuoc|trong|vao) (?:nhom|top) (?<number>\\d+)(?= )|top (?<top>\\d+)`, 'g');

const BEFORE: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:toi thieu|it nhat|khong thap hon|khong duoi|khong it hon|khong nho hon)$/, '>='],
  [/(?:toi da|khong qua|khong vuot qua|khong vuot|nhieu nhat|khong cao hon|khong lon hon)$/, '<='],
  [/(?:duoi|it hon|thap hon|nho hon)$/, '<'],
  [/(?:tren|hon|vuot|cao hon|lon hon)$/, '>'],
  [/(?:(?:dat )?tu)$/, '>='],
];
const LINK = /(?:\s*(?:tuong ung|lan luot|la|muc|dat|ty le|den|:))*\s*$/;

/** The comparator that ends before an offset, and where its phrase starts. */
function before(plain: string, at: number): { comparator: Comparator | null; from: number } {
  const head = plain.slice(0, at);
  const bare = head.slice(0, head.length - (LINK.exec(head)?.[0].length ?? 0));
  for (const [pattern, comparator] of BEFORE) {
    const match = pattern.exec(bare);
    if (match && !/\w/.test(bare[match.index - 1] ?? ' ')) return { comparator, from: match.index };
  }
  return { comparator: null, from: at };
}

/** "98% trở lên", and "80% số cơ sở nhà, đất trở lên" further on in the same entry. */
function after(plain: string, at: number): { comparator: Comparator | null; to: number } {
  const near = /^\s*(tro len|tro xuong)/.exec(plain.slice(at));
  if (near) return { comparator: near[1] === 'tro len' ? '>=' : '<=', to: at + near[0].length };
  const rest = /^[^;.\d]*?(tro len|tro xuong)/.exec(plain.slice(at));
  return { comparator: rest ? (rest[1] === 'tro len' ? '>=' : '<=') : null, to: at };
}

const valueOf = (digits: string): number => Number(digits.replace(/\./g, '').replace(',', '.'));

/** A bare percentage: all of them is exactly all; less is a floor that may be passed. */
const bare = (value: number): Comparator => (value === 100 ? '=' : '>=');

/** All figures of a text in order; `plain` is its `plainOf`. */
export function figuresOf(text: string, plain: string): readonly Figure[] {
  const amounts = [...plain.matchAll(AMOUNT)].flatMap((match) => amount(text, plain, match));
  const ranks = [...plain.matchAll(RANK)].map((match): Figure => {
    const value = Number(match.groups?.number ?? match.groups?.top);
    return {
      comparator: '<=',
      value,
      unit: RANK_UNIT,
      from: match.index,
      to: match.index + match[0].length,
      share: null,
    };
  });
  const clear = amounts.filter((a) => !ranks.some((r) => a.from < r.to + 12 && a.to > r.from));
  return [...clear, ...ranks].sort((a, b) => a.from - b.from);
}

function amount(text: string, plain: string, match: RegExpExecArray): readonly Figure[] {
  const end = match.index + match[0].length;
  const head = before(plain, match.index);
  const tail = after(plain, end);
  const told = tail.comparator ?? head.comparator;
  const shared = { from: head.from, to: tail.to, share: null };
  const groups = match.groups ?? {};
  if (groups.list !== undefined) return listed(groups.list, told, shared);
  const value = valueOf(groups.number ?? '');
  if (groups.percent !== undefined) return [{ ...shared, comparator: told ?? bare(value), value, unit: '%' }];
  if (told === null) return [];
  const unit = text.slice(end - (groups.counted ?? '').length, end);
  return [{ ...shared, comparator: told, value, unit }];
}

/** "70%, 60%, 55%" sets one amount for each of several subjects; "25 - 35%" sets a floor and a ceiling. */
function listed(
  list: string,
  told: Comparator | null,
  shared: Pick<Figure, 'from' | 'to' | 'share'>,
): readonly Figure[] {
  const values = [...list.matchAll(new RegExp(NUMBER.replace('(?<![\\w/.,-])', ''), 'g'))].map((m) => valueOf(m[0]));
  if (/[-–]/.test(list) && values.length === 2) {
    const [low, high] = values as [number, number];
    return [
      { ...shared, comparator: '>=', value: low, unit: '%' },
      { ...shared, comparator: '<=', value: high, unit: '%' },
    ];
  }
  return values.map((value, index) => ({
    ...shared,
    comparator: told ?? bare(value),
    value,
    unit: '%',
    share: { no: index + 1, of: values.length },
  }));
}
