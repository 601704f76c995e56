/** `run-due`: makes everything that has come due and is not made yet. Safe to call at any time, by anybody. */

import type { CommandModule } from 'yargs';
import { failed, ok } from '../../lib/diagnostic';
import { run, type CommonFlags } from '../run';
import { foresee, openTimetable, runDue } from '../run-due';

interface RunDueFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

export const runDueCommand: CommandModule<object, RunDueFlags> = {
  command: 'run-due',
  describe: 'Làm mọi việc đã đến hạn mà chưa làm (cron, systemd gọi lệnh này)',
  builder: (y) => y.option('dry-run', { type: 'boolean', describe: 'Chỉ in việc sẽ làm, không làm' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const table = openTimetable(context);
      const { value } = table;
      if (!value) return failed(table.diagnostics);
      // With --json the one document goes to stdout, so the lines of the log go to stderr.
      const stream = flags.json ? process.stderr : process.stdout;
      const answer = await context.withLedger((ledger) =>
        flags.dryRun
          ? foresee(context, value, ledger)
          : runDue(context, value, ledger, (line) => stream.write(`${line}\n`)),
      );
      const notes = [...table.diagnostics, ...answer.diagnostics];
      return answer.value ? ok(answer.value, notes) : failed(notes);
    }),
};
