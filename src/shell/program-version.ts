/** The version of the program, as its package says. */

import { join } from 'node:path';
import { INSTALLED, readText } from './workspace';

export function programVersion(): string {
  return (JSON.parse(readText(join(INSTALLED, 'package.json'))) as { version: string }).version;
}
