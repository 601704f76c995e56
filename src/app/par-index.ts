/**
 * `par-index`: plan completion and reporting of each unit scored by a table of `data/par-index`. Both figures are kept:
 * the one of the report (cut-off) and the one of the scoring day (31/12), since tasks due after the cut-off are still
 * open in the first and not in the second.
 */

import { endOfDay, localDay, type Instant } from '../calendar/instant';
import { dayOf, type PlainDate } from '../calendar/plain-date';
import { scoreOf, scoringOn, type OwedReport, type Score } from '../figures/par-index';
import type { ParIndexFile, ScoringVersion, SnapshotRule } from '../figures/par-index/schema';
import type { LedgerEvent } from '../ledger/events';
import { groupBy } from '../lib/group';
import { failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { rulesOn, type Rules } from '../obligations/rules';
import type { Judgement } from '../obligations/status';
import { periodsOf, type Period } from '../regulation/periods';
import { evaluatePlan, type EvaluateRequest, type PlanData } from './plan-data';
import { boardOf } from './submissions';

export interface ScoredSnapshot {
  readonly id: string;
  readonly label: string;
  readonly on: PlainDate;
  /** The day had not passed at `asOf`. */
  readonly preliminary: boolean;
  readonly score: Score;
}

export interface UnitScore {
  readonly unit: string;
  readonly snapshots: readonly ScoredSnapshot[];
}

export interface ParIndex {
  readonly table: ParIndexFile;
  readonly version: ScoringVersion;
  readonly period: Period;
  readonly asOf: Instant;
  readonly units: readonly UnitScore[];
}

interface Snapshot {
  readonly rule: SnapshotRule;
  readonly on: PlainDate;
  readonly rules: Rules;
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
}

/** Scores of the unit, or of every unit that owes work, in the order of the plan. */
export function parIndexOf(
  data: PlanData,
  table: ParIndexFile,
  events: readonly LedgerEvent[],
  request: Pick<EvaluateRequest, 'period' | 'rules' | 'asOf' | 'unit'>,
): Outcome<ParIndex> {
  const { period, asOf, unit } = request;
  const version = scoringOn(table, period.window.to);
  if (!version.value) return failed(version.diagnostics);
  const scoring = version.value;
  const snapshots = scoring.snapshots.flatMap((rule) => snapshotOf(rule, data, events, request) ?? []);
  const diagnostics = snapshots.flatMap((s) => s.diagnostics);
  const reports = reportsOf(data, events, request);
  if (hasErrors(diagnostics) || !reports.value) return failed([...diagnostics, ...reports.diagnostics]);
  const standing = snapshots.flatMap((s) => s.value ?? []);
  const owing = new Set(standing.flatMap((s) => [...s.judgements.keys()]).filter((id) => data.registry.unit(id)));
  const units = unit === null ? [...owing] : [unit];
  return ok({
    ...{ table, version: scoring, period, asOf },
    units: units.map((id) => ({
      unit: id,
      snapshots: standing.map((s) =>
        scored(s, scoring, s.judgements.get(id) ?? [], reports.value?.get(id) ?? [], asOf),
      ),
    })),
  });
}

function scored(
  { rule, on, rules }: Snapshot,
  version: ScoringVersion,
  judgements: readonly Judgement[],
  reports: readonly OwedReport[],
  asOf: Instant,
): ScoredSnapshot {
  const score = scoreOf(version, { judgements, reports }, rules);
  return { id: rule.id, label: rule.label, on, preliminary: asOf < endOfDay(on), score };
}

/** The work as it stands on the snapshot's day; undefined where the snapshot is not for this period. */
function snapshotOf(
  rule: SnapshotRule,
  data: PlanData,
  events: readonly LedgerEvent[],
  { period, asOf }: Pick<EvaluateRequest, 'period' | 'asOf'>,
): Outcome<Snapshot> | undefined {
  if (rule.periods !== null && !rule.periods.includes(period.kind)) return undefined;
  const on = rule.day ? dayOf(period.year, rule.day.month, rule.day.day) : period.window.to;
  if (on === undefined || on < period.window.from) return undefined;
  const rules = rulesOn(data.rules, on);
  if (!rules.value) return failed(rules.diagnostics);
  const window = { from: period.window.from, to: on };
  const asked = { period: { ...period, window }, rules: rules.value, asOf, unit: null };
  const judgements = groupBy(evaluatePlan(data, events, asked).judgements, (j) => j.obligation.unit);
  return ok({ rule, on, rules: rules.value, judgements });
}

/** Reports of the year up to the period, by unit, in the order of their cut-offs. */
function reportsOf(
  data: PlanData,
  events: readonly LedgerEvent[],
  { period, asOf }: Pick<EvaluateRequest, 'period' | 'asOf'>,
): Outcome<ReadonlyMap<string, readonly OwedReport[]>> {
  const all = periodsOf(data.regime, period.year).value ?? [];
  const diagnostics: Diagnostic[] = [];
  const rows = all
    .filter((p) => p.window.to <= period.window.to)
    .flatMap((p) => {
      const rules = rulesOn(data.rules, p.window.to);
      diagnostics.push(...rules.diagnostics);
      return rules.value ? owedIn(data, events, { period: p, rules: rules.value, asOf }) : [];
    });
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const byUnit = groupBy(rows, (r) => r.unit);
  return ok(new Map([...byUnit].map(([unit, own]) => [unit, own.map((r) => r.report)])));
}

function owedIn(
  data: PlanData,
  events: readonly LedgerEvent[],
  request: Pick<EvaluateRequest, 'period' | 'rules' | 'asOf'>,
): readonly { readonly unit: string; readonly report: OwedReport }[] {
  const today = localDay(request.asOf);
  return boardOf(data, events, request).units.flatMap(({ unit, channels, main, complete }) =>
    channels.map((c) => ({
      unit,
      report: {
        period: request.period.id,
        periodName: request.period.name,
        channel: c.channel,
        main: c === main,
        due: c.due,
        submittedOn: c.submittedOn,
        daysLate: c.daysLate,
        complete,
        pending: c.submittedOn === null && today <= c.due,
      },
    })),
  );
}
