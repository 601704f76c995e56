/** `ledger export | import | verify | backup | restore`. */

import type { CommandModule } from 'yargs';
import type { Verification } from '../../ledger/store/port';
import { error, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { run, type Answer, type CommonFlags } from '../run';
import { backup, restore } from './ledger-backup';
import { exportLedger, importLedger } from './ledger-move';

/** What `verify` found, of the events and of what stands beside them. */
export function verified({ events, head, broken, register }: Verification): Outcome<Answer> {
  const faults: Diagnostic[] = [];
  if (broken) faults.push(error('BC2120', {}, { seq: broken.seq, reason: broken.reason }));
  if (register.broken) {
    const { no, reason, blob } = register.broken;
    faults.push(error('BC2144', {}, { no, reason: blob === undefined ? reason : `${reason} ${blob}` }));
  }
  const text = `Sổ nguyên vẹn: ${events} sự kiện, ${register.entries} việc, ${register.blobs} nội dung, mã cuối ${head.hash.slice(0, 16)}.`;
  const sound = faults.length === 0;
  const json = { ok: sound, events, head, broken, register };
  return { value: { json, text: sound ? text : '', failed: !sound }, diagnostics: faults };
}

const verify: CommandModule<object, CommonFlags> = {
  command: 'verify',
  describe: 'Kiểm tra xích mã băm của sổ: sự kiện, việc đã làm, nội dung kèm theo',
  handler: (flags) => run(flags, (context) => context.withLedger(async (ledger) => verified(await ledger.verify()))),
};

export const ledger: CommandModule = {
  command: 'ledger <việc>',
  describe: 'Sổ sự kiện: xuất, nhận, kiểm tra, sao lưu, khôi phục',
  builder: (y) =>
    y
      .command(exportLedger)
      .command(importLedger)
      .command(verify)
      .command(backup)
      .command(restore)
      .demandCommand(1, 'chưa nêu việc cần làm với sổ'),
  handler: () => undefined,
};
