/** 5.3, texts of the head of page 1 and their form: HD-04 to HD-07, HD-10, HD-11, HD-13 to HD-21. */

import type { Check, Checks, Hit } from '../finding';
import type { Paragraph } from '../model/document';
import { inked } from '../roles/looks';
import type { Role } from '../roles/roles';
import { ABBREVIATIONS, TYPES } from '../roles/types';
import type { OfficialView } from '../roles/view';
import { fold } from '../../lib/text';
import { dateFaults, dateLine, numberLine } from './head-lines';
import { DOCUMENT, formFaults, formHits, hit, type Form } from './looks';

const QUOC_HIEU = /^CỘNG (HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/u;
const TIEU_NGU = 'Độc lập - Tự do - Hạnh phúc';
const DASHES = /[\u2010-\u2015\u2212]/g;

/** Checks the form of every paragraph of a role. */
export const formOf =
  (role: Role, form: Form): Check =>
  (view) =>
    formHits(view.all(role), form);

function name(view: OfficialView): readonly Hit[] {
  const lines = view.all('quocHieu');
  if (lines.length === 0) return [hit(DOCUMENT, 'không có Quốc hiệu')];
  return lines.flatMap((line) => {
    if (!QUOC_HIEU.test(line.text)) return [hit(line, `“${line.text}”`)];
    return /\n/.test(line.raw.trim()) ? [hit(line, 'bị ngắt dòng')] : [];
  });
}

function motto(view: OfficialView): readonly Hit[] {
  const lines = view.all('tieuNgu');
  if (lines.length === 0) return [hit(DOCUMENT, 'không có Tiêu ngữ')];
  return lines.flatMap((line) => {
    if (line.text === TIEU_NGU) return [];
    const onlyDashes = line.text.replace(DASHES, '-') === TIEU_NGU;
    return [hit(line, `“${line.text}”`, onlyDashes ? 'W' : undefined)];
  });
}

function mottoForm(view: OfficialView): readonly Hit[] {
  return view.all('tieuNgu').flatMap((line) => {
    const faults = formFaults(line, { sizes: [26, 28], bold: true, italic: false, align: 'center' });
    const underlined = inked(line).some((run) => run.format.underline);
    return [
      ...(faults.length > 0 ? [hit(line, faults.join(', '))] : []),
      ...(underlined ? [hit(line, 'dùng chữ gạch chân thay đường kẻ', 'W')] : []),
    ];
  });
}

function issuer(view: OfficialView): readonly Hit[] {
  const lines = view.all('banHanh');
  const [first] = lines;
  if (!first) return [hit(DOCUMENT, 'không thấy tên cơ quan ban hành')];
  const short = lines.find((line) => /(?<!\p{L})(UBND|HĐND)(?!\p{L})/u.test(line.text));
  const apart = lines.find((line, i) => i > 0 && separated(view, lines[i - 1] as Paragraph, line));
  return [
    ...(short ? [hit(short, `viết tắt “${short.text}”`)] : []),
    ...(apart ? [hit(apart, 'có hai tên cơ quan ban hành')] : []),
  ];
}

/** Two issuer paragraphs with something else between them are two issuers. */
function separated(view: OfficialView, above: Paragraph, below: Paragraph): boolean {
  const lines = view.letterhead?.left.paragraphs ?? [];
  return lines.slice(lines.indexOf(above) + 1, lines.indexOf(below)).some((each) => view.roleOf(each) !== 'empty');
}

/** Ký hiệu: groups in capitals (QyĐ, CTr, TTr have small letters), joined by "-". */
const SYMBOL = /^[A-ZĐƯÔƠÂĂÊa-zđ&]+(?:-[A-ZĐƯÔƠÂĂÊa-zđ0-9.&]+)+$/u;
const NUMBER_SHAPE = /^Số: ?\d*\s?\//u;

function symbolShape(view: OfficialView): readonly Hit[] {
  const line = view.first('soKyHieu');
  if (!line) return [hit(DOCUMENT, 'không có số, ký hiệu')];
  const parts = numberLine(view);
  const symbol = parts?.symbol.replace(/^20\d\d\//, '') ?? '';
  const [kind = ''] = symbol.split('-');
  const small = /\p{Ll}/u.test(symbol) && !ABBREVIATIONS.has(kind) && /\p{Ll}/u.test(kind);
  const smallBody = /\p{Ll}/u.test(symbol.slice(kind.length)) && /^-[\p{Ll}]/u.test(symbol.slice(kind.length));
  const spaced = /\/\s|\s-|-\s/.test(line.text.replace(/^Số\s*:/, ''));
  const good =
    parts &&
    SYMBOL.test(symbol) &&
    NUMBER_SHAPE.test(line.text.replace(/[.…_]/g, '')) &&
    !small &&
    !smallBody &&
    !spaced;
  return good ? [] : [hit(line, `“${line.text}”`)];
}

function leadingZero(view: OfficialView): readonly Hit[] {
  const parts = numberLine(view);
  return parts && /^\d$/.test(parts.number) ? [hit(parts.line, `số ${parts.number}`)] : [];
}

function typeInSymbol(view: OfficialView): readonly Hit[] {
  const parts = numberLine(view);
  if (!parts) return [];
  const [group = ''] = parts.symbol.replace(/^20\d\d\//, '').split('-');
  const typeName = view.first('tenLoai');
  if (view.form === 'letter')
    return ABBREVIATIONS.has(group) ? [hit(parts.line, `công văn có chữ viết tắt tên loại “${group}”`)] : [];
  const type = typeName && TYPES.find((each) => each.folded === fold(typeName.text));
  if (!type?.abbreviation || type.abbreviation === group) return [];
  return [hit(parts.line, `“${group}”, ${type.name.toLowerCase()} phải là “${type.abbreviation}”`)];
}

function yearInSymbol(view: OfficialView): readonly Hit[] {
  const line = view.first('soKyHieu');
  return line && /\/20\d\d\//.test(line.text) ? [hit(line, `“${line.text}”`)] : [];
}

function date(view: OfficialView): readonly Hit[] {
  const line = view.first('diaDanh');
  if (!line) return [hit(DOCUMENT, 'không có địa danh, thời gian ban hành')];
  const parts = dateLine(view);
  if (!parts) return [hit(line, `“${line.text}”`)];
  const faults = dateFaults(parts);
  return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
}

function paddedMonth(view: OfficialView): readonly Hit[] {
  const parts = dateLine(view);
  return parts && /^0[3-9]$/.test(parts.month) ? [hit(parts.line, `tháng ${parts.month}`)] : [];
}

function dateForm(view: OfficialView): readonly Hit[] {
  return view.all('diaDanh').flatMap((line) => {
    const faults = [
      ...formFaults(line, { sizes: [26, 28], italic: true, bold: false, align: 'center' }),
      ...(/^[^,]*[^,\s]\s+ngày(?!\p{L})/u.test(line.text) ? ['không có dấu phẩy sau địa danh'] : []),
    ];
    return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
  });
}

export const LETTERHEAD_TEXT_CHECKS: Checks = {
  'HD-04': name,
  'HD-05': formOf('quocHieu', { sizes: [24, 26], bold: true, italic: false, align: 'center' }),
  'HD-06': motto,
  'HD-07': mottoForm,
  'HD-10': formOf('chuQuan', { sizes: [24, 26], bold: false, italic: false, align: 'center', upper: true }),
  'HD-11': formOf('banHanh', { sizes: [24, 26], bold: true, italic: false, align: 'center', upper: true }),
  'HD-13': issuer,
  'HD-14': symbolShape,
  'HD-15': leadingZero,
  'HD-16': formOf('soKyHieu', { sizes: [26, 26], bold: false, italic: false, align: 'center' }),
  'HD-17': typeInSymbol,
  'HD-18': yearInSymbol,
  'HD-19': date,
  'HD-20': paddedMonth,
  'HD-21': dateForm,
};
