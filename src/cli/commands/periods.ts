/** `periods --regime ID --year Y`: cut-off windows and send dates. */

import type { CommandModule } from 'yargs';
import { periodsJson, periodsText } from '../../app/periods';
import { error, failed, ok } from '../../lib/diagnostic';
import { loadInstruments, loadRegime } from '../../shell/load';
import { periodsOf } from '../../regulation/periods';
import { run, type CommonFlags } from '../run';

export const periods: CommandModule<object, CommonFlags & { regime: string; year: number }> = {
  command: 'periods',
  describe: 'Kỳ báo cáo: khung chốt số liệu, hạn gửi',
  builder: (y) =>
    y
      .option('regime', { type: 'string', demandOption: true, describe: 'Mã chế độ báo cáo' })
      .option('year', { type: 'number', demandOption: true, describe: 'Năm báo cáo' }),
  handler: (flags) =>
    run(flags, async ({ ws }) => {
      if (!Number.isInteger(flags.year) || flags.year < 1976 || flags.year > 9998)
        return failed([error('BC2001', {}, { reason: `năm không hợp lệ: ${flags.year}` })]);
      const regime = loadRegime(ws, flags.regime);
      const instruments = loadInstruments(ws);
      if (!regime.value || !instruments.value) return failed([...regime.diagnostics, ...instruments.diagnostics]);
      const all = periodsOf(regime.value, flags.year);
      if (!all.value) return failed(all.diagnostics);
      return ok(
        { json: periodsJson(all.value, instruments.value), text: periodsText(all.value, instruments.value) },
        all.diagnostics,
      );
    }),
};
