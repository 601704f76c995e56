/**
 * `restate`: what changed since a report was issued, and the report that corrects it. Before and after are made of the
 * same frozen data, so that only facts move a figure: a rule or a registry that changed later changes no report that
 * went out under the old one.
 */

import type { Instant } from '../calendar/instant';
import { figureKey } from '../figures/figures';
import type { LedgerEvent } from '../ledger/events';
import { byTelling, occurredOn } from '../ledger/events';
import type { Head } from '../ledger/store/port';
import { failed, ok, type Outcome } from '../lib/diagnostic';
import { composeReport } from '../report/compose';
import { lookOfIssue, type Issue } from '../report/issue';
import type { Outline } from '../report/outline';
import { proseOf, type ProseSet } from '../report/prose';
import { causesOf, changesBetween, touches, wasKnown, type Cause, type Change } from '../report/restatement/changes';
import { citeAgain, type Cited, type Correction } from '../report/restatement/correction';
import { statementsOf, type Statement } from '../report/restatement/statements';
import { bodyOf, issuedOf, placed, requestOf, type IssueSource } from './issue';
import { composeInput, documentFiles, type OutputFile, type OutputRequest, type Renderers } from './outputs';

export interface Restatement {
  readonly before: IssueSource;
  readonly after: { readonly events: readonly LedgerEvent[]; readonly ledger: Head; readonly asOf: Instant };
  readonly changes: readonly Change[];
  readonly causes: readonly Cause[];
  readonly corrective: ReadonlySet<string>;
}

/** Compares the report with what its plan's ledger holds now; `events` are all known at `asOf` up to `ledger`. */
export function restatementOf(
  before: IssueSource,
  events: readonly LedgerEvent[],
  now: { readonly ledger: Head; readonly asOf: Instant },
): Outcome<Restatement> {
  const request = requestOf(before);
  if (!request.value) return failed(request.diagnostics);
  const asked = { ...request.value, asOf: now.asOf };
  const probe = stated(before, asked, before.events);
  if (!probe.value) return failed(probe.diagnostics);
  const state = (told: readonly LedgerEvent[]): readonly Statement[] => stated(before, asked, told).value ?? [];
  const after = events.filter((e) => e.seq <= now.ledger.seq && e.recordedAt <= now.asOf);
  const since = after.filter((e) => !wasKnown(before.issue, e)).sort(byTelling);
  const changes = changesBetween(probe.value, state(after));
  const causes = causesOf(before.events, since, state);
  return ok({
    before,
    after: { events: after, ...now },
    changes,
    causes: causes.filter(({ event, moved }) => moved.length > 0 || touches(before.issue, event.fact)),
    corrective: new Set(since.filter((e) => isCorrective(e, before.events)).map((e) => e.id)),
  });
}

function stated(
  { data, issue }: IssueSource,
  request: OutputRequest,
  events: readonly LedgerEvent[],
): Outcome<readonly Statement[]> {
  const input = composeInput(data, { ...request, events }, proseOf(data.prose), issue.unit);
  return input.value ? ok(statementsOf(input.value)) : failed(input.diagnostics);
}

/** Takes back or replaces something that the report knew; anything else is told late. */
function isCorrective({ fact }: LedgerEvent, known: readonly LedgerEvent[]): boolean {
  if (fact.kind === 'task') return fact.event === 'corrected';
  if (fact.kind === 'submission') return false;
  return known.some(({ fact: old }) => {
    if (old.kind !== fact.kind || old.unit !== fact.unit || old.period !== fact.period) return false;
    if (fact.kind === 'figure' && old.kind === 'figure')
      return figureKey(old.period, old.unit, old.indicator) === figureKey(fact.period, fact.unit, fact.indicator);
    if (fact.kind === 'narrative' && old.kind === 'narrative') return old.section === fact.section;
    return fact.kind === 'explanation' && old.kind === 'explanation' && old.subject === fact.subject;
  });
}

/** How another report cites it. The type and the symbol are those of the outline that the first report was made by. */
function citedOf(chain: readonly Issue[], { data }: IssueSource, subject: string): Cited {
  const [issue, corrected] = chain as readonly [Issue, Issue | undefined];
  const symbol = `${data.outline.typeSymbol}-${bodyOf(data, issue.unit)?.short ?? ''}`;
  const { typeName } = data.outline;
  const about = corrected
    ? `bổ sung, đính chính ${citeAgain({ issue: corrected, issued: issuedOf(corrected), typeName, symbol })}`
    : subject;
  return { issue, issued: issuedOf(issue), typeName, symbol, subject: about };
}

export interface CorrectionRequest {
  /** The correcting report's own id, number and day; an id is given once it is issued. */
  readonly draft: Pick<Issue, 'number' | 'signedOn' | 'signing' | 'urgency'> & { readonly id: string | null };
  /** The report that is corrected, and those that it corrects in its turn. */
  readonly chain: readonly Issue[];
  readonly template: { readonly outline: Outline; readonly prose: ProseSet };
}

/** The correcting report in Word and the like. */
export async function correctionFiles(
  restatement: Restatement,
  { draft, chain, template }: CorrectionRequest,
  formats: readonly string[],
  render: Renderers,
): Promise<Outcome<readonly OutputFile[]>> {
  const { before, after, changes, causes, corrective } = restatement;
  const { issue, data } = before;
  const request = requestOf(before);
  if (!request.value) return failed(request.diagnostics);
  const { period, rules, past } = request.value;
  const id = draft.id === null ? {} : { issue: draft.id };
  const asked = {
    period,
    rules,
    past,
    asOf: after.asOf,
    events: after.events,
    issued: issuedOf(draft),
    ...id,
    ...lookOfIssue(draft),
  };
  const input = composeInput(data, asked, proseOf(data.prose), issue.unit);
  if (!input.value) return failed(input.diagnostics);
  const original = composeReport(input.value);
  if (!original.value) return failed(original.diagnostics);
  const { subject } = original.value;
  const correction: Correction = {
    ...{ cited: citedOf(chain, before, subject), first: citedOf(chain.slice(-1), before, subject) },
    ...{ changes, causes, corrective, registry: data.registry },
    ...{ knownThen: issue.asOf, knownNow: after.asOf },
  };
  const document = composeReport({
    ...{ ...input.value, correction, outline: template.outline, prose: proseOf(template.prose) },
    provenance: { ...input.value.provenance, corrects: issue.id },
  });
  if (!document.value) return failed(document.diagnostics);
  const name = `${issue.period}/dinh-chinh/${template.outline.id}-${issue.unit ?? data.registry.id}`;
  const files = await documentFiles(document.value, name, issue.unit, formats, render);
  return ok(draft.id === null ? files : placed({ id: draft.id }, files), document.diagnostics);
}

/** The event as the listing shows it. */
export function causeJson({ event, moved }: Cause, { before, corrective }: Restatement): object {
  const { seq, id, recordedAt, fact } = event;
  const isCorrection = corrective.has(id);
  return {
    ...{ seq, id, recordedAt, kind: fact.kind, unit: fact.unit, occurredOn: occurredOn(fact) },
    ...(fact.kind === 'task' ? { task: fact.task, part: fact.part, event: fact.event } : {}),
    ...(fact.kind === 'figure' ? { indicator: fact.indicator } : {}),
    ...(fact.kind === 'narrative' ? { section: fact.section } : {}),
    late: !isCorrection && touches(before.issue, fact),
    corrective: isCorrection,
    moved,
  };
}

export function restatementJson(restatement: Restatement): object {
  const { before, after, changes, causes } = restatement;
  const { id, period, unit, number, signedOn } = before.issue;
  const shown = (works: boolean): readonly object[] =>
    changes
      .filter((c) => (c.kind === 'work') === works)
      .map((c) => ({ ...c, events: causes.filter((x) => x.moved.includes(c.key)).map((x) => x.event.id) }));
  return {
    ...{ issue: id, period, unit, number, signedOn, changed: changes.length > 0 },
    from: { seq: before.issue.ledger.seq, asOf: before.issue.asOf },
    to: { seq: after.ledger.seq, asOf: after.asOf },
    events: causes.map((cause) => causeJson(cause, restatement)),
    obligations: shown(true),
    figures: shown(false),
  };
}
