/** `report` and `compile`: documents of the units, summary and report of the city. */

import type { CommandModule } from 'yargs';
import { jobsOf, type JobWork } from '../../app/jobs';
import type { ReportFormat, SummaryFormat } from '../../app/outputs';
import { error, failed, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { owingUnits } from '../../obligations/fan-out';
import { thematicBodies } from '../../app/thematic';
import { runnerOf } from '../jobs';
import { lookFlags, lookOf, type LookFlags } from '../look';
import { filesAnswer, formatsOf, writeFiles } from '../output-files';
import { notThere, openPeriod, unitFlag, type OpenedPeriod } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface OutFlags extends CommonFlags, LookFlags {
  readonly period: string;
  readonly formats: string;
  readonly out?: string;
  readonly form?: string;
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
  const notes: readonly Diagnostic[] = [...opened.diagnostics, ...work.diagnostics, ...files.diagnostics];
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
    lookFlags(y)
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('unit', { type: 'string', array: true, describe: 'Đơn vị (nhiều lần)' })
      .option('all', { type: 'boolean', describe: 'Mọi đơn vị có phần việc' })
      .option('formats', { type: 'string', default: 'docx', describe: 'docx,html,pdf' })
      .option('form', {
        choices: ['dinh-ky', 'chuyen-de'],
        default: 'dinh-ky',
        describe: 'Báo cáo định kỳ của đơn vị, hoặc báo cáo chuyên đề của cơ quan theo dõi lĩnh vực',
      })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<ReportFormat | 'pdf'>(flags.formats, ['docx', 'html', 'pdf']);
      if (!flags.all && !flags.unit?.length) return failed([error('BC2001', {}, { reason: 'nêu --unit hoặc --all' })]);
      return produce(context, flags, formats, (opened, wanted) => {
        const { data, period } = opened;
        const units = (flags.unit ?? []).map((u) => unitFlag(u, data.registry));
        const wrong = units.flatMap((u) => u.diagnostics);
        if (wrong.length > 0) return failed(wrong);
        const thematic = flags.form === 'chuyen-de';
        const owing = (): readonly string[] =>
          thematic ? thematicBodies(data, period) : owingUnits(data.plan, data.registry, period.window.to);
        const every = flags.all ? owing() : units.map((u) => u.value as string);
        const gone = every.flatMap((unit) => notThere(unit, opened));
        return ok({ kind: thematic ? 'thematic' : 'reports', units: [...new Set(every)], formats: wanted }, gone);
      });
    }),
};

export const compile: CommandModule<object, OutFlags> = {
  command: 'compile',
  describe: 'Tổng hợp thành phố (Excel, Word, HTML)',
  builder: (y) =>
    lookFlags(y)
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('formats', { type: 'string', default: 'xlsx,docx', describe: 'xlsx,docx,html,pdf' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<SummaryFormat | 'pdf'>(flags.formats, ['xlsx', 'docx', 'html', 'pdf']);
      return produce(context, flags, formats, (_, wanted) => ok({ kind: 'summary', formats: wanted }));
    }),
};
