/** The head of an official document of a body: whose it is, its number, its place and day (Phụ lục I, mục II). */

import { monthOf, yearOf, type PlainDate } from '../calendar/plain-date';
import { formatLongDate } from '../i18n/format';
import type { Registry } from '../units/registry';
import type { Unit } from '../units/schema';
import type { Letterhead } from './document';

/** Number and day once a document is issued. */
export interface Issued {
  readonly number: string;
  readonly signedOn: PlainDate;
}

export interface HeadFacts {
  /** Ký hiệu after the slash: "BC-SNV", "SNV-CCHC". */
  readonly symbol: string;
  readonly issued: Issued | null;
  /** A day of the month that a draft prints. */
  readonly draftedIn: PlainDate;
}

export function letterheadOf(unit: Unit, registry: Registry, { symbol, issued, draftedIn }: HeadFacts): Letterhead {
  const kind = registry.kind(unit);
  const upper = spelledOut(unit.name.toLocaleUpperCase('vi'));
  // UBND of a place is issued as two lines: "ỦY BAN NHÂN DÂN" over the place.
  const issuer = upper.startsWith('ỦY BAN NHÂN DÂN ')
    ? ['ỦY BAN NHÂN DÂN', upper.slice('ỦY BAN NHÂN DÂN '.length)]
    : [upper];
  return {
    parent: kind.parentLine === null ? null : kind.parentLine.split('\n').map(keepPlaceTogether),
    issuer: issuer.map(keepPlaceTogether),
    symbol,
    number: issued?.number ?? null,
    place: unit.place ? placeName(unit.place) : registry.place,
    signedOn: issued?.signedOn ?? null,
    draftMonth: { month: monthOf(draftedIn), year: yearOf(draftedIn) },
  };
}

/** The name of the issuer has no abbreviation right (II.2a): "VĂN PHÒNG UBND" is spelled out. */
function spelledOut(upper: string): string {
  return upper
    .replace(/(?<!\p{L})UBND(?!\p{L})/gu, 'ỦY BAN NHÂN DÂN')
    .replace(/(?<!\p{L})HĐND(?!\p{L})/gu, 'HỘI ĐỒNG NHÂN DÂN');
}

/** "THÀNH PHỐ HỒ CHÍ MINH" breaks before the name, not inside it; a long name may have to break all the same. */
function keepPlaceTogether(line: string): string {
  const match = /^(THÀNH PHỐ|TỈNH|PHƯỜNG|XÃ|ĐẶC KHU) (.{1,14})$/u.exec(line);
  return match?.[1] && match[2] ? `${match[1]} ${match[2].replaceAll(' ', '\u00a0')}` : line;
}

/**
 * Địa danh of the document of a commune or district is its own name: "phường Ba Đình" → "Ba Đình", "huyện Bình Chánh" →
 * "Bình Chánh"; one named by a number keeps its kind: "Quận 1" (Phụ lục I, II.4a).
 */
function placeName(place: string): string {
  const name = place.replace(/^(phường|xã|đặc khu|thị trấn|thị xã|quận|huyện|thành phố) /iu, '');
  return /^\d/.test(name) ? place.charAt(0).toLocaleUpperCase('vi') + place.slice(1) : name;
}

/** "(Kèm theo Báo cáo số 05/BC-SNV ngày … của Sở Nội vụ)"; a draft leaves number and day blank. */
export function attachmentLine({
  type,
  symbol,
  issued,
  draftedIn,
  issuer,
}: HeadFacts & { readonly type: string; readonly issuer: string }): string {
  const blank = '\u00a0'.repeat(6);
  const number = issued ? `số\u00a0${issued.number}/${symbol}` : `số${blank}/${symbol}`;
  const date = issued ? formatLongDate(issued.signedOn) : `ngày${blank}tháng${blank}năm\u00a0${yearOf(draftedIn)}`;
  return `(Kèm theo ${type} ${number} ${date} của ${issuer})`;
}
