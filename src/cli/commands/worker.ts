/** `worker`: takes rendering jobs from the queue of a PostgreSQL ledger until it is stopped. */

import type { CommandModule } from 'yargs';
import { diagnosticText } from '../../i18n/render-diagnostic';
import { error, failed, ok, warning } from '../../lib/diagnostic';
import { openFreshBench } from '../../shell/jobs/fresh-bench';
import { openThreads } from '../../shell/jobs/thread-pool';
import { untilStopped } from '../../shell/jobs/work-loop';
import { openWorkbench, type PerformFor } from '../../shell/jobs/workbench';
import { ledgerPlace } from '../../shell/ledger';
import { ledgerFault } from '../../shell/ledger-faults';
import { openQueueOn } from '../jobs';
import { run, type CommonFlags, type Run } from '../run';

interface WorkerFlags extends CommonFlags {
  readonly concurrency: string;
  readonly once?: boolean;
}

/** Says once of each loss of the server that it is waited for. */
function lossOf(context: Run, url: string): (reason: unknown) => boolean {
  let said = 0;
  return (reason) => {
    const fault = ledgerFault(reason, url);
    if (fault?.code !== 'BC2130') return false;
    if (said === 0) context.say(diagnosticText({ ...fault, level: 'warning' }));
    said += 1;
    context.say(`Chờ máy chủ trở lại (lần ${said}).`);
    return true;
  };
}

/** Says once of jobs that are alike that they are left to others. */
function sayingWhatIsLeft(context: Run, perform: PerformFor): PerformFor {
  const said = new Set<string>();
  return async (job, inputs) => {
    const made = await perform(job, inputs);
    const { plan, period } = job.facts;
    const key = JSON.stringify([plan, period, inputs]);
    if (!made && !said.has(key)) {
      said.add(key);
      context.say(diagnosticText(warning('BC4205', {}, { plan, period })));
    }
    return made;
  };
}

export const worker: CommandModule<object, WorkerFlags> = {
  command: 'worker',
  describe: 'Nhận việc lập văn bản từ hàng đợi PostgreSQL đến khi được dừng',
  builder: (y) =>
    y
      .option('concurrency', { type: 'string', default: '1', describe: 'Số việc làm cùng lúc' })
      .option('once', { type: 'boolean', describe: 'Dừng khi hàng đợi hết việc' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const concurrency = Number(flags.concurrency);
      if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64)
        return failed([error('BC2001', {}, { reason: '--concurrency: ghi số nguyên từ 1 đến 64' })]);
      const place = ledgerPlace(context.ws, flags.db);
      if (!place.value) return failed(place.diagnostics);
      if (place.value.kind !== 'postgres') return failed([error('BC4202', {})]);
      const { url } = place.value;
      return context.withLedger(async (ledger) => {
        const opened = await openQueueOn(url, flags.artifacts);
        if (!opened.value) return failed(opened.diagnostics);
        const queue = opened.value;
        const threads = openThreads({ root: context.ws.root, db: url }, concurrency);
        const perform =
          concurrency === 1 ? openFreshBench(() => openWorkbench(context.ws, ledger)) : threads.performFor;
        try {
          context.say('Đang chờ việc; dừng bằng Ctrl+C hoặc tín hiệu TERM.');
          const lost = lossOf(context, url);
          const saying = sayingWhatIsLeft(context, perform);
          const done = await untilStopped(queue, saying, concurrency, flags.once === true, lost);
          return ok({ json: { done }, text: `Đã làm ${done} việc.` });
        } finally {
          await threads.close();
          await queue.close();
        }
      });
    }),
};
