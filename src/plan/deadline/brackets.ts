/**
 * What stands in brackets: a stricter day, "thường xuyên", the condition of the entry, or whom it is for
 * ("đối với …"), which is part of its label.
 */

import { isDated, type DatedPhrase, type Item, type Phrase, type Tokens } from './ast';
import type { Span } from './due';
import { endOf, readClosed } from './phrases';
import { afterAny, sequences } from './words';

/** An entry while it is being read. */
export type Draft = { -readonly [K in keyof Item]: Item[K] extends readonly (infer T)[] ? T[] : Item[K] };

/** Openings of a condition that needs no brackets: "12/2026 hoặc 1/2027, tuỳ thời điểm …". */
export const OPEN_CONDITIONS = sequences('tuy', 'tuy thuoc', 'neu', 'phu thuoc', 'truong hop');
const CONDITIONS = sequences('tuy', 'tuy thuoc', 'neu', 'phu thuoc', 'truong hop', 'can cu', 'khi');

/** The brackets hold one dated phrase and nothing else. */
export function readWhole(tokens: Tokens, open: number, close: number): DatedPhrase | undefined {
  const phrase = readClosed(tokens, open + 1, { opening: true, dashed: true });
  return phrase && phrase.next === close && isDated(phrase.value) ? phrase.value : undefined;
}

/** Adds what the brackets between these two positions say to the entry. */
export function readBrackets(tokens: Tokens, open: number, close: number, draft: Draft): void {
  if (close === open + 1) return;
  const span: Span = { from: tokens[open + 1]?.from ?? 0, to: endOf(tokens, close) };
  const inside = readClosed(tokens, open + 1, { opening: true, dashed: true });
  const whole = inside?.next === close ? inside : undefined;
  const last = draft.phrases.at(-1);
  if (whole?.value.type === 'continuous') draft.alsoContinuous = true;
  else if (whole && whole.value.type === 'period' && last && refines(last, whole.value)) {
    draft.phrases[draft.phrases.length - 1] = withOuterYear(whole.value, last);
  } else if (afterAny(tokens, open + 1, CONDITIONS) >= 0) draft.condition = span;
  else draft.labels.push(span);
}

/** "Quý I/2026 (trước ngày 15/3)": the stricter day stands in the brackets. */
function refines(outer: Phrase, inner: DatedPhrase): boolean {
  return outer.type === 'period' && outer.bound === 'in' && inner.type === 'period' && inner.bound !== 'from';
}

function withOuterYear(inner: DatedPhrase, outer: Phrase): DatedPhrase {
  if (inner.type !== 'period' || outer.type !== 'period') return inner;
  const year = outer.points.at(-1)?.year ?? null;
  return { ...inner, points: inner.points.map((p) => (p.year === null ? { ...p, year } : p)) };
}
