/** A worker's loops: when one of them throws, the others end what they have in hand before the worker says so. */

import { setTimeout as after } from 'node:timers/promises';
import type { Turn } from '../../../src/shell/jobs/queue';
import { untilStopped } from '../../../src/shell/jobs/work-loop';

const noJob = async (): Promise<undefined> => undefined;

it('rejects only when no loop works any more', async () => {
  let [begun, ended] = [0, 0];
  const workOnce = async (): Promise<Turn> => {
    begun += 1;
    if (begun === 1) throw new Error('hỏng giữa chừng');
    await after(50);
    ended += 1;
    return 'done';
  };
  await expect(untilStopped({ workOnce }, noJob, 3, false, () => false)).rejects.toThrow('hỏng giữa chừng');
  const [atEnd, doneAtEnd] = [begun, ended];
  expect([atEnd, doneAtEnd]).toEqual([3, 2]);
  await after(150);
  expect([begun, ended]).toEqual([atEnd, doneAtEnd]);
});

it('counts what all of them did, until the queue is empty', async () => {
  const turns: Turn[] = ['done', 'done', 'done'];
  const workOnce = async (): Promise<Turn> => turns.pop() ?? 'none';
  expect(await untilStopped({ workOnce }, noJob, 2, true, () => false)).toBe(3);
});
