/** 5.5, appendices: AP-01 to AP-08. */

import type { Checks, Hit } from '../finding';
import { paragraphsOf, textWidth, type Paragraph } from '../model/document';
import { isUpper, inked } from '../roles/looks';
import { ruleLineUnder, upToNextText } from '../roles/rule-lines';
import { flowOf, type AppendixView, type OfficialView } from '../roles/view';
import { romanValue } from './body-numbers';
import { dateLine, numberLine } from './head-lines';
import { formFaults, hit, type Form } from './looks';
import { showsPage } from './page-number';

const each =
  (look: (appendix: AppendixView, index: number, view: OfficialView) => readonly Hit[]) =>
  (view: OfficialView): readonly Hit[] =>
    view.appendices.flatMap((appendix, index) => look(appendix, index, view));

function head({ head: line }: AppendixView): readonly Hit[] {
  const faults = [
    ...formFaults(line, { sizes: [28, 28], bold: true, align: 'center' }),
    ...(isUpper(line.text.replace(/[IVXLC\d]+\.?$/u, ''))
      ? ['viết hoa toàn bộ']
      : /^Phụ lục( [IVXLC]+)?$/u.test(line.text)
        ? []
        : [`“${line.text}”`]),
  ];
  return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
}

function numbers({ appendices }: OfficialView): readonly Hit[] {
  const [only] = appendices;
  if (appendices.length === 1 && only)
    return only.number === null ? [] : [hit(only.head, 'một phụ lục không ghi số thứ tự', 'W')];
  return appendices.flatMap(({ head: line, number }, index) => {
    if (number === null) return [hit(line, 'có từ hai phụ lục nhưng không ghi số thứ tự')];
    if (romanValue(number) === 0) return [hit(line, `số “${number}” không phải chữ số La Mã`)];
    return romanValue(number) === index + 1 ? [] : [hit(line, `số ${number}, đúng thứ tự là phụ lục thứ ${index + 1}`)];
  });
}

const TITLE: Form = { sizes: [26, 28], bold: true, align: 'center', upper: true };

function titles({ head: line, title }: AppendixView): readonly Hit[] {
  if (title.length === 0) return [hit(line, 'không có tên phụ lục')];
  return title.flatMap((each) => {
    const faults = formFaults(each, TITLE);
    return faults.length === 0 ? [] : [hit(each, faults.join(', '))];
  });
}

/** Number and date that a "(Kèm theo …)" line names; blanks are ''. */
function namedIn(
  text: string,
): { readonly number: string; readonly symbol: string; readonly date: string } | undefined {
  const match =
    /số\s*:?\s*(\d*)[\s.…_]*\/([\p{L}\d&.-]+)\s*(?:ngày\s*(\d{1,2}|[\s.…_]*)\s*tháng\s*(\d{1,2}|[\s.…_]*)\s*năm\s*(\d{4}|[\s.…_]*))?/u.exec(
      text,
    );
  if (!match) return undefined;
  const parts = [match[3], match[4], match[5]].map((part) => (/^\d+$/.test(part ?? '') ? Number(part) : undefined));
  const date = parts.every((part) => part !== undefined) ? parts.join('/') : '';
  return { number: match[1] ?? '', symbol: match[2] ?? '', date };
}

function sameDocument(line: Paragraph, view: OfficialView): readonly string[] {
  const named = namedIn(line.text);
  const main = numberLine(view);
  const date = dateLine(view);
  if (!named || !main) return [];
  const mainDate =
    date && date.day !== '' && date.month !== '' ? [date.day, date.month, date.year].map(Number).join('/') : '';
  const other = named.number !== '' && main.number !== '' && Number(named.number) !== Number(main.number);
  return [
    ...(other || named.symbol !== main.symbol ? ['số, ký hiệu khác văn bản chính'] : []),
    ...(named.date !== '' && mainDate !== '' && named.date !== mainDate ? ['ngày khác văn bản chính'] : []),
  ];
}

function attached(appendix: AppendixView, _: number, view: OfficialView): readonly Hit[] {
  const line = appendix.attached;
  if (!line) return [hit(appendix.head, 'không có dòng “(Kèm theo …)”')];
  const faults = [
    ...(/^\(Kèm theo .+\)$/u.test(line.text) ? [] : ['không viết “(Kèm theo …)”']),
    ...formFaults(line, { sizes: [26, 28], italic: true, align: 'center' }),
    ...sameDocument(line, view),
  ];
  return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
}

/** Whether the text names an appendix: by number, in a list or range of numbers, or all of them at once. */
function mentions(text: string, number: string | null, order: number): boolean {
  if (/các phụ lục/iu.test(text)) return true;
  for (const match of text.matchAll(
    /phụ lục(?: số)?((?:[\s,;\u2013-]|và|đến|phụ lục|(?<![\p{L}])[IVXLC]+(?![\p{L}])|\d+)*)/giu,
  )) {
    const named = match[1] ?? '';
    if (number === null) return true;
    const values = [...named.matchAll(/(?<![\p{L}])([IVXLC]+)(?![\p{L}])|(\d+)/gu)].map((each) =>
      each[2] ? Number(each[2]) : romanValue(each[1] ?? ''),
    );
    if (values.includes(order)) return true;
    if (
      /đến|\u2013|-/u.test(named) &&
      values.length >= 2 &&
      order >= Math.min(...values) &&
      order <= Math.max(...values)
    )
      return true;
  }
  return false;
}

function mentioned(view: OfficialView): readonly Hit[] {
  const text = paragraphsOf(view.main)
    .map((paragraph) => paragraph.text)
    .join('\n');
  return view.appendices.flatMap(({ head: line, number }, index) =>
    mentions(text, number, index + 1) ? [] : [hit(line, `văn bản chính không nhắc đến “${line.text}”`)],
  );
}

function apart({ head: line, section, opensSection }: AppendixView): readonly Hit[] {
  if (!opensSection || section?.start === 'continuous')
    return [hit(line, 'không bắt đầu ở phần (section) riêng, trang mới')];
  return section?.numberStart === 1 ? [] : [hit(line, 'số trang không đánh lại từ 1')];
}

function firstPageNumber({ head: line, section }: AppendixView): readonly Hit[] {
  if (!section) return [];
  const shown = section.titlePage ? showsPage(section.headers.first) : showsPage(section.headers.default);
  return shown ? [hit(line, 'trang đầu của phụ lục có số trang')] : [];
}

function ruleUnderAttached({ attached: line, blocks, section }: AppendixView): readonly Hit[] {
  if (!line || inked(line).length === 0) return [];
  const after = upToNextText(flowOf(blocks), [line]);
  const room = section ? textWidth(section) : null;
  return ruleLineUnder([line], after, [line, ...after], room) ? [] : [hit(line, 'không có đường kẻ')];
}

export const APPENDIX_CHECKS: Checks = {
  'AP-01': each(head),
  'AP-02': numbers,
  'AP-03': each(titles),
  'AP-04': each(attached),
  'AP-05': mentioned,
  'AP-06': each(apart),
  'AP-07': each(firstPageNumber),
  'AP-08': each(ruleUnderAttached),
};
