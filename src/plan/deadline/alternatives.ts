/** "12/2026 hoặc 1/2027 (tuỳ …)": every reading is kept and none is chosen. */

import type { Item, Phrase, Tokens } from './ast';
import { readMonthNumber, readQuarterNumber } from './periods';
import { endOf, readPhrase, type PhraseOptions } from './phrases';
import { isWord } from './words';

interface Choices {
  phrases: Phrase[];
  alternatives: Phrase[];
}

/** Takes "hoặc" and the time after it; what was read so far becomes the first alternative. */
export function readAlternatives(
  tokens: Tokens,
  at: number,
  options: PhraseOptions,
  draft: Choices & Pick<Item, 'condition'>,
): number | undefined {
  const comma = tokens[at]?.kind === 'comma' ? 1 : 0;
  const start = at + comma + 1;
  if (!isWord(tokens, start - 1, 'hoac')) return undefined;
  const last = draft.phrases.at(-1) ?? draft.alternatives.at(-1);
  const other = readPhrase(tokens, start, { ...options, opening: true }) ?? readShort(tokens, start, last);
  if (!other) return undefined;
  if (draft.alternatives.length === 0) {
    draft.alternatives.push(...draft.phrases);
    draft.phrases.length = 0;
  }
  draft.alternatives.push(other.value);
  return other.next;
}

/** "Tháng 6 hoặc **7 năm 2026**". */
function readShort(tokens: Tokens, at: number, last: Phrase | undefined): { value: Phrase; next: number } | undefined {
  const unit = last?.type === 'period' ? last.points.at(-1)?.unit : undefined;
  const rule = unit === 'month' ? readMonthNumber : unit === 'quarter' ? readQuarterNumber : undefined;
  const point = rule?.(tokens, at);
  if (!point) return undefined;
  const span = { from: tokens[at]?.from ?? 0, to: endOf(tokens, point.next) };
  return { value: { type: 'period', bound: 'in', points: [point.value], ...span }, next: point.next };
}
