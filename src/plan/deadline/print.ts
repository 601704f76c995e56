/**
 * A due in official wording: Roman quarters, Nghị định 30 dates ("ngày 05 tháng 3 năm 2026"), the year always
 * printed. A wording counts only if reading it back gives the same meaning; where none does, the text of the
 * plan itself is printed, which is never worse.
 */

import { dayOfMonth, endOfMonth, monthOf, yearOf, type PlainDate } from '../../calendar/plain-date';
import type { Due, Recurrence, Trigger } from './due';
import { readDue } from './read';

/** Official wording of a due; reading it back in the due's own context gives the same meaning. */
export function printDue(due: Due): string {
  const written = due.kind === 'milestones' ? printParts(due) : undefined;
  const candidates = written === undefined ? printSingle(due) : [written];
  return candidates.find((candidate) => isSame(due, candidate)) ?? due.text.trim();
}

/** What a due says, without its wording, its place in a text, and the day that only the signing date gives. */
export function meaningOf(due: Due): unknown {
  const { kind, start, recurrence, alsoContinuous, label, condition } = due;
  const end = due.trigger?.signing || due.kind === 'milestones' ? null : due.end;
  const lists = { parts: due.parts.map(meaningOf), alternatives: due.alternatives.map(meaningOf) };
  return { kind, start, end, recurrence, trigger: due.trigger, alsoContinuous, label, condition, ...lists };
}

function isSame(due: Due, candidate: string): boolean {
  const year = yearOf(due.start ?? due.end ?? ('2000-01-01' as PlainDate));
  const again = readDue(candidate, { year, signedOn: null });
  return again.unread === '' && JSON.stringify(meaningOf(again)) === JSON.stringify(meaningOf(due));
}

function printParts(due: Due): string {
  return due.parts.map((part) => `- ${printDue(part).replace(/^[-–—\s]+/u, '')}`).join('\n');
}

/** The same wording with its label after a colon, before one, and in brackets. */
function printSingle(due: Due): readonly string[] {
  const choices = due.alternatives.map((choice) => printDue(choice));
  const time = choices.length > 0 ? choices.join(' hoặc ') : printTime(due);
  if (time === undefined) return [];
  const continued = due.alsoContinuous ? `${time} và thường xuyên` : time;
  const core = due.condition === null ? continued : `${continued} (${due.condition})`;
  if (due.label === null) return [core];
  return [`${core}: ${due.label}`, `${due.label}: ${core}`, `${core} (${due.label})`, `${due.label} ${core}`];
}

function printTime(due: Due): string | undefined {
  const { start, end } = due;
  switch (due.kind) {
    case 'month':
      return end ? `Tháng ${monthOf(end)} năm ${yearOf(end)}` : undefined;
    case 'quarter':
      return end ? `Quý ${ROMAN[monthOf(end) / 3]} năm ${yearOf(end)}` : undefined;
    case 'year':
      return end ? `Năm ${yearOf(end)}` : undefined;
    case 'by-date':
      return due.trigger ? printTrigger(due.trigger) : end ? `Chậm nhất ${printDay(end)}` : undefined;
    case 'window':
      return printBounds('Từ', start, end);
    case 'multi-year':
      if (!start) return undefined;
      return end ? `Giai đoạn ${yearOf(start)} - ${yearOf(end)}` : `Năm ${yearOf(start)} và các năm tiếp theo`;
    case 'recurring':
      return due.recurrence ? [printRecurrence(due.recurrence), printWithin(start, end)].join('') : undefined;
    case 'continuous':
      return `Thường xuyên${printWithin(start, null)}`;
    case 'event':
      return due.trigger ? printTrigger(due.trigger) : undefined;
    case 'with-periodic-report':
      return 'Báo cáo kết quả thực hiện (lồng ghép trong kỳ báo cáo)';
    default:
      return undefined;
  }
}

const ROMAN: Readonly<Record<number, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

/** Nghị định 30: two figures for days below 10 and for months 1 and 2. */
function printDay(day: PlainDate): string {
  const month = monthOf(day);
  const figures = month <= 2 ? `0${month}` : String(month);
  return `ngày ${String(dayOfMonth(day)).padStart(2, '0')} tháng ${figures} năm ${yearOf(day)}`;
}

function printBounds(since: string, start: PlainDate | null, end: PlainDate | null): string | undefined {
  if (!start) return undefined;
  if (!end) return `${since} ${printDay(start)}`;
  const whole = dayOfMonth(start) === 1 && end === endOfMonth(yearOf(end), monthOf(end));
  const month = (day: PlainDate): string => (whole ? `tháng ${monthOf(day)} năm ${yearOf(day)}` : printDay(day));
  return `${since} ${month(start)} đến ${month(end)}`;
}

function printWithin(start: PlainDate | null, end: PlainDate | null): string {
  if (start && end && start.endsWith('-01-01') && end === `${yearOf(start)}-12-31`)
    return ` trong năm ${yearOf(start)}`;
  const bounds = printBounds('từ', start, end);
  return bounds === undefined ? '' : ` ${bounds}`;
}

function printTrigger({ text, offset }: Trigger): string {
  if (!offset) return text;
  const days = `${String(offset.days).padStart(2, '0')} ngày${offset.working ? ' làm việc' : ''}`;
  // Without an event the wording of the offset is all there is, and it is the trigger's own text.
  return /\d/u.test(text) && /ngày|tuần/iu.test(text) ? text : `Trong thời hạn ${days} kể từ ${text}`;
}

const EVERY: Readonly<Record<Recurrence['every'], string>> = {
  ...{ week: 'Hằng tuần', month: 'Hằng tháng', quarter: 'Hằng quý', 'half-year': 'Định kỳ 06 tháng', year: 'Hằng năm' },
};

function printRecurrence({ every, dayOfMonth: day, months }: Recurrence): string {
  const figures = day === null ? '' : String(day).padStart(2, '0');
  if (every === 'month' && day !== null) return `Chậm nhất ngày ${figures} hằng tháng`;
  if (!months) return EVERY[every];
  if (every === 'quarter') return `Chậm nhất ngày ${figures} của tháng ${months.to === 1 ? 'đầu' : 'cuối'} quý`;
  if (day !== null) return `Chậm nhất ngày ${figures} tháng ${months.to} hằng năm`;
  if (months.from === months.to) return `Tháng ${months.to} hằng năm`;
  if (months.to - months.from === 2 && months.to % 3 === 0) return `Quý ${ROMAN[months.to / 3]} hằng năm`;
  if (months.to === 12) return `${13 - months.from} tháng cuối năm hằng năm`;
  return `Chậm nhất tháng ${months.to} hằng năm`;
}
