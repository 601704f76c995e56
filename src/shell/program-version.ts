/** The version of the program, as its package says. */

import { join } from 'node:path';
import { INSTALLED, readText } from './workspace';

let known: string | undefined;

/** Read once: a program that is replaced on the disk does not change the one that runs. */
export function programVersion(): string {
  known ??= (JSON.parse(readText(join(INSTALLED, 'package.json'))) as { version: string }).version;
  return known;
}
