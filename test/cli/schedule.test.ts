/** `schedule` on this machine: absolute paths, the store as it was named, no password in what others can read. */

import { isAbsolute } from 'node:path';
import { PROGRAM, Sandbox } from '../support/cli';

const box = new Sandbox();
afterAll(() => box.remove());

it('prints one line for cron with the paths of this machine', () => {
  const ran = box.run('schedule', '--format', 'crontab', '--db', 'sqlite:so that.sqlite');
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const line = ran.stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(line).toMatch(/^\*\/15 \* \* \* \* cd /);
  for (const part of [process.execPath, PROGRAM, box.folder, 'run-due', '--plan hanoi-cchc-2026'])
    expect(line).toContain(part);
  expect(isAbsolute(/'sqlite:([^']+)'/.exec(line)?.[1] ?? '')).toBe(true);
});

it('gives both units of systemd, as text and as data', () => {
  const text = box.run('schedule', '--format', 'systemd').stdout;
  const { files } = box.json<{ files: { name: string; text: string }[] }>('schedule', '--format', 'systemd');
  expect(files.map((f) => f.name)).toEqual(['baocao.service', 'baocao.timer']);
  for (const { name, text: unit } of files) expect(text).toContain(`# /etc/systemd/system/${name}\n${unit.trimEnd()}`);
});

it('refuses to write a password down', () => {
  const ran = box.run('schedule', '--format', 'systemd', '--db', 'postgres://nguoi:matkhau@may/so');
  expect([ran.code, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toContain('lỗi[BC4106]');
  expect(ran.stderr).not.toContain('matkhau');
});

it('wants a format', () => expect(box.run('schedule').code).toBe(2));
