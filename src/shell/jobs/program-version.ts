/** The version of the program as its package says it. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

let version: string | undefined;

export function programVersion(): string {
  const file = resolve(__dirname, '..', '..', '..', 'package.json');
  version ??= (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  return version;
}
