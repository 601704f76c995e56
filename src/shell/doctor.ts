/** Asks the machine what `doctor` wants to know. Each question has an answer, also where nothing is there to ask. */

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Machine, Programs } from '../app/doctor';
import type { Workspace } from './workspace';

/** First line of what a program says of itself; null when it cannot be run. */
function told(command: string, args: readonly string[]): string | null {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000 });
  return status === 0 ? (`${stdout}${stderr}`.trim().split('\n')[0] ?? '') : null;
}

export function askPrograms(): Programs {
  const fonts = spawnSync('fc-list', [':lang=vi', 'family'], { encoding: 'utf8' });
  return {
    node: process.version,
    libreOffice: told('soffice', ['--version']) ?? told('libreoffice', ['--version']),
    poppler: told('pdftotext', ['-v']),
    fonts: fonts.status === 0 ? [...new Set(fonts.stdout.split('\n').filter(Boolean))].sort() : null,
  };
}

/** The nearest folder that is there: `output` itself may not be made yet. */
function standing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : standing(dirname(folder));
}

/** Why a file cannot be made there; a permission bit says little on a shared or full disk, so one is made. */
function writeFault(folder: string): string | null {
  const probe = join(folder, `.kiem-tra-ghi.${process.pid}.tmp`);
  try {
    writeFileSync(probe, 'x');
    return null;
  } catch (failure) {
    return (failure as Error).message;
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Hours ahead of UTC in a zone, by the machine's own tables; null where they do not have it. */
function offsetOf(timeZone: string): number | null {
  try {
    const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    return Number(hour.format(Date.UTC(2026, 5, 1)));
  } catch {
    return null; // RangeError: a zone that is not known
  }
}

function callers(): readonly string[] {
  const crontab = spawnSync('crontab', ['-l'], { encoding: 'utf8' });
  const cron = crontab.status === 0 && /^[^#].*\brun-due\b/m.test(crontab.stdout) ? ['crontab'] : [];
  const timer = ['/etc/systemd/system', '/usr/lib/systemd/system'].some((f) => existsSync(join(f, 'baocao.timer')));
  return [...cron, ...(timer ? ['systemd (baocao.timer)'] : [])];
}

export function askMachine(ws: Workspace): Machine {
  const folder = standing(ws.output());
  const { bavail, bsize } = statfsSync(folder);
  return {
    workspace: ws.root,
    outputFault: writeFault(folder),
    freeBytes: bavail * bsize,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    hanoiOffset: offsetOf('Asia/Ho_Chi_Minh'),
    callers: callers(),
  };
}

/** The file of an embedded ledger that is not made yet; null where there is one, or another kind of store. */
export function unmadeLedger(ws: Workspace, url: string | undefined): string | null {
  const path = url === undefined ? join(ws.root, 'data', 'ledger.sqlite') : /^sqlite:(.+)$/.exec(url)?.[1];
  if (path === undefined) return null;
  return existsSync(isAbsolute(path) ? path : join(process.cwd(), path)) ? null : path;
}
