/**
 * The printed crontab in a real cron (Debian's), on a clock moved to the last minute of the cut-off day: at midnight in
 * Hà Nội the reports of quý I appear, and nobody was there. Cron gets a spool, a /run and processes of its own, which
 * end with it: no crontab of the machine is touched and nothing stays behind.
 */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { openSqliteLedger } from '../../src/shell/sqlite-ledger';
import { Sandbox } from '../support/cli';
import { AS_ROOT, itWith } from './tools';

const PLAN = 'cchc-2026-2030';
const box = new Sandbox();
let cron: ChildProcess | undefined;

afterAll(async () => {
  if (cron?.exitCode === null) {
    const gone = once(cron, 'exit');
    cron.stdin?.end();
    await gone;
  }
  box.remove();
});

/** The library that moves the clock, as `faketime` itself would preload it. */
const library = (): string =>
  spawnSync('faketime', ['-f', '+0', 'sh', '-c', 'echo $LD_PRELOAD'], { encoding: 'utf8' }).stdout.trim();

/**
 * In mounts and processes of its own: an empty spool with one crontab, then cron until standard input ends, be it that
 * the test is over or that it died; the first of the processes takes all others with it.
 */
const SCRIPT = [
  'set -e',
  'export PATH="$PATH:/usr/sbin:/sbin"',
  'mount --bind "$1" /var/spool/cron/crontabs',
  'chgrp crontab /var/spool/cron/crontabs; chmod 1730 /var/spool/cron/crontabs',
  'mount -t tmpfs tmpfs /run; mount -t tmpfs tmpfs /dev/shm',
  'crontab "$2"',
  'LD_PRELOAD="$3" FAKETIME="$4" FAKETIME_DONT_FAKE_MONOTONIC=1 cron -f &',
  'read -r _ || true',
].join('\n');

async function doneAt(key: string): Promise<string | undefined> {
  const ledger = openSqliteLedger(box.path('data', 'ledger.sqlite'));
  try {
    return (await ledger.register.find('done', `${PLAN}/${key}`))?.recordedAt;
  } finally {
    await ledger.close();
  }
}

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (cron?.exitCode !== null) throw new Error('cron ended before its time');
    await later(1000);
  }
}

describe('crontab', () => {
  itWith('cron', 'faketime', 'unshare')(
    'installed in cron before midnight of 15/3/2026 makes the reports of quý I after it',
    async () => {
      const before = box.run('run-due', '--plan', PLAN, '--now', '2026-03-14T12:00:00+07:00');
      expect(before.code).toBe(0);
      const printed = box.run('schedule', '--plan', PLAN, '--format', 'crontab').stdout;
      expect(printed).toContain('CRON_TZ=Asia/Ho_Chi_Minh');
      const [spool, file, lib] = [box.path('spool'), box.path('baocao.crontab'), library()];
      mkdirSync(spool);
      const behind = String(Math.round((Date.parse('2026-03-14T23:59:35+07:00') - Date.now()) / 1000));
      // Cron starts its commands in a clean environment: the moved clock is handed on in the crontab.
      const moved = [`LD_PRELOAD=${lib}`, `FAKETIME=${behind}`, 'FAKETIME_DONT_FAKE_MONOTONIC=1'].join('\n');
      writeFileSync(file, `${moved}\n${printed}`);
      expect(existsSync(box.path('output', '2026-Q1', 'tong-hop-thanh-pho.xlsx'))).toBe(false);
      const own = ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
      const [command = '', ...args] = [...(AS_ROOT ?? []), ...own, 'sh', '-c', SCRIPT, 'sh', spool, file, lib, behind];
      cron = spawn(command, args, { stdio: ['pipe', 'ignore', 'inherit'] });
      const at = await eventually(() => doneAt('2026-Q1/summary/cut-off'));
      expect(at.slice(0, 16)).toBe('2026-03-14T17:00');
      for (const made of ['tong-hop-thanh-pho.xlsx', 'bao-cao-thanh-pho.docx', 'don-vi/bao-cao-so-noi-vu.docx'])
        expect([made, existsSync(box.path('output', '2026-Q1', made))]).toEqual([made, true]);
    },
    240_000,
  );
});

describe('systemd', () => {
  itWith('systemd-analyze')('takes the units as they are, and the timer strikes at midnight in Hà Nội', () => {
    const units = box.path('units');
    const written = box.run('schedule', '--plan', PLAN, '--format', 'systemd', '--out', units);
    const files = written.stdout.trim().split('\n');
    expect(files.map((f) => f.slice(units.length + 1))).toEqual(['baocao.service', 'baocao.timer']);
    const verified = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' });
    // What other units of the machine have wrong is not ours.
    expect(verified.stderr.split('\n').filter((line) => line.includes('baocao'))).toEqual([]);
    const calendar = /OnCalendar=(.+)/.exec(
      box.json<{ files: { text: string }[] }>('schedule', '--plan', PLAN, '--format', 'systemd').files[1]?.text ?? '',
    )?.[1];
    const args = ['calendar', '--base-time=2026-03-14 16:59:59 UTC', calendar ?? ''];
    const next = spawnSync('systemd-analyze', args, { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });
    expect(next.stdout).toMatch(/Next elapse: Sat 2026-03-14 17:00:00 UTC/);
  });
});
