/**
 * Roll-ups as Excel formulas, and the values these give, by the same rules as `figures`: a total of nothing is not 0
 * but what the bodies said instead, "không phát sinh", "không áp dụng" or nothing. Only functions that Excel 2007 and
 * LibreOffice both have.
 */

import { percentOf, sumExact, type PercentPolicy } from '../../figures/percent';
import type { Indicator } from '../../figures/schema';
import type { Scalar } from '../workbook';
import { fraction, literal, NOT_APPLICABLE, NOTHING, quoted } from './cells';

/** Ranges of one row of the matrix, and of the rows of a ratio's parts. */
export interface Cells {
  readonly own: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** What stands where nobody gave a value, over a range. */
const silence = (range: string): string =>
  `IF(COUNTIF(${range},${quoted(NOTHING)})>0,${literal(NOTHING)},IF(COUNTIF(${range},${quoted(NOT_APPLICABLE)})>0,${literal(NOT_APPLICABLE)},""))`;

/** The same over single cells, which COUNTIF does not take. */
function silenceOf(cells: readonly string[]): string {
  const any = (text: string): string => `OR(${cells.map((c) => `${c}=${literal(text)}`).join(',')})`;
  return `IF(${any(NOTHING)},${literal(NOTHING)},IF(${any(NOT_APPLICABLE)},${literal(NOT_APPLICABLE)},""))`;
}

export function sumFormula(cells: readonly string[]): string {
  if (cells.length === 0) return '""';
  const list = cells.join(',');
  return `IF(COUNT(${list})=0,${silenceOf(cells)},ROUND(SUM(${list}),6))`;
}

export function ratioFormula(
  of: { readonly numerator: string; readonly denominator: string },
  decimals: number,
): string {
  const { numerator: n, denominator: d } = of;
  const silent = `IF(OR(${n}="",${d}=""),"",${silenceOf([n, d])})`;
  return `IF(AND(ISNUMBER(${n}),ISNUMBER(${d})),IF(${d}=0,${literal(NOTHING)},ROUND(${n}/${d},${decimals + 2})),${silent})`;
}

type Option = NonNullable<Indicator['options']>[number];

/** The first label, in the order given, that anybody chose. */
function firstChosen(range: string, options: readonly Option[]): string {
  return options.reduceRight(
    (rest, o) => `IF(COUNTIF(${range},${quoted(o.label)})>0,${literal(o.label)},${rest})`,
    silence(range),
  );
}

/** The label that all chose, else the one that says "mixed". */
function agreed(range: string, options: readonly Option[], mixed: number): string {
  const chosen = options.map((o) => `COUNTIF(${range},${quoted(o.label)})`);
  const all = chosen.join('+');
  const other = literal(options.find((o) => o.value === mixed)?.label ?? '');
  const same = options.reduceRight((rest, o, i) => `IF(${chosen[i]}=${all},${literal(o.label)},${rest})`, other);
  return `IF(${all}=0,${silence(range)},${same})`;
}

function choiceFormula({ rollUp, options = [], mixed }: Indicator, range: string, asked: number): string | null {
  const descending = [...options].sort((a, b) => b.value - a.value);
  if (rollUp === 'max' || (asked === 1 && rollUp !== 'count-of')) return firstChosen(range, descending);
  if (rollUp === 'count-of' && mixed !== undefined) return agreed(range, options, mixed);
  return null;
}

function ratioOfSums({ own, numerator: n, denominator: d }: Cells, decimals: number): string | null {
  if (n === null || d === null) return null;
  const bare = `IF(COUNT(${own})=1,SUM(${own}),${silence(own)})`;
  const rate = `IF(SUM(${d})=0,${literal(NOTHING)},ROUND(SUM(${n})/SUM(${d}),${decimals + 2}))`;
  return `IF(COUNT(${d})=0,${bare},${rate})`;
}

/** The city's figure of a row; null where the roll-up cannot be written as a formula. */
export function totalFormula(
  indicator: Indicator,
  what: 'value' | 'numerator' | 'denominator',
  cells: Cells,
  decimals: number,
  asked: number,
): string | null {
  const range = cells.own;
  if (what !== 'value') return `IF(COUNT(${range})=0,"",ROUND(SUM(${range}),6))`;
  if (indicator.type === 'ratio') return ratioOfSums(cells, decimals);
  if (indicator.options) return choiceFormula(indicator, range, asked);
  const none = `COUNT(${range})=0,${silence(range)}`;
  switch (indicator.rollUp) {
    case 'max':
      return `IF(${none},MAX(${range}))`;
    case 'count-of':
      return indicator.mixed === undefined ? `IF(${none},COUNTIF(${range},">0")+COUNTIF(${range},"<0"))` : null;
    case 'ratio-of-sums':
      return null;
    case 'sum':
    case 'latest':
    case 'owner':
      return `IF(${none},ROUND(SUM(${range}),6))`;
  }
}

const isNumber = (value: Scalar): value is number => typeof value === 'number';

function silent(values: readonly Scalar[]): string {
  return values.includes(NOTHING) ? NOTHING : values.includes(NOT_APPLICABLE) ? NOT_APPLICABLE : '';
}

/** What `sumFormula` and `ratioFormula` give for such values; null is an empty cell. */
export const evaluated = {
  sum: (values: readonly Scalar[]): Scalar => {
    const numbers = values.filter(isNumber);
    return numbers.length === 0 ? silent(values) : sumExact(numbers);
  },
  ratio: (n: Scalar, d: Scalar, policy: PercentPolicy): Scalar => {
    if (!isNumber(n) || !isNumber(d)) return [n, d].some((v) => v === null || v === '') ? '' : silent([n, d]);
    const percent = percentOf(n, d, policy);
    return percent === null ? NOTHING : fraction(percent);
  },
};
