/** A bench that keeps up with files edited while its process runs, and does no job by other files than it was asked with. */

import type { RenderJob } from '../../../src/app/jobs';
import { ok } from '../../../src/lib/diagnostic';
import { openFreshBench } from '../../../src/shell/jobs/fresh-bench';
import type { Workbench } from '../../../src/shell/jobs/workbench';

const job = { facts: { plan: 'mau' } } as RenderJob;

/** Files on the disk, benches that keep what they read first, and what each job was made by. */
function office(): { files: string; opened: number; made: string[]; open: () => Workbench } {
  const here = {
    files: 'cũ',
    opened: 0,
    made: [] as string[],
    open: (): Workbench => {
      let read: string | undefined;
      here.opened += 1;
      const inputs = (): string => (read ??= here.files);
      const perform: Workbench['perform'] = async () => {
        here.made.push(inputs());
        return ok([]);
      };
      return { inputs: () => ok(inputs()), perform };
    },
  };
  return here;
}

it('reads nothing again while jobs ask for what it has', async () => {
  const here = office();
  const perform = openFreshBench(here.open);
  for (let n = 0; n < 3; n += 1) expect(await perform(job, 'cũ')).toEqual(ok([]));
  expect([here.made, here.opened]).toEqual([['cũ', 'cũ', 'cũ'], 1]);
});

it('reads the files again for a job that was asked with new ones', async () => {
  const here = office();
  const perform = openFreshBench(here.open);
  await perform(job, 'cũ');
  here.files = 'mới';
  expect(await perform(job, 'mới')).toEqual(ok([]));
  expect(await perform(job, 'mới')).toEqual(ok([]));
  expect([here.made, here.opened]).toEqual([['cũ', 'mới', 'mới'], 2]);
});

it('leaves a job for files that are not here, and goes on with those it has', async () => {
  const here = office();
  const perform = openFreshBench(here.open);
  await perform(job, 'cũ');
  here.files = 'đang sửa dở';
  expect(await perform(job, 'mới')).toBeUndefined();
  expect(await perform(job, 'cũ')).toEqual(ok([]));
  expect(here.made).toEqual(['cũ', 'cũ']);
});
