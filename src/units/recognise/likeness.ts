/** How like a name's known spellings a printed one is: exact, a variant, or a slip. */

import { spelling, type Names } from './names';
import type { BodyMatch } from './types';

/** How a printed name matched a body: `printed` is the name found, `whole` with the place after it. */
export function likeness(
  names: Names,
  id: string,
  printed: string,
  whole: string,
  found: { readonly near: boolean; readonly elided: boolean },
): Pick<BodyMatch, 'how' | 'misspelt'> {
  const known = names.spellings.get(id);
  const forms = [spelling(printed), spelling(whole)];
  if (found.near) return { how: 'near', misspelt: true };
  if (forms.some((form) => known?.official.has(form))) return { how: 'exact', misspelt: false };
  const right =
    found.elided || [...(known?.official ?? []), ...(known?.listed ?? [])].some((form) => sameLetters(form, forms));
  return { how: 'variant', misspelt: !right };
}

const COMMITTEE = spelling('ủy ban nhân dân');

/** Bodies that share a key may differ in their marks ("xã Thanh An", "xã Thạnh An"): those spelled as printed. */
export function spelledSo(names: Names, ids: ReadonlySet<string>, printed: string): ReadonlySet<string> {
  const form = [spelling(printed)];
  const right = [...ids].filter((id) => {
    const known = names.spellings.get(id);
    return [...(known?.official ?? []), ...(known?.listed ?? [])].some((name) => sameLetters(name, form));
  });
  return right.length > 0 ? new Set(right) : ids;
}

/** Same letters and marks, whatever the punctuation, "và", "các" and abbreviations. */
function sameLetters(form: string, forms: readonly string[]): boolean {
  const bare = (line: string): string =>
    line
      .replace(/ubnd/g, COMMITTEE)
      .replace(/hđnd/g, 'hội đồng nhân dân')
      .replace(/(?<!\p{L})tp(?!\p{L})/gu, 'thành phố')
      .replace(/hcm/g, 'hồ chí minh')
      .replace(/(?<!\p{L})(và|các|&)(?!\p{L})/gu, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return forms.some((one) => bare(one) === bare(form));
}
