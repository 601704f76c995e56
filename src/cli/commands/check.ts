/** `check`: the validation rules over what was collected; exit code 1 while a figure contradicts another. */

import type { CommandModule } from 'yargs';
import { checkJson, checkPlan, checkText, hasOpenStop } from '../../app/check';
import { ok } from '../../lib/diagnostic';
import { periodOptions, runPeriod, type PeriodFlags } from '../period';

export const check: CommandModule<object, PeriodFlags> = {
  command: 'check',
  describe: 'Kiểm tra số liệu, nhiệm vụ đã thu của một kỳ',
  builder: periodOptions,
  handler: (flags) =>
    runPeriod(flags, async ({ context: { asOf }, data, period, rules, unit, ledger }) => {
      const events = await ledger.read({ plan: data.plan.id, asOf });
      const checked = checkPlan(data, events, { period, rules, unit, asOf });
      return ok({ json: checkJson(checked, data), text: checkText(checked, data), failed: hasOpenStop(checked) });
    }),
};
