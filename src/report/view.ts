/**
 * What the prose may speak of: counts, lists and figures of an evaluation, under fixed English names. Built once a
 * report; the names are the contract of every template and are listed in the guide.
 */

import { formatLongDate, formatLongRange, joinList } from '../i18n/format';
import { STATUS_PHRASES } from '../i18n/statuses';
import type { Comparison } from '../figures/comparison';
import { count, totalOf, type Counts, type Evaluation, type Rate, type TaskState } from '../figures/evaluation';
import type { FigureResult } from '../figures/figures';
import type { IndicatorsFile } from '../figures/schema';
import type { Status } from '../obligations/schema';
import type { Judgement } from '../obligations/status';
import type { Area } from '../plan/schema';
import type { Registry } from '../units/registry';
import { lowerFirst } from '../i18n/words';
import { aheadView, DONE } from './ahead';
import { comparisonViews } from './comparisons';
import { reachedText } from './targets';
import { dueText, figureText, inSentence, partTitle, reasonOf, resultText, unitNames } from './wording';

export interface ViewInput {
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly indicators: IndicatorsFile;
  /** Whose report: the unit, or the body in whose name the city reports. */
  readonly body: string;
  /** The body that gathers the units' reports. */
  readonly compiler: string;
  /** With the last period, then with the same one last year, where there is anything to compare. */
  readonly comparisons: readonly Comparison[];
  readonly rateOf: (counts: Counts) => Rate;
}

const LEFT_OUT: readonly Status[] = ['not-triggered', 'cancelled'];

type CountView = Counts & Rate & { readonly total: number; readonly leftOut: number; readonly remaining: number };

function countView(counts: Counts, rate: Rate): CountView {
  const leftOut = LEFT_OUT.reduce((sum, s) => sum + counts[s], 0);
  const total = totalOf(counts);
  return { ...counts, ...rate, total, leftOut, remaining: total - leftOut - rate.done };
}

/** Items of a list, long lists bounded so that a report stays readable; the annex has every row. */
const LIST_LIMIT = 30;

export interface View {
  readonly isCity: boolean;
  readonly [name: string]: unknown;
}

export function viewOf(input: ViewInput): View {
  const { evaluation, registry } = input;
  const { plan, period, rate, counts, reporting } = evaluation;
  const overdue = evaluation.judgements.filter((j) => j.status === 'overdue');
  return {
    isCity: evaluation.unit === null,
    isCompiler: evaluation.unit !== null && evaluation.unit === input.compiler,
    isCompilerBody: input.body === input.compiler,
    body: { name: registry.unit(input.body)?.name ?? input.body },
    topic: joinList(plan.areas.map((area) => lowerFirst(inSentence(area.title)))),
    plan: { title: plan.title, shortTitle: inSentence(plan.title), citation: planCitation(plan) },
    period: { id: period.id, name: period.name, window: formatLongRange(period.window), cutOff: period.window.to },
    next: { name: period.next.name, until: period.next.until },
    tasks: countView(counts.byTask, rate.byTask),
    obligations: countView(counts.byObligation, rate.byObligation),
    reporting: {
      reported: reporting.reported.length,
      expected: reporting.expected.length,
      missing: reporting.expected.length - reporting.reported.length,
      // Only then does silence on a point mean that there is nothing to tell of it.
      complete: reporting.reported.length > 0 && reporting.reported.length === reporting.expected.length,
    },
    comparisons: comparisonViews(input.comparisons, registry),
    overdue: overdue.slice(0, LIST_LIMIT).map(overdueItem),
    late: evaluation.judgements
      .filter((j) => j.status === 'done-late')
      .slice(0, LIST_LIMIT)
      .map(overdueItem),
    overdueTasks: evaluation.tasks.filter((t) => t.status === 'overdue').map((t) => overdueTask(t, registry)),
    reasons: [
      ...new Set(
        evaluation.judgements
          .filter((j) => j.status === 'overdue' || j.status === 'done-late')
          .flatMap((j) => reasonOf(j).reason ?? []),
      ),
    ].slice(0, LIST_LIMIT),
    dueSoFar: dueSoFar(evaluation),
    unmetTargets: evaluation.targets
      .filter((t) => t.met === false)
      .map((t) => ({ text: inSentence(t.target.text), result: reachedText(t) })),
    ...aheadView(evaluation, registry),
    carried: evaluation.unit === null ? counts.byTask.overdue : overdue.length,
    continuing: evaluation.tasks.filter((t) => t.judgements.some((j) => j.situation.class === 'periodic')).length,
    figures: figureViews(input),
    targets: {
      met: evaluation.targets.filter((t) => t.met === true).length,
      compared: evaluation.targets.filter((t) => t.met !== null).length,
    },
    narratives: evaluation.narratives.map(({ fact }) => ({ section: fact.section, unit: fact.unit, text: fact.text })),
    area: null,
    section: { hasText: false },
  };
}

/** The plan as cited: with number and date once they are known. */
export function planCitation(plan: Evaluation['plan']): string {
  const title = inSentence(plan.title);
  if (!plan.number) return title;
  const type = Object.entries(DECISIONS).find(([symbol]) => plan.number?.includes(symbol))?.[1];
  const date = plan.signedOn === null ? '' : ` ${formatLongDate(plan.signedOn)}`;
  return `${title} (ban hành kèm theo ${type ? `${type} số ${plan.number}` : plan.number}${date} của ${plan.issuerText})`;
}

/** What a plan comes with, by the symbol in its number ("6004/QĐ-UBND"). */
const DECISIONS: Readonly<Record<string, string>> = { '/QĐ-': 'Quyết định', '/NQ-': 'Nghị quyết', '/CT-': 'Chỉ thị' };

function overdueItem(judgement: Judgement): object {
  const { reason, remedy } = reasonOf(judgement);
  return {
    title: partTitle(judgement.obligation.part),
    dueText: dueText(judgement),
    daysLate: judgement.daysLate ?? 0,
    completedOn: judgement.completedOn,
    reason,
    remedy,
  };
}

function overdueTask(state: TaskState, registry: Registry): object {
  const late = state.judgements.filter((j) => j.status === 'overdue');
  const first = late.reduce((a, b) => ((b.due ?? '') < (a.due ?? '') ? b : a), late[0] as Judgement);
  const units = [...new Set(late.map((j) => j.obligation.unit))];
  return {
    title: inSentence(state.task.title),
    dueText: dueText(first),
    overdue: late.length,
    all: state.judgements.length,
    unitsText: unitNames(units, registry, 5),
  };
}

/** Dated work that fell due by the cut-off day, and how much of it is done: the goal of this part of the year. */
function dueSoFar({ judgements, period }: Evaluation): { readonly of: number; readonly done: number } {
  const due = judgements.filter(
    (j) =>
      j.due !== null && j.due <= period.window.to && j.situation.class !== 'periodic' && !LEFT_OUT.includes(j.status),
  );
  return { of: due.length, done: due.filter((j) => DONE.has(j.status)).length };
}

interface FigureView {
  readonly has: boolean;
  /** Somebody the report is about owes it: where there is none, it is missing and not merely somebody else's. */
  readonly asked: boolean;
  readonly text: string;
}

function figureViews({ evaluation, indicators }: ViewInput): Readonly<Record<string, FigureView>> {
  return Object.fromEntries(
    indicators.indicators.map((indicator) => {
      const figure = evaluation.indicators.get(indicator.code);
      const has = figure !== undefined && figure.answer !== 'missing' && (evaluation.unit === null || figure.of > 0);
      return [
        indicator.code,
        {
          has,
          asked: figure !== undefined && figure.of > 0,
          text: figure ? cityFigure(figure, figureText(figure, indicator), evaluation) : 'chưa có số liệu',
        },
      ];
    }),
  );
}

/** A city's figure always says how many of the bodies that were asked it stands on. */
function cityFigure(figure: FigureResult, text: string, evaluation: Evaluation): string {
  return evaluation.unit === null && figure.of > 1
    ? `${text} (${figure.reported}/${figure.of} đơn vị đã báo cáo)`
    : text;
}

/** The view of one area, for the section that is about it. */
export function areaView(area: Area, input: ViewInput): object {
  const { evaluation, registry } = input;
  const states = evaluation.tasks.filter((t) => t.task.area === area.code);
  const counts = count(states.map((t) => t.status));
  const rate = input.rateOf(counts);
  return {
    name: inSentence(area.title),
    ...countView(counts, rate),
    doneItems: evaluation.unit === null ? cityDone(states, registry) : unitDone(states),
    overdueItems: states.filter((t) => t.status === 'overdue').map((t) => overdueTask(t, registry)),
    figures: areaFigures(area, input),
  };
}

/** Is there a task or a figure of the body in the area? */
export const isInArea = (area: Area, input: ViewInput): boolean =>
  input.evaluation.tasks.some((t) => t.task.area === area.code) || areaFigures(area, input).length > 0;

function unitDone(states: readonly TaskState[]): readonly object[] {
  return states
    .flatMap((t) => t.judgements)
    .filter((j) => DONE.has(j.status))
    .map((j) => ({ title: partTitle(j.obligation.part), result: resultText(j) }));
}

function cityDone(states: readonly TaskState[], registry: Registry): readonly object[] {
  return states
    .filter((t) => DONE.has(t.status))
    .map((t) => ({
      title: inSentence(t.task.title),
      lead: unitNames([...new Set(t.task.assignments.flatMap((a) => a.lead))], registry, 4),
      result: STATUS_PHRASES[t.status],
    }));
}

/** At most six figures of the area's group that were answered with a value; the annex has all of them. */
function areaFigures({ field }: Area, { evaluation, indicators }: ViewInput): readonly string[] {
  if (typeof field !== 'number' || field <= 1) return [];
  return indicators.indicators
    .filter((i) => i.code.split('.')[0] === String(field) && evaluation.indicators.get(i.code)?.answer === 'value')
    .slice(0, 6)
    .map((i) => {
      const figure = evaluation.indicators.get(i.code) as FigureResult;
      return `${i.label}: ${cityFigure(figure, lowerFirst(figureText(figure, i)), evaluation)}`;
    });
}
