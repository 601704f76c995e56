/** Words set into sentences: small numbers in letters, first letters by Nghị định 30/2020/NĐ-CP, Phụ lục II. */

import { formatInteger } from './format';

const NUMBERS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** 2 → "hai"; from 10 on, figures. */
export function numberWord(value: number): string {
  return NUMBERS[value] ?? formatInteger(value);
}

export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Beginnings that keep their capital inside a sentence: bodies, places, instruments (Phụ lục II, IV and V). */
const NAMES =
  /^(Sở|Bộ|Ủy ban|Hội đồng nhân dân|Ban (?=\p{Lu})|Văn phòng|Thanh tra (?=\p{Lu})|Trung tâm (?=\p{Lu})|Viện (?=\p{Lu})|Chính phủ|Thủ tướng|Thủ đô|Thành phố|Thành ủy|Trung ương|Quốc hội|Nhà nước|Nhân dân|Luật|Nghị định|Nghị quyết số|Quyết định số|Công văn số|Chủ tịch|Phó Chủ tịch)/u;

function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Lower first letter, but not of a name or an abbreviation ("UBND", "Sở Nội vụ"). */
export function lowerFirst(text: string): string {
  const first = letterAt(text, 0);
  const small = first.toLocaleLowerCase('vi');
  if (first === small) return text;
  const second = letterAt(text, first.length);
  const keeps = second !== second.toLocaleLowerCase('vi') || NAMES.test(text);
  return keeps ? text : small + text.slice(first.length);
}
