/**
 * What comes back every week, month, quarter, half-year or year, alone or as a list ("hằng quý, 6 tháng, năm"),
 * and the dates between which it does.
 */

import type { DatedPhrase, Parsed, RecurringPhrase, Tokens } from './ast';
import type { Recurrence } from './due';
import { endOf, readDated } from './lists';
import { readDayAfter, readDayOf } from './named-days';
import { readEvery, readUnit, type Every } from './rates';
import { afterAny, isWord, sequences } from './words';

const OPENERS = sequences(
  'thuc hien dinh ky',
  'theo dinh ky',
  'dinh ky',
  'bao cao dinh ky',
  'theo',
  'thuc hien',
  'trong',
);

/** A recurring phrase with its list of periods, its day and the dates between which it comes back. */
export function readRecurring(tokens: Tokens, at: number): Parsed<RecurringPhrase> | undefined {
  const dayFirst = readDayOf(tokens, at);
  if (dayFirst) return finish(tokens, at, dayFirst.value, dayFirst.next);
  const opener = afterAny(tokens, at, OPENERS);
  const closes = opener >= 0 && isWord(tokens, opener - 1, 'ky');
  const first = readEvery(tokens, opener >= 0 ? opener : at, closes) ?? readByUnit(tokens, at);
  if (!first) return undefined;
  const every = [first.value];
  let next = first.next;
  for (let more = readNext(tokens, next); more; more = readNext(tokens, next)) {
    every.push(more.value);
    next = more.next;
  }
  const day = every.length === 1 ? readDayAfter(tokens, next, first.value) : undefined;
  const rules = every.map((e): Recurrence => day?.value ?? { every: e, dayOfMonth: null, months: null });
  return finish(tokens, at, rules, day?.next ?? next);
}

/** "theo quý", "theo tháng" at the end of an entry. */
function readByUnit(tokens: Tokens, at: number): Parsed<Every> | undefined {
  if (!isWord(tokens, at, 'theo')) return undefined;
  const unit = readUnit(tokens, at + 1);
  const follower = unit ? tokens[unit.next] : undefined;
  return unit && follower?.kind !== 'word' ? unit : undefined;
}

function readNext(tokens: Tokens, at: number): Parsed<Every> | undefined {
  const mark = tokens[at];
  const joined = mark?.kind === 'comma' || (mark?.kind === 'slash' && !mark.gap) || isWord(tokens, at, 'va');
  if (!joined) return undefined;
  const also = mark?.kind === 'comma' && isWord(tokens, at + 1, 'va', 'dinh') ? 1 : 0;
  const next = readEvery(tokens, at + 1 + also, true);
  const follower = next ? tokens[next.next] : undefined;
  const free = follower === undefined || follower.kind !== 'word' || follower.upper || follower.key === 'va';
  return next && free ? next : undefined;
}

/** "… trong năm 2024", ", giai đoạn 2026-2030": the dates between which it comes back. */
function finish(tokens: Tokens, at: number, rules: readonly Recurrence[], next: number): Parsed<RecurringPhrase> {
  const within = readWithin(tokens, next);
  const end = within?.next ?? next;
  const span = { from: tokens[at]?.from ?? 0, to: endOf(tokens, end) };
  return { value: { type: 'recurring', rules, within: within?.value ?? null, ...span }, next: end };
}

/** The bound of something that goes on or comes back; a deadline ("chậm nhất …") is none. */
export function readWithin(tokens: Tokens, at: number): Parsed<DatedPhrase> | undefined {
  const comma = tokens[at]?.kind === 'comma' ? 1 : 0;
  const open = isWord(tokens, at + comma, 'trong', 'tu', 'ke', 'giai', 'nam', 'quy', 'thang', 'suot');
  const dated = open ? readDated(tokens, at + comma, { opening: false, dashed: true }) : undefined;
  if (!dated || dated.value.type === 'vague') return undefined;
  const phrase = dated.value;
  if (phrase.type === 'period' && (phrase.points.length > 1 || (phrase.bound !== 'in' && phrase.bound !== 'from'))) {
    return undefined;
  }
  return { value: phrase, next: dated.next };
}
