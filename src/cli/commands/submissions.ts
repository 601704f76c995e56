/** `submissions`: the board of who has sent what. */

import type { CommandModule } from 'yargs';
import { boardJson, boardOf, boardText } from '../../app/submissions';
import { failed, ok } from '../../lib/diagnostic';
import { openPeriod } from '../period';
import { run, type CommonFlags } from '../run';

export const submissions: CommandModule<object, CommonFlags & { period: string }> = {
  command: 'submissions',
  describe: 'Ai đã gửi báo cáo, ai chậm, ai chưa gửi',
  builder: (y) => y.option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const { data, period, rules } = opened.value;
      return context.withLedger(async (ledger) => {
        const events = await ledger.read({ plan: data.plan.id, asOf: context.asOf });
        const board = boardOf(data, events, { period, rules, asOf: context.asOf });
        return ok({ json: boardJson(board), text: boardText(board, data.registry) }, opened.diagnostics);
      });
    }),
};
