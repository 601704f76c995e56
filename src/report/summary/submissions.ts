/**
 * "Tình hình gửi báo cáo": who owes a report through which channel, when it came, how late, and whether it answers all
 * that was asked; and the days on which reports came, for the table and the chart of "Tổng quan".
 */

import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date';
import { SUBMISSION_LABELS } from '../../i18n/submissions';
import type { SummaryInput } from '../summary';
import { rowsOf, type Sheet, type SheetCell } from '../workbook';
import { cell, columnRange, firstRow, noRows } from './cells';
import type { UnitLabel } from './unit-labels';

export const SUBMISSIONS = 'Tình hình gửi báo cáo';

/** One report owed: a unit and a channel. */
export interface SubmissionRow {
  readonly unit: string;
  readonly channel: string;
  readonly due: PlainDate;
  readonly state: keyof typeof SUBMISSION_LABELS;
  readonly submittedOn: PlainDate | null;
  /** Days from the last day to the sending, or to the last day that the ledger knows of; null where it knows nothing. */
  readonly daysLate: number | null;
  readonly complete: boolean;
  /** What is still to be answered. */
  readonly unanswered: { readonly indicators: number; readonly obligations: number };
  /** Why it was sent back. */
  readonly note: string | null;
}

export function submissionNames(heading: readonly SheetCell[], rows: number): Record<string, string> {
  const first = firstRow(heading);
  return {
    GB_NgayGui: columnRange(SUBMISSIONS, 5, first, rows),
    GB_TinhTrang: columnRange(SUBMISSIONS, 6, first, rows),
  };
}

export function submissionSheet(input: SummaryInput, heading: readonly SheetCell[], label: UnitLabel): Sheet {
  const first = firstRow(heading);
  const row = (s: SubmissionRow, i: number): readonly SheetCell[] => [
    cell(i + 1, 'center'),
    cell(label(s.unit)),
    cell(s.channel),
    cell(s.due, 'date'),
    cell(s.submittedOn, 'date'),
    cell(SUBMISSION_LABELS[s.state]),
    cell((s.daysLate ?? 0) > 0 ? s.daysLate : null, 'integer'),
    cell(s.complete ? 'Có' : 'Chưa', 'center'),
    cell(s.unanswered.indicators, 'integer'),
    cell(s.unanswered.obligations, 'integer'),
    cell(s.note),
  ];
  const rows = rowsOf(input.submissions.length, (i) => row(input.submissions[i] as SubmissionRow, i));
  const range = `F${first}:F${first + Math.max(rows.length, 1) - 1}`;
  const mark = (state: SubmissionRow['state'], style: 'good' | 'bad' | 'warn'): Sheet['conditional'][number] => ({
    range,
    formula: `$F${first}="${SUBMISSION_LABELS[state]}"`,
    style,
  });
  return {
    name: SUBMISSIONS,
    heading,
    columns: [
      { key: 'no', header: 'STT', width: 6 },
      { key: 'unit', header: 'Cơ quan, đơn vị', width: 30, wrap: true },
      { key: 'channel', header: 'Kênh gửi', width: 26, wrap: true },
      { key: 'due', header: 'Hạn gửi', width: 12 },
      { key: 'sent', header: 'Ngày gửi', width: 12 },
      { key: 'state', header: 'Tình trạng', width: 24, wrap: true },
      { key: 'late', header: 'Số ngày chậm', width: 9, wrap: true },
      { key: 'complete', header: 'Đủ nội dung', width: 9, wrap: true },
      { key: 'indicators', header: 'Chỉ tiêu chưa trả lời', width: 10, wrap: true },
      { key: 'obligations', header: 'Phần việc chưa trả lời', width: 10, wrap: true },
      { key: 'note', header: 'Lý do trả lại', width: 30, wrap: true },
    ],
    rows: rows.length > 0 ? rows : noRows(1, 'Không có cơ quan, đơn vị phải gửi báo cáo.'),
    autoFilter: true,
    freezeColumns: 2,
    conditional: [
      // What is still to come in time is no fault yet.
      { range, formula: `AND($F${first}="${SUBMISSION_LABELS.missing}",N($G${first})>0)`, style: 'bad' },
      mark('missing', 'warn'),
      mark('returned', 'bad'),
      mark('empty', 'warn'),
      mark('late', 'warn'),
      mark('on-time', 'good'),
      mark('approved', 'good'),
    ],
    orientation: 'landscape',
  };
}

/** More days than this are too many for a chart: only those on which something came are kept. */
const MOST_DAYS = 45;

export interface SubmissionDay {
  readonly day: PlainDate;
  readonly sent: number;
  /** Sent up to the end of that day. */
  readonly soFar: number;
}

/** The days from the first report to the last, or to the last day on which sending is in time. */
export function submissionDays(rows: readonly SubmissionRow[]): readonly SubmissionDay[] {
  const days = rows.flatMap((r) => (r.submittedOn === null ? [] : [r.submittedOn])).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const dues = rows.map((r) => r.due).sort();
  const due = dues[dues.length - 1] as PlainDate;
  const until = due > last ? due : last;
  const span = daysBetween(first, until) + 1;
  const all = span <= MOST_DAYS ? Array.from({ length: span }, (_, i) => addDays(first, i)) : [...new Set(days)];
  const counts = new Map<PlainDate, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  let soFar = 0;
  return all.map((day) => {
    const sent = counts.get(day) ?? 0;
    soFar += sent;
    return { day, sent, soFar };
  });
}
