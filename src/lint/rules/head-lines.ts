/** The two lines of the head that are read piece by piece: số, ký hiệu and địa danh, thời gian. */

import { parsePlainDate } from '../../calendar/plain-date';
import type { Paragraph } from '../model/document';
import type { OfficialView } from '../roles/view';

interface NumberLine {
  readonly line: Paragraph;
  readonly number: string;
  readonly symbol: string;
}

const NUMBER = /^Số\s*:\s*(\d*)[\s.…_]*\/\s*(.*)$/u;
/** The number line in pieces; undefined where it cannot be read at all. */
export function numberLine(view: OfficialView): NumberLine | undefined {
  const line = view.first('soKyHieu');
  const match = line && NUMBER.exec(line.text);
  return line && match ? { line, number: match[1] ?? '', symbol: match[2] ?? '' } : undefined;
}

const DATE =
  /^(?<place>\S.*?)(?<comma>,?)\s*ngày\s*(?<day>\d{1,2}|[\s.…_]*)\s*tháng\s*(?<month>\d{1,2}|[\s.…_]*)\s*năm\s*(?<year>\d{4}|20[\s.…_]*|[\s.…_]*)$/u;

interface DateLine {
  readonly line: Paragraph;
  readonly place: string;
  readonly comma: boolean;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** The date line in pieces, blanks as ''; undefined where it cannot be read. */
export function dateLine(view: OfficialView): DateLine | undefined {
  const line = view.first('diaDanh');
  const groups = line && DATE.exec(line.text)?.groups;
  if (!line || !groups) return undefined;
  const digits = (name: string): string => (/^\d+$/.test(groups[name] ?? '') ? (groups[name] as string) : '');
  return {
    line,
    place: groups['place'] ?? '',
    comma: groups['comma'] === ',',
    day: digits('day'),
    month: digits('month'),
    year: digits('year'),
  };
}

/** Day, month and year that are there must be written as the decree does and exist. A draft leaves blanks. */
export function dateFaults({ day, month, year, comma }: DateLine): readonly string[] {
  return [
    ...(comma ? [] : ['thiếu dấu phẩy sau địa danh']),
    ...(day !== '' && day.length === 1 ? [`ngày ${day} thiếu số 0`] : []),
    ...(/^[12]$/.test(month) ? [`tháng ${month} thiếu số 0`] : []),
    ...(day !== '' && month !== '' && year !== '' && !exists(year, month, day)
      ? [`ngày ${day}/${month}/${year} không có thật`]
      : []),
    ...(Number(day || 1) > 31 || Number(day || 1) < 1 || Number(month || 1) > 12 || Number(month || 1) < 1
      ? ['ngày hoặc tháng không có thật']
      : []),
  ];
}

const exists = (year: string, month: string, day: string): boolean =>
  parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) !== undefined;
