/**
 * Obligations that wait for something: days that run from an event ("trong thời hạn 15 ngày kể từ ngày …"),
 * events themselves ("Khi có phát sinh", "Theo chỉ đạo của …"), and what goes into the periodic report.
 */

import type { ContinuousPhrase, EventPhrase, Parsed, Tokens } from './ast';
import { numeral } from './figures';
import { endOf } from './lists';
import { readWithin } from './recurrence';
import { afterAny, isWord, sequences } from './words';

const EVENT_WORDS = sequences(
  ...['khi', 'ngay khi', 'ngay sau', 'sau khi', 'sau', 'theo', 'tuy', 'tuy thuoc', 'can cu', 'dot xuat', 'truong hop'],
  ...[
    'trong truong hop',
    'neu',
    'truoc khi',
    'den khi',
    'cho den khi',
    'kip thoi',
    'phu hop voi',
    'truoc',
    'bao dam theo',
  ],
  ...['trong qua trinh', 'ngay lap tuc', 'ke tu khi', 'tu khi', 'ke tu ngay', 'hoan thanh sau khi', 'thuc hien theo'],
  ...['dung theo', 'dam bao theo', 'trong thoi gian', 'thuc hien khi', 'thuc hien ngay', 'hoan thanh theo', 'ngay'],
);
const WITHIN = sequences(
  ...[
    'trong',
    'trong vong',
    'trong thoi han',
    'trong thoi gian',
    'cham nhat',
    'cham nhat la',
    'khong qua',
    'sau',
    'thoi han',
  ],
  ...['toi da', 'trong thoi han toi da', 'muon nhat', 'cham nhat sau', 'truoc', 'trong khoang', 'hoan thanh trong'],
  ...['hoan thanh trong vong', 'hoan thanh trong thoi han', 'cham nhat trong', 'cham nhat trong vong'],
);
const SINCE = sequences('ke tu', 'tinh tu', 'ke tu sau', 'tu', 'sau', 'ke', 'tinh ke tu');
const CONTINUOUS = sequences('thuong xuyen', 'lien tuc', 'thuong xuyen lien tuc', 'thuong xuyen va lien tuc');
const CONTINUOUS_OPENERS = sequences(
  'thuc hien',
  'trien khai',
  'tiep tuc',
  'to chuc thuc hien',
  'cong viec',
  'nhiem vu',
);

/** Can an event open here? "ngày" is one only with its bare mark, "ngay". */
export function opensEvent(tokens: Tokens, at: number): boolean {
  const next = afterAny(tokens, at, EVENT_WORDS);
  if (next < 0) return false;
  const single = next === at + 1;
  if (single && isWord(tokens, at, 'ngay')) return tokens[at]?.marked === 'ngay' && tokens[next]?.kind === 'word';
  return !(single && isWord(tokens, at, 'truoc', 'sau')) || tokens[next]?.kind === 'word';
}

/** An event whose wording ends before position `end`. */
export function eventOf(tokens: Tokens, at: number, end: number): EventPhrase {
  const span = { from: tokens[at]?.from ?? 0, to: endOf(tokens, end) };
  return { type: 'event', trigger: span, offset: null, signing: false, ...span };
}

interface Offset {
  readonly days: number;
  readonly working: boolean;
}

export interface Relative extends Offset {
  /** Position of the event's first word, or -1 where the text does not say from when the days run. */
  readonly since: number;
}

/** The head of "chậm nhất 10 ngày làm việc kể từ …": what follows is the event. */
export function readRelative(tokens: Tokens, at: number): Parsed<Relative> | undefined {
  const open = afterAny(tokens, at, WITHIN);
  const start = open < 0 ? at : open;
  const count = numeral(tokens, start);
  if (!count || !isWord(tokens, count.next, 'ngay', 'tuan')) return undefined;
  const days = isWord(tokens, count.next, 'tuan') ? count.value * 7 : count.value;
  const working = isWord(tokens, count.next + 1, 'lam') && isWord(tokens, count.next + 2, 'viec');
  const end = count.next + (working ? 3 : 1);
  const comma = tokens[end]?.kind === 'comma' ? 1 : 0;
  const since = afterAny(tokens, end + comma, SINCE);
  if (since >= 0 && tokens[since]?.kind === 'word') return { value: { days, working, since }, next: since };
  // "15 ngày" alone, with nothing that says "within", is a count of something else.
  return open >= 0 ? { value: { days, working, since: -1 }, next: end } : undefined;
}

const DOCUMENTS = ['dinh', 'hoach', 'thi', 'trinh', 'ban', 'an'];
const SIGNING_WORDS = new Set([
  'ngay',
  'ky',
  'ban',
  'hanh',
  'duoc',
  'va',
  'phe',
  'duyet',
  'quyet',
  'dinh',
  'thoi',
  'diem',
  'khi',
]);

/** Is it the signing of the plan's own decision: "ngày Quyết định này được ký ban hành", "ngày ký"? */
export function isSigning(tokens: Tokens, from: number, to: number): boolean {
  let [signs, own, plain] = [false, false, true];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const isSign = token.key === 'ky' && token.marked !== 'kỳ' && token.marked !== 'kì';
    signs ||= isSign || (token.key === 'ban' && isWord(tokens, i + 1, 'hanh'));
    own ||= token.key === 'nay' && isWord(tokens, i - 1, ...DOCUMENTS);
    plain &&= SIGNING_WORDS.has(token.key);
  }
  return signs && (own || plain);
}

/** "Thường xuyên", bounded or not: "thường xuyên trong năm 2024". */
export function readContinuous(tokens: Tokens, at: number): Parsed<ContinuousPhrase> | undefined {
  const opener = afterAny(tokens, at, CONTINUOUS_OPENERS);
  const start = opener < 0 ? at : opener;
  let next = afterAny(tokens, start, CONTINUOUS);
  if (next < 0) return undefined;
  if (tokens[next]?.kind === 'comma') {
    const more = afterAny(tokens, next + 1, CONTINUOUS);
    if (more >= 0) next = more;
  }
  const within = readWithin(tokens, next);
  const end = within?.next ?? next;
  const span = { from: tokens[at]?.from ?? 0, to: endOf(tokens, end) };
  return { value: { type: 'continuous', within: within?.value ?? null, ...span }, next: end };
}

const REPORT_MARKS = sequences(
  ...['long ghep', 'ky bao cao', 'bao cao dinh ky', 'cac ky bao cao', 'cung bao cao', 'trong bao cao cchc'],
);

/** Where a stretch of text says that the result goes into the periodic report, or -1. */
export function reportMark(tokens: Tokens, from: number, to: number): number {
  for (let i = from; i < to; i++) if (afterAny(tokens, i, REPORT_MARKS) >= 0) return i;
  return -1;
}
