/**
 * Makes the files of one due action from facts that are already chosen. The one place where an action is carried out:
 * whoever takes a job (this process, a worker, another machine) calls `makeDue` with the same job and gets the same
 * bytes. Writing them and entering the action as done is the caller's business.
 */

import type { LedgerEvent } from '../../ledger/events';
import { failed, ok, type Outcome } from '../../lib/diagnostic';
import { owingUnits } from '../../obligations/fan-out';
import { formUnits } from '../../collect/form/build';
import type { ActionRule } from '../../regulation/schedule';
import { formContextOf } from '../form-export';
import { jobsOf, type JobMakers, type JobRunner } from '../jobs';
import { rendered, type OutputFile, type OutputRequest, type ReportFormat } from '../outputs';
import { periodAndRules, type PlanData } from '../plan-data';
import { remind, type RemindRequest } from '../remind';
import { thematicBodies } from '../thematic';
import type { DueAction } from './actions';
import type { Inputs } from './book';

export interface DueJob {
  readonly action: DueAction;
  readonly inputs: Inputs;
}

/** What makes bytes, handed in by the front door so that each library is loaded only when it is wanted. */
export interface Makers extends Pick<JobMakers, 'renderers' | 'withPdf'> {
  /** Forms, reports and summaries go as jobs to threads or to other machines. */
  readonly run: JobRunner;
  letter(): Outcome<RemindRequest['letter']>;
}

/** Every file of the action or none. `events`: the plan's, at least all that the job's inputs name. */
export async function makeDue(
  data: PlanData,
  { action, inputs }: DueJob,
  events: readonly LedgerEvent[],
  makers: Makers,
): Promise<Outcome<readonly OutputFile[]>> {
  const opened = periodAndRules(data, action.period.id);
  if (!opened.value) return failed(opened.diagnostics);
  const known = events.filter((e) => e.seq <= inputs.seq && e.recordedAt <= inputs.asOf);
  const request: OutputRequest = { ...opened.value, asOf: inputs.asOf, events: known };
  const made = await makeRule(data, action, { ...request, seq: inputs.seq }, makers);
  return made.value
    ? ok(
        made.value.map((file) => placed(file, action)),
        made.diagnostics,
      )
    : failed(made.diagnostics);
}

async function makeRule(
  data: PlanData,
  { rule, submission }: DueAction,
  request: OutputRequest & { readonly seq: number },
  makers: Makers,
): Promise<Outcome<readonly OutputFile[]>> {
  const facts = { plan: data.plan.id, period: request.period.id, asOf: request.asOf, seq: request.seq };
  switch (rule.make) {
    case 'forms':
      return makers.run(jobsOf(facts, { kind: 'forms', units: formUnits(formContextOf(data, request)) }));
    case 'reports': {
      const units = owingUnits(data.plan, data.registry, request.period.window.to);
      const files = await makers.run(jobsOf(facts, { kind: 'reports', units, formats: rule.formats }));
      const bodies = thematicBodies(data, request.period);
      if (!files.value || bodies.length === 0) return files;
      const own = await makers.run(jobsOf(facts, { kind: 'thematic', units: bodies, formats: rule.formats }));
      const notes = [...files.diagnostics, ...own.diagnostics];
      return own.value ? ok([...files.value, ...own.value], notes) : failed(notes);
    }
    case 'summary':
      return makers.run(jobsOf(facts, { kind: 'summary', formats: rule.formats }));
    case 'reminder': {
      const letter = makers.letter();
      if (!letter.value) return failed(letter.diagnostics);
      const wanted = rendered<ReportFormat>(rule.formats, 'docx');
      const asked: RemindRequest = {
        ...{ period: request.period, rules: request.rules, asOf: request.asOf, letter: letter.value },
        ...{ units: null, each: false, by: null, issued: null },
        ...(submission ? { channel: submission.id } : {}),
      };
      const made = await remind(data, request.events, asked, wanted, await makers.renderers());
      return complete({ ...made, value: made.value?.files }, rule.formats, makers);
    }
  }
}

async function complete(
  files: Outcome<readonly OutputFile[]>,
  formats: readonly string[],
  makers: Makers,
): Promise<Outcome<readonly OutputFile[]>> {
  if (!files.value) return failed(files.diagnostics);
  const all = await makers.withPdf(files.value, formats);
  return all.value ? ok(all.value, files.diagnostics) : failed([...files.diagnostics, ...all.diagnostics]);
}

/** `2026-Q1/don-vi/x.docx` → `2026-Q1/ban-gui/don-vi/x.docx`; letters keep theirs together: `2026-Q1/don-doc/…/x.docx`. */
function placed(
  file: OutputFile,
  { folder, rule, period }: { folder: string | null } & Pick<DueAction, 'rule' | 'period'>,
): OutputFile {
  if (folder === null) return file;
  const rest = file.name.slice(period.id.length + 1);
  const name = inOwnFolder(rest, folder, rule.make);
  return { ...file, name: `${period.id}/${name}` };
}

function inOwnFolder(rest: string, folder: string, make: ActionRule['make']): string {
  const cut = make === 'reminder' ? rest.lastIndexOf('/') + 1 : 0;
  return `${rest.slice(0, cut)}${folder}/${rest.slice(cut)}`;
}
