/** `deadline TEXT`: how a due text is read. */

import type { CommandModule } from 'yargs';
import { plainDate, parsePlainDate } from '../../calendar/plain-date';
import { readDue } from '../../plan/deadline/read';
import { dueText } from '../../app/plan';
import { error, failed, ok } from '../../lib/diagnostic';
import { cleanText } from '../../lib/text';
import { calendarIds, loadWorkingDays } from '../../shell/load';
import { run, type CommonFlags } from '../run';

export const deadline: CommandModule<
  object,
  CommonFlags & { text: string; year: number; signedOn?: string; calendar?: string }
> = {
  command: 'deadline <text>',
  describe: 'Đọc một thời hạn viết bằng lời',
  builder: (y) =>
    y
      .positional('text', { type: 'string', demandOption: true, describe: 'Thời hạn như trong kế hoạch' })
      .option('year', { type: 'number', demandOption: true, describe: 'Năm của kế hoạch' })
      .option('signed-on', { type: 'string', describe: 'Ngày ký quyết định ban hành, YYYY-MM-DD' })
      .option('calendar', { type: 'string', describe: 'Lịch ngày làm việc trong data/calendars' }),
  handler: (flags) =>
    run(flags, async ({ ws }) => {
      if (!Number.isInteger(flags.year) || flags.year < 1976 || flags.year > 9998)
        return failed([error('BC2001', {}, { reason: `năm không hợp lệ: ${flags.year}` })]);
      if (flags.signedOn !== undefined && !parsePlainDate(flags.signedOn))
        return failed([error('BC2004', {}, { flag: '--signed-on', value: flags.signedOn })]);
      const id = flags.calendar ?? calendarIds(ws)[0];
      const calendar = id === undefined ? undefined : loadWorkingDays(ws, id);
      if (calendar && !calendar.value) return failed(calendar.diagnostics);
      const due = readDue(cleanText(String(flags.text)), {
        year: flags.year,
        signedOn: flags.signedOn ? plainDate(flags.signedOn) : null,
        addWorkingDays: calendar?.value?.add,
      });
      return ok({ json: due, text: dueText(due) }, due.diagnostics);
    }),
};
