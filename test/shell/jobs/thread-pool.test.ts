/** Threads that die: their job is told so, the next job is done by another thread. A ledger that opens late is opened. */

import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { RenderJob } from '../../../src/app/jobs';
import { openThreads, type ThreadPool } from '../../../src/shell/jobs/thread-pool';

const DYING = join(__dirname, 'dying-thread.cjs');

const jobOf = (plan: string): RenderJob => ({ facts: { plan } }) as RenderJob;

let pool: ThreadPool;
afterEach(() => pool.close());

/** What a thread answered: the plan of the job. */
const answer = async (plan: string): Promise<unknown> => (await pool.perform(jobOf(plan))).diagnostics[0]?.params;

describe('the next job is done', () => {
  beforeEach(() => {
    pool = openThreads({ root: '', db: '' }, 1, DYING);
  });

  it('after a thread has thrown', async () => {
    await expect(answer('ném lỗi')).rejects.toThrow('hỏng giữa chừng');
    expect(await answer('sau đó')).toEqual({ plan: 'sau đó' });
  });

  it('after a thread has ended', async () => {
    await expect(answer('kết thúc')).rejects.toThrow('ended with code 3');
    expect(await answer('sau đó')).toEqual({ plan: 'sau đó' });
  });

  it('after a thread has ended with nothing to do', async () => {
    expect(await answer('trả lời rồi kết thúc')).toEqual({ plan: 'trả lời rồi kết thúc' });
    await after(300);
    expect(await answer('sau đó')).toEqual({ plan: 'sau đó' });
  });

  it('when it waited for the thread that died', async () => {
    const dies = expect(answer('ném lỗi')).rejects.toThrow('hỏng giữa chừng');
    const [next, last] = await Promise.all([answer('một'), answer('hai')]);
    await dies;
    expect([next, last]).toEqual([{ plan: 'một' }, { plan: 'hai' }]);
  });
});

it('a thread opens the ledger again for its next job, when it could not for the one before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baocao-luong-'));
  try {
    const ledger = join(folder, 'so.sqlite');
    mkdirSync(ledger); // no ledger can be opened under the name of a folder
    pool = openThreads(
      { root: folder, db: `sqlite:${ledger}` },
      1,
      join(__dirname, '../../../dist/shell/jobs/thread.js'),
    );
    const job: RenderJob = {
      facts: { plan: 'khong-co', period: '2026-Q1', asOf: '2026-03-20T10:00:00.000Z' as never, seq: 0 },
      work: { kind: 'reports', units: [], formats: ['docx'] },
    };
    const codes = async (): Promise<readonly string[]> => (await pool.perform(job)).diagnostics.map(({ code }) => code);
    expect(await codes()).toEqual(['BC2007']);
    rmdirSync(ledger);
    expect(await codes()).toEqual(['BC1002']); // of the plan, which is looked for when the ledger is open
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
