/**
 * Who has sent what, by which channel and when: on time, late, missing, returned, approved. What a report is worth
 * is judged from what was told, not from its having been sent: one that says nothing is "nộp nhưng trống".
 */

import { localDay, type Instant } from '../calendar/instant';
import { daysBetween, type PlainDate } from '../calendar/plain-date';
import { unansweredOf, type AskedIndicators, type Unanswered } from '../figures/checks/answers';
import type { FigureBook } from '../figures/figures';
import { byTelling, type LedgerEvent, type SubmissionFact } from '../ledger/events';
import { groupBy } from '../lib/group';
import { fold } from '../lib/text';
import type { Judgement } from '../obligations/status';
import type { Period, Submission } from '../regulation/periods';
import type { Registry } from '../units/registry';
import { toldFor } from './told';

/** What the contract calls a status; the other states stand beside it. */
export type SubmissionStatus = 'on-time' | 'late' | 'missing' | 'returned';
export type SubmissionState = SubmissionStatus | 'approved' | 'empty';

/** One report owed by one unit through one channel. */
export interface ChannelSubmission {
  readonly id: string;
  readonly channel: string;
  readonly form: Submission['form'];
  readonly due: PlainDate;
  readonly status: SubmissionStatus;
  readonly state: SubmissionState;
  /** The sending that stands: the first since the last return. */
  readonly submittedOn: PlainDate | null;
  /** When we were told of it. */
  readonly recordedAt: Instant | null;
  readonly approvedOn: PlainDate | null;
  readonly returnedOn: PlainDate | null;
  /** Why it was sent back. */
  readonly returnNote: string | null;
  /** Days after the last day: to the sending, or to today while nothing stands; 0 in time. */
  readonly daysLate: number;
}

export interface UnitSubmission {
  readonly unit: string;
  readonly channels: readonly ChannelSubmission[];
  /** The channel whose report the city is compiled from, where the unit owes it; else its first. */
  readonly main: ChannelSubmission;
  /** Facts told for the period. */
  readonly told: number;
  readonly complete: boolean;
  readonly unanswered: Unanswered;
}

export interface SubmissionInput {
  readonly period: Period;
  readonly previous: Period | undefined;
  readonly registry: Registry;
  readonly asOf: Instant;
  /** Facts of the plan known at `asOf`. */
  readonly events: readonly LedgerEvent[];
  readonly judgements: readonly Judgement[];
  readonly asked: AskedIndicators;
  readonly book: FigureBook;
}

type Sending = LedgerEvent & { readonly fact: SubmissionFact };

/** The rule whose report the city is compiled from: the general report, else the first there is. */
export function mainSubmission(period: Period): Submission | undefined {
  return period.submissions.find((s) => s.form === 'tổng hợp') ?? period.submissions[0];
}

/** A row for every unit that owes a report at the cut-off, in the order of the registry. */
export function submissionsOf(input: SubmissionInput): readonly UnitSubmission[] {
  const { period, registry } = input;
  const owed = owedBy(period, registry);
  const sendings = sendingsOf(input);
  const told = toldFor(input.events, period, input.previous);
  const judgements = groupBy(input.judgements, (j) => j.obligation.unit);
  return registry.units.flatMap(({ id: unit }) => {
    const rules = owed.get(unit);
    if (!rules) return [];
    const facts = told.get(unit) ?? 0;
    const own = sendings.get(unit) ?? [];
    const channels = rules.map((rule) => channelState(rule, ofChannel(rule, own, rules), facts, input));
    const unanswered = unansweredOf(unit, judgements.get(unit) ?? [], input);
    const complete = facts > 0 && unanswered.indicators.length + unanswered.obligations.length === 0;
    return [{ unit, channels, main: channels[0] as ChannelSubmission, told: facts, complete, unanswered }];
  });
}

/** Reports that each unit owes, its main one first. */
function owedBy(period: Period, registry: Registry): ReadonlyMap<string, readonly Submission[]> {
  const main = mainSubmission(period);
  const owed = new Map<string, Submission[]>();
  const rules = period.submissions.filter((s) => s !== main);
  for (const rule of main ? [main, ...rules] : rules) {
    const units = new Set(rule.who.flatMap((who) => registry.membersOf(who, period.window.to).map((u) => u.id)));
    for (const unit of units) owed.set(unit, [...(owed.get(unit) ?? []), rule]);
  }
  return owed;
}

/** Sendings by unit; one that was told ahead of its day has not come yet. */
function sendingsOf({ events, period, asOf }: SubmissionInput): ReadonlyMap<string, readonly Sending[]> {
  const today = localDay(asOf);
  const own = events
    .filter((e): e is Sending => e.fact.kind === 'submission' && e.fact.period === period.id)
    .filter((e) => dayOf(e) <= today);
  return groupBy(own.sort(byTelling), (e) => e.fact.unit);
}

/**
 * Sendings by that channel. One that names none of the unit's channels (nothing, or only how it travelled: "thư điện
 * tử") is its main report.
 */
function ofChannel(rule: Submission, sendings: readonly Sending[], owed: readonly Submission[]): readonly Sending[] {
  const names = ({ id, channel }: Submission): readonly string[] => [fold(id), fold(channel)];
  return sendings.filter(({ fact }) => {
    const named = owed.find((o) => names(o).includes(fold(fact.channel ?? '')));
    return (named ?? owed[0]) === rule;
  });
}

const dayOf = (event: Sending): PlainDate => event.fact.occurredOn ?? localDay(event.recordedAt);

interface Standing {
  readonly sent: Sending | null;
  readonly approved: Sending | null;
  readonly returned: Sending | null;
}

/** A return undoes what was sent before it; a later correction does not make the first sending late. */
function standingOf(sendings: readonly Sending[]): Standing {
  let standing: Standing = { sent: null, approved: null, returned: null };
  for (const event of sendings) {
    const { event: what } = event.fact;
    if (what === 'returned') standing = { sent: null, approved: null, returned: event };
    else if (what === 'approved') standing = { ...standing, approved: event };
    else standing = { ...standing, sent: standing.sent ?? event };
  }
  return standing;
}

function channelState(
  { id, channel, form, due }: Submission,
  sendings: readonly Sending[],
  told: number,
  { asOf }: SubmissionInput,
): ChannelSubmission {
  const { approved, returned, ...standing } = standingOf(sendings);
  // What was approved has been there, though nobody told when it came: at the latest on the day of the approval.
  const sent = standing.sent ?? approved;
  const submittedOn = sent && dayOf(sent);
  const daysLate = Math.max(0, daysBetween(due, submittedOn ?? localDay(asOf)));
  const status: SubmissionStatus =
    submittedOn !== null ? (daysLate > 0 ? 'late' : 'on-time') : returned ? 'returned' : 'missing';
  const state = sent === null ? status : told === 0 ? 'empty' : approved ? 'approved' : status;
  return {
    ...{ id, channel, form, due, status, state, submittedOn, daysLate },
    recordedAt: sent?.recordedAt ?? null,
    approvedOn: sent && approved ? dayOf(approved) : null,
    returnedOn: returned && dayOf(returned),
    returnNote: sent ? null : (returned?.fact.note ?? null),
  };
}
