/**
 * Rendering as jobs: what is to be made is cut into pieces that any thread or machine can make by itself, from the
 * same data, the same facts and the same program, with the same bytes. A job is plain JSON; its files come back in the
 * order of the jobs.
 */

import type { Instant } from '../calendar/instant';
import type { LedgerEvent } from '../ledger/events';
import { canonicalJson, sha256, type Json } from '../lib/canonical-json';
import { failed, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { FormModel } from '../collect/form/model';
import type { PastYear } from '../figures/past-year';
import { formFiles } from './form-export';
import {
  cityOutputs,
  rendered,
  unitReports,
  type OutputFile,
  type OutputRequest,
  type Renderers,
  type ReportFormat,
  type SummaryFormat,
} from './outputs';
import { periodAndRules, type PlanData } from './plan-data';
import { thematicReports } from './thematic';

/** What a job stands on: facts of the plan up to a position of the ledger, as they were known at an instant. */
export interface JobFacts {
  readonly plan: string;
  readonly period: string;
  readonly asOf: Instant;
  readonly seq: number;
}

/** A Word template that a person named, as it travels to whoever makes the file. */
export interface GivenTemplate {
  readonly file: string;
  readonly base64: string;
}

/** How the documents are signed and look, where a person asked for something else than the data say. */
export interface Look extends Pick<OutputRequest, 'signing' | 'urgency'> {
  readonly template?: GivenTemplate;
}

export type JobWork =
  /** `thematic`: reports on the fields that those bodies follow, instead of those on their own work. */
  | {
      readonly kind: 'reports' | 'thematic';
      readonly units: readonly string[];
      readonly formats: readonly (ReportFormat | 'pdf')[];
      readonly look?: Look;
    }
  | { readonly kind: 'summary'; readonly formats: readonly (SummaryFormat | 'pdf')[]; readonly look?: Look }
  | { readonly kind: 'forms'; readonly units: readonly string[] };

export interface RenderJob {
  readonly facts: JobFacts;
  readonly work: JobWork;
}

/** Runs jobs, here, in threads or on other machines: every file of every job, or the diagnostics of all. */
export type JobRunner = (
  jobs: readonly RenderJob[],
  /** Told of the files of each job that ends, in any order: progress for a person. */
  made?: (files: readonly OutputFile[]) => void,
) => Promise<Outcome<readonly OutputFile[]>>;

/** What makes bytes, handed in so that each library is loaded only when it is wanted. */
export interface JobMakers {
  renderers(template?: GivenTemplate): Promise<Renderers>;
  forms(): Promise<(model: FormModel) => Promise<Uint8Array>>;
  /** Adds the PDFs that were asked for. */
  withPdf(files: readonly OutputFile[], formats: readonly string[]): Promise<Outcome<readonly OutputFile[]>>;
}

/** Units in one job: enough to be worth sending, few enough that a lost job costs seconds. */
const UNITS_A_JOB = 8;

/** The work as jobs, in order; a summary is one job. */
export function jobsOf(facts: JobFacts, work: JobWork): readonly RenderJob[] {
  if (work.kind === 'summary') return [{ facts, work }];
  const jobs: RenderJob[] = [];
  for (let at = 0; at < work.units.length; at += UNITS_A_JOB)
    jobs.push({ facts, work: { ...work, units: work.units.slice(at, at + UNITS_A_JOB) } });
  return jobs;
}

/** Hash of everything outside the ledger that the bytes depend on; two machines that agree on it make the same files. */
export function inputsHash(data: PlanData, program: string): string {
  return sha256(canonicalJson({ program, ...data.fingerprints }));
}

/** The files of one job. `events`: the plan's, at least all that the job's facts name. */
export async function doJob(
  data: PlanData,
  { facts, work }: RenderJob,
  events: readonly LedgerEvent[],
  past: PastYear | null,
  makers: JobMakers,
): Promise<Outcome<readonly OutputFile[]>> {
  const opened = periodAndRules(data, facts.period);
  if (!opened.value) return failed(opened.diagnostics);
  const known = (all: readonly LedgerEvent[]): readonly LedgerEvent[] =>
    all.filter((e) => e.seq <= facts.seq && e.recordedAt <= facts.asOf);
  const request: OutputRequest = {
    ...opened.value,
    asOf: facts.asOf,
    events: known(events),
    past: past && { ...past, events: known(past.events) },
  };
  if (work.kind === 'forms') return formFiles(data, request, work.units, await makers.forms(), () => undefined);
  const files = await documentsOf(data, request, work, makers);
  if (!files.value) return failed(files.diagnostics);
  const complete = await makers.withPdf(files.value, work.formats);
  const notes: readonly Diagnostic[] = [...files.diagnostics, ...complete.diagnostics];
  return complete.value ? ok(complete.value, notes) : failed(notes);
}

async function documentsOf(
  data: PlanData,
  request: OutputRequest,
  work: Exclude<JobWork, { kind: 'forms' }>,
  makers: JobMakers,
): Promise<Outcome<readonly OutputFile[]>> {
  const { template, ...signed } = work.look ?? {};
  const asked: OutputRequest = { ...request, ...signed };
  if (work.kind === 'summary') {
    const wanted = rendered<SummaryFormat>(work.formats, 'docx');
    return cityOutputs(data, asked, wanted, await makers.renderers(template));
  }
  const make = work.kind === 'thematic' ? thematicReports : unitReports;
  const wanted = rendered<ReportFormat>(work.formats, 'docx');
  return make(data, work.units, asked, wanted, await makers.renderers(template));
}

/** The answers of all jobs in their order: every file, or what went wrong in any of them. */
export function allOf(answers: readonly Outcome<readonly OutputFile[]>[]): Outcome<readonly OutputFile[]> {
  // What holds for the plan as a whole is told by every job of it; a person reads it once.
  const told = new Map(answers.flatMap((a) => a.diagnostics).map((d) => [canonicalJson(d as unknown as Json), d]));
  const diagnostics = [...told.values()];
  const complete = answers.every((a) => a.value !== undefined);
  return complete
    ? ok(
        answers.flatMap((a) => a.value ?? []),
        diagnostics,
      )
    : failed(diagnostics);
}
