/** The version of the program, as its package says. */

import { join } from 'node:path';
import { INSTALLED, readText } from './workspace';

/** Read as the program begins: one that is replaced on the disk does not change the one that runs. */
const { version } = JSON.parse(readText(join(INSTALLED, 'package.json'))) as { version: string };

export const programVersion = (): string => version;
