/** `compare`: a period beside the last one and beside the same one last year. */

import type { CommandModule } from 'yargs';
import { comparisonsOf } from '../../app/comparison';
import { comparisonsText } from '../../app/comparison-text';
import { evaluatePlan } from '../../app/plan-data';
import { failed, ok } from '../../lib/diagnostic';
import { pastYear } from '../../shell/past-year';
import { openPeriod, unitFlag } from '../period';
import { run, type CommonFlags } from '../run';

export const compare: CommandModule<object, CommonFlags & { period: string; unit?: string }> = {
  command: 'compare',
  describe: 'So sánh với kỳ trước và cùng kỳ năm trước',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('unit', { type: 'string', describe: 'Chỉ một đơn vị' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const { data, period, rules } = opened.value;
      const unit = unitFlag(flags.unit, data.registry);
      if (unit.value === undefined) return failed(unit.diagnostics);
      const { asOf, ws } = context;
      const id = unit.value;
      return context.withLedger(async (ledger) => {
        const events = await ledger.read({ plan: data.plan.id, asOf });
        const past = await pastYear(ws, ledger, data, { period, asOf });
        const evaluation = evaluatePlan(data, events, { period, rules, unit: id, asOf });
        const request = { period, rules, asOf, events, past: past.value ?? null };
        const comparisons = comparisonsOf(data, request, evaluation);
        const text = comparisonsText(comparisons, data.registry, data.indicators);
        return ok({ json: comparisons, text }, [...opened.diagnostics, ...past.diagnostics]);
      });
    }),
};
