/** `form export | import`: entry forms out to the units, and filled ones back into the ledger. */

import type { CommandModule } from 'yargs';
import { formContextOf } from '../../app/form-export';
import type { Filled } from '../../app/form-import';
import { jobsOf } from '../../app/jobs';
import { FewNotes } from '../../app/late';
import type { OutputFile } from '../../app/outputs';
import { localDay, type Instant } from '../../calendar/instant';
import { parsePlainDate, type PlainDate } from '../../calendar/plain-date';
import { formUnits } from '../../collect/form/build';
import { diagnosticJson } from '../../i18n/render-diagnostic';
import { error, failed, hasErrors, info, ok, type Outcome } from '../../lib/diagnostic';
import { findFormFiles, type FoundFiles } from '../../shell/form-files';
import type { Workspace } from '../../shell/workspace';
import { importForms, type ImportRun } from '../form-import';
import { readForms, type Reading } from '../form-reading';
import { runnerOf } from '../jobs';
import { filesAnswer, writeFiles } from '../output-files';
import { openPeriod, openPlan, unitFlag } from '../period';
import { progressOf } from '../progress';
import { run, type Answer, type CommonFlags, type Run } from '../run';

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
      const asked = { period, rules, asOf: context.asOf, events: [] };
      const units = flags.all
        ? formUnits(formContextOf(data, asked))
        : [...new Set(named.map((u) => u.value as string))];
      const progress = progressOf(context, 'Lập biểu', units.length);
      const files = await context.withLedger(async (ledger) => {
        const { seq } = await ledger.head();
        const facts = { plan: data.plan.id, period: period.id, asOf: context.asOf, seq };
        const step = (made: readonly OutputFile[]): void => made.forEach(({ name }) => progress.step(name));
        return runnerOf(context, ledger)(jobsOf(facts, { kind: 'forms', units }), step);
      });
      progress.done();
      if (!files.value) return failed(files.diagnostics);
      const written = writeFiles(context, files.value, flags.out);
      return written.value ? ok(filesAnswer(written.value), opened.diagnostics) : failed<never>(written.diagnostics);
    }),
};

interface ImportFlags extends CommonFlags {
  readonly files?: readonly string[];
  readonly receivedOn?: string;
  readonly period?: string;
  readonly unit?: string;
  readonly out?: string;
}

/** The day given, else today; BC2001 for one that is none or has not come. */
function receivedDay(given: string | undefined, now: Instant): Outcome<PlainDate> {
  const today = localDay(now);
  const day = given === undefined ? today : parsePlainDate(given);
  if (day && day <= today) return ok(day);
  return failed([error('BC2001', {}, { reason: '--received-on: ghi ngày nhận dạng YYYY-MM-DD, không sau hôm nay' })]);
}

function importText({ imported, rejected }: ImportRun, ws: Workspace): string {
  return [
    `Đã nạp ${imported.length} biểu, ${imported.reduce((sum, f) => sum + f.eventIds.length, 0)} sự kiện mới; ${rejected.length} biểu bị trả lại.`,
    ...rejected.map((r) => (r.marked ? `  bản đánh dấu: ${ws.show(r.marked)}` : `  không mở được: ${r.file}`)),
  ].join('\n');
}

function importJson({ imported, rejected }: ImportRun, skipped: readonly string[]): object {
  return {
    imported: imported.map(({ file, identity, eventIds, filled, empty, known, notes, late }) => ({
      file,
      unit: identity.unit,
      period: identity.period,
      events: eventIds.length,
      eventIds,
      ...(known ? { known } : { filled: shares(filled), empty }),
      diagnostics: [...notes, ...late].map(diagnosticJson),
    })),
    rejected: rejected.map(({ file, identity, diagnostics, marked }) => ({
      file,
      unit: identity?.unit ?? null,
      period: identity?.period ?? null,
      diagnostics: diagnostics.map(diagnosticJson),
      marked,
    })),
    skipped,
  };
}

const shares = (filled: Filled): object =>
  Object.fromEntries(
    Object.entries(filled).map(([what, [done, of]]: [string, [number, number]]) => [what, { done, of }]),
  );

const importCommand: CommandModule<object, ImportFlags> = {
  command: 'import <files..>',
  describe: 'Nạp biểu đã điền (tệp hoặc thư mục) vào sổ',
  builder: (y) =>
    y
      .positional('files', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Tệp .xlsx, .xlsm hoặc thư mục',
      })
      .option('received-on', { type: 'string', describe: 'Ngày nhận, YYYY-MM-DD (mặc định: hôm nay)' })
      .option('period', { type: 'string', describe: 'Chỉ nhận biểu của kỳ này' })
      .option('unit', { type: 'string', describe: 'Chỉ nhận biểu của đơn vị này' })
      .option('out', { type: 'string', describe: 'Thư mục ghi bản đánh dấu trả lại' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const found = findFormFiles((flags.files ?? []).map(String));
      const absent = found.missing.map((m) => error('BC1004', { file: m.name }, { reason: m.reason }));
      if (absent.length > 0) return failed(absent);
      const reading = readForms(found.workbooks);
      try {
        return await importFound(context, flags, found, reading);
      } finally {
        await reading.reader.close();
      }
    }),
};

async function importFound(
  context: Run,
  flags: ImportFlags,
  found: FoundFiles,
  reading: Reading,
): Promise<Outcome<Answer>> {
  const data = openPlan(context);
  if (!data.value) return failed(data.diagnostics);
  const unit = unitFlag(flags.unit, data.value.registry);
  const receivedOn = receivedDay(flags.receivedOn, context.now);
  const wrong = [...unit.diagnostics, ...receivedOn.diagnostics];
  if (!receivedOn.value || hasErrors(wrong)) return failed(wrong);
  const request = {
    data: data.value,
    receivedOn: receivedOn.value,
    unit: unit.value ?? null,
    period: flags.period?.trim().toUpperCase() ?? null,
    out: flags.out ?? context.ws.output('tra-lai'),
  };
  const progress = progressOf(context, 'Nạp biểu', found.workbooks.length);
  const done = await importForms(context, request, reading, progress);
  progress.done();
  if (!done.value) return failed(done.diagnostics);
  const { imported, rejected } = done.value;
  const notes = [
    ...found.others.map((o) => info('BC2245', { file: o.name })),
    ...imported.flatMap((f) => f.notes),
    ...rejected.flatMap((f) => f.diagnostics),
    ...done.diagnostics,
    ...new FewNotes().add(imported.flatMap((f) => f.late)).all(),
  ];
  const others = found.others.map((o) => o.path);
  return ok({ json: importJson(done.value, others), text: importText(done.value, context.ws) }, notes);
}

export const form: CommandModule = {
  command: 'form <việc>',
  describe: 'Biểu Excel: lập cho đơn vị, nạp lại',
  builder: (y) => y.command(exportCommand).command(importCommand).demandCommand(1, 'chưa nêu việc cần làm với biểu'),
  handler: () => undefined,
};
