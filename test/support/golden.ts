/**
 * Golden files: recorded only by hand (UPDATE_GOLDEN=1, never in CI). A mismatch writes the actual text beside the
 * golden one, as `.actual`, and fails with the difference.
 */

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Compares the text with `test/golden/<name>`. */
export function expectGolden(name: string, actual: string): void {
  const file = join(__dirname, '../golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    if (process.env['CI']) throw new Error('golden files are not recorded in CI');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  const expected = existsSync(file)
    ? readFileSync(file, 'utf8')
    : '(no golden file: read the .actual one, then UPDATE_GOLDEN=1)';
  if (actual === expected) rmSync(`${file}.actual`, { force: true });
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.actual`, actual);
  }
  expect(actual).toBe(expected);
}
