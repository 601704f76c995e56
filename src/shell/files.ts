/** Writing: a file is complete under its name or not there. Made beside its place, flushed, then renamed. */

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, basename } from 'node:path';

/** The complete content under a name beside its place, flushed to the disk; nothing is left when that fails. */
function writeDraft(path: string, bytes: Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
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
    throw failure;
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
  } catch (failure) {
    for (const { draft } of drafts) rmSync(draft, { force: true });
    throw failure;
  }
}
