/**
 * Writing: a file is complete under its name or not there. Made beside its place, flushed, then renamed, the folder
 * flushed too. Drafts that a killed process of this machine left under the same name are swept away.
 */

import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, basename } from 'node:path';
import { groupBy } from '../lib/group';

/** Folders may be shared by machines, and a process number means nothing on another one. */
const MACHINE = hostname()
  .replace(/[^a-zA-Z0-9-]/g, '-')
  .slice(0, 24);
/** The last part: what SQLite keeps beside a draft that is a ledger. */
const DRAFT = new RegExp(`^\\.(.+)\\.${MACHINE}\\.(\\d+)\\.tmp(?:-[a-z]+)?$`);

/** The name of this process's draft of a file, beside its place. */
export const draftOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${MACHINE}.${process.pid}.tmp`);

/** The complete content under a name beside its place, flushed to the disk; nothing is left when that fails. */
function writeDraft(path: string, bytes: Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  const draft = draftOf(path);
  try {
    const fd = openSync(draft, 'w');
    try {
      let done = 0;
      while (done < bytes.length) done += writeSync(fd, bytes, done);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    return draft;
  } catch (failure) {
    rmSync(draft, { force: true });
    throw Object.assign(failure as Error, { path }); // people know the file, not its draft
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code !== 'ESRCH'; // somebody else's process runs all the same
  }
}

/** Takes away drafts of these files whose process is gone. */
export function sweep(folder: string, names: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder)) {
    const [, name = '', pid = ''] = DRAFT.exec(entry) ?? [];
    if (names.has(name) && !isRunning(Number(pid))) rmSync(join(folder, entry), { force: true });
  }
}

/** A renaming lasts through a power cut when its folder is flushed; Windows has no such call. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Writes bytes under `path`, whole or not at all; makes the folder when it is missing. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  writeAll([{ path, bytes }]);
}

/** Writes all of the files or, when one cannot be written, none: every draft is complete before the first rename. */
export function writeAll(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): void {
  const drafts: { readonly draft: string; readonly path: string }[] = [];
  try {
    for (const { path, bytes } of files) drafts.push({ draft: writeDraft(path, bytes), path });
    for (const { draft, path } of drafts) renameSync(draft, path);
    for (const [folder, own] of groupBy(files, ({ path }) => dirname(path))) {
      flushFolder(folder);
      sweep(folder, new Set(own.map(({ path }) => basename(path))));
    }
  } catch (failure) {
    for (const { draft } of drafts) rmSync(draft, { force: true });
    throw failure;
  }
}
