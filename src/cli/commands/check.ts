/** `check`: the validation rules over what was collected; exit code 1 while a figure contradicts another. */

import type { CommandModule } from 'yargs';
import { checkJson, checkPlan, checkText, hasOpenStop } from '../../app/check';
import { failed } from '../../lib/diagnostic';
import { openPeriod, unitFlag } from '../period';
import { run, type CommonFlags } from '../run';

export const check: CommandModule<object, CommonFlags & { period: string; unit?: string }> = {
  command: 'check',
  describe: 'Kiểm tra số liệu, nhiệm vụ đã thu của một kỳ',
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
      const id = unit.value;
      return context.withLedger(async (ledger) => {
        const events = await ledger.read({ plan: data.plan.id, asOf: context.asOf });
        const checked = checkPlan(data, events, { period, rules, unit: id, asOf: context.asOf });
        return {
          value: { json: checkJson(checked, data), text: checkText(checked, data), failed: hasOpenStop(checked) },
          diagnostics: opened.diagnostics,
        };
      });
    }),
};
