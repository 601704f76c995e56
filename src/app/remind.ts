/** `remind`: the letters to the units that have not sent their reports, from the board of submissions. */

import { localDay } from '../calendar/instant';
import type { PlainDate } from '../calendar/plain-date';
import type { ChannelSubmission, UnitSubmission } from '../collect/submissions';
import { formatDate, formatInteger } from '../i18n/format';
import { SUBMISSION_LABELS } from '../i18n/submissions';
import type { LedgerEvent } from '../ledger/events';
import { error, failed, hasErrors, info, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Letter } from '../report/letters/letter';
import { reminderLetter, type OwedReport, type ReminderInput } from '../report/letters/reminder';
import type { Issued } from '../report/letterhead';
import { proseOf, type ProseSet } from '../report/prose';
import { shortName } from '../report/wording';
import { documentFiles, type OutputFile, type ReportFormat, type Renderers } from './outputs';
import type { EvaluateRequest, PlanData } from './plan-data';
import { boardOf, type Board } from './submissions';

export interface RemindRequest extends Pick<EvaluateRequest, 'period' | 'rules' | 'asOf'> {
  readonly letter: { readonly letter: Letter; readonly prose: ProseSet };
  /** Units to remind; null: every unit that owes a report. */
  readonly units: readonly string[] | null;
  /** One letter a unit instead of one to all. */
  readonly each: boolean;
  readonly by: PlainDate | null;
  /** Only what is owed through that channel, by its id; all where none is named. */
  readonly channel?: string;
  readonly issued: Issued | null;
}

export interface Reminders {
  readonly board: Board;
  readonly owed: readonly OwedReport[];
  readonly files: readonly OutputFile[];
}

/** What is still to be sent: nothing came, it went back, or it says nothing. */
function owes(channel: ChannelSubmission): channel is ChannelSubmission & { state: OwedReport['state'] } {
  return channel.state === 'missing' || channel.state === 'returned' || channel.state === 'empty';
}

export function owedReports(units: readonly UnitSubmission[]): readonly OwedReport[] {
  return units.flatMap(({ unit, channels }) =>
    channels.filter(owes).map(({ channel, due, state, daysLate, returnedOn, returnNote }) => {
      return { unit, channel, due, state, daysLate, returnedOn, returnNote };
    }),
  );
}

/** The board of one channel: the units that owe a report through it. */
function throughChannel(board: Board, id: string): Board {
  const units = board.units.flatMap((unit) => {
    const channels = unit.channels.filter((c) => c.id === id);
    return channels.length > 0 ? [{ ...unit, channels }] : [];
  });
  return { ...board, units };
}

/** The letters, every one or none. No letter where nobody owes anything. */
export async function remind(
  data: PlanData,
  events: readonly LedgerEvent[],
  request: RemindRequest,
  formats: readonly ReportFormat[],
  render: Renderers,
): Promise<Outcome<Reminders>> {
  const sender = data.regime.compiler;
  if (sender === null)
    return failed([error('BC3003', { path: `regimes/${data.regime.id}` }, { regime: data.regime.id })]);
  const whole = boardOf(data, events, request);
  const board = request.channel === undefined ? whole : throughChannel(whole, request.channel);
  const all = owedReports(board.units);
  const others = all.filter((o) => o.unit !== sender);
  const owed = request.units === null ? others : others.filter((o) => request.units?.includes(o.unit));
  const diagnostics: Diagnostic[] = notOwing(request.units ?? [], owed, board, data);
  const of = board.units.length;
  const base: Omit<ReminderInput, 'owed'> = {
    ...{ letter: request.letter.letter, prose: proseOf(request.letter.prose), plan: data.plan, period: request.period },
    ...{ registry: data.registry, sender, reporter: data.regime.reporter ?? data.plan.issuer },
    ...{ of, sent: of - new Set(all.map((o) => o.unit)).size },
    ...{ day: localDay(request.asOf), by: request.by, issued: request.issued },
    isSample: events.some((e) => e.sample),
    provenance: { plan: data.plan.id, period: request.period.id },
  };
  const units = [...new Set(owed.map((o) => o.unit))];
  const groups = request.each || units.length === 1 ? units.map((u) => [u]) : units.length > 0 ? [units] : [];
  const files: OutputFile[] = [];
  for (const group of groups) {
    const document = reminderLetter({ ...base, owed: owed.filter((o) => group.includes(o.unit)) });
    diagnostics.push(...document.diagnostics);
    const unit = group.length === 1 ? (group[0] as string) : null;
    const name = `${request.period.id}/don-doc/${base.letter.id}${unit ? `-${unit}` : ''}`;
    if (document.value) files.push(...(await documentFiles(document.value, name, unit, formats, render)));
  }
  return hasErrors(diagnostics) ? failed(diagnostics) : ok({ board, owed, files }, diagnostics);
}

/** Units that were named and owe nothing: no letter is made for them, and it is said. */
function notOwing(
  named: readonly string[],
  owed: readonly OwedReport[],
  { units, period }: Board,
  { registry, regime }: PlanData,
): Diagnostic[] {
  const rest = named.filter((unit) => !owed.some((o) => o.unit === unit));
  return rest.map((unit) => {
    const params = { unit: registry.unit(unit)?.name ?? unit, period: period.name };
    const code = unit === regime.compiler ? 'BC2254' : units.some((u) => u.unit === unit) ? 'BC2251' : 'BC2252';
    return info(code, {}, params);
  });
}

export function remindersJson({ board, owed }: Reminders): object {
  const units = [...new Set(owed.map((o) => o.unit))];
  return {
    period: board.period.id,
    due: board.due,
    asOf: board.asOf,
    units: units.map((unit) => ({ unit, reports: owed.filter((o) => o.unit === unit).map(owedJson) })),
  };
}

function owedJson({ channel, due, state, daysLate, returnedOn, returnNote }: OwedReport): object {
  return { channel, due, state, daysLate, returnedOn, returnNote };
}

/** The list of those to be reminded. */
export function remindersText({ board, owed }: Reminders, { registry, regime }: PlanData): string {
  if (owed.length === 0) {
    const others = new Set(owedReports(board.units).map((o) => o.unit));
    others.delete(regime.compiler ?? '');
    return others.size === 0
      ? `${board.period.name}: không còn cơ quan, đơn vị nào phải đôn đốc.`
      : `${board.period.name}: không lập công văn; còn ${formatInteger(others.size)} cơ quan, đơn vị khác phải đôn đốc.`;
  }
  const lines = owed.map(
    (o) =>
      `  ${shortName(o.unit, registry)}: ${o.channel}, hạn ${formatDate(o.due)}, ${SUBMISSION_LABELS[o.state]}${o.daysLate > 0 ? `, quá hạn ${formatInteger(o.daysLate)} ngày` : ''}`,
  );
  const units = new Set(owed.map((o) => o.unit)).size;
  return [`${board.period.name}: ${formatInteger(units)} cơ quan, đơn vị phải đôn đốc`, ...lines].join('\n');
}
