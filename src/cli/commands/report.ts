/** `report` and `compile`: documents of the units, summary and report of the city. */

import type { CommandModule } from 'yargs';
import {
  cityOutputs,
  rendered,
  unitReports,
  type OutputFile,
  type OutputRequest,
  type ReportFormat,
  type SummaryFormat,
} from '../../app/outputs';
import { error, failed, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { owingUnits } from '../../obligations/fan-out';
import { thematicBodies, thematicReports } from '../../app/thematic';
import { pastYear } from '../../shell/past-year';
import { openRenderers } from '../../shell/renderers';
import { givenTemplate } from '../../shell/word-template';
import { filesAnswer, formatsOf, withPdf, writeFiles } from '../output-files';
import { openPeriod, unitFlag, type OpenedPeriod } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface OutFlags extends CommonFlags {
  readonly period: string;
  readonly formats: string;
  readonly out?: string;
  readonly template?: string;
  readonly form?: string;
}

const TEMPLATE_FLAG = {
  type: 'string',
  describe: 'Mẫu Word của cơ quan (mặc định: templates/word/<mẫu báo cáo>.docx nếu có)',
} as const;

async function request(context: Run, opened: OpenedPeriod): Promise<Outcome<OutputRequest>> {
  return context.withLedger(async (ledger) => {
    const { data, period, rules } = opened;
    const { asOf } = context;
    const events = await ledger.read({ plan: data.plan.id, asOf });
    const past = await pastYear(context.ws, ledger, data, { period, asOf });
    return ok({ period, rules, asOf, events, past: past.value ?? null }, past.diagnostics);
  });
}

async function produce(
  context: Run,
  flags: OutFlags,
  formats: Outcome<readonly string[]>,
  make: (opened: OpenedPeriod, request: OutputRequest) => Promise<Outcome<readonly OutputFile[]>>,
): Promise<Outcome<Answer>> {
  if (!formats.value) return failed(formats.diagnostics);
  const opened = openPeriod(context, flags.period);
  if (!opened.value) return failed(opened.diagnostics);
  const asked = await request(context, opened.value);
  if (!asked.value) return failed(asked.diagnostics);
  const files = await make(opened.value, asked.value);
  const notes: readonly Diagnostic[] = [...opened.diagnostics, ...asked.diagnostics, ...files.diagnostics];
  if (!files.value) return failed(notes);
  const complete = await withPdf(files.value, formats.value);
  if (!complete.value) return failed([...notes, ...complete.diagnostics]);
  const written = writeFiles(context, complete.value, flags.out);
  return written.value ? ok(filesAnswer(written.value), notes) : failed([...notes, ...written.diagnostics]);
}

export const report: CommandModule<object, OutFlags & { unit?: readonly string[]; all?: boolean }> = {
  command: 'report',
  describe: 'Báo cáo của đơn vị (Word, HTML)',
  builder: (y) =>
    y
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
      return produce(context, flags, formats, async ({ data, period }, req) => {
        const units = (flags.unit ?? []).map((u) => unitFlag(u, data.registry));
        const wrong = units.flatMap((u) => u.diagnostics);
        if (wrong.length > 0) return failed(wrong);
        const thematic = flags.form === 'chuyen-de';
        const owing = (): readonly string[] =>
          thematic ? thematicBodies(data, period) : owingUnits(data.plan, data.registry, period.window.to);
        const every = flags.all ? owing() : units.map((u) => u.value as string);
        const wanted = rendered<ReportFormat>(formats.value ?? [], 'docx');
        const template = await givenTemplate(flags.template);
        if (template.value === undefined) return failed(template.diagnostics);
        const render = await openRenderers(context.ws, wanted, template.value);
        const make = thematic ? thematicReports : unitReports;
        return make(data, [...new Set(every)], req, wanted, render);
      });
    }),
};

export const compile: CommandModule<object, OutFlags> = {
  command: 'compile',
  describe: 'Tổng hợp thành phố (Excel, Word, HTML)',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('formats', { type: 'string', default: 'xlsx,docx', describe: 'xlsx,docx,html,pdf' })
      .option('template', TEMPLATE_FLAG)
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<SummaryFormat | 'pdf'>(flags.formats, ['xlsx', 'docx', 'html', 'pdf']);
      return produce(context, flags, formats, async ({ data }, req) => {
        const wanted = rendered<SummaryFormat>(formats.value ?? [], 'docx');
        const template = await givenTemplate(flags.template);
        if (template.value === undefined) return failed(template.diagnostics);
        const render = await openRenderers(context.ws, wanted, template.value);
        return cityOutputs(data, req, wanted, render);
      });
    }),
};
