/** `form export | import`: entry forms out to the units, and filled ones back into the ledger. */

import type { CommandModule } from 'yargs';
import { formFiles } from '../../app/form-export';
import { error, failed, ok } from '../../lib/diagnostic';
import { openFormRenderer } from '../../shell/form-renderer';
import { filesAnswer, writeFiles } from '../output-files';
import { openPeriod, unitFlag } from '../period';
import { progressOf } from '../progress';
import { run, type CommonFlags } from '../run';

interface ExportFlags extends CommonFlags {
  readonly period: string;
  readonly unit?: readonly string[];
  readonly all?: boolean;
  readonly out?: string;
}

const exportCommand: CommandModule<object, ExportFlags> = {
  command: 'export',
  describe: 'Lập biểu Excel cho từng đơn vị',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('unit', { type: 'string', array: true, describe: 'Đơn vị (nhiều lần)' })
      .option('all', { type: 'boolean', describe: 'Mọi đơn vị có phần việc hoặc chỉ tiêu' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      if (!flags.all && !flags.unit?.length) return failed([error('BC2001', {}, { reason: 'nêu --unit hoặc --all' })]);
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const { data, period, rules } = opened.value;
      const named = (flags.unit ?? []).map((u) => unitFlag(u, data.registry));
      const wrong = named.flatMap((u) => u.diagnostics);
      if (wrong.length > 0) return failed(wrong);
      const units = flags.all ? null : [...new Set(named.map((u) => u.value as string))];
      const read = await context.withLedger(async (ledger) =>
        ok(await ledger.read({ plan: data.plan.id, asOf: context.asOf })),
      );
      if (!read.value) return failed(read.diagnostics);
      const progress = progressOf(context, 'Lập biểu', units?.length ?? null);
      const request = { period, rules, asOf: context.asOf, events: read.value };
      const files = await formFiles(data, request, units, await openFormRenderer(context.ws), progress.step);
      progress.done();
      if (!files.value) return failed(files.diagnostics);
      const written = writeFiles(context, files.value, flags.out);
      return written.value ? ok(filesAnswer(written.value), opened.diagnostics) : failed<never>(written.diagnostics);
    }),
};

export const form: CommandModule = {
  command: 'form <việc>',
  describe: 'Biểu Excel: lập cho đơn vị, nạp lại',
  builder: (y) => y.command(exportCommand).demandCommand(1, 'chưa nêu việc cần làm với biểu'),
  handler: () => undefined,
};
