/**
 * The head of page 1 (Phụ lục I, mục IV): a table without borders, agency and number on the left, quốc hiệu and date
 * on the right, each pair on one row. The columns shift when the place name needs more room.
 */

import { dayOfMonth, monthOf, yearOf } from '../../calendar/plain-date';
import type { Letterhead, OfficialDocument } from '../../report/document';
import { balancedXml } from './balance';
import { textWidth } from './metrics/measure';
import { ruleUnder, sharedRule } from './rules';
import { styleOf, type StyleSheet } from './style-sheet';
import { cellXml, paragraphXml, tableXml } from './xml';

const QUOC_HIEU = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const TIEU_NGU = 'Độc lập - Tự do - Hạnh phúc';
/** Room for a pen on a draft; no-break, so that the line stays whole. */
const BLANK = '\u00a0'.repeat(6);
/** The day needs less room than the number, and a long place name leaves little. */
const BLANK_DAY = '\u00a0'.repeat(4);
const NARROW_DAY = '\u00a0'.repeat(3);
/** LibreOffice sets a no-break space wider than Word: a draft's line needs that much room besides, twips. */
const BLANK_SLACK = 150;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** II.4b: days 1 to 9 and months 1 and 2 take a leading zero. */
function longDate(day: string, month: number, year: number): string {
  return `ngày ${day} tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`;
}

/** "Hà Nội, ngày 05 tháng 3 năm 2026"; a draft leaves the day blank. */
export function dateLine(letterhead: Letterhead, blank = BLANK_DAY): string {
  const { place, signedOn, draftMonth } = letterhead;
  const date = signedOn
    ? longDate(twoDigits(dayOfMonth(signedOn)), monthOf(signedOn), yearOf(signedOn))
    : longDate(blank, draftMonth.month, draftMonth.year);
  return `${place}, ${date}`;
}

/** The date line that stays on one line of that room: the blank of a draft gives way to a long place name. */
export function dateLineIn(letterhead: Letterhead, room: number, styles: StyleSheet): string {
  const line = dateLine(letterhead);
  const tight = textWidth(line, styleOf(styles, 'D30DiaDanh')) > room - BLANK_SLACK;
  return tight ? dateLine(letterhead, NARROW_DAY) : line;
}

/** "Số: 05/BC-SNV"; a draft leaves the number blank. */
export function numberLine(letterhead: Letterhead): string {
  return `Số: ${letterhead.number ?? BLANK}/${letterhead.symbol}`;
}

/** The normal columns, or the wide ones when the date does not fit on one line of the normal right column. */
export function letterheadColumns(letterhead: Letterhead, styles: StyleSheet): readonly [number, number] {
  const { columns, wideColumns, padding } = styles.letterhead;
  const needed = textWidth(dateLine(letterhead), styleOf(styles, 'D30DiaDanh'));
  return needed <= columns[1] - 2 * padding ? columns : wideColumns;
}

function names(letterhead: Letterhead, room: number, styles: StyleSheet): string {
  const issuer = letterhead.issuer.join('\n');
  const parent = letterhead.parent ? balancedXml('D30ChuQuan', letterhead.parent.join('\n'), room, styles) : '';
  return (
    parent + balancedXml('D30BanHanh', issuer, room, styles) + sharedRule('D30Rule', 'D30BanHanh', issuer, room, styles)
  );
}

function motto(room: number, styles: StyleSheet): string {
  const length = textWidth(TIEU_NGU, styleOf(styles, 'D30TieuNgu'));
  return (
    paragraphXml('D30QuocHieu', QUOC_HIEU) + paragraphXml('D30TieuNgu', TIEU_NGU) + ruleUnder('D30Rule', length, room)
  );
}

/** III.2b: a red box of 30, 40 or 20 by 8 mm, under the number. */
function urgencyBox(urgency: NonNullable<OfficialDocument['urgency']>, styles: StyleSheet): string {
  const { height, widths, border } = styles.urgency;
  const side = `w:val="single" w:sz="${border}" w:space="0" w:color="FF0000"`;
  const edges = ['top', 'left', 'bottom', 'right'].map((edge) => `<w:${edge} ${side}/>`).join('');
  const row =
    `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr>` +
    cellXml(widths[urgency], paragraphXml('D30DauKhan', urgency), '<w:vAlign w:val="center"/>') +
    '</w:tr>';
  const properties = `<w:jc w:val="center"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/>`;
  return tableXml([widths[urgency]], 'D30Layout', properties, row) + paragraphXml('D30Spacer', '');
}

/** The table at the head of page 1. */
export function letterheadXml(document: OfficialDocument, styles: StyleSheet): string {
  const { letterhead, urgency } = document;
  const columns = letterheadColumns(letterhead, styles);
  const [left, right] = columns;
  const padding = 2 * styles.letterhead.padding;
  const row = (l: string, r: string, top = ''): string =>
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellXml(left, l, top)}${cellXml(right, r)}</w:tr>`;
  const veViec =
    document.typeName === null ? balancedXml('D30VeViec', `V/v ${document.subject}`, left - padding, styles) : '';
  const rows = [
    row(names(letterhead, left - padding, styles), motto(right - padding, styles)),
    row(
      paragraphXml('D30SoKyHieu', numberLine(letterhead)) + veViec,
      paragraphXml('D30DiaDanh', dateLineIn(letterhead, right - padding, styles)),
    ),
  ];
  const gap = `<w:tcMar><w:top w:w="${styles.urgency.before}" w:type="dxa"/></w:tcMar>`;
  if (urgency) rows.push(row(urgencyBox(urgency, styles), paragraphXml('D30Spacer', ''), gap));
  return tableXml(columns, 'D30Layout', '<w:tblLayout w:type="fixed"/>', rows.join(''));
}
