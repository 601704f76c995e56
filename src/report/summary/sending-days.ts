/** The days on which reports came, on "Tổng quan": a table counted from the reports sent, and its chart. */

import type { ChartRange, Scalar, SheetCell } from '../workbook';
import type { PlacedLater } from './areas';
import { cell, cellRef, columnRange, formulaCell } from './cells';
import type { SubmissionDay } from './submissions';

export const SENDING_DAYS = 'Báo cáo gửi theo ngày';
const SENT = 'Số báo cáo gửi trong ngày';
const SO_FAR = 'Đã gửi đến hết ngày';

/** The table under its title: header, then a row a day; `first` is the row of the first day. */
export function dayRows(days: readonly SubmissionDay[], first: number): readonly (readonly SheetCell[])[] {
  const header = ['Ngày', SENT, SO_FAR].map((text) => cell(text, 'header'));
  const rows = days.map(({ day, sent, soFar }, i) => {
    const row = first + i;
    return [
      cell(day, 'date'),
      formulaCell(`COUNTIF(GB_NgayGui,A${row})`, sent, 'integer'),
      formulaCell(`SUM(B$${first}:B${row})`, soFar, 'integer'),
    ];
  });
  return [header, ...rows];
}

/** Columns of each day, and a line of all so far. */
export function daysChart(days: readonly SubmissionDay[], sheet: string, first: number): PlacedLater {
  const column = (no: number, values: readonly Scalar[]): ChartRange => ({
    ref: columnRange(sheet, no, first, days.length),
    values,
  });
  const name = (no: number, text: string): ChartRange => ({ ref: cellRef(sheet, no, first - 1), values: [text] });
  return {
    title: SENDING_DAYS,
    alt: `Cột: số báo cáo gửi trong từng ngày; đường: số đã gửi đến hết ngày; ${days.length} ngày, số liệu ở trang ${sheet}.`,
    kind: 'columns',
    categories: {
      ...column(
        1,
        days.map((d) => d.day),
      ),
      dates: true,
    },
    format: 'integer',
    series: [
      {
        name: name(2, SENT),
        values: column(
          2,
          days.map((d) => d.sent),
        ),
        tone: 'first',
      },
      {
        name: name(3, SO_FAR),
        values: column(
          3,
          days.map((d) => d.soFar),
        ),
        tone: 'second',
        line: true,
      },
    ],
  };
}
