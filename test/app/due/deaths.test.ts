/**
 * An attempt that died with its process: taken up again at once with the same inputs; from the second death in a row on
 * it waits and comes last, so that what kills the process each time holds nothing else up.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dueActions } from '../../../src/app/due/actions';
import { begunEntry, doneEntry, failedEntry, readDueBook, type DueBook } from '../../../src/app/due/book';
import { enterDeaths } from '../../../src/app/due/deaths';
import { decideDue, nextAttempt } from '../../../src/app/due/decide';
import { parseInstant, type Instant } from '../../../src/calendar/instant';
import { plainDate } from '../../../src/calendar/plain-date';
import type { LedgerStore } from '../../../src/ledger/store/port';
import { scheduleSchema } from '../../../src/regulation/schedule';
import { openSqliteLedger } from '../../../src/shell/sqlite-ledger';
import { readJson, readRegime } from '../../support/data';

const PLAN = 'ke-hoach-mau';
const schedule = scheduleSchema.parse(readJson('data', 'schedules', 'chung.json'));
const reports = {
  ...schedule,
  actions: schedule.actions.filter(({ make }) => make === 'reports' || make === 'summary'),
};
const years = { from: plainDate('2026-01-01'), to: plainDate('2026-12-31') };
const actions = dueActions(years, readRegime('hanoi-cchc'), reports, 2026).value ?? [];
const [first, second] = actions as [(typeof actions)[0], (typeof actions)[0]];
const at = (text: string): Instant => parseInstant(text) as Instant;
const NIGHT = at('2026-03-15T00:00:00');
const INPUTS = { asOf: at('2026-03-14T23:59:00'), seq: 7 };

let folder: string;
let ledger: LedgerStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-'));
  ledger = openSqliteLedger(join(folder, 'so.sqlite'));
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const begun = (attempt: number): Promise<unknown> =>
  ledger.register.add(begunEntry(PLAN, first, attempt, INPUTS), NIGHT);
/** The next run: it enters who died, and decides. */
async function nextRun(
  now: Instant,
): Promise<{ readonly said: readonly string[]; readonly book: DueBook; readonly todo: readonly string[] }> {
  const before = await readDueBook(ledger.register, PLAN);
  const said = await enterDeaths(ledger.register, PLAN, actions, before, schedule.retry, now);
  const book = await readDueBook(ledger.register, PLAN);
  const todo = decideDue(actions, { ...book, startedAt: NIGHT }, schedule.retry, now).map(
    (d) => `${d.action.key} ${d.state}${d.state === 'due' ? ` ${d.attempt}` : ''}`,
  );
  return { said: [...said.values()].map((d) => `${d.code} ${String(d.params?.['attempt'])}`), book, todo };
}

it('a first death: said, entered, taken up again at once and in its place, with the same inputs', async () => {
  await begun(1);
  const run = await nextRun(NIGHT);
  expect(run.said).toEqual(['BC4203 1']);
  expect(run.todo).toEqual([`${first.key} due 2`, `${second.key} due 1`]);
  expect(run.book.inputsOf(first.key, 2)).toEqual(INPUTS);
  expect((await ledger.register.find('failed', `${PLAN}/${first.key}/1`))?.body).toMatchObject({
    died: 1,
    codes: ['BC4203'],
    nextAt: NIGHT,
  });
  expect((await nextRun(NIGHT)).said).toEqual([]);
});

it('a second one in a row waits, the others come; when its time has come it is the last', async () => {
  await begun(1);
  await nextRun(NIGHT);
  await begun(2);
  const run = await nextRun(NIGHT);
  expect(run.todo).toEqual([`${first.key} waiting`, `${second.key} due 1`]);
  const later = nextAttempt({ attempt: 2, at: NIGHT, died: 2 }, schedule.retry);
  expect(later > NIGHT).toBe(true);
  expect((await nextRun(later)).todo).toEqual([`${second.key} due 1`, `${first.key} due 3`]);
  expect((await readDueBook(ledger.register, PLAN)).inputsOf(first.key, 3)).toEqual(INPUTS);
});

it('an attempt that failed and said so begins anew, and is no death', async () => {
  await begun(1);
  const failure = { attempt: 1, at: NIGHT, died: 0 };
  await ledger.register.add(failedEntry(PLAN, first, failure, NIGHT, ['BC1005'], 'x'), NIGHT);
  const run = await nextRun(at('2026-03-16'));
  expect([run.said, run.book.inputsOf(first.key, 2)]).toEqual([[], undefined]);
});

it('a death after a failure counts from one', async () => {
  await ledger.register.add(failedEntry(PLAN, first, { attempt: 1, at: NIGHT, died: 0 }, NIGHT, [], 'x'), NIGHT);
  await begun(2);
  const run = await nextRun(at('2026-03-16'));
  expect([run.said, run.book.failures.get(first.key)]).toEqual([['BC4203 2'], { attempt: 2, at: NIGHT, died: 1 }]);
});

it('what was done is no death, and a plan with the same beginning is another plan', async () => {
  await begun(1);
  await ledger.register.add(doneEntry(PLAN, first, 1, INPUTS, []), NIGHT);
  await ledger.register.add(begunEntry(`${PLAN}-2`, second, 1, INPUTS), NIGHT);
  const run = await nextRun(NIGHT);
  expect([run.said, run.todo]).toEqual([[], [`${second.key} due 1`]]);
});
