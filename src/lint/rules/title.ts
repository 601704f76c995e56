/** 5.4, tên loại, trích yếu, Kính gửi, căn cứ: TI-01 to TI-07 and BD-08. */

import type { Checks, Hit } from '../finding';
import { textWidth, type Paragraph } from '../model/document';
import { inked, isUpper } from '../roles/looks';
import { ruleLineUnder, upToNextText } from '../roles/rule-lines';
import { TYPES } from '../roles/types';
import { flowOf, type OfficialView } from '../roles/view';
import { fold } from '../../lib/text';
import { shortRuleFaults } from './letterhead-layout';
import { DOCUMENT, formFaults, hit, type Form } from './looks';

const TITLE: Form = { sizes: [26, 28], bold: true, italic: false, align: 'center' };

/** Types whose text says itself whom it goes to. */
const ADDRESSED = new Set(['to trinh', 'cong van']);

function typeName(view: OfficialView): readonly Hit[] {
  if (view.form === 'letter') return [];
  const lines = view.all('tenLoai');
  if (lines.length === 0) return [hit(DOCUMENT, 'không thấy tên loại văn bản')];
  return lines.flatMap((line) => {
    const known = TYPES.some(
      (type) => type.abbreviation !== null && type.folded === fold(line.text) && sameLetters(type.name, line.text),
    );
    const faults = [
      ...(known ? [] : [`“${line.text}” không có trong danh mục`]),
      ...formFaults(line, { ...TITLE, upper: true }),
    ];
    return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
  });
}

/** The same word, whichever of the two ways its tone mark is put. */
function sameLetters(name: string, text: string): boolean {
  const loose = (value: string): string =>
    value
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
  return loose(name) === loose(text);
}

function subject(view: OfficialView): readonly Hit[] {
  const name = view.first('tenLoai');
  if (!name) return [];
  const lines = view.all('trichYeu');
  if (lines.length === 0) return [hit(name, 'không có trích yếu dưới tên loại')];
  return lines.flatMap((line, index) => {
    const faults = [...formFaults(line, TITLE), ...(isUpper(line.text) ? ['viết hoa toàn bộ'] : [])];
    const stop = index === lines.length - 1 && /\.$/.test(line.text);
    return [
      ...(faults.length > 0 ? [hit(line, faults.join(', '))] : []),
      ...(stop ? [hit(line, 'có dấu chấm cuối', 'W')] : []),
    ];
  });
}

function ruleUnderSubject(view: OfficialView): readonly Hit[] {
  const texts = view.all('trichYeu');
  const last = texts.at(-1);
  const [section] = view.word.sections;
  if (!last || !section) return [];
  const room = textWidth(section);
  const after = upToNextText(flowOf(view.main), texts);
  const line = ruleLineUnder(texts, after, [...view.all('tenLoai'), ...texts, ...after], room);
  if (!line) return [hit(last, 'không có đường kẻ')];
  const faults = shortRuleFaults(line, texts, room);
  return faults.length === 0 ? [] : [hit(last, faults.join(', '))];
}

function letterHasNoType(view: OfficialView): readonly Hit[] {
  if (view.form !== 'letter') return [];
  return view.all('tenLoai').map((line) => hit(line, `có tên loại “${line.text}”`));
}

function letterSubject(view: OfficialView): readonly Hit[] {
  const lines = view.all('veViec');
  const form: Form = { sizes: [24, 26], bold: false, italic: false, align: 'center' };
  return lines.flatMap((line, index) => {
    const faults = formFaults(line, form);
    const { before } = line.format;
    const spaced = index > 0 || (before >= 100 && before <= 140);
    const shape = index > 0 || /^V\/v \S/u.test(line.text);
    return [
      ...(faults.length > 0 ? [hit(line, faults.join(', '))] : []),
      ...(shape ? [] : [hit(line, 'không bắt đầu bằng “V/v ”')]),
      ...(spaced ? [] : [hit(line, `cách số, ký hiệu ${String(before / 20).replace('.', ',')} pt`, 'W')]),
    ];
  });
}

function addressed(view: OfficialView, { upward }: { readonly upward: boolean }): readonly Hit[] {
  if (view.first('kinhGui')) return [];
  const name = fold(view.first('tenLoai')?.text ?? (view.form === 'letter' ? 'công văn' : ''));
  if (ADDRESSED.has(name))
    return [hit(view.first('tenLoai') ?? view.first('veViec') ?? DOCUMENT, 'không có “Kính gửi”')];
  return upward && name === 'bao cao' ? [hit(view.first('tenLoai') ?? DOCUMENT, 'không có “Kính gửi”', 'I')] : [];
}

function addressees(view: OfficialView): readonly Hit[] {
  const form: Form = { sizes: [26, 28], bold: false, italic: false };
  const heads = view.all('kinhGui');
  const items = view.all('kinhGuiItem');
  const faulty = [...heads, ...items].flatMap((line) => {
    const faults = [...formFaults(line, form), ...addresseeFaults(line, heads, items)];
    return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
  });
  const starts = new Set(items.map((item) => item.format.left + item.format.firstLine));
  const [first] = items;
  return first && starts.size > 1 ? [...faulty, hit(first, 'các gạch đầu dòng không thẳng hàng')] : faulty;
}

function addresseeFaults(line: Paragraph, heads: readonly Paragraph[], items: readonly Paragraph[]): readonly string[] {
  if (heads.includes(line)) {
    if (!/^Kính gửi:/u.test(line.text)) return ['không viết “Kính gửi:”'];
    if (/^Kính gửi:$/u.test(line.text) && items.length === 0) return ['không ghi nơi nhận'];
    return items.length === 0 || /:$/.test(line.text) ? [] : ['nhiều nơi nhận phải xuống dòng'];
  }
  const last = items.at(-1) === line;
  return [
    ...(/^- \S/u.test(line.text) ? [] : ['không bắt đầu bằng “- ”']),
    ...(last
      ? /\.$/.test(line.text)
        ? []
        : ['dòng cuối không có dấu chấm']
      : /;$/.test(line.text)
        ? []
        : ['thiếu dấu chấm phẩy']),
  ];
}

function bases(view: OfficialView): readonly Hit[] {
  const lines = view.all('canCu');
  const text = flowOf(view.main);
  const firstText = text.findIndex((each) =>
    ['body', 'heading1', 'heading2', 'dieu', 'phan'].includes(view.roleOf(each)),
  );
  return lines.flatMap((line, index) => {
    const last = index === lines.length - 1;
    const late = firstText >= 0 && text.indexOf(line) > firstText;
    const end = last ? /\.$/.test(line.text) : /;$/.test(line.text);
    const faults = [
      ...formFaults(line, { sizes: [26, 28], italic: true }),
      ...(end ? [] : [last ? 'dòng cuối không kết thúc bằng dấu chấm' : 'không kết thúc bằng dấu chấm phẩy']),
      ...(late ? ['đứng sau nội dung'] : []),
    ];
    return faults.length === 0 || inked(line).length === 0 ? [] : [hit(line, faults.join(', '))];
  });
}

export const TITLE_CHECKS: Checks = {
  'TI-01': typeName,
  'TI-02': subject,
  'TI-03': ruleUnderSubject,
  'TI-04': letterHasNoType,
  'TI-05': letterSubject,
  'TI-06': addressed,
  'TI-07': addressees,
  'BD-08': bases,
};
