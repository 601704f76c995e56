/** `units list`. */

import type { CommandModule } from 'yargs';
import { error, failed, ok } from '../../lib/diagnostic';
import { loadPlan } from '../../shell/load';
import { choosePlan } from '../../shell/plan-data';
import { run, type CommonFlags } from '../run';

const list: CommandModule<object, CommonFlags & { group?: string }> = {
  command: 'list',
  describe: 'Liệt kê cơ quan, đơn vị',
  builder: (y) => y.option('group', { type: 'string', describe: 'Chỉ các thành viên của nhóm' }),
  handler: (flags) =>
    run(flags, async ({ ws }) => {
      const id = choosePlan(ws, flags.plan);
      if (!id.value) return failed(id.diagnostics);
      const loaded = loadPlan(ws, id.value);
      if (!loaded.value) return failed(loaded.diagnostics);
      const { registry } = loaded.value;
      const group = flags.group === undefined ? undefined : registry.find(flags.group);
      if (flags.group !== undefined && (group === undefined || !registry.group(group))) {
        return failed([
          error(
            'BC2003',
            {},
            { unit: flags.group, registry: registry.name, nearest: registry.groups.map((g) => g.id).join(', ') },
          ),
        ]);
      }
      const units = registry.units.filter((u) => group === undefined || u.groups.some((g) => g.id === group));
      const rows = units.map((u) => ({
        id: u.id,
        name: u.name,
        short: u.short,
        kind: u.kind,
        groups: u.groups.map((g) => g.id),
        from: u.from,
        to: u.to,
        successors: u.successors,
      }));
      return ok({ json: rows, text: rows.map((r) => `${r.id}: ${r.name}${r.to ? ` (đến ${r.to})` : ''}`).join('\n') });
    }),
};

export const units: CommandModule = {
  command: 'units <việc>',
  describe: 'Danh mục cơ quan, đơn vị',
  builder: (y) => y.command(list).demandCommand(1, 'chưa nêu việc cần làm với danh mục'),
  handler: () => undefined,
};
