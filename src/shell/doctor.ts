/** Asks the machine what `doctor` wants to know. Each question has an answer, also where nothing is there to ask. */

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Machine, Programs } from '../app/doctor';
import { reasonOf } from '../lib/reason';
import { machineTimeZone, offsetOf } from './clock';
import type { LedgerPlace } from './ledger';
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
    rmSync(probe);
    return null;
  } catch (failure) {
    return reasonOf(failure);
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
    timeZone: machineTimeZone(),
    hanoiOffset: offsetOf('Asia/Ho_Chi_Minh'),
    callers: callers(),
  };
}

/** Is it a file that is not made yet? Looking at it would make it. */
export const isUnmade = (place: LedgerPlace): boolean => place.kind === 'sqlite' && !existsSync(place.path);
