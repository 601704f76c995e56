/**
 * A whole text as entries. Separators may be dashes, lines, semicolons, full stops, or missing; an entry
 * without a time is the wording of its neighbour, unless it is a list entry of its own, which is then unread.
 */

import type { Item, Tokens } from './ast';
import { readItem } from './items';
import { isMark } from './phrases';
import { DELIVERABLES, afterAny, isWord } from './words';

type Entry = { readonly item: Item; readonly own: boolean };

export function readItems(tokens: Tokens): readonly Item[] {
  const dashed = isMark(tokens, 0);
  const entries: Entry[] = [];
  let at = 0;
  while (at < tokens.length) {
    const start = skipSeparators(tokens, at);
    if (start >= tokens.length) break;
    const read = readItem(tokens, start, { opening: true, dashed });
    const listed = start > at && dashed && isMark(tokens, start - 1);
    const own = listed && tokens[start]?.upper === true && afterAny(tokens, start, DELIVERABLES) >= 0;
    entries.push({ item: read.value, own });
    at = Math.max(read.next, start + 1);
  }
  return glue(entries);
}

function skipSeparators(tokens: Tokens, at: number): number {
  let start = at;
  while (start < tokens.length) {
    if (isEnumerator(tokens, start)) {
      start += 2;
      continue;
    }
    const kind = tokens[start]?.kind;
    const joint = start > 0 && start === at && isWord(tokens, start, 'va');
    if (kind !== 'dash' && kind !== 'bullet' && kind !== 'semicolon' && kind !== 'dot' && kind !== 'comma' && !joint)
      break;
    start += 1;
  }
  return start;
}

/** "1." or "a)" at the beginning of a text or line. */
function isEnumerator(tokens: Tokens, at: number): boolean {
  const [mark, close, follower] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!mark?.line || !close || close.gap || !follower?.gap) return false;
  if (close.kind === 'close') return mark.to - mark.from <= 2 && (mark.kind === 'number' || !mark.upper);
  return mark.kind === 'number' && mark.digits <= 2 && close.kind === 'dot';
}

function isSilent(item: Item): boolean {
  return item.phrases.length === 0 && item.alternatives.length === 0;
}

function glue(entries: readonly Entry[]): readonly Item[] {
  const items: Item[] = [];
  let waiting: Item | undefined;
  for (const { item, own } of entries) {
    const last = items.at(-1);
    if (!isSilent(item)) {
      items.push(waiting ? prepend(waiting, item) : item);
      waiting = undefined;
    } else if (last && own) items.push(item);
    else if (last) items[items.length - 1] = append(last, item);
    else waiting = waiting ? { ...waiting, to: item.to, unread: [{ from: waiting.from, to: item.to }] } : item;
  }
  return waiting ? [waiting, ...items] : items;
}

/** Wording before the first time: its label. */
function prepend(text: Item, item: Item): Item {
  return { ...item, from: text.from, labels: [{ from: text.from, to: text.to }, ...item.labels] };
}

/** Wording after an entry continues its event, else its label. */
function append(item: Item, text: Item): Item {
  const last = item.phrases.at(-1);
  if (isSilent(item)) return { ...item, to: text.to, unread: [{ from: item.from, to: text.to }] };
  if (last?.type === 'event' && item.labels.length === 0 && item.condition === null) {
    const trigger = { from: last.trigger.from, to: text.to };
    return { ...item, to: text.to, phrases: [...item.phrases.slice(0, -1), { ...last, trigger, to: text.to }] };
  }
  const label = item.labels.at(-1);
  const labels =
    label && label.to === item.to
      ? [...item.labels.slice(0, -1), { from: label.from, to: text.to }]
      : [...item.labels, { from: text.from, to: text.to }];
  return { ...item, to: text.to, labels };
}
