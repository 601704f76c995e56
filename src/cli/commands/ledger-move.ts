/** `ledger export | import`: a ledger as lines of JSON, out of one store and into another, nothing gathered. */

import type { CommandModule } from 'yargs';
import { parseInstant } from '../../calendar/instant';
import { takePages } from '../../ledger/store/transfer';
import { transferLines } from '../../ledger/store/transfer-lines';
import { error, failed, ok } from '../../lib/diagnostic';
import { printAll } from '../../shell/lines';
import { transferPages } from '../../shell/transfer-pages';
import { isThere } from '../../shell/workspace';
import { run, type CommonFlags } from '../run';

async function* asLines(values: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}

async function* asArray(values: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[';
  for await (const value of values) {
    yield before + JSON.stringify(value);
    before = ',';
  }
  yield `${before === '[' ? '[' : ''}]\n`;
}

export const exportLedger: CommandModule<object, CommonFlags & { since?: string }> = {
  command: 'export',
  describe: 'In mọi sự kiện, việc đã làm và nội dung kèm theo, mỗi dòng một JSON',
  builder: (y) => y.option('since', { type: 'string', describe: 'Chỉ những gì ghi từ thời điểm này' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const since = flags.since === undefined ? undefined : parseInstant(flags.since);
      if (flags.since !== undefined && !since)
        return failed([error('BC2004', {}, { flag: '--since', value: flags.since })]);
      return context.withLedger(async (ledger) => {
        const lines = transferLines(ledger, {
          ...(since ? { sinceRecordedAt: since } : {}),
          ...(flags.asOf ? { asOf: context.asOf } : {}),
        });
        await printAll(flags.json ? asArray(lines) : asLines(lines));
        return ok({ json: null, text: '', printed: true });
      });
    }),
};

export const importLedger: CommandModule<object, CommonFlags & { file: string }> = {
  command: 'import <file>',
  describe: 'Nhận các dòng của "ledger export", giữ nguyên vị trí và mã băm; tất cả hoặc không gì',
  builder: (y) =>
    y
      .positional('file', { type: 'string', demandOption: true, describe: 'Tệp JSONL; "-" là đầu vào chuẩn' })
      .nargs('file', 1), // without it a lone "-" is taken for an option without a value
  handler: (flags) =>
    run(flags, async (context) => {
      const { file } = flags;
      if (file !== '-' && !isThere(file)) return failed([error('BC1004', { file }, { reason: 'không có tệp này' })]);
      return context.withLedger(async (ledger) => {
        const taken = await ledger.intake((intake) => takePages(transferPages(file), intake, context.now));
        if (!taken.value) return failed(taken.diagnostics);
        const { imported, known, head } = taken.value;
        const text =
          `Đã nhận ${imported.events} sự kiện, ${imported.entries} việc, ${imported.blobs} nội dung; đã có sẵn ` +
          `${known.events} sự kiện, ${known.entries} việc. Mã cuối ${head.hash.slice(0, 16)}.`;
        return ok({ json: taken.value, text });
      });
    }),
};
