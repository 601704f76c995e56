/**
 * `run-due` as cron calls it, in processes of its own: what is due is made once and entered in the register; twice,
 * side by side, killed anywhere, with a failing action, with nobody listening, the files come out the same.
 */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterEntry, RegisterKind } from '../../src/ledger/store/register';
import { sha256 } from '../../src/lib/canonical-json';
import type { Schedule } from '../../src/regulation/schedule';
import { openSqliteLedger } from '../../src/shell/sqlite-ledger';
import { PROGRAM, Sandbox, type Ran } from '../support/cli';
import { readJson } from '../support/data';

/** A plan of seven units; its regime has one send date, the 20th. */
const PLAN = 'cchc-2026-2030';
const NIGHT = '2026-03-15T00:00:01+07:00';
const DYING = join(__dirname, '../support/dying.cjs');
const CUT_OFF = ['2026-Q1/reports/cut-off', '2026-Q1/summary/cut-off'];
const FINAL = ['2026-Q1/reports/final', '2026-Q1/summary/final'];

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

/** The general schedule with only the actions that make reports, for speed, or with those named. */
function schedule(keep: (key: string) => boolean = (key) => /^(reports|summary)/.test(key)): void {
  const file = readJson('data', 'schedules', 'chung.json') as Schedule;
  mkdirSync(box.path('data', 'schedules'), { recursive: true });
  const actions = file.actions.filter((a) => keep(a.key));
  writeFileSync(box.path('data', 'schedules', 'chung.json'), JSON.stringify({ ...file, actions }));
}

const runDue = (...args: readonly string[]): Ran => box.run('run-due', '--plan', PLAN, ...args);
const log = ({ stdout }: Ran): readonly Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const lastLine = ({ stderr }: Ran): string => stderr.trimEnd().split('\n').at(-1) ?? '';

async function register(kind: RegisterKind): Promise<readonly RegisterEntry[]> {
  const ledger = openSqliteLedger(box.path('data', 'ledger.sqlite'));
  try {
    return await ledger.register.list(kind);
  } finally {
    await ledger.close();
  }
}

/** Every file below output, hidden ones too, with its hash. */
function tree(of: Sandbox = box): Readonly<Record<string, string>> {
  const root = of.path('output');
  if (!existsSync(root)) return {};
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const paths = entries.map((e) => join(e.parentPath, e.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), sha256(readFileSync(path))]));
}

/** A fact told at that instant, through the command line. */
function told(task: string, on: string, at: string): void {
  const line = {
    unit: 'so-noi-vu',
    plan: PLAN,
    task,
    event: 'completed',
    on,
    evidence: ['Văn bản mẫu'],
    recordedAt: at,
  };
  const ran = box.runWith({ input: `${JSON.stringify(line)}\n` }, 'record', '--from', '-', '--now', '2026-12-31');
  expect([ran.code, ran.stderr]).toEqual([0, '']);
}

const firstTask = (): string => {
  const { tasks } = box.json<{ tasks: { id: string; assignments: { lead: string[] }[] }[] }>('plan', 'show', PLAN);
  return tasks.find((t) => t.assignments.some((a) => a.lead.includes('so-noi-vu')))?.id ?? '';
};

it('a dry run says what is due and touches nothing', () => {
  const ran = runDue('--dry-run', '--now', NIGHT);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain('có 5 việc phải làm');
  for (const key of ['2026-Q1/forms', ...CUT_OFF]) expect(ran.stdout).toContain(`  ${key}: `);
  expect(ran.stdout).toContain('Việc kế tiếp: 2026-Q1/reports/final, đến hạn 00:00 ngày 20/03/2026.');
  expect(existsSync(box.path('output'))).toBe(false);
  const json = box.json<{ dryRun: boolean; actions: { status: string }[] }>(
    'run-due',
    '--plan',
    PLAN,
    '--dry-run',
    '--now',
    NIGHT,
  );
  expect([json.dryRun, json.actions.map((a) => a.status)]).toEqual([true, Array(5).fill('due')]);
});

it('does what is due, one JSON line an action, and enters it with the hashes of its files; again, it does nothing', async () => {
  const ran = runDue('--now', NIGHT);
  expect(ran.code).toBe(0);
  const lines = log(ran);
  const keys = ['2026-Q1/forms', '2026-H1/forms', '2026-Y/forms', ...CUT_OFF];
  expect(lines.map((l) => [l['key'], l['status'], l['period']])).toEqual(
    keys.map((k) => [k, 'done', k.slice(0, k.indexOf('/'))]),
  );
  expect(lastLine(ran)).toBe(
    'run-due: đã làm 5 việc; việc kế tiếp 2026-Q1/reports/final, đến hạn 00:00 ngày 20/03/2026.',
  );
  const done = await register('done');
  expect(done.map((e) => e.key)).toEqual(keys.map((k) => `${PLAN}/${k}`));
  const entered = done.flatMap((e) => (e.body as unknown as { files: { path: string; sha256: string }[] }).files);
  expect(Object.fromEntries(entered.map((f) => [f.path.replace(/^output\//, ''), f.sha256]))).toEqual(tree());
  expect(Object.keys(tree())).toEqual(
    expect.arrayContaining(['2026-Q1/tong-hop-thanh-pho.xlsx', '2026-Q1/don-vi/bao-cao-so-noi-vu.docx']),
  );
  const again = runDue('--now', NIGHT);
  expect([again.code, again.stdout]).toEqual([0, '']);
  expect(lastLine(again)).toContain('không có việc đến hạn');
  expect((await register('done')).length).toBe(5);
});

it('with --json: one document on stdout, the log on stderr', () => {
  schedule();
  const ran = runDue('--now', NIGHT, '--json');
  const document = JSON.parse(ran.stdout) as { actions: { key: string; files: { sha256: string }[] }[]; busy: boolean };
  expect(document.actions.map((a) => a.key)).toEqual(CUT_OFF);
  expect(document.actions.every((a) => a.files.length > 0 && a.files.every((f) => f.sha256.length === 64))).toBe(true);
  expect(
    log({
      ...ran,
      stdout: ran.stderr
        .split('\n')
        .filter((l) => l.startsWith('{'))
        .join('\n'),
    }).length,
  ).toBe(2);
});

it('a report of the night is the same however late it is made: what was told later is not in it, and it is said', () => {
  schedule();
  const task = firstTask();
  told(task, '2026-02-10', '2026-03-14T23:59:00+07:00');
  runDue('--now', NIGHT);
  const undisturbed = tree();
  rmSync(box.path('output'), { recursive: true });
  rmSync(box.path('data', 'ledger.sqlite'));
  told(task, '2026-02-10', '2026-03-14T23:59:00+07:00');
  const second = box
    .json<{ tasks: { id: string; assignments: { lead: string[] }[] }[] }>('plan', 'show', PLAN)
    .tasks.filter((t) => t.id !== task && t.assignments.some((a) => a.lead.includes('so-noi-vu')))[0]?.id;
  told(second ?? '', '2026-03-10', '2026-03-17T08:00:00+07:00');
  const late = runDue('--now', '2026-04-05T08:00:00+07:00');
  expect(log(late).map((l) => [l['key'], l['lateFacts']])).toEqual([
    ...CUT_OFF.map((k) => [k, 1]),
    ...FINAL.map((k) => [k, 0]),
  ]);
  expect(late.stderr).toContain('cảnh báo[BC4105]');
  const now = tree();
  for (const [path, hash] of Object.entries(undisturbed)) expect([path, now[path]]).toEqual([path, hash]);
  const [cutOff, final] = ['2026-Q1/don-vi/bao-cao-so-noi-vu.docx', '2026-Q1/ban-gui/don-vi/bao-cao-so-noi-vu.docx'];
  expect(now[final]).toHaveLength(64);
  expect(now[final]).not.toBe(now[cutOff]);
});

it('two at the same instant: each thing is made once, and the one that came second says so', async () => {
  schedule();
  const start = (): { readonly done: Promise<unknown[]>; readonly said: string[] } => {
    const child = spawn(process.execPath, [
      PROGRAM,
      '--workspace',
      box.folder,
      'run-due',
      '--plan',
      PLAN,
      '--now',
      NIGHT,
    ]);
    const said: string[] = [];
    child.stdout.on('data', (data: Buffer) => said.push(data.toString()));
    child.stderr.on('data', (data: Buffer) => said.push(data.toString()));
    return { done: once(child, 'exit'), said };
  };
  const both = [start(), start(), start()];
  const codes = await Promise.all(both.map(async ({ done }) => (await done)[0]));
  expect(codes).toEqual([0, 0, 0]);
  expect((await register('done')).map((e) => e.key)).toEqual(CUT_OFF.map((k) => `${PLAN}/${k}`));
  const said = both.map((b) => b.said.join(''));
  const made = said.join('\n').match(/"status":"done"/g);
  expect(made).toHaveLength(2);
  const idle = said.filter((text) => !text.includes('"status":"done"'));
  for (const text of idle) expect(text).toMatch(/BC4104|không có việc đến hạn/);
});

it('says that another one is working while the lock is held, and exits 0', async () => {
  schedule();
  const code = `const D = require('libsql'); const db = new D(process.argv[1]); db.exec('BEGIN EXCLUSIVE'); console.log('giữ'); setInterval(() => {}, 1000);`;
  runDue('--dry-run', '--now', NIGHT); // makes the ledger
  const holder = spawn(process.execPath, ['-e', code, box.path('data', 'ledger.sqlite-khoa-run-due')], {
    stdio: 'pipe',
  });
  await once(holder.stdout, 'data');
  const ran = runDue('--now', NIGHT);
  expect([ran.code, ran.stdout]).toEqual([0, '']);
  expect(ran.stderr).toContain('lưu ý[BC4104]: một tiến trình khác của sổ này đang làm');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(log(runDue('--now', NIGHT)).length).toBe(2);
});

it('killed at any point and run again: the same files as of a run that nobody disturbed, and nothing beside them', async () => {
  const undisturbed = new Sandbox();
  try {
    const whole = box;
    box = undisturbed;
    schedule();
    runDue('--now', '2026-03-20T00:00:01+07:00');
    box = whole;
    schedule();
    let killed = 0;
    for (let wait = 300; wait <= 3000; wait += 300) {
      const args = [
        PROGRAM,
        '--workspace',
        box.folder,
        'run-due',
        '--plan',
        PLAN,
        '--now',
        '2026-03-20T00:00:01+07:00',
      ];
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      const gone = once(child, 'exit');
      const timer = setTimeout(() => child.kill('SIGKILL'), wait);
      if ((await gone)[1] === 'SIGKILL') killed += 1;
      clearTimeout(timer);
    }
    expect(killed).toBeGreaterThan(0);
    // What was killed more than once waits a while and comes after the others.
    expect(runDue('--now', '2026-03-21T00:00:01+07:00').code).toBe(0);
    expect(tree()).toEqual(tree(undisturbed));
    const keys = (await register('done')).map((e) => e.key);
    expect(keys.sort()).toEqual([...CUT_OFF, ...FINAL].map((k) => `${PLAN}/${k}`).sort());
    expect(box.run('ledger', 'verify').code).toBe(0);
  } finally {
    undisturbed.remove();
  }
});

it('an action that kills its process each time holds nothing up: the others come, it waits and is told', async () => {
  schedule();
  const dying = { NODE_OPTIONS: `--require ${DYING}`, DYING_ON: '/2026-Q1/don-vi/' };
  const run = (now: string): Ran => box.runWith({ env: dying }, 'run-due', '--plan', PLAN, '--now', now);
  const states = (ran: Ran): unknown => log(ran).map((l) => [l['key'], l['status'], l['diagnostics']]);
  expect([run(NIGHT).code, run('2026-03-15T00:15:01+07:00').code]).toEqual([null, null]);
  const third = run('2026-03-15T00:30:01+07:00');
  expect([third.code, states(third)]).toEqual([
    1,
    [
      [CUT_OFF[0], 'waiting', ['BC4203', 'BC4103']],
      [CUT_OFF[1], 'done', []],
    ],
  ]);
  expect(third.stderr).toContain('cảnh báo[BC4203]: 2026-Q1/reports/cut-off: lần thứ 2 bị ngắt giữa chừng');
  // Its time comes together with the final ones: these are made first, then it kills the process again.
  expect(run('2026-03-20T00:00:01+07:00').code).toBeNull();
  expect((await register('done')).map((e) => e.key)).toEqual([CUT_OFF[1], ...FINAL].map((k) => `${PLAN}/${k}`));
  const mended = runDue('--now', '2026-03-21T00:00:01+07:00');
  expect([mended.code, states(mended)]).toEqual([0, [[CUT_OFF[0], 'done', ['BC4203']]]]);
  const begun = (await register('begun')).filter((e) => e.key.startsWith(`${PLAN}/${CUT_OFF[0]}/`));
  expect(begun.map((e) => e.key.slice(-1))).toEqual(['1', '2', '3', '4']);
  expect(new Set(begun.map((e) => JSON.stringify(e.body))).size).toBe(1);
});

it('what fails is entered, the rest is done; it waits for its time and then comes, counted', async () => {
  schedule();
  mkdirSync(box.path('output', '2026-Q1'), { recursive: true });
  writeFileSync(box.path('output', '2026-Q1', 'don-vi'), 'tệp đứng chỗ của thư mục');
  const ran = runDue('--now', NIGHT);
  expect(ran.code).toBe(1);
  expect(log(ran).map((l) => [l['key'], l['status']])).toEqual([
    [CUT_OFF[0], 'failed'],
    [CUT_OFF[1], 'done'],
  ]);
  expect(ran.stderr).toContain('lỗi[BC4101]: 2026-Q1/reports/cut-off: lần thứ 1 không làm được');
  expect(lastLine(ran)).toMatch(/^run-due: KHÔNG LÀM ĐƯỢC 1 việc \(2026-Q1\/reports\/cut-off\); đã làm 1 việc/);
  expect(lastLine(runDue('--quiet', '--now', '2026-03-15T00:05:00+07:00'))).toContain(
    '1 việc chờ làm lại (2026-Q1/reports/cut-off)',
  );
  const second = runDue('--now', '2026-03-15T00:16:00+07:00');
  expect([second.code, log(second).map((l) => [l['status'], l['attempt']])]).toEqual([1, [['failed', 2]]]);
  const [one, two] = (await register('failed')).map(
    (e) => e.body as { attempt: number; nextAt: string; codes: string[] },
  );
  expect([one?.attempt, one?.codes, two?.attempt]).toEqual([1, ['BC1005'], 2]);
  expect(two?.nextAt).toBe('2026-03-14T17:46:00.000Z');
  rmSync(box.path('output', '2026-Q1', 'don-vi'));
  const third = runDue('--now', '2026-03-15T00:46:00+07:00');
  expect([third.code, log(third).map((l) => [l['status'], l['attempt']])]).toEqual([0, [['done', 3]]]);
});

it('goes on to the end when whoever read its log is gone', async () => {
  schedule();
  const words = [process.execPath, PROGRAM, '--workspace', box.folder, 'run-due', '--plan', PLAN, '--now', NIGHT];
  spawnSync('sh', ['-c', `${words.map((w) => `'${w}'`).join(' ')} 2>&1 | true`]);
  expect((await register('done')).map((e) => e.key)).toEqual(CUT_OFF.map((k) => `${PLAN}/${k}`));
});

it('one second before midnight of the cut-off nothing, at midnight everything, and nothing twice when the clock goes back', async () => {
  schedule();
  const at = (now: string): unknown => {
    const ran = runDue('--now', now);
    return [ran.code, log(ran).map((l) => `${String(l['key'])} ${String(l['status'])}`)];
  };
  expect(at('2026-03-14T23:59:59+07:00')).toEqual([0, []]);
  expect(existsSync(box.path('output'))).toBe(false);
  expect(at('2026-03-15T00:00:00+07:00')).toEqual([0, CUT_OFF.map((key) => `${key} done`)]);
  const made = tree();
  for (const now of ['2026-03-14T23:00:00+07:00', '2026-03-14T23:59:59+07:00', '2026-03-15T00:00:00+07:00'])
    expect(at(now)).toEqual([0, []]);
  expect(tree()).toEqual(made);
  expect((await register('done')).map((e) => e.key)).toEqual(CUT_OFF.map((k) => `${PLAN}/${k}`));
});

it('29/02/2028 is a day of quý I: what was done on it stands in the report of the night, which comes on 15/3', async () => {
  schedule();
  const task = firstTask();
  const line = { unit: 'so-noi-vu', plan: PLAN, task, event: 'completed', on: '2028-02-29', evidence: ['Văn bản mẫu'] };
  const text = JSON.stringify({ ...line, recordedAt: '2028-02-29T23:59:59+07:00' });
  expect(box.runWith({ input: text }, 'record', '--from', '-', '--now', '2028-03-01').code).toBe(0);
  expect(log(runDue('--now', '2028-02-29T23:59:59+07:00'))).toEqual([]);
  expect(log(runDue('--now', '2028-03-14T23:59:59+07:00'))).toEqual([]);
  const night = log(runDue('--now', '2028-03-15T00:00:00+07:00'));
  expect(night.map((l) => [l['key'], l['status'], l['dueAt'], l['lateFacts']])).toEqual(
    ['reports', 'summary'].map((what) => [`2028-Q1/${what}/cut-off`, 'done', '2028-03-14T17:00:00.000Z', 0]),
  );
  const asked = ['--plan', PLAN, '--period', '2028-Q1', '--unit', 'so-noi-vu', '--now', '2028-03-15'];
  const { window, rows } = box.json<{
    window: { from: string; to: string };
    rows: { task: string; completedOn: string | null }[];
  }>('evaluate', ...asked);
  expect(window).toEqual({ from: '2027-12-15', to: '2028-03-14' });
  expect(rows.filter((r) => r.task === task).map((r) => r.completedOn)).toContain('2028-02-29');
});

it('reminders go to those who owe through that channel, each in a folder of its own', () => {
  schedule((key) => key.startsWith('reminder'));
  const ran = box.run('run-due', '--plan', 'hanoi-cchc-2026', '--now', '2026-03-16T08:00:00+07:00');
  expect(log(ran).map((l) => [l['key'], l['status']])).toEqual([
    ['2026-Q1/reminder/he-thong-bo-noi-vu/before-2', 'skipped'],
    ['2026-Q1/reminder/he-thong-thanh-pho/before-2', 'done'],
    ['2026-Q1/reminder/he-thong-bo-noi-vu/after-1', 'done'],
  ]);
  expect(Object.keys(tree())).toEqual([
    '2026-Q1/don-doc/he-thong-bo-noi-vu-sau-1-ngay/cong-van-don-doc.docx',
    '2026-Q1/don-doc/he-thong-thanh-pho-truoc-2-ngay/cong-van-don-doc.docx',
  ]);
});
