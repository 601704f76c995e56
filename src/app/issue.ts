/**
 * `issue`: a report frozen and numbered. What the register keeps of it is enough to make the same bytes again from
 * the frozen files and the events up to its position, whatever is recorded or edited later.
 */

import type { Instant } from '../calendar/instant';
import type { PlainDate } from '../calendar/plain-date';
import { GENESIS, type LedgerEvent } from '../ledger/events';
import type { Head } from '../ledger/store/port';
import type { RegisterEntry } from '../ledger/store/register';
import { canonicalJson, sha256 } from '../lib/canonical-json';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { parseWith } from '../lib/parse';
import { citationText } from '../regulation/citations';
import type { Period } from '../regulation/periods';
import { issueFolder, issueSchema, lookOfIssue, type Issue, type IssueBody, type IssueLook } from '../report/issue';
import type { Issued } from '../report/letterhead';
import { wasKnown } from '../report/restatement/changes';
import type { Unit } from '../units/schema';
import {
  cityOutputs,
  unitReports,
  type OutputFile,
  type OutputRequest,
  type Renderers,
  type ReportFormat,
  type SummaryFormat,
} from './outputs';
import type { PastYear } from '../figures/past-year';
import { periodAndRules, type PlanData } from './plan-data';

/** An issue with what it was made of: the frozen data, and the events that it knew. */
export interface IssueSource {
  readonly issue: Issue;
  readonly data: PlanData;
  readonly events: readonly LedgerEvent[];
  /** The plan of the year before with the facts known then; a restatement compares with the same. */
  readonly past: PastYear | null;
}

export const UNIT_FORMATS = ['docx', 'html', 'pdf'] as const;
export const CITY_FORMATS = ['docx', 'xlsx', 'html', 'pdf'] as const;

/** The issues of a register, in the order in which they were entered; BC4012 for an entry that cannot be read. */
export function readIssues(entries: readonly RegisterEntry[]): Outcome<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const { key, body } of entries) {
    const parsed = parseWith(issueSchema, body, {});
    if (!parsed.value) return failed([error('BC4012', {}, { issue: key })]);
    issues.push({ ...parsed.value, id: key });
  }
  return ok(issues);
}

/** The number as Nghị định 30/2020/NĐ-CP has it (Phụ lục I, II.3): Arabic, below 10 with a zero in front. */
export function numberOf(text: string): string | undefined {
  const digits = text.trim();
  return /^\d{1,6}$/.test(digits) && Number(digits) > 0 ? String(Number(digits)).padStart(2, '0') : undefined;
}

export const issuedOf = ({ number, signedOn }: Pick<IssueBody, 'number' | 'signedOn'>): Issued | null =>
  number === null || signedOn === null ? null : { number, signedOn };

export interface Freeze {
  readonly kind: IssueBody['kind'];
  readonly data: PlanData;
  readonly period: Period;
  readonly unit: string | null;
  readonly issued: { readonly number: string; readonly signedOn: PlainDate } | null;
  readonly numbers: string | null;
  readonly corrects: string | null;
  readonly ledger: Head;
  readonly asOf: Instant;
  readonly program: string;
  readonly formats: readonly string[];
  /** Who signs, where it is not the head, and how urgent it is. */
  readonly look?: IssueLook;
}

/** The issue before its files are made: everything but what is only known once they are. */
export function draftIssue(id: string, freeze: Freeze): Issue {
  const { kind, data, period, unit, issued, numbers, corrects, ledger, asOf, program, formats } = freeze;
  return {
    ...{ id, form: 1, kind, plan: data.plan.id, period: period.id, periodName: period.name, window: period.window },
    windowBasis: period.basis.map((b) => citationText(data.instruments, b)).join('; '),
    body: bodyOf(data, unit)?.name ?? '',
    ...{ unit, number: issued?.number ?? null, signedOn: issued?.signedOn ?? null, numbers, corrects },
    ...{ ledger: { seq: ledger.seq, hash: ledger.hash }, asOf, program, formats: [...formats] },
    ...freeze.look,
    ...{ fingerprints: {}, inputs: [], files: [] },
  };
}

/** The body in whose name the report goes out. */
export function bodyOf({ regime, plan, registry }: PlanData, unit: string | null): Unit | undefined {
  return registry.unit(unit ?? regime.reporter ?? plan.issuer);
}

/** The issue with its hashes, and the contents that the register keeps beside it. */
export function sealIssue(
  draft: Issue,
  data: PlanData,
  inputs: ReadonlyMap<string, Uint8Array>,
  files: readonly OutputFile[],
): { readonly issue: Issue; readonly body: IssueBody; readonly blobs: readonly Uint8Array[] } {
  const listed = [...inputs].map(([path, bytes]) => ({ path, sha256: sha256(bytes) }));
  const templates = listed.filter(({ path }) => path.startsWith('templates/'));
  const { id, ...rest } = draft;
  const body: IssueBody = {
    ...rest,
    fingerprints: { ...data.fingerprints, templatesSha256: sha256(canonicalJson(templates)) },
    inputs: listed,
    files: files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes), bytes: bytes.length })),
  };
  return { issue: { ...body, id }, body, blobs: [...inputs.values(), ...files.map((f) => f.bytes)] };
}

/** The events that the issue knew, of all that the ledger holds of its plan. */
export const eventsOf = (
  issue: Pick<Issue, 'ledger' | 'asOf'>,
  events: readonly LedgerEvent[],
): readonly LedgerEvent[] => events.filter((e) => wasKnown(issue, e));

/** Does the ledger still say at that position what it said when the report was issued? */
export function positionStands({ ledger }: Pick<Issue, 'ledger'>, at: LedgerEvent | undefined): boolean {
  return ledger.seq === 0 ? ledger.hash === GENESIS : at?.seq === ledger.seq && at.hash === ledger.hash;
}

export function requestOf({ issue, data, events, past }: IssueSource): Outcome<OutputRequest> {
  const both = periodAndRules(data, issue.period);
  if (!both.value) return failed(both.diagnostics);
  const made = { ...both.value, asOf: issue.asOf, events, past, issued: issuedOf(issue), issue: issue.id };
  return ok({ ...made, ...lookOfIssue(issue) });
}

/** The files of a report as it is issued, but for PDFs, which are made of them. */
export async function reportFiles(
  source: IssueSource,
  formats: readonly string[],
  render: Renderers,
): Promise<Outcome<readonly OutputFile[]>> {
  const request = requestOf(source);
  if (!request.value) return failed(request.diagnostics);
  const { data, issue } = source;
  const files =
    issue.unit === null
      ? await cityOutputs(data, request.value, formats as readonly SummaryFormat[], render)
      : await unitReports(data, [issue.unit], request.value, formats as readonly ReportFormat[], render);
  return files.value ? ok(placed(issue, files.value), files.diagnostics) : files;
}

/** Under the folder of the issue, so that a later draft of the same report never takes its place. */
export function placed({ id }: Pick<Issue, 'id'>, files: readonly OutputFile[]): readonly OutputFile[] {
  return files.map((f) => ({ ...f, name: `${issueFolder(id)}/${f.name.replace(/^.*\//, '')}` }));
}

export interface Shown {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export function issueJson(issue: Issue, files: readonly Shown[]): object {
  const { id, kind, plan, period, unit, body, number, signedOn, numbers, corrects, ledger, asOf, program } = issue;
  return {
    ...{ issue: id, kind, plan, period, unit, body, number, signedOn, numbers, corrects, ledger, asOf, program },
    ...lookOfIssue(issue),
    inputs: issue.inputs.length,
    fingerprints: issue.fingerprints,
    files: files.map(({ path, sha256: hash, bytes }) => ({ path, sha256: hash, bytes })),
  };
}
