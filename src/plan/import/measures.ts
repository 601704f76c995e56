/**
 * What a target (chỉ tiêu) asks to be measured: for each figure its comparator, value, unit and scope, for example
 * "từ 98% trở lên" or "ít nhất 02 cuộc đối thoại". A sentence may hold several; one without a figure gives a measure
 * without a value, since somebody still has to say whether it was met. Dates, document numbers and levels are no figures.
 */

import type { Comparator, Measure } from '../schema';
import { figuresOf, plainOf, RANK_UNIT, type Figure } from './measures/figures';
import { boundary, scopeOf, trimScope, type Part } from './measures/scope';

type Found = Omit<Measure, 'code'>;

/** A target's measures in the order of the text; codes are the target's with a letter ("3.1a", "3.1b"). */
export function measuresOf(text: string, code: string): readonly Measure[] {
  const plain = plainOf(text);
  const figures = figuresOf(text, plain);
  const found = joined(clausesOf(plain), plain, figures).flatMap((clause) => {
    const own = inside(figures, clause);
    return own.length > 0 ? withFigures(text, plain, clause, own) : withoutFigure(text, plain, clause, STANDING);
  });
  const whole = { from: 0, to: text.length };
  const all = found.length > 0 ? found : withoutFigure(text, plain, whole, ANY);
  return all.map((measure, index) => ({ code: `${code}${letter(index)}`, ...measure }));
}

/** a … z, then aa, ab …: more than 26 figures in one target are unlikely, not impossible. */
function letter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(97 + (index % 26));
}

const inside = (figures: readonly Figure[], { from, to }: Part): readonly Figure[] =>
  figures.filter((figure) => figure.from >= from && figure.from < to);

/** A part that sets nothing of its own ("100% các đơn vị; cán bộ, công chức … sử dụng chữ ký số") stays with the one before. */
function joined(parts: readonly Part[], plain: string, figures: readonly Figure[]): readonly Part[] {
  return parts.reduce<Part[]>((kept, part) => {
    const last = kept.at(-1);
    const own =
      inside(figures, part).length > 0 || STANDING.some(([sign]) => sign.test(plain.slice(part.from, part.to)));
    if (own || !last || inside(figures, last).length === 0) return [...kept, part];
    return [...kept.slice(0, -1), { from: last.from, to: part.to }];
  }, []);
}

/** Sentences and the parts that `;` makes. */
function clausesOf(plain: string): readonly Part[] {
  const ends = [...plain.matchAll(/;|\n|\.\s/g)].map((m) => m.index + m[0].length);
  const starts = [0, ...ends];
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? plain.length })).filter((p) => p.to > p.from);
}

function withFigures(text: string, plain: string, clause: Part, figures: readonly Figure[]): readonly Found[] {
  const first = figures[0] as Figure;
  const opening = plain.lastIndexOf(',', first.from - 1);
  const ahead = opening > clause.from ? withoutFigure(text, plain, { from: clause.from, to: opening }, COMPARED) : [];
  let from = ahead.length > 0 ? opening + 1 : clause.from;
  let lead = '';
  const found = figures.map((figure, index): Found => {
    const next = figures[index + 1];
    const cut = next && next.from > figure.to ? boundary(plain, figure.to, next.from) : null;
    const to = cut?.at ?? clause.to;
    const { comparator, value, unit } = figure;
    const ranked = unit === RANK_UNIT;
    const scope = ranked
      ? trimScope(text.slice(clause.from, clause.to))
      : scopeOf(text, plain, { from, to }, figure, lead);
    lead = cut?.and ? `${text.slice(from, figure.from)} ` : '';
    if (next && next.from > figure.to) from = cut?.at ?? figure.to;
    return { scope, comparator, value, unit };
  });
  return [...ahead, ...found];
}

/** Words that make a measure without a figure, and the direction they ask for. */
type Signs = readonly (readonly [RegExp, Comparator | null])[];

const COMPARED: Signs = [
  [/\b(?:giam|thap hon|it hon|nho hon)\b.*\bso voi\b/, 'decrease'],
  [/\b(?:tang|cao hon|nhieu hon|cai thien|vuot)\b.*\bso voi\b/, 'increase'],
];
const STANDING: Signs = [...COMPARED, [/\b(?:xep hang|thu hang|dung dau|dan dau|xep trong nhom)\b/, null]];
const ANY: Signs = [...COMPARED, [/(?:)/, null]];

function withoutFigure(text: string, plain: string, part: Part, signs: Signs): readonly Found[] {
  const sign = signs.find(([pattern]) => pattern.test(plain.slice(part.from, part.to)));
  if (!sign) return [];
  return [{ scope: trimScope(text.slice(part.from, part.to)), comparator: sign[1], value: null, unit: null }];
}
