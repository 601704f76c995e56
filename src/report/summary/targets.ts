/**
 * "Chỉ tiêu kế hoạch": each measure of the plan's targets, its figure and whether it is met. A ratio is compared by its
 * two parts, as the program compares it, so that 97,996 % is not 98 % in the workbook either.
 */

import { isRelative, type TargetResult } from '../../figures/indicators';
import type { Comparator } from '../../plan/schema';
import { METS } from '../../i18n/measures';
import type { SummaryInput } from '../summary';
import { levelText } from '../targets';
import type { Scalar, Sheet, SheetCell } from '../workbook';
import { inSentence } from '../wording';
import {
  cell,
  cellRef,
  firstRow,
  formulaCell,
  fraction,
  literal,
  noRows,
  NOT_APPLICABLE,
  NOTHING,
  valueStyle,
} from './cells';
import type { IndicatorSheet } from './indicators';

export const TARGETS = 'Chỉ tiêu kế hoạch';
const MET = 8;
const NO_FIGURE = 'chưa có số liệu';

/** The cell that says whether a measure is met, by the measure's code. */
export function metCells(input: SummaryInput, heading: readonly SheetCell[]): (measure: string) => string {
  const first = firstRow(heading);
  const rows = new Map(input.evaluation.targets.map(({ measure }, i) => [measure.code, first + i]));
  return (measure) => cellRef(TARGETS, MET, rows.get(measure) ?? first);
}

const SIGNS: Readonly<Record<Comparator, string>> = {
  ...{ '>=': '>=', '>': '>', '<=': '<=', '<': '<', '=': '=' },
  ...{ increase: '>', decrease: '<' },
};

/** How the row compares with its level: a ratio by its two parts where the level has them too. */
function testFormula({ measure, previous }: TargetResult, row: number, byParts: boolean): string | null {
  const level = isRelative(measure) ? (previous?.value ?? null) : measure.value;
  if (measure.comparator === null || level === null) return null;
  const sign = SIGNS[measure.comparator];
  const parts: readonly [number | null, number | null] = isRelative(measure)
    ? [previous?.numerator ?? null, previous?.denominator ?? null]
    : [level, 100];
  if (byParts && !parts.includes(null)) return `E${row}*${parts[1]}${sign}${parts[0]}*F${row}`;
  return `G${row}${sign}${measure.unit === '%' ? fraction(level) : level}`;
}

/** Met or not as a formula over the row; null where there is nothing to calculate with. */
function metFormula(result: TargetResult, row: number, byParts: boolean): string | null {
  const test = testFormula(result, row, byParts);
  if (test === null) return null;
  return `IF(ISNUMBER(G${row}),IF(${test},${literal(METS.true)},${literal(METS.false)}),${literal(METS.null)})`;
}

function valueOf({ figure, measure }: TargetResult): Scalar {
  if (figure.answer === 'nothing-arose') return NOTHING;
  if (figure.answer === 'not-applicable') return NOT_APPLICABLE;
  if (figure.answer === 'missing' || figure.value === null) return NO_FIGURE;
  return measure.unit === '%' ? fraction(figure.value) : figure.value;
}

function targetRow(result: TargetResult, row: number, cityAt: IndicatorSheet['cityAt']): readonly SheetCell[] {
  const { target, measure, figure, met } = result;
  const value = valueOf(result);
  const from = (what: 'value' | 'numerator' | 'denominator'): string | null =>
    measure.indicator ? cityAt(measure.indicator, what) : null;
  const parts = figure.numerator !== null && figure.denominator !== null;
  const part = (what: 'numerator' | 'denominator'): SheetCell => {
    const at = parts ? from(what) : null;
    const style = valueStyle(figure[what], false);
    return at === null ? cell(figure[what], style) : formulaCell(at, figure[what], style);
  };
  const own = from('value');
  const shown =
    own !== null
      ? `IF(${own}="",${literal(NO_FIGURE)},${own})`
      : parts && measure.unit === '%'
        ? `IF(F${row}=0,${literal(NOTHING)},ROUND(E${row}/F${row},4))`
        : null;
  const style = valueStyle(value, measure.unit === '%');
  const words = METS[String(met) as keyof typeof METS];
  const test = metFormula(result, row, parts);
  return [
    cell(measure.code, 'center'),
    cell(inSentence(target.text)),
    cell(measure.scope),
    cell(levelText(result), 'center'),
    part('numerator'),
    part('denominator'),
    shown === null ? cell(value, style) : formulaCell(shown, value, style),
    test === null ? cell(words, 'center') : formulaCell(test, words, 'center'),
  ];
}

export function planTargetSheet(
  input: SummaryInput,
  heading: readonly SheetCell[],
  cityAt: IndicatorSheet['cityAt'],
): Sheet {
  const first = firstRow(heading);
  const rows = input.evaluation.targets.map((result, i) => targetRow(result, first + i, cityAt));
  const range = `H${first}:H${first + Math.max(rows.length, 1) - 1}`;
  return {
    name: TARGETS,
    heading,
    columns: [
      { key: 'code', header: 'Mã', width: 8 },
      { key: 'target', header: 'Chỉ tiêu trong kế hoạch', width: 56, wrap: true },
      { key: 'scope', header: 'Nội dung đo', width: 34, wrap: true },
      { key: 'goal', header: 'Mức phải đạt', width: 15, wrap: true },
      { key: 'numerator', header: 'Tử số', width: 12 },
      { key: 'denominator', header: 'Mẫu số', width: 12 },
      { key: 'value', header: 'Kết quả', width: 14, wrap: true },
      { key: 'met', header: 'Đánh giá', width: 14 },
    ],
    rows: rows.length > 0 ? rows : noRows(1, 'Không có chỉ tiêu của kế hoạch phải đánh giá.'),
    autoFilter: true,
    freezeColumns: 1,
    conditional: [
      { range, formula: `$H${first}=${literal(METS.true)}`, style: 'good' },
      { range, formula: `$H${first}=${literal(METS.false)}`, style: 'bad' },
    ],
    orientation: 'landscape',
  };
}
