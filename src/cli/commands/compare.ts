/** `compare`: a period beside the last one and beside the same one last year. */

import type { CommandModule } from 'yargs';
import { comparisonsOf } from '../../app/comparison';
import { comparisonsText } from '../../app/comparison-text';
import { notices } from '../../app/evaluation-text';
import { evaluatePlan } from '../../app/plan-data';
import { ok } from '../../lib/diagnostic';
import { pastYear } from '../../shell/past-year';
import { periodOptions, runPeriod, type PeriodFlags } from '../period';

export const compare: CommandModule<object, PeriodFlags> = {
  command: 'compare',
  describe: 'So sánh với kỳ trước và cùng kỳ năm trước',
  builder: periodOptions,
  handler: (flags) =>
    runPeriod(flags, async ({ context: { ws, asOf }, data, period, rules, unit, ledger }) => {
      const events = await ledger.read({ plan: data.plan.id, asOf });
      const past = await pastYear(ws, ledger, data, { period, asOf });
      const request = { period, rules, asOf, events, past: past.value ?? null };
      const evaluation = evaluatePlan(data, events, { ...request, unit });
      const comparisons = comparisonsOf(data, request, evaluation);
      const { preliminary, sampleEvents } = evaluation;
      return ok(
        {
          json: { preliminary, sampleEvents, ...comparisons },
          text: [...notices(evaluation), comparisonsText(comparisons, data.registry, data.indicators)].join('\n'),
        },
        past.diagnostics,
      );
    }),
};
