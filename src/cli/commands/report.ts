/** `report` and `compile`: documents of the units, summary and report of the city. */

import type { Argv, CommandModule } from 'yargs';
import { jobsOf, type JobWork, type Look } from '../../app/jobs';
import type { ReportFormat, SummaryFormat } from '../../app/outputs';
import { error, failed, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { cleanText, squeeze } from '../../lib/text';
import { needsTitle, type Signer } from '../../report/signature';
import { owingUnits } from '../../obligations/fan-out';
import { thematicBodies } from '../../app/thematic';
import { givenTemplate } from '../../shell/word-template';
import { runnerOf } from '../jobs';
import { filesAnswer, formatsOf, writeFiles } from '../output-files';
import { openPeriod, unitFlag, type OpenedPeriod } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface OutFlags extends CommonFlags {
  readonly period: string;
  readonly formats: string;
  readonly out?: string;
  readonly template?: string;
  readonly form?: string;
  readonly signAs?: string;
  readonly signTitle?: string;
  readonly urgency?: string;
}

const TEMPLATE_FLAG = {
  type: 'string',
  describe: 'Mẫu Word của cơ quan (mặc định: templates/word/<mẫu báo cáo>.docx nếu có)',
} as const;

const SIGNING: Readonly<Record<string, Signer>> = {
  truong: 'head',
  kt: 'deputy',
  q: 'acting',
  tl: 'order',
  tuq: 'authorised',
};
const URGENCY = { 'hoa-toc': 'HỎA TỐC', 'thuong-khan': 'THƯỢNG KHẨN', khan: 'KHẨN' } as const;

/** Flags of how the document is signed and how urgent it is. */
function signFlags<T>(y: Argv<T>): Argv<T> {
  return y
    .option('sign-as', {
      choices: Object.keys(SIGNING),
      describe: 'Người ký: truong (người đứng đầu), kt (ký thay), q (quyền), tl (thừa lệnh), tuq (thừa ủy quyền)',
    })
    .option('sign-title', { type: 'string', describe: 'Chức vụ của người ký thay, thừa lệnh, thừa ủy quyền' })
    .option('urgency', { choices: Object.keys(URGENCY), describe: 'Độ khẩn' });
}

/** What the flags say of signing, urgency and template; BC3061 where TL. or TUQ. lacks the signer's position. */
async function lookOf({ signAs, signTitle, urgency, template }: OutFlags): Promise<Outcome<Look>> {
  const as = SIGNING[signAs ?? 'truong'] as Signer;
  const title = signTitle === undefined ? null : squeeze(cleanText(signTitle));
  if (needsTitle(as) && !title) return failed([error('BC3061', {}, { as: (signAs ?? '').toUpperCase() })]);
  const box = urgency === undefined ? null : URGENCY[urgency as keyof typeof URGENCY];
  const given = await givenTemplate(template);
  if (given.value === undefined) return failed(given.diagnostics);
  const own = given.value ? { template: given.value } : {};
  return ok({ signing: { as, title: title || null }, urgency: box, ...own });
}

async function produce<F extends string>(
  context: Run,
  flags: OutFlags,
  formats: Outcome<readonly F[]>,
  workOf: (opened: OpenedPeriod, formats: readonly F[]) => Outcome<Exclude<JobWork, { kind: 'forms' }>>,
): Promise<Outcome<Answer>> {
  if (!formats.value) return failed(formats.diagnostics);
  const opened = openPeriod(context, flags.period);
  if (!opened.value) return failed(opened.diagnostics);
  const look = await lookOf(flags);
  if (!look.value) return failed(look.diagnostics);
  const work = workOf(opened.value, formats.value);
  if (!work.value) return failed([...opened.diagnostics, ...work.diagnostics]);
  const files = await made(context, opened.value, { ...work.value, look: look.value });
  const notes: readonly Diagnostic[] = [...opened.diagnostics, ...files.diagnostics];
  if (!files.value) return failed(notes);
  const written = writeFiles(context, files.value, flags.out);
  return written.value ? ok(filesAnswer(written.value), notes) : failed([...notes, ...written.diagnostics]);
}

/** The files of the work, made from what the ledger holds now and was known at `--as-of`. */
function made(context: Run, { data, period }: OpenedPeriod, work: JobWork): ReturnType<ReturnType<typeof runnerOf>> {
  return context.withLedger(async (ledger) => {
    const { seq } = await ledger.head();
    const facts = { plan: data.plan.id, period: period.id, asOf: context.asOf, seq };
    return runnerOf(context, ledger)(jobsOf(facts, work));
  });
}

export const report: CommandModule<object, OutFlags & { unit?: readonly string[]; all?: boolean }> = {
  command: 'report',
  describe: 'Báo cáo của đơn vị (Word, HTML)',
  builder: (y) =>
    signFlags(y)
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('unit', { type: 'string', array: true, describe: 'Đơn vị (nhiều lần)' })
      .option('all', { type: 'boolean', describe: 'Mọi đơn vị có phần việc' })
      .option('formats', { type: 'string', default: 'docx', describe: 'docx,html,pdf' })
      .option('form', {
        choices: ['dinh-ky', 'chuyen-de'],
        default: 'dinh-ky',
        describe: 'Báo cáo định kỳ của đơn vị, hoặc báo cáo chuyên đề của cơ quan theo dõi lĩnh vực',
      })
      .option('template', TEMPLATE_FLAG)
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<ReportFormat | 'pdf'>(flags.formats, ['docx', 'html', 'pdf']);
      if (!flags.all && !flags.unit?.length) return failed([error('BC2001', {}, { reason: 'nêu --unit hoặc --all' })]);
      return produce(context, flags, formats, ({ data, period }, wanted) => {
        const units = (flags.unit ?? []).map((u) => unitFlag(u, data.registry));
        const wrong = units.flatMap((u) => u.diagnostics);
        if (wrong.length > 0) return failed(wrong);
        const thematic = flags.form === 'chuyen-de';
        const owing = (): readonly string[] =>
          thematic ? thematicBodies(data, period) : owingUnits(data.plan, data.registry, period.window.to);
        const every = flags.all ? owing() : units.map((u) => u.value as string);
        return ok({ kind: thematic ? 'thematic' : 'reports', units: [...new Set(every)], formats: wanted });
      });
    }),
};

export const compile: CommandModule<object, OutFlags> = {
  command: 'compile',
  describe: 'Tổng hợp thành phố (Excel, Word, HTML)',
  builder: (y) =>
    signFlags(y)
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('formats', { type: 'string', default: 'xlsx,docx', describe: 'xlsx,docx,html,pdf' })
      .option('template', TEMPLATE_FLAG)
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<SummaryFormat | 'pdf'>(flags.formats, ['xlsx', 'docx', 'html', 'pdf']);
      return produce(context, flags, formats, (_, wanted) => ok({ kind: 'summary', formats: wanted }));
    }),
};
