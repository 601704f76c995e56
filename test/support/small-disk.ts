/**
 * A disk of a few hundred kilobytes for tests of what a full or shut one does: a tmpfs mounted on a folder, as root or
 * by `sudo` without a password. Unmounted at the end whatever happens.
 */

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIXES: readonly (readonly string[])[] = [[], ['sudo', '-n']];
const OWNER = `uid=${process.getuid?.() ?? 0},gid=${process.getgid?.() ?? 0}`;

function tried(prefix: readonly string[], ...words: readonly string[]): boolean {
  const [command = '', ...args] = [...prefix, ...words];
  return spawnSync(command, args).status === 0;
}

/** Words before `mount` that make it work here; undefined where nothing does. */
const prefix = PREFIXES.find((words) => {
  const folder = mkdtempSync(join(tmpdir(), 'baocao-dia-'));
  const mounted = tried(words, 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
  if (mounted) tried(words, 'umount', folder);
  rmdirSync(folder);
  return mounted;
});

export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'baocao-dia-'));

  constructor(kilobytes: number) {
    this.as('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=755,${OWNER}`, 'tmpfs', this.folder);
    process.once('exit', this.unmount);
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /** Leaves so many kilobytes free. */
  fill(free: number): void {
    const fd = openSync(this.path('day'), 'w');
    try {
      for (;;) writeSync(fd, Buffer.alloc(1024));
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'ENOSPC') throw failure;
    } finally {
      closeSync(fd);
    }
    if (free > 0) this.as('truncate', '-s', `-${free}K`, this.path('day'));
  }

  empty(): void {
    rmSync(this.path('day'), { force: true });
  }

  shut(): void {
    this.as('mount', '-o', 'remount,ro', this.folder);
  }

  opened(): void {
    this.as('mount', '-o', 'remount,rw', this.folder);
  }

  remove(): void {
    process.off('exit', this.unmount);
    this.unmount();
  }

  private readonly unmount = (): void => {
    tried(prefix ?? [], 'umount', '-l', this.folder);
    rmdirSync(this.folder);
  };

  private as(...words: readonly string[]): void {
    if (!tried(prefix ?? [], ...words)) throw new Error(words.join(' '));
  }
}

const NEEDED = 'cần quyền gắn đĩa (root, hoặc sudo không hỏi mật khẩu)';

/**
 * `describe` where a disk can be mounted; a skipped one that says why it is skipped. In CI too: the right to mount is no
 * package that a run could install, and a machine may withhold it from everybody.
 */
export function describeSmallDisk(title: string, body: () => void): void {
  if (prefix) return describe(title, body);
  process.stderr.write(`bỏ qua: ${title}: ${NEEDED}\n`);
  return describe.skip(`${title} (bỏ qua: ${NEEDED})`, body);
}
