/** `explain`: from a number down to events, rules and citations. */

import type { CommandModule } from 'yargs';
import { explainFigure, explainTask, explanationText } from '../../app/explain';
import { evaluatePlan, readPeriod } from '../../app/plan-data';
import { error, failed, ok } from '../../lib/diagnostic';
import { pastYearOfTargets } from '../../shell/past-year';
import { periodOptions, runPeriod, type PeriodFlags } from '../period';

export const explain: CommandModule<object, PeriodFlags & { figure?: string; task?: string }> = {
  command: 'explain',
  describe: 'Vì sao có con số, trạng thái này',
  builder: (y) =>
    periodOptions(y)
      .option('figure', {
        type: 'string',
        describe: 'Mã chỉ tiêu, mã chỉ tiêu của kế hoạch, một trạng thái (overdue…), hoặc rate',
      })
      .option('task', { type: 'string', describe: 'Số nhiệm vụ' }),
  handler: (flags) =>
    runPeriod(flags, async ({ context: { ws, asOf }, data, period, rules, unit, ledger }) => {
      const { figure, task } = flags;
      if ((figure === undefined) === (task === undefined))
        return failed([error('BC2001', {}, { reason: 'nêu đúng một trong hai: --figure hoặc --task' })]);
      const { events, extent } = await readPeriod(ledger, data, period, asOf);
      const past = await pastYearOfTargets(ws, ledger, data, { period, asOf });
      const evaluation = evaluatePlan(data, events, { period, rules, unit, asOf, extent, past: past.value ?? null });
      const tree =
        figure === undefined
          ? explainTask(data, evaluation, String(task))
          : explainFigure(data, evaluation, rules, figure);
      const diagnostics = [...past.diagnostics, ...tree.diagnostics];
      return tree.value
        ? ok({ json: tree.value, text: explanationText(tree.value) }, diagnostics)
        : failed(diagnostics);
    }),
};
