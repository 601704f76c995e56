/** `report` and `compile`: evaluations become documents and workbooks, and these become bytes. */

import type { PlainDate } from '../calendar/plain-date';
import { localDay, type Instant } from '../calendar/instant';
import { rateOf, type Evaluation } from '../figures/evaluation';
import type { LedgerEvent } from '../ledger/events';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Rules } from '../obligations/rules';
import type { Period } from '../regulation/periods';
import { composeReport, type ComposeInput } from '../report/compose';
import type { OfficialDocument } from '../report/document';
import { proseOf, type Prose } from '../report/prose';
import { summaryWorkbook, type SummaryInput } from '../report/summary';
import type { SubmissionRow } from '../report/summary/submissions';
import type { Dashboard } from '../report/dashboard/model';
import type { Signing } from '../report/signature';
import type { Workbook } from '../report/workbook';
import type { UnitSubmission } from '../collect/submissions';
import { checkPlan, explainedFindings, findingWords } from './check';
import { comparisonsOf } from './comparison';
import type { PastYear } from '../figures/past-year';
import { cityDashboard } from './dashboard';
import { evaluatePlan, type PlanData } from './plan-data';
import { boardOf, daysLateBy } from './submissions';
import { versionsOf } from './versions';

/** Renderers, handed in by the front door so that each is loaded only when it is wanted. */
export interface Renderers {
  docx(document: OfficialDocument): Promise<Uint8Array>;
  /** What keeps an agency's Word template from taking that document; asked before `docx`, absent without a template. */
  docxFaults?(document: OfficialDocument): Promise<readonly Diagnostic[]>;
  documentHtml(document: OfficialDocument): Promise<string>;
  xlsx(workbook: Workbook): Promise<Uint8Array>;
  dashboardHtml(dashboard: Dashboard): Promise<string>;
}

export type ReportFormat = 'docx' | 'html';
export type SummaryFormat = 'xlsx' | 'docx' | 'html';

/** The formats that must be rendered for those asked for: a PDF is made of the Word file. */
export function rendered<F extends string>(formats: readonly (F | 'pdf')[], docx: F): readonly F[] {
  const own = formats.filter((f): f is F => f !== 'pdf');
  return formats.includes('pdf') && !own.includes(docx) ? [...own, docx] : own;
}

export interface OutputFile {
  readonly name: string;
  /** The unit it is about; null for the city. */
  readonly unit: string | null;
  readonly bytes: Uint8Array;
}

export interface OutputRequest {
  readonly period: Period;
  readonly rules: Rules;
  readonly asOf: Instant;
  readonly events: readonly LedgerEvent[];
  /** The plan of the year before and its facts; without it nothing is compared across the year. */
  readonly past?: PastYear | null;
  readonly issued?: { readonly number: string; readonly signedOn: PlainDate } | null;
  /** Id under which it is issued; stands in the files' properties, so that a changed copy still says whose it is. */
  readonly issue?: string;
  /** Who signs, where it is not the head; and how urgent the document is. */
  readonly signing?: Signing;
  readonly urgency?: OfficialDocument['urgency'];
}

const utf8 = new TextEncoder();

/** Facts of the make that stand in the files' properties. No clock: the same inputs give the same bytes. */
function provenanceOf(
  data: PlanData,
  evaluation: Evaluation,
  { rules, issue, past }: OutputRequest,
): Readonly<Record<string, string>> {
  const { ledger, period, plan, sampleEvents } = evaluation;
  return {
    plan: plan.id,
    period: period.id,
    window: `${period.window.from}/${period.window.to}`,
    rules: rules.id,
    ledgerPosition: String(ledger.lastSeq),
    ledgerEvents: String(ledger.events),
    sampleEvents: String(sampleEvents),
    ...data.fingerprints,
    ...(past ? { comparedPlan: past.plan.id } : {}),
    ...(issue === undefined ? {} : { issue }),
  };
}

/** All that a report of the unit, or of the city, is composed from. */
export function composeInput(
  data: PlanData,
  request: OutputRequest,
  prose: Prose,
  unit: string | null,
): Outcome<ComposeInput> {
  const { regime, plan, registry, indicators, outline } = data;
  const [compiler, reporter] = [regime.compiler, regime.reporter ?? plan.issuer];
  if (compiler === null) return failed([error('BC3003', { path: `regimes/${regime.id}` }, { regime: regime.id })]);
  const { period, rules, asOf, past = null } = request;
  const asked = { period, rules, unit, asOf, past };
  const evaluation = evaluatePlan(data, request.events, asked);
  const compared = comparisonsOf(data, request, evaluation);
  return ok({
    evaluation,
    notes: {
      findings: explainedFindings(data, request.events, asked, evaluation),
      words: findingWords(data, request.period.id),
    },
    registry,
    indicators,
    body: unit ?? reporter,
    comparisons: [compared.lastPeriod, compared.lastYear].filter((c) => c !== null),
    rateOf: (counts) => rateOf(counts, request.rules),
    outline,
    prose,
    compiler,
    reporter,
    issued: request.issued ?? null,
    signing: request.signing,
    urgency: request.urgency,
    provenance: provenanceOf(data, evaluation, request),
  });
}

/** File name without extension: `2026-Q1/bao-cao-so-noi-vu`. */
const unitName = (period: Period, unit: string): string => `${period.id}/don-vi/bao-cao-${unit}`;
const cityName = (period: Period, what: string, registry: string): string => `${period.id}/${what}-${registry}`;

/** Reports of the units, every one or none; template errors of all of them at once. */
export async function unitReports(
  data: PlanData,
  units: readonly string[],
  request: OutputRequest,
  formats: readonly ReportFormat[],
  render: Renderers,
): Promise<Outcome<readonly OutputFile[]>> {
  const prose = proseOf(data.prose);
  const files: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const unit of units) {
    const document = documentFor(data, request, prose, unit);
    diagnostics.push(...document.diagnostics, ...(await templateFaults(document.value, formats, render)));
    if (document.value && !hasErrors(diagnostics))
      files.push(...(await documentFiles(document.value, unitName(request.period, unit), unit, formats, render)));
  }
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(files, diagnostics);
}

function documentFor(
  data: PlanData,
  request: OutputRequest,
  prose: Prose,
  unit: string | null,
): Outcome<OfficialDocument> {
  const input = composeInput(data, request, prose, unit);
  return input.value ? composeReport(input.value) : failed(input.diagnostics);
}

export async function templateFaults(
  document: OfficialDocument | undefined,
  formats: readonly string[],
  render: Renderers,
): Promise<readonly Diagnostic[]> {
  return document && formats.includes('docx') ? ((await render.docxFaults?.(document)) ?? []) : [];
}

/** The document in each format asked for. */
export async function documentFiles(
  document: OfficialDocument,
  name: string,
  unit: string | null,
  formats: readonly string[],
  render: Renderers,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  if (formats.includes('docx')) files.push({ name: `${name}.docx`, unit, bytes: await render.docx(document) });
  if (formats.includes('html'))
    files.push({ name: `${name}.html`, unit, bytes: utf8.encode(await render.documentHtml(document)) });
  return files;
}

/** What the summary is made of: the evaluation that the report prints too, who has sent, what the checks found. */
export function summaryInput(
  data: PlanData,
  request: OutputRequest,
  { evaluation, comparisons }: Pick<ComposeInput, 'evaluation' | 'comparisons'>,
): SummaryInput {
  const { registry, indicators, regime, plan } = data;
  const { rules, period, events, asOf, past = null } = request;
  const asked = { period, rules, unit: null, asOf, past };
  const known = evaluation.ledger.lastRecordedAt && localDay(evaluation.ledger.lastRecordedAt);
  return {
    ...{ evaluation, registry, indicators },
    reporter: regime.reporter ?? plan.issuer,
    provenance: provenanceOf(data, evaluation, request),
    versions: versionsOf(data, period),
    rateOf: (counts) => rateOf(counts, rules),
    rate: rules.rate,
    taskRules: rules.task,
    comparison: comparisons.find((c) => c.against === 'last-period') ?? null,
    submissions: boardOf(data, events, request, evaluation).units.flatMap((unit) => submissionRows(unit, known)),
    findings: checkPlan(data, events, asked, evaluation).findings,
    words: findingWords(data, period.id),
  };
}

function submissionRows(
  { unit, channels, complete, unanswered }: UnitSubmission,
  known: PlainDate | null,
): readonly SubmissionRow[] {
  const lacks = { indicators: unanswered.indicators.length, obligations: unanswered.obligations.length };
  return channels.map((sent) => {
    const { channel, due, state, submittedOn, returnNote } = sent;
    const daysLate = daysLateBy(sent, known);
    return { unit, channel, due, state, submittedOn, complete, unanswered: lacks, daysLate, note: returnNote };
  });
}

/** The city's report in the formats asked for; nothing is composed for a workbook alone. */
async function cityReport(
  input: ComposeInput,
  { period }: OutputRequest,
  formats: readonly SummaryFormat[],
  render: Renderers,
): Promise<Outcome<readonly OutputFile[]>> {
  if (!formats.some((format) => format !== 'xlsx')) return ok([]);
  const report = composeReport(input);
  if (!report.value) return failed(report.diagnostics);
  const faults = await templateFaults(report.value, formats, render);
  const diagnostics = [...report.diagnostics, ...faults];
  if (hasErrors(faults)) return failed(diagnostics);
  const name = cityName(period, 'bao-cao', input.registry.id);
  return ok(await documentFiles(report.value, name, null, formats, render), diagnostics);
}

/** The city's summary and report. */
export async function cityOutputs(
  data: PlanData,
  request: OutputRequest,
  formats: readonly SummaryFormat[],
  render: Renderers,
): Promise<Outcome<readonly OutputFile[]>> {
  const input = composeInput(data, request, proseOf(data.prose), null);
  if (!input.value) return failed(input.diagnostics);
  const report = await cityReport(input.value, request, formats, render);
  if (!report.value) return report;
  const files = [...report.value];
  const { registry, evaluation, reporter, provenance, comparisons } = input.value;
  const dashboard = (): Dashboard =>
    cityDashboard({ data, request, evaluation, reporter, provenance, comparison: comparisons[0] ?? null });
  const name = cityName(request.period, 'tong-hop', registry.id);
  if (formats.includes('xlsx')) {
    const workbook = summaryWorkbook(summaryInput(data, request, input.value));
    files.push({ name: `${name}.xlsx`, unit: null, bytes: await render.xlsx(workbook) });
  }
  if (formats.includes('html'))
    files.push({ name: `${name}.html`, unit: null, bytes: utf8.encode(await render.dashboardHtml(dashboard())) });
  return ok(files, report.diagnostics);
}
