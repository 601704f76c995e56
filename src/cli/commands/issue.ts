/** `issue`: freezes a report with its number and day; `issue reprint` gives its bytes again; `issue list`. */

import type { CommandModule } from 'yargs';
import { issueJson } from '../../app/issue';
import type { OutputFile } from '../../app/outputs';
import { endOfDay } from '../../calendar/instant';
import { formatDate } from '../../i18n/format';
import { sha256 } from '../../lib/canonical-json';
import { error, failed, info, ok, warning, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import type { Head, LedgerStore } from '../../ledger/store/port';
import { lookOfIssue, nextIssueId, type Issue, type IssueLook } from '../../report/issue';
import type { Issued } from '../../report/letterhead';
import { allIssues, findIssue, frozenFiles, openIssue, type OpenedIssue } from '../../shell/issue-source';
import { traced, type TracedWorkspace } from '../../shell/frozen-workspace';
import { withTemplate } from '../../shell/word-template';
import { choosePlan } from '../../shell/plan-data';
import { programVersion } from '../../shell/program-version';
import {
  freezeIssue,
  issuedFlags,
  issueFormats,
  issueLook,
  lastOf,
  makeReport,
  remade,
  writeIssue,
  type MadeIssue,
} from '../issues';
import { hasLook, lookFlags, lookOf, type LookFlags } from '../look';
import { writeFiles, type WrittenFile } from '../output-files';
import { notThere, openPeriod, unitFlag, type OpenedPeriod } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface IssueFlags extends CommonFlags, LookFlags {
  readonly period: string;
  readonly unit?: string;
  readonly number?: string;
  readonly signedOn?: string;
  readonly formats?: string;
  readonly out?: string;
}

interface Asked {
  readonly opened: OpenedPeriod;
  readonly ws: TracedWorkspace;
  readonly unit: string | null;
  readonly issued: Issued | null;
  readonly formats: readonly string[];
  readonly look: IssueLook;
  /** A flag says how it is signed, marked or laid out. */
  readonly isDressed: boolean;
}

/** Is there something to issue: the body is there, the window is closed, and it is not signed before that? */
function unissuable({ asOf }: Run, { opened, unit, issued }: Asked): readonly Diagnostic[] {
  const { period } = opened;
  const params = { period: period.name, to: formatDate(period.window.to) };
  return [
    ...notThere(unit, opened).map((found) => ({ ...found, level: 'error' as const })),
    ...(asOf < endOfDay(period.window.to) ? [error('BC4004', {}, params)] : []),
    ...(issued && issued.signedOn < period.window.to
      ? [error('BC4005', {}, { period: params.period, to: params.to, signedOn: formatDate(issued.signedOn) })]
      : []),
  ];
}

async function ask(context: Run, flags: IssueFlags): Promise<Outcome<Asked>> {
  const look = await lookOf(flags);
  const plain = openPeriod(context, flags.period);
  if (!look.value || !plain.value) return failed([...look.diagnostics, ...plain.diagnostics]);
  // A template that was named is read as the workspace's own, so that it is frozen with everything else that is read.
  const ws = traced(withTemplate(context.ws, plain.value.data.outline.id, look.value.template));
  const opened = openPeriod({ ...context, ws }, flags.period);
  if (!opened.value) return failed(opened.diagnostics);
  const unit = unitFlag(flags.unit, opened.value.data.registry);
  const issued = issuedFlags(flags.number, flags.signedOn);
  if (unit.value === undefined || issued.value === undefined)
    return failed([...unit.diagnostics, ...issued.diagnostics]);
  const formats = issueFormats(flags.formats, unit.value);
  if (!formats.value) return failed(formats.diagnostics);
  const what = { unit: unit.value, issued: issued.value, formats: formats.value };
  const asked = { ...what, opened: opened.value, ws, look: issueLook(look.value), isDressed: hasLook(flags) };
  const early = unissuable(context, asked);
  return early.length > 0 ? failed(early) : ok(asked, [...look.diagnostics, ...opened.diagnostics]);
}

/** A new issue, or the number and day of one that was frozen without; anything else is a matter for `restate`. */
async function issueReport(context: Run, ledger: LedgerStore, asked: Asked): Promise<Outcome<MadeIssue>> {
  const { opened, unit, issued } = asked;
  const issues = await allIssues(ledger);
  if (!issues.value) return failed(issues.diagnostics);
  const plan = opened.data.plan.id;
  const last = lastOf(issues.value, { plan, period: opened.period.id, unit });
  const id = nextIssueId({ period: opened.period.id, unit }, new Set(issues.value.map((i) => i.id)));
  if (last && (last.number !== null || issued === null)) return failed([error('BC4001', {}, { issue: last.id })]);
  if (last && asked.isDressed) return failed([error('BC3070', {}, { issue: last.id })]);
  if (last) {
    const source = await openIssue(ledger, last);
    return source.value ? numberIssue(context, ledger, asked, id, source.value) : failed(source.diagnostics);
  }
  const head = await ledger.head();
  return freeze(context, ledger, asked, id, { ledger: head, asOf: context.asOf, numbers: null });
}

/** The number goes on exactly what was frozen, whatever has been recorded or edited since. */
function numberIssue(
  context: Run,
  ledger: LedgerStore,
  asked: Asked,
  id: string,
  source: OpenedIssue,
): Promise<Outcome<MadeIssue>> {
  const { issue, ws, data } = source;
  const own = { ...asked, ws: traced(ws), opened: { ...asked.opened, data }, look: lookOfIssue(issue) };
  return freeze(context, ledger, own, id, { ledger: issue.ledger, asOf: issue.asOf, numbers: issue.id });
}

async function freeze(
  context: Run,
  ledger: LedgerStore,
  { opened, ws, unit, issued, formats, look }: Asked,
  id: string,
  at: { readonly ledger: Head; readonly asOf: Issue['asOf']; readonly numbers: string | null },
): Promise<Outcome<MadeIssue>> {
  const { data, period } = opened;
  const base = { kind: 'report', corrects: null, program: programVersion() } as const;
  const what = { ...base, ...at, data, period, unit, issued, formats, look };
  return freezeIssue(context, ledger, id, what, makeReport(data.plan.id, ledger), { ws, inputs: ws.readSoFar });
}

const linesOf = (issue: Issue, files: readonly WrittenFile[]): string =>
  [
    `Đã phát hành ${issue.id}${issue.number === null ? ' (chưa có số, ngày)' : `, số ${issue.number} ngày ${formatDate(issue.signedOn as NonNullable<Issue['signedOn']>)}`}; sổ sự kiện đến vị trí ${issue.ledger.seq}.`,
    ...files.map((f) => f.path),
  ].join('\n');

const issueCommand: CommandModule<object, IssueFlags> = {
  command: '$0',
  describe: 'Phát hành báo cáo: đánh số, ghi ngày và đóng băng',
  builder: (y) =>
    lookFlags(y)
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('unit', { type: 'string', describe: 'Đơn vị; bỏ trống: báo cáo của thành phố, tỉnh' })
      .option('number', { type: 'string', describe: 'Số của văn bản' })
      .option('signed-on', { type: 'string', describe: 'Ngày ký, YYYY-MM-DD' })
      .option('formats', { type: 'string', describe: 'docx,html,pdf; với thành phố, tỉnh thêm xlsx' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const asked = await ask(context, flags);
      const { value } = asked;
      if (!value) return failed(asked.diagnostics);
      return context.withLedger(async (ledger) => {
        const made = await issueReport(context, ledger, value);
        if (!made.value) return failed([...asked.diagnostics, ...made.diagnostics]);
        const written = writeIssue(context, made.value, flags.out);
        const notes = [...asked.diagnostics, ...made.diagnostics, ...written.diagnostics];
        if (!written.value) return failed(notes);
        const { issue } = made.value;
        return ok({ json: issueJson(issue, written.value), text: linesOf(issue, written.value) }, notes);
      });
    }),
};

/** Stored files against those made again: what agrees, what is not made again, what differs and why. */
function compared(issue: Issue, stored: readonly OutputFile[], again: readonly OutputFile[]): Outcome<object[]> {
  const program = programVersion();
  const diagnostics: Diagnostic[] = [];
  const files = stored.map(({ name, bytes }) => {
    const same = again.find((f) => f.name === name);
    if (!same) {
      diagnostics.push(info('BC4016', { file: name }));
      return { name, remade: 'not-remade' };
    }
    if (sha256(same.bytes) === sha256(bytes)) return { name, remade: 'same' };
    const versions = { issue: issue.id, then: issue.program, now: program };
    diagnostics.push(warning(issue.program === program ? 'BC4018' : 'BC4017', { file: name }, versions));
    return { name, remade: 'different' };
  });
  return ok(files, diagnostics);
}

async function reprinted(
  context: Run,
  ledger: LedgerStore,
  id: string,
  out: string | undefined,
): Promise<Outcome<Answer>> {
  const found = await findIssue(ledger, id);
  const issue = found.value;
  if (!issue) return failed(found.diagnostics);
  const kept = await frozenFiles(ledger, issue, issue.files);
  if (!kept.value) return failed(kept.diagnostics);
  const stored = [...kept.value].map(([name, bytes]): OutputFile => ({ name, unit: issue.unit, bytes }));
  const again = await remade(ledger, issue);
  if (!again.value) return failed(again.diagnostics);
  const { value: checks = [], diagnostics } = compared(issue, stored, again.value);
  const written = writeFiles(context, stored, out);
  if (!written.value) return failed([...diagnostics, ...written.diagnostics]);
  const same = diagnostics.every((d) => d.level !== 'warning');
  const said = same ? 'lập lại từ đầu vào đã đóng băng ra đúng từng byte' : 'tệp đưa ra là tệp đã lưu khi phát hành';
  const json = { ...issueJson(issue, written.value), same, checks };
  return ok({ json, text: [`${issue.id}: ${said}.`, ...written.value.map((f) => f.path)].join('\n') }, diagnostics);
}

const reprint: CommandModule<object, CommonFlags & { issue: string; out?: string }> = {
  command: 'reprint <issue>',
  describe: 'In lại báo cáo đã phát hành từ đầu vào đã đóng băng, đối chiếu mã băm',
  builder: (y) =>
    y
      .positional('issue', { type: 'string', demandOption: true, describe: 'Mã phát hành, ví dụ 2026-Q1/so-mau/1' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, (context) => context.withLedger((ledger) => reprinted(context, ledger, flags.issue, flags.out))),
};

const lineOf = ({ id, kind, number, signedOn, corrects, plan }: Issue): string =>
  `${id}  ${kind === 'correction' ? `đính chính ${corrects}` : 'báo cáo'}  ${number === null || signedOn === null ? 'chưa có số' : `số ${number} ngày ${formatDate(signedOn)}`}  ${plan}`;

const list: CommandModule<object, CommonFlags & { period?: string }> = {
  command: 'list',
  describe: 'Những báo cáo đã phát hành',
  builder: (y) => y.option('period', { type: 'string', describe: 'Chỉ một kỳ' }),
  handler: (flags) =>
    run(flags, (context) =>
      context.withLedger(async (ledger) => {
        const issues = await allIssues(ledger);
        if (!issues.value) return failed(issues.diagnostics);
        const plan = flags.plan === undefined ? undefined : choosePlan(context.ws, flags.plan).value;
        const wanted = issues.value.filter(
          (i) => (flags.period === undefined || i.period === flags.period) && (plan === undefined || i.plan === plan),
        );
        const shown = wanted.map((i) =>
          issueJson(
            i,
            i.files.map(({ name, ...f }) => ({ ...f, path: name })),
          ),
        );
        return ok({ json: shown, text: wanted.map(lineOf).join('\n') });
      }),
    ),
};

export const issue: CommandModule = {
  command: 'issue',
  describe: 'Phát hành báo cáo (đánh số, đóng băng); reprint, list',
  builder: (y) =>
    y
      .command(issueCommand as CommandModule)
      .command(reprint as CommandModule)
      .command(list as CommandModule),
  handler: () => undefined,
};
