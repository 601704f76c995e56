/** Where jobs are done: the facts are read once for jobs on the same facts, and again after a reading that failed. */

import type { RenderJob } from '../../../src/app/jobs';
import type { LedgerStore } from '../../../src/ledger/store/port';
import { openWorkbench } from '../../../src/shell/jobs/workbench';
import { openWorkspace, INSTALLED } from '../../../src/shell/workspace';

const job = (plan: string): RenderJob => ({
  facts: { plan, period: '2026-Q1', asOf: '2026-03-20T10:00:00.000+07:00' as never, seq: 0 },
  work: { kind: 'reports', units: [], formats: ['docx'] },
});

it('a ledger that was out of reach is asked again for the next job', async () => {
  let asked = 0;
  const ledger: Pick<LedgerStore, 'read' | 'extent'> = {
    extent: async () => {
      asked += 1;
      if (asked === 1) throw new Error('máy chủ đã ngắt kết nối');
      return { events: 0 } as Awaited<ReturnType<LedgerStore['extent']>>;
    },
    read: async () => [],
  };
  const bench = openWorkbench(openWorkspace(INSTALLED, INSTALLED), ledger);
  await expect(bench.perform(job('hanoi-cchc-2026'))).rejects.toThrow('máy chủ đã ngắt kết nối');
  expect(await bench.perform(job('hanoi-cchc-2026'))).toMatchObject({ value: [] });
  const once = asked;
  await bench.perform(job('hanoi-cchc-2026'));
  expect(asked).toBe(once);
});
