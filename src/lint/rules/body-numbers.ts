/** 5.4, divisions and their numbers: BD-09 to BD-16. */

import type { Checks, Hit } from '../finding';
import type { Paragraph } from '../model/document';
import { anyBold, isBold } from '../roles/looks';
import type { Role } from '../roles/roles';
import { flowOf, textsOf, type OfficialView } from '../roles/view';
import { formFaults, hit, type Form } from './looks';

const HEADED: Form = { sizes: [26, 28], bold: true, align: 'center' };

/** Paragraphs of a role in the running text. */
function numbered(view: OfficialView, role: Role): readonly Paragraph[] {
  return textsOf(view).flatMap((blocks) => flowOf(blocks).filter((each) => view.roleOf(each) === role));
}

/** "Chương I" or "Mục 1" on a line of its own, and its title below. */
function divisions(view: OfficialView, role: 'phan' | 'muc', number: RegExp): readonly Hit[] {
  return textsOf(view).flatMap((blocks) => {
    const lines = flowOf(blocks).filter((each) => each.text !== '');
    return lines.flatMap((line, index) => {
      if (view.roleOf(line) !== role) return [];
      const faults = [...formFaults(line, HEADED), ...(number.test(line.text) ? [] : ['số viết sai kiểu'])];
      const title = lines[index + 1];
      const titleFaults =
        title && view.roleOf(title) === 'partTitle'
          ? formFaults(title, { ...HEADED, upper: true })
          : ['không có tiêu đề'];
      return [
        ...(faults.length > 0 ? [hit(line, faults.join(', '))] : []),
        ...(titleFaults.length > 0 ? [hit(title ?? line, `tiêu đề: ${titleFaults.join(', ')}`)] : []),
      ];
    });
  });
}

function romanHeadings(view: OfficialView): readonly Hit[] {
  return numbered(view, 'heading1').flatMap((line) => {
    const faults = formFaults(line, { sizes: [26, 28], bold: true, upper: true });
    return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
  });
}

function articles(view: OfficialView): readonly Hit[] {
  return numbered(view, 'dieu').flatMap((line) => {
    const title = /^Điều \d+\. \S/u.test(line.text);
    const { firstLine } = line.format;
    const indented = (firstLine >= 561 && firstLine <= 573) || (firstLine >= 714 && firstLine <= 726);
    const faults = [
      ...(title ? [] : ['không viết “Điều 1. Tiêu đề”']),
      ...(isBold(line) || boldHead(line) ? [] : ['không đậm']),
      ...(indented ? [] : ['không lùi đầu dòng 1 cm hoặc 1,27 cm']),
    ];
    return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
  });
}

/** "Điều 1." in bold with the sentence after it upright: a decision of few articles has no titles. */
function boldHead({ runs }: Paragraph): boolean {
  const first = runs.find((run) => run.text.trim() !== '');
  return first !== undefined && first.format.bold && /^Điều \d+\.?/u.test(first.text.trim());
}

const endsOpen = (text: string): boolean => !/[.;:,…]$/u.test(text) && text.length <= 200;

function clauses(view: OfficialView): readonly Hit[] {
  return numbered(view, 'heading2').flatMap((line) => {
    if (!/^\d+\. \S/u.test(line.text))
      return /^\d+\.\S/u.test(line.text) && !/^\d+\.\d/.test(line.text) ? [hit(line, 'thiếu dấu cách sau số')] : [];
    if (endsOpen(line.text)) return isBold(line) ? [] : [hit(line, 'tiêu đề đứng riêng không đậm')];
    return anyBold(line) && isBold(line) ? [hit(line, 'câu văn đậm cả đoạn')] : [];
  });
}

const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

function points(view: OfficialView): readonly Hit[] {
  return textsOf(view).flatMap((blocks) => {
    let next = 0;
    return flowOf(blocks).flatMap((line): readonly Hit[] => {
      const role = view.roleOf(line);
      if (role !== 'heading3') {
        if (['heading1', 'heading2', 'dieu', 'phan', 'muc'].includes(role)) next = 0;
        return [];
      }
      const mark = /^(\(?)([a-zđ])([).]+) ?/u.exec(line.text);
      const at = LETTERS.indexOf(mark?.[2] ?? '');
      const expected = LETTERS[next] ?? '';
      const shape = mark !== null && mark[1] === '' && mark[3] === ')';
      next = at >= 0 ? at + 1 : next + 1;
      if (!shape) return [hit(line, `“${mark?.[0].trim() ?? line.text.slice(0, 4)}”, phải là “${expected}) ”`)];
      return at >= 0 && mark[2] === expected
        ? []
        : at === 0 && mark[2] === 'a'
          ? []
          : [hit(line, `điểm ${mark[2]}), đúng thứ tự là ${expected})`)];
    });
  });
}

const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a Roman numeral; 0 for anything else. */
export function romanValue(text: string): number {
  const values = [...text].map((sign) => DIGITS[sign] ?? 0);
  if (values.includes(0)) return 0;
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

interface Level {
  readonly role: Role;
  readonly of: (text: string) => number | undefined;
  /** Higher levels that start it again. */
  readonly under: readonly Role[];
}

const first = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1];
const romanOrNumber = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : romanValue(text) || undefined;

const LEVELS: readonly Level[] = [
  { role: 'phan', of: (text) => romanOrNumber(first(/ ([IVXLC]+|\d+)\.?$/u, text)), under: [] },
  { role: 'muc', of: (text) => romanOrNumber(first(/ ([IVXLC]+|\d+)\.?$/u, text)), under: ['phan'] },
  { role: 'dieu', of: (text) => romanOrNumber(first(/^\S+ (\d+)/u, text)), under: [] },
  { role: 'heading1', of: (text) => romanOrNumber(first(/^([IVXLC]+)\./u, text)), under: ['phan'] },
  {
    role: 'heading2',
    of: (text) => romanOrNumber(first(/^(\d+)\.(?!\d)/u, text)),
    under: ['phan', 'muc', 'dieu', 'heading1'],
  },
];

function sequences(view: OfficialView): readonly Hit[] {
  return textsOf(view).flatMap((blocks) => {
    const counts = new Map<Role, number>();
    return flowOf(blocks).flatMap((line): readonly Hit[] => {
      const role = view.roleOf(line);
      const level = LEVELS.find((each) => each.role === role);
      const number = level?.of(line.text);
      if (!level || number === undefined) return [];
      for (const lower of LEVELS) if (lower.under.includes(role)) counts.set(lower.role, 0);
      const key = role === 'phan' && /^(Chương|CHƯƠNG)/u.test(line.text) ? 'centred' : role;
      const expected = (counts.get(key) ?? 0) + 1;
      counts.set(key, number);
      return number === expected ? [] : [hit(line, `số ${number}, đúng thứ tự là ${expected}`)];
    });
  });
}

function multiLevel(view: OfficialView): readonly Hit[] {
  return textsOf(view).flatMap((blocks) =>
    flowOf(blocks).flatMap((line) => {
      const mark = /^\d+(\.\d+)+(?=\.? \p{L})/u.exec(line.text);
      const isText = ['heading2', 'heading3', 'body', 'list'].includes(view.roleOf(line));
      return mark && isText ? [hit(line, `số nhiều cấp “${mark[0]}”`)] : [];
    }),
  );
}

export const BODY_NUMBER_CHECKS: Checks = {
  'BD-09': (view) => divisions(view, 'phan', /^(Phần|PHẦN|Chương|CHƯƠNG) (thứ )?[IVXLC]+$/u),
  'BD-10': (view) => divisions(view, 'muc', /^(Mục|MỤC|Tiểu mục|TIỂU MỤC) \d+$/u),
  'BD-11': romanHeadings,
  'BD-12': articles,
  'BD-13': clauses,
  'BD-14': points,
  'BD-15': sequences,
  'BD-16': multiLevel,
};
