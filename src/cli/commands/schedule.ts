/** `schedule --format crontab|systemd`: what to install so that `run-due` is called by itself on this machine. */

import { join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { crontabText, systemdFiles, type Timer, type TimerFile } from '../../app/due/timer';
import { error, failed, ok, type Outcome } from '../../lib/diagnostic';
import { reasonOf } from '../../lib/reason';
import { writeAll } from '../../shell/files';
import { ledgerPlace } from '../../shell/ledger';
import { thisMachine } from '../../shell/machine';
import { run, type Answer, type CommonFlags, type Run } from '../run';
import { openTimetable } from '../run-due';

interface ScheduleFlags extends CommonFlags {
  readonly format: 'crontab' | 'systemd';
  readonly out?: string;
}

const PASSWORD = /^[a-z]+:\/\/[^/@]*:[^/@]+@/i;

/** The store to name: a server, or a file that was named, by its whole path; null for the workspace's own. */
function storeOf({ ws, flags }: Run): Outcome<string | null> {
  const place = ledgerPlace(ws, flags.db);
  if (!place.value) return failed(place.diagnostics);
  const { kind, url } = place.value;
  if (PASSWORD.test(url)) return failed([error('BC4106', {})]);
  if (kind === 'postgres') return ok(url);
  return ok(flags.db === undefined ? null : `sqlite:${place.value.path}`);
}

function filesOf(timer: Timer, format: ScheduleFlags['format']): readonly TimerFile[] {
  return format === 'crontab' ? [{ name: 'baocao.crontab', text: crontabText(timer) }] : systemdFiles(timer);
}

/** Several files after one another, each under its name as a comment. */
function shown(files: readonly TimerFile[]): string {
  const [only] = files;
  const texts = files.map(({ name, text }) => `# /etc/systemd/system/${name}\n${text}`);
  return (files.length === 1 && only ? only.text : texts.join('\n')).trimEnd();
}

function answer(context: Run, flags: ScheduleFlags): Outcome<Answer> {
  const table = openTimetable(context);
  if (!table.value) return failed(table.diagnostics);
  const store = storeOf(context);
  if (store.value === undefined) return failed(store.diagnostics);
  const { data, schedule } = table.value;
  const timer = {
    machine: thisMachine(context.ws),
    everyMinutes: schedule.everyMinutes,
    plan: data.plan.id,
    db: store.value,
  };
  const files = filesOf(timer, flags.format);
  const json = { format: flags.format, everyMinutes: schedule.everyMinutes, files };
  if (flags.out === undefined) return ok({ json, text: shown(files) }, table.diagnostics);
  const folder = resolve(flags.out);
  const placed = files.map(({ name, text }) => ({ path: join(folder, name), bytes: new TextEncoder().encode(text) }));
  try {
    writeAll(placed);
  } catch (reason) {
    return failed([error('BC1005', { file: folder }, { reason: reasonOf(reason) })]);
  }
  return ok({ json, text: placed.map((f) => f.path).join('\n') }, table.diagnostics);
}

export const schedule: CommandModule<object, ScheduleFlags> = {
  command: 'schedule',
  describe: 'In những gì cần cài để máy tự chạy (cron hoặc systemd)',
  builder: (y) =>
    y
      .option('format', {
        type: 'string',
        choices: ['crontab', 'systemd'] as const,
        demandOption: true,
        describe: 'Dạng: crontab hoặc systemd',
      })
      .option('out', { type: 'string', describe: 'Thư mục ghi tệp thay vì in ra' }),
  handler: (flags) => run(flags, async (context) => answer(context, flags)),
};
