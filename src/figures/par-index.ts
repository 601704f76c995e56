/**
 * Scores of one unit by a scoring table: points for the share of its work, points for the year's reports, each with
 * what it stands on. What did not occur is "không áp dụng" and takes its points out of the maximum; it is never a
 * zero. Shares meet bands exactly, not through the printed percentage.
 */

import type { PlainDate } from '../calendar/plain-date';
import { inForce } from '../calendar/range';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { groupBy } from '../lib/group';
import { decideTask, type Rules } from '../obligations/rules';
import type { Status } from '../obligations/schema';
import type { Judgement } from '../obligations/status';
import type { Citation } from '../regulation/schema';
import type { Rate } from './evaluation';
import type {
  Criterion,
  ParIndexFile,
  ReportsCriterion,
  ReportTest,
  ScoringVersion,
  TasksCriterion,
} from './par-index/schema';
import { compareShare, percentOf, sumExact } from './percent';

/** One report of the year that the unit owes, as far as it is known. */
export interface OwedReport {
  readonly period: string;
  /** "quý I năm 2026" */
  readonly periodName: string;
  readonly channel: string;
  /** The channel that the city is compiled from. */
  readonly main: boolean;
  readonly due: PlainDate;
  readonly submittedOn: PlainDate | null;
  readonly daysLate: number;
  /** Answers everything that was asked. */
  readonly complete: boolean;
  /** Not sent, and its last day has not passed: nothing can be said of it yet. */
  readonly pending: boolean;
}

/** A share of work: which band or formula, and the parts that keep it from being whole. */
export interface TaskEvidence {
  readonly kind: 'tasks';
  readonly share: Rate;
  readonly count: TasksCriterion['count'];
  /** What of the table gave the points: the band's lower end, or the formula's floor. */
  readonly by:
    { readonly kind: 'bands'; readonly from: number } | { readonly kind: 'proportional'; readonly floor: number };
  readonly notDone: readonly {
    readonly task: string;
    readonly part: number | null;
    readonly status: Status;
    readonly due: PlainDate | null;
    readonly daysLate: number | null;
  }[];
}

export interface ReportEvidence {
  readonly kind: 'reports';
  readonly tests: readonly { readonly test: ReportTest; readonly points: number | null; readonly passed: boolean }[];
  readonly counted: number;
  readonly pending: number;
  readonly reports: readonly (OwedReport & { readonly failed: readonly ReportTest[] })[];
}

export interface CriterionScore {
  readonly code: string;
  readonly label: string;
  /** Null: not applicable, and `max` is then 0. */
  readonly points: number | null;
  readonly max: number;
  /** What the table gives at most, applicable or not. */
  readonly tableMax: number;
  readonly basis: readonly Citation[];
  readonly evidence: TaskEvidence | ReportEvidence;
}

export interface Score {
  readonly points: number;
  /** The maximum without what is not applicable. */
  readonly max: number;
  readonly tableMax: number;
  readonly criteria: readonly CriterionScore[];
}

export interface ScoredFacts {
  /** The unit's obligations as they stand on the day that is scored. */
  readonly judgements: readonly Judgement[];
  /** Reports of the year up to that period. */
  readonly reports: readonly OwedReport[];
}

/** BC3204 when no version of the table is in force on the day, BC3205 (naming both) when two are. */
export function scoringOn(file: ParIndexFile, on: PlainDate): Outcome<ScoringVersion> {
  const [first, second] = file.versions.filter((v) => inForce(v, on));
  const where = { path: `par-index/${file.id}` };
  if (!first) return failed([error('BC3204', where, { table: file.id, on })]);
  if (second) return failed([error('BC3205', where, { table: file.id, on, first: first.from, second: second.from })]);
  return ok(first);
}

export function scoreOf(version: ScoringVersion, facts: ScoredFacts, rules: Pick<Rules, 'task' | 'rate'>): Score {
  const criteria = version.criteria.map((criterion) =>
    criterion.kind === 'tasks' ? scoreTasks(criterion, facts, rules) : scoreReports(criterion, facts),
  );
  const sum = (of: (c: CriterionScore) => number): number => sumExact(criteria.map(of));
  return { points: sum((c) => c.points ?? 0), max: sum((c) => c.max), tableMax: sum((c) => c.tableMax), criteria };
}

const labelled = ({ code, label, basis }: Criterion): Pick<CriterionScore, 'code' | 'label' | 'basis'> => ({
  ...{ code, label, basis },
});

type Counted = TaskEvidence['notDone'][number];

function scoreTasks(
  criterion: TasksCriterion,
  { judgements }: ScoredFacts,
  rules: Pick<Rules, 'task' | 'rate'>,
): CriterionScore {
  const { score, count } = criterion;
  const all = count === 'tasks' ? taskItems(judgements, rules) : judgements.map(partItem);
  const counted = all.filter((i) => !criterion.leftOut.includes(i.status));
  const notDone = counted.filter((i) => !criterion.done.includes(i.status));
  const [done, of] = [counted.length - notDone.length, counted.length];
  const tableMax = score.kind === 'bands' ? Math.max(...score.bands.map((b) => b.points)) : score.max;
  const share = { done, of, percent: percentOf(done, of, rules.rate) };
  const { points, by } = pointsOf(score, done, of);
  const evidence: TaskEvidence = { kind: 'tasks', share, count, by, notDone };
  const max = points === null ? 0 : tableMax;
  return { ...labelled(criterion), points, max, tableMax, evidence };
}

function pointsOf(
  score: TasksCriterion['score'],
  done: number,
  of: number,
): { readonly points: number | null; readonly by: TaskEvidence['by'] } {
  if (score.kind === 'bands') {
    const band = score.bands.find((b) => of > 0 && compareShare(done, of, b.from) >= 0);
    return { points: band?.points ?? null, by: { kind: 'bands', from: band?.from ?? 0 } };
  }
  const { max, floor, decimals } = score;
  const by = { kind: 'proportional', floor } as const;
  if (of === 0) return { points: null, by };
  if (compareShare(done, of, floor) < 0) return { points: 0, by };
  // max × done ÷ of, made where percentages are made so that it rounds the same way.
  return { points: percentOf(sumExact([max * done]), of * 100, { decimals, rounding: 'half-up' }), by };
}

function partItem(j: Judgement): Counted {
  const { part } = j.obligation;
  return { task: part.task.id, part: part.no, status: j.status, due: j.due, daysLate: j.daysLate };
}

/** The unit's tasks, each with the status that its own parts give it. */
function taskItems(judgements: readonly Judgement[], rules: Pick<Rules, 'task'>): readonly Counted[] {
  return [...groupBy(judgements, (j) => j.obligation.part.task.id)].flatMap(([task, own]) => {
    const decided = decideTask(
      rules.task,
      own.map((j) => j.status),
    );
    const late = own.filter((j) => j.status === decided?.status);
    const [first] = late.length > 0 ? late : own;
    const { due = null, daysLate = null } = first ?? {};
    return decided ? [{ task, part: null, status: decided.status, due, daysLate }] : [];
  });
}

const PASSES: Readonly<Record<ReportTest, (report: OwedReport) => boolean>> = {
  submitted: (r) => r.submittedOn !== null,
  complete: (r) => r.submittedOn !== null && r.complete,
  'on-time': (r) => r.submittedOn !== null && r.daysLate === 0,
};

function scoreReports(criterion: ReportsCriterion, { reports }: ScoredFacts): CriterionScore {
  const { score } = criterion;
  const whole = score.kind === 'all-or-nothing';
  const asked: readonly { readonly test: ReportTest; readonly points: number | null }[] =
    score.kind === 'all-or-nothing' ? score.tests.map((test) => ({ test, points: null })) : score.tests;
  const owed = reports.filter((r) => criterion.channels === 'all' || r.main);
  const counted = owed.filter((r) => !r.pending);
  const tests = asked.map((t) => ({ ...t, passed: counted.every(PASSES[t.test]) }));
  const failedBy = (report: OwedReport): readonly ReportTest[] =>
    report.pending ? [] : asked.flatMap(({ test }) => (PASSES[test](report) ? [] : [test]));
  const kept = tests.filter((t) => t.passed);
  const tableMax = whole ? score.points : sumExact(score.tests.map((t) => t.points));
  const won = whole ? (kept.length === tests.length ? score.points : 0) : sumExact(kept.map((t) => t.points ?? 0));
  const applicable = counted.length > 0;
  return {
    ...labelled(criterion),
    points: applicable ? won : null,
    max: applicable ? tableMax : 0,
    tableMax,
    evidence: {
      kind: 'reports',
      tests,
      counted: counted.length,
      pending: owed.length - counted.length,
      reports: owed.map((r) => ({ ...r, failed: failedBy(r) })),
    },
  };
}
