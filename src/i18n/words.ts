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

/** Words before a name that are none themselves: common nouns, verbs, prepositions. */
const BEFORE_NAMES =
  /^(Tổ|Nhóm|Phòng|Xã|Phường|Huyện|Tỉnh|Về|Tại|Ở|Trình|Gửi|Theo|Cùng|Với|Cho|Của|Do|Từ|Đến|Tới|Qua|Đã|Có|Và)(?=\s)/u;

/** A second word with a capital shows a name ("Hà Nội", "Sóc Sơn"), unless a name begins there ("Trình Thủ tướng"). */
function beginsWithName(text: string): boolean {
  const second = /^\p{L}+ (\p{Lu}\p{Ll}.*)$/su.exec(text)?.[1];
  return NAMES.test(text) || (second !== undefined && !NAMES.test(second) && !BEFORE_NAMES.test(text));
}

/** Lower first letter, but not of a name or an abbreviation ("UBND", "Sở Nội vụ", "Hà Nội"). */
export function lowerFirst(text: string): string {
  const first = letterAt(text, 0);
  const small = first.toLocaleLowerCase('vi');
  if (first === small) return text;
  const second = letterAt(text, first.length);
  const keeps = second !== second.toLocaleLowerCase('vi') || beginsWithName(text);
  return keeps ? text : small + text.slice(first.length);
}
