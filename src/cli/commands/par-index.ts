/** `par-index`: points for plan completion and reporting, by a dated scoring table. */

import type { CommandModule } from 'yargs';
import { parIndexOf } from '../../app/par-index';
import { parIndexJson, parIndexText } from '../../app/par-index-text';
import { failed, ok } from '../../lib/diagnostic';
import { chooseParIndex } from '../../shell/par-index';
import { openPeriod, unitFlag } from '../period';
import { run, type CommonFlags } from '../run';

export const parIndex: CommandModule<object, CommonFlags & { period: string; unit?: string; table?: string }> = {
  command: 'par-index',
  describe: 'Chấm điểm thực hiện kế hoạch và chế độ báo cáo của từng đơn vị',
  builder: (y) =>
    y
      .option('period', { type: 'string', demandOption: true, describe: 'Kỳ báo cáo, ví dụ 2026-Y' })
      .option('unit', { type: 'string', describe: 'Chỉ một đơn vị, nêu từng việc làm mất điểm' })
      .option('table', { type: 'string', describe: 'Bảng điểm trong data/par-index' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const opened = openPeriod(context, flags.period);
      if (!opened.value) return failed(opened.diagnostics);
      const { data, period, rules } = opened.value;
      const unit = unitFlag(flags.unit, data.registry);
      const table = chooseParIndex(context.ws, flags.table);
      if (unit.value === undefined || !table.value) return failed([...unit.diagnostics, ...table.diagnostics]);
      const [id, file] = [unit.value, table.value];
      return context.withLedger(async (ledger) => {
        const events = await ledger.read({ plan: data.plan.id, asOf: context.asOf });
        const index = parIndexOf(data, file, events, { period, rules, asOf: context.asOf, unit: id });
        if (!index.value) return failed(index.diagnostics);
        const json = parIndexJson(index.value, data.instruments);
        return ok({ json, text: parIndexText(index.value, data.registry, data.instruments) }, opened.diagnostics);
      });
    }),
};
