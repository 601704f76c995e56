/** `restate`: what changed since a report was issued, and the report that corrects it. */

import type { CommandModule } from 'yargs';
import { UNIT_FORMATS } from '../../app/issue';
import { rendered, type OutputFile } from '../../app/outputs';
import { correctionFiles, restatementJson, restatementOf, type Restatement } from '../../app/restate';
import { restatementText } from '../../app/restate-text';
import { formatDate } from '../../i18n/format';
import { sha256 } from '../../lib/canonical-json';
import { error, failed, info, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import type { LedgerStore } from '../../ledger/store/port';
import { periodAndRules } from '../../app/plan-data';
import { nextIssueId, type Issue, type IssueLook } from '../../report/issue';
import type { Issued } from '../../report/letterhead';
import { allIssues, chainOf, findIssue, openIssue, type OpenedIssue } from '../../shell/issue-source';
import { traced } from '../../shell/frozen-workspace';
import { programVersion } from '../../shell/program-version';
import { openRenderers } from '../../shell/renderers';
import type { Workspace } from '../../shell/workspace';
import {
  correctionTemplate,
  correctionWorkspace,
  freezeIssue,
  issuedFlags,
  issueLook,
  lastOf,
  makeCorrection,
  writeIssue,
} from '../issues';
import { withPdf } from '../../shell/pdf-files';
import { lookOf, signFlags, type LookFlags } from '../look';
import { formatsOf, writeFiles, type WrittenFile } from '../output-files';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface RestateFlags extends CommonFlags, Omit<LookFlags, 'template'> {
  readonly issue: string;
  readonly number?: string;
  readonly signedOn?: string;
  readonly issueIt?: boolean;
  readonly formats: string;
  readonly out?: string;
}

interface Work {
  readonly source: OpenedIssue;
  readonly restatement: Restatement;
  readonly issues: readonly Issue[];
  readonly chain: readonly Issue[];
}

/** The issue that was named, which must be the last of its report, and what changed since. */
async function look(context: Run, ledger: LedgerStore, id: string): Promise<Outcome<Work>> {
  const [found, all] = [await findIssue(ledger, id), await allIssues(ledger)];
  if (!found.value || !all.value) return failed([...found.diagnostics, ...all.diagnostics]);
  const last = lastOf(all.value, found.value);
  if (last && last.id !== found.value.id)
    return failed([error('BC4006', {}, { issue: found.value.id, last: last.id })]);
  const source = await openIssue(ledger, found.value);
  const chain = await chainOf(ledger, found.value);
  if (!source.value || !chain.value) return failed([...source.diagnostics, ...chain.diagnostics]);
  const head = await ledger.head();
  const events = await ledger.read({ plan: found.value.plan, asOf: context.asOf });
  const restatement = restatementOf(source.value, events, { ledger: head, asOf: context.asOf });
  if (!restatement.value) return failed(restatement.diagnostics);
  return ok({ source: source.value, restatement: restatement.value, issues: all.value, chain: chain.value });
}

/** Data files that are not what the report was made of: they move nothing here, and it is said. */
function editedSince(ws: Workspace, { files, issue }: OpenedIssue): readonly Diagnostic[] {
  const differs = [...files].filter(([name, bytes]) => {
    const path = name.startsWith('data/') ? ws.find(...name.split('/')) : undefined;
    return path !== undefined && sha256(ws.bytes(path)) !== sha256(bytes);
  });
  return differs.map(([path]) => info('BC4008', { file: path }, { path, issue: issue.id }));
}

/** A draft without number and day, in the output folder. */
async function draft(
  context: Run,
  work: Work,
  formats: readonly string[],
  dress: IssueLook,
): Promise<Outcome<readonly OutputFile[]>> {
  const { source, restatement, chain } = work;
  const ws = correctionWorkspace(context.ws, source);
  const template = correctionTemplate(ws, source.data.outline);
  if (!template.value) return failed(template.diagnostics);
  const wanted = rendered(formats as readonly ('docx' | 'pdf')[], 'docx');
  const render = openRenderers(ws);
  const request = { draft: { id: null, number: null, signedOn: null, ...dress }, chain, template: template.value };
  const made = await correctionFiles(restatement, request, wanted, render);
  if (!made.value) return made;
  const complete = await withPdf(made.value, formats);
  return { ...complete, diagnostics: [...made.diagnostics, ...complete.diagnostics] };
}

async function enter(
  context: Run,
  ledger: LedgerStore,
  work: Work,
  issued: Issued | null,
  { formats, look: dress }: { readonly formats: readonly string[]; readonly look: IssueLook },
): ReturnType<typeof freezeIssue> {
  const { source, restatement, issues, chain } = work;
  const { issue, data } = source;
  const both = periodAndRules(data, issue.period);
  if (!both.value) return failed(both.diagnostics);
  if (issued && issue.signedOn !== null && issued.signedOn < issue.signedOn) {
    const params = { signedOn: formatDate(issued.signedOn), before: formatDate(issue.signedOn) };
    return failed([error('BC4007', {}, params)]);
  }
  const ws = traced(correctionWorkspace(context.ws, source));
  const id = nextIssueId(issue, new Set(issues.map((i) => i.id)));
  const { ledger: head, asOf } = restatement.after;
  const base = { kind: 'correction', numbers: null, corrects: issue.id, program: programVersion() } as const;
  const what = {
    ...base,
    data,
    period: both.value.period,
    unit: issue.unit,
    issued,
    ledger: head,
    asOf,
    formats,
    look: dress,
  };
  return freezeIssue(context, ledger, id, what, makeCorrection(restatement, chain, ledger), {
    ws,
    inputs: ws.readSoFar,
  });
}

function answerOf(
  { restatement }: Work,
  restated: string | null,
  files: readonly WrittenFile[],
  notes: readonly Diagnostic[],
): Outcome<Answer> {
  const shown = files.map(({ path, sha256: hash, bytes }) => ({ path, sha256: hash, bytes }));
  const json = { ...restatementJson(restatement), restated, files: shown };
  const made = restated === null ? 'Báo cáo bổ sung, đính chính (dự thảo):' : `Đã phát hành ${restated}:`;
  const text = [restatementText(restatement), ...(files.length > 0 ? [made, ...files.map((f) => f.path)] : [])];
  return ok({ json, text: text.join('\n') }, notes);
}

async function answer(context: Run, ledger: LedgerStore, flags: RestateFlags): Promise<Outcome<Answer>> {
  const formats = formatsOf(flags.formats, UNIT_FORMATS);
  const issued = issuedFlags(flags.number, flags.signedOn);
  const dressed = await lookOf({ ...flags, template: undefined });
  if (!formats.value || issued.value === undefined || !dressed.value)
    return failed([...formats.diagnostics, ...issued.diagnostics, ...dressed.diagnostics]);
  const dress = issueLook(dressed.value);
  const work = await look(context, ledger, flags.issue);
  if (!work.value) return failed(work.diagnostics);
  const notes = editedSince(context.ws, work.value.source);
  if (work.value.restatement.changes.length === 0) return answerOf(work.value, null, [], notes);
  if (issued.value === null && !flags.issueIt) {
    const files = await draft(context, work.value, formats.value, dress);
    if (!files.value) return failed([...notes, ...files.diagnostics]);
    const written = writeFiles(context, files.value, flags.out);
    const all = [...notes, ...files.diagnostics, ...written.diagnostics];
    return written.value ? answerOf(work.value, null, written.value, all) : failed(all);
  }
  const made = await enter(context, ledger, work.value, issued.value, { formats: formats.value, look: dress });
  if (!made.value) return failed([...notes, ...made.diagnostics]);
  const written = writeIssue(context, made.value, flags.out);
  const all = [...notes, ...made.diagnostics, ...written.diagnostics];
  return written.value ? answerOf(work.value, made.value.issue.id, written.value, all) : failed(all);
}

export const restate: CommandModule<object, RestateFlags> = {
  command: 'restate',
  describe: 'Những gì thay đổi sau khi phát hành, và báo cáo bổ sung, đính chính',
  builder: (y) =>
    signFlags(y)
      .option('issue', { type: 'string', demandOption: true, describe: 'Mã phát hành của báo cáo' })
      .option('number', { type: 'string', describe: 'Số của báo cáo đính chính: phát hành luôn' })
      .option('signed-on', { type: 'string', describe: 'Ngày ký, YYYY-MM-DD' })
      .option('issue-it', { type: 'boolean', describe: 'Phát hành khi chưa có số, ngày' })
      .option('formats', { type: 'string', default: 'docx', describe: 'docx,html,pdf' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) => run(flags, (context) => context.withLedger((ledger) => answer(context, ledger, flags))),
};
