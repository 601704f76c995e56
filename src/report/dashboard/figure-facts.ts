/** How a figure of the dashboard came about: how it adds, the figures of its formula, what each body told. */

import { inForce } from '../../calendar/range';
import type { FigureEvent, FigureResult } from '../../figures/figures';
import type { Indicator, IndicatorsFile } from '../../figures/schema';
import { ANSWER_LABELS, ROLL_UPS } from '../../i18n/measures';
import { formatNumber } from '../../i18n/format';
import type { Evaluation } from '../../figures/evaluation';
import { figureText, inSentence } from '../wording';
import { differences, type Lookup, type TextPool } from './facts';

export interface FigureFacts {
  readonly title: string;
  /** What is printed, with its unit and its two numbers. */
  readonly value: string;
  /** How it is made of what the units told. */
  readonly how: string;
  readonly basis: readonly string[];
  /** Figures of its formula, by index. */
  readonly of: readonly number[];
  /** Counted from the tasks of the plan: the key of that count. */
  readonly count: string | null;
  /** Of a plan's target: null where it cannot be said. */
  readonly met: boolean | null;
  readonly reported: number;
  readonly asked: number;
  /** Who told, what (a text), and the event's place in the ledger (as differences). */
  readonly units: readonly number[];
  readonly amounts: readonly number[];
  readonly seq: readonly number[];
}

export interface FiguresInput {
  readonly evaluation: Evaluation;
  readonly indicators: IndicatorsFile;
}

const LEDGER_COUNTS = { 'tasks-total': 't/all/all', 'tasks-done': 't/all/done' } as const;

function toldText({ fact }: FigureEvent): string {
  if (fact.answer !== 'value') return ANSWER_LABELS[fact.answer];
  if (fact.numerator !== null && fact.denominator !== null)
    return `${formatNumber(fact.numerator)}/${formatNumber(fact.denominator)}`;
  return fact.value === null ? '' : formatNumber(fact.value);
}

function told(figure: FigureResult, at: Lookup, texts: TextPool): Pick<FigureFacts, 'units' | 'amounts' | 'seq'> {
  return {
    units: figure.events.map((e) => at.unit(e.fact.unit)),
    amounts: figure.events.map((e) => texts.of(toldText(e))),
    seq: differences(figure.events.map((e) => e.seq)),
  };
}

/** Codes that a derived figure is made of, of those in force. */
function formulaCodes({ derived }: Indicator, { indicators }: Evaluation): readonly string[] {
  if (derived === null || 'from' in derived) return [];
  const { formula } = derived;
  return formula.op === 'sum'
    ? formula.of.filter((code) => indicators.has(code))
    : [formula.numerator, formula.denominator];
}

function howText(indicator: Indicator, evaluation: Evaluation): string {
  const { derived } = indicator;
  if (derived === null) return `Cách tổng hợp: ${ROLL_UPS[indicator.rollUp]}`;
  if ('from' in derived) return 'Đếm từ trạng thái các nhiệm vụ của kế hoạch tại thời điểm chốt số liệu';
  const codes = formulaCodes(indicator, evaluation);
  return derived.formula.op === 'sum'
    ? `Bằng tổng các chỉ tiêu ${codes.join(', ')}`
    : `Bằng chỉ tiêu ${codes[0]} chia cho chỉ tiêu ${codes[1]}`;
}

/** Indicators that stand on the day, in the order of the form: the index of each is its place in `facts.figures`. */
export function standingIndicators({ evaluation, indicators }: FiguresInput): readonly Indicator[] {
  const on = evaluation.period.window.to;
  return indicators.indicators.filter((i) => inForce(i, on) && evaluation.indicators.has(i.code));
}

/** Indicators first, then the measures of the plan's targets. */
export function figureFacts(input: FiguresInput, at: Lookup, texts: TextPool): readonly FigureFacts[] {
  const { evaluation, indicators } = input;
  const standing = standingIndicators(input);
  const index = new Map(standing.map((i, n) => [i.code, n]));
  const ofForm = standing.map((indicator): FigureFacts => {
    const figure = evaluation.indicators.get(indicator.code) as FigureResult;
    const { derived } = indicator;
    const direct = derived === null ? told(figure, at, texts) : { units: [], amounts: [], seq: [] };
    return {
      title: `${indicator.code}: ${indicator.label}`,
      value: figureText(figure, indicator),
      how: howText(indicator, evaluation),
      basis: indicators.basis,
      of: formulaCodes(indicator, evaluation).flatMap((code) => index.get(code) ?? []),
      count: derived !== null && 'from' in derived ? LEDGER_COUNTS[derived.measure] : null,
      met: null,
      reported: figure.reported,
      asked: figure.of,
      ...direct,
    };
  });
  return [...ofForm, ...evaluation.targets.map((t) => targetFacts(t, index, at, texts))];
}

function targetFacts(
  { target, measure, figure, met }: Evaluation['targets'][number],
  index: ReadonlyMap<string, number>,
  at: Lookup,
  texts: TextPool,
): FigureFacts {
  const named = measure.indicator ? index.get(measure.indicator) : undefined;
  const own = named === undefined ? told(figure, at, texts) : { units: [], amounts: [], seq: [] };
  const shape = { unit: measure.unit ?? '', type: measure.unit === '%' ? ('ratio' as const) : ('count' as const) };
  return {
    title: `${measure.code}: ${measure.scope}`,
    value: figureText(figure, shape),
    how: `Chỉ tiêu của kế hoạch: ${inSentence(target.text)}${named === undefined ? '' : `; lấy từ chỉ tiêu thống kê ${measure.indicator}`}`,
    basis: [],
    of: named === undefined ? [] : [named],
    count: null,
    met,
    reported: figure.reported,
    asked: figure.of,
    ...own,
  };
}
