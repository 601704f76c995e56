/** `remind`: whom to remind of a report, and the official letters to them. */

import type { CommandModule } from 'yargs';
import { remind as remindUnits, remindersJson, remindersText } from '../../app/remind';
import { rendered, type ReportFormat } from '../../app/outputs';
import { parsePlainDate, type PlainDate } from '../../calendar/plain-date';
import { error, failed, ok, type Outcome } from '../../lib/diagnostic';
import { loadLetter } from '../../shell/letters';
import { openRenderers } from '../../shell/renderers';
import { withPdf } from '../../shell/pdf-files';
import { formatsOf, writeFiles } from '../output-files';
import { openPeriod, unitFlag, type OpenedPeriod } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface RemindFlags extends CommonFlags {
  readonly period: string;
  readonly unit?: readonly string[];
  readonly all?: boolean;
  readonly each?: boolean;
  readonly by?: string;
  readonly formats: string;
  readonly out?: string;
}

/** The units named, null for all; every name that nobody bears at once. */
function unitsOf(flags: RemindFlags, { data }: OpenedPeriod): Outcome<readonly string[] | null> {
  if (flags.all) return { value: null, diagnostics: [] };
  const units = (flags.unit ?? []).map((u) => unitFlag(u, data.registry));
  const wrong = units.flatMap((u) => u.diagnostics);
  return wrong.length > 0 ? failed(wrong) : ok(units.map((u) => u.value as string));
}

function dayFlag(text: string | undefined): Outcome<PlainDate | null> {
  if (text === undefined) return { value: null, diagnostics: [] };
  const day = parsePlainDate(text);
  return day ? ok(day) : failed([error('BC2004', {}, { flag: '--by', value: text })]);
}

async function answer(context: Run, flags: RemindFlags): Promise<Outcome<Answer>> {
  const formats = formatsOf<ReportFormat | 'pdf'>(flags.formats, ['docx', 'html', 'pdf']);
  const by = dayFlag(flags.by);
  if (!formats.value || by.value === undefined) return failed([...formats.diagnostics, ...by.diagnostics]);
  if (!flags.all && !flags.unit?.length) return failed([error('BC2001', {}, { reason: 'nêu --unit hoặc --all' })]);
  const opened = openPeriod(context, flags.period);
  if (!opened.value) return failed(opened.diagnostics);
  const { data, period, rules } = opened.value;
  const units = unitsOf(flags, opened.value);
  const letter = loadLetter(context.ws, data.regime);
  if (units.value === undefined || !letter.value) return failed([...units.diagnostics, ...letter.diagnostics]);
  const wanted = rendered<ReportFormat>(formats.value, 'docx');
  const request = { period, rules, asOf: context.asOf, letter: letter.value, units: units.value };
  const render = openRenderers(context.ws);
  const reminders = await context.withLedger(async (ledger) => {
    const events = await ledger.read({ plan: data.plan.id, asOf: context.asOf });
    const how = { each: flags.each ?? false, by: by.value as PlainDate | null, issued: null };
    return remindUnits(data, events, { ...request, ...how }, wanted, render);
  });
  const notes = [...opened.diagnostics, ...reminders.diagnostics];
  if (!reminders.value) return failed(notes);
  const complete = await withPdf(reminders.value.files, formats.value);
  if (!complete.value) return failed([...notes, ...complete.diagnostics]);
  const written = writeFiles(context, complete.value, flags.out);
  if (!written.value) return failed([...notes, ...written.diagnostics]);
  const text = [remindersText(reminders.value, data), ...written.value.map((f) => f.path)].join('\n');
  return ok({ json: { ...remindersJson(reminders.value), files: written.value }, text }, notes);
}

export const remind: CommandModule<object, RemindFlags> = {
  command: 'remind',
  describe: 'Lập công văn đôn đốc đơn vị chưa gửi báo cáo',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('unit', { type: 'string', array: true, describe: 'Đơn vị (nhiều lần)' })
      .option('all', { type: 'boolean', describe: 'Mọi đơn vị còn phải gửi' })
      .option('each', { type: 'boolean', describe: 'Mỗi đơn vị một công văn (mặc định: một công văn chung)' })
      .option('by', { type: 'string', describe: 'Hạn gửi mới ghi trong công văn, YYYY-MM-DD' })
      .option('formats', { type: 'string', default: 'docx', describe: 'docx,html,pdf' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) => run(flags, (context) => answer(context, flags)),
};
