/** `report` and `compile`: documents of the units, summary and report of the city. */

import { join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import {
  cityOutputs,
  unitReports,
  type OutputFile,
  type OutputRequest,
  type ReportFormat,
  type SummaryFormat,
} from '../../app/outputs';
import { error, failed, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { sha256 } from '../../lib/canonical-json';
import { fanOut } from '../../obligations/fan-out';
import { writeWhole } from '../../shell/files';
import { openRenderers } from '../../shell/renderers';
import { openPeriod, unitFlag, type OpenedPeriod } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface OutFlags extends CommonFlags {
  readonly period: string;
  readonly formats: string;
  readonly out?: string;
}

/** "docx,html" → the formats, BC2001 for one that is not known. */
function formatsOf<F extends string>(text: string, known: readonly F[]): Outcome<readonly F[]> {
  const asked = text
    .split(',')
    .map((f) => f.trim())
    .filter(Boolean);
  const unknown = asked.filter((f) => !known.includes(f as F));
  if (unknown.length > 0 || asked.length === 0)
    return failed([
      error(
        'BC2001',
        {},
        { reason: `định dạng không có: ${unknown.join(', ') || text}; các định dạng: ${known.join(', ')}` },
      ),
    ]);
  return ok([...new Set(asked)] as F[]);
}

export interface WrittenFile {
  readonly path: string;
  readonly unit: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes all files, each whole; BC1005 for one that cannot be written. */
export function writeFiles(
  { ws }: Run,
  files: readonly OutputFile[],
  out: string | undefined,
): Outcome<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const { name, unit, bytes } of files) {
    const path = out === undefined ? ws.output(name) : join(resolve(out), name.replace(/^.*\//, ''));
    try {
      writeWhole(path, bytes);
    } catch (reason) {
      return failed([error('BC1005', { file: path }, { reason: (reason as Error).message })]);
    }
    written.push({ path, unit, sha256: sha256(bytes), bytes: bytes.length });
  }
  return ok(written);
}

function answer(written: readonly WrittenFile[]): Answer {
  return { json: { files: written }, text: written.map((f) => f.path).join('\n') };
}

async function request(context: Run, opened: OpenedPeriod): Promise<Outcome<OutputRequest>> {
  return context.withLedger(async (ledger) => {
    const events = await ledger.read({ plan: opened.data.plan.id, asOf: context.asOf });
    return ok({ period: opened.period, rules: opened.rules, asOf: context.asOf, events });
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
  const notes: readonly Diagnostic[] = [...opened.diagnostics, ...files.diagnostics];
  if (!files.value) return failed(notes);
  const written = writeFiles(context, files.value, flags.out);
  return written.value ? ok(answer(written.value), notes) : failed([...notes, ...written.diagnostics]);
}

export const report: CommandModule<object, OutFlags & { unit?: readonly string[]; all?: boolean }> = {
  command: 'report',
  describe: 'Báo cáo của đơn vị (Word, HTML)',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('unit', { type: 'string', array: true, describe: 'Đơn vị (nhiều lần)' })
      .option('all', { type: 'boolean', describe: 'Mọi đơn vị có phần việc' })
      .option('formats', { type: 'string', default: 'docx', describe: 'docx,html' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<ReportFormat>(flags.formats, ['docx', 'html']);
      if (!flags.all && !flags.unit?.length) return failed([error('BC2001', {}, { reason: 'nêu --unit hoặc --all' })]);
      return produce(context, flags, formats, async ({ data, period }, req) => {
        const units = (flags.unit ?? []).map((u) => unitFlag(u, data.registry));
        const wrong = units.flatMap((u) => u.diagnostics);
        if (wrong.length > 0) return failed(wrong);
        const every = flags.all
          ? fanOut(data.plan, data.registry, period.window.to).map((o) => o.unit)
          : units.map((u) => u.value as string);
        return unitReports(
          data,
          [...new Set(every)],
          req,
          formats.value ?? [],
          await openRenderers(context.ws, formats.value ?? []),
        );
      });
    }),
};

export const compile: CommandModule<object, OutFlags> = {
  command: 'compile',
  describe: 'Tổng hợp thành phố (Excel, Word, HTML)',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('formats', { type: 'string', default: 'xlsx,docx', describe: 'xlsx,docx,html' })
      .option('out', { type: 'string', describe: 'Thư mục ghi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const formats = formatsOf<SummaryFormat>(flags.formats, ['xlsx', 'docx', 'html']);
      return produce(context, flags, formats, async ({ data }, req) =>
        cityOutputs(data, req, formats.value ?? [], await openRenderers(context.ws, formats.value ?? [])),
      );
    }),
};
