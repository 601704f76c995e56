/** "Nhiệm vụ": every obligation of the unit, what is known of it, and what to fill; the last column says what is amiss. */

import { dayOfMonth, daysBetween, monthOf, plainDate, yearOf, type PlainDate } from '../../../calendar/plain-date';
import type { DateRange } from '../../../calendar/range';
import { formatDate } from '../../../i18n/format';
import { TASK_COLUMNS, type TaskColumn } from '../../../collect/form/columns';
import type { FormModel, TaskItem } from '../../../collect/form/model';
import { taskTexts } from '../../../collect/form/seal';
import { STATE_CHOICES, stateLabel } from '../../../collect/form/states';
import { address, listOf, type DataValidation, type FormCell, type FormSheetWriter } from './sheet';

export const TASK_WIDTHS = [6, 34, 13, 15, 15, 15, 12, 15, 12, 30, 21, 21, 16];
export const TASK_HEADER_ROW = 4;

/** What the last column can say; the self-check counts these words. */
export const TASK_HINTS = {
  unanswered: 'Chưa báo cáo',
  noState: 'Chưa chọn trạng thái',
  noDate: 'Thiếu ngày hoàn thành',
  dateWithoutEnd: 'Có ngày hoàn thành mà chưa hoàn thành',
  noPaper: 'Thiếu số, ký hiệu văn bản',
  late: 'Nêu nguyên nhân, giải pháp',
} as const;

const at = (key: TaskColumn): number => TASK_COLUMNS.findIndex((c) => c.key === key);
const date = (day: PlainDate): string => `DATE(${yearOf(day)},${monthOf(day)},${dayOfMonth(day)})`;

/** Excel's day 0. */
const EPOCH = plainDate('1899-12-30');

/** Rows of tasks, first and last. */
export interface TaskRows {
  readonly first: number;
  readonly last: number;
}

export function writeTasks(sheet: FormSheetWriter, model: FormModel): TaskRows {
  const columns = TASK_COLUMNS.length;
  sheet.row([{ value: 'Kết quả thực hiện nhiệm vụ trong Kế hoạch', look: 'title', span: columns }]);
  sheet.row([{ value: `${model.unitName}: ${model.periodName}`, look: 'subtitle', span: columns }]);
  sheet.row([
    {
      value: `Điền các ô nền vàng. Tình hình tính đến hết ngày ${formatDate(model.window.to)}. Nhiệm vụ đã hoàn thành từ trước thì để trống.`,
      look: 'note',
      span: columns,
    },
  ]);
  sheet.row(TASK_COLUMNS.map((c) => ({ value: c.title, look: 'header' })));
  const first = sheet.next();
  let area = '';
  for (const item of model.tasks) {
    if (item.area.code !== area) {
      area = item.area.code;
      const title = [item.area.code, item.area.title].filter((t) => t !== '').join('. ');
      sheet.row([{ look: 'group' }, { value: title, look: 'group', span: columns - 1 }]);
    }
    sheet.row(taskRow(item, model, sheet.next()), 34);
  }
  const last = Math.max(first, sheet.next() - 1);
  const [state, on] = [address(at('state'), first), address(at('on'), first)];
  sheet.colour(
    `${on}:${address(at('on'), last)}`,
    `AND($${state}="${stateLabel('completed', 'dated')}",$${on}="")`,
    'bad',
  );
  return { first, last };
}

function taskRow(item: TaskItem, model: FormModel, row: number): readonly FormCell[] {
  const texts = taskTexts(item);
  const known = item.settled ? 'settled' : 'known';
  const cells: Readonly<Record<TaskColumn, FormCell>> = {
    key: { value: item.key, look: 'knownCenter' },
    title: { value: texts['title'] ?? '', look: known },
    product: { value: texts['product'] ?? '', look: known },
    due: { value: texts['due'] ?? '', look: known },
    known: { value: texts['known'] ?? '', look: known },
    state: { look: 'choice', ...optional(stateList(item)) },
    on: { look: 'date', validation: dayCell(item, model, address(at('on'), row)) },
    paper: {
      look: 'text',
      validation: tip('Số, ký hiệu văn bản', 'Ví dụ: 12/KH-UBND. Nhiều văn bản thì cách nhau bằng dấu chấm phẩy.'),
    },
    paperOn: { look: 'date', validation: paperDay(model, address(at('paperOn'), row)) },
    result: { look: 'text' },
    reason: { look: 'text' },
    remedy: { look: 'text' },
    hint: { look: 'hint', formula: hint(item, model, row), value: item.settled ? '' : TASK_HINTS.unanswered },
  };
  return TASK_COLUMNS.map((c) => cells[c.key]);
}

const optional = (validation: DataValidation | undefined): { validation?: DataValidation } =>
  validation ? { validation } : {};

function stateList(item: TaskItem): DataValidation | undefined {
  const labels = STATE_CHOICES[item.cls].map((c) => c.label);
  return listOf(labels, 'Trạng thái', 'Bấm mũi tên bên phải ô để chọn.');
}

function tip(promptTitle: string, prompt: string): DataValidation {
  return {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    allowBlank: true,
    formulae: [2000],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Nội dung không nhận được',
    error: 'Ô này nhận chữ, tối đa 2.000 ký tự. Chữ bắt đầu bằng dấu = thì gõ thêm dấu nháy đơn ở đầu.',
    showInputMessage: true,
    promptTitle,
    prompt,
  };
}

/** A form may be filled until well after the cut-off; what happened later belongs to the next report. */
function dayCell(item: TaskItem, model: FormModel, cell: string): DataValidation {
  const periodic = item.cls === 'periodic';
  const from = periodic ? model.window.from : (`${yearOf(model.window.from)}-01-01` as PlainDate);
  const prompt = periodic
    ? `Không bắt buộc. Ngày có kết quả, trong kỳ từ ${formatDate(from)} đến ${formatDate(model.window.to)}.`
    : `Bắt buộc khi chọn "Đã hoàn thành". Nhập ngày/tháng/năm, ví dụ ${formatDate(model.window.to)}.`;
  return dates(cell, { from, to: model.window.to }, 'Ngày hoàn thành', prompt);
}

function paperDay(model: FormModel, cell: string): DataValidation {
  const from = `${yearOf(model.window.from)}-01-01` as PlainDate;
  return dates(cell, { from, to: model.window.to }, 'Ngày văn bản', 'Nhập ngày/tháng/năm của văn bản ở ô bên trái.');
}

/**
 * A spreadsheet set to American dates keeps "20/02/2026" as a text, though the form asks for just that: a text of that
 * shape stands for its day, here as when the form is read back.
 */
const dayIn = (cell: string): string =>
  `IF(ISNUMBER(${cell}),${cell},DATE(RIGHT(${cell},4),MID(${cell},4,LEN(${cell})-8),LEFT(${cell},2)))`;

/** Between the two days: its distance from their middle, so that the formula stays within Excel's 255 characters. */
function dates(cell: string, { from, to }: DateRange, promptTitle: string, prompt: string): DataValidation {
  const [first, last] = [daysBetween(EPOCH, from), daysBetween(EPOCH, to)];
  return {
    type: 'custom',
    allowBlank: true,
    formulae: [`ABS(2*${dayIn(cell)}-${first + last})<=${last - first}`],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Ngày không hợp lệ',
    error: `Nhập ngày dạng ngày/tháng/năm, từ ${formatDate(from)} đến ${formatDate(to)}.`,
    showInputMessage: true,
    promptTitle,
    prompt,
  };
}

function hint(item: TaskItem, model: FormModel, row: number): string {
  const cell = (key: TaskColumn): string => address(at(key), row);
  const [state, on, paper, paperOn] = [cell('state'), cell('on'), cell('paper'), cell('paperOn')];
  const filled = `COUNTA(${on}:${cell('remedy')})>0`;
  const end = `${state}="${stateLabel('completed', item.cls)}"`;
  const say = (text: string): string => `"${text}"`;
  const blank = `IF(${filled},${say(TASK_HINTS.noState)},${item.settled ? '""' : say(TASK_HINTS.unanswered)})`;
  const unpapered = `IF(AND(${paperOn}<>"",${paper}=""),${say(TASK_HINTS.noPaper)},${lateHint(item, model, cell)})`;
  if (item.cls === 'periodic') return `IF(${state}="",${blank},${unpapered})`;
  const dated = `IF(AND(${end},${on}=""),${say(TASK_HINTS.noDate)},IF(AND(NOT(${end}),${on}<>""),${say(TASK_HINTS.dateWithoutEnd)},${unpapered}))`;
  return `IF(${state}="",${blank},${dated})`;
}

/** A task past its last day asks for a reason and a remedy, completed late or not at all. */
function lateHint(item: TaskItem, model: FormModel, cell: (key: TaskColumn) => string): string {
  if (item.due === null || item.cls === 'periodic') return '""';
  const done = `${cell('state')}="${stateLabel('completed', item.cls)}"`;
  const passed = item.due <= model.window.to;
  const late = passed
    ? `OR(NOT(${done}),IFERROR(${dayIn(cell('on'))},0)>${date(item.due)})`
    : `AND(${done},IFERROR(${dayIn(cell('on'))},0)>${date(item.due)})`;
  return `IF(AND(${late},${cell('reason')}=""),"${TASK_HINTS.late}","")`;
}
