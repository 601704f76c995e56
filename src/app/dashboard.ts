/** What the dashboard is made of: the evaluation that all outputs share, the board of submissions, citations. */

import type { Comparison } from '../figures/comparison';
import { rateOf, type Counts, type Evaluation, type Rate } from '../figures/evaluation';
import { formatDate } from '../i18n/format';
import { partSubject } from '../figures/checks/collection-rules';
import { localDay } from '../calendar/instant';
import type { PlainDate } from '../calendar/plain-date';
import { inForce } from '../calendar/range';
import { citationText } from '../regulation/citations';
import type { Period } from '../regulation/periods';
import type { UnitSubmission } from '../collect/submissions';
import { dashboardOf } from '../report/dashboard';
import { rankUnits } from '../report/ranking';
import { dashboardComparison } from '../report/dashboard/compared';
import type { EarlierRules } from '../report/dashboard/compared-why';
import type { Dashboard, SubmissionLine } from '../report/dashboard/model';
import type { OutputRequest } from './outputs';
import type { PlanData } from './plan-data';
import { boardOf, daysLateBy } from './submissions';

export interface DashboardRequest {
  readonly data: PlanData;
  readonly request: OutputRequest;
  readonly evaluation: Evaluation;
  readonly reporter: string;
  readonly provenance: Readonly<Record<string, string>>;
  /** With another period; null where there is nothing to compare with. */
  readonly comparison: Comparison | null;
}

/** The city's dashboard for the period. */
export function cityDashboard(asked: DashboardRequest): Dashboard {
  const { data, request, evaluation, reporter, provenance, comparison } = asked;
  const { units } = boardOf(data, request.events, request, evaluation);
  const { lastRecordedAt } = evaluation.ledger;
  const known = lastRecordedAt && localDay(lastRecordedAt);
  const byRules = (counts: Counts): Rate => rateOf(counts, request.rules);
  const blocks = rankUnits(evaluation, data.registry, byRules);
  return dashboardOf({
    evaluation,
    registry: data.registry,
    blocks,
    indicators: data.indicators,
    rate: request.rules.rate,
    rateOf: byRules,
    cite: (basis) => basis.map((b) => citationText(data.instruments, b)),
    submissions: units.map((unit) => submissionLine(unit, known, request.period, data)),
    reporter,
    provenance,
    comparison: dashboardComparison(comparison, earlierRules(asked)),
  });
}

/** The rules by which the earlier period was counted: those of its own plan, in the version of its cut-off. */
function earlierRules({ data, request, comparison }: DashboardRequest): EarlierRules {
  const file = comparison && !comparison.samePlan && request.past ? request.past.rules : data.rules;
  const version = comparison && file.status.find((v) => inForce(v, comparison.then.window.to));
  const since = version ? `, bản có hiệu lực từ ngày ${formatDate(version.from)}` : '';
  return { name: `bộ quy tắc ${file.id}${since}`, rate: file.rate.reason };
}

function submissionLine(
  { unit, told, complete, unanswered, channels }: UnitSubmission,
  known: PlainDate | null,
  period: Period,
  { instruments }: PlanData,
): SubmissionLine {
  return {
    unit,
    told,
    complete,
    unanswered: { indicators: unanswered.indicators, obligations: unanswered.obligations.map(partSubject) },
    channels: channels.map((sent) => {
      const { id, channel, form, due, state, submittedOn, returnNote } = sent;
      const rule = period.submissions.find((s) => s.id === id);
      return {
        ...{ channel, form, due, state, submittedOn, returnNote },
        rule: rule?.rule ?? '',
        basis: rule?.basis.map((b) => citationText(instruments, b)) ?? [],
        daysLate: daysLateBy(sent, known),
      };
    }),
  };
}
