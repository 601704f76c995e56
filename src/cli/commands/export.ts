/** `export`: the numbers of a period for other systems. */

import type { CommandModule } from 'yargs';
import { EXPORT_FORMATS, exportFiles, type ExportFormat } from '../../app/export';
import { failed, ok, type Outcome } from '../../lib/diagnostic';
import type { EntryForm } from '../../report/export/entry-form';
import { findEntryForm } from '../../shell/entry-form';
import { openRenderers } from '../../shell/renderers';
import { filesAnswer, formatsOf, writeFiles } from '../output-files';
import { openPeriod } from '../period';
import { run, type CommonFlags } from '../run';

interface ExportFlags extends CommonFlags {
  readonly period: string;
  readonly format: string;
  readonly separator: ';' | ',';
  readonly out?: string;
}

export const exportData: CommandModule<object, ExportFlags> = {
  command: 'export',
  describe: 'Số liệu cho phần mềm khác (CSV, JSON), phiếu để nhập phần mềm của Bộ',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('format', { type: 'string', demandOption: true, describe: EXPORT_FORMATS.join(',') })
      .option('separator', { choices: [';', ','] as const, default: ';' as const, describe: 'Dấu ngăn cột của CSV' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<ExportFormat>(flags.format, EXPORT_FORMATS);
      if (!formats.value) return failed(formats.diagnostics);
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const { data, period, rules } = opened.value;
      const wanted = formats.value;
      const form: Outcome<EntryForm | null> = wanted.includes('bnv-form')
        ? findEntryForm(context.ws, data.indicators.id)
        : ok(null);
      if (form.value === undefined) return failed(form.diagnostics);
      const { asOf } = context;
      const chosen = form.value;
      return context.withLedger(async (ledger) => {
        const events = await ledger.read({ plan: data.plan.id, asOf });
        const request = { period, rules, asOf, events, separator: flags.separator, form: chosen };
        const made = await exportFiles(data, request, wanted, openRenderers(context.ws));
        if (!made.value) return failed(made.diagnostics);
        const written = writeFiles(context, made.value, flags.out);
        return written.value ? ok(filesAnswer(written.value), opened.diagnostics) : failed(written.diagnostics);
      });
    }),
};
