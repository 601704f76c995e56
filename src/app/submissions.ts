/** `submissions`: who has sent what for a period, as the JSON of the contract and as a board on a terminal. */

import { localDay, localTime, type Instant } from '../calendar/instant';
import { daysBetween, type PlainDate } from '../calendar/plain-date';
import {
  mainSubmission,
  submissionsOf,
  type ChannelSubmission,
  type SubmissionState,
  type UnitSubmission,
} from '../collect/submissions';
import { partSubject } from '../figures/checks/collection-rules';
import { askedIndicators } from '../figures/checks/answers';
import type { Evaluation } from '../figures/evaluation';
import { bookFigures } from '../figures/figures';
import { formatDate, formatInteger } from '../i18n/format';
import { SUBMISSION_LABELS } from '../i18n/submissions';
import { byTelling, type LedgerEvent } from '../ledger/events';
import { previousPeriod, type Period } from '../regulation/periods';
import { shortName } from '../report/wording';
import type { Registry } from '../units/registry';
import { evaluatePlan, type EvaluateRequest, type PlanData } from './plan-data';

export interface Board {
  readonly period: Period;
  readonly asOf: Instant;
  /** The last day of the main channel; null where the regime sets none. */
  readonly due: PlainDate | null;
  readonly units: readonly UnitSubmission[];
}

/** The board of a period, from the facts known at the request's `asOf`; `judged` saves judging the plan again. */
export function boardOf(
  data: PlanData,
  events: readonly LedgerEvent[],
  request: Pick<EvaluateRequest, 'period' | 'rules' | 'asOf'>,
  judged?: Pick<Evaluation, 'judgements'>,
): Board {
  const { plan, registry, regime, indicators } = data;
  const { period, asOf } = request;
  const known = events.filter((e) => e.recordedAt <= asOf && e.fact.plan === plan.id).sort(byTelling);
  const { judgements } = judged ?? evaluatePlan(data, known, { ...request, unit: null });
  const units = submissionsOf({
    ...{ period, registry, asOf, judgements },
    previous: previousPeriod(regime, period),
    events: known,
    asked: askedIndicators(indicators, registry, period.window.to),
    book: bookFigures(known),
  });
  return { period, asOf, due: mainSubmission(period)?.due ?? null, units };
}

/**
 * Days late, for a document: of what has not come counted to `known`, the last day of which the ledger knows anything,
 * not to the clock; null where it knows nothing.
 */
export function daysLateBy({ submittedOn, due, daysLate }: ChannelSubmission, known: PlainDate | null): number | null {
  if (submittedOn !== null) return daysLate;
  return known === null ? null : Math.max(0, daysBetween(due, known));
}

/** The day it was sent; with the time where we were told on that very day. */
function submittedAt({ submittedOn, recordedAt }: ChannelSubmission): string | null {
  return recordedAt !== null && localDay(recordedAt) === submittedOn ? recordedAt : submittedOn;
}

const channelJson = (c: ChannelSubmission): object => ({
  id: c.id,
  channel: c.channel,
  form: c.form,
  due: c.due,
  submittedAt: submittedAt(c),
  status: c.status,
  state: c.state,
  approvedOn: c.approvedOn,
  returnedOn: c.returnedOn,
  returnNote: c.returnNote,
  daysLate: c.daysLate,
});

const STATES = ['on-time', 'late', 'approved', 'empty', 'returned', 'missing'] as const;

/** Units by the state of their main report; each unit stands in one. */
export function countStates(units: readonly UnitSubmission[]): Readonly<Record<SubmissionState, number>> {
  const counts = Object.fromEntries(STATES.map((s) => [s, 0])) as Record<SubmissionState, number>;
  for (const { main } of units) counts[main.state]++;
  return counts;
}

function countStatuses(units: readonly UnitSubmission[]): object {
  const of = (status: ChannelSubmission['status']): number => units.filter((u) => u.main.status === status).length;
  return { 'on-time': of('on-time'), late: of('late'), missing: of('missing'), returned: of('returned') };
}

export function boardJson({ period, asOf, due, units }: Board): object {
  return {
    period: period.id,
    due,
    asOf,
    units: units.map(({ unit, main, channels, told, complete, unanswered }) => ({
      unit,
      submittedAt: submittedAt(main),
      status: main.status,
      state: main.state,
      complete,
      daysLate: main.daysLate,
      due: main.due,
      channel: main.channel,
      told,
      unanswered: { indicators: unanswered.indicators, obligations: unanswered.obligations.map(partSubject) },
      channels: channels.map(channelJson),
    })),
    counts: {
      of: units.length,
      ...countStatuses(units),
      states: countStates(units),
      complete: units.filter((u) => u.complete).length,
    },
  };
}

function stateText({ state, daysLate, submittedOn, returnNote }: ChannelSubmission): string {
  const sent = submittedOn ? `, gửi ngày ${formatDate(submittedOn)}` : '';
  const late = daysLate > 0 ? `, chậm ${formatInteger(daysLate)} ngày` : '';
  const note = returnNote ? ` (${returnNote})` : '';
  return `${SUBMISSION_LABELS[state]}${sent}${late}${note}`;
}

function lackText({ told, complete, unanswered }: UnitSubmission): string {
  if (told === 0) return '';
  if (complete) return 'đủ nội dung';
  const lacks = [
    unanswered.indicators.length > 0 && `${formatInteger(unanswered.indicators.length)} chỉ tiêu`,
    unanswered.obligations.length > 0 && `${formatInteger(unanswered.obligations.length)} phần việc`,
  ].filter(Boolean);
  return `chưa trả lời ${lacks.join(', ')}`;
}

/** Those who still owe something first, then the others; a unit with a second channel has a line for each. */
export function boardText({ period, asOf, due, units }: Board, registry: Registry): string {
  const counts = countStates(units);
  const width = Math.max(0, ...units.map((u) => shortName(u.unit, registry).length));
  const order: readonly SubmissionState[] = ['missing', 'returned', 'empty', 'late', 'on-time', 'approved'];
  const sorted = order.flatMap((state) => units.filter((u) => u.main.state === state));
  const lines = sorted.flatMap((u) =>
    u.channels.map((channel, index) => {
      const name = (index === 0 ? shortName(u.unit, registry) : '').padEnd(width);
      const where = u.channels.length > 1 ? `${channel.channel} (hạn ${formatDate(channel.due)}): ` : '';
      const lack = index === 0 ? lackText(u) : '';
      return `${name}  ${where}${stateText(channel)}${lack ? `; ${lack}` : ''}`;
    }),
  );
  const sent = units.filter((u) => u.main.submittedOn !== null).length;
  return [
    `${period.name}: ${formatInteger(sent)}/${formatInteger(units.length)} đơn vị đã gửi${due ? `; hạn gửi ${formatDate(due)}` : ''}; xét đến ${localTime(asOf)} ngày ${formatDate(localDay(asOf))}`,
    STATES.filter((s) => counts[s] > 0)
      .map((s) => `${SUBMISSION_LABELS[s]}: ${formatInteger(counts[s])}`)
      .join('; '),
    ...lines,
  ].join('\n');
}
