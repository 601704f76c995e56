/**
 * `doctor` on machines that lack something: what is missing is named with what it costs; exit 1 only where the work
 * cannot be done; looking changes nothing.
 */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import type { Check } from '../../src/app/doctor';
import { Sandbox, type Ran } from '../support/cli';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

const NOW = ['--now', '2026-03-10T08:00:00+07:00'];
const checksIn = ({ stdout }: Ran): ReadonlyMap<string, Check> =>
  new Map((JSON.parse(stdout) as { checks: Check[] }).checks.map((c) => [c.id, c]));
const missing = (ran: Ran): readonly string[] =>
  [...checksIn(ran).values()].filter((c) => c.state === 'missing').map((c) => c.id);

it('a fresh workspace is fit, and looking at it makes nothing', () => {
  const ran = box.run('doctor', ...NOW, '--json');
  expect([ran.code, missing(ran)]).toEqual([0, []]);
  const checks = checksIn(ran);
  expect(checks.get('ledger')?.found).toContain('chưa có');
  expect(checks.get('calendar-2026')?.state).toBe('ok');
  expect(checks.get('schedule')?.found).toBe('việc kế tiếp 2026-Q1/reminder/he-thong-bo-noi-vu/before-2, 13/03/2026');
  expect(readdirSync(box.folder)).toEqual([]);
});

it('every warning says what it costs, in the text too, and the last line sums up', () => {
  const ran = box.runWith({ env: { PATH: '/nonexistent' } }, 'doctor', '--now', '2026-12-20T08:00:00+07:00');
  expect(ran.code).toBe(0);
  const lines = ran.stdout.trimEnd().split('\n');
  for (const [index, line] of lines.entries())
    if (line.startsWith('[lưu ý]')) expect(lines[index + 1]).toMatch(/^ +→ \S/);
  for (const text of ['LibreOffice: không có', 'không lập được PDF', 'năm 2027: chưa có', 'chưa thấy trong crontab'])
    expect(ran.stdout).toContain(text);
  expect(lines.at(-1)).toMatch(/^Máy dùng được; \d+ điều cần lưu ý\.$/);
});

it('a ledger that was changed makes the machine unfit and says where', () => {
  box.run('demo', '--period', '2026-Q1', ...NOW);
  const file = box.path('data', 'ledger.sqlite');
  const raw = new Database(file);
  raw.exec('DROP TRIGGER event_no_update');
  raw.exec("UPDATE event SET body = body || ' ' WHERE seq = 5");
  raw.close();
  const ran = box.run('doctor', '--now', '2026-04-10', '--json');
  expect([ran.code, missing(ran)]).toEqual([1, ['ledger']]);
  expect(checksIn(ran).get('ledger')?.found).toContain('hỏng từ vị trí 5');
});

it('a file where the output folder should be, a file that is no ledger: unfit', () => {
  writeFileSync(box.path('output'), 'không phải thư mục');
  mkdirSync(box.path('data'));
  writeFileSync(box.path('data', 'ledger.sqlite'), 'không phải sổ');
  const ran = box.run('doctor', ...NOW, '--json');
  expect([ran.code, missing(ran)]).toEqual([1, ['output', 'ledger']]);
});

it('a plan or a schedule that does not load: unfit, with the reason', () => {
  mkdirSync(box.path('data', 'schedules'), { recursive: true });
  writeFileSync(box.path('data', 'schedules', 'chung.json'), '{');
  const ran = box.run('doctor', ...NOW, '--json');
  expect([ran.code, missing(ran)]).toEqual([1, ['schedule']]);
  const none = box.run('doctor', '--plan', 'khong-co', ...NOW, '--json');
  expect([none.code, missing(none)]).toEqual([1, ['plan', 'schedule']]);
  expect(existsSync(box.path('data', 'ledger.sqlite'))).toBe(false);
});

it('a clock behind the ledger is found out', () => {
  const line =
    '{"unit":"so-noi-vu","plan":"hanoi-cchc-2026","period":"2026-Q1","section":"III.3","text":"Nội dung mẫu"}';
  box.runWith({ input: line }, 'record', '--from', '-', '--now', '2026-03-10T09:00:00+07:00');
  const ran = box.run('doctor', ...NOW, '--json');
  expect([ran.code, missing(ran)]).toEqual([1, ['clock']]);
});

it('an action that failed stays in sight', () => {
  mkdirSync(box.path('output', '2026-Q1'), { recursive: true });
  writeFileSync(box.path('output', '2026-Q1', 'phieu'), 'tệp đứng chỗ của thư mục');
  mkdirSync(box.path('output', '2026-H1'));
  writeFileSync(box.path('output', '2026-H1', 'phieu'), 'như trên');
  const plan = ['--plan', 'cchc-2026-2030'];
  expect(box.run('run-due', ...plan, ...NOW).code).toBe(1);
  const check = checksIn(box.run('doctor', ...plan, ...NOW, '--json')).get('failed-actions');
  expect([check?.state, check?.found]).toEqual(['warning', '2026-Q1/forms, 2026-H1/forms']);
});
