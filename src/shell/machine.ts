/** What this machine is like, for what is installed on it: absolute paths as of now, none of them in the project. */

import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Machine } from '../app/due/timer';
import type { Workspace } from './workspace';

const PROGRAM = resolve(__dirname, '..', '..', 'bin', 'baocao.js');

/** The file of a program on the PATH; null when there is none. */
export function programPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export function thisMachine(ws: Workspace): Machine {
  return {
    node: process.execPath,
    program: PROGRAM,
    workspace: ws.root,
    user: userInfo().username,
    logger: programPath('logger'),
    flock: programPath('flock'),
  };
}
