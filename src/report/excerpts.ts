/**
 * What a city's report takes of its units' words. The rule is data of the outline: how many texts a section takes, how
 * long one may be, whose come first. Texts that say the same are said once, with all who said it. A text that is too
 * long ends at a sentence; what is cut or left out stands in full in an annex, so that nothing a unit wrote is lost.
 */

import { squeeze } from '../lib/text';

export interface ExcerptRule {
  /** Texts in one section. */
  readonly most: number;
  /** Characters of one text. */
  readonly characters: number;
  /** `named-lead`: bodies that the plan names as leads in the section's area; `longest`: the longer text. */
  readonly order: readonly ('named-lead' | 'longest')[];
}

export interface Told {
  readonly unit: string;
  readonly text: string;
}

export interface Excerpt {
  /** Everyone who said it, in the order of the registry. */
  readonly units: readonly string[];
  readonly text: string;
  /** The whole text where `text` is less than all of it. */
  readonly whole: string | null;
}

export interface Gathered {
  readonly shown: readonly Excerpt[];
  readonly left: readonly Excerpt[];
}

const ELLIPSIS = '…';

/** The longest run of whole sentences that fits; where not even one does, as many words as fit. */
export function cutAtSentence(text: string, characters: number): string {
  const line = squeeze(text);
  if (line.length <= characters) return line;
  const room = line.slice(0, characters - 1);
  const end = [...room.matchAll(/[.;!?](?=\s)/g)].at(-1)?.index;
  // A first sentence of a few words says too little: "Tốt. Trong kỳ …".
  if (end !== undefined && end >= characters / 4) return `${room.slice(0, end + 1).replace(/[;.]$/, '')}${ELLIPSIS}`;
  return `${room.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.]+\S*$/, '')}${ELLIPSIS}`;
}

/** Texts of one section as its report takes them; `told` in the order of the registry, which is that of print. */
export function gatherExcerpts(told: readonly Told[], rule: ExcerptRule, named: ReadonlySet<string>): Gathered {
  const same = new Map<string, { units: string[]; text: string; place: number }>();
  told.forEach(({ unit, text }, place) => {
    const key = squeeze(text).toLocaleLowerCase('vi');
    const known = same.get(key);
    if (known) known.units.push(unit);
    else same.set(key, { units: [unit], text, place });
  });
  const all = [...same.values()];
  type One = (typeof all)[number];
  const isNamed = ({ units }: One): number => Number(units.some((unit) => named.has(unit)));
  const compare = {
    'named-lead': (a: One, b: One) => isNamed(b) - isNamed(a),
    longest: (a: One, b: One) => squeeze(b.text).length - squeeze(a.text).length,
  };
  const order = (a: One, b: One): number =>
    rule.order.reduce((found, by) => found || compare[by](a, b), 0) || a.place - b.place;
  const chosen = new Set([...all].sort(order).slice(0, rule.most));
  const excerpt = ({ units, text }: One): Excerpt => {
    const fits = squeeze(text).length <= rule.characters;
    return { units, text: fits ? text : cutAtSentence(text, rule.characters), whole: fits ? null : text };
  };
  return {
    shown: all.filter((one) => chosen.has(one)).map(excerpt),
    left: all.filter((one) => !chosen.has(one)).map(({ units, text }) => ({ units, text, whole: text })),
  };
}
