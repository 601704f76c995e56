/** `evaluate`: the numbers of a period. */

import type { CommandModule } from 'yargs';
import { evaluationJson, type GroupBy } from '../../app/evaluate';
import { evaluationText } from '../../app/evaluation-text';
import { evaluatePlan, readPeriod } from '../../app/plan-data';
import { ok } from '../../lib/diagnostic';
import { pastYearOfTargets } from '../../shell/past-year';
import { periodOptions, runPeriod, type PeriodFlags } from '../period';

export const evaluate: CommandModule<object, PeriodFlags & { groupBy?: GroupBy }> = {
  command: 'evaluate',
  describe: 'Tính trạng thái, tỷ lệ, chỉ tiêu của một kỳ',
  builder: (y) =>
    periodOptions(y).option('group-by', { choices: ['area', 'unit', 'status'] as const, describe: 'Gộp theo' }),
  handler: (flags) =>
    runPeriod(flags, async ({ context: { ws, asOf }, data, period, rules, unit, ledger }) => {
      const { events, extent } = await readPeriod(ledger, data, period, asOf);
      const past = await pastYearOfTargets(ws, ledger, data, { period, asOf });
      const request = { period, rules, unit, asOf, extent, past: past.value ?? null };
      const evaluation = evaluatePlan(data, events, request);
      const text = evaluationText(evaluation, data.registry);
      return ok({ json: evaluationJson(evaluation, flags.groupBy), text }, past.diagnostics);
    }),
};
