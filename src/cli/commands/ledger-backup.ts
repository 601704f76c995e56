/** `ledger backup FILE`, `ledger restore FILE`. */

import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import type { Verification } from '../../ledger/store/port';
import { failed, ok, type Outcome } from '../../lib/diagnostic';
import { backupLedger, restoreLedger, type BackupRequest } from '../../shell/ledger-backup';
import { run, type Answer, type CommonFlags } from '../run';

type Flags = CommonFlags & { file: string; force?: boolean };

function command(
  name: string,
  describe: string,
  force: string,
  work: (request: BackupRequest) => Promise<Outcome<Verification>>,
  said: string,
): CommandModule<object, Flags> {
  return {
    command: `${name} <file>`,
    describe,
    builder: (y) =>
      y
        .positional('file', { type: 'string', demandOption: true, describe: 'Tệp sao lưu' })
        .option('force', { type: 'boolean', describe: force }),
    handler: (flags) =>
      run(flags, async ({ ws, now }): Promise<Outcome<Answer>> => {
        const file = resolve(process.cwd(), flags.file);
        const done = await work({ ws, db: flags.db, file, force: flags.force ?? false, now });
        if (!done.value) return failed(done.diagnostics);
        const { events, register, head } = done.value;
        const json = { file, events, entries: register.entries, blobs: register.blobs, head };
        const counts = `${events} sự kiện, ${register.entries} việc, mã cuối ${head.hash.slice(0, 16)}`;
        return ok({ json, text: `${said}: ${counts}; đã kiểm tra nguyên vẹn.` });
      }),
  };
}

export const backup = command(
  'backup',
  'Sao lưu sổ ngay khi đang dùng, thành một tệp SQLite đã kiểm tra',
  'Thay tệp sao lưu cũ cùng tên',
  backupLedger,
  'Đã sao lưu',
);

export const restore = command(
  'restore',
  'Khôi phục sổ từ tệp sao lưu, kiểm tra trước',
  'Thay sổ đang có; sổ cũ được giữ dưới tên khác bên cạnh',
  restoreLedger,
  'Đã khôi phục',
);
