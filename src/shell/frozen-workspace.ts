/**
 * Workspaces that are not a folder: one that remembers what was read through it, and one that holds exactly that.
 * A report is issued through the first; made again, it reads the second and nothing of the disk.
 */

import { posix } from 'node:path';
import type { Workspace } from './workspace';

/** Files by their name below the workspace, always with "/". */
export type InputFiles = ReadonlyMap<string, Uint8Array>;

export interface TracedWorkspace extends Workspace {
  /** Every file whose bytes were read so far, sorted by name. */
  readSoFar(): InputFiles;
}

const named = (parts: readonly string[]): string => posix.normalize(parts.join('/').replaceAll('\\', '/'));

/** The same workspace; each file read is remembered under the name by which it was looked for. */
export function traced(ws: Workspace): TracedWorkspace {
  const names = new Map<string, string>();
  const read = new Map<string, Uint8Array>();
  return {
    ...ws,
    find: (...parts) => {
      const path = ws.find(...parts);
      if (path !== undefined) names.set(path, named(parts));
      return path;
    },
    bytes: (path) => {
      const bytes = ws.bytes(path);
      const name = names.get(path);
      if (name !== undefined) read.set(name, bytes);
      return bytes;
    },
    readSoFar: () => new Map([...read].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** A workspace of these files only; it has no folder, so nothing can be written to it. */
export function frozen(files: InputFiles): Workspace {
  return {
    root: '',
    show: (path) => path,
    find: (...parts) => (files.has(named(parts)) ? named(parts) : undefined),
    list: (folder, extension) =>
      [...files.keys()]
        .filter((name) => posix.dirname(name) === named([folder]) && name.endsWith(extension))
        .map((name) => posix.basename(name, extension))
        .sort(),
    output: () => {
      throw new Error('a frozen workspace has no output folder');
    },
    bytes: (path) => {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error(`not among the frozen files: ${path}`);
      return bytes;
    },
  };
}

/** The first workspace, and the second for what the first has not. */
export function over(first: Workspace, second: Workspace): Workspace {
  const own = new Set<string>();
  return {
    ...second,
    find: (...parts) => {
      const path = first.find(...parts);
      if (path !== undefined) own.add(path);
      return path ?? second.find(...parts);
    },
    list: (folder, extension) => {
      const names = first.list(folder, extension);
      return names.length > 0 ? names : second.list(folder, extension);
    },
    bytes: (path) => (own.has(path) ? first.bytes(path) : second.bytes(path)),
  };
}
