/** The work of `issue` and `restate`: make, check that it can be made again, enter in the register, then write. */

import { CITY_FORMATS, draftIssue, numberOf, reportFiles, sealIssue, UNIT_FORMATS, type Freeze } from '../app/issue';
import { correctionFiles, restatementOf, type CorrectionRequest, type Restatement } from '../app/restate';
import type { Look } from '../app/jobs';
import { rendered, type OutputFile, type Renderers } from '../app/outputs';
import { parsePlainDate } from '../calendar/plain-date';
import { sha256 } from '../lib/canonical-json';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { LedgerStore } from '../ledger/store/port';
import { inSeries, type Issue, type IssueLook, type Series } from '../report/issue';
import type { Issued } from '../report/letterhead';
import { frozen, over, type InputFiles } from '../shell/frozen-workspace';
import { chainOf, knownTo, openIssue, type OpenedIssue } from '../shell/issue-source';
import { loadOutline, loadPlanData, loadProse } from '../shell/plan-data';
import { openRenderers } from '../shell/renderers';
import type { Workspace } from '../shell/workspace';
import { withPdf } from '../shell/pdf-files';
import { formatsOf, writeFiles, type WrittenFile } from './output-files';
import type { Run } from './run';

/** Both or neither of `--number` and `--signed-on`; null for neither. */
export function issuedFlags(number: string | undefined, signedOn: string | undefined): Outcome<Issued | null> {
  if (number === undefined && signedOn === undefined) return { value: null, diagnostics: [] };
  if (number === undefined || signedOn === undefined)
    return failed([error('BC2001', {}, { reason: 'số và ngày ký đi cùng nhau: nêu cả --number và --signed-on' })]);
  const [digits, day] = [numberOf(number), parsePlainDate(signedOn)];
  if (digits === undefined) return failed([error('BC4003', {}, { number })]);
  return day
    ? ok({ number: digits, signedOn: day })
    : failed([error('BC2004', {}, { flag: '--signed-on', value: signedOn })]);
}

export function issueFormats(text: string | undefined, unit: string | null): Outcome<readonly string[]> {
  return unit === null ? formatsOf(text ?? 'docx,xlsx', CITY_FORMATS) : formatsOf(text ?? 'docx', UNIT_FORMATS);
}

/** What an issue keeps of the flags: nothing where the head signs and nothing is urgent. */
export function issueLook({ signing, urgency }: Pick<Look, 'signing' | 'urgency'>): IssueLook {
  const isHead = !signing || (signing.as === 'head' && signing.title === null);
  return { ...(isHead ? {} : { signing }), ...(urgency ? { urgency } : {}) };
}

/** The last issue of the same report, if any. */
export const lastOf = (issues: readonly Issue[], series: Series): Issue | undefined =>
  issues.filter(inSeries(series)).at(-1);

type Make = (ws: Workspace, draft: Issue, formats: readonly string[]) => Promise<Outcome<readonly OutputFile[]>>;

export interface MadeIssue {
  readonly issue: Issue;
  readonly files: readonly OutputFile[];
}

/**
 * Freezes and enters an issue. It is made twice, the second time from the frozen files alone, and entered only when
 * both gave the same bytes: what cannot be made again is never issued. BC4001 where another one came first.
 */
export async function freezeIssue(
  context: Run,
  ledger: LedgerStore,
  id: string,
  freeze: Freeze,
  make: Make,
  readSoFar: { readonly ws: Workspace; readonly inputs: () => InputFiles },
): Promise<Outcome<MadeIssue>> {
  const draft = draftIssue(id, freeze);
  const wanted = rendered(freeze.formats as readonly ('docx' | 'pdf')[], 'docx');
  const made = await make(readSoFar.ws, draft, wanted);
  if (!made.value) return failed(made.diagnostics);
  const inputs = readSoFar.inputs();
  const again = await make(frozen(inputs), draft, wanted);
  if (!again.value) return failed(again.diagnostics);
  const differs = made.value.find((f, i) => sha256(f.bytes) !== sha256(again.value?.[i]?.bytes ?? ''));
  if (differs) throw new Error(`not made again from its frozen inputs: ${differs.name}`);
  const complete = await withPdf(made.value, freeze.formats);
  if (!complete.value) return failed(complete.diagnostics);
  const { issue, body, blobs } = sealIssue(draft, freeze.data, inputs, complete.value);
  const { known, entry } = await ledger.register.add({ kind: 'issue', key: id, body }, context.now, blobs);
  if (known) return failed([error('BC4001', {}, { issue: entry.key })]);
  return ok({ issue, files: complete.value }, made.diagnostics);
}

/** Writes the files of an issue that stands; BC4015 says how to get them when the folder cannot be written to. */
export function writeIssue(
  context: Run,
  { issue, files }: MadeIssue,
  out: string | undefined,
): Outcome<readonly WrittenFile[]> {
  const written = writeFiles(context, files, out);
  if (written.value) return written;
  return failed([...written.diagnostics, error('BC4015', {}, { issue: issue.id })]);
}

/** The files of an issued report as its frozen inputs give them now; PDFs are made of them by another program. */
export async function remade(ledger: LedgerStore, issue: Issue): Promise<Outcome<readonly OutputFile[]>> {
  const source = await openIssue(ledger, issue);
  if (!source.value) return failed(source.diagnostics);
  const wanted = rendered(issue.formats as readonly ('docx' | 'pdf')[], 'docx');
  const render = openRenderers(source.value.ws);
  if (issue.kind === 'report') return reportFiles(source.value, wanted, render);
  return correctionOf(ledger, issue, source.value.ws, wanted, render);
}

async function correctionOf(
  ledger: LedgerStore,
  issue: Issue,
  ws: Workspace,
  formats: readonly string[],
  render: Renderers,
): Promise<Outcome<readonly OutputFile[]>> {
  const chain = await chainOf(ledger, issue);
  if (!chain.value) return failed(chain.diagnostics);
  const [, ...corrected] = chain.value;
  const before = await openIssue(ledger, corrected[0] as Issue);
  if (!before.value) return failed(before.diagnostics);
  const events = await ledger.read({ plan: issue.plan, asOf: issue.asOf });
  const restatement = restatementOf(before.value, events, issue);
  const template = correctionTemplate(ws, before.value.data.outline);
  if (!restatement.value || !template.value) return failed([...restatement.diagnostics, ...template.diagnostics]);
  return correctionFiles(
    restatement.value,
    { draft: issue, chain: corrected, template: template.value },
    formats,
    render,
  );
}

/** The outline that the report's own names for its corrections; BC4014 where it names none. */
export function correctionTemplate(
  ws: Workspace,
  outline: { readonly id: string; readonly correction?: string | undefined },
): Outcome<CorrectionRequest['template']> {
  if (outline.correction === undefined)
    return failed([error('BC4014', { file: `templates/${outline.id}/outline.json` }, { outline: outline.id })]);
  const loaded = loadOutline(ws, outline.correction);
  return loaded.value
    ? ok({ outline: loaded.value, prose: loadProse(ws, outline.correction) })
    : failed(loaded.diagnostics);
}

/** A report of the plan made from a workspace and the events that the draft knows: what `issue` freezes. */
export function makeReport(plan: string, ledger: LedgerStore): Make {
  return async (ws, issue, formats) => {
    const data = loadPlanData(ws, plan);
    if (!data.value) return failed(data.diagnostics);
    const known = await knownTo(ledger, issue, ws, data.value);
    if (!known.value) return failed(known.diagnostics);
    const source = { issue, data: data.value, ...known.value };
    const files = await reportFiles(source, formats, openRenderers(ws));
    return { ...files, diagnostics: [...known.diagnostics, ...files.diagnostics] };
  };
}

/** A correcting report: the template comes from the workspace, the data from what the corrected report froze. */
export function makeCorrection(restatement: Restatement, chain: readonly Issue[], ledger: LedgerStore): Make {
  return async (ws, issue, formats) => {
    const { data } = restatement.before;
    const again = loadPlanData(ws, data.plan.id);
    const template = correctionTemplate(ws, data.outline);
    if (!again.value || !template.value) return failed([...again.diagnostics, ...template.diagnostics]);
    // What the next correction will compare with is frozen too: the plan of the year before.
    const known = await knownTo(ledger, issue, ws, again.value);
    if (!known.value) return failed(known.diagnostics);
    const request = { draft: issue, chain, template: template.value };
    const own = { ...restatement, before: { ...restatement.before, data: again.value } };
    return correctionFiles(own, request, formats, openRenderers(ws));
  };
}

/** Data and outline as the corrected report froze them; the correcting report's own templates as they are now. */
export function correctionWorkspace(current: Workspace, { files, data }: OpenedIssue): Workspace {
  const kept = [...files].filter(
    ([name]) => name.startsWith('data/') || name.startsWith(`templates/${data.outline.id}/`),
  );
  return over(frozen(new Map(kept)), current);
}
