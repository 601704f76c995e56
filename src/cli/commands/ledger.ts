/** `ledger export | verify`. */

import type { CommandModule } from 'yargs';
import { parseInstant } from '../../calendar/instant';
import { error, failed, ok } from '../../lib/diagnostic';
import { run, type CommonFlags } from '../run';

const exportCommand: CommandModule<object, CommonFlags & { since?: string }> = {
  command: 'export',
  describe: 'In mọi sự kiện, mỗi dòng một JSON',
  builder: (y) => y.option('since', { type: 'string', describe: 'Chỉ các sự kiện ghi từ thời điểm này' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const since = flags.since === undefined ? undefined : parseInstant(flags.since);
      if (flags.since !== undefined && !since)
        return failed([error('BC2004', {}, { flag: '--since', value: flags.since })]);
      return context.withLedger(async (ledger) => {
        const events = await ledger.read({
          ...(since ? { sinceRecordedAt: since } : {}),
          ...(flags.asOf ? { asOf: context.asOf } : {}),
        });
        return ok({ json: events, text: events.map((e) => JSON.stringify(e)).join('\n') });
      });
    }),
};

const verify: CommandModule<object, CommonFlags> = {
  command: 'verify',
  describe: 'Kiểm tra xích mã băm của sổ',
  handler: (flags) =>
    run(flags, async (context) =>
      context.withLedger(async (ledger) => {
        const result = await ledger.verify();
        const { broken, events, head } = result;
        const json = { ok: broken === null, events, head, broken };
        const text = broken ? '' : `Sổ nguyên vẹn: ${events} sự kiện, mã cuối ${head.hash.slice(0, 16)}.`;
        return {
          value: { json, text, failed: broken !== null },
          diagnostics: broken ? [error('BC2120', {}, { seq: broken.seq, reason: broken.reason })] : [],
        };
      }),
    ),
};

export const ledger: CommandModule = {
  command: 'ledger <việc>',
  describe: 'Sổ sự kiện: xuất, kiểm tra',
  builder: (y) => y.command(exportCommand).command(verify).demandCommand(1, 'chưa nêu việc cần làm với sổ'),
  handler: () => undefined,
};
