/**
 * The reminder (công văn đôn đốc): an official letter to one body that has not sent its report, or to all of them
 * with a list. It states a day: what was known at its end; the sender's number and day come when it is signed.
 */

import { daysBetween, type PlainDate } from '../../calendar/plain-date';
import { formatDate, formatInteger, formatLongRange } from '../../i18n/format';
import { NOTICES } from '../../i18n/notices';
import { SUBMISSION_LABELS } from '../../i18n/submissions';
import { groupBy } from '../../lib/group';
import { failed, hasErrors, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import type { Plan } from '../../plan/plan';
import type { Period } from '../../regulation/periods';
import type { Registry } from '../../units/registry';
import type { Unit } from '../../units/schema';
import type { Appendix, OfficialDocument, Row, Table } from '../document';
import { attachmentLine, letterheadOf, type HeadFacts, type Issued } from '../letterhead';
import { textBlocks } from '../paragraphs';
import type { Prose } from '../prose';
import { planCitation } from '../view';
import { shortName } from '../wording';
import type { Letter } from './letter';

/** A report that a unit still owes. */
export interface OwedReport {
  readonly unit: string;
  readonly channel: string;
  readonly due: PlainDate;
  readonly state: 'missing' | 'returned' | 'empty';
  readonly daysLate: number;
  readonly returnedOn: PlainDate | null;
  readonly returnNote: string | null;
}

export interface ReminderInput {
  readonly letter: Letter;
  readonly prose: Prose;
  readonly plan: Plan;
  readonly period: Period;
  readonly registry: Registry;
  /** The body that gathers the reports, and the one it gathers them for. */
  readonly sender: string;
  readonly reporter: string;
  readonly owed: readonly OwedReport[];
  /** Units that owe a report, and how many of them have sent it. */
  readonly of: number;
  readonly sent: number;
  /** The day whose end the letter speaks of. */
  readonly day: PlainDate;
  /** The new last day that is set, if any. */
  readonly by: PlainDate | null;
  readonly issued: Issued | null;
  readonly isSample: boolean;
  readonly provenance: Readonly<Record<string, string>>;
}

/** One letter about everything in `owed`: to the unit itself where it is about one, else to all with a list. */
export function reminderLetter(input: ReminderInput): Outcome<OfficialDocument> {
  const { letter, prose, registry, owed } = input;
  const sender = bodyOf(input.sender, registry);
  const scope = new Set(owed.map((o) => o.unit)).size === 1 ? 'unit' : 'city';
  const form = letter[scope];
  const view = viewOf(input, sender);
  const diagnostics: Diagnostic[] = [];
  const take = (outcome: Outcome<string>): string => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value ?? '';
  };
  const inline = (template: string): string => take(prose.inline(template, view));
  const head: HeadFacts = { symbol: inline(letter.symbol), issued: input.issued, draftedIn: input.day };
  const subject = inline(letter.subject);
  const addressees = form.addressees.map(inline);
  const noiNhan = form.noiNhan.map(inline).filter((line) => line !== '');
  const body = textBlocks(take(prose.render(form.body, scope, view)));
  const appendices = form.list === undefined ? [] : [listOf(input, inline(form.list), head, sender)];
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const title = inline(letter.title);
  return ok(
    {
      letterhead: letterheadOf(sender, registry, head),
      ...{ typeName: null, subject, urgency: null, addressees, legalBases: [], body, noiNhan, appendices },
      signature: { lines: sender.signature ?? registry.kind(sender).signature, name: null },
      notice: input.isSample ? NOTICES.sample : null,
      properties: {
        ...{ title, subject, agency: sender.fullName },
        createdOn: input.issued?.signedOn ?? input.day,
        custom: { ...input.provenance, letter: `${letter.id} ${letter.version}`, knownOn: input.day },
      },
    },
    diagnostics,
  );
}

function bodyOf(id: string, registry: Registry): Unit {
  const unit = registry.unit(id);
  if (!unit) throw new Error(`no such body: ${id}`);
  return unit;
}

function viewOf(input: ReminderInput, sender: Unit): object {
  const { registry, plan, period, owed, day } = input;
  const unit = bodyOf(owed[0]?.unit ?? input.sender, registry);
  const reports = owed.map((o) => ({
    channel: o.channel,
    due: o.due,
    daysLate: o.daysLate,
    daysLeft: daysBetween(day, o.due),
    isMissing: o.state === 'missing',
    isReturned: o.state === 'returned',
    isEmpty: o.state === 'empty',
    returnedOn: o.returnedOn,
    returnNote: o.returnNote,
  }));
  return {
    sender: { name: sender.name, short: sender.short },
    city: { name: registry.name, issuer: shortName(input.reporter, registry) },
    plan: { title: plan.title, citation: planCitation(plan) },
    period: { id: period.id, name: period.name, window: formatLongRange(period.window) },
    unit: { name: unit.name, shortName: shortName(unit.id, registry) },
    reports,
    hasOne: reports.length === 1,
    channels: [...groupBy(owed, (o) => o.channel)].map(([channel, list]) => ({ channel, due: list[0]?.due })),
    owing: new Set(owed.map((o) => o.unit)).size,
    of: input.of,
    sent: input.sent,
    day,
    by: input.by,
    isBefore: owed.every((o) => o.due >= day),
  };
}

/** The list that goes with a letter to all: a line for each report that is owed. */
function listOf(input: ReminderInput, title: string, head: HeadFacts, sender: Unit): Appendix {
  return {
    number: null,
    title,
    attachedTo: attachmentLine({ ...head, type: 'Công văn', issuer: sender.name }),
    orientation: 'portrait',
    blocks: [{ kind: 'table', table: owedTable(input) }],
  };
}

function owedTable({ owed, registry }: ReminderInput): Table {
  let no = 0;
  const rows = owed.map((o, index): Row => {
    const again = owed[index - 1]?.unit === o.unit;
    if (!again) no++;
    return {
      kind: 'data',
      cells: [
        { text: again ? '' : formatInteger(no) },
        { text: again ? '' : shortName(o.unit, registry) },
        { text: o.channel },
        { text: formatDate(o.due) },
        { text: SUBMISSION_LABELS[o.state] },
        { text: o.daysLate > 0 ? formatInteger(o.daysLate) : '-', value: o.daysLate },
      ],
    };
  });
  return {
    id: 'owed',
    caption: null,
    columns: [
      { key: 'no', title: 'STT', weight: 6, align: 'center' },
      { key: 'unit', title: 'Cơ quan, đơn vị', weight: 29, align: 'left' },
      { key: 'channel', title: 'Nơi nhận báo cáo', weight: 28, align: 'left' },
      { key: 'due', title: 'Hạn gửi', weight: 13, align: 'center' },
      { key: 'state', title: 'Tình trạng', weight: 14, align: 'left' },
      { key: 'late', title: 'Số ngày quá hạn', weight: 10, align: 'right' },
    ],
    rows,
    numberColumns: false,
  };
}
