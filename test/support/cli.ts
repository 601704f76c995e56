/** Runs the built program as a person or cron does: a process of its own, in a folder of its own. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PROGRAM = join(__dirname, '../../bin/baocao.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A workspace that has nothing of its own: data and templates come from the installed program. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'baocao-'));

  run(...args: readonly string[]): Ran {
    return this.runWith({}, ...args);
  }

  runWith(
    options: { readonly input?: string; readonly env?: Record<string, string> },
    ...args: readonly string[]
  ): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, '--workspace', this.folder, ...args], {
      encoding: 'utf8',
      input: options.input ?? '',
      env: { ...process.env, ...options.env },
      maxBuffer: 256 * 1024 * 1024,
    });
    return { code: status, stdout, stderr };
  }

  /** The one JSON document that `--json` prints. */
  json<T = unknown>(...args: readonly string[]): T {
    const ran = this.run(...args, '--json');
    return JSON.parse(ran.stdout) as T;
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
