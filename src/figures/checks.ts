/**
 * Checks over what was collected for a period: the rules of the form on figures and those on tasks and answers, for
 * one unit or for the city's totals, each finding with the figures that contradict one another, its basis and the
 * unit's answer. Pure: nothing is changed or refused here.
 */

import type { Instant } from '../calendar/instant';
import { byTelling, type LedgerEvent } from '../ledger/events';
import { groupBy } from '../lib/group';
import { rulesOn } from '../obligations/rules';
import type { RulesFile } from '../obligations/schema';
import type { Plan } from '../plan/plan';
import { citationText, type Instruments } from '../regulation/citations';
import { periodsOf, previousPeriod, type Period } from '../regulation/periods';
import type { Regime } from '../regulation/schema';
import type { Registry } from '../units/registry';
import { askedIndicators } from './checks/answers';
import { collectionHits, toldByIndicator, type Collected, type CollectionHit } from './checks/collection-rules';
import { sameCodes } from './comparison/indicators';
import { isOpen, type ExplanationEvent, type Finding, type ShownFigure } from './checks/finding';
import { figureHits, type FigureHit } from './checks/figure-rules';
import type { ChecksFile, CollectionRule } from './checks/schema';
import type { Dated, Figures, Series } from './checks/series';
import { evaluate, reportedUnits, type Evaluation } from './evaluation';
import { bookFigures, type FigureBook, type FigureEvent } from './figures';
import { indicatorResults } from './indicators';
import { coversYear, type PastYear } from './past-year';
import type { IndicatorsFile } from './schema';

export interface CheckInput {
  readonly plan: Plan;
  readonly registry: Registry;
  readonly regime: Regime;
  readonly rules: RulesFile;
  readonly indicators: IndicatorsFile;
  /** Rules on tasks and answers; null where the regime names none. */
  readonly checks: ChecksFile | null;
  readonly instruments: Instruments;
  readonly events: readonly LedgerEvent[];
  readonly asOf: Instant;
  /** The evaluation of the period: the city's, or that of the one unit that is asked about. */
  readonly evaluation: Evaluation;
  /** For what is set beside a period of the year before; null or left out where no plan held then. */
  readonly past?: PastYear | null;
}

export interface Checker {
  ofUnit(unit: string): readonly Finding[];
  /** The city's own totals; `said` are findings of its units, which are not said again. */
  ofCity(said: readonly Finding[]): readonly Finding[];
}

/** What is computed once for all units. */
interface Known extends CheckInput {
  readonly period: Period;
  readonly book: FigureBook;
  readonly year: readonly Period[];
  readonly previous: Period | undefined;
  readonly collected: Collected;
  readonly explanations: readonly ExplanationEvent[];
  /** The basis of a rule in words, put together once for all that it finds. */
  readonly basisOf: (rule: CollectionRule) => string;
}

export function checkerOf(input: CheckInput): Checker {
  const known = knownOf(input);
  return {
    ofUnit: (unit) => {
      const hits = figureHits(seriesOf(known, unit), { file: known.indicators, scope: 'unit' });
      const answers = known.explanations.filter((e) => e.fact.unit === unit);
      return [
        ...hits.map((hit) => figureFinding(hit, unit, answers, known)),
        ...collectionHits(unit, known.collected).map((hit) => collectionFinding(hit, unit, answers, known)),
      ];
    },
    ofCity: (said) => {
      const hits = figureHits(seriesOf(known, null), { file: known.indicators, scope: 'city' });
      const answers = known.explanations.filter((e) => e.fact.unit === known.regime.reporter);
      const isSaid = ({ rule, subject }: FigureHit): boolean =>
        said.some((f) => f.code === rule.code && f.subject === subject);
      return hits.filter((hit) => !isSaid(hit)).map((hit) => figureFinding(hit, null, answers, known));
    },
  };
}

function knownOf(input: CheckInput): Known {
  const { plan, registry, regime, indicators, asOf, evaluation } = input;
  const { period } = evaluation;
  const events = input.events.filter((e) => e.recordedAt <= asOf && e.fact.plan === plan.id).sort(byTelling);
  const book = bookFigures(events);
  return {
    ...input,
    events,
    period,
    book,
    year: periodsOf(regime, period.year).value ?? [],
    previous: previousPeriod(regime, period),
    collected: {
      rules: input.checks?.rules ?? [],
      file: indicators,
      period,
      signedOn: plan.signedOn,
      judgements: groupBy(evaluation.judgements, (j) => j.obligation.unit),
      asked: askedIndicators(indicators, registry, period.window.to),
      book,
      told: toldByIndicator(book, period.id),
      reported: reportedUnits(events, period),
    },
    explanations: events.filter((e): e is ExplanationEvent => e.fact.kind === 'explanation'),
    basisOf: basesOf(input.instruments),
  };
}

function basesOf(instruments: Instruments): Known['basisOf'] {
  const known = new Map<CollectionRule, string>();
  return (rule) => {
    let words = known.get(rule);
    if (words === undefined) known.set(rule, (words = rule.basis.map((b) => citationText(instruments, b)).join('; ')));
    return words;
  };
}

function seriesOf(known: Known, unit: string | null): Series {
  const { period, year, previous } = known;
  const made = new Map<string, Figures>();
  return {
    period,
    year,
    previous,
    figures: (of) => {
      const found = made.get(of.id) ?? figuresOf(known, of, unit);
      made.set(of.id, found);
      return found;
    },
  };
}

/** By the plan that held in the period's year; an indicator that was another one then is left out. */
function figuresOf(known: Known, of: Period, unit: string | null): Figures {
  const make = (by: Known): Figures => (unit === null ? cityFigures(by, of) : unitFigures(by, of, unit));
  const { past } = known;
  if (coversYear(known.plan, of.year) || !past || !coversYear(past.plan, of.year)) return make(known);
  const same = sameCodes({ file: known.indicators, period: known.period }, { file: past.indicators, period: of });
  const events = past.events.filter((e) => e.recordedAt <= known.asOf).sort(byTelling);
  return new Map(
    [...make({ ...known, ...past, events, book: bookFigures(events) })].filter(([code]) => same.has(code)),
  );
}

function unitFigures({ indicators, registry, book, rules }: Known, period: Period, unit: string): Figures {
  // Counts of tasks are the city's: no rule asks them of one unit.
  const ledger = { 'tasks-total': 0, 'tasks-done': 0 };
  const on = period.window.to;
  return indicatorResults({
    ...{ file: indicators, registry, book, period: period.id, on, policy: rules.rate },
    ...{ unit, ledger, previous: null },
  });
}

function cityFigures(known: Known, period: Period): Figures {
  const { evaluation, plan, registry, regime, indicators, rules, events, asOf } = known;
  if (period.id === evaluation.period.id && evaluation.unit === null) return evaluation.indicators;
  const standing = rulesOn(rules, period.window.to).value;
  if (!standing) return new Map();
  const addWorkingDays = regime.workingDays?.add;
  return evaluate({ plan, period, registry, rules: standing, indicators, events, asOf, addWorkingDays }).indicators;
}

const shown = ({ period, figure }: Dated): ShownFigure => {
  const { code, answer, value, numerator, denominator } = figure;
  return { code, period: period.id, unit: null, answer, value, numerator, denominator };
};

function told({ fact }: FigureEvent): ShownFigure {
  const { indicator: code, period, unit, value, numerator, denominator } = fact;
  const answer = fact.answer === 'withdrawn' ? 'missing' : fact.answer;
  return { code, period, unit, answer, value, numerator, denominator };
}

function figureFinding(
  { rule, subject, figures }: FigureHit,
  unit: string | null,
  answers: readonly ExplanationEvent[],
  { period }: Known,
): Finding {
  const codes = [...new Set(figures.map((f) => f.figure.code))];
  const named = answers.filter((e) => e.fact.period === period.id && e.fact.check === rule.code);
  const explanation = named.filter((e) => [subject, ...codes].includes(e.fact.subject)).at(-1) ?? null;
  const { code, level, message, basis } = rule;
  const open = isOpen(level, explanation);
  return {
    code,
    level,
    unit,
    subject,
    codes,
    figures: figures.map(shown),
    obligations: [],
    message,
    basis,
    explanation,
    open,
  };
}

function collectionFinding(
  hit: CollectionHit,
  unit: string,
  answers: readonly ExplanationEvent[],
  known: Known,
): Finding {
  const { rule, subject, codes, obligations, told: figures } = hit;
  const explanation = answers.length === 0 ? null : reasonFor(hit, answers, known);
  const { code, level, message } = rule;
  const basis = known.basisOf(rule);
  const open = isOpen(level, explanation);
  return {
    code,
    level,
    unit,
    subject,
    codes,
    figures: figures.length === 0 ? NO_FIGURES : figures.map(told),
    obligations,
    message,
    basis,
    explanation,
    open,
  };
}

const NO_FIGURES: readonly ShownFigure[] = [];

/** The last reason that the unit gave for what was found. */
function reasonFor(hit: CollectionHit, answers: readonly ExplanationEvent[], known: Known): ExplanationEvent | null {
  const { rule, subject, obligations } = hit;
  const periods = reasonPeriods(hit, known);
  const tasks = obligations.length === 1 ? obligations.map((j) => j.obligation.part.task.id) : [];
  return (
    answers
      .filter(({ fact }) => fact.check === rule.code && periods.has(fact.period))
      .filter(({ fact }) => [subject, ...tasks].includes(fact.subject))
      .at(-1) ?? null
  );
}

/** A reason about one piece of work holds in the later reports of the year; one about a period's answers does not. */
function reasonPeriods({ obligations, subject }: CollectionHit, { year, period }: Known): ReadonlySet<string> {
  const single = obligations.length === 1 && subject.includes('/');
  return new Set([period.id, ...(single ? year.filter((p) => p.window.to <= period.window.to).map((p) => p.id) : [])]);
}
