/** `npm run schemas` and `npm run docs`: writes the generated files into the checkout it is called in. */

import { join } from 'node:path';
import { writeWhole } from '../shell/files';
import { docFiles } from './docs';
import { schemaFiles, type MadeFile } from './schemas';

const KINDS: Readonly<Record<string, () => readonly MadeFile[]>> = { schemas: schemaFiles, docs: docFiles };

function write(kinds: readonly string[]): void {
  for (const kind of kinds) {
    const made = KINDS[kind];
    if (!made) throw new Error(`nothing is generated under "${kind}"; there are ${Object.keys(KINDS).join(', ')}`);
    for (const { path, text } of made()) {
      writeWhole(join(process.cwd(), path), new TextEncoder().encode(text));
      process.stdout.write(`${path}\n`);
    }
  }
}

write(process.argv.slice(2));
