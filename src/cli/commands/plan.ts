/** `plan list | show | check | import`. */

import type { CommandModule } from 'yargs';
import { planJson, planText } from '../../app/plan';
import { failed, hasErrors, ok } from '../../lib/diagnostic';
import { loadIndicators, loadPlan, planIds } from '../../shell/load';
import { diagnosticJson } from '../../i18n/render-diagnostic';
import { checkPlan } from '../../plan/check';
import { run, type CommonFlags } from '../run';
import { importCommand } from './plan-import';

const list: CommandModule<object, CommonFlags> = {
  command: 'list',
  describe: 'Liệt kê các kế hoạch',
  handler: (flags) =>
    run(flags, async ({ ws }) => {
      const loaded = planIds(ws).map((id) => loadPlan(ws, id));
      const diagnostics = loaded.flatMap((l) => (l.value ? [] : l.diagnostics));
      const rows = loaded
        .flatMap(({ value }) => (value ? [value.plan] : []))
        .map((p) => {
          const { id, title, issuer, number, signedOn, from, to } = p;
          return {
            id,
            title,
            issuer,
            number,
            signedOn,
            from,
            to,
            tasks: p.tasks.length,
            assignments: p.tasks.reduce((n, t) => n + t.assignments.length, 0),
            targets: p.targets.length,
          };
        });
      const text = rows
        .map((r) => `${r.id}: ${r.title} (${r.tasks} nhiệm vụ, ${r.assignments} giao việc, ${r.targets} chỉ tiêu)`)
        .join('\n');
      return { value: { json: rows, text }, diagnostics };
    }),
};

const show: CommandModule<object, CommonFlags & { id: string }> = {
  command: 'show <id>',
  describe: 'Xem một kế hoạch, thời hạn đã đọc',
  builder: (y) => y.positional('id', { type: 'string', demandOption: true, describe: 'Mã kế hoạch' }),
  handler: (flags) =>
    run(flags, async ({ ws }) => {
      const loaded = loadPlan(ws, flags.id);
      if (!loaded.value) return failed(loaded.diagnostics);
      return ok(
        { json: planJson(loaded.value.plan), text: planText(loaded.value.plan) },
        loaded.diagnostics.filter((d) => d.level !== 'info'),
      );
    }),
};

const check: CommandModule<object, CommonFlags & { id: string }> = {
  command: 'check <id>',
  describe: 'Soát lỗi một kế hoạch',
  builder: (y) => y.positional('id', { type: 'string', demandOption: true, describe: 'Mã kế hoạch' }),
  handler: (flags) =>
    run(flags, async ({ ws }) => {
      const { value, diagnostics: loading } = loadPlan(ws, flags.id);
      const codes = value ? (loadIndicators(ws, value.plan.indicators).value?.indicators ?? []).map((i) => i.code) : [];
      const looks = value ? checkPlan(value.plan, value.registry, `${flags.id}.json`, new Set(codes)) : [];
      const diagnostics = [...loading, ...looks];
      const text = diagnostics.length === 0 ? 'Không có lỗi.' : `${diagnostics.length} điều cần xem.`;
      return {
        value: { json: { diagnostics: diagnostics.map(diagnosticJson) }, text, failed: hasErrors(diagnostics) },
        diagnostics,
      };
    }),
};

export const plan: CommandModule = {
  command: 'plan <việc>',
  describe: 'Kế hoạch: liệt kê, xem, soát, nhập',
  builder: (y) =>
    y
      .command(list)
      .command(show)
      .command(check)
      .command(importCommand)
      .demandCommand(1, 'chưa nêu việc cần làm với kế hoạch'),
  handler: () => undefined,
};
