/** `evaluate`: the numbers of a period. */

import type { CommandModule } from 'yargs';
import { evaluationJson, type GroupBy } from '../../app/evaluate';
import { evaluationText } from '../../app/evaluation-text';
import { failed, ok } from '../../lib/diagnostic';
import { evaluatePlan, readPeriod } from '../../app/plan-data';
import { openPeriod, unitFlag } from '../period';
import { run, type CommonFlags } from '../run';

export const evaluate: CommandModule<object, CommonFlags & { period: string; unit?: string; groupBy?: GroupBy }> = {
  command: 'evaluate',
  describe: 'Tính trạng thái, tỷ lệ, chỉ tiêu của một kỳ',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo, ví dụ 2026-Q1' })
      .option('unit', { type: 'string', describe: 'Chỉ một đơn vị' })
      .option('group-by', { choices: ['area', 'unit', 'status'] as const, describe: 'Gộp theo' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const { data, period, rules } = opened.value;
      const unit = unitFlag(flags.unit, data.registry);
      if (unit.value === undefined) return failed(unit.diagnostics);
      const id = unit.value;
      return context.withLedger(async (ledger) => {
        const { asOf } = context;
        const { events, extent } = await readPeriod(ledger, data.plan.id, period, asOf);
        const evaluation = evaluatePlan(data, events, { period, rules, unit: id, asOf, extent });
        return ok(
          { json: evaluationJson(evaluation, flags.groupBy), text: evaluationText(evaluation, data.registry) },
          opened.diagnostics,
        );
      });
    }),
};
