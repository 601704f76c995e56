/**
 * Where jobs are done: one workspace and one ledger, with a plan's data, its facts and the renderers kept from job to
 * job, since the jobs of one command differ only in their units.
 */

import { doJob, inputsHash, type JobFacts, type JobMakers, type RenderJob } from '../../app/jobs';
import type { PastYear } from '../../figures/past-year';
import type { OutputFile } from '../../app/outputs';
import { periodAndRules, type PlanData } from '../../app/plan-data';
import type { LedgerEvent } from '../../ledger/events';
import type { LedgerStore } from '../../ledger/store/port';
import { failed, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { openFormRenderer } from '../form-renderer';
import { holdDownHeap } from '../memory';
import { pastYear } from '../past-year';
import { withPdf } from '../pdf-files';
import { loadPlanData } from '../plan-data';
import { openRenderers } from '../renderers';
import { openGiven } from '../word-template';
import type { Workspace } from '../workspace';
import { programVersion } from '../program-version';

export interface Workbench {
  /** Hash of the data, templates and program that would make the plan's files here. */
  inputs(plan: string): Outcome<string>;
  perform(job: RenderJob): Promise<Outcome<readonly OutputFile[]>>;
}

/** Does a job by the data, templates and program that it was asked with; undefined where this machine has others. */
export type PerformFor = (job: RenderJob, inputs: string) => Promise<Outcome<readonly OutputFile[]> | undefined>;

/** With what the bench has read, and nothing newer: a command ends with the files that it began with. */
export const onlyWithOwn =
  (bench: Workbench): PerformFor =>
  async (job, inputs) =>
    bench.inputs(job.facts.plan).value === inputs ? bench.perform(job) : undefined;

interface Facts {
  readonly events: readonly LedgerEvent[];
  readonly past: PastYear | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function openWorkbench(ws: Workspace, ledger: Pick<LedgerStore, 'read' | 'extent'>): Workbench {
  const plans = kept((plan: string) => loadPlanData(ws, plan));
  const version = programVersion(); // as it opens, before anybody could replace the program
  const facts = keptLast((of: JobFacts) => readFacts(ws, ledger, plans(of.plan).value as PlanData, of));
  const renderers = openRenderers(ws);
  const forms = kept((_: string) => openFormRenderer(ws));
  const makers: JobMakers = {
    renderers: async (template) => {
      if (!template) return renderers;
      const opened = await openGiven(template);
      if (!opened.value) throw new Error(`template was checked before the job: ${template.file}`);
      return openRenderers(ws, opened.value);
    },
    forms: () => forms(''),
    withPdf,
  };
  return {
    inputs: (plan) => {
      const data = plans(plan);
      return data.value ? { value: inputsHash(data.value, version), diagnostics: [] } : failed(data.diagnostics);
    },
    perform: async (job) => {
      const data = plans(job.facts.plan);
      if (!data.value) return failed(data.diagnostics);
      const known = await facts(job.facts);
      const made = await doJob(data.value, job, known.events, known.past, makers);
      return { ...made, diagnostics: [...known.diagnostics, ...made.diagnostics] };
    },
  };
}

async function readFacts(
  ws: Workspace,
  ledger: Pick<LedgerStore, 'read' | 'extent'>,
  data: PlanData,
  { plan, period, asOf }: JobFacts,
): Promise<Facts> {
  holdDownHeap((await ledger.extent({ plan, asOf })).events);
  const events = await ledger.read({ plan, asOf });
  const opened = periodAndRules(data, period);
  const past = opened.value && (await pastYear(ws, ledger, data, { period: opened.value.period, asOf }));
  return { events, past: past?.value ?? null, diagnostics: past?.diagnostics ?? [] };
}

/** Makes a thing once for each key. */
function kept<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as T;
  };
}

/** Keeps only the last facts: they may be large, and jobs of one command follow one another. */
function keptLast(make: (of: JobFacts) => Promise<Facts>): (of: JobFacts) => Promise<Facts> {
  let last: { readonly key: string; readonly made: Promise<Facts> } | undefined;
  return (of) => {
    const key = JSON.stringify([of.plan, of.period, of.asOf, of.seq]);
    if (last?.key === key) return last.made;
    const asked = { key, made: make(of) };
    last = asked;
    // Whoever waits is told of the failure; the next one asks the ledger again.
    asked.made.catch(() => {
      if (last === asked) last = undefined;
    });
    return asked.made;
  };
}
