/**
 * "Chỉ tiêu": every indicator of the form with each body's own answer, and the city's figure as a live formula of the
 * roll-up that the indicator declares. A ratio has two more rows, its parts, because ratios do not add. A cell that is
 * empty was not answered; a grey one was not asked; "không phát sinh" and "không áp dụng" are answers. Missing is never 0.
 */

import { inForce } from '../../calendar/range';
import { answerersOf } from '../../figures/indicators';
import type { FigureEvent, FigureResult } from '../../figures/figures';
import type { Indicator } from '../../figures/schema';
import { METS, ROLL_UPS } from '../../i18n/measures';
import type { SummaryInput } from '../summary';
import { levelText } from '../targets';
import type { CellStyle, Scalar, Sheet, SheetCell } from '../workbook';
import {
  cell,
  cellRef,
  columnLetter,
  firstRow,
  formulaCell,
  fraction,
  noRows,
  NOT_APPLICABLE,
  NOTHING,
  valueStyle,
} from './cells';
import { evaluated, sumFormula, totalFormula, ratioFormula, type Cells } from './roll-up-formulas';
import type { UnitLabel } from './unit-labels';

export const INDICATORS = 'Chỉ tiêu';
/** Columns before those of the bodies; the third is the city's figure. */
const FIXED = 9;
const CITY = 3;

/** Where the rows of an indicator stand: its own, and for a ratio those of its parts. */
export interface IndicatorRows {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** One line of the matrix, before it is cells: what each column holds. */
interface Line {
  readonly indicator: Indicator;
  readonly what: 'value' | 'numerator' | 'denominator';
}

interface Matrix extends SummaryInput {
  readonly first: number;
  readonly units: readonly string[];
  readonly rowsOf: ReadonlyMap<string, IndicatorRows>;
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values of the derived rows are worked out from those of the rows they stand on, column by column. */
  readonly known: Map<string, Scalar>;
}

/** A ratio that units answer by its two parts. */
const hasParts = (i: Indicator): boolean => i.type === 'ratio' && i.derived === null;

function linesOf(input: SummaryInput): readonly Line[] {
  const { evaluation, indicators } = input;
  const live = indicators.indicators.filter((i) => inForce(i, evaluation.period.window.to));
  return live
    .filter((i) => evaluation.indicators.has(i.code))
    .flatMap((indicator): readonly Line[] =>
      hasParts(indicator)
        ? [
            { indicator, what: 'value' },
            { indicator, what: 'numerator' },
            { indicator, what: 'denominator' },
          ]
        : [{ indicator, what: 'value' }],
    );
}

function matrixOf(input: SummaryInput, first: number, lines: readonly Line[]): Matrix {
  const { registry, indicators, evaluation } = input;
  const rowsOf = new Map<string, IndicatorRows>();
  lines.forEach(({ indicator, what }, i) => {
    if (what !== 'value') return;
    const parts = hasParts(indicator);
    const value = first + i;
    rowsOf.set(indicator.code, { value, numerator: parts ? value + 1 : null, denominator: parts ? value + 2 : null });
  });
  const on = evaluation.period.window.to;
  const asked = new Map(
    lines
      .filter((l) => l.what === 'value' && l.indicator.derived === null)
      .map(({ indicator }) => [indicator.code, new Set(answerersOf(indicator, indicators, registry, on))] as const),
  );
  const anybody = new Set([...asked.values()].flatMap((ids) => [...ids]));
  const units = registry.units.map((u) => u.id).filter((id) => anybody.has(id));
  return { ...input, first, units, rowsOf, asked, known: new Map() };
}

/** A figure as a cell of its indicator: a label for a choice, a fraction for a percentage, words for the rest. */
function shown(
  answer: FigureResult['answer'] | 'withdrawn',
  value: number | null,
  { type, options }: Indicator,
): Scalar {
  if (answer === 'nothing-arose') return NOTHING;
  if (answer === 'not-applicable') return NOT_APPLICABLE;
  if (answer !== 'value' || value === null) return null;
  if (options) return options.find((o) => o.value === value)?.label ?? value;
  return type === 'ratio' ? fraction(value) : value;
}

const TOTAL_STYLES: Readonly<Partial<Record<CellStyle, CellStyle>>> = {
  percent: 'totalPercent',
  decimal: 'totalDecimal',
};

/** What a body answered on a line. */
function unitCell(line: Line, event: FigureEvent | undefined, column: number, m: Matrix): SheetCell {
  const { indicator, what } = line;
  if (event === undefined) return cell(null, 'center');
  const { answer, value, numerator, denominator } = event.fact;
  // A part counts only beside the other: that is how the city's ratio is made.
  const both = answer === 'value' && numerator !== null && denominator !== null;
  if (what !== 'value') {
    const part = both ? (what === 'numerator' ? numerator : denominator) : null;
    return cell(part, valueStyle(part, false));
  }
  const { numerator: n, denominator: d } = m.rowsOf.get(indicator.code) as IndicatorRows;
  if (!both || n === null || d === null) {
    const text = shown(answer, value, indicator);
    return cell(text, valueStyle(text, indicator.type === 'ratio'));
  }
  const letter = columnLetter(column);
  const cells = { numerator: `${letter}${n}`, denominator: `${letter}${d}` };
  const result = evaluated.ratio(numerator, denominator, m.rate);
  return formulaCell(ratioFormula(cells, m.rate.decimals), result, valueStyle(result, true));
}

/** A derived row in one column: the formula over the cells it stands on, in the same column. */
function derivedCell(indicator: Indicator, column: number, m: Matrix): SheetCell | null {
  const { derived } = indicator;
  if (derived === null || 'from' in derived) return null;
  const letter = columnLetter(column);
  const { formula } = derived;
  const codes =
    formula.op === 'sum' ? formula.of.filter((c) => m.rowsOf.has(c)) : [formula.numerator, formula.denominator];
  const cells = codes.map((code) => `${letter}${m.rowsOf.get(code)?.value}`);
  const values = codes.map((code) => m.known.get(`${code}\u0000${column}`) ?? null);
  const made =
    formula.op === 'sum'
      ? formulaCell(sumFormula(cells), evaluated.sum(values), 'integer')
      : formulaCell(
          ratioFormula({ numerator: cells[0] as string, denominator: cells[1] as string }, m.rate.decimals),
          evaluated.ratio(values[0] ?? null, values[1] ?? null, m.rate),
          'percent',
        );
  return { ...made, style: valueStyle(made.value, formula.op === 'ratio') };
}

/** The city's figure: the roll-up as a formula where it can be written as one, else the figure alone. */
function cityCell(line: Line, m: Matrix): SheetCell {
  const { indicator, what } = line;
  const figure = m.evaluation.indicators.get(indicator.code) as FigureResult;
  const own = m.rowsOf.get(indicator.code) as IndicatorRows;
  const row = own.value + (what === 'value' ? 0 : what === 'numerator' ? 1 : 2);
  const [from, to] = [columnLetter(FIXED + 1), columnLetter(FIXED + Math.max(m.units.length, 1))];
  const range = (r: number): string => `${from}${r}:${to}${r}`;
  const value = what === 'value' ? shown(figure.answer, figure.value, indicator) : figure[what];
  const percent = indicator.type === 'ratio' && what === 'value';
  const cells: Cells = {
    own: range(row),
    numerator: own.numerator === null ? null : range(own.numerator),
    denominator: own.denominator === null ? null : range(own.denominator),
  };
  const { derived } = indicator;
  const formula =
    derived !== null && 'from' in derived
      ? { 'tasks-total': 'TQ_TongNhiemVu', 'tasks-done': 'TQ_NhiemVuXong' }[derived.measure]
      : derived === null
        ? totalFormula(indicator, what, cells, m.rate.decimals, figure.of)
        : derivedCell(indicator, CITY, m)?.formula;
  const style = valueStyle(value, percent);
  const made =
    formula === undefined || formula === null ? cell(value, style) : formulaCell(formula, value ?? '', style);
  return { ...made, style: TOTAL_STYLES[style] ?? 'total' };
}

/** The plan's measures that an indicator answers, and whether they are met: worked out on the sheet of targets. */
function targetCells(code: string, input: SummaryInput, metAt: (measure: string) => string): readonly SheetCell[] {
  const results = input.evaluation.targets.filter(({ measure }) => measure.indicator === code);
  const [only] = results;
  if (!only) return [cell(null, 'center'), cell(null, 'center')];
  const goals = results.map(levelText).join('; ');
  const words = (met: boolean | null): string => METS[String(met) as keyof typeof METS];
  if (results.length === 1)
    return [cell(goals, 'center'), formulaCell(metAt(only.measure.code), words(only.met), 'center')];
  return [cell(goals, 'center'), cell(results.map(({ met }) => words(met)).join('; '), 'center')];
}

const PART_LABELS = { numerator: 'Tử số', denominator: 'Mẫu số' } as const;

const how = ({ rollUp, derived }: Indicator): string =>
  derived === null ? ROLL_UPS[rollUp] : 'from' in derived ? 'đếm từ danh mục nhiệm vụ' : 'tính từ các chỉ tiêu khác';

/** Cells before those of the bodies. */
function fixedCells(line: Line, m: Matrix, metAt: (measure: string) => string): readonly SheetCell[] {
  const { indicator, what } = line;
  const figure = m.evaluation.indicators.get(indicator.code) as FigureResult;
  const city = cityCell(line, m);
  if (what !== 'value') {
    const part = indicator[what];
    const label = part ? `${PART_LABELS[what]}: ${part.label}` : PART_LABELS[what];
    const blank = Array.from({ length: FIXED - 4 }, () => cell(null, 'center'));
    return [cell(null, 'center'), cell(label), city, cell(part?.unit ?? '', 'center'), ...blank];
  }
  const row = m.rowsOf.get(indicator.code)?.value as number;
  const range = `${columnLetter(FIXED + 1)}${row}:${columnLetter(FIXED + m.units.length)}${row}`;
  const counted = indicator.derived === null && m.units.length > 0;
  return [
    cell(indicator.code, 'center'),
    cell(indicator.label),
    city,
    cell(indicator.unit === '-' ? '' : indicator.unit, 'center'),
    cell(how(indicator)),
    counted ? formulaCell(`COUNTA(${range})`, figure.reported, 'integer') : cell(figure.reported, 'integer'),
    cell(figure.of, 'integer'),
    ...targetCells(indicator.code, m, metAt),
  ];
}

function unitCells(line: Line, m: Matrix): readonly SheetCell[] {
  const { indicator } = line;
  const asked = m.asked.get(indicator.code);
  const figure = m.evaluation.indicators.get(indicator.code) as FigureResult;
  const told = new Map(asked ? figure.events.map((e) => [e.fact.unit, e]) : []);
  const closed = cell(null, 'closed');
  return m.units.map((unit, i) => {
    const column = FIXED + 1 + i;
    if (asked) return asked.has(unit) ? unitCell(line, told.get(unit), column, m) : closed;
    const own = derivedCell(indicator, column, m);
    return own === null || own.value === '' ? closed : own;
  });
}

/** Reported lines first, then derived ones as soon as what they stand on is known: cached values need that order. */
function allCells(
  lines: readonly Line[],
  m: Matrix,
  metAt: (measure: string) => string,
): readonly (readonly SheetCell[])[] {
  const made: (readonly SheetCell[])[] = [];
  const note = ({ indicator, what }: Line, cells: readonly SheetCell[]): void => {
    if (what !== 'value') return;
    cells.forEach((c, i) => {
      if (i + 1 === CITY || i >= FIXED) m.known.set(`${indicator.code}\u0000${i + 1}`, c.value);
    });
  };
  const isReady = ({ indicator: { derived } }: Line): boolean => {
    if (derived === null || 'from' in derived) return true;
    const { formula } = derived;
    const codes =
      formula.op === 'sum' ? formula.of.filter((c) => m.rowsOf.has(c)) : [formula.numerator, formula.denominator];
    return codes.every((code) => m.known.has(`${code}\u0000${CITY}`));
  };
  let waiting = lines.map((line, at) => ({ line, at }));
  while (waiting.length > 0) {
    const left = waiting.filter(({ line, at }) => {
      if (!isReady(line)) return true;
      note(line, (made[at] = [...fixedCells(line, m, metAt), ...unitCells(line, m)]));
      return false;
    });
    if (left.length === waiting.length) throw new Error('derived in a circle');
    waiting = left;
  }
  return made;
}

const NOTE: SheetCell = {
  value:
    'Ô trống: chưa trả lời, không phải là 0; ô xám: không phải trả lời; “không phát sinh”, “không áp dụng” là câu trả lời.',
  style: 'note',
};

/** The heading of the sheet: low enough to be frozen, so without the plan's title, and with the key to its cells. */
export const indicatorHeading = (heading: readonly SheetCell[]): readonly SheetCell[] => [
  ...heading.filter(({ style }) => style !== 'subtitle'),
  NOTE,
];

export interface IndicatorSheet {
  readonly sheet: Sheet;
  /** Where the city's figure stands, and the parts of a ratio; null where an indicator has no row. */
  readonly cityAt: (code: string, what: 'value' | 'numerator' | 'denominator') => string | null;
}

/** `metAt`: the cell on the sheet of targets that says whether a measure is met. */
export function indicatorSheet(
  input: SummaryInput,
  heading: readonly SheetCell[],
  label: UnitLabel,
  metAt: (measure: string) => string,
): IndicatorSheet {
  const lines = linesOf(input);
  const m = matrixOf(input, firstRow(heading), lines);
  const rows = allCells(lines, m, metAt);
  const end = m.first + Math.max(rows.length, 1) - 1;
  const mark = (text: string, style: 'good' | 'bad'): Sheet['conditional'][number] => ({
    range: `I${m.first}:I${end}`,
    formula: `$I${m.first}="${text}"`,
    style,
  });
  return {
    cityAt: (code, what) => {
      const row = m.rowsOf.get(code)?.[what];
      return row === null || row === undefined ? null : cellRef(INDICATORS, CITY, row);
    },
    sheet: {
      name: INDICATORS,
      heading,
      columns: [
        { key: 'code', header: 'Mã', width: 8 },
        { key: 'label', header: 'Chỉ tiêu thống kê', width: 44, wrap: true },
        { key: 'city', header: `Toàn ${input.registry.name}`, width: 12, wrap: true },
        { key: 'unit', header: 'Đơn vị tính', width: 10, wrap: true },
        { key: 'rollUp', header: 'Cách tổng hợp', width: 16, wrap: true },
        { key: 'reported', header: 'Đơn vị đã trả lời', width: 8, wrap: true },
        { key: 'of', header: 'Đơn vị phải trả lời', width: 8, wrap: true },
        { key: 'goal', header: 'Mức phải đạt', width: 12, wrap: true },
        { key: 'met', header: 'Đánh giá', width: 10, wrap: true },
        ...m.units.map((unit) => ({ key: unit, header: label(unit), width: 9, wrap: true })),
      ],
      rows: rows.length > 0 ? rows : noRows(1, 'Không có chỉ tiêu thống kê phải báo cáo.'),
      autoFilter: false,
      freezeColumns: 3,
      conditional: [mark(METS.true, 'good'), mark(METS.false, 'bad')],
      orientation: 'landscape',
    },
  };
}
