/** `evaluate`: the numbers of a period, in the JSON of the contract. */

import type { Counts, Evaluation, Rate } from '../figures/evaluation';
import type { Judgement } from '../obligations/status';
import { count } from '../figures/evaluation';
import type { Instant } from '../calendar/instant';

export type GroupBy = 'area' | 'unit' | 'status';

export interface EvaluationJson {
  readonly plan: string;
  readonly period: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly asOf: Instant;
  readonly counts: { readonly byTask: Counts; readonly byObligation: Counts };
  readonly rate: Rate & { readonly by: 'task' };
  readonly [more: string]: unknown;
}

const rowOf = (j: Judgement): object => ({
  task: j.obligation.part.task.id,
  assignment: j.obligation.part.assignment.no,
  part: j.obligation.part.no,
  label: j.obligation.part.label,
  area: j.obligation.part.task.area,
  unit: j.obligation.unit,
  class: j.situation.class,
  due: j.due,
  status: j.status,
  reported: j.reported,
  rule: j.rule.id,
  completedOn: j.completedOn,
  daysLate: j.daysLate,
  events: j.events.map((e) => e.id),
});

export function evaluationJson(e: Evaluation, groupBy?: GroupBy): EvaluationJson {
  return {
    plan: e.plan.id,
    period: e.period.id,
    window: e.period.window,
    asOf: e.asOf,
    unit: e.unit,
    preliminary: e.preliminary,
    sampleEvents: e.sampleEvents,
    counts: e.counts,
    rate: { ...e.rate.byTask, by: 'task' },
    rates: e.rate,
    ...(groupBy ? { groups: groupsOf(e, groupBy) } : {}),
    tasks: e.tasks.map((t) => ({
      task: t.task.id,
      area: t.task.area,
      status: t.status,
      rule: t.rule.id,
      obligations: count(t.judgements.map((j) => j.status)),
      silent: t.judgements.filter((j) => !j.reported).length,
    })),
    rows: e.judgements.map(rowOf),
    /** How many rows of each status stand on silence: their unit has sent nothing for the period. */
    silent: count(e.judgements.filter((j) => !j.reported).map((j) => j.status)),
    indicators: indicatorsJson(e),
    reporting: {
      reported: e.reporting.reported.length,
      of: e.reporting.expected.length,
      missing: e.reporting.expected.filter((u) => !e.reporting.reported.includes(u)),
    },
  };
}

function groupsOf(e: Evaluation, groupBy: GroupBy): readonly object[] {
  const keyOf = (j: Judgement): string =>
    groupBy === 'area' ? j.obligation.part.task.area : groupBy === 'unit' ? j.obligation.unit : j.status;
  const groups = new Map<string, Judgement[]>();
  for (const j of e.judgements) {
    const list = groups.get(keyOf(j));
    if (list) list.push(j);
    else groups.set(keyOf(j), [j]);
  }
  return [...groups].map(([key, list]) => ({
    key,
    counts: count(list.map((j) => j.status)),
    ...(groupBy === 'area' ? { byTask: count(e.tasks.filter((t) => t.task.area === key).map((t) => t.status)) } : {}),
  }));
}

function indicatorsJson(e: Evaluation): readonly object[] {
  const figure = (f: {
    code: string;
    answer: string;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    reported: number;
    of: number;
  }): object => ({
    code: f.code,
    unit: e.unit,
    answer: f.answer,
    value: f.value,
    numerator: f.numerator,
    denominator: f.denominator,
    reported: f.reported,
    of: f.of,
  });
  return [
    ...[...e.indicators.values()].map(figure),
    ...e.targets.map((t) => ({
      ...figure({ ...t.figure, code: t.measure.code }),
      target: { code: t.target.code, comparator: t.measure.comparator, value: t.measure.value, unit: t.measure.unit },
      ...(t.previous && { previous: t.previous.value }),
      met: t.met,
    })),
  ];
}
