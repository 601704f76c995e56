/**
 * The workspace: the folder that holds `data/`, `templates/` and `output/`. Files of the workspace win over those
 * that came with the program, so an office can replace one template or one registry and keep the rest.
 */

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Where the program's own `data/` and `templates/` are: two folders above `dist/shell`. */
export const INSTALLED = resolve(__dirname, '..', '..');

export interface Workspace {
  readonly root: string;
  /** Path shown to people: relative to the workspace. */
  show(path: string): string;
  /** The file in the workspace, else the installed one; undefined when neither is there. */
  find(...parts: string[]): string | undefined;
  /** Names (without extension) of the files of that kind in both places, sorted. */
  list(folder: string, extension: string): readonly string[];
  output(...parts: string[]): string;
  /**
   * Bytes of a file that `find` gave. What an output depends on is read through the workspace and in no other way, so
   * that an issued report can be made again from the files it was made of.
   */
  bytes(path: string): Uint8Array;
}

/** UTF-8 text of a file that `find` gave, with a leading byte-order mark taken off. */
export function textIn(ws: Workspace, path: string): string {
  return new TextDecoder().decode(ws.bytes(path));
}

/** The folder given, else the current one if it has `data/`, else the installed one's. */
export function openWorkspace(given: string | undefined, cwd: string): Workspace {
  const root = resolve(cwd, given ?? (existsSync(join(cwd, 'data')) ? '.' : INSTALLED));
  const places = root === INSTALLED ? [root] : [root, INSTALLED];
  return {
    root,
    show: (path) => relative(root, path) || '.',
    find: (...parts) => places.map((place) => join(place, ...parts)).find((path) => existsSync(path)),
    list: (folder, extension) => {
      const names = places.flatMap((place) =>
        existsSync(join(place, folder)) ? readdirSync(join(place, folder)) : [],
      );
      return [...new Set(names.filter((n) => n.endsWith(extension)).map((n) => n.slice(0, -extension.length)))].sort();
    },
    output: (...parts) => join(root, 'output', ...parts),
    bytes: (path) => readFileSync(path),
  };
}

/** UTF-8 text of a file that a person named, with a leading byte-order mark taken off. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}

export const isThere = (path: string): boolean => existsSync(path);

/** The bytes of a file; undefined, before a byte is read, when there are more than `limit`. */
export function readBytes(path: string, limit: number): Uint8Array | undefined {
  return statSync(path).size > limit ? undefined : readFileSync(path);
}
