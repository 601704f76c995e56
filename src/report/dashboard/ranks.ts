/** Why a unit stands in its place: its block, its rate, who shares the place, how places are given. */

import { formatInteger } from '../../i18n/format';
import type { Registry } from '../../units/registry';
import type { Block, RankedUnit } from '../ranking';
import { unitNames } from '../wording';
import { rateText } from './compared-why';

const HOW =
  'Xếp trong từng khối theo tỷ lệ hoàn thành phần việc, từ cao xuống thấp; so bằng hai số của tỷ lệ, không so bằng tỷ lệ đã làm tròn. Tỷ lệ bằng nhau thì cùng hạng, hạng liền sau bỏ cách đúng số đơn vị cùng hạng; đơn vị không có phần việc tính tỷ lệ không xếp hạng.';

/** Names of those who share the place; the rest are counted. */
const NAMED = 5;

/** Paragraphs for a unit that has a rank. */
export function rankNotes(unit: RankedUnit, { name, units }: Block, registry: Registry): readonly string[] {
  const ranked = units.filter((u) => u.rank !== null);
  const tied = ranked.filter((u) => u.rank === unit.rank && u.unit !== unit.unit).map((u) => u.unit);
  const shared = tied.length > 0 ? ` Cùng hạng với ${unitNames(tied, registry, NAMED)}.` : '';
  return [
    `Khối ${name}: hạng ${formatInteger(unit.rank ?? 0)} trên ${formatInteger(ranked.length)} cơ quan, đơn vị được xếp hạng, tỷ lệ ${rateText(unit.rate, 'phần việc')}.${shared}`,
    HOW,
  ];
}
