/**
 * "Kiểm tra": a live self-check before sending. Counts what the hint columns of the other sheets say and runs the
 * checks of the indicator list that compare figures of this form; a check that asks for a reason has a box for it.
 */

import {
  CHECK_COLUMNS,
  FIGURE_COLUMNS,
  FORM_SHEETS,
  SECTION_COLUMNS,
  TASK_COLUMNS,
} from '../../../collect/form/columns';
import type { FormCheck, FormModel } from '../../../collect/form/model';
import { FIGURE_HINTS, type FigureRows } from './sheet-figures';
import type { SectionRows } from './sheet-sections';
import { TASK_HINTS, type TaskRows } from './sheet-tasks';
import { address, type FormCell, type FormSheetWriter } from './sheet';

export const CHECK_WIDTHS = [14, 62, 13, 22, 52];
/** Lines for answers to what `check` found later: by its code and what it was about. */
const FREE_LINES = 5;

const RESULT = {
  ok: 'Đạt',
  fix: 'Phải sửa',
  explain: 'Cần giải trình',
  explained: 'Đã giải trình',
  missing: 'Còn thiếu',
  open: 'Chưa đủ số',
} as const;

interface Ranges {
  readonly tasks: TaskRows;
  readonly figures: FigureRows;
  readonly sections: SectionRows;
}

interface Line {
  readonly text: string;
  /** Formula of the count, with its value in the blank form. */
  readonly count: string;
  readonly blank: number;
  /** What a count above 0 means. */
  readonly above: 'fix' | 'missing' | 'explain';
}

const quoted = (name: string): string => `'${name}'!`;

/** A column of a sheet, absolute, from first to last row. */
function range(sheet: string, column: number, first: number, last: number): string {
  const fixed = (row: number): string => `$${address(column, row).replace(/(\d+)$/, '$$$1')}`;
  return `${quoted(sheet)}${fixed(first)}:${fixed(last)}`;
}

export function writeChecks(sheet: FormSheetWriter, model: FormModel, ranges: Ranges): void {
  const columns = CHECK_WIDTHS.length;
  sheet.row([{ value: 'Tự kiểm tra trước khi gửi', look: 'title', span: columns }]);
  sheet.row([{ value: `${model.unitName}: ${model.periodName}`, look: 'subtitle', span: columns }]);
  const lines = linesOf(model, ranges);
  const first = sheet.next() + 2;
  const last = first + lines.length + model.checks.length - 1;
  sheet.row([verdict(first, last, lines, columns)], 26);
  sheet.row(CHECK_COLUMNS.map((c) => ({ value: c.title, look: 'header' })));
  lines.forEach((line, i) => sheet.row(lineCells(line, i + 1, sheet.next())));
  model.checks.forEach((check) => sheet.row(checkCells(check, ranges.figures, sheet.next()), 30));
  colour(sheet, first, last);
  for (let i = 0; i < FREE_LINES; i += 1) sheet.row(freeCells());
  sheet.row([
    {
      value:
        'Trang này tự cập nhật khi điền. "Còn thiếu" vẫn gửi được nhưng báo cáo chưa đầy đủ; "Phải sửa" thì biểu hoặc số liệu bị trả lại. Giải trình được in trong phần ghi chú của báo cáo.',
      look: 'note',
      span: columns,
    },
  ]);
}

const hintColumn = (columns: readonly { readonly key: string }[]): number => columns.findIndex((c) => c.key === 'hint');

/** A line that counts rows of `hints` saying `hint`. */
function hintLine(text: string, hints: string, hint: string, blank: number, above: Line['above']): Line {
  return { text, count: `COUNTIF(${hints},"${hint}")`, blank, above };
}

const linesOf = (model: FormModel, ranges: Ranges): readonly Line[] => [
  ...taskLines(model, ranges),
  ...figureLines(model, ranges),
  ...sectionLines(model, ranges),
];

function taskLines(model: FormModel, { tasks }: Ranges): readonly Line[] {
  if (model.tasks.length === 0) return [];
  const hints = range(FORM_SHEETS.tasks.name, hintColumn(TASK_COLUMNS), tasks.first, tasks.last);
  const owed = model.tasks.filter((t) => !t.settled).length;
  const line = (text: string, hint: string, above: Line['above'], blank = 0): Line =>
    hintLine(text, hints, hint, blank, above);
  return [
    line('Nhiệm vụ chưa báo cáo', TASK_HINTS.unanswered, 'missing', owed),
    line('Nhiệm vụ có nội dung nhưng chưa chọn trạng thái', TASK_HINTS.noState, 'fix'),
    line('Nhiệm vụ đã hoàn thành nhưng thiếu ngày hoàn thành', TASK_HINTS.noDate, 'fix'),
    line('Nhiệm vụ có ngày hoàn thành nhưng trạng thái chưa hoàn thành', TASK_HINTS.dateWithoutEnd, 'fix'),
    line('Nhiệm vụ có ngày văn bản nhưng thiếu số, ký hiệu', TASK_HINTS.noPaper, 'fix'),
    line('Nhiệm vụ quá hạn chưa nêu nguyên nhân, giải pháp', TASK_HINTS.late, 'missing'),
  ];
}

function figureLines(model: FormModel, { figures }: Ranges): readonly Line[] {
  const rows = [...figures.values()];
  if (rows.length === 0) return [];
  const hints = range(FORM_SHEETS.figures.name, hintColumn(FIGURE_COLUMNS), Math.min(...rows), Math.max(...rows));
  const asked = model.figures.filter((f) => f.kind !== 'derived').length;
  const line = (text: string, hint: string, above: Line['above'], blank = 0): Line =>
    hintLine(text, hints, hint, blank, above);
  return [
    line('Chỉ tiêu chưa có số liệu', FIGURE_HINTS.unanswered, 'missing', asked),
    line('Chỉ tiêu thiếu tử số hoặc mẫu số', FIGURE_HINTS.half, 'fix'),
    line('Tỷ lệ có tử số lớn hơn mẫu số', FIGURE_HINTS.above, 'fix'),
    line('Tỷ lệ có tử số lớn hơn mẫu số, chưa nêu lý do ở cột Ghi chú', FIGURE_HINTS.excess, 'explain'),
    line('Chỉ tiêu vừa có số vừa chọn "không có số"', FIGURE_HINTS.both, 'fix'),
    line('Chỉ tiêu nhập chữ thay cho số', FIGURE_HINTS.notNumber, 'fix'),
  ];
}

function sectionLines(model: FormModel, { sections }: Ranges): readonly Line[] {
  if (model.sections.length === 0) return [];
  const column = SECTION_COLUMNS.findIndex((c) => c.key === 'text');
  const texts = range(FORM_SHEETS.sections.name, column, sections.first, sections.last);
  return [
    {
      text: `Thuyết minh: số mục chưa có nội dung riêng (trên ${model.sections.length} mục)`,
      count: `ROWS(${texts})-COUNTA(${texts})`,
      blank: model.sections.length,
      above: 'missing',
    },
  ];
}

function lineCells(line: Line, no: number, row: number): readonly FormCell[] {
  const count = address(2, row);
  return [
    { value: no, look: 'knownCenter' },
    { value: line.text, look: 'known' },
    { value: line.blank, formula: line.count, look: 'knownCenter' },
    {
      value: line.blank > 0 ? RESULT[line.above] : RESULT.ok,
      formula: `IF(${count}>0,"${RESULT[line.above]}","${RESULT.ok}")`,
      look: 'knownCenter',
    },
    { look: 'shut' },
  ];
}

function freeCells(): readonly FormCell[] {
  return [
    { look: 'text' },
    {
      value:
        'Giải trình khác: ghi mã kiểm tra ở cột đầu; ở cột "Số lượng" ghi mã chỉ tiêu, mã nhiệm vụ, "các chỉ tiêu" hoặc "các nhiệm vụ"',
      look: 'settled',
    },
    { look: 'text' },
    { look: 'shut' },
    { look: 'text' },
  ];
}

/** Absolute references into the sheet of figures. */
const amountOf = (code: string, figures: FigureRows, column: string): string => {
  const at = FIGURE_COLUMNS.findIndex((c) => c.key === column);
  const row = figures.get(code) as number;
  return `${quoted(FORM_SHEETS.figures.name)}$${address(at, row).replace(/(\d+)$/, '$$$1')}`;
};

function checkCells(check: FormCheck, figures: FigureRows, row: number): readonly FormCell[] {
  const reason = address(
    CHECK_COLUMNS.findIndex((c) => c.key === 'reason'),
    row,
  );
  const bad = check.level === 'stop' ? `"${RESULT.fix}"` : `IF(${reason}="","${RESULT.explain}","${RESULT.explained}")`;
  return [
    { value: `${check.code} (${check.subject})`, look: 'knownCenter' },
    { value: check.message, look: 'known' },
    { look: 'shut' },
    { value: RESULT.open, formula: checkFormula(check, figures, bad), look: 'knownCenter' },
    check.level === 'stop' ? { look: 'shut' } : { look: 'text' },
  ];
}

function checkFormula({ rule }: FormCheck, figures: FigureRows, bad: string): string {
  const list = (codes: readonly string[], column = 'value'): string =>
    codes.map((code) => amountOf(code, figures, column)).join(',');
  if (rule.kind === 'ratio') {
    const [top, bottom] = [list([rule.code], 'numerator'), list([rule.code], 'denominator')];
    return `IF(COUNT(${top},${bottom})<2,"${RESULT.open}",IF(${top}>${bottom},${bad},"${RESULT.ok}"))`;
  }
  const [a, b] = rule.kind === 'part-of' ? [rule.part, rule.whole] : [rule.left, rule.right];
  const wrong = rule.kind === 'part-of' ? `SUM(${list(a)})>SUM(${list(b)})` : `SUM(${list(a)})<>SUM(${list(b)})`;
  // Some parts that are already more than the whole are wrong whatever the rest will be.
  const enough =
    rule.kind === 'part-of'
      ? `AND(COUNT(${list(a)})>0,COUNT(${list(b)})=${b.length})`
      : `COUNT(${list([...a, ...b])})=${a.length + b.length}`;
  return `IF(${enough},IF(${wrong},${bad},"${RESULT.ok}"),"${RESULT.open}")`;
}

function verdict(first: number, last: number, lines: readonly Line[], columns: number): FormCell {
  const results = `${address(3, first)}:${address(3, last)}`;
  const count = (what: string): string => `COUNTIF(${results},"${what}")`;
  const missing = lines.filter((l) => l.blank > 0).length;
  const say = (n: string, rest: string): string => `"Còn "&${n}&" ${rest}"`;
  return {
    look: 'strong',
    span: columns,
    size: 13,
    value: missing > 0 ? `Còn ${missing} mục thiếu; vẫn gửi được nhưng báo cáo chưa đầy đủ.` : 'Đủ điều kiện gửi.',
    formula: `IF(${count(RESULT.fix)}>0,${say(count(RESULT.fix), 'mục phải sửa trước khi gửi.')},IF(${count(RESULT.missing)}>0,${say(count(RESULT.missing), 'mục thiếu; vẫn gửi được nhưng báo cáo chưa đầy đủ.')},IF(${count(RESULT.explain)}>0,${say(count(RESULT.explain), 'mục cần giải trình.')},"Đủ điều kiện gửi.")))`,
  };
}

function colour(sheet: FormSheetWriter, first: number, last: number): void {
  const results = `${address(3, first)}:${address(3, last)}`;
  const cell = address(3, first);
  sheet.colour(results, `OR(${cell}="${RESULT.fix}",${cell}="${RESULT.explain}")`, 'bad');
  sheet.colour(results, `OR(${cell}="${RESULT.ok}",${cell}="${RESULT.explained}")`, 'good');
}
