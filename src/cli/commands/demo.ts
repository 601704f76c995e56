/** `demo`: from an empty ledger to sample facts and all outputs of one period. What `npm start` runs. */

import type { CommandModule } from 'yargs';
import { bookLines } from '../../app/record';
import { bookingContext } from '../../app/plan-data';
import { cityOutputs, unitReports, type OutputFile, type OutputRequest } from '../../app/outputs';
import { sampleLines, sampleUnits } from '../../app/sample';
import { failed, ok, type Outcome } from '../../lib/diagnostic';
import { stopwatch } from '../../shell/clock';
import { openRenderers } from '../../shell/renderers';
import { writeFiles } from '../output-files';
import { openPeriod, type OpenedPeriod } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface DemoFlags extends CommonFlags {
  readonly period: string;
  readonly seed: number;
}

/** Records the sample facts (again without effect) and reads back what the outputs stand on. */
async function sampleFacts(
  context: Run,
  opened: OpenedPeriod,
  seed: number,
): Promise<Outcome<{ readonly request: OutputRequest; readonly recorded: number }>> {
  const { data, period, rules } = opened;
  const booked = bookLines(sampleLines(data, period, seed), {
    now: context.now,
    sample: true,
    plan: data.plan.id,
    contextOf: () => ok(bookingContext(data)),
  });
  const batch = booked.value;
  if (!batch) return failed(booked.diagnostics);
  return context.withLedger(async (ledger) => {
    const { appended } = await ledger.append(batch, context.now);
    const events = await ledger.read({ plan: data.plan.id, asOf: context.asOf });
    return ok({ request: { period, rules, asOf: context.asOf, events }, recorded: appended.length });
  });
}

async function outputs(
  context: Run,
  { data, period }: OpenedPeriod,
  request: OutputRequest,
): Promise<Outcome<readonly OutputFile[]>> {
  const render = openRenderers(context.ws);
  const units = await unitReports(data, sampleUnits(data, period), request, ['docx', 'html'], render);
  const city = await cityOutputs(data, request, ['docx', 'xlsx', 'html'], render);
  if (!units.value || !city.value) return failed([...units.diagnostics, ...city.diagnostics]);
  return ok([...units.value, ...city.value]);
}

export const demo: CommandModule<object, DemoFlags> = {
  command: 'demo',
  describe: 'Chạy thử trọn vẹn bằng số liệu mẫu',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('seed', { type: 'number', default: 2026, describe: 'Hạt giống của số liệu mẫu' }),
  handler: (flags) =>
    run(flags, async (context): Promise<Outcome<Answer>> => {
      const elapsed = stopwatch();
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const facts = await sampleFacts(context, opened.value, flags.seed);
      if (!facts.value) return failed(facts.diagnostics);
      const files = await outputs(context, opened.value, facts.value.request);
      if (!files.value) return failed(files.diagnostics);
      const written = writeFiles(context, files.value, undefined);
      if (!written.value) return failed(written.diagnostics);
      const seconds = (elapsed() / 1000).toFixed(1).replace('.', ',');
      const lines = [
        `Kế hoạch: ${opened.value.data.plan.title}`,
        `Sổ: thêm ${facts.value.recorded} sự kiện mẫu (hạt giống ${flags.seed}); đây là số liệu mẫu, không phải số liệu thật.`,
        `Đã lập ${written.value.length} tệp cho ${opened.value.period.name}:`,
        ...written.value.map((f) => `  ${context.ws.show(f.path)}`),
        `Xong sau ${seconds} giây.`,
      ];
      return ok({
        json: { recorded: facts.value.recorded, files: written.value, seconds: elapsed() / 1000 },
        text: lines.join('\n'),
      });
    }),
};
