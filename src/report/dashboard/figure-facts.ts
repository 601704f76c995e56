/** How a figure of the dashboard came about: how it adds, the figures of its formula, what each body told. */

import { inForce } from '../../calendar/range';
import type { FigureResult } from '../../figures/figures';
import { answerersOf, reportedUnder } from '../../figures/indicators';
import type { Indicator, IndicatorsFile } from '../../figures/schema';
import { ROLL_UPS } from '../../i18n/measures';
import type { Registry } from '../../units/registry';
import type { Evaluation } from '../../figures/evaluation';
import { levelText, reachedText, shapeOf, verdictText } from '../targets';
import { figureText, inSentence, toldText } from '../wording';
import { differences, type ListPool, type Lookup, type TextPool } from './facts';

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
  /** Of a plan's target: what is measured, the level to reach, the judgement with its reason. */
  readonly goal: { readonly measure: string; readonly level: string; readonly verdict: string } | null;
  readonly reported: number;
  readonly asked: number;
  /** Sets of units: all that were asked, and those of them that have not answered; null where nobody is asked. */
  readonly who: readonly [number, number] | null;
  /** Who told, what (a text), and the event's place in the ledger (as differences). */
  readonly units: readonly number[];
  readonly amounts: readonly number[];
  readonly seq: readonly number[];
}

export interface FiguresInput {
  readonly evaluation: Evaluation;
  readonly indicators: IndicatorsFile;
  readonly registry: Registry;
}

/** Where the facts of figures put what they share. */
export interface FigurePools {
  readonly at: Lookup;
  readonly texts: TextPool;
  readonly sets: ListPool;
}

const LEDGER_COUNTS = { 'tasks-total': 't/all/all', 'tasks-done': 't/all/done' } as const;

function told(
  figure: FigureResult,
  shape: Pick<Indicator, 'type' | 'options'>,
  { at, texts }: FigurePools,
): Pick<FigureFacts, 'units' | 'amounts' | 'seq'> {
  return {
    units: figure.events.map((e) => at.unit(e.fact.unit)),
    amounts: figure.events.map((e) => texts.of(toldText(e, shape))),
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

/** Reported indicators that a figure of the period stands on: itself, or all under its formula; none is asked of nobody. */
export const askedFor = (indicator: Indicator, { indicators, evaluation }: FiguresInput): readonly Indicator[] =>
  reportedUnder(indicator, { file: indicators, on: evaluation.period.window.to });

/** Who was asked for anything the figure stands on, and who has not answered all of it. */
function whoOf(
  under: readonly Indicator[],
  { evaluation, indicators, registry }: FiguresInput,
  { at, sets }: FigurePools,
): FigureFacts['who'] {
  if (under.length === 0) return null;
  const silent = new Map<string, boolean>();
  for (const part of under) {
    const told = new Set(evaluation.indicators.get(part.code)?.events.map((e) => e.fact.unit));
    for (const unit of answerersOf(part, indicators, registry, evaluation.period.window.to))
      silent.set(unit, silent.get(unit) === true || !told.has(unit));
  }
  const asked = [...silent.keys()];
  return [sets.of(asked.map(at.unit)), sets.of(asked.filter((u) => silent.get(u)).map(at.unit))];
}

/** Indicators first, then the measures of the plan's targets. */
export function figureFacts(input: FiguresInput, pools: FigurePools): readonly FigureFacts[] {
  const { evaluation, indicators } = input;
  const standing = standingIndicators(input);
  const index = new Map(standing.map((i, n) => [i.code, n]));
  const ofForm = standing.map((indicator): FigureFacts => {
    const figure = evaluation.indicators.get(indicator.code) as FigureResult;
    const { derived } = indicator;
    const direct = derived === null ? told(figure, indicator, pools) : { units: [], amounts: [], seq: [] };
    return {
      title: `${indicator.code}: ${indicator.label}`,
      value: figureText(figure, indicator),
      how: howText(indicator, evaluation),
      basis: indicators.basis,
      of: formulaCodes(indicator, evaluation).flatMap((code) => index.get(code) ?? []),
      count: derived !== null && 'from' in derived ? LEDGER_COUNTS[derived.measure] : null,
      met: null,
      goal: null,
      reported: figure.reported,
      asked: figure.of,
      who: whoOf(askedFor(indicator, input), input, pools),
      ...direct,
    };
  });
  return [...ofForm, ...evaluation.targets.map((t) => targetFacts(t, index, pools))];
}

type Result = Evaluation['targets'][number];

function targetFacts(result: Result, index: ReadonlyMap<string, number>, pools: FigurePools): FigureFacts {
  const { target, measure, figure, met } = result;
  const named = measure.indicator ? index.get(measure.indicator) : undefined;
  const own = named === undefined ? told(figure, shapeOf(measure), pools) : { units: [], amounts: [], seq: [] };
  return {
    title: `${measure.code}: ${inSentence(measure.scope)}`,
    value: reachedText(result),
    how: `Chỉ tiêu của kế hoạch: ${inSentence(target.text)}${named === undefined ? '' : `; lấy từ chỉ tiêu thống kê ${measure.indicator}`}`,
    basis: [],
    of: named === undefined ? [] : [named],
    count: null,
    met,
    goal: { measure: inSentence(measure.scope), level: levelText(result), verdict: verdictText(result) },
    who: null,
    reported: figure.reported,
    asked: figure.of,
    ...own,
  };
}
