/** "Số liệu": the unit's figures by code, last period's beside them, ratios as live formulas, red where they clash. */

import { FIGURE_COLUMNS, NO_FIGURE, type FigureColumn } from '../../../collect/form/columns';
import type { FigureItem, FormModel } from '../../../collect/form/model';
import { figureTexts } from '../../../collect/form/seal';
import { address, listOf, type DataValidation, type FormCell, type FormSheetWriter } from './sheet';

export const FIGURE_WIDTHS = [9, 50, 12, 20, 13, 13, 15, 10, 18, 24, 20];
export const FIGURE_HEADER_ROW = 4;

export const FIGURE_HINTS = {
  unanswered: 'Chưa có số liệu',
  half: 'Thiếu tử số hoặc mẫu số',
  above: 'Tử số lớn hơn mẫu số',
  explain: 'Tử số lớn hơn mẫu số: giải trình ở trang Kiểm tra',
  excess: 'Tử số lớn hơn mẫu số: nêu lý do ở Ghi chú',
  both: 'Vừa có số vừa chọn không có số',
  notNumber: 'Phải là số',
} as const;

const at = (key: FigureColumn): number => FIGURE_COLUMNS.findIndex((c) => c.key === key);

/** Row of each figure. */
export type FigureRows = ReadonlyMap<string, number>;

export function writeFigures(sheet: FormSheetWriter, model: FormModel): FigureRows {
  const columns = FIGURE_COLUMNS.length;
  sheet.row([{ value: 'Thống kê số liệu các chỉ tiêu', look: 'title', span: columns }]);
  sheet.row([{ value: `${model.unitName}: ${model.periodName}`, look: 'subtitle', span: columns }]);
  sheet.row([
    {
      value:
        'Điền các ô nền vàng. Có nhưng bằng không thì ghi 0. Không có việc phát sinh, hoặc chỉ tiêu không áp dụng với đơn vị, thì chọn ở cột "Trường hợp không có số". Ô để trống là chưa có số liệu.',
      look: 'note',
      span: columns,
    },
  ]);
  sheet.row(FIGURE_COLUMNS.map((c) => ({ value: c.title, look: 'header' })));
  const rows = placeRows(sheet.next(), model);
  let group = '';
  for (const item of model.figures) {
    if (item.group !== group) {
      group = item.group;
      sheet.row([{ look: 'group' }, { value: group, look: 'group', span: columns - 1 }]);
    }
    sheet.row(figureRow(item, rows), 20);
  }
  colourClashes(sheet, model, rows);
  return rows;
}

/** Where each figure will stand: formulas look at rows that come later. */
function placeRows(first: number, model: FormModel): FigureRows {
  const rows = new Map<string, number>();
  let row = first;
  let group = '';
  for (const item of model.figures) {
    if (item.group !== group) row += 1;
    group = item.group;
    rows.set(item.code, row);
    row += 1;
  }
  return rows;
}

export const valueCell = (code: string, rows: FigureRows): string => address(at('value'), rows.get(code) as number);

function figureRow(item: FigureItem, rows: FigureRows): readonly FormCell[] {
  const row = rows.get(item.code) as number;
  const texts = figureTexts(item);
  const cells: Readonly<Record<FigureColumn, FormCell>> = {
    key: { value: item.code, look: 'knownCenter' },
    label: { value: texts['label'] ?? '', look: 'known' },
    unit: { value: texts['unit'] ?? '', look: 'knownCenter' },
    previous: { value: texts['previous'] ?? '', look: 'knownCenter' },
    ...inputs(item, row, rows),
    answer: item.kind === 'derived' ? { look: 'shut' } : { look: 'choice', ...noFigureList() },
    note: item.kind === 'derived' ? { look: 'shut' } : { look: 'text' },
    hint:
      item.kind === 'derived'
        ? { look: 'hint' }
        : { look: 'hint', formula: hint(item, row), value: FIGURE_HINTS.unanswered },
  };
  return FIGURE_COLUMNS.map((c) => cells[c.key]);
}

type Inputs = Readonly<Record<'numerator' | 'denominator' | 'value' | 'ratio', FormCell>>;

function inputs(item: FigureItem, row: number, rows: FigureRows): Inputs {
  const shut = { look: 'shut' } as const;
  const number = (prompt: string): FormCell => ({ look: 'number', validation: amount(prompt) });
  const parts = (): Pick<Inputs, 'numerator' | 'denominator' | 'ratio'> => ({
    numerator: number(`Tử số: ${item.parts?.numerator ?? ''}`),
    denominator: number(`Mẫu số: ${item.parts?.denominator ?? ''}`),
    ratio: {
      look: 'percent',
      formula: ratio(address(at('numerator'), row), address(at('denominator'), row)),
      value: '',
    },
  });
  switch (item.kind) {
    case 'ratio':
      return { ...parts(), value: shut };
    case 'share':
      return { ...parts(), value: number('Ghi tỷ lệ % chỉ khi không có tử số và mẫu số, ví dụ 98,5.') };
    case 'choice':
      return { numerator: shut, denominator: shut, ratio: shut, value: { look: 'choice', ...choices(item) } };
    case 'count':
      return {
        numerator: shut,
        denominator: shut,
        ratio: shut,
        value: number('Số từ 0 trở lên. Có nhưng bằng không thì ghi 0.'),
      };
    case 'derived':
      return { numerator: shut, denominator: shut, ...derived(item, rows) };
  }
}

function choices(item: FigureItem): { validation?: DataValidation } {
  const list = listOf(
    item.options.map((o) => o.label),
    'Chọn',
    'Bấm mũi tên bên phải ô để chọn.',
  );
  return list ? { validation: list } : {};
}

function noFigureList(): { validation?: DataValidation } {
  const list = listOf(Object.values(NO_FIGURE), 'Không có số', 'Chỉ chọn khi không có số để ghi.');
  return list ? { validation: list } : {};
}

/** Text typed where a number belongs must not turn into an error value on the officer's screen. */
function ratio(top: string, bottom: string): string {
  return `IF(COUNT(${top},${bottom})<2,"",IF(${bottom}=0,"${NO_FIGURE['nothing-arose']}",${top}/${bottom}))`;
}

function derived(item: FigureItem, rows: FigureRows): Pick<Inputs, 'value' | 'ratio'> {
  const { formula } = item;
  if (formula === null) return { value: { look: 'shut' }, ratio: { look: 'shut' } };
  if (formula.op === 'ratio') {
    const text = ratio(valueCell(formula.numerator, rows), valueCell(formula.denominator, rows));
    return { value: { look: 'shut' }, ratio: { look: 'percent', formula: text, value: '' } };
  }
  const cells = formula.of.map((code) => valueCell(code, rows)).join(',');
  return {
    value: { look: 'figure', formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`, value: '' },
    ratio: { look: 'shut' },
  };
}

function amount(prompt: string): DataValidation {
  return {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    allowBlank: true,
    formulae: [0],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Phải là số',
    error: 'Nhập số từ 0 trở lên, không kèm chữ. Không có số thì chọn ở cột "Trường hợp không có số".',
    showInputMessage: true,
    promptTitle: 'Nhập số',
    prompt: prompt.slice(0, 250),
  };
}

function hint(item: FigureItem, row: number): string {
  const cell = (key: FigureColumn): string => address(at(key), row);
  const [top, bottom, value, answer] = [cell('numerator'), cell('denominator'), cell('value'), cell('answer')];
  const note = cell('note');
  const asked = item.kind === 'ratio' ? `${top}:${bottom}` : item.kind === 'share' ? `${top}:${value}` : value;
  const typed = `COUNTA(${asked})`;
  const numbers = `COUNT(${asked})`;
  const blank = `IF(${answer}="","${FIGURE_HINTS.unanswered}","")`;
  const clash = `IF(${answer}<>"","${FIGURE_HINTS.both}",${details(item, { top, bottom, note, typed, numbers })})`;
  return `IF(${typed}=0,${blank},${clash})`;
}

interface HintParts {
  readonly top: string;
  readonly bottom: string;
  readonly note: string;
  readonly typed: string;
  readonly numbers: string;
}

/** What is said of a numerator above its denominator; where a note is enough, nothing once it stands there. */
function excessHint({ excess }: FigureItem, note: string): string {
  if (excess === 'note') return `IF(${note}="","${FIGURE_HINTS.excess}","")`;
  return `"${excess === 'stop' ? FIGURE_HINTS.above : FIGURE_HINTS.explain}"`;
}

function details(item: FigureItem, { top, bottom, note, typed, numbers }: HintParts): string {
  if (item.kind === 'choice') return '""';
  const number = (otherwise: string): string => `IF(${numbers}<${typed},"${FIGURE_HINTS.notNumber}",${otherwise})`;
  if (item.kind === 'count') return number('""');
  const half = `COUNT(${top},${bottom})=1`;
  const above = `AND(COUNT(${top},${bottom})=2,${top}>${bottom})`;
  return number(`IF(${half},"${FIGURE_HINTS.half}",IF(${above},${excessHint(item, note)},""))`);
}

/** Red where a part is larger than its whole, within a ratio and between figures. */
function colourClashes(sheet: FormSheetWriter, model: FormModel, rows: FigureRows): void {
  const all = [...rows.values()];
  if (all.length === 0) return;
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const [top, bottom] = [`$${address(at('numerator'), first)}`, `$${address(at('denominator'), first)}`];
  sheet.colour(
    `${address(at('numerator'), first)}:${address(at('denominator'), last)}`,
    `AND(COUNT(${top},${bottom})=2,${top}>${bottom})`,
    'bad',
  );
  for (const { rule } of model.checks) {
    if (rule.kind !== 'part-of') continue;
    const fixed = (code: string): string => `$${valueCell(code, rows).replace(/(\d+)$/, '$$$1')}`;
    const parts = rule.part.map(fixed).join(',');
    const whole = rule.whole.map(fixed).join(',');
    const formula = `AND(COUNT(${parts})>0,COUNT(${whole})=${rule.whole.length},SUM(${parts})>SUM(${whole}))`;
    for (const code of rule.part) sheet.colour(valueCell(code, rows), formula, 'bad');
  }
}
