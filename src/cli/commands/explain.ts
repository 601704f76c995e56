/** `explain`: from a number down to events, rules and citations. */

import type { CommandModule } from 'yargs';
import { explainFigure, explainTask, explanationText } from '../../app/explain';
import { error, failed, ok } from '../../lib/diagnostic';
import { evaluatePlan } from '../../app/plan-data';
import { openPeriod, unitFlag } from '../period';
import { run, type CommonFlags } from '../run';

export const explain: CommandModule<
  object,
  CommonFlags & { period: string; figure?: string; task?: string; unit?: string }
> = {
  command: 'explain',
  describe: 'Vì sao có con số, trạng thái này',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo' })
      .option('figure', { type: 'string', describe: 'Mã chỉ tiêu, hoặc rate' })
      .option('task', { type: 'string', describe: 'Số nhiệm vụ' })
      .option('unit', { type: 'string', describe: 'Chỉ một đơn vị' }),
  handler: (flags) =>
    run(flags, async (context) => {
      if ((flags.figure === undefined) === (flags.task === undefined))
        return failed([error('BC2001', {}, { reason: 'nêu đúng một trong hai: --figure hoặc --task' })]);
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const { data, period, rules } = opened.value;
      const unit = unitFlag(flags.unit, data.registry);
      if (unit.value === undefined) return failed(unit.diagnostics);
      const id = unit.value;
      return context.withLedger(async (ledger) => {
        const events = await ledger.read({ plan: data.plan.id, asOf: context.asOf });
        const evaluation = evaluatePlan(data, events, { period, rules, unit: id, asOf: context.asOf });
        const tree =
          flags.task !== undefined
            ? explainTask(data, evaluation, rules, String(flags.task))
            : explainFigure(data, evaluation, rules, flags.figure as string);
        return tree.value
          ? ok({ json: tree.value, text: explanationText(tree.value) }, opened.diagnostics)
          : failed(tree.diagnostics);
      });
    }),
};
