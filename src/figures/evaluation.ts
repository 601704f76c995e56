/**
 * The evaluation of a plan for a period: every obligation judged, counted by obligation and by task, the headline
 * rate, indicators and targets. Pure: plan, registry, rules, facts and period in, one immutable answer out; every
 * output of the program prints from it.
 */

import type { Instant } from '../calendar/instant';
import { endOfDay } from '../calendar/instant';
import { contains } from '../calendar/range';
import type { LedgerEvent, NarrativeFact } from '../ledger/events';
import { byTelling, occurredOn, periodOf } from '../ledger/events';
import type { Extent } from '../ledger/store/port';
import { fanOut } from '../obligations/fan-out';
import { decideTask, type Rules } from '../obligations/rules';
import { STATUSES, type Status, type TaskRule } from '../obligations/schema';
import { indexTaskEvents, judge, type JudgeInput, type Judgement } from '../obligations/status';
import type { Plan, Task } from '../plan/plan';
import type { Period } from '../regulation/periods';
import type { Registry } from '../units/registry';
import { bookFigures, type FigureResult } from './figures';
import { indicatorResults, targetResults, type TargetResult } from './indicators';
import { percentOf } from './percent';
import type { IndicatorsFile } from './schema';

export type Counts = Readonly<Record<Status, number>>;

export interface Rate {
  readonly done: number;
  readonly of: number;
  /** Null when nothing is owed: "không phát sinh". */
  readonly percent: number | null;
}

export interface TaskState {
  readonly task: Task;
  readonly status: Status;
  readonly rule: TaskRule;
  readonly judgements: readonly Judgement[];
}

export interface Evaluation {
  readonly plan: Plan;
  readonly period: Period;
  readonly asOf: Instant;
  /** One unit's view; null for the city. */
  readonly unit: string | null;
  readonly judgements: readonly Judgement[];
  readonly tasks: readonly TaskState[];
  readonly counts: { readonly byTask: Counts; readonly byObligation: Counts };
  readonly rate: { readonly byTask: Rate; readonly byObligation: Rate; /** Dated work only. */ readonly dated: Rate };
  readonly indicators: ReadonlyMap<string, FigureResult>;
  readonly targets: readonly TargetResult[];
  readonly reporting: { readonly reported: readonly string[]; readonly expected: readonly string[] };
  /** The last text told for each unit and section of this period. */
  readonly narratives: readonly (LedgerEvent & { readonly fact: NarrativeFact })[];
  /** The cut-off has not passed yet at `asOf`: the figures may still change. */
  readonly preliminary: boolean;
  /** Sample events among those it stands on; any makes every output say so. */
  readonly sampleEvents: number;
  /** Events known at `asOf` that it looked at, and the last position among them. */
  readonly ledger: { readonly events: number; readonly lastSeq: number; readonly lastRecordedAt: Instant | null };
}

export interface EvaluationInput {
  readonly plan: Plan;
  readonly period: Period;
  readonly registry: Registry;
  readonly rules: Rules;
  readonly indicators: IndicatorsFile;
  /** Events of the ledger; those of the plan known at `asOf` count, in the order in which they were told. */
  readonly events: readonly LedgerEvent[];
  readonly asOf: Instant;
  /** Working days of the regime's calendar; undefined where it names none. */
  readonly addWorkingDays: JudgeInput['addWorkingDays'];
  readonly unit?: string | null;
  readonly previous?: ReadonlyMap<string, FigureResult> | null;
  /** How much of the plan was known, where `events` are only those that can matter to the period. */
  readonly extent?: Extent;
}

/** Units that have sent anything for the period: a submission, a figure, a text, or a fact that happened in it. */
export function reportedUnits(events: readonly LedgerEvent[], period: Period): ReadonlySet<string> {
  const units = new Set<string>();
  for (const { fact } of events) {
    const day = occurredOn(fact);
    const told = fact.kind === 'task' ? day !== null && contains(period.window, day) : periodOf(fact) === period.id;
    if (told && !(fact.kind === 'submission' && fact.event !== 'submitted')) units.add(fact.unit);
  }
  return units;
}

export function evaluate(input: EvaluationInput): Evaluation {
  const { plan, period, registry, rules, asOf } = input;
  const unit = input.unit ?? null;
  const events = input.events.filter((e) => e.recordedAt <= asOf && e.fact.plan === plan.id).sort(byTelling);
  const reported = reportedUnits(events, period);
  const judging = {
    rules: rules.status,
    index: indexTaskEvents(events),
    registry,
    window: period.window,
    reportedUnits: reported,
    addWorkingDays: input.addWorkingDays,
  };
  const obligations = fanOut(plan, registry, period.window.to).filter((o) => unit === null || o.unit === unit);
  const judgements = obligations.map((o) => judge(o, judging));
  const tasks = taskStates(plan, judgements, rules);
  const byTask = count(tasks.map((t) => t.status));
  const byObligation = count(judgements.map((j) => j.status));
  const rates = {
    byTask: rateOf(byTask, rules),
    byObligation: rateOf(byObligation, rules),
    dated: rateOf(count(judgements.filter((j) => j.situation.class !== 'periodic').map((j) => j.status)), rules),
  };
  const figureInput = {
    file: input.indicators,
    registry,
    book: bookFigures(events),
    period: period.id,
    on: period.window.to,
    policy: rules.rate,
    unit,
    ledger: { 'tasks-total': totalOf(byTask), 'tasks-done': rates.byTask.done },
    previous: input.previous ?? null,
  };
  const indicators = indicatorResults(figureInput);
  const expected =
    unit === null ? [...new Set(judgements.map((j) => j.obligation.unit))].filter((id) => registry.unit(id)) : [unit];
  return {
    plan,
    period,
    asOf,
    unit,
    judgements,
    tasks,
    counts: { byTask, byObligation },
    rate: rates,
    indicators,
    targets: targetResults(plan.targets, figureInput, indicators),
    reporting: { expected, reported: expected.filter((u) => reported.has(u)) },
    narratives: lastNarratives(events, period, unit),
    preliminary: asOf < endOfDay(period.window.to),
    sampleEvents: input.extent?.sampleEvents ?? events.filter((e) => e.sample).length,
    ledger: input.extent ?? ledgerExtent(events),
  };
}

/** `events` in the order of their telling. */
function ledgerExtent(events: readonly LedgerEvent[]): Evaluation['ledger'] {
  const lastSeq = events.reduce((last, e) => Math.max(last, e.seq), 0);
  return { events: events.length, lastSeq, lastRecordedAt: events[events.length - 1]?.recordedAt ?? null };
}

export function count(statuses: readonly Status[]): Counts {
  const counts = Object.fromEntries(STATUSES.map((s) => [s, 0])) as Record<Status, number>;
  for (const status of statuses) counts[status]++;
  return counts;
}

export function totalOf(counts: Counts): number {
  return STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** Headline rate: done ÷ (all − cancelled − not-triggered), by the lists that the rules file states. */
export function rateOf(counts: Counts, { rate }: Pick<Rules, 'rate'>): Rate {
  const done = rate.done.reduce((sum, status) => sum + counts[status], 0);
  const of = totalOf(counts) - rate.leftOut.reduce((sum, status) => sum + counts[status], 0);
  return { done, of, percent: percentOf(done, of, rate) };
}

function taskStates(plan: Plan, judgements: readonly Judgement[], rules: Rules): readonly TaskState[] {
  const byTask = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const id = judgement.obligation.part.task.id;
    const list = byTask.get(id);
    if (list) list.push(judgement);
    else byTask.set(id, [judgement]);
  }
  return plan.tasks.flatMap((task) => {
    const own = byTask.get(task.id) ?? [];
    const rule = decideTask(
      rules.task,
      own.map((j) => j.status),
    );
    return rule ? [{ task, status: rule.status, rule, judgements: own }] : [];
  });
}

function lastNarratives(events: readonly LedgerEvent[], period: Period, unit: string | null): Evaluation['narratives'] {
  const last = new Map<string, Evaluation['narratives'][number]>();
  for (const event of events) {
    const { fact } = event;
    if (fact.kind !== 'narrative' || fact.period !== period.id || (unit !== null && fact.unit !== unit)) continue;
    last.set(`${fact.section}\u0000${fact.unit}`, event as Evaluation['narratives'][number]);
  }
  return [...last.values()];
}
