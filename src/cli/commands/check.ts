/** `check`: the validation rules over what was collected; exit code 1 while a figure contradicts another. */

import type { CommandModule } from 'yargs';
import { checkJson, checkPlan, checkText, hasOpenStop } from '../../app/check';
import { ok } from '../../lib/diagnostic';
import { pastYear } from '../../shell/past-year';
import { periodOptions, runPeriod, type PeriodFlags } from '../period';

export const check: CommandModule<object, PeriodFlags> = {
  command: 'check',
  describe: 'Kiểm tra số liệu, nhiệm vụ đã thu của một kỳ',
  builder: periodOptions,
  handler: (flags) =>
    runPeriod(flags, async ({ context: { ws, asOf }, data, period, rules, unit, ledger }) => {
      const events = await ledger.read({ plan: data.plan.id, asOf });
      const past = await pastYear(ws, ledger, data, { period, asOf });
      const checked = checkPlan(data, events, { period, rules, unit, asOf, past: past.value ?? null });
      const answer = { json: checkJson(checked, data), text: checkText(checked, data), failed: hasOpenStop(checked) };
      return ok(answer, past.diagnostics);
    }),
};
